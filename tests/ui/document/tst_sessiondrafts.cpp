// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "workspaceondisk.h"

#include <QDir>
#include <QSignalSpy>

using namespace designer;
using namespace designer::ui;
using workspace::FileKind;

/// Unsaved work: kept apart from the files, brought back after a crash, gone when it is saved.
class TestSessionDrafts : public QObject, private WorkspaceOnDisk
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsUnsavedWorkBack();
    void bringsWorkThatWasNeverSavedBack();
    void keepsWorkWhoseFileCannotBeRead();
    void setsDraftsAsideThatAreNoConnections_data();
    void setsDraftsAsideThatAreNoConnections();
    void dropsWorkThatIsGivenUp();
    void workThatIsTakenBackLeavesNoDraft();
    void saysThatWorkCannotBeKept();
    void nothingNeedsADraftWhereAllIsSaved_data();
    void nothingNeedsADraftWhereAllIsSaved();
    void aDraftThatEqualsTheFileIsNotOffered_data();
    void aDraftThatEqualsTheFileIsNotOffered();
    void anOlderDraftGoesWithTheWork();
    void whatCameBackIsSaidUntilItIsChanged();
};

void TestSessionDrafts::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    create();
}

void TestSessionDrafts::bringsUnsavedWorkBack()
{
    std::string before;
    {
        const auto session = open();
        before = session->document(1)->whole()->bytes();
        session->document(1)->changeBody({}, {1, 1, " "});
        changeLabel(*session, 1, "Unsaved");
        session->flush();
    }
    const auto session = open();
    QVERIFY(session->at(1).restored);
    QVERIFY(session->isModified(1));
    QCOMPARE(session->at(1).shown().label(), std::string("Unsaved"));
    session->document(1)->undo();
    QCOMPARE(session->document(1)->whole()->bytes(), before);
    QVERIFY(!session->isModified(1));
}

void TestSessionDrafts::bringsWorkThatWasNeverSavedBack()
{
    {
        const auto session = open();
        session->add(session->at(0).saved);
        changeLabel(*session, 6, "Never saved");
        session->flush();
    }
    const auto session = open();
    QCOMPARE(session->count(), 7);
    QCOMPARE(session->at(6).shown().label(), std::string("Never saved"));
    QVERIFY(session->isModified(6));
    QVERIFY(!session->at(6).print);
}

/// Somebody's merge left its marks in the file: what was not saved is there at every start, once.
void TestSessionDrafts::keepsWorkWhoseFileCannotBeRead()
{
    QString name;
    {
        const auto session = open();
        name = session->at(0).name;
        changeLabel(*session, 0, "Unsaved");
        session->flush();
    }
    const QString path = m_folder.filePath(FileKind::Connection, name);
    const std::string mended = workspace::readFile(path).value();
    QVERIFY(workspace::saveFile(path, "<<<<<<< HEAD\n{}\n=======\n"));
    for (int start = 0; start < 2; ++start) {
        const auto session = open();
        QCOMPARE(session->count(), 7);
        QVERIFY(session->at(session->rowOf(name)).unreadable);
        const int row = session->rowOf(name + QStringLiteral(" (unsaved)"));
        QVERIFY(row >= 0);
        QVERIFY(session->at(row).restored);
        QVERIFY(session->isModified(row));
        QCOMPARE(session->at(row).shown().label(), std::string("Unsaved"));
    }
    QVERIFY(workspace::saveFile(path, mended));
    const auto session = open();
    QVERIFY(!session->isModified(session->rowOf(name)));
    const int row = session->rowOf(name + QStringLiteral(" (unsaved)"));
    QSignalSpy saved(session.get(), &Session::saved);
    session->save(row);
    QVERIFY(saved.wait());
    QVERIFY(m_folder.read(FileKind::Connection, session->at(row).name)->bytes.find("\"Unsaved 2\"")
            != std::string::npos); // beside the mended one
}

void TestSessionDrafts::setsDraftsAsideThatAreNoConnections_data()
{
    QTest::addColumn<std::string>("left");
    QTest::newRow("cut off") << std::string(R"({"label": "Hours of wo)");
    QTest::newRow("no object") << std::string("[1]");
    QTest::newRow("nothing") << std::string();
}

/// Somebody may mend it by hand: work that comes after it takes nothing away from it.
void TestSessionDrafts::setsDraftsAsideThatAreNoConnections()
{
    QFETCH(std::string, left);
    const QString name = open()->at(0).name;
    const workspace::Drafts drafts(m_folder);
    QVERIFY(drafts.write({name, left, {}, QDateTime::currentDateTimeUtc()}));
    const QString path = m_folder.localPath(QStringLiteral("drafts/%1.json").arg(name));
    const std::string before = workspace::readFile(path).value();
    const auto session = open();
    changeLabel(*session, 0, "Unsaved");
    session->flush();
    session->finish();
    QVERIFY(drafts.read(name)->bytes.find("\"Unsaved\"") != std::string::npos);
    QCOMPARE(workspace::readFile(path + QStringLiteral(".unreadable")).value(), before);
}

void TestSessionDrafts::dropsWorkThatIsGivenUp()
{
    {
        const auto session = open();
        changeLabel(*session, 0, "Unsaved");
        session->flush();
        session->discardAll();
    }
    const auto session = open();
    QVERIFY(!session->at(0).restored);
    QVERIFY(session->at(0).shown().label() != "Unsaved");
}

void TestSessionDrafts::workThatIsTakenBackLeavesNoDraft()
{
    {
        const auto session = open();
        changeLabel(*session, 0, "Unsaved");
        session->flush();
    }
    {
        const auto session = open();
        QVERIFY(session->at(0).restored);
        session->document(0)->undo(); // takes it away
        session->flush();
        session->finish();
        QVERIFY(workspace::Drafts(m_folder).all().empty());
        session->document(0)->redo();
        session->flush();
        session->finish();
        QCOMPARE(workspace::Drafts(m_folder).all().size(), std::size_t(1));
    }
}

void TestSessionDrafts::saysThatWorkCannotBeKept()
{
    const auto session = open();
    const QString drafts = m_folder.localPath(QStringLiteral("drafts"));
    QVERIFY(workspace::saveFile(drafts, "in place of the folder"));
    QSignalSpy failed(session.get(), &Session::draftsFailed);
    changeLabel(*session, 0, "Unsaved");
    QVERIFY(failed.wait());
    QVERIFY(failed.last().first().value<std::optional<Error>>());
    QVERIFY(QFile::remove(drafts));
    session->checkDisk();
    QVERIFY(failed.wait());
    QVERIFY(!failed.last().first().value<std::optional<Error>>());
    QVERIFY(workspace::Drafts(m_folder).read(session->at(0).name));
}

void TestSessionDrafts::nothingNeedsADraftWhereAllIsSaved_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("saved") << QByteArray("save");
    QTest::newRow("taken back") << QByteArray("undo");
    QTest::newRow("deleted") << QByteArray("remove");
}

/// Though none can be written still.
void TestSessionDrafts::nothingNeedsADraftWhereAllIsSaved()
{
    QFETCH(QByteArray, how);
    const auto session = open();
    QVERIFY(workspace::saveFile(m_folder.localPath(QStringLiteral("drafts")), "in place of the folder"));
    QSignalSpy failed(session.get(), &Session::draftsFailed);
    changeLabel(*session, 0, "Unsaved");
    QVERIFY(failed.wait());
    QVERIFY(session->draftsFail());
    if (how == "save")
        session->save(0);
    else if (how == "undo")
        session->document(0)->undo();
    else
        session->remove(0);
    QTRY_VERIFY(!session->draftsFail());
    QVERIFY(!failed.last().first().value<std::optional<Error>>());
}

void TestSessionDrafts::aDraftThatEqualsTheFileIsNotOffered_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("of the same name") << QString();
    QTest::newRow("of another that wrote one too") << QStringLiteral("-2");
}

/// Saved, and not deleted with that.
void TestSessionDrafts::aDraftThatEqualsTheFileIsNotOffered()
{
    QFETCH(QString, suffix);
    const QString name = open()->at(0).name;
    const int count = open()->count();
    const std::string bytes = m_folder.read(FileKind::Connection, name)->bytes;
    QVERIFY(workspace::Drafts(m_folder).write({name + suffix, bytes, "older", QDateTime()}));
    const auto session = open();
    QCOMPARE(session->count(), count);
    QVERIFY(session->modifiedTitles().isEmpty());
    QVERIFY(workspace::Drafts(m_folder).all().empty());
}

/// Also where a newer one failed meanwhile.
void TestSessionDrafts::anOlderDraftGoesWithTheWork()
{
    const auto session = open();
    changeLabel(*session, 0, "Unsaved");
    session->flush();
    session->finish();
    QCOMPARE(workspace::Drafts(m_folder).all().size(), std::size_t(1));
    const QString drafts = m_folder.localPath(QStringLiteral("drafts"));
    QVERIFY(QDir().rename(drafts, drafts + QStringLiteral(".away")));
    QVERIFY(workspace::saveFile(drafts, "in place of the folder"));
    QSignalSpy failed(session.get(), &Session::draftsFailed);
    changeLabel(*session, 0, "More");
    QVERIFY(failed.wait());
    QVERIFY(QFile::remove(drafts));
    QVERIFY(QDir().rename(drafts + QStringLiteral(".away"), drafts));
    session->document(0)->undo();
    session->document(0)->undo();
    session->flush();
    session->finish();
    QVERIFY(workspace::Drafts(m_folder).all().empty());
}

void TestSessionDrafts::whatCameBackIsSaidUntilItIsChanged()
{
    {
        const auto session = open();
        changeLabel(*session, 0, "Unsaved");
        session->flush();
    }
    const auto session = open();
    QVERIFY(session->at(0).restored);
    session->document(0)->undo();
    QVERIFY(!session->at(0).restored);
}

QTEST_GUILESS_MAIN(TestSessionDrafts)
#include "tst_sessiondrafts.moc"
