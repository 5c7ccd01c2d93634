// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplespage.h"

#include "event/samples.h"
#include "ui/editor/theming.h"
#include "ui/samples/samplesmodel.h"
#include "ui/theme/theme.h"
#include "ui_samplespage.h"
#include "json/text.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>

namespace designer::ui {

namespace {

constexpr int pauseMilliseconds = 600;
/// What is typed without a pause is in a draft at the latest so long after the key.
constexpr int typingMilliseconds = 1000;

/// The text under which a sample that ships is kept, by its title.
const std::map<QString, std::string> &shippedTexts()
{
    static const std::map<QString, std::string> texts = [] {
        std::map<QString, std::string> out;
        for (const event::ShippedSample &sample : event::shippedSamples(std::chrono::system_clock::now())) {
            if (const auto converted = event::convert(sample.text, sample.fileName))
                out.emplace(sample.title, converted->text);
        }
        return out;
    }();
    return texts;
}

bool isHistoryKey(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
}

} // namespace

SamplesPage::SamplesPage(Prompter &prompter, QWidget *parent, Clock now)
    : QWidget(parent), m_ui(std::make_unique<Ui::SamplesPage>()), m_prompter(prompter), m_now(std::move(now)),
      m_model(new SamplesModel(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_ui->samplesList->setModel(m_model);
    m_ui->samplesList->setItemDelegate(new TwoLineDelegate(m_ui->samplesList));
    m_ui->samplesList->installEventFilter(this);
    m_ui->nameEdit->installEventFilter(this);
    m_ui->pasteButton->setIcon(icon(Icon::Clipboard));
    m_ui->openButton->setIcon(icon(Icon::File));
    m_ui->duplicateButton->setIcon(icon(Icon::Copy));
    m_ui->keepButton->setProperty("primary", true);
    m_ui->testButton->setProperty("primary", true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMilliseconds);
    setFocusProxy(m_ui->searchField);
    setUpEditors();
    setUpEmptyState();
    layOut();
    connectParts();
    connectEditor();
    say(Tone::Neutral, {});
    refreshList();
    showEntry();
}

SamplesPage::~SamplesPage()
{
    m_ui->samplesList->selectionModel()->disconnect(this);
}

void SamplesPage::setUpEditors()
{
    m_ui->originalEditor->setReadOnly(true);
    m_ui->originalEditor->setAccessibleName(tr("The event as it was pasted"));
    m_ui->eventEditor->setAccessibleName(tr("The event"));
    for (CodeEditor *const editor : {m_ui->originalEditor, m_ui->eventEditor}) {
        editor->setPlaceholdersShown(false);
        followTheme(*editor);
    }
}

void SamplesPage::setUpEmptyState()
{
    EmptyState *const empty = m_ui->emptyPage;
    empty->setContent(
        Icon::Bolt, tr("No sample events in this workspace"),
        tr("A sample is one event as Hardal would send it. With one, you see at once what would "
           "be sent and what Insider would say."));
    const auto shipped = event::shippedSamples({}).size();
    QPushButton *const use = empty->addPrimaryButton(tr("Use the %1 shipped samples").arg(shipped));
    QPushButton *const paste = empty->addButton(Icon::Clipboard, tr("Paste an event"));
    QPushButton *const open = empty->addButton(Icon::File, tr("Open a file…"));
    connect(use, &QPushButton::clicked, this, &SamplesPage::useShippedSamples);
    connect(paste, &QPushButton::clicked, this, &SamplesPage::pasteEvent);
    connect(open, &QPushButton::clicked, this, &SamplesPage::openFile);
}

void SamplesPage::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    const int gap = theme().size(Space::S12);
    const int small = theme().size(Space::S8);
    m_ui->headWidget->setFixedHeight(theme().size(Metric::HeadBar));
    m_ui->headLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->headLayout->setSpacing(small);
    m_ui->titleLabel->setFont(theme().font(Font::Title));
    m_ui->listWidget->setFixedWidth(theme().scaled(232));
    m_ui->searchLayout->setContentsMargins(edge, gap, edge, theme().size(Space::S4));
    m_ui->nameLayout->setContentsMargins(edge, gap, edge, small);
    m_ui->nameLayout->setSpacing(gap);
    m_ui->bannerLayout->setContentsMargins(edge, 0, edge, small);
    m_ui->bannerLayout->setSpacing(small);
    for (QLayout *const head : {m_ui->originalHeadLayout->layout(), m_ui->eventHeadLayout->layout()}) {
        head->setContentsMargins(edge, 0, edge, 0);
        head->setSpacing(gap);
    }
    for (QWidget *const head : {m_ui->originalHead, m_ui->eventHead})
        head->setFixedHeight(theme().size(Metric::ColumnHead));
    m_ui->belowLayout->setContentsMargins(edge, small, edge, small);
    m_ui->belowLayout->setSpacing(edge);
    m_ui->stepsLayout->setSpacing(theme().size(Space::S4));
    m_ui->lacksLayout->setSpacing(theme().size(Space::S4));
    m_ui->belowWidget->setMaximumHeight(theme().scaled(188));
    m_ui->footWidget->setFixedHeight(theme().size(Metric::PageFoot));
    m_ui->footLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->footLayout->setSpacing(small);
    m_ui->nothingFoundLabel->setMargin(edge);
    for (QLabel *const label : {m_ui->originalLabel, m_ui->eventLabel})
        label->setFont(theme().font(Font::Bold));
    for (QLabel *const label : {m_ui->doneHeading, m_ui->lacksHeading})
        label->setFont(theme().font(Font::SmallBold));
    for (QLabel *const label : {m_ui->originalLines, m_ui->eventLines})
        label->setFont(theme().font(Font::Small));
    for (QLabel *const label :
         std::initializer_list<QLabel *>{m_ui->originalLines, m_ui->eventLines, m_ui->aboutLabel,
                                         m_ui->doneHeading, m_ui->lacksHeading, m_ui->nothingFoundLabel})
        label->setForegroundRole(QPalette::PlaceholderText);
}

void SamplesPage::connectParts()
{
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &SamplesPage::refreshList);
    connect(m_ui->searchField, &SearchField::moveRequested, this, &SamplesPage::moveBy);
    connect(m_ui->samplesList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showRow(current.row()); });
    connect(m_ui->samplesList, &QListView::doubleClicked, this, &SamplesPage::useForTests);
    connect(m_ui->nameEdit, &QLineEdit::editingFinished, this, &SamplesPage::rename);
    connect(m_ui->duplicateButton, &QPushButton::clicked, this, &SamplesPage::duplicate);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &SamplesPage::remove);
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &SamplesPage::pasteEvent);
    connect(m_ui->openButton, &QPushButton::clicked, this, &SamplesPage::openFile);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SamplesPage::closed);
    connect(m_ui->keepButton, &QPushButton::clicked, this, &SamplesPage::keepConverted);
    connect(m_ui->keepPastedButton, &QPushButton::clicked, this, &SamplesPage::keepAsPasted);
    connect(m_ui->testButton, &QPushButton::clicked, this, &SamplesPage::useForTests);
    connect(m_ui->messageLine, &MessageLine::linkActivated, this, &SamplesPage::followLink);
    connect(m_ui->banner, &Banner::linkActivated, this, &SamplesPage::followLink);
    connect(m_ui->errorLine, &MessageLine::linkActivated, this, &SamplesPage::followLink);
    connect(m_ui->timeLine, &MessageLine::linkActivated, this, &SamplesPage::fillIn);
    connect(m_ui->customerLine, &MessageLine::linkActivated, this, &SamplesPage::fillIn);
}

void SamplesPage::connectEditor()
{
    CodeEditor *const editor = m_ui->eventEditor;
    connect(editor, &CodeEditor::edited, this,
            [this](const json::TextEdit &edit, const std::string &removed) {
                historyShown().steps.record(edit, removed);
                edited();
            });
    connect(editor, &CodeEditor::undoRequested, this, [this] { step(historyShown().steps.undo()); });
    connect(editor, &CodeEditor::redoRequested, this, [this] { step(historyShown().steps.redo()); });
    connect(&m_pause, &QTimer::timeout, this, &SamplesPage::saveNow);
    connect(&m_typing, &QTimer::timeout, this, &SamplesPage::writeDrafts);
    for (CodeEditor *const one : {m_ui->originalEditor, m_ui->eventEditor}) {
        connect(one, &CodeEditor::caretMoved, this, [this, one] {
            if (one->hasFocus())
                markFrom(*one);
        });
    }
}

void SamplesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SamplesPage::setSession(Session *session)
{
    saveNow();
    leaveDrafts();
    if (m_session) {
        m_session->saveSamples();
        m_session->disconnect(this);
    }
    m_session = session;
    m_pending.clear();
    m_broken.clear();
    m_originals.clear();
    m_steps.clear();
    m_stepsDone = 0;
    m_histories.clear();
    m_shown = {};
    if (session) {
        connect(session, &Session::samplesChanged, this, &SamplesPage::refreshList);
        connect(session, &Session::sampleKeptBeside, this, &SamplesPage::followKept);
        connect(session, &Session::sampleFailed, this, &SamplesPage::sayNotSaved);
        connect(session, &Session::sampleSaved, this, &SamplesPage::sampleSaved);
        askForDrafts();
    }
    start();
}

void SamplesPage::start(const QString &name)
{
    m_ui->searchField->clear();
    say(Tone::Neutral, {});
    refreshList();
    if (m_session && m_session->sample(name))
        choose(0, name);
    else if (m_model->rowCount() > 0)
        choose(m_model->entry(0).pending, m_model->entry(0).name);
    else
        showEntry();
}

QString SamplesPage::aboutSample(const Sample &sample) const
{
    if (!sample.event || m_broken.contains(sample.name))
        return tr("does not read as an event");
    if (sample.notSaved)
        return tr("not saved yet");
    const auto shipped = shippedTexts().find(sample.name);
    const bool isShipped = shipped != shippedTexts().end()
        && shipped->second.size() == sample.text.size(); // times are moved when it is handed out
    const QString name = json::toQString(sample.event->eventName());
    const QString whose = isShipped ? tr("shipped") : tr("yours");
    return name.isEmpty() ? whose : tr("%1 · %2").arg(name, whose);
}

void SamplesPage::refreshList()
{
    const QString words = m_ui->searchField->text();
    std::vector<SampleEntry> entries;
    const auto add = [&](SampleEntry entry) {
        if (entry.name.contains(words, Qt::CaseInsensitive)
            || entry.about.contains(words, Qt::CaseInsensitive))
            entries.push_back(std::move(entry));
    };
    for (const Pending &waits : m_pending)
        add({waits.number, waits.name, tr("pasted, not kept yet")});
    if (m_session) {
        for (const Sample &sample : m_session->samples())
            add({0, sample.name, aboutSample(sample)});
    }
    m_switching = true;
    m_model->setEntries(std::move(entries));
    m_ui->samplesList->setCurrentIndex(m_model->index(m_model->rowOf(m_shown.pending, m_shown.name)));
    m_switching = false;
    const bool nothing = m_pending.empty() && (!m_session || m_session->samples().empty());
    m_ui->contentStack->setCurrentWidget(nothing ? static_cast<QWidget *>(m_ui->emptyPage) : m_ui->mainPage);
    m_ui->listStack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_ui->samplesList)
                                                              : m_ui->nothingFoundLabel);
    writeDrafts();
}

void SamplesPage::choose(int pending, const QString &name)
{
    saveNow();
    m_shown = {pending, name};
    m_switching = true;
    const QModelIndex index = m_model->index(m_model->rowOf(pending, name));
    m_ui->samplesList->setCurrentIndex(index);
    m_ui->samplesList->scrollTo(index);
    m_switching = false;
    showEntry();
}

void SamplesPage::showRow(int row)
{
    if (m_switching || row < 0)
        return;
    say(Tone::Neutral, {});
    const SampleEntry entry = m_model->entry(row);
    choose(entry.pending, entry.name);
}

void SamplesPage::moveBy(int rows)
{
    const int row = m_ui->samplesList->currentIndex().row() + rows;
    if (m_model->rowCount() > 0)
        showRow(std::clamp(row, 0, m_model->rowCount() - 1));
}

SamplesPage::Pending *SamplesPage::pending(int number)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [number](const Pending &one) { return one.number == number; });
    return found == m_pending.end() ? nullptr : &*found;
}

const Sample *SamplesPage::shownSample() const
{
    return m_session && m_shown.pending == 0 ? m_session->sample(m_shown.name) : nullptr;
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
        event->matches(QKeySequence::Undo) ? undo() : redo();
    else if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT closed();
    else if (event->matches(QKeySequence::Paste))
        pasteEvent();
    else
        QWidget::keyPressEvent(event);
}

bool SamplesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->samplesList && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Return || key == Qt::Key_Enter) {
            key == Qt::Key_Delete ? remove() : useForTests();
            return true;
        }
    }
    if (watched == m_ui->nameEdit && event->type() == QEvent::KeyPress) {
        // Where nothing was typed into it since, its key is for what was done with it.
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isUndo = key.matches(QKeySequence::Undo);
        if (isHistoryKey(key)
            && !(isUndo ? m_ui->nameEdit->isUndoAvailable() : m_ui->nameEdit->isRedoAvailable())) {
            isUndo ? undo() : redo();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SamplesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    saveNow();
    if (m_session)
        m_session->saveSamples();
}

void SamplesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void SamplesPage::dropEvent(QDropEvent *event)
{
    takeMime(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace designer::ui
