// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "workspaceondisk.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

using namespace designer;
using namespace designer::ui;
using workspace::FileKind;

/// An open workspace: saving, deleting, the history of the list, names and IDs.
class TestSession : public QObject, private WorkspaceOnDisk
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saves();
    void whatHasNoLabelGoesByItsId();
    void savesAgainBeforeTheFirstAnswer_data();
    void savesAgainBeforeTheFirstAnswer();
    void whatWasNeverSavedGoesToTheTrash_data();
    void whatWasNeverSavedGoesToTheTrash();
    void listEditsCanBeUndone();
    void bringsBackTheFileThatWasThrownAway();
    void saysThatItCannotDelete_data();
    void saysThatItCannotDelete();
    void deletesWhatIsBeingSavedForTheFirstTime();
    void whatComesBackWithoutItsFileIsUnsaved_data();
    void whatComesBackWithoutItsFileIsUnsaved();
    void namesAndIdsStayUnique();
    void anyIdMakesAFileThatIsListed_data();
    void anyIdMakesAFileThatIsListed();
    void showsWhatCannotBeRead();
};

void TestSession::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    create();
}

void TestSession::saves()
{
    const auto session = open();
    QSignalSpy saved(session.get(), &Session::saved);
    changeLabel(*session, 0, "Changed");
    QVERIFY(session->isModified(0));
    session->save(0);
    QVERIFY(saved.wait());
    QVERIFY(!session->isModified(0));
    const auto file = m_folder.read(FileKind::Connection, session->at(0).name);
    QVERIFY(file->bytes.find("\"Changed\"") != std::string::npos);
    session->finish();
    QVERIFY(workspace::Drafts(m_folder).all().empty());
}

/// As that is now, and not as its file was called; by that only where it has no ID either.
void TestSession::whatHasNoLabelGoesByItsId()
{
    const auto session = open();
    const auto setId = [&session](const char *id) {
        ConnectionDocument &document = *session->document(0);
        QVERIFY(
            !document.changeShell({}, {}, connection::withText(document.shell(), connection::key::id, id)));
    };
    changeLabel(*session, 0, "A label");
    QCOMPARE(session->at(0).title(), QStringLiteral("A label"));
    changeLabel(*session, 0, " ");
    setId("another-id");
    QCOMPARE(session->at(0).title(), QStringLiteral("another-id"));
    QCOMPARE(session->modifiedTitles(), QStringList{QStringLiteral("another-id")});
    setId("");
    QCOMPARE(session->at(0).title(), session->at(0).name);
    QCOMPARE(session->modifiedTitles(), QStringList{session->at(0).name});
}

void TestSession::savesAgainBeforeTheFirstAnswer_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("a saved one") << false;
    QTest::newRow("a new one") << true;
}

/// Nobody else wrote what the second save finds: it is our own.
void TestSession::savesAgainBeforeTheFirstAnswer()
{
    QFETCH(bool, isNew);
    const auto session = open();
    const int row = isNew ? session->add(session->at(0).saved) : 0;
    QSignalSpy saved(session.get(), &Session::saved);
    QSignalSpy failed(session.get(), &Session::saveFailed);
    for (const char *const label : {"First", "Second"}) {
        changeLabel(*session, row, label);
        session->save(row);
    }
    QTRY_COMPARE(saved.size() + failed.size(), 2);
    QCOMPARE(failed.size(), 0);
    QVERIFY(!session->isModified(row));
    const auto file = m_folder.read(FileKind::Connection, session->at(row).name);
    QVERIFY(file->bytes.find("\"Second\"") != std::string::npos);
    QCOMPARE(session->at(row).print, std::optional(file->print));
}

void TestSession::whatWasNeverSavedGoesToTheTrash_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("a new destination") << true;
    QTest::newRow("changes to a saved one") << false;
}

void TestSession::whatWasNeverSavedGoesToTheTrash()
{
    QFETCH(bool, isNew);
    const auto session = open();
    const int row = isNew ? session->add(session->at(0).saved) : 0;
    const QString name = session->at(row).name;
    changeLabel(*session, row, "Hours of work");
    session->flush();
    session->finish();
    session->remove(row);
    session->finish();
    QVERIFY(!workspace::Drafts(m_folder).read(name));
    const QDir trash(m_folder.localPath(QStringLiteral("trash/unsaved")));
    const QStringList kept = trash.entryList(QDir::Files);
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.first().startsWith(name));
    QVERIFY(workspace::readFile(trash.filePath(kept.first()))->find("Hours of work") != std::string::npos);
    session->listHistory().undo();
    QCOMPARE(session->at(row).shown().label(), std::string("Hours of work"));
    QVERIFY(session->isModified(row));
}

void TestSession::listEditsCanBeUndone()
{
    const auto session = open();
    const QString first = session->at(0).name;
    const QString second = session->at(1).name;
    session->move(0, 1);
    QCOMPARE(session->at(0).name, second);
    session->remove(1);
    QCOMPARE(session->count(), 5);
    session->finish();
    QVERIFY(!QFileInfo::exists(m_folder.filePath(FileKind::Connection, first)));
    session->listHistory().undo();
    session->finish();
    QVERIFY(QFileInfo::exists(m_folder.filePath(FileKind::Connection, first)));
    session->listHistory().undo();
    QCOMPARE(session->at(0).name, first);
    session->listHistory().redo();
    session->flush();
    session->finish();
    QCOMPARE(open()->at(0).name, second); // the order is remembered
}

/// Two of one id were thrown away: each has a file of its own, and comes back as itself.
void TestSession::bringsBackTheFileThatWasThrownAway()
{
    const auto session = open();
    const QString name = session->at(1).name;
    const connection::Connection first = session->at(1).saved;
    session->remove(1);
    session->finish();
    const int row = session->add(first);
    const QString secondName = session->at(row).name;
    QVERIFY(secondName != name);
    changeLabel(*session, row, "Second");
    QSignalSpy saved(session.get(), &Session::saved);
    session->save(row);
    QVERIFY(saved.wait());
    session->remove(row);
    for (int i = 0; i < 3; ++i) // the second comes back, was never added, and the first comes back
        session->listHistory().undo();
    session->finish();
    QCOMPARE(m_folder.read(FileKind::Connection, name)->bytes, first.bytes());
    for (int i = 0; i < 2; ++i)
        session->listHistory().redo();
    session->finish();
    QVERIFY(m_folder.read(FileKind::Connection, secondName)->bytes.find("\"Second\"") != std::string::npos);
}

void TestSession::saysThatItCannotDelete_data()
{
    QTest::addColumn<int>("deletions");
    QTest::addColumn<bool>("isMoved"); // another, before the disk has answered
    QTest::addColumn<int>("count"); // after the answer
    QTest::newRow("one") << 1 << false << 6;
    QTest::newRow("two at once") << 2 << false << 6;
    QTest::newRow("and another is moved") << 1 << true << 5;
}

/// It is in the list again, with its unsaved work, where that takes back nothing else.
void TestSession::saysThatItCannotDelete()
{
    QFETCH(int, deletions);
    QFETCH(bool, isMoved);
    QFETCH(int, count);
    const auto session = open();
    const QString name = session->at(0).name;
    changeLabel(*session, 0, "Unsaved");
    session->flush();
    QVERIFY(workspace::saveFile(m_folder.localPath(QStringLiteral("trash")), "in place of the folder"));
    QSignalSpy failed(session.get(), &Session::failed);
    for (int i = 0; i < deletions; ++i)
        session->remove(0);
    if (isMoved)
        session->move(0, 1);
    QTRY_COMPARE(failed.size(), deletions);
    QVERIFY(failed.first().at(1).value<Error>().message.contains(QStringLiteral("Unsaved")));
    QCOMPARE(session->count(), count);
    QCOMPARE(session->rowOf(name), isMoved ? -1 : 0);
    QVERIFY(QFileInfo::exists(m_folder.filePath(FileKind::Connection, name)));
    while (session->listHistory().canUndo())
        session->listHistory().undo();
    QCOMPARE(session->at(0).name, name);
    session->finish();
    QCOMPARE(open()->at(0).shown().label(), session->at(0).saved.label()); // the draft is of this window
    QVERIFY(workspace::Drafts(m_folder).read(name));
}

void TestSession::deletesWhatIsBeingSavedForTheFirstTime()
{
    const auto session = open();
    const int row = session->add(session->at(0).saved);
    const QString path = m_folder.filePath(FileKind::Connection, session->at(row).name);
    session->save(row);
    session->remove(row); // before the disk has answered
    session->finish();
    QVERIFY(!QFileInfo::exists(path));
    session->listHistory().undo();
    session->finish();
    QVERIFY(QFileInfo::exists(path));
    QTRY_VERIFY(session->at(row).print);
}

void TestSession::whatComesBackWithoutItsFileIsUnsaved_data()
{
    QTest::addColumn<bool>("isTrashEmptied");
    QTest::newRow("somebody emptied the trash") << true;
    QTest::newRow("somebody else had deleted it before") << false;
}

void TestSession::whatComesBackWithoutItsFileIsUnsaved()
{
    QFETCH(bool, isTrashEmptied);
    const auto session = open();
    QSignalSpy failed(session.get(), &Session::failed);
    QSignalSpy saved(session.get(), &Session::saved);
    const QString name = session->at(0).name;
    const QString path = m_folder.filePath(FileKind::Connection, name);
    if (!isTrashEmptied)
        QVERIFY(QFile::remove(path));
    session->remove(0);
    session->finish();
    if (isTrashEmptied)
        QVERIFY(QFile::remove(m_folder.localPath(QStringLiteral("trash/connections/%1.json").arg(name))));
    session->listHistory().undo();
    QTRY_VERIFY(session->isModified(0));
    QCOMPARE(failed.size(), isTrashEmptied ? 1 : 0);
    QVERIFY(!QFileInfo::exists(path));
    session->flush();
    session->finish();
    QVERIFY(workspace::Drafts(m_folder).read(name));
    session->save(0);
    QVERIFY(saved.wait());
    QCOMPARE(workspace::readFile(path).value(), session->at(0).saved.bytes());
    QVERIFY(!session->isModified(0));
}

void TestSession::namesAndIdsStayUnique()
{
    const auto session = open();
    const connection::Connection one = session->at(2).saved;
    const int second = session->add(one);
    const int third = session->add(one);
    QVERIFY(session->at(second).name != session->at(third).name);
    QCOMPARE(session->at(second).shown().id(), one.id() + "-2");
    QCOMPARE(session->at(third).shown().id(), one.id() + "-3");
    QVERIFY(session->isIdTaken(one.id(), second));
    QVERIFY(!session->isIdTaken(one.id() + "-3", third));
}

void TestSession::anyIdMakesAFileThatIsListed_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("a name") << QStringLiteral("shop");
    QTest::newRow("a slash") << QStringLiteral("shop/eu");
    QTest::newRow("above the folder") << QStringLiteral("../shop");
    QTest::newRow("hidden") << QStringLiteral(".shop");
    QTest::newRow("longer than a name") << QString(200, QLatin1Char('s'));
    QTest::newRow("none") << QString();
}

/// Also where one of that id was deleted before, whose name is kept for it.
void TestSession::anyIdMakesAFileThatIsListed()
{
    QFETCH(QString, id);
    QString name;
    {
        const auto session = open();
        const auto one
            = connection::withText(session->at(2).saved, connection::key::id, id.toStdString()).value();
        session->remove(session->add(one));
        const int row = session->add(one);
        name = session->at(row).name;
        QSignalSpy saved(session.get(), &Session::saved);
        session->save(row);
        QVERIFY(saved.wait());
    }
    QVERIFY2(m_folder.names(FileKind::Connection).contains(name), qPrintable(name));
    QCOMPARE(open()->count(), 7);
}

void TestSession::showsWhatCannotBeRead()
{
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Connection, QStringLiteral("broken")), "{"));
    const auto session = open();
    const int row = session->rowOf(QStringLiteral("broken"));
    QVERIFY(row >= 0);
    QVERIFY(session->at(row).unreadable);
    QVERIFY(!session->document(row));
    session->save(row);
    session->finish();
    QCOMPARE(workspace::readFile(m_folder.filePath(FileKind::Connection, QStringLiteral("broken"))).value(),
             std::string("{"));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
