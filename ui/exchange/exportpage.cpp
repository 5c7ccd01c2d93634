// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportpage.h"

#include "ui/common/sentence.h"
#include "ui/editor/theming.h"
#include "ui/exchange/exportpart.h"
#include "ui/theme/theme.h"
#include "ui_exportpage.h"
#include "json/text.h"

#include <QClipboard>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPointer>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace designer::ui {

using connection::ExportFormat;

ExportPage::ExportPage(Prompter &prompter, SecretsFor secretsFor, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ExportPage>()), m_secretsFor(std::move(secretsFor)),
      m_files(prompter, this), m_job(m_pool, [this](const ExportText &text) { showText(text); })
{
    m_ui->setupUi(this);
    m_pool.setMaxThreadCount(1);
    m_ui->textEditor->setReadOnly(true);
    m_ui->textEditor->setPlaceholdersShown(true);
    m_ui->textEditor->setAccessibleName(tr("The exported JSON"));
    followTheme(*m_ui->textEditor);
    m_ui->endpointPart->setHead(1, tr("Endpoint"), tr("Paste into the five settings, together or one by one"),
                                tr("the five settings"));
    m_ui->headersPart->setHead(2, tr("Headers"), tr("Paste into Additional Headers"),
                               tr("Additional Headers"));
    m_ui->bodyPart->setHead(3, tr("Body"), tr("Paste into Request Format"), tr("Request Format"));
    m_ui->bodyPart->setGrows(true);
    m_ui->copyButton->setProperty("primary", true);
    m_ui->copyButton->setIcon(icon(Icon::Copy));
    m_ui->questionWidget->hide();
    m_ui->notesBanner->hide();
    setFocusProxy(m_ui->hardalChoice);
    layOut();
    connectParts();
    addShortcuts();
}

ExportPage::~ExportPage() = default;

void ExportPage::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    const int gap = theme().size(Space::S12);
    m_ui->headWidget->setFixedHeight(theme().size(Metric::HeadBar));
    m_ui->headLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->headLayout->setSpacing(gap);
    m_ui->titleLabel->setFont(theme().font(Font::Title));
    m_ui->formArea->setFixedWidth(theme().scaled(304));
    m_ui->formLayout->setContentsMargins(edge, gap, edge, edge);
    m_ui->formLayout->setSpacing(theme().size(Space::S8));
    m_ui->secretsHeading->setContentsMargins(0, theme().size(Space::S8), 0, 0);
    m_ui->textHeadWidget->setFixedHeight(theme().size(Metric::TestBar));
    m_ui->textHeadLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->textHeadLayout->setSpacing(gap);
    m_ui->refusedLayout->setContentsMargins(edge, edge, edge, edge);
    m_ui->refusedLayout->setSpacing(gap);
    m_ui->footWidget->setFixedHeight(theme().size(Metric::PageFoot));
    m_ui->footLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->footLayout->setSpacing(theme().size(Space::S8));
    m_ui->fileLabel->setFont(theme().font(Font::Bold));
    for (QLabel *const label : {m_ui->formHeading, m_ui->secretsHeading})
        label->setFont(theme().font(Font::SmallBold));
    m_ui->sizeLabel->setFont(theme().font(Font::Small));
    for (QLabel *const label : std::initializer_list<QLabel *>{m_ui->formHeading, m_ui->secretsHeading,
                                                               m_ui->sizeLabel, m_ui->labelLabel})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_ui->formLayout->setAlignment(m_ui->notesBanner, Qt::AlignTop);
    m_ui->footLayout->setAlignment(m_ui->doneLine, Qt::AlignVCenter);
}

void ExportPage::connectParts()
{
    for (ChoiceRow *const choice : {m_ui->hardalChoice, m_ui->partsChoice, m_ui->wholeChoice}) {
        connect(choice, &ChoiceRow::toggled, this, [this](bool chosen) {
            if (chosen)
                refresh();
        });
    }
    connect(m_ui->namesCheck, &QCheckBox::clicked, this, &ExportPage::askForValues);
    connect(m_ui->exportValuesButton, &QPushButton::clicked, this, &ExportPage::fetchValues);
    connect(m_ui->keepNamesButton, &QPushButton::clicked, this, &ExportPage::keepNames);
    connect(m_ui->notesBanner, &Banner::linkActivated, this, [this] {
        m_notesUnfolded = !m_notesUnfolded;
        showNotes(m_text);
    });
    connect(m_ui->wholeButton, &QPushButton::clicked, this, [this] { m_ui->wholeChoice->setChecked(true); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ExportPage::closed);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &ExportPage::copy);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ExportPage::save);
    connect(&m_files, &ExportFiles::failed, this, &ExportPage::saveFailed);
    for (ExportPart *const part : parts())
        connect(part, &ExportPart::copied, this, [this, part] { partCopied(*part); });
}

void ExportPage::addShortcuts()
{
    for (std::size_t i = 0; i < parts().size(); ++i) {
        auto *const shortcut
            = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, i] {
            if (parts()[i]->isVisible())
                parts()[i]->copy();
        });
    }
}

void ExportPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void ExportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        QWidget::keyPressEvent(event);
    else if (m_ui->questionWidget->isVisible())
        keepNames();
    else
        Q_EMIT closed();
}

/// Values of secrets stay no longer than they are looked at.
void ExportPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return;
    keepNames();
    forgetTexts(); // at once: what is without values comes a moment later
}

ExportRemark ExportPage::hint() const
{
    if (m_text.refused)
        return {Tone::Warning, tr("This form cannot hold it. Next: choose another form, or mend it.")};
    switch (m_taken) {
    case Taken::Saved: return {Tone::Good, savedWords(format(), m_savedAs)};
    case Taken::Copied: return {Tone::Good, m_lastCopied ? partsWords() : copiedWords(format())};
    case Taken::Not: break;
    }
    return {Tone::Info, beforeWords(format())};
}

QString ExportPage::partsWords() const
{
    const QString done
        = tr("%1 copied. Next: paste it into %2 in Hardal").arg(m_lastCopied->name(), m_lastCopied->place());
    const ExportPart *const next = nextPart();
    return next ? tr("%1, then copy %2.").arg(done, next->name()) : tr("%1. That is the last one.").arg(done);
}

void ExportPage::setTaken(Taken taken, const QString &savedAs)
{
    m_taken = taken;
    m_savedAs = savedAs;
    tellHint();
}

void ExportPage::tellHint()
{
    const ExportRemark now = hint();
    if (std::exchange(m_toldHint, now) != now)
        Q_EMIT hintChanged();
}

void ExportPage::setStanding(const ExportStanding &standing)
{
    const ExportRemark remark = standingRemark(standing);
    m_ui->standingLine->setMessage(remark.tone, remark.text);
    const int above = remark.text.isEmpty() ? 0 : theme().size(Space::S8);
    m_ui->formHeading->setContentsMargins(0, above, 0, 0);
}

ExportFormat ExportPage::format() const
{
    if (m_ui->partsChoice->isChecked())
        return ExportFormat::Fragments;
    return m_ui->wholeChoice->isChecked() ? ExportFormat::Whole : ExportFormat::Hardal;
}

std::array<ExportPart *, 3> ExportPage::parts() const
{
    return {m_ui->endpointPart, m_ui->headersPart, m_ui->bodyPart};
}

void ExportPage::setConnection(const connection::Connection &connection, const QString &label)
{
    m_notesUnfolded = false;
    m_ui->hardalChoice->setChecked(true);
    followConnection(connection, label);
}

void ExportPage::followConnection(const connection::Connection &connection, const QString &label)
{
    m_connection = connection;
    m_ui->labelLabel->setText(label);
    keepNames();
}

void ExportPage::refresh()
{
    showSecrets();
    m_ui->doneLine->setLine(Tone::Neutral, {});
    setReady(false);
    m_lastCopied = nullptr;
    ++m_textNumber;
    setTaken(Taken::Not);
    const bool whole = format() == ExportFormat::Whole;
    m_job.run([connection = m_connection, values = whole ? nullptr : m_values,
               format = format()](const std::stop_token &) {
        if (!values)
            return exportText(connection, format);
        const auto filled = withSecretValues(connection, *values);
        if (filled)
            return exportText(*filled, format);
        ExportText out;
        out.refused = filled.error();
        return out;
    });
}

/// What was made of another connection, or in another form, is not to be copied as this one.
void ExportPage::setReady(bool ready)
{
    m_ui->copyButton->setEnabled(ready);
    m_ui->saveButton->setEnabled(ready);
    for (ExportPart *const part : parts())
        part->setReady(ready);
}

/// In all forms, those too that are not in view: secrets may stand in them.
void ExportPage::forgetTexts()
{
    m_text = {};
    m_ui->textEditor->setBytes({});
    for (ExportPart *const part : parts())
        part->clear();
}

void ExportPage::showText(const ExportText &text)
{
    forgetTexts();
    m_text = text;
    const bool inParts = format() == ExportFormat::Fragments;
    m_ui->copyButton->setVisible(!inParts);
    setReady(!text.refused);
    m_ui->saveButton->setText(inParts ? tr("Save to files…") : tr("Save to a file…"));
    m_ui->backLine->setHelp(
        inParts ? tr("Alt+1, Alt+2 and Alt+3 copy the parts. Esc goes back to the connection.")
                : tr("Esc goes back to the connection."));
    if (text.refused)
        showRefused(*text.refused);
    else if (inParts)
        showParts(text);
    else
        showSingle(text);
    showNotes(text);
    tellHint();
}

void ExportPage::showSingle(const ExportText &text)
{
    const std::string &bytes = text.exported.text;
    m_ui->textEditor->setBytes(bytes);
    m_ui->textEditor->setCaret(0);
    m_ui->fileLabel->setText(ExportFiles::fileName(m_connection));
    const bool endsLine = bytes.ends_with('\n');
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n') + (endsLine ? 0 : 1);
    const QString lineCount = tr("%n lines", nullptr, static_cast<int>(lines));
    m_ui->sizeLabel->setText(tr("%1, %2 bytes without spaces")
                                 .arg(lineCount, QLocale().toString(static_cast<qulonglong>(text.bytes))));
    m_ui->textStack->setCurrentWidget(m_ui->singlePage);
}

void ExportPage::showParts(const ExportText &text)
{
    for (std::size_t i = 0; i < parts().size(); ++i)
        parts()[i]->setText(text.exported.parts[i]);
    const json::Document endpoint(text.exported.parts[0]);
    const auto setting = [&endpoint](std::string_view key) { return endpoint.root().find(key).text(); };
    m_ui->endpointPart->setSettings({{tr("Label"), setting(connection::key::label)},
                                     {tr("ID"), setting(connection::key::id)},
                                     {tr("URL"), setting(connection::key::url)},
                                     {tr("Method"), setting(connection::key::method)},
                                     {tr("Content Type"), setting(connection::key::contentType)}});
    markNextPart();
    m_ui->textStack->setCurrentWidget(m_ui->partsPage);
}

const ExportPart *ExportPage::nextPart() const
{
    const auto all = parts();
    const auto next
        = std::find_if(all.begin(), all.end(), [](const ExportPart *part) { return !part->isCopied(); });
    return next == all.end() ? nullptr : *next;
}

void ExportPage::markNextPart()
{
    bool found = false;
    for (ExportPart *const part : parts()) {
        const bool next = !found && !part->isCopied();
        part->setNext(next);
        found = found || next;
    }
}

void ExportPage::partCopied(const ExportPart &part)
{
    m_lastCopied = &part;
    markNextPart();
    setTaken(Taken::Copied);
}

void ExportPage::showRefused(const Error &error)
{
    const QString wayOut = error.wayOut.isEmpty() ? QString() : tr("What you can do: %1.").arg(error.wayOut);
    m_ui->refusedBanner->setContent(
        {.tone = Tone::Error,
         .title = tr("This form cannot hold the connection: %1.").arg(error.message),
         .body = wayOut.toHtmlEscaped(),
         .evidence = {}});
    m_ui->wholeButton->setVisible(error.code == ErrorCode::ExportRefused);
    m_ui->textStack->setCurrentWidget(m_ui->refusedPage);
}

void ExportPage::showNotes(const ExportText &text)
{
    m_ui->notesBanner->setVisible(!text.exported.notes.isEmpty());
    m_ui->notesBanner->setContent({.tone = Tone::Warning,
                                   .title = tr("Before you use it"),
                                   .body = notesRemark(text, m_notesUnfolded),
                                   .evidence = {}});
}

void ExportPage::showSecrets()
{
    const std::vector<SecretUse> uses = secretUses(m_connection);
    const QStringList plain = plainCredentials(m_connection);
    const bool whole = format() == ExportFormat::Whole;
    m_ui->secretsHeading->setVisible(!uses.empty() || !plain.isEmpty());
    m_ui->namesCheck->setVisible(!uses.empty());
    m_ui->namesCheck->setEnabled(!whole);
    m_ui->namesCheck->setChecked(whole || (!m_values && !m_isAsking));
    const SecretsIn in = m_values ? SecretsIn::Values : m_isAsking ? SecretsIn::Asked : SecretsIn::Names;
    const ExportRemark remark = secretsRemark(uses, plain, format(), in);
    m_ui->secretsLine->setMessage(remark.tone, remark.text);
    m_ui->secretsLine->setVisible(!remark.text.isEmpty());
}

void ExportPage::askForValues(bool names)
{
    if (names) {
        keepNames();
        return;
    }
    m_isAsking = true;
    showSecrets();
    m_ui->questionLine->setMessage(Tone::Warning, tr("Your real token will be in the text. Export it?"));
    m_ui->exportValuesButton->setText(tr("Export it"));
    m_ui->exportValuesButton->setEnabled(true);
    m_ui->questionWidget->show();
    m_ui->keepNamesButton->setFocus(Qt::OtherFocusReason);
}

void ExportPage::fetchValues()
{
    std::vector<std::string> names;
    for (const SecretUse &use : secretUses(m_connection))
        names.push_back(use.name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    m_isAsking = true;
    showSecrets();
    m_ui->exportValuesButton->setEnabled(false);
    m_ui->questionLine->setMessage(Tone::Info, tr("Asking your keychain …"));
    m_secretsFor(names, [page = QPointer(this), asked = ++m_asked](Result<secrets::Secrets> values) {
        if (page && page->m_asked == asked)
            page->takeValues(std::move(values));
    });
}

void ExportPage::takeValues(Result<secrets::Secrets> values)
{
    m_isAsking = false;
    if (!values) {
        m_ui->questionLine->setMessage(Tone::Error, sentenceOf(values.error()).toHtmlEscaped());
        m_ui->exportValuesButton->setText(tr("Try again"));
        m_ui->exportValuesButton->setEnabled(true);
        showSecrets(); // the names are in the text still
        return;
    }
    m_values = std::make_shared<const secrets::Secrets>(std::move(values).value());
    const bool hadFocus = m_ui->questionWidget->isAncestorOf(focusWidget());
    m_ui->questionWidget->hide();
    if (hadFocus)
        m_ui->namesCheck->setFocus(Qt::OtherFocusReason);
    refresh();
}

void ExportPage::keepNames()
{
    ++m_asked;
    m_isAsking = false;
    m_values.reset();
    if (m_ui->questionWidget->isAncestorOf(focusWidget()))
        m_ui->namesCheck->setFocus(Qt::OtherFocusReason);
    m_ui->questionWidget->hide();
    refresh();
}

void ExportPage::copy()
{
    QGuiApplication::clipboard()->setText(json::toQString(m_text.exported.text));
    m_ui->doneLine->setLine(Tone::Good, tr("Copied"));
    setTaken(Taken::Copied);
}

void ExportPage::save()
{
    const auto done
        = [this, form = format(), text = m_textNumber](const QString &path) { saved(path, form, text); };
    if (format() == ExportFormat::Fragments)
        m_files.saveParts(m_connection, m_text.exported.parts, done);
    else
        m_files.save(m_connection, m_text.exported.text, done);
}

/// Another text may be shown by now, which nobody has taken.
void ExportPage::saved(const QString &path, ExportFormat form, quint64 text)
{
    m_ui->backLine->setMessage(Tone::Neutral, {});
    const QString name = QFileInfo(path).fileName();
    const bool inFolder = form == ExportFormat::Fragments;
    m_ui->doneLine->setLine(Tone::Good, inFolder ? tr("Saved in %1").arg(name) : tr("Saved as %1").arg(name));
    if (text == m_textNumber)
        setTaken(Taken::Saved, name);
}

void ExportPage::saveFailed(const Error &error)
{
    m_ui->doneLine->setLine(Tone::Neutral, {});
    m_ui->backLine->setMessage(Tone::Error, sentenceOf(error).toHtmlEscaped());
}

} // namespace designer::ui
