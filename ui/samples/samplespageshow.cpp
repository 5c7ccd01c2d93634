// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/samples.h"
#include "ui/common/plaintooltip.h"
#include "ui/common/sentence.h"
#include "ui/samples/eventeditors.h"
#include "ui/samples/eventintake.h"
#include "ui/samples/samplespage.h"
#include "ui/theme/theme.h"
#include "ui_samplespage.h"

#include <QTextDocumentFragment>

namespace designer::ui {

void SamplesPage::setUpEmptyState()
{
    EmptyState *const empty = m_ui->emptyState;
    empty->setContent(
        Icon::Bolt, tr("No sample events in this workspace"),
        tr("A sample is one event as Hardal would send it. With one, you see at once what would "
           "be sent and what Insider would say."));
    const auto shipped = event::shippedSamples({}).size();
    QPushButton *const use = empty->addPrimaryButton(tr("Use the %1 shipped samples").arg(shipped));
    QPushButton *const paste = empty->addButton(Icon::Clipboard, tr("Paste an event"));
    QPushButton *const open = empty->addButton(Icon::File, tr("Open a file…"));
    connect(use, &QPushButton::clicked, this, [this] {
        if (!m_entries.session())
            return;
        m_entries.addShipped();
        start();
    });
    connect(paste, &QPushButton::clicked, m_intake, &EventIntake::paste);
    connect(open, &QPushButton::clicked, m_intake, &EventIntake::open);
}

void SamplesPage::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    const int small = theme().size(Space::S8);
    m_ui->headWidget->setFixedHeight(theme().size(Metric::HeadBar));
    m_ui->headLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->headLayout->setSpacing(small);
    m_ui->titleLabel->setFont(theme().font(Font::Title));
    m_ui->footWidget->setFixedHeight(theme().size(Metric::PageFoot));
    m_ui->footLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->footLayout->setSpacing(small);
    QSizePolicy detail = m_ui->detailWidget->sizePolicy();
    detail.setRetainSizeWhenHidden(true); // else the list would stand in the middle
    m_ui->detailWidget->setSizePolicy(detail);
}

void SamplesPage::showList()
{
    m_ui->listWidget->setRows(rowsOf(m_entries), m_editing.shown());
    m_ui->contentStack->setCurrentWidget(m_entries.isEmpty() ? m_ui->emptyPage : m_ui->mainPage);
}

void SamplesPage::showEntry()
{
    const SampleId id = m_editing.shown();
    m_ui->listWidget->setCurrent(id);
    if (m_entries.holds(id)) {
        const std::string *const original = m_entries.originalOf(id);
        m_ui->detailWidget->setEvent({m_entries.nameOf(id), original ? *original : std::string(),
                                      m_editing.text(), m_editing.error(), !id.isPasted()});
    }
    m_ui->detailWidget->setVisible(m_entries.holds(id));
    if (const Sample *const sample = m_editing.sample(); sample && sample->notSaved)
        sayNotSaved(*sample->notSaved);
    m_entries.askForOriginal(id);
    showStanding();
}

void SamplesPage::showOriginal(const SampleId &id, const std::optional<Error> &error)
{
    if (id != m_editing.shown())
        return;
    m_editing.show(id);
    if (error)
        say(Tone::Warning,
            tr("What this event was converted from cannot be read: %1.").arg(error->message).toHtmlEscaped());
}

SampleStanding SamplesPage::standing() const
{
    const Sample *const sample = m_editing.sample();
    const EventEditors &editors = m_ui->detailWidget->editors();
    SampleStanding out;
    out.isEmpty = m_entries.isEmpty();
    out.isShown = m_entries.holds(m_editing.shown());
    out.isPasted = m_editing.pasted();
    out.isConverted = m_entries.originalOf(m_editing.shown());
    out.isOriginalJson = editors.originalDocument().isValid();
    out.isBroken = m_editing.error().has_value();
    const json::Document &event = editors.eventDocument();
    out.isObject = out.isShown && event.isValid() && event.root().isObject();
    out.isNotSaved = sample && sample->notSaved;
    return out;
}

void SamplesPage::showStanding()
{
    const SampleStanding now = standing();
    m_ui->keepButton->setVisible(now.isPasted);
    m_ui->keepButton->setEnabled(!now.isBroken && now.isObject);
    m_ui->keepButton->setText(now.isConverted ? tr("Keep the converted event") : tr("Keep the event"));
    m_ui->keepPastedButton->setVisible(now.isPasted && now.isConverted);
    m_ui->keepPastedButton->setEnabled(now.isOriginalJson);
    m_ui->keepPastedButton->setToolTip(
        now.isOriginalJson ? QString() : tr("A call in a script is no event that can be tested with."));
    m_ui->testButton->setVisible(!now.isPasted);
    m_ui->testButton->setEnabled(now.isObject);
    m_ui->footLine->setHelp(footSentenceOf(now).toHtmlEscaped());
    Q_EMIT hintChanged();
}

/// In the place of what the foot says otherwise: nothing moves under the mouse.
void SamplesPage::say(Tone tone, const QString &richText)
{
    m_saysNotSaved = false;
    m_ui->messageLine->setMessage(tone, richText);
    m_ui->messageLine->setToolTip(plainToolTip(QTextDocumentFragment::fromHtml(richText).toPlainText()));
    m_ui->messageLine->setVisible(!richText.isEmpty());
    m_ui->footLine->setVisible(richText.isEmpty());
}

void SamplesPage::sayNotSaved(const Error &error)
{
    say(Tone::Error, sentenceOf(error).toHtmlEscaped());
    m_saysNotSaved = true;
    showStanding();
}

void SamplesPage::sampleSaved()
{
    if (m_saysNotSaved && m_entries.session()->samples().unsaved().isEmpty())
        say(Tone::Neutral, {});
    showStanding();
}

} // namespace designer::ui
