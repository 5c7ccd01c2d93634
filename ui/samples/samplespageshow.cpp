// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/evidencebadge.h"
#include "ui/samples/counterpart.h"
#include "ui/samples/lacks.h"
#include "ui/samples/samplespage.h"
#include "ui/theme/theme.h"
#include "ui_samplespage.h"
#include "json/text.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace designer::ui {

namespace {

QString linesOf(const std::string &text)
{
    const auto breaks = std::count(text.begin(), text.end(), '\n');
    const auto lines = breaks + (text.empty() || text.back() != '\n' ? 1 : 0);
    return lines == 1 ? SamplesPage::tr("1 line")
                      : SamplesPage::tr("%1 lines").arg(QLocale().toString(lines));
}

/// Says that Hardal shows it and does not say it.
EvidenceBadge *inferredBadge(QWidget *parent)
{
    auto *const badge = new EvidenceBadge(parent);
    badge->setRemark(evidenceWord(Evidence::Inferred),
                     SamplesPage::tr("Hardal’s examples suggest it; its documentation does not say so. "
                                     "Compare with an event that Hardal has delivered."));
    return badge;
}

/// A step that was made, with a tick, and how it is known where that is not plain.
QWidget *stepRow(const event::Step &step, QWidget *parent)
{
    auto *const row = new QWidget(parent);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme().size(Space::S8));
    auto *const tick = new QLabel(row);
    const auto colour = [tick] {
        const int side = theme().size(Metric::SmallIcon);
        tick->setPixmap(icon(Icon::Check, Color::Good).pixmap(QSize(side, side), tick->devicePixelRatioF()));
    };
    colour();
    QObject::connect(&theme(), &Theme::changed, tick, colour);
    auto *const words = new QLabel(step.sentence, row);
    words->setTextFormat(Qt::PlainText);
    words->setFont(theme().font(Font::Small));
    words->setWordWrap(true);
    layout->addWidget(tick, 0, Qt::AlignTop);
    // As wide as its text, so that the badge stands behind it and not at the far end.
    words->setMaximumWidth(QFontMetrics(words->font()).horizontalAdvance(step.sentence) + 1);
    layout->addWidget(words, 1);
    if (step.isInferred)
        layout->addWidget(inferredBadge(row), 0, Qt::AlignTop);
    layout->addStretch();
    return row;
}

} // namespace

QString SamplesPage::hint() const
{
    if (!m_session || (m_pending.empty() && m_session->samples().empty()))
        return tr("No sample events yet. Next: use the shipped ones, or paste one.");
    const Sample *const sample = shownSample();
    if (sample && sample->notSaved)
        return tr("This sample is not saved. Next: mend what keeps it from being saved.");
    if (m_shown.pending == 0)
        return isBroken() ? tr("This sample does not read as an event as it stands. Next: mend it.")
                          : tr("Sample events are for every destination of this workspace.");
    if (isBroken())
        return tr("What was pasted does not read as an event. Next: mend it, or delete it.");
    if (!m_ui->originalPane->isVisibleTo(m_ui->detailWidget))
        return tr("A pasted event waits. Next: keep it.");
    return m_original.isValid() ? tr("A pasted event waits: keep it as it is, or converted.")
                                : tr("A pasted event waits. Next: keep the converted event.");
}

Tone SamplesPage::hintTone() const
{
    const Sample *const sample = shownSample();
    const bool isUnsaved = sample && sample->notSaved;
    return m_shown.pending != 0 || isUnsaved || isBroken() ? Tone::Warning : Tone::Neutral;
}

/// Whether what is shown does not read as an event.
bool SamplesPage::isBroken() const
{
    return m_ui->errorLine->isVisibleTo(m_ui->detailWidget) && m_ui->detailWidget->isVisibleTo(this);
}

/// What becomes of what is shown, beside the buttons.
QString SamplesPage::footSentence() const
{
    if (!m_ui->detailWidget->isVisibleTo(m_ui->mainPage))
        return tr("Esc goes back to the connection.");
    if (const Sample *const sample = shownSample(); sample && sample->notSaved)
        return tr("Not saved. It is tried again when you leave, and when you come back to this window.");
    if (m_shown.pending == 0)
        return isBroken()
            ? tr("Not saved while it does not read as an event. What was saved before is still there.")
            : tr("Changes are saved by themselves. Esc goes back to the connection.");
    if (isBroken())
        return tr("It can be kept as soon as it reads as an event.");
    return m_ui->originalPane->isVisibleTo(m_ui->detailWidget)
        ? tr("Both forms are kept, so that you can go back.")
        : tr("It is not kept yet.");
}

void SamplesPage::showEntry()
{
    m_dirty = false;
    m_ui->banner->hide();
    showSteps({});
    showError({});
    const Pending *const waits = pending(m_shown.pending);
    const Sample *const sample = shownSample();
    if (waits)
        showPending(*waits);
    else if (sample)
        showSample(*sample);
    takeUpHistory();
    m_ui->detailWidget->setVisible(waits || sample);
    showLines();
    showLacks();
    showButtons();
    Q_EMIT hintChanged();
}

void SamplesPage::showPending(const Pending &pending)
{
    m_ui->nameEdit->setText(pending.name);
    const bool converted = pending.isConverted();
    showTexts(converted ? pending.original : std::string(), pending.text);
    showError(pending.error);
    if (!converted)
        return;
    if (const auto conversion = event::convert(pending.original))
        showConversion(*conversion, false);
}

/// As it was left: what reads as no event is in no sample.
std::string SamplesPage::textOf(const Sample &sample) const
{
    const auto broken = m_broken.find(sample.name);
    return broken != m_broken.end() ? broken->second : sample.text;
}

void SamplesPage::showSample(const Sample &sample)
{
    m_ui->nameEdit->setText(sample.name);
    const auto original = m_originals.find(sample.name);
    const bool known = original != m_originals.end();
    showTexts(sample.hasOriginal && known ? original->second : std::string(), textOf(sample));
    if (const auto event = event::Event::parse(m_ui->eventEditor->bytes()); !event)
        showError(event.error());
    if (sample.notSaved)
        sayNotSaved(*sample.notSaved);
    if (!sample.hasOriginal)
        return;
    if (!known)
        loadOriginal(sample.name);
    else if (const auto conversion = event::convert(original->second))
        showConversion(*conversion, true);
}

void SamplesPage::loadOriginal(const QString &name)
{
    m_session->readOriginal(name, this,
                            [this, name](const Result<std::string> &text) { takeOriginal(name, text); });
}

void SamplesPage::takeOriginal(const QString &name, const Result<std::string> &original)
{
    if (!m_originals.emplace(name, original ? *original : std::string()).second)
        return; // known by now
    if (m_shown.pending != 0 || m_shown.name != name)
        return;
    saveNow();
    showEntry();
    if (!original)
        say(Tone::Warning,
            tr("What this event was converted from cannot be read: %1.")
                .arg(original.error().message)
                .toHtmlEscaped());
}

void SamplesPage::showTexts(const std::string &original, const std::string &text)
{
    const bool both = !original.empty();
    m_original = both ? json::Document(original) : json::Document();
    m_event = json::Document(text);
    m_ui->originalPane->setVisible(both);
    m_ui->editorsRule->setVisible(both);
    m_ui->eventLabel->setText(both ? tr("As placeholders read it") : tr("Event"));
    m_ui->originalEditor->setLanguage(m_original.isValid() ? CodeEditor::Language::Json
                                                           : CodeEditor::Language::Text);
    m_ui->originalEditor->setBytes(original);
    m_ui->originalEditor->setCaret(0);
    m_ui->originalLines->setText(linesOf(original));
    m_ui->eventEditor->setBytes(text);
    m_ui->eventEditor->setCaret(0);
    m_ui->originalEditor->setMarkedLine(std::nullopt);
    m_ui->eventEditor->setMarkedLine(std::nullopt);
    if (both)
        markFirst();
}

void SamplesPage::showConversion(const event::Conversion &conversion, bool isKept)
{
    const QString shape = event::shapeName(conversion.from);
    const QString title = isKept ? tr("This was %1").arg(shape) : tr("This is %1").arg(shape);
    QString body
        = tr("Placeholders read events in another form, so it was turned into that. Nothing was dropped.");
    if (isKept)
        body = tr("Placeholders read the form on the right. What was pasted is kept beside it.")
            + QLatin1Char(' ') + link(QStringLiteral("convert"), tr("Convert it again"));
    m_ui->banner->setContent({.tone = Tone::Info, .title = title, .body = body, .evidence = {}});
    m_ui->banner->show();
    showSteps(conversion.steps);
}

void SamplesPage::showSteps(const std::vector<event::Step> &steps)
{
    while (QLayoutItem *const item = m_ui->stepsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const event::Step &step : steps)
        m_ui->stepsLayout->addWidget(stepRow(step, m_ui->stepsWidget));
    m_ui->stepsLayout->addStretch(1);
    // Four of them are seen at once; for more people scroll.
    m_ui->stepsArea->setMinimumHeight(
        std::min(m_ui->stepsLayout->sizeHint().height(), theme().scaled(4 * 24)));
    m_ui->doneSide->setVisible(!steps.empty());
}

void SamplesPage::showLacks()
{
    const std::vector<Lack> lacks = lacksOf(m_event);
    for (const auto &[lack, line] :
         {std::pair(Lack::Time, m_ui->timeLine), std::pair(Lack::Customer, m_ui->customerLine)}) {
        const bool there = std::find(lacks.begin(), lacks.end(), lack) != lacks.end();
        line->setVisible(there);
        const QString target = QString::number(static_cast<int>(lack));
        if (there)
            line->setMessage(Tone::Warning,
                             lackInWords(lack) + QLatin1Char(' ') + link(target, remedyInWords(lack)));
    }
    m_ui->lacksSide->setVisible(!lacks.empty());
    const bool any = !lacks.empty() || m_ui->doneSide->isVisibleTo(m_ui->belowWidget);
    m_ui->belowWidget->setVisible(any);
    m_ui->belowRule->setVisible(any);
}

void SamplesPage::showButtons()
{
    const Pending *const waits = pending(m_shown.pending);
    const bool isEvent = m_event.isValid() && m_event.root().isObject();
    m_ui->keepButton->setVisible(waits);
    m_ui->keepPastedButton->setVisible(waits && m_ui->originalPane->isVisibleTo(m_ui->detailWidget));
    m_ui->testButton->setVisible(!waits);
    m_ui->testButton->setEnabled(isEvent && !m_shown.name.isEmpty());
    m_ui->keepButton->setEnabled(waits && !waits->error && isEvent);
    const bool converted = waits && waits->isConverted();
    m_ui->keepButton->setText(converted ? tr("Keep the converted event") : tr("Keep the event"));
    m_ui->keepPastedButton->setEnabled(m_original.isValid());
    m_ui->keepPastedButton->setToolTip(
        m_original.isValid() ? QString() : tr("A call in a script is no event that can be tested with."));
    m_ui->duplicateButton->setEnabled(!waits);
    m_ui->footLine->setHelp(footSentence().toHtmlEscaped());
}

void SamplesPage::sayNotSaved(const Error &error)
{
    say(Tone::Error, error.sentence().toHtmlEscaped());
    m_saysNotSaved = true;
    showButtons();
    refreshList();
    Q_EMIT hintChanged();
}

void SamplesPage::sampleSaved()
{
    if (m_saysNotSaved && m_session->unsavedSamples().isEmpty()) {
        say(Tone::Neutral, {});
        showButtons();
        Q_EMIT hintChanged();
    }
    refreshList();
}

void SamplesPage::say(Tone tone, const QString &richText)
{
    m_saysNotSaved = false;
    m_ui->messageLine->setMessage(tone, richText);
    m_ui->messageLine->setVisible(!richText.isEmpty());
    const int edge = theme().size(Metric::LeftEdge);
    const int top = richText.isEmpty() ? 0 : theme().size(Space::S12);
    m_ui->messagesLayout->setContentsMargins(edge, top, edge, 0);
}

void SamplesPage::showLines()
{
    m_ui->eventLines->setText(linesOf(m_ui->eventEditor->bytes()));
}

void SamplesPage::showError(const std::optional<Error> &error)
{
    std::vector<Mark> marks;
    QString words;
    if (error) {
        words = error->sentence();
        if (error->position) {
            const auto line = static_cast<int>(error->position->line) - 1;
            const std::size_t begin = m_ui->eventEditor->lineBegin(line);
            marks.push_back(
                {begin, std::max(m_ui->eventEditor->lineEnd(line), begin), MarkSeverity::Error, words});
            words = tr("Line %1, column %2: %3")
                        .arg(error->position->line)
                        .arg(error->position->column)
                        .arg(words);
        }
        words = tr("This does not read as an event, so it is not saved yet. %1").arg(words).toHtmlEscaped();
        if (error->position)
            words += QLatin1Char(' ')
                + link(QStringLiteral("goto:%1").arg(error->position->line), tr("Go there"));
    }
    m_ui->eventEditor->setMarks(std::move(marks));
    m_ui->errorLine->setVisible(error.has_value());
    m_ui->errorLine->setMessage(Tone::Error, words);
}

void SamplesPage::markFrom(const CodeEditor &editor)
{
    if (!m_ui->originalPane->isVisibleTo(this) || m_dirty)
        return;
    const bool fromOriginal = &editor == m_ui->originalEditor;
    CodeEditor *const other = fromOriginal ? m_ui->eventEditor : m_ui->originalEditor;
    CodeEditor *const own = fromOriginal ? m_ui->originalEditor : m_ui->eventEditor;
    const auto there = counterpart(fromOriginal ? m_original : m_event, fromOriginal ? m_event : m_original,
                                   editor.caret());
    own->setMarkedLine(there ? std::optional(own->lineOf(own->caret())) : std::nullopt);
    other->setMarkedLine(there ? std::optional(other->lineOf(*there)) : std::nullopt);
    if (there && !other->hasFocus())
        other->setCaret(*there);
}

/// Shows at once that lines belong together, with where the properties came from.
void SamplesPage::markFirst()
{
    const json::Value properties = m_event.root().find("properties");
    const auto there = properties ? counterpart(m_event, m_original, properties.begin()) : std::nullopt;
    if (!there)
        return;
    m_ui->eventEditor->setMarkedLine(m_ui->eventEditor->lineOf(properties.begin()));
    m_ui->originalEditor->setMarkedLine(m_ui->originalEditor->lineOf(*there));
}

} // namespace designer::ui
