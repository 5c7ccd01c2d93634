// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/common/messageline.h"
#include "ui/editor/codeeditor.h"
#include "ui/window/connectionhead.h"
#include "ui/window/noticeline.h"
#include "windowplaces.h"
#include "workspace/drafts.h"
#include "workspace/file.h"

#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <cstdio>

using namespace designer;
using namespace designer::ui;

namespace {

const QString typeInto = QStringLiteral("--type-into");
const QString edited = QStringLiteral("My Endpoint");
constexpr std::string_view typed = "kept";

bool isDrafted(const workspace::Folder &folder)
{
    const auto drafts = workspace::Drafts(folder).all();
    return !drafts.empty() && drafts.front().bytes.find(typed) != std::string::npos;
}

} // namespace

/// Two programs on one workspace, and one that is killed while somebody types in it.
class TestWindowTwo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void whatWasTypedIsBackAfterAKill();
    void bothSaySoAndNeitherSavesOver();
    void theLineCanBePutAway();
    void aFileThatIsGoneIsSaid_data();
    void aFileThatIsGoneIsSaid();
    void theirsThatCannotBeReadLeavesTheChoice();
    void theLineAboutDraftsGoes();

private:
    void startOther(QProcess &process);
    [[nodiscard]] std::string body() { return m_fixture->window().live().document()->body(); }
    [[nodiscard]] NoticeLine *notice()
    {
        return m_fixture->window().findChildren<NoticeLine *>().constFirst();
    }

    [[nodiscard]] Session &session() { return *m_fixture->window().session(); }
    /// Of the destination that is shown.
    [[nodiscard]] QString file()
    {
        return session().folder().filePath(workspace::FileKind::Connection, session().state().selected);
    }
    void rename(const char *label);
    void follow(const QString &link);

    std::unique_ptr<WindowFixture> m_fixture;
    Isolation m_isolation;
};

void TestWindowTwo::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(workspace::exampleWorkspace(m_fixture->path()));
}

/// Another program with a window on the workspace, in which somebody types; until its draft is there.
void TestWindowTwo::startOther(QProcess &process)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {typeInto, m_fixture->path()});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine() || process.state() == QProcess::NotRunning, 120000);
    QCOMPARE(process.readLine(), QByteArray("drafted\n"));
}

void TestWindowTwo::whatWasTypedIsBackAfterAKill()
{
    QProcess other;
    startOther(other);
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitStatus(), QProcess::CrashExit);
    m_fixture->open();
    QVERIFY(!notice()->isVisible()); // it runs no more
    chooseDestination(*m_fixture, edited);
    QVERIFY(m_fixture->says(QStringLiteral("Unsaved work of last time is back.")));
    QVERIFY(body().find(typed) != std::string::npos);
    pressKeys(*m_fixture, "Ctrl+S");
    QTRY_VERIFY(m_fixture->window().session()->modifiedTitles().isEmpty());
    m_fixture->close();
    m_fixture->open();
    chooseDestination(*m_fixture, edited);
    QVERIFY(!m_fixture->says(QStringLiteral("Unsaved work of last time is back.")));
    QVERIFY(body().find(typed) != std::string::npos);
}

void TestWindowTwo::bothSaySoAndNeitherSavesOver()
{
    QProcess other;
    startOther(other);
    m_fixture->open();
    QVERIFY(notice()->isVisible());
    QVERIFY(m_fixture->says(QStringLiteral("open in another window too")));
    chooseDestination(*m_fixture, edited);
    QVERIFY(body().find(typed) == std::string::npos); // theirs, while they work on it
    auto *const editor = m_fixture->find<CodeEditor>("bodyEditor");
    editor->setFocus();
    editor->setCaret(1);
    QTest::keyClicks(editor, QStringLiteral("\"mine\": 1,"));
    m_fixture->window().session()->flush();
    m_fixture->window().session()->finish();
    QVERIFY(isDrafted(m_fixture->window().session()->folder()));
    other.kill();
    QVERIFY(other.waitForFinished());
    m_fixture->window().session()->checkDisk(); // as when the window comes to the front
    QTRY_VERIFY(!notice()->isVisible());
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Discard);
    m_fixture->close();
    m_fixture->open();
    chooseDestination(*m_fixture, edited);
    QVERIFY(body().find(typed) != std::string::npos);
    QVERIFY(body().find("mine") == std::string::npos);
}

void TestWindowTwo::theLineCanBePutAway()
{
    const auto other = std::make_unique<Session>(*workspace::Folder::open(m_fixture->path()));
    m_fixture->open();
    QVERIFY(notice()->isVisible());
    QTest::mouseClick(notice()->findChild<QAbstractButton *>(), Qt::LeftButton);
    QVERIFY(!notice()->isVisible());
    m_fixture->window().openWorkspace(other->folder()); // no third window
    QVERIFY(notice()->isVisible());
    Q_EMIT notice()->linkActivated(QStringLiteral("close"));
    QVERIFY(!m_fixture->window().isVisible());
}

void TestWindowTwo::rename(const char *label)
{
    ConnectionDocument &document = *m_fixture->window().live().document();
    QVERIFY(
        !document.changeShell({}, {}, connection::withText(document.shell(), connection::key::label, label)));
}

/// In the head of the connection.
void TestWindowTwo::follow(const QString &link)
{
    auto *const line = m_fixture->window().findChild<ConnectionHead *>()->findChild<MessageLine *>();
    QVERIFY(line->text().contains(link));
    Q_EMIT line->linkActivated(link);
}

void TestWindowTwo::aFileThatIsGoneIsSaid_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("saved again") << QStringLiteral("save-again");
    QTest::newRow("let go") << QStringLiteral("let-go");
    QTest::newRow("neither, and closed") << QString();
}

/// Also after theirs was asked for, and when work was taken back.
void TestWindowTwo::aFileThatIsGoneIsSaid()
{
    QFETCH(QString, way);
    m_fixture->open();
    chooseDestination(*m_fixture, edited);
    const QString path = file();
    const int count = session().count();
    rename("Mine");
    QVERIFY(workspace::saveFile(path, R"({"endpoint_label":"Theirs","request_format":{}})"));
    session().checkDisk();
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Keep mine")));
    QVERIFY(QFile::remove(path));
    follow(QStringLiteral("load-theirs"));
    const QString words = QStringLiteral("Its file is gone: somebody deleted or moved it.");
    QTRY_VERIFY(m_fixture->says(words));
    session().checkDisk(); // as when the window comes to the front
    m_fixture->window().live().document()->undo();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    QVERIFY(!m_fixture->says(words));
    chooseDestination(*m_fixture, edited);
    QVERIFY(m_fixture->says(words));
    if (way.isEmpty()) {
        m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Save);
        m_fixture->window().close();
        QTRY_VERIFY(!m_fixture->window().isVisible());
        QCOMPARE(m_fixture->prompter().asked(), QStringList{QStringLiteral("unsaved ") + edited});
    } else {
        follow(way);
        QTRY_VERIFY(!m_fixture->says(words));
    }
    const bool isLetGo = way == QLatin1String("let-go");
    QTRY_COMPARE(QFileInfo::exists(path), !isLetGo);
    QCOMPARE(session().count(), isLetGo ? count - 1 : count);
    QTRY_VERIFY(session().modifiedTitles().isEmpty());
}

void TestWindowTwo::theirsThatCannotBeReadLeavesTheChoice()
{
    m_fixture->open();
    chooseDestination(*m_fixture, edited);
    rename("Mine");
    QVERIFY(workspace::saveFile(file(), "{"));
    session().checkDisk();
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Keep mine")));
    follow(QStringLiteral("load-theirs"));
    QTRY_VERIFY(m_fixture->says(QStringLiteral("cannot be read")));
    follow(QStringLiteral("keep-mine"));
    QTRY_VERIFY(session().modifiedTitles().isEmpty());
}

/// Where none can be written still, but all is saved.
void TestWindowTwo::theLineAboutDraftsGoes()
{
    m_fixture->open();
    chooseDestination(*m_fixture, edited);
    QVERIFY(workspace::saveFile(session().folder().localPath(QStringLiteral("drafts")), "not a folder"));
    const QString words = QStringLiteral("Unsaved work is not safe at the moment");
    rename("Mine");
    QTRY_VERIFY(m_fixture->says(words));
    pressKeys(*m_fixture, "Ctrl+S");
    QTRY_VERIFY(session().modifiedTitles().isEmpty());
    QTRY_VERIFY(!m_fixture->says(words));
}

/// The other program: a real window, real keys, until it is killed.
static int typeUntilKilled(const QString &path)
{
    const auto folder = workspace::Folder::open(path);
    MainWindow::Services services;
    services.now = [] { return std::chrono::system_clock::now(); };
    services.prompter = std::make_unique<FakePrompter>();
    MainWindow window(std::move(services));
    window.openWorkspace(*folder);
    window.show();
    auto *const list = window.findChild<QListView *>(QStringLiteral("destinationsList"));
    list->setCurrentIndex(list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, edited).value(0));
    auto *const editor = window.findChild<CodeEditor *>(QStringLiteral("bodyEditor"));
    editor->setCaret(1);
    QTest::keyClicks(editor, QStringLiteral("\"kept\": \"\","));
    editor->setCaret(editor->caret() - 2);
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &window, [&] {
        QTest::keyClick(editor, Qt::Key_X); // typing goes on, and what was typed is safe all the same
        if (!isDrafted(*folder))
            return;
        keys.stop();
        std::puts("drafted");
        std::fflush(stdout);
    });
    keys.start(20);
    return QApplication::exec();
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == typeInto)
        return typeUntilKilled(arguments.value(2));
    TestWindowTwo test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window_two.moc"
