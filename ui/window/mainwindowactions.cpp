// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"
#include "ui/body/bodypage.h"
#include "ui/common/firstkeys.h"
#include "ui/common/messageline.h"
#include "ui/common/sentence.h"
#include "ui/destinations/destinationspane.h"
#include "ui/exchange/exportpage.h"
#include "ui/samples/samplespage.h"
#include "ui/testing/testpanel.h"
#include "ui/theme/theme.h"
#include "ui/welcome/emptyworkspacepage.h"
#include "ui/window/connectionhead.h"
#include "ui/window/connectionview.h"
#include "ui/window/footbar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/undoactions.h"
#include "json/text.h"

#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>

#include <array>
#include <utility>

namespace designer::ui {

namespace {

/// Gives the focus to the first that takes it by Tab inside \a pane.
bool focusFirst(QWidget &pane)
{
    QWidget *candidate = pane.nextInFocusChain();
    for (int i = 0; candidate && candidate != &pane && i < 2000; ++i) {
        if (pane.isAncestorOf(candidate) && candidate->isVisible() && candidate->isEnabled()
            && (candidate->focusPolicy() & Qt::TabFocus) != 0) {
            candidate->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
        candidate = candidate->nextInFocusChain();
    }
    return false;
}

} // namespace

QAction *MainWindow::action(const QString &text, const QKeySequence &keys, void (MainWindow::*slot)())
{
    auto *const made = new QAction(text, this);
    made->setShortcut(keys);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

/// Brings up a screen in place of the connection.
QAction *MainWindow::screenAction(const QString &text, const QKeySequence &keys, void (MainWindow::*slot)())
{
    QAction *const made = action(text, keys, slot);
    made->setObjectName(QStringLiteral("screenAction"));
    return made;
}

/// As on other desktops' windows: the keyboard's way into the menus.
void MainWindow::openMenuBar()
{
    menuBar()->setActiveAction(menuBar()->actions().value(0));
}

void MainWindow::makeActions()
{
    addAction(action({}, QKeySequence(Qt::Key_F10), &MainWindow::openMenuBar));
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeConnectionMenu();
    QMenu *const test = menuBar()->addMenu(tr("&Test"));
    QAction *const run
        = action(tr("Test Endpoint"), QKeySequence(Qt::CTRL | Qt::Key_Return), &MainWindow::testEndpoint);
    run->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    test->addAction(run);
    test->addAction(screenAction(tr("Sample events"), {}, &MainWindow::showSamplesPage));
    menuBar()
        ->addMenu(tr("&Help"))
        ->addAction(screenAction(tr("Help"), QKeySequence::HelpContents, &MainWindow::showHelp));
}

void MainWindow::makeFileMenu()
{
    QMenu *const file = menuBar()->addMenu(tr("&File"));
    file->addAction(screenAction(tr("Add Destination"), QKeySequence::New, &MainWindow::addDestination));
    file->addSeparator();
    file->addAction(action(tr("Save"), QKeySequence::Save, &MainWindow::save));
    m_exporting
        = screenAction(tr("Export JSON…"), QKeySequence(Qt::CTRL | Qt::Key_E), &MainWindow::exportJson);
    file->addAction(m_exporting);
    new FirstKeys(m_exporting->shortcut(), this); // it goes with the window
    file->addAction(action(tr("Import JSON…"), QKeySequence(Qt::CTRL | Qt::Key_I), &MainWindow::importFile));
    file->addAction(action(tr("Paste JSON as new"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
                           &MainWindow::importClipboard));
    file->addSeparator();
    file->addAction(action(tr("Open a workspace…"), QKeySequence::Open, &MainWindow::openFolder));
    file->addSeparator();
    auto *const quit = new QAction(tr("Quit"), this);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    file->addAction(quit);
}

void MainWindow::makeEditMenu()
{
    QMenu *const edit = menuBar()->addMenu(tr("&Edit"));
    connect(&m_undoActions->undo(), &QAction::triggered, this, &MainWindow::undo);
    connect(&m_undoActions->redo(), &QAction::triggered, this, &MainWindow::redo);
    edit->addActions({&m_undoActions->undo(), &m_undoActions->redo()});
    edit->addSeparator();
    QAction *const find = action(tr("Find anything"), QKeySequence(Qt::CTRL | Qt::Key_K), &MainWindow::find);
    find->setProperty("foundOtherwise", true);
    edit->addAction(find);
    edit->addAction(action(tr("Find in the body"), {}, &MainWindow::findInBody));
    edit->addAction(action(tr("Format the body"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                           &MainWindow::formatBody));
    edit->addAction(action(tr("Take white space out of the body"), {}, &MainWindow::minifyBody));
}

void MainWindow::makeViewMenu()
{
    QMenu *const view = menuBar()->addMenu(tr("&View"));
    const QStringList titles{tr("Settings"), tr("Headers"), tr("Body"), tr("Conditions"), tr("Notes")};
    for (int i = 0; i < pageCount; ++i) {
        auto *const page = new QAction(titles[i], this);
        page->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        page->setProperty("foundOtherwise", true);
        connect(page, &QAction::triggered, this, [this, i] { goToPage(static_cast<Page>(i)); });
        view->addAction(page);
    }
    view->addSeparator();
    view->addAction(action(tr("Next pane"), QKeySequence(Qt::Key_F6), &MainWindow::focusNextPane));
    m_full = action(tr("Test panel fills the window"), QKeySequence(Qt::Key_F11), &MainWindow::toggleFull);
    m_full->setCheckable(true);
    view->addAction(m_full);
    makeAppearanceMenu(*view);
}

void MainWindow::makeAppearanceMenu(QMenu &view)
{
    QMenu *const appearance = view.addMenu(tr("Appearance"));
    auto *const group = new QActionGroup(this);
    const std::array<std::pair<Scheme, QString>, 3> schemes{
        {{Scheme::System, tr("As the desktop")}, {Scheme::Light, tr("Light")}, {Scheme::Dark, tr("Dark")}}};
    for (const auto &[scheme, words] : schemes) {
        auto *const one = new QAction(words, group);
        one->setCheckable(true);
        one->setChecked(theme().scheme() == scheme);
        connect(one, &QAction::triggered, this, [this, scheme = scheme] { chooseScheme(scheme); });
        appearance->addAction(one);
    }
}

void MainWindow::chooseScheme(Scheme scheme)
{
    theme().setScheme(scheme);
    QSettings().setValue(QStringLiteral("scheme"), static_cast<int>(scheme));
}

void MainWindow::makeConnectionMenu()
{
    QMenu *const connection = menuBar()->addMenu(tr("&Connection"));
    QAction *const renaming = action(tr("Rename"), QKeySequence(Qt::Key_F2), &MainWindow::rename);
    QAction *const copying
        = action(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &MainWindow::duplicate);
    QAction *const removing = action(tr("Delete"), {}, &MainWindow::removeDestination);
    connection->addActions({renaming, copying, removing});
    m_pane->setMenu({renaming, copying, m_exporting, removing});
    connection->addAction(
        action(tr("Next thing to mend"), QKeySequence(Qt::Key_F8), &MainWindow::nextFinding));
    connection->addAction(action(tr("Previous thing to mend"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
                                 &MainWindow::previousFinding));
    connection->addAction(action(tr("Mend it"), QKeySequence(Qt::ALT | Qt::Key_Return), &MainWindow::mend));
    connection->addAction(action(tr("Search the destinations"), {}, &MainWindow::searchDestinations));
}

/// Of what the keys are for now. The samples' page takes them itself.
QUndoStack *MainWindow::shownHistory() const
{
    if (!m_session)
        return nullptr;
    if (m_pane->hasListFocus() || m_right->currentWidget() == m_emptyPage)
        return &m_session->listHistory();
    if (m_samples && m_right->currentWidget() == m_samples)
        return &m_samples->history();
    return isOnConnection() && document() ? &document()->undoStack() : nullptr;
}

void MainWindow::followHistory()
{
    QUndoStack *const history = shownHistory();
    const auto *const cell = viewOfCell() ? qobject_cast<QLineEdit *>(focusWidget()) : nullptr;
    if (cell)
        connect(cell, &QLineEdit::textChanged, this, &MainWindow::followHistory, Qt::UniqueConnection);
    m_undoActions->follow(history, history && cell && cell->isUndoAvailable());
}

/// The table or the list in a cell of which somebody may be typing; null: the focus is in none.
QAbstractItemView *MainWindow::viewOfCell() const
{
    for (QWidget *at = focusWidget() ? focusWidget()->parentWidget() : nullptr; at; at = at->parentWidget()) {
        if (auto *const view = qobject_cast<QAbstractItemView *>(at))
            return view;
    }
    return nullptr;
}

void MainWindow::undo()
{
    travel(true);
}

void MainWindow::redo()
{
    travel(false);
}

/// What is being typed in a cell is a step of its own before.
void MainWindow::travel(bool isBack)
{
    finishTyping();
    QUndoStack *const history = shownHistory();
    if (!history)
        return;
    if (document() && history == &document()->undoStack())
        isBack ? document()->undo() : document()->redo();
    else if (m_samples && history == &m_samples->history())
        isBack ? m_samples->undo() : m_samples->redo();
    else
        isBack ? history->undo() : history->redo();
}

void MainWindow::save()
{
    m_leaving.callOff();
    finishTyping();
    const bool isExport = m_export && m_right->currentWidget() == m_export; // of this one
    if (document() && (isOnConnection() || isExport))
        m_session->save(m_row);
}

/// Whether keys for the connection mean it: a screen in its place hides it.
bool MainWindow::isOnConnection() const
{
    return m_right->currentWidget() == m_view;
}

/// What is being typed in a cell of a table or a list counts too.
void MainWindow::finishTyping()
{
    if (QAbstractItemView *const view = viewOfCell())
        view->setFocus();
}

/// The same, and typing goes on where it was.
void MainWindow::takeTyping()
{
    const QPointer<QLineEdit> cell = qobject_cast<QLineEdit *>(focusWidget());
    const QAbstractItemView *const view = viewOfCell();
    if (!cell || !view || !view->itemDelegateForIndex(view->currentIndex()))
        return;
    const int caret = cell->cursorPosition();
    Q_EMIT view->itemDelegateForIndex(view->currentIndex())->commitData(cell);
    if (cell)
        cell->setCursorPosition(caret); // what is in the cell is written into it again
}

/// What is said at the head of a connection is seen, whatever screen is in its place.
void MainWindow::bringForward(int row)
{
    if (row >= 0)
        m_pane->setCurrentRow(row);
    if (!isOnConnection()) {
        showRightScreen();
        showStanding();
    }
}

/// The focus stays in the panel, or comes into it: what else had it is hidden.
void MainWindow::toggleFull()
{
    QPointer<QWidget> focused = focusWidget();
    TestPanel &panel = m_view->testPanel();
    m_view->setFull(!m_view->isFull());
    if (focused && panel.isAncestorOf(focused))
        focused->setFocus(Qt::OtherFocusReason);
    else if (m_view->isFull())
        focusFirst(panel);
}

void MainWindow::nextFinding()
{
    goToFinding(false);
}

void MainWindow::previousFinding()
{
    goToFinding(true);
}

void MainWindow::removeDestination()
{
    m_pane->removeCurrent();
}

void MainWindow::searchDestinations()
{
    m_pane->focusSearch();
}

void MainWindow::rename()
{
    m_pane->renameCurrent();
}

/// F6 goes round: list, page, test panel, head.
void MainWindow::focusNextPane()
{
    const std::array<QWidget *, 4> panes{m_pane, &m_view->pagesSide(), &m_view->testPanel(), &m_view->head()};
    const QWidget *const focused = focusWidget();
    std::size_t current = panes.size() - 1;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (focused && panes[i]->isAncestorOf(focused))
            current = i;
    }
    for (std::size_t step = 1; step <= panes.size(); ++step) {
        QWidget *const next = panes[(current + step) % panes.size()];
        if (next->isVisible() && focusFirst(*next))
            return;
    }
}

void MainWindow::findInBody()
{
    goToPage(Page::Body);
    m_body->find(false);
}

void MainWindow::formatBody()
{
    goToPage(Page::Body);
    m_body->format();
}

void MainWindow::minifyBody()
{
    goToPage(Page::Body);
    m_body->minify();
}

void MainWindow::mend()
{
    if (isOnConnection())
        m_view->mend();
}

void MainWindow::openFolder()
{
    Prompter::FileQuestion question;
    question.title = tr("Open a workspace");
    question.folder = m_session ? m_session->folder().path() : QString();
    m_services.prompter->askFolder(this, question, [this](const QString &path) {
        const auto folder
            = path.isEmpty() ? Result<workspace::Folder>(Error()) : workspace::Folder::open(path);
        if (!path.isEmpty() && !folder)
            m_foot->setSentence({Tone::Error, lineOf(folder.error())});
        if (!folder)
            return;
        finishTyping();
        m_leaving.start(Prompter::Occasion::OpenAnother, [this, folder = *folder] { openWorkspace(folder); });
    });
}

} // namespace designer::ui
