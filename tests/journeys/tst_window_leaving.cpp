// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/editor/codeeditor.h"
#include "windowplaces.h"
#include "workspace/file.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

/// Nobody loses work by closing the window or by opening another workspace in it.
class TestWindowLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void workWaitsInItsWorkspace();
    void asksWhereWorkCannotWait_data();
    void asksWhereWorkCannotWait();
    void staysWhereSavingFails_data();
    void staysWhereSavingFails();
    void asksBeforeASampleIsLost_data();
    void asksBeforeASampleIsLost();
    void whatCouldNotBeSavedSaysSo();
    void savesAllThatIsUnsavedAndCloses();

private:
    void rename(const char *label);
    void openOther();
    void breakDrafts();
    void typeIntoASampleThatCannotBeSaved();
    [[nodiscard]] Session &session() { return *m_fixture->window().session(); }
    [[nodiscard]] bool isOther() { return session().folder().path() == m_other.path(); }
    [[nodiscard]] std::string fileOf(const QString &name) const
    {
        return m_folder.read(workspace::FileKind::Connection, name)->bytes;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WindowFixture> m_fixture;
    workspace::Folder m_folder;
    workspace::Folder m_other;
    QString m_sample;
    Isolation m_isolation;
};

void TestWindowLeaving::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_dir = std::make_unique<QTemporaryDir>();
    m_other = workspace::exampleWorkspace(m_dir->filePath(QStringLiteral("other"))).value();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    m_folder = session().folder();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
}

void TestWindowLeaving::rename(const char *label)
{
    ConnectionDocument &document = *m_fixture->window().live().document();
    QVERIFY(
        !document.changeShell({}, {}, connection::withText(document.shell(), connection::key::label, label)));
}

void TestWindowLeaving::openOther()
{
    m_fixture->prompter().queuePath(m_other.path());
    const QList<QAction *> actions = menuActions(m_fixture->window());
    const auto open = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text() == QStringLiteral("Open a workspace…");
    });
    QVERIFY(open != actions.end());
    (*open)->trigger();
}

void TestWindowLeaving::breakDrafts()
{
    QDir(m_folder.localPath(QStringLiteral("drafts"))).removeRecursively();
    QVERIFY(workspace::saveFile(m_folder.localPath(QStringLiteral("drafts")), "in place of the folder"));
}

void TestWindowLeaving::workWaitsInItsWorkspace()
{
    rename("Renamed");
    openOther();
    QTRY_VERIFY(isOther());
    QCOMPARE(m_fixture->prompter().asked().size(), 1); // for the folder
    m_fixture->prompter().queuePath({});
    m_fixture->window().openWorkspace(m_folder);
    QCOMPARE(session().modifiedTitles(), QStringList{QStringLiteral("Renamed")});
}

void TestWindowLeaving::asksWhereWorkCannotWait_data()
{
    QTest::addColumn<Prompter::Unsaved>("answer");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << Prompter::Unsaved::Save << true << true;
    QTest::newRow("discard") << Prompter::Unsaved::Discard << true << false;
    QTest::newRow("cancel") << Prompter::Unsaved::Cancel << false << false;
}

/// Also where nobody knew so far that it cannot.
void TestWindowLeaving::asksWhereWorkCannotWait()
{
    QFETCH(Prompter::Unsaved, answer);
    QFETCH(bool, leaves);
    QFETCH(bool, saves);
    const QString name = session().state().selected;
    breakDrafts();
    rename("Renamed");
    m_fixture->prompter().queueUnsaved(answer);
    openOther();
    QTRY_COMPARE(m_fixture->prompter().asked().value(1), QStringLiteral("unsaved Renamed"));
    QVERIFY(m_fixture->prompter().lastOccasion() == Prompter::Occasion::OpenAnother);
    if (leaves)
        QTRY_VERIFY(isOther());
    QCoreApplication::processEvents(); // nothing more is to happen
    QCOMPARE(isOther(), leaves);
    QVERIFY(m_fixture->window().isVisible());
    QCOMPARE(fileOf(name).find("\"Renamed\"") != std::string::npos, saves);
    QCOMPARE(m_fixture->prompter().asked().size(), 2);
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Discard);
}

void TestWindowLeaving::staysWhereSavingFails_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("closing") << true;
    QTest::newRow("another workspace") << false;
}

void TestWindowLeaving::staysWhereSavingFails()
{
    QFETCH(bool, closes);
    const QString name = session().state().selected;
    breakDrafts();
    rename("Renamed");
    QVERIFY(workspace::saveFile(m_folder.filePath(workspace::FileKind::Connection, name),
                                R"({"endpoint_label":"Theirs","request_format":{}})"));
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Save);
    closes ? static_cast<void>(m_fixture->window().close()) : openOther();
    QTRY_VERIFY(m_fixture->says(QStringLiteral("Keep mine")));
    QVERIFY(!isOther());
    session().saveOver(session().rowOf(name)); // what was off does not come back when all is saved
    QTRY_VERIFY(session().modifiedTitles().isEmpty());
    session().finish();
    QCoreApplication::processEvents();
    QVERIFY(!isOther());
    QVERIFY(m_fixture->window().isVisible());
}

/// Puts something in the way of the samples' folder, in which nobody can write then.
void TestWindowLeaving::typeIntoASampleThatCannotBeSaved()
{
    m_sample = session().samples().all().front().name;
    const QString samples = QFileInfo(m_folder.filePath(workspace::FileKind::Event, m_sample)).path();
    for (QAction *const screen : screenActions(*m_fixture)) {
        if (screen->text() == QLatin1String("Sample events"))
            screen->trigger();
    }
    auto *const list = m_fixture->find<QListView>("samplesList");
    QVERIFY(list);
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(QDir().rename(samples, samples + QStringLiteral(".away")));
    QVERIFY(QFile::link(samples, samples)); // to itself, which leads nowhere
    auto *const editor = m_fixture->find<CodeEditor>("eventEditor");
    QVERIFY(editor);
    editor->edit({0, editor->byteCount(), R"({"event_name":"hours of work"})"});
}

void TestWindowLeaving::asksBeforeASampleIsLost_data()
{
    QTest::addColumn<Prompter::Unsaved>("answer");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("save") << Prompter::Unsaved::Save << false; // which fails
    QTest::newRow("discard") << Prompter::Unsaved::Discard << true;
    QTest::newRow("cancel") << Prompter::Unsaved::Cancel << false;
}

void TestWindowLeaving::asksBeforeASampleIsLost()
{
    QFETCH(Prompter::Unsaved, answer);
    QFETCH(bool, leaves);
    rename("Renamed"); // which waits as a draft, and nobody is asked about it
    typeIntoASampleThatCannotBeSaved();
    m_fixture->prompter().queueUnsaved(answer);
    openOther();
    QTRY_COMPARE(m_fixture->prompter().asked().value(1), QStringLiteral("unsaved ") + m_sample);
    if (leaves) {
        QTRY_VERIFY(isOther());
        m_fixture->window().openWorkspace(m_folder);
        QCOMPARE(session().modifiedTitles(), QStringList{QStringLiteral("Renamed")});
        return;
    }
    QTRY_VERIFY(m_fixture->find<CodeEditor>("eventEditor"));
    QVERIFY(!isOther());
    QCOMPARE(session().samples().unsaved(), QStringList{m_sample});
}

/// Each says it when it is shown, until it is saved.
void TestWindowLeaving::whatCouldNotBeSavedSaysSo()
{
    rename("Renamed");
    session().add(session().at(0).saved);
    const QString added = QString::fromStdString(session().at(session().count() - 1).shown().label());
    const QString connections = QFileInfo(m_folder.filePath(workspace::FileKind::Connection, {})).path();
    QVERIFY(QDir().rename(connections, connections + QStringLiteral(".away")));
    QVERIFY(QFile::link(connections, connections)); // to itself, which leads nowhere
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Save);
    m_fixture->window().close();
    const QString words = QStringLiteral("Not saved: ");
    QTRY_VERIFY(m_fixture->says(words));
    for (const QString &label : {QStringLiteral("Renamed"), added, QStringLiteral("Renamed")}) {
        chooseDestination(*m_fixture, label);
        QVERIFY2(m_fixture->says(words), qPrintable(label));
    }
    QVERIFY(m_fixture->window().isVisible());
    QVERIFY(QFile::remove(connections) && QDir().rename(connections + QStringLiteral(".away"), connections));
    pressKeys(*m_fixture, "Ctrl+S");
    QTRY_VERIFY(!m_fixture->says(words));
}

void TestWindowLeaving::savesAllThatIsUnsavedAndCloses()
{
    const QString first = session().state().selected;
    rename("Renamed");
    session().add(session().at(0).saved);
    const QString second = session().state().selected;
    QVERIFY(first != second);
    m_fixture->prompter().queueUnsaved(Prompter::Unsaved::Save);
    m_fixture->window().close();
    QTRY_VERIFY(!m_fixture->window().isVisible());
    QVERIFY(m_fixture->prompter().lastOccasion() == Prompter::Occasion::Close);
    QVERIFY(fileOf(first).find("\"Renamed\"") != std::string::npos);
    QVERIFY(!fileOf(second).empty());
}

QTEST_MAIN(TestWindowLeaving)
#include "tst_window_leaving.moc"
