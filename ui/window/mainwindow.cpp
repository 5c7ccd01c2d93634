// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/body/bodypage.h"
#include "ui/common/sentence.h"
#include "ui/conditions/conditionspage.h"
#include "ui/destinations/destinationspane.h"
#include "ui/editor/codeeditor.h"
#include "ui/exchange/exportpage.h"
#include "ui/finder/finder.h"
#include "ui/headers/headerspage.h"
#include "ui/samples/samplespage.h"
#include "ui/settings/notespage.h"
#include "ui/settings/settingspage.h"
#include "ui/testing/testpanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/surface.h"
#include "ui/theme/theme.h"
#include "ui/welcome/emptyworkspacepage.h"
#include "ui/welcome/welcomeline.h"
#include "ui/window/connectionhead.h"
#include "ui/window/connectionview.h"
#include "ui/window/footbar.h"
#include "ui/window/noticeline.h"
#include "ui/window/undoactions.h"
#include "json/text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

/// From this width on, in px at the design's text size, the event is a column of its own.
constexpr int wideFrom = 1600;

constexpr QLatin1String geometryView("window");
constexpr QLatin1String splitterView("connection");
constexpr QLatin1String columnsView("columns");

QWidget *verticalRule(QWidget *parent)
{
    auto *const rule = new QWidget(parent);
    rule->setBackgroundRole(QPalette::Mid);
    rule->setAutoFillBackground(true);
    rule->setFixedWidth(theme().size(Metric::EdgeWidth));
    return rule;
}

} // namespace

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent), m_services(std::move(services)), m_secrets(std::move(m_services.keychain)),
      m_sandbox(m_services.sandbox), m_live(m_services.now),
      m_tester(m_live, [this](const auto &names, auto done) { m_secrets.collect(names, std::move(done)); }),
      m_checker(m_services.now), m_leaving(*this, *m_services.prompter), m_pane(new DestinationsPane(this)),
      m_right(new QStackedWidget(this)), m_view(new ConnectionView(m_live, this)), m_foot(new FootBar(this)),
      m_emptyPage(new EmptyWorkspacePage(this)), m_welcome(new WelcomeLine(this)),
      m_sharedNotice(new NoticeLine(this)), m_draftsNotice(new NoticeLine(this)), m_finder(new Finder(this)),
      m_workspaceLabel(new QLabel(this)), m_undoActions(new UndoActions(this))
{
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    m_live.setVersion(m_services.version);
    layOut();
    makePages();
    makeActions();
    connectParts();
    connectTesting();
    resize(QSize(theme().scaled(1280), theme().scaled(800)).boundedTo(screen()->availableSize()));
    m_sandbox.start();
}

MainWindow::~MainWindow()
{
    // Its parts still tell each other of what goes; nobody is to listen any more.
    m_pane->disconnect(this);
    m_right->disconnect(this);
    qApp->disconnect(this);
    m_secrets.disconnect(this);
    if (m_export)
        m_export->disconnect(this);
    if (m_samples)
        m_samples->setSession(nullptr);
    m_view->setDocument(nullptr);
    m_pane->setSession(nullptr);
}

void MainWindow::layOut()
{
    m_right->addWidget(m_view);
    m_right->addWidget(m_emptyPage);
    // Its screens want different heights: none of them is to make the window larger than the desktop.
    m_right->setMinimumSize(theme().scaled(680), theme().scaled(420));
    auto *const central = new QWidget(this);
    auto *const side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(m_sharedNotice);
    side->addWidget(m_draftsNotice);
    side->addWidget(m_welcome);
    side->addWidget(m_right, 1);
    side->addWidget(m_foot);
    auto *const row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSurface(*m_pane, Color::Panel);
    setSurface(*m_right, Color::Panel);
    row->addWidget(m_pane);
    row->addWidget(verticalRule(central));
    row->addLayout(side, 1);
    setCentralWidget(central);
    m_workspaceLabel->setMinimumHeight(theme().size(Metric::MenuBar));
    m_workspaceLabel->setForegroundRole(QPalette::PlaceholderText);
    m_workspaceLabel->setContentsMargins(0, 0, theme().size(Space::S12), 0);
    menuBar()->setCornerWidget(m_workspaceLabel);
}

void MainWindow::makePages()
{
    auto *const settings = new SettingsPage(m_view);
    const auto isIdTaken = [this](const std::string &id) {
        return m_session && m_row >= 0 && m_session->isIdTaken(id, m_row);
    };
    settings->setIdCheck(isIdTaken);
    settings->setSavedCheck([this] { return m_session && m_row >= 0 && m_session->at(m_row).print; });
    m_live.setIdCheck(isIdTaken);
    m_view->setPage(Page::Settings, settings);
    auto *const headers = new HeadersPage(m_secrets, m_view);
    m_view->setPage(Page::Headers, headers);
    connect(headers, &HeadersPage::headerCountChanged, this,
            [this](int count) { m_view->setCount(Page::Headers, count); });
    makeBodyPage();
    auto *const conditions = new ConditionsPage(m_view);
    m_view->setPage(Page::Conditions, conditions);
    m_view->setCount(Page::Conditions, conditions->ruleCount());
    connect(conditions, &ConditionsPage::ruleCountChanged, this,
            [this](int count) { m_view->setCount(Page::Conditions, count); });
    m_view->setPage(Page::Notes, new NotesPage(m_view));
}

void MainWindow::makeBodyPage()
{
    m_body = new BodyPage(m_view);
    m_view->setPage(Page::Body, m_body);
    connect(m_body, &BodyPage::samplesRequested, this, &MainWindow::showSamplesPage);
    connect(m_body, &BodyPage::refused, this,
            [this](const QString &why) { m_view->head().setMessage(Tone::Info, why.toHtmlEscaped()); });
    connect(m_body, &BodyPage::caretMoved, this, &MainWindow::showCaret);
}

/// Where the caret is in the body, and what belongs to it in payload and event.
void MainWindow::showCaret(std::size_t offset)
{
    m_view->testPanel().markBody(offset);
    const int line = m_body->editor().lineOf(offset);
    const std::size_t begin = m_body->editor().lineBegin(line);
    const std::string_view body = document() ? std::string_view(document()->body()) : std::string_view();
    const json::Position place = json::positionAt(body.substr(std::min(begin, body.size())), offset - begin);
    m_foot->setCaret(tr("Line %1, column %2").arg(line + 1).arg(place.column));
}

void MainWindow::connectParts()
{
    const ConnectionHead &head = m_view->head();
    connect(m_pane, &DestinationsPane::currentRowChanged, this, &MainWindow::showRow);
    connect(m_pane, &DestinationsPane::addRequested, this, &MainWindow::addDestination);
    connect(m_pane, &DestinationsPane::deleted, this, &MainWindow::tellDeleted);
    connect(m_emptyPage, &EmptyWorkspacePage::addRequested, this, &MainWindow::addDestination);
    connect(m_emptyPage, &EmptyWorkspacePage::importRequested, this, &MainWindow::importFile);
    connect(m_emptyPage, &EmptyWorkspacePage::linkActivated, this, &MainWindow::followHeadLink);
    connect(&m_importer, &Importer::connectionRead, this, &MainWindow::takeConnection);
    connect(&m_importer, &Importer::eventRead, this, &MainWindow::takeEvent);
    connect(&m_importer, &Importer::failed, this, &MainWindow::sayImportFailed);
    connect(m_welcome, &WelcomeLine::dismissed, this, [this] {
        m_session->state().welcomed = true;
        showWelcome();
    });
    connect(m_sharedNotice, &NoticeLine::linkActivated, this, &QWidget::close);
    connect(&m_leaving, &Leaving::sampleNotSaved, this, &MainWindow::showSample);
    connect(&m_checker, &ListChecker::checked, this,
            [this](const QString &checkedName, const FindingCounts &counts) {
                if (checkedName != name()) // that is worked out as it is shown
                    m_pane->setFindings(checkedName, counts);
            });
    connect(&head, &ConnectionHead::saveRequested, this, &MainWindow::save);
    connect(&head, &ConnectionHead::exportRequested, this, &MainWindow::exportJson);
    connect(&head, &ConnectionHead::activeRequested, this, &MainWindow::setActive);
    connect(&head, &ConnectionHead::linkActivated, this, &MainWindow::followHeadLink);
    connect(m_right, &QStackedWidget::currentChanged, this, &MainWindow::followHistory);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::followHistory);
    connectView();
}

void MainWindow::connectView()
{
    const TestPanel &panel = m_view->testPanel();
    connect(&panel, &TestPanel::pointerChosen, this, [this](const QString &pointer) {
        m_view->reveal({pageOf(pointer.toStdString()), pointer});
    });
    connect(&panel, &TestPanel::linesMarked, this,
            [this](std::optional<int> payload, std::optional<int> event) {
                m_foot->setMatchingLines(
                    payload && event ? tr("payload line %1, event line %2").arg(*payload + 1).arg(*event + 1)
                        : payload    ? tr("payload line %1").arg(*payload + 1)
                        : event      ? tr("event line %1").arg(*event + 1)
                                     : QString());
            });
    connect(&panel, &TestPanel::pathChosen, this, [this](const QString &path) {
        goToPage(Page::Body);
        m_body->insertField(path);
    });
    connect(&panel, &TestPanel::bodyOffsetChosen, this, [this](std::size_t offset) {
        m_view->reveal({Page::Body, QString::number(offset)});
    });
    connect(&panel, &TestPanel::fullRequested, this, &MainWindow::toggleFull);
    connect(&panel, &TestPanel::foldRequested, this,
            [this] { m_view->setFolded(!m_view->testPanel().isFolded()); });
    connect(m_view, &ConnectionView::fullChanged, m_full, &QAction::setChecked);
    connect(m_view, &ConnectionView::refused, this,
            [this](const Error &error) { sayUntilChange(Tone::Error, sentenceOf(error).toHtmlEscaped()); });
    connect(m_view, &ConnectionView::pageChanged, this, [this](Page page) {
        m_foot->setCaretShown(page == Page::Body);
        if (m_session && m_row >= 0)
            m_session->remembered(name()).page = QString::number(static_cast<int>(page));
    });
}

void MainWindow::openWorkspace(const workspace::Folder &folder)
{
    // With a copy of the folder, for it may be the one of the session that goes now.
    const auto made = [folder] { return std::make_unique<Session>(folder); };
    m_leaving.setSession(nullptr);
    m_tester.setSession(nullptr);
    m_view->setDocument(nullptr);
    m_pane->setSession(nullptr);
    m_conflicts.clear();
    m_failures.clear();
    m_notSaved.clear();
    m_row = -1;
    m_name.clear();
    m_checker.stop();
    if (m_samples)
        m_samples->setSession(nullptr);
    if (m_session)
        m_session->listHistory().disconnect(this); // it empties itself as it goes
    m_session.reset(); // it may be of the same folder, and would count as another window of it
    m_session = made();
    m_leaving.setSession(m_session.get());
    m_tester.setSession(m_session.get());
    if (m_samples)
        m_samples->setSession(m_session.get());
    addSession();
}

void MainWindow::addSession()
{
    const QString selected = m_session->state().selected; // a list that has the focus chooses a row by itself
    m_pane->setSession(m_session.get());
    connect(m_session.get(), &Session::saved, this, &MainWindow::saved);
    connect(m_session.get(), &Session::saveFailed, this, &MainWindow::saveFailed);
    connect(m_session.get(), &Session::failed, this, &MainWindow::sessionFailed);
    connect(m_session.get(), &Session::changedOnDisk, this, &MainWindow::changedOnDisk);
    connect(m_session.get(), &Session::theirsRefused, this, &MainWindow::theirsRefused);
    connect(m_session.get(), &Session::goneChanged, this, &MainWindow::goneChanged);
    connect(m_session.get(), &Session::changed, this, &MainWindow::followChange);
    connect(&m_session->samples(), &SampleStore::changed, this, [this] {
        showSamples();
        m_checker.startSoon(*m_session);
    });
    followList();
    followNotices();
    setWindowTitle(tr("%1 – Connection Designer").arg(folderTitle()));
    m_workspaceLabel->setText(tr("Workspace: %1").arg(folderTitle()));
    showWelcome();
    m_checker.start(*m_session);
    restoreView();
    const int remembered = m_session->rowOf(selected);
    m_pane->setCurrentRow(remembered >= 0 ? remembered : 0);
    showRightScreen();
}

/// The rows move, and what is shown stays what it is; nobody is taken to what somebody else added.
void MainWindow::followList()
{
    m_emptyPage->say(Tone::Neutral, {});
    connect(&m_session->listHistory(), &QUndoStack::indexChanged, this, &MainWindow::followListHistory);
    connect(m_session.get(), &Session::inserted, this, &MainWindow::followRow);
    connect(m_session.get(), &Session::removed, this, &MainWindow::followRow);
    connect(m_session.get(), &Session::moved, this, &MainWindow::followRow);
    connect(m_session.get(), &Session::added, m_pane, &DestinationsPane::setCurrentRow);
    connect(m_session.get(), &Session::appeared, this, [this](int row) {
        if (m_right->currentWidget() == m_emptyPage)
            m_pane->setCurrentRow(row);
        m_checker.start(*m_session);
    });
    connect(m_session.get(), &Session::reread, this, [this] {
        m_live.refresh();
        m_checker.startSoon(*m_session);
    });
}

/// One that is not shown follows its file, or has been saved.
void MainWindow::followChange(int row)
{
    if (row != m_row) {
        m_live.refresh(); // its id may be another one
        m_checker.startSoon(*m_session);
        return;
    }
    m_checker.passOver(name());
    m_activatesWhenKnown = false;
    if (const QString said = std::exchange(m_untilChange, {}); !said.isEmpty())
        m_view->head().unsay(said);
    showStanding();
}

void MainWindow::sayUntilChange(Tone tone, const QString &richText)
{
    m_untilChange = richText;
    m_view->head().setMessage(tone, richText);
}

void MainWindow::showWelcome()
{
    m_welcome->setVisible(m_session && !m_session->state().welcomed);
}

/// The connection, or what to do where there is none.
void MainWindow::showRightScreen()
{
    const bool empty = !m_session || m_session->count() == 0;
    m_right->setCurrentWidget(empty ? static_cast<QWidget *>(m_emptyPage) : m_view);
    if (empty) {
        m_foot->setSentence({Tone::Info, tr("No destinations yet. Next: add one (Ctrl+N).")});
        m_foot->setVerdicts({}, {});
        m_foot->setCaretShown(false);
    }
}

QString MainWindow::folderTitle() const
{
    return m_session ? m_session->folder().title() : QString();
}

QString MainWindow::name() const
{
    return m_session && m_row >= 0 ? m_name : QString();
}

ConnectionDocument *MainWindow::document() const
{
    return m_live.document();
}

/// Of those that came and went one may have had the id of the one that is shown.
void MainWindow::followRow()
{
    m_row = m_session->rowOf(m_name);
    m_live.refresh();
    m_checker.startSoon(*m_session);
}

void MainWindow::showRow(int row)
{
    if (document() && !m_live.isFresh())
        m_checker.startSoon(*m_session); // nobody else says what came of the last change
    m_row = row;
    m_name = m_session && row >= 0 ? m_session->at(row).name : QString();
    m_idTaken.reset();
    m_activatesWhenKnown = false;
    showRightScreen();
    ConnectionDocument *const shown = m_session ? m_session->document(row) : nullptr;
    m_view->setDocument(shown);
    if (shown)
        showCaret(m_body->editor().caret()); // where it is not seen, it says nothing itself
    m_view->head().setMessage(Tone::Neutral, {});
    if (shown) {
        const workspace::RememberedConnection &remembered = m_session->remembered(name());
        m_view->setCurrentPage(static_cast<Page>(
            std::clamp(remembered.page.isEmpty() ? static_cast<int>(Page::Body) : remembered.page.toInt(), 0,
                       pageCount - 1)));
        m_session->state().selected = name();
    }
    sayAtHead(row);
    showSamples();
    m_tester.show(name());
    m_view->testPanel().setResult(m_tester.result());
    m_view->testPanel().setRunning(m_tester.isTesting());
    followHistory();
    showStanding();
}

/// What there is to say of it as soon as it is shown.
void MainWindow::sayAtHead(int row)
{
    if (m_session && row >= 0 && m_session->at(row).restored)
        sayUntilChange(Tone::Info,
                       m_session->at(row).print
                           ? tr("Unsaved work of last time is back. Ctrl+Z takes it away.")
                           : tr("Unsaved work of last time is back."));
    if (const auto conflict = m_conflicts.find(name()); conflict != m_conflicts.end())
        askWhose(row, conflict->second);
    else if (m_session && row >= 0 && m_session->at(row).gone)
        sayGone();
    else if (const auto reason = m_notSaved.find(name());
             reason != m_notSaved.end() && m_session->isModified(row))
        m_view->head().setMessage(Tone::Error, reason->second.toHtmlEscaped());
    else if (const auto failure = m_failures.extract(name()))
        m_view->head().setMessage(Tone::Error, failure.mapped().toHtmlEscaped());
}

void MainWindow::rememberView()
{
    if (!m_session)
        return;
    auto &views = m_session->state().views;
    views[geometryView] = saveGeometry();
    views[splitterView] = m_view->saveState();
    views[columnsView] = m_view->testPanel().saveState();
}

void MainWindow::restoreView()
{
    const auto &views = m_session->state().views;
    const auto restore = [&views](const QString &view, const auto &into) {
        if (const auto found = views.find(view); found != views.end())
            into(found->second);
    };
    restore(geometryView, [this](const QByteArray &state) { restoreGeometry(state); });
    restore(splitterView, [this](const QByteArray &state) { m_view->restoreState(state); });
    restore(columnsView, [this](const QByteArray &state) { m_view->testPanel().restoreState(state); });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_view->testPanel().setEventShown(width() >= theme().scaled(wideFrom));
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_session) {
        m_session->checkDisk();
        m_session->samples().save();
    }
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    finishTyping();
    if (!m_leaving.isFree()) {
        event->ignore();
        m_leaving.start(Prompter::Occasion::Close, [this] { close(); });
        return;
    }
    rememberView();
    if (m_session)
        m_session->flush();
    QMainWindow::closeEvent(event);
}

} // namespace designer::ui
