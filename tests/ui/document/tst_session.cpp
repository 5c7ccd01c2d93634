// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/document/session.h"
#include "workspace/example.h"
#include "workspace/file.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;
using namespace designer::ui;
using workspace::FileKind;

/// An open workspace: saving, other people's changes, unsaved work after a crash, the list's history.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saves();
    void savesAgainBeforeTheFirstAnswer_data();
    void savesAgainBeforeTheFirstAnswer();
    void refusesToSaveOverOthers();
    void goesBackFromTheirsByteForByte_data();
    void goesBackFromTheirsByteForByte();
    void followsOthersWhereNothingIsUnsaved();
    void whatWasNeverSavedGoesToTheTrash_data();
    void whatWasNeverSavedGoesToTheTrash();
    void saysOnceThatAnothersVersionCannotBeRead();
    void asksWhereSomethingIsUnsaved();
    void aFileThatIsGoneIsKept_data();
    void aFileThatIsGoneIsKept();
    void aFileThatIsGoneComesBack_data();
    void aFileThatIsGoneComesBack();
    void whatIsLetGoCanComeBack();
    void whatCouldNotBeReadMayBeGone();
    void theirsThatCannotBeReadLeavesTheChoice();
    void bringsUnsavedWorkBack();
    void bringsWorkThatWasNeverSavedBack();
    void keepsWorkWhoseFileCannotBeRead();
    void setsDraftsAsideThatAreNoConnections_data();
    void setsDraftsAsideThatAreNoConnections();
    void dropsWorkThatIsGivenUp();
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
    void readsAnewWhatCouldNotBeRead();
    void samplesAreKept();
    void aSampleIsRenamedThereAndBackAtOnce();
    void whatASampleWasMadeOfGoesWithIt();
    void aSampleThatIsBroughtBackIsWhole();
    void samplesThatCannotBeSavedAreTriedAgain();
    void samplesAreGivenUpAsTheyWereSaved();
    void twoWindowsKeepTheirWorkApart();
    void twoWindowsAskBeforeTheySaveOver();
    void twoWindowsSaveOneSample_data();
    void twoWindowsSaveOneSample();
    void twoWindowsRemember();
    void workThatIsTakenBackLeavesNoDraft();
    void saysThatWorkCannotBeKept();
    void nothingNeedsADraftWhereAllIsSaved_data();
    void nothingNeedsADraftWhereAllIsSaved();
    void aDraftThatEqualsTheFileIsNotOffered_data();
    void aDraftThatEqualsTheFileIsNotOffered();
    void anOlderDraftGoesWithTheWork();
    void whatCameBackIsSaidUntilItIsChanged();
    void othersNewFilesAreListed_data();
    void othersNewFilesAreListed();
    void whatWasDeletedHereIsNobodysNewFile();
    void othersSamplesAreFollowed();
    void samplesThatAreTypedIntoDoNotFollow();
    void aSampleThatCannotBeRenamedKeepsItsName();
    void aSampleThatCannotBeDeletedStays();

private:
    [[nodiscard]] std::unique_ptr<Session> open() const { return std::make_unique<Session>(m_folder); }
    static void changeLabel(Session &session, int row, const char *label);

    std::unique_ptr<QTemporaryDir> m_dir;
    workspace::Folder m_folder;
};

namespace {

std::string originalOf(const workspace::Folder &folder, const char *name)
{
    const auto text = workspace::readFile(folder.originalPath(QLatin1String(name)));
    return text ? *text : std::string();
}

} // namespace

void TestSession::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = workspace::exampleWorkspace(m_dir->filePath(QStringLiteral("w"))).value();
}

void TestSession::changeLabel(Session &session, int row, const char *label)
{
    ConnectionDocument &document = *session.document(row);
    QVERIFY(
        !document.changeShell({}, {}, connection::withText(document.shell(), connection::key::label, label)));
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

void TestSession::refusesToSaveOverOthers()
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

void TestSession::goesBackFromTheirsByteForByte_data()
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

void TestSession::goesBackFromTheirsByteForByte()
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

void TestSession::followsOthersWhereNothingIsUnsaved()
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

void TestSession::saysOnceThatAnothersVersionCannotBeRead()
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

void TestSession::asksWhereSomethingIsUnsaved()
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

void TestSession::aFileThatIsGoneIsKept_data()
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
void TestSession::aFileThatIsGoneIsKept()
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
    QCOMPARE(session->modifiedLabels(), QStringList{QString::fromStdString(session->at(0).shown().label())});
    session->flush();
    session->finish();
    QCOMPARE(workspace::Drafts(m_folder).read(session->at(0).name)->bytes, before);
    QSignalSpy saved(session.get(), &Session::saved);
    session->save(0);
    QVERIFY(saved.wait());
    QCOMPARE(workspace::readFile(path).value(), before);
    QVERIFY(!session->at(0).gone);
    QVERIFY(session->modifiedLabels().isEmpty());
}

void TestSession::aFileThatIsGoneComesBack_data()
{
    QTest::addColumn<bool>("isEdited");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("as it was") << false << false;
    QTest::newRow("as it was, unsaved work") << true << false;
    QTest::newRow("another") << false << true;
    QTest::newRow("another, unsaved work") << true << true;
}

void TestSession::aFileThatIsGoneComesBack()
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

void TestSession::whatIsLetGoCanComeBack()
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

void TestSession::whatCouldNotBeReadMayBeGone()
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

void TestSession::theirsThatCannotBeReadLeavesTheChoice()
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

void TestSession::bringsUnsavedWorkBack()
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

void TestSession::bringsWorkThatWasNeverSavedBack()
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
void TestSession::keepsWorkWhoseFileCannotBeRead()
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

void TestSession::setsDraftsAsideThatAreNoConnections_data()
{
    QTest::addColumn<std::string>("left");
    QTest::newRow("cut off") << std::string(R"({"label": "Hours of wo)");
    QTest::newRow("no object") << std::string("[1]");
    QTest::newRow("nothing") << std::string();
}

/// Somebody may mend it by hand: work that comes after it takes nothing away from it.
void TestSession::setsDraftsAsideThatAreNoConnections()
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

void TestSession::dropsWorkThatIsGivenUp()
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

void TestSession::readsAnewWhatCouldNotBeRead()
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

void TestSession::samplesAreKept()
{
    {
        const auto session = open();
        const QString name
            = session->samples().add(QStringLiteral("Mine"), R"({"event_name":"x"})", "original");
        session->samples().change(name, R"({"event_name":"y"})");
        QCOMPARE(session->samples().rename(name, QStringLiteral("Ours")), QStringLiteral("Ours"));
        QVERIFY(session->samples().find(QStringLiteral("Ours")));
        session->samples().remove(QStringLiteral("Cart"));
        QVERIFY(!session->samples().find(QStringLiteral("Cart")));
        session->finish();
    }
    const auto session = open();
    const Sample *const sample = session->samples().find(QStringLiteral("Ours"));
    QVERIFY(sample);
    QCOMPARE(sample->text, std::string(R"({"event_name":"y"})"));
    QVERIFY(sample->hasOriginal);
    QCOMPARE(originalOf(m_folder, "Ours"), std::string("original"));
    QVERIFY(!session->samples().find(QStringLiteral("Cart")));
}

/// Faster than the disk, on which the names of before are still taken.
void TestSession::aSampleIsRenamedThereAndBackAtOnce()
{
    const auto session = open();
    const QString name = QStringLiteral("Mine");
    const QString other = QStringLiteral("Ours");
    session->samples().add(name, R"({"event_name":"x"})", {});
    session->finish();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(session->samples().rename(name, other), other);
        QCOMPARE(session->samples().rename(other, name), name);
    }
    session->finish();
    QVERIFY(m_folder.read(workspace::FileKind::Event, name));
    QVERIFY(!m_folder.read(workspace::FileKind::Event, other));
    QCoreApplication::processEvents(); // the disk's answers
    session->samples().add(other, R"({"event_name":"y"})", {});
    QCOMPARE(session->samples().rename(name, other), QStringLiteral("Ours-2"));
}

void TestSession::whatASampleWasMadeOfGoesWithIt()
{
    const std::string text = R"({"event_name":"x"})";
    const auto session = open();
    const QString name = session->samples().add(QStringLiteral("Mine"), text, "original");
    QCOMPARE(session->samples().duplicate(name, QStringLiteral("Other")), QStringLiteral("Other"));
    QVERIFY(session->samples().find(QStringLiteral("Other"))->hasOriginal);
    session->samples().change(QStringLiteral("Other"), text + ' ');
    QVERIFY(session->samples().find(QStringLiteral("Other"))->hasOriginal);
    QString read;
    session->samples().readOriginal(
        QStringLiteral("Other"), session.get(),
        [&read](const Result<std::string> &original) { read = QString::fromStdString(original.value()); });
    QTRY_COMPARE(read, QStringLiteral("original"));
    session->finish();
    QCOMPARE(originalOf(m_folder, "Mine"), std::string("original"));
    QCOMPARE(m_folder.read(FileKind::Event, QStringLiteral("Other"))->bytes, text + ' ');
}

/// At once, before the disk has done anything, and later, under another name.
void TestSession::aSampleThatIsBroughtBackIsWhole()
{
    const auto session = open();
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    const QString mine = session->samples().add(QStringLiteral("Mine"), R"({"event_name":"x"})", "original");
    const RemovedSample removed = session->samples().remove(mine);
    QCOMPARE(session->samples().bringBack(removed), mine);
    session->finish();
    QCOMPARE(originalOf(m_folder, "Mine"), std::string("original"));
    const RemovedSample again = session->samples().remove(mine);
    session->finish();
    QVERIFY(m_folder.read(FileKind::Event, mine).error().code == ErrorCode::FileNotFound);
    QCOMPARE(session->samples().add(mine, R"({"event_name":"y"})", {}), mine);
    QCOMPARE(session->samples().bringBack(again), QStringLiteral("Mine-2"));
    session->finish();
    QCOMPARE(originalOf(m_folder, "Mine-2"), std::string("original"));
    QVERIFY(originalOf(m_folder, "Mine").empty());
    QVERIFY(session->samples().find(QStringLiteral("Mine-2"))->hasOriginal);
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 0);
}

void TestSession::samplesThatCannotBeSavedAreTriedAgain()
{
    const auto session = open();
    const QString cart = QStringLiteral("Cart");
    const QString path = m_folder.filePath(FileKind::Event, cart);
    const QString folder = QFileInfo(path).path();
    const QString away = folder + QStringLiteral(".away");
    const auto tryAgain = [&session] {
        bool isTried = false;
        session->samples().save(session.get(), [&isTried] { isTried = true; });
        QTRY_VERIFY(isTried);
    };
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    QVERIFY(QDir().rename(folder, away));
    QVERIFY(QFile::link(folder, folder)); // to itself, which leads nowhere
    session->samples().change(cart, R"({"event_name":"x"})");
    const QString mine = session->samples().add(QStringLiteral("Mine"), R"({"event_name":"y"})", "original");
    const QString copy = session->samples().duplicate(mine, QStringLiteral("Copy"));
    QCOMPARE(session->samples().rename(mine, QStringLiteral("Ours")), QStringLiteral("Ours"));
    tryAgain();
    QStringList unsaved = session->samples().unsaved();
    unsaved.sort();
    QCOMPARE(unsaved, (QStringList{cart, copy, QStringLiteral("Ours")}));
    QCOMPARE(failed.size(), 3);
    QVERIFY(QFile::remove(folder));
    QVERIFY(QDir().rename(away, folder));
    tryAgain();
    QVERIFY2(session->samples().unsaved().isEmpty(), qPrintable(session->samples().unsaved().join(u' ')));
    QCOMPARE(workspace::readFile(path).value(), std::string(R"({"event_name":"x"})"));
    QCOMPARE(originalOf(m_folder, "Ours"), std::string("original"));
    QCOMPARE(originalOf(m_folder, "Copy"), std::string("original"));
}

void TestSession::samplesAreGivenUpAsTheyWereSaved()
{
    const auto session = open();
    const QString cart = QStringLiteral("Cart");
    const std::string before = session->samples().find(cart)->text;
    const qsizetype count = static_cast<qsizetype>(session->samples().all().size());
    session->samples().change(cart, R"({"event_name":"x"})"); // and nobody has heard of it yet
    session->samples().add(QStringLiteral("Mine"), R"({"event_name":"y"})", {});
    session->discardAll();
    QCOMPARE(session->samples().find(cart)->text, before);
    QCOMPARE(static_cast<qsizetype>(session->samples().all().size()), count);
    QVERIFY(session->samples().unsaved().isEmpty());
}

void TestSession::twoWindowsKeepTheirWorkApart()
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

void TestSession::twoWindowsAskBeforeTheySaveOver()
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

void TestSession::twoWindowsSaveOneSample_data()
{
    QTest::addColumn<bool>("isDeleted");
    QTest::addColumn<QString>("kept");
    QTest::newRow("changed") << false << QStringLiteral("Cart-2");
    QTest::newRow("deleted") << true << QStringLiteral("Cart");
}

void TestSession::twoWindowsSaveOneSample()
{
    QFETCH(bool, isDeleted);
    QFETCH(QString, kept);
    const QString cart = QStringLiteral("Cart");
    const auto first = open();
    const auto second = open();
    if (isDeleted)
        first->samples().remove(cart);
    else
        first->samples().change(cart, R"({"event_name":"first"})");
    first->finish();
    QSignalSpy beside(&second->samples(), &SampleStore::keptBeside);
    QSignalSpy failed(&second->samples(), &SampleStore::failed);
    second->samples().change(cart, R"({"event_name":"second"})");
    second->samples().change(cart, R"({"event_name":"second, further"})"); // before the first is answered
    QVERIFY(beside.wait());
    QCOMPARE(beside.first().at(1).toString(), kept);
    second->samples().change(kept, R"({"event_name":"second, at last"})");
    second->finish();
    QCoreApplication::processEvents();
    QCOMPARE(beside.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_folder.read(FileKind::Event, kept)->bytes, std::string(R"({"event_name":"second, at last"})"));
    if (!isDeleted) {
        QCOMPARE(m_folder.read(FileKind::Event, cart)->bytes, std::string(R"({"event_name":"first"})"));
        QCOMPARE(second->samples().find(cart)->text, std::string(R"({"event_name":"first"})"));
    }
}

void TestSession::twoWindowsRemember()
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

void TestSession::workThatIsTakenBackLeavesNoDraft()
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

void TestSession::saysThatWorkCannotBeKept()
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

void TestSession::nothingNeedsADraftWhereAllIsSaved_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("saved") << QByteArray("save");
    QTest::newRow("taken back") << QByteArray("undo");
    QTest::newRow("deleted") << QByteArray("remove");
}

/// Though none can be written still.
void TestSession::nothingNeedsADraftWhereAllIsSaved()
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

void TestSession::aDraftThatEqualsTheFileIsNotOffered_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("of the same name") << QString();
    QTest::newRow("of another that wrote one too") << QStringLiteral("-2");
}

/// Saved, and not deleted with that.
void TestSession::aDraftThatEqualsTheFileIsNotOffered()
{
    QFETCH(QString, suffix);
    const QString name = open()->at(0).name;
    const int count = open()->count();
    const std::string bytes = m_folder.read(FileKind::Connection, name)->bytes;
    QVERIFY(workspace::Drafts(m_folder).write({name + suffix, bytes, "older", QDateTime()}));
    const auto session = open();
    QCOMPARE(session->count(), count);
    QVERIFY(session->modifiedLabels().isEmpty());
    QVERIFY(workspace::Drafts(m_folder).all().empty());
}

/// Also where a newer one failed meanwhile.
void TestSession::anOlderDraftGoesWithTheWork()
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

void TestSession::whatCameBackIsSaidUntilItIsChanged()
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

void TestSession::othersNewFilesAreListed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("a connection") << QByteArray(R"({"endpoint_label":"Theirs","request_format":{}})") << true;
    QTest::newRow("something else") << QByteArray("{") << false;
}

void TestSession::othersNewFilesAreListed()
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

void TestSession::whatWasDeletedHereIsNobodysNewFile()
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

void TestSession::othersSamplesAreFollowed()
{
    const auto session = open();
    const std::size_t count = session->samples().all().size();
    const QString name = session->samples().all().front().name;
    const std::string theirs = R"({"event_name":"theirs"})";
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Event, name), theirs));
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Event, QStringLiteral("New")), theirs));
    QSignalSpy followed(&session->samples(), &SampleStore::followed);
    session->checkDisk();
    QTRY_COMPARE(session->samples().all().size(), count + 1);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(session->samples().find(name)->text, theirs);
    QVERIFY(session->samples().find(QStringLiteral("New"))->event);
    QVERIFY(session->samples().unsaved().isEmpty());
    QSignalSpy saved(&session->samples(), &SampleStore::saved);
    session->samples().change(name, R"({"event_name":"mine"})"); // on top of theirs, and no conflict
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(session->samples().all().size(), count + 1);
}

void TestSession::samplesThatAreTypedIntoDoNotFollow()
{
    const auto session = open();
    const QString name = session->samples().all().front().name;
    const std::string theirs = R"({"event_name":"theirs"})";
    session->samples().hold({name});
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Event, name), theirs));
    QSignalSpy kept(&session->samples(), &SampleStore::keptBeside);
    session->checkDisk();
    session->finish();
    QCoreApplication::processEvents();
    QVERIFY(session->samples().find(name)->text != theirs);
    session->samples().change(name, R"({"event_name":"mine"})");
    QTRY_COMPARE(kept.size(), 1); // neither is lost
    QCOMPARE(session->samples().find(name)->text, theirs);
}

void TestSession::aSampleThatCannotBeRenamedKeepsItsName()
{
    const auto session = open();
    const QString name = session->samples().all().front().name;
    session->remembered(session->at(0).name).sample = name;
    const QString inTheWay = m_folder.filePath(FileKind::Event, QStringLiteral("Wished"));
    QVERIFY(QDir().mkpath(inTheWay));
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    QSignalSpy back(&session->samples(), &SampleStore::notRenamed);
    const QString wished = session->samples().rename(name, QStringLiteral("Wished"));
    QCOMPARE(wished, QStringLiteral("Wished"));
    QVERIFY(session->samples().find(wished));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first(), (QVariantList{wished, name}));
    QVERIFY(session->samples().find(name) && !session->samples().find(wished));
    QCOMPARE(session->remembered(session->at(0).name).sample, name);
    session->samples().change(name, R"({"event_name":"changed"})");
    session->finish();
    QCOMPARE(m_folder.read(FileKind::Event, name)->bytes, std::string(R"({"event_name":"changed"})"));
}

void TestSession::aSampleThatCannotBeDeletedStays()
{
    const auto session = open();
    const std::size_t count = session->samples().all().size();
    const QString name = session->samples().all().front().name;
    QVERIFY(workspace::saveFile(m_folder.localPath(QStringLiteral("trash")), "in place of the folder"));
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    const RemovedSample removed = session->samples().remove(name);
    QVERIFY(!session->samples().find(name));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(session->samples().find(name));
    QCOMPARE(session->samples().bringBack(removed), name); // it is there already
    QCOMPARE(session->samples().all().size(), count);
    QVERIFY(session->samples().unsaved().isEmpty());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
