// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "workspaceondisk.h"

#include <QDir>
#include <QSignalSpy>

using namespace designer;
using namespace designer::ui;
using workspace::FileKind;

/// Files that somebody else changes, deletes or adds, and two windows on one workspace.
class TestSessionOthers : public QObject, private WorkspaceOnDisk
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesToSaveOverOthers();
    void goesBackFromTheirsByteForByte_data();
    void goesBackFromTheirsByteForByte();
    void followsOthersWhereNothingIsUnsaved();
    void saysOnceThatAnothersVersionCannotBeRead();
    void asksWhereSomethingIsUnsaved();
    void aFileThatIsGoneIsKept_data();
    void aFileThatIsGoneIsKept();
    void aFileThatIsGoneComesBack_data();
    void aFileThatIsGoneComesBack();
    void whatIsLetGoCanComeBack();
    void whatCouldNotBeReadMayBeGone();
    void theirsThatCannotBeReadLeavesTheChoice();
    void readsAnewWhatCouldNotBeRead();
    void twoWindowsKeepTheirWorkApart();
    void twoWindowsAskBeforeTheySaveOver();
    void twoWindowsRemember();
    void othersNewFilesAreListed_data();
    void othersNewFilesAreListed();
    void whatWasDeletedHereIsNobodysNewFile();
};

void TestSessionOthers::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    create();
}

void TestSessionOthers::refusesToSaveOverOthers()
{
    const auto session = open();
    QSignalSpy failed(session.get(), &Session::saveFailed);
    QSignalSpy saved(session.get(), &Session::saved);
    changeLabel(*session, 0, "Mine");
    const QString path = m_folder.filePath(FileKind::Connection, session->at(0).name);
    const std::string theirs = R"({"endpoint_label":"Theirs","request_format":{}})";
    QVERIFY(workspace::saveFile(path, theirs));
    session->save(0);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::FileChanged);
    QCOMPARE(workspace::readFile(path).value(), theirs);
    session->loadTheirs(0);
    QCOMPARE(session->at(0).shown().label(), std::string("Mine")); // nobody waits for the disk
    QTRY_COMPARE(session->at(0).shown().label(), std::string("Theirs"));
    session->document(0)->undo();
    QCOMPARE(session->at(0).shown().label(), std::string("Mine"));
    session->saveOver(0);
    QVERIFY(saved.wait());
    QVERIFY(workspace::readFile(path)->find("\"Mine\"") != std::string::npos);
}

void TestSessionOthers::goesBackFromTheirsByteForByte_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    const QByteArray spaced = "{\n  \"request_format\" : {\n    \"a\" :   1\n  }\n}\n";
    const QByteArray tight = R"({"request_format":{"a":1}})";
    const QByteArray text = R"({"request_format":"{\u0022a\u0022:1}"})";
    const QByteArray none = R"({"endpoint_label":"x"})";
    QTest::newRow("written otherwise") << spaced << tight;
    QTest::newRow("theirs is a text") << tight << text;
    QTest::newRow("mine is a text") << text << spaced;
    QTest::newRow("theirs has none") << spaced << none;
    QTest::newRow("mine has none") << none << spaced;
}

void TestSessionOthers::goesBackFromTheirsByteForByte()
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const QString name = QStringLiteral("mine");
    const QString path = m_folder.filePath(FileKind::Connection, name);
    QVERIFY(workspace::saveFile(path, mine.toStdString()));
    const auto session = open();
    const int row = session->rowOf(name);
    ConnectionDocument &document = *session->document(row);
    QCOMPARE(document.whole()->bytes(), mine.toStdString());
    QVERIFY(workspace::saveFile(path, theirs.toStdString()));
    session->checkDisk();
    QTRY_COMPARE(document.whole()->bytes(), theirs.toStdString());
    document.undo();
    QCOMPARE(document.whole()->bytes(), mine.toStdString());
    document.redo();
    QCOMPARE(document.whole()->bytes(), theirs.toStdString());
    QVERIFY(!session->isModified(row));
}

void TestSessionOthers::followsOthersWhereNothingIsUnsaved()
{
    const auto session = open();
    const std::string mine = session->document(0)->whole()->bytes();
    const QString path = m_folder.filePath(FileKind::Connection, session->at(0).name);
    QVERIFY(workspace::saveFile(path, R"({"endpoint_label":"Theirs","request_format":{"a":1}})"));
    session->checkDisk();
    QTRY_COMPARE(session->at(0).shown().label(), std::string("Theirs"));
    QCOMPARE(session->document(0)->body(), std::string(R"({"a":1})"));
    QVERIFY(!session->isModified(0));
    session->document(0)->undo();
    QCOMPARE(session->at(0).shown().label(), connection::Connection::load(mine)->label());
}

void TestSessionOthers::saysOnceThatAnothersVersionCannotBeRead()
{
    const auto session = open();
    QSignalSpy failed(session.get(), &Session::failed);
    const QString path = m_folder.filePath(FileKind::Connection, session->at(0).name);
    const std::string label = session->at(0).shown().label();
    QVERIFY(workspace::saveFile(path, "{"));
    session->checkDisk();
    session->checkDisk();
    session->finish();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().at(1).value<Error>().message.contains(QStringLiteral("cannot be read")));
    QCOMPARE(session->at(0).shown().label(), label);
    session->checkDisk();
    session->finish();
    QCOMPARE(failed.size(), 1);
    QVERIFY(workspace::saveFile(path, R"({"endpoint_label":"Mended","request_format":{}})"));
    session->checkDisk();
    QTRY_COMPARE(session->at(0).shown().label(), std::string("Mended"));
}

void TestSessionOthers::asksWhereSomethingIsUnsaved()
{
    const auto session = open();
    QSignalSpy asked(session.get(), &Session::changedOnDisk);
    changeLabel(*session, 0, "Mine");
    const QString path = m_folder.filePath(FileKind::Connection, session->at(0).name);
    QVERIFY(workspace::saveFile(path, R"({"endpoint_label":"Theirs"})"));
    session->checkDisk();
    QVERIFY(asked.wait());
    QCOMPARE(asked.first().first().toInt(), 0);
    QCOMPARE(session->at(0).shown().label(), std::string("Mine"));
}

namespace {

/// How it comes out that a file is gone.
enum class FoundBy { Looking, Saving, Loading };

void findOut(Session &session, FoundBy by)
{
    switch (by) {
    case FoundBy::Looking: return session.checkDisk();
    case FoundBy::Saving: return session.save(0);
    case FoundBy::Loading: return session.loadTheirs(0);
    }
}

} // namespace

Q_DECLARE_METATYPE(FoundBy)

void TestSessionOthers::aFileThatIsGoneIsKept_data()
{
    QTest::addColumn<FoundBy>("by");
    QTest::addColumn<bool>("isEdited");
    QTest::newRow("looking") << FoundBy::Looking << false;
    QTest::newRow("looking, unsaved work") << FoundBy::Looking << true;
    QTest::newRow("saving") << FoundBy::Saving << false;
    QTest::newRow("saving, unsaved work") << FoundBy::Saving << true;
    QTest::newRow("loading theirs") << FoundBy::Loading << true;
}

/// It counts as not saved, whatever is taken back, until it is saved again.
void TestSessionOthers::aFileThatIsGoneIsKept()
{
    QFETCH(FoundBy, by);
    QFETCH(bool, isEdited);
    const auto session = open();
    QSignalSpy told(session.get(), &Session::goneChanged);
    const QString path = m_folder.filePath(FileKind::Connection, session->at(0).name);
    const std::string before = session->document(0)->whole()->bytes();
    if (isEdited)
        changeLabel(*session, 0, "Mine");
    QVERIFY(QFile::remove(path));
    findOut(*session, by);
    QTRY_COMPARE(told.size(), 1);
    session->checkDisk();
    session->finish();
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 1);
    QVERIFY(session->at(0).gone);
    session->document(0)->undo();
    QCOMPARE(session->document(0)->whole()->bytes(), before);
    QCOMPARE(session->modifiedTitles(), QStringList{QString::fromStdString(session->at(0).shown().label())});
    session->flush();
    session->finish();
    QCOMPARE(workspace::Drafts(m_folder).read(session->at(0).name)->bytes, before);
    QSignalSpy saved(session.get(), &Session::saved);
    session->save(0);
    QVERIFY(saved.wait());
    QCOMPARE(workspace::readFile(path).value(), before);
    QVERIFY(!session->at(0).gone);
    QVERIFY(session->modifiedTitles().isEmpty());
}

void TestSessionOthers::aFileThatIsGoneComesBack_data()
{
    QTest::addColumn<bool>("isEdited");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("as it was") << false << false;
    QTest::newRow("as it was, unsaved work") << true << false;
    QTest::newRow("another") << false << true;
    QTest::newRow("another, unsaved work") << true << true;
}

void TestSessionOthers::aFileThatIsGoneComesBack()
{
    QFETCH(bool, isEdited);
    QFETCH(bool, isOther);
    const auto session = open();
    const QString path = m_folder.filePath(FileKind::Connection, session->at(0).name);
    const std::string before = workspace::readFile(path).value();
    QVERIFY(QFile::remove(path));
    session->checkDisk();
    QTRY_VERIFY(session->at(0).gone);
    if (isEdited)
        changeLabel(*session, 0, "Mine");
    QSignalSpy asked(session.get(), &Session::changedOnDisk);
    const std::string theirs = R"({"endpoint_label":"Theirs","request_format":{}})";
    QVERIFY(workspace::saveFile(path, isOther ? theirs : before));
    session->checkDisk();
    QTRY_VERIFY(!session->at(0).gone);
    QCOMPARE(asked.size(), isEdited && isOther ? 1 : 0);
    QCOMPARE(session->isModified(0), isEdited);
    if (isOther && !isEdited)
        QCOMPARE(session->at(0).shown().label(), std::string("Theirs"));
    session->save(0);
    session->finish();
    QCoreApplication::processEvents();
    QCOMPARE(session->isModified(0), isEdited && isOther); // nothing is written over unasked
}

void TestSessionOthers::whatIsLetGoCanComeBack()
{
    const auto session = open();
    const QString name = session->at(0).name;
    const int count = session->count();
    const std::string before = session->document(0)->whole()->bytes();
    QVERIFY(QFile::remove(m_folder.filePath(FileKind::Connection, name)));
    session->checkDisk();
    QTRY_VERIFY(session->at(0).gone);
    session->remove(0);
    session->finish();
    QCOMPARE(QDir(m_folder.localPath(QStringLiteral("trash/unsaved"))).entryList(QDir::Files).size(), 1);
    session->listHistory().undo();
    QCOMPARE(session->count(), count);
    QCOMPARE(session->document(0)->whole()->bytes(), before);
    QVERIFY(session->isModified(0));
}

void TestSessionOthers::whatCouldNotBeReadMayBeGone()
{
    const QString path = m_folder.filePath(FileKind::Connection, QStringLiteral("a"));
    QVERIFY(workspace::saveFile(path, "{"));
    const auto session = open();
    const int row = session->rowOf(QStringLiteral("a"));
    QVERIFY(session->at(row).unreadable);
    QVERIFY(QFile::remove(path));
    QSignalSpy reread(session.get(), &Session::reread);
    session->checkDisk();
    QVERIFY(reread.wait());
    QCOMPARE(session->at(row).unreadable->code, ErrorCode::FileNotFound);
}

void TestSessionOthers::theirsThatCannotBeReadLeavesTheChoice()
{
    const auto session = open();
    QSignalSpy refused(session.get(), &Session::theirsRefused);
    changeLabel(*session, 0, "Mine");
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Connection, session->at(0).name), "{"));
    session->loadTheirs(0);
    QVERIFY(refused.wait());
    QVERIFY(refused.first().at(1).value<Error>().message.contains(QStringLiteral("cannot be read")));
    QCOMPARE(session->at(0).shown().label(), std::string("Mine"));
    QSignalSpy saved(session.get(), &Session::saved);
    session->saveOver(0);
    QVERIFY(saved.wait());
}

void TestSessionOthers::readsAnewWhatCouldNotBeRead()
{
    const QString name = QStringLiteral("broken");
    const QString path = m_folder.filePath(FileKind::Connection, name);
    QVERIFY(workspace::saveFile(path, "{"));
    const auto session = open();
    const int row = session->rowOf(name);
    QSignalSpy reread(session.get(), &Session::reread);
    session->checkDisk(); // nothing is new
    session->finish();
    QVERIFY(workspace::saveFile(path, R"({"endpoint_label":"Mended","request_format":{}})"));
    session->checkDisk();
    QVERIFY(reread.wait());
    QCOMPARE(reread.size(), 1);
    QVERIFY(!session->at(row).unreadable);
    QVERIFY(!session->isModified(row));
    QCOMPARE(session->at(row).shown().label(), std::string("Mended"));
    changeLabel(*session, row, "Mine");
    QSignalSpy saved(session.get(), &Session::saved);
    session->save(row);
    QVERIFY(saved.wait());
    QVERIFY(workspace::readFile(path)->find("\"Mine\"") != std::string::npos);
}

void TestSessionOthers::twoWindowsKeepTheirWorkApart()
{
    std::unique_ptr<Session> first = open();
    QVERIFY(!first->isShared());
    const auto second = open();
    QVERIFY(second->isShared());
    QSignalSpy shared(first.get(), &Session::sharedChanged);
    first->checkDisk();
    QVERIFY(shared.wait());
    QVERIFY(first->isShared());
    QVERIFY(!second->at(0).restored);
    changeLabel(*first, 0, "First");
    changeLabel(*second, 0, "Second");
    first->flush();
    second->flush();
    first->finish();
    second->discardAll();
    second->finish();
    QVERIFY(workspace::Drafts(m_folder).read(first->at(0).name)->bytes.find("First") != std::string::npos);
    first.reset();
    QSignalSpy alone(second.get(), &Session::sharedChanged);
    second->checkDisk();
    QVERIFY(alone.wait());
    QVERIFY(!second->isShared());
    QCOMPARE(open()->at(0).shown().label(), std::string("First"));
}

void TestSessionOthers::twoWindowsAskBeforeTheySaveOver()
{
    const auto first = open();
    const auto second = open();
    QSignalSpy saved(first.get(), &Session::saved);
    QSignalSpy refused(second.get(), &Session::saveFailed);
    changeLabel(*first, 0, "First");
    changeLabel(*second, 0, "Second");
    first->save(0);
    QVERIFY(saved.wait());
    second->save(0);
    QVERIFY(refused.wait());
    QCOMPARE(refused.first().at(1).value<Error>().code, ErrorCode::FileChanged);
    // Both add one under the same name.
    const int firstRow = first->add(first->at(1).saved);
    const int secondRow = second->add(second->at(1).saved);
    QCOMPARE(first->at(firstRow).name, second->at(secondRow).name);
    first->save(firstRow);
    QVERIFY(saved.wait());
    changeLabel(*second, secondRow, "Other");
    second->save(secondRow);
    QVERIFY(refused.wait());
    QCOMPARE(refused.last().at(1).value<Error>().code, ErrorCode::FileExists);
}

void TestSessionOthers::twoWindowsRemember()
{
    {
        const auto first = open();
        const auto second = open();
        first->remembered(first->at(0).name).page = QStringLiteral("1");
        second->remembered(second->at(1).name).page = QStringLiteral("2");
        first->flush();
        first->finish();
        second->flush();
    }
    const auto session = open();
    QCOMPARE(session->remembered(session->at(0).name).page, QStringLiteral("1"));
    QCOMPARE(session->remembered(session->at(1).name).page, QStringLiteral("2"));
}

void TestSessionOthers::othersNewFilesAreListed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("a connection") << QByteArray(R"({"endpoint_label":"Theirs","request_format":{}})") << true;
    QTest::newRow("something else") << QByteArray("{") << false;
}

void TestSessionOthers::othersNewFilesAreListed()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isReadable);
    const auto session = open();
    const int count = session->count();
    const auto shown = session->at(0).name;
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Connection, QStringLiteral("theirs")),
                                text.toStdString()));
    QSignalSpy appeared(session.get(), &Session::appeared);
    QSignalSpy added(session.get(), &Session::added);
    session->checkDisk();
    QTRY_COMPARE(appeared.size(), 1);
    QCOMPARE(session->rowOf(QStringLiteral("theirs")), count);
    QCOMPARE(!session->at(count).unreadable, isReadable);
    QVERIFY(added.isEmpty());
    QVERIFY(!session->listHistory().canUndo()); // it is no step of ours
    QVERIFY(isReadable == (session->document(count) != nullptr)
            && (!isReadable || !session->isModified(count)));
    session->checkDisk();
    session->finish();
    QCoreApplication::processEvents();
    QCOMPARE(session->count(), count + 1); // once
}

void TestSessionOthers::whatWasDeletedHereIsNobodysNewFile()
{
    const auto session = open();
    const int count = session->count();
    session->checkDisk();
    session->remove(0);
    session->checkDisk();
    session->finish();
    QCoreApplication::processEvents();
    QCOMPARE(session->count(), count - 1);
    session->listHistory().undo();
    session->finish();
    QCoreApplication::processEvents();
    QCOMPARE(session->count(), count);
}

QTEST_GUILESS_MAIN(TestSessionOthers)
#include "tst_sessionothers.moc"
