// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplespage.h"

#include "ui/common/sentence.h"
#include "ui/editor/codeeditor.h"
#include "ui/samples/eventeditors.h"
#include "ui/samples/eventintake.h"
#include "ui/theme/theme.h"
#include "ui_samplespage.h"
#include "json/text.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>

#include <utility>

namespace designer::ui {

namespace {

bool isHistoryKey(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
}

} // namespace

SamplesPage::SamplesPage(Prompter &prompter, QWidget *parent, Clock now)
    : QWidget(parent), m_ui(std::make_unique<Ui::SamplesPage>()), m_now(std::move(now)),
      m_intake(new EventIntake(prompter, m_disk, this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_ui->pasteButton->setIcon(icon(Icon::Clipboard));
    m_ui->openButton->setIcon(icon(Icon::File));
    m_ui->keepButton->setProperty("primary", true);
    m_ui->testButton->setProperty("primary", true);
    m_ui->aboutLabel->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_ui->listWidget);
    setUpEmptyState();
    layOut();
    connectParts();
    connectDetail();
    connectEditing();
    say(Tone::Neutral, {});
    showList();
    showEntry();
}

/// Its widgets go after all else of it, and have nothing to tell it then.
SamplesPage::~SamplesPage()
{
    m_ui->detailWidget->disconnect(this);
    m_ui->listWidget->disconnect(this);
}

void SamplesPage::connectParts()
{
    connect(m_ui->pasteButton, &QPushButton::clicked, m_intake, &EventIntake::paste);
    connect(m_ui->openButton, &QPushButton::clicked, m_intake, &EventIntake::open);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SamplesPage::closed);
    connect(m_intake, &EventIntake::came, this, &SamplesPage::takeIn);
    connect(m_intake, &EventIntake::nothingCame, this,
            [this] { say(Tone::Info, tr("There is no text to paste. Copy an event first.")); });
    connect(m_intake, &EventIntake::connectionCame, this, &SamplesPage::offer);
    connect(m_intake, &EventIntake::failed, this,
            [this](const Error &error) { say(Tone::Error, lineOf(error).toHtmlEscaped()); });
    connect(m_ui->listWidget, &SampleListPane::chosen, this, [this](const SampleId &id) {
        say(Tone::Neutral, {});
        m_editing.show(id);
    });
    connect(m_ui->listWidget, &SampleListPane::deleteRequested, this, &SamplesPage::remove);
    connect(m_ui->listWidget, &SampleListPane::testRequested, this, &SamplesPage::useForTests);
    connect(m_ui->messageLine, &MessageLine::linkActivated, this, &SamplesPage::followLink);
    connect(m_ui->keepButton, &QPushButton::clicked, this,
            [this] { m_editing.keep(SampleEntries::Form::Converted); });
    connect(m_ui->keepPastedButton, &QPushButton::clicked, this,
            [this] { m_editing.keep(SampleEntries::Form::AsPasted); });
    connect(m_ui->testButton, &QPushButton::clicked, this, &SamplesPage::useForTests);
}

void SamplesPage::connectDetail()
{
    const SampleDetail *const detail = m_ui->detailWidget;
    connect(detail, &SampleDetail::renameRequested, this, &SamplesPage::rename);
    connect(detail, &SampleDetail::deleteRequested, this, &SamplesPage::remove);
    connect(detail, &SampleDetail::duplicateRequested, this, [this] {
        if (m_editing.duplicate())
            m_ui->detailWidget->editName();
    });
    connect(detail, &SampleDetail::remedyChosen, this,
            [this](insider::Lack lack) { m_ui->detailWidget->fillIn(lack, m_now()); });
    connect(detail, &SampleDetail::typed, &m_editing, &SampleEditing::type);
    connect(detail, &SampleDetail::typedAll, &m_editing, &SampleEditing::lookAtTyped);
    connect(detail, &SampleDetail::undoRequested, &m_editing, &SampleEditing::undoTyping);
    connect(detail, &SampleDetail::redoRequested, &m_editing, &SampleEditing::redoTyping);
}

void SamplesPage::connectEditing()
{
    connect(&m_entries, &SampleEntries::changed, this, &SamplesPage::showList);
    connect(&m_entries, &SampleEntries::keptBeside, this, [this](const QString &name, const QString &copy) {
        say(Tone::Warning, keptBesideInWords(name, copy).toHtmlEscaped());
    });
    connect(&m_entries, &SampleEntries::originalRead, this, &SamplesPage::showOriginal);
    connect(&m_entries, &SampleEntries::travelled, &m_ui->detailWidget->editors(), &EventEditors::follow);
    connect(&m_editing, &SampleEditing::shownChanged, this, &SamplesPage::showEntry);
    connect(&m_editing, &SampleEditing::shownChanged, this, &SamplesPage::historyChanged);
    connect(&m_editing, &SampleEditing::shownGone, this,
            [this] { m_editing.show(m_ui->listWidget->nearest()); });
    connect(&m_editing, &SampleEditing::nameChanged, this,
            [this] { m_ui->detailWidget->setName(m_entries.nameOf(m_editing.shown())); });
    connect(&m_editing, &SampleEditing::lookedAt, this, [this] {
        m_ui->detailWidget->takeUpTyped(m_editing.error());
        showStanding();
    });
    connect(&m_editing, &SampleEditing::kept, this, &SamplesPage::sampleChosen);
    connect(&m_keeping, &SampleKeeping::failed, this,
            [this](const Error &error) { say(Tone::Error, sentenceOf(error).toHtmlEscaped()); });
}

void SamplesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SamplesPage::setSession(Session *session)
{
    m_editing.lookAtTyped();
    m_keeping.leave();
    if (Session *const before = m_entries.session()) {
        before->samples().save();
        before->samples().disconnect(this);
    }
    m_entries.setSession(session);
    m_editing.begin();
    if (session) {
        connect(&session->samples(), &SampleStore::failed, this, &SamplesPage::sayNotSaved);
        connect(&session->samples(), &SampleStore::saved, this, &SamplesPage::sampleSaved);
        m_keeping.begin();
    }
    start();
}

void SamplesPage::start(const QString &name)
{
    m_ui->listWidget->clearSearch();
    say(Tone::Neutral, {});
    showList();
    const SampleId wanted = SampleId::ofSample(name);
    m_editing.show(m_entries.sample(wanted) ? wanted : m_ui->listWidget->first());
    offerBack();
}

void SamplesPage::take(const std::string &text, const QString &name)
{
    m_intake->take(text, name);
}

void SamplesPage::takeIn(const PastedEvent &event)
{
    if (!m_entries.session())
        return;
    say(Tone::Neutral, {});
    m_editing.lookAtTyped();
    m_ui->listWidget->clearSearch();
    const bool isKept = event.shape == event::Shape::Canonical;
    m_editing.show(isKept ? m_entries.add(event.name, event.text) : m_entries.addPasted(event));
}

void SamplesPage::offer(const std::string &connection)
{
    m_offered = connection;
    say(Tone::Info,
        tr("This is a connection, not an event.") + QLatin1Char(' ')
            + link(QStringLiteral("connection"), tr("Add it to the destinations")));
}

void SamplesPage::rename(const QString &wish)
{
    if (!m_editing.rename(wish))
        m_ui->detailWidget->setName(m_entries.nameOf(m_editing.shown()));
    else if (!m_saysNotSaved)
        say(Tone::Neutral, {}); // an offer to bring back what was deleted would mean this step
}

void SamplesPage::remove()
{
    if (m_editing.remove())
        offerBack();
}

/// As long as it is the last step: also where the page was left meanwhile. Why what is shown is not saved
/// comes first.
void SamplesPage::offerBack()
{
    if (const Sample *const sample = m_editing.sample(); sample && sample->notSaved)
        return;
    if (const auto name = m_editing.lastDeleted())
        say(Tone::Info,
            tr("“%1” is deleted.").arg(*name).toHtmlEscaped() + QLatin1Char(' ')
                + link(QStringLiteral("back"), tr("Bring it back")));
}

void SamplesPage::travel(bool isBack)
{
    if (!(isBack ? m_editing.steps().canUndo() : m_editing.steps().canRedo()))
        return;
    m_editing.lookAtTyped();
    say(Tone::Neutral, {});
    isBack ? m_editing.undo() : m_editing.redo();
}

/// Where keys for undo are for what was typed.
bool SamplesPage::isInText() const
{
    const auto *const editor = qobject_cast<const CodeEditor *>(QApplication::focusWidget());
    return editor && isAncestorOf(editor) && !editor->isReadOnly() && m_entries.holds(m_editing.shown());
}

QUndoStack &SamplesPage::history()
{
    return isInText() ? m_entries.text(m_editing.shown()).undoStack() : m_editing.steps();
}

void SamplesPage::undo()
{
    isInText() ? m_editing.undoTyping() : travel(true);
}

void SamplesPage::redo()
{
    isInText() ? m_editing.redoTyping() : travel(false);
}

bool SamplesPage::useForTests()
{
    m_editing.lookAtTyped();
    const Sample *const sample = m_editing.sample();
    if (!sample || !sample->event || m_editing.error()) {
        if (!m_entries.isEmpty())
            say(Tone::Info, tr("This cannot be tested with yet. Keep it, or mend it first.").toHtmlEscaped());
        return false;
    }
    Q_EMIT sampleChosen(sample->name);
    Q_EMIT closed();
    return true;
}

void SamplesPage::followLink(const QString &target)
{
    if (target == QLatin1String("back"))
        travel(true);
    else if (target == QLatin1String("connection"))
        Q_EMIT connectionOffered(json::toQString(m_offered));
}

/// Undo is the page's own where no text has the focus: what it takes back is what the page shows.
bool SamplesPage::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !isHistoryKey(*static_cast<QKeyEvent *>(event)))
        return QWidget::event(event);
    event->accept();
    return true;
}

void SamplesPage::keyPressEvent(QKeyEvent *event)
{
    if (isHistoryKey(*event))
        travel(event->matches(QKeySequence::Undo));
    else if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT closed();
    else if (event->matches(QKeySequence::Paste))
        m_intake->paste();
    else
        QWidget::keyPressEvent(event);
}

void SamplesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_editing.lookAtTyped();
    if (Session *const session = m_entries.session())
        session->samples().save();
}

void SamplesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void SamplesPage::dropEvent(QDropEvent *event)
{
    m_intake->drop(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace designer::ui
