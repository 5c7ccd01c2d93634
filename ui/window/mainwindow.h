// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/prompter.h"
#include "ui/document/session.h"
#include "ui/exchange/importer.h"
#include "ui/headers/secretkeeper.h"
#include "ui/testing/liveevaluation.h"
#include "ui/testing/sandboxhost.h"
#include "ui/testing/tester.h"
#include "ui/window/leaving.h"
#include "ui/window/listchecker.h"
#include "ui/window/standing.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

class QAbstractItemView;
class QAction;
class QLabel;
class QMenu;
class QStackedWidget;
class QUndoStack;

namespace designer::ui {

enum class Scheme;
struct FinderEntry;

class AddDestinationPage;
class BodyPage;
class ConnectionView;
class DestinationsPane;
class EmptyWorkspacePage;
class ExportPage;
class Finder;
class FootBar;
class HelpPage;
class NoticeLine;
class UndoActions;
class WelcomeLine;

/// The window. It holds the parts together: what is chosen in the list is what the pages, the test
/// panel and the foot are about.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// What comes from outside.
    struct Services
    {
        std::function<insider::Moment()> now;
        sandbox::Options sandbox;
        std::string version;
        std::unique_ptr<Prompter> prompter;
        std::unique_ptr<secrets::Store> keychain; ///< null: there is none
    };

    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// Opens \a folder in place of what is open.
    void openWorkspace(const workspace::Folder &folder);
    [[nodiscard]] Session *session() { return m_session.get(); }
    [[nodiscard]] LiveEvaluation &live() { return m_live; }

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // mainwindow.cpp
    void layOut();
    void connectParts();
    void connectView();
    void makePages();
    void makeBodyPage();
    void showRow(int row);
    void showCaret(std::size_t offset);
    void sayAtHead(int row);
    void sayUntilChange(Tone tone, const QString &richText);
    void followChange(int row);
    void followRow();
    void addSession();
    void followList();
    void rememberView();
    void restoreView();
    [[nodiscard]] QString folderTitle() const;
    void showRightScreen();
    void showWelcome();

    // mainwindowtesting.cpp
    void connectTesting();
    void showSamples();
    void chooseSample(const QString &name);
    void testEndpoint();
    void test(bool anyway);
    bool leaveForTest();
    bool sayNoTest(const QString &why);
    bool sayNoSample();
    void leadToSample();
    void showResult(const QString &destination);
    void showWhere();
    void showStanding();
    void tellList(const Findings &findings);
    [[nodiscard]] StandingFacts facts() const;
    struct LackingSecret
    {
        std::string header;
        std::string name;
        SecretKeeper::State state;
    };
    [[nodiscard]] std::optional<LackingSecret> withoutSecret() const;

    // mainwindowfinder.cpp
    void find();
    void goTo(const EditPlace &place);
    void goToPage(Page page);
    void addWorkspace(std::vector<FinderEntry> &entries);
    void addParts(std::vector<FinderEntry> &entries);
    void addPlaceholders(std::vector<FinderEntry> &entries);

    // mainwindownotices.cpp
    void followNotices();
    void showShared(bool isShared);
    void showDraftsFailed(const std::optional<Error> &error);

    // mainwindowactions.cpp
    void makeActions();
    void openMenuBar();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeAppearanceMenu(QMenu &view);
    void makeConnectionMenu();
    void chooseScheme(Scheme scheme);
    void openFolder();
    void showHelp();
    QAction *action(const QString &text, const QKeySequence &keys, void (MainWindow::*slot)());
    QAction *screenAction(const QString &text, const QKeySequence &keys, void (MainWindow::*slot)());
    void undo();
    void redo();
    void travel(bool isBack);
    [[nodiscard]] QAbstractItemView *viewOfCell() const;
    [[nodiscard]] QUndoStack *shownHistory() const;
    void followHistory();
    void save();
    [[nodiscard]] bool isOnConnection() const; ///< no screen stands in its place
    void focusNextPane();
    void goToFinding(bool backwards);
    [[nodiscard]] std::optional<EditPlace> placeToFillIn() const;
    void nextFinding();
    void previousFinding();
    void toggleFull();
    void addDestination();
    void createFromTemplate(const connection::Connection &connection);
    [[nodiscard]] QString bringSampleFor(const connection::Connection &connection);
    void addFromTemplate(const connection::Connection &connection);
    void duplicate();
    void showScreen(QWidget *screen, const QString &hint);
    void backToConnection();
    void focusAsBefore();
    void exportJson();
    void followExported();
    void tellExportStanding();
    void importFile();
    void importClipboard();
    void takeConnection(const ImportedConnection &imported);
    void takeEvent(const ImportedEvent &imported);
    void showSamplesPage();
    void showSample(const QString &sample);
    void sayImportFailed(const Error &error);
    void searchDestinations();
    void rename();
    void findInBody();
    void formatBody();
    void minifyBody();
    void mend();

    void setActive(bool active);
    void activate(bool active);
    void followHeadLink(const QString &target);
    void saved(int row);
    void saveFailed(int row, const Error &error);
    void sessionFailed(int row, const Error &error);
    void finishTyping();
    void takeTyping();
    void bringForward(int row);
    void tellBusy(const QString &destination);
    void removeDestination();
    void tellDeleted(const QString &label);
    void bringBackDeleted();
    void followListHistory();
    static constexpr QLatin1String importDetails{"import-details"}; ///< a link of the head
    static constexpr QLatin1String firesFor{"fires-for"}; ///< a link of the head
    static constexpr QLatin1String cancelOther{"cancel-other"}; ///< a link of the head
    void changedOnDisk(int row);
    void theirsRefused(int row, const Error &error);
    void goneChanged(int row);
    void sayGone();
    void askWhose(int row, const QString &what);
    void keepBothVersions();
    [[nodiscard]] ConnectionDocument *document() const;
    [[nodiscard]] QString name() const; ///< of the destination that is shown

    Services m_services;
    SecretKeeper m_secrets;
    SandboxHost m_sandbox;
    LiveEvaluation m_live;
    Tester m_tester;
    ListChecker m_checker;
    Leaving m_leaving;
    std::unique_ptr<Session> m_session;
    DestinationsPane *m_pane;
    QStackedWidget *m_right;
    ConnectionView *m_view;
    FootBar *m_foot;
    AddDestinationPage *m_gallery = nullptr; ///< made when it is first asked for; in m_right
    EmptyWorkspacePage *m_emptyPage;
    WelcomeLine *m_welcome;
    NoticeLine *m_sharedNotice; ///< other windows are open on this workspace
    NoticeLine *m_draftsNotice; ///< unsaved work is not kept
    Finder *m_finder; ///< over everything else
    QLabel *m_workspaceLabel;
    HelpPage *m_help = nullptr; ///< as the gallery
    ExportPage *m_export = nullptr; ///< as the gallery
    SamplesPage *m_samples = nullptr; ///< as the gallery
    Importer m_importer;
    BodyPage *m_body = nullptr;
    UndoActions *m_undoActions; ///< a child
    QPointer<QWidget> m_focusBefore; ///< where the focus was as a screen took the connection's place
    QAction *m_full = nullptr;
    QAction *m_exporting = nullptr;
    int m_row = -1; ///< of m_name in the session
    QString m_name; ///< of the destination that is shown; empty: none
    std::map<QString, QString>
        m_failures; ///< destinations of which something is to be said when they are shown
    std::map<QString, QString> m_notSaved; ///< destinations that could not be saved: why
    std::map<QString, QString> m_conflicts; ///< destinations whose file somebody else changed: what is said
    bool m_asksToActivate = false; ///< the head does
    bool m_activatesWhenKnown = false; ///< as soon as it is known how the connection stands
    std::optional<bool> m_idTaken; ///< whether the connection that is shown has another's; not known yet
    QString m_importDetails; ///< of what could not be imported
    QString m_untilChange; ///< what the head says until the connection is changed
    int m_deletedAt = -1; ///< the place in the list's history to which "Bring it back" belongs
};

} // namespace designer::ui
