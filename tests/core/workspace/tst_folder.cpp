// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/check.h"
#include "workspace/drafts.h"
#include "workspace/example.h"
#include "workspace/file.h"
#include "workspace/folder.h"
#include "workspace/localstate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace designer;
using namespace designer::workspace;

/// A workspace's folder: files, what is thrown away, drafts, what is remembered.
class TestFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void savesWhatNobodyElseChanged();
    void refusesToWriteOverOthers_data();
    void refusesToWriteOverOthers();
    void takesItsOwnUnconfirmedSaveAsItsOwn_data();
    void takesItsOwnUnconfirmedSaveAsItsOwn();
    void makesTheFoldersItNeeds();
    void keepsLocalOutOfGit();
    void saysThatItMayNotWrite();
    void saysThatAFileStandsInTheWay();
    void listsFilesOnly();
    void throwsAwayAndBringsBack();
    void whatASampleWasMadeOfGoesWithIt();
    void aNameIsNotFreeWhereAnOriginalHasIt();
    void renamesOverNothing();
    void findsFreeNames_data();
    void findsFreeNames();
    void keepsDrafts();
    void keepsAnUnreadableDraftForPeople();
    void remembers();
    void forgetsWhatCannotBeRead();
    void makesTheExampleOnce();
    void makesTheExampleWhole_data();
    void makesTheExampleWhole();
    void clearsAwayWhatKilledSavesLeft();
    void refusesWhatIsNoFolder_data();
    void refusesWhatIsNoFolder();
};

namespace {

constexpr FileKind connections = FileKind::Connection;

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

void TestFolder::savesWhatNobodyElseChanged()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const auto first = folder.save(connections, QStringLiteral("a"), "one", std::nullopt);
    QVERIFY(first);
    const auto second = folder.save(connections, QStringLiteral("a"), "two", *first);
    QVERIFY(second);
    const auto read = folder.read(connections, QStringLiteral("a"));
    QVERIFY(read);
    QCOMPARE(read->bytes, std::string("two"));
    QCOMPARE(read->print, *second);
    QCOMPARE(folder.names(connections), QStringList{QStringLiteral("a")});
}

void TestFolder::refusesToWriteOverOthers_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("code");
    QTest::newRow("changed by somebody else") << true << true << static_cast<int>(ErrorCode::FileChanged);
    QTest::newRow("taken away by somebody else") << true << false << static_cast<int>(ErrorCode::FileChanged);
    QTest::newRow("there already") << false << true << static_cast<int>(ErrorCode::FileExists);
}

void TestFolder::refusesToWriteOverOthers()
{
    QFETCH(bool, isKnown);
    QFETCH(bool, isThere);
    QFETCH(int, code);
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const QString path = folder.filePath(connections, QStringLiteral("a"));
    if (isThere)
        put(path, "theirs");
    const auto known = isKnown ? std::optional(fingerprint("ours")) : std::nullopt;
    const auto saved = folder.save(connections, QStringLiteral("a"), "new", known);
    QVERIFY(!saved);
    QCOMPARE(static_cast<int>(saved.error().code), code);
    QCOMPARE(QFileInfo::exists(path), isThere);
    if (isThere)
        QCOMPARE(readFile(path).value(), std::string("theirs"));
}

void TestFolder::takesItsOwnUnconfirmedSaveAsItsOwn_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("saved before") << true;
    QTest::newRow("new") << false;
}

/// A save that the disk did not confirm leaves the new bytes behind: the next one is no conflict.
void TestFolder::takesItsOwnUnconfirmedSaveAsItsOwn()
{
    QFETCH(bool, isKnown);
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    put(folder.filePath(connections, QStringLiteral("a")), "new");
    const auto known = isKnown ? std::optional(fingerprint("old")) : std::nullopt;
    const auto saved = folder.save(connections, QStringLiteral("a"), "new", known);
    QVERIFY(saved);
    QCOMPARE(*saved, fingerprint("new"));
}

void TestFolder::makesTheFoldersItNeeds()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::open(dir.path()).value();
    QVERIFY(folder.save(FileKind::Event, QStringLiteral("a"), "{}", std::nullopt));
    QVERIFY(folder.saveOriginal(QStringLiteral("a"), "x"));
    QCOMPARE(readFile(folder.originalPath(QStringLiteral("a"))).value(), std::string("x"));
    QVERIFY(LocalState::read(folder).order.isEmpty());
    QVERIFY2(!QFileInfo::exists(folder.localPath({})), "reading makes nothing");
}

void TestFolder::keepsLocalOutOfGit()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::open(dir.path()).value();
    QVERIFY(folder.saveLocal(QStringLiteral("x/y.json"), "{}"));
    QCOMPARE(readFile(folder.localPath(QStringLiteral("x/y.json"))).value(), std::string("{}"));
    QCOMPARE(readFile(folder.localPath(QStringLiteral(".gitignore"))).value(), std::string("*\n"));
}

void TestFolder::saysThatItMayNotWrite()
{
    if (::geteuid() == 0)
        QSKIP("the superuser may write everywhere");
    const QTemporaryDir dir;
    const Folder folder = Folder::open(dir.path()).value();
    QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner));
    const Status local = folder.saveLocal(QStringLiteral("x.json"), "{}");
    const auto saved = folder.save(connections, QStringLiteral("a"), "{}", std::nullopt);
    QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!local);
    QVERIFY(!saved);
    for (const Error &error : {local.error(), saved.error()}) {
        QCOMPARE(error.code, ErrorCode::FileNotWritten);
        QVERIFY2(error.message.contains(QLatin1String("may not write")), qPrintable(error.message));
    }
}

void TestFolder::saysThatAFileStandsInTheWay()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::open(dir.path()).value();
    put(folder.localPath({}).chopped(1), "a file");
    const Status saved = folder.saveLocal(QStringLiteral("x.json"), "{}");
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileNotWritten);
    QVERIFY(!folder.remove(connections, QStringLiteral("a")));
}

void TestFolder::listsFilesOnly()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const auto path = [&](const char *name) {
        return QFile::encodeName(folder.filePath(connections, QLatin1String(name)));
    };
    put(folder.filePath(connections, QStringLiteral("file")), "{}");
    QCOMPARE(::mkfifo(path("pipe").constData(), S_IRUSR | S_IWUSR), 0);
    QCOMPARE(::symlink("pipe.json", path("to-pipe").constData()), 0);
    QCOMPARE(::symlink("nowhere", path("to-nowhere").constData()), 0);
    QCOMPARE(folder.names(connections), (QStringList{QStringLiteral("file"), QStringLiteral("to-nowhere")}));
}

void TestFolder::throwsAwayAndBringsBack()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const QString name = QStringLiteral("a");
    QStringList trashed;
    for (const char *bytes : {"one", "two"}) { // what was thrown away before does not stand in the way
        QVERIFY(folder.save(connections, name, bytes, std::nullopt));
        const Result<QString> removed = folder.remove(connections, name);
        QVERIFY(removed);
        trashed << *removed;
        QVERIFY(folder.names(connections).isEmpty());
    }
    QVERIFY(folder.restore(connections, name, trashed.first()));
    QCOMPARE(folder.read(connections, name)->bytes, std::string("one"));
    const Status inTheWay = folder.restore(connections, name, trashed.last());
    QVERIFY(!inTheWay);
    QCOMPARE(inTheWay.error().code, ErrorCode::FileExists);
    QCOMPARE(folder.read(connections, name)->bytes, std::string("one"));
    QVERIFY(folder.restore(connections, QStringLiteral("b"), trashed.last()));
    QCOMPARE(folder.read(connections, QStringLiteral("b"))->bytes, std::string("two"));
}

void TestFolder::whatASampleWasMadeOfGoesWithIt()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QStringList trashed;
    for (const char *bytes : {"one", "two"}) {
        QVERIFY(folder.save(FileKind::Event, a, bytes, std::nullopt));
        QVERIFY(folder.saveOriginal(a, std::string("of ") + bytes));
        trashed << folder.remove(FileKind::Event, a).value();
        QVERIFY(!QFileInfo::exists(folder.originalPath(a))); // else the next of that name would get it
    }
    for (const QString &one : trashed) {
        const QString name = one == trashed.first() ? a : b;
        QVERIFY(folder.restore(FileKind::Event, name, one));
        QCOMPARE(readFile(folder.originalPath(name)).value(),
                 "of " + folder.read(FileKind::Event, name)->bytes);
    }
    QVERIFY(folder.rename(FileKind::Event, b, QStringLiteral("c")));
    QCOMPARE(readFile(folder.originalPath(QStringLiteral("c"))).value(), std::string("of two"));
    QVERIFY(!QFileInfo::exists(folder.originalPath(b)));
}

void TestFolder::aNameIsNotFreeWhereAnOriginalHasIt()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    QVERIFY(folder.saveOriginal(QStringLiteral("a"), "of a sample that somebody took away"));
    QCOMPARE(folder.freeName(FileKind::Event, QStringLiteral("a")), QStringLiteral("a-2"));
    QCOMPARE(folder.freeName(FileKind::Event, QStringLiteral("a"), {QStringLiteral("A")}),
             QStringLiteral("a"));
    QCOMPARE(folder.freeName(connections, QStringLiteral("a")), QStringLiteral("a"));
}

void TestFolder::renamesOverNothing()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QVERIFY(folder.save(connections, a, "one", std::nullopt));
    QVERIFY(folder.save(connections, b, "two", std::nullopt));
    const Status refused = folder.rename(connections, a, b);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileExists);
    QVERIFY(!refused.error().wayOut.contains(QLatin1String("--force")));
    QCOMPARE(folder.read(connections, b)->bytes, std::string("two"));
    QVERIFY(folder.rename(connections, a, QStringLiteral("c")));
    QCOMPARE(folder.names(connections), (QStringList{b, QStringLiteral("c")}));
}

void TestFolder::findsFreeNames_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("name");
    QTest::newRow("free") << QStringLiteral("b") << QStringLiteral("b");
    QTest::newRow("taken") << QStringLiteral("a") << QStringLiteral("a-2");
    QTest::newRow("taken, letter case aside") << QStringLiteral("A") << QStringLiteral("A-2");
    QTest::newRow("a path") << QStringLiteral("../x/y") << QStringLiteral("-x-y");
    QTest::newRow("hidden") << QStringLiteral(".x") << QStringLiteral("x");
    QTest::newRow("hidden behind a blank") << QStringLiteral(" . .x ") << QStringLiteral("x");
    QTest::newRow("cut inside a character")
        << QString(79, QLatin1Char('x')) + QStringLiteral("😀") << QString(79, QLatin1Char('x'));
    QTest::newRow("nothing") << QStringLiteral("  ") << QStringLiteral("unnamed");
    QTest::newRow("letters of Turkish")
        << QStringLiteral("Şişli mağazası") << QStringLiteral("Şişli mağazası");
    QTest::newRow("long") << QString(300, QLatin1Char('x')) << QString(80, QLatin1Char('x'));
}

void TestFolder::findsFreeNames()
{
    QFETCH(QString, wish);
    QFETCH(QString, name);
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    QVERIFY(folder.save(connections, QStringLiteral("a"), "{}", std::nullopt));
    QCOMPARE(folder.freeName(connections, wish), name);
}

void TestFolder::keepsDrafts()
{
    const QTemporaryDir dir;
    const Drafts drafts(Folder::create(dir.path()).value());
    const Draft draft{QStringLiteral("a"), "{\"x\": \"ş\"}\n", fingerprint("base"),
                      QDateTime::fromString(QStringLiteral("2026-01-02T03:04:05.678Z"), Qt::ISODateWithMs)};
    QVERIFY(drafts.write(draft));
    const auto all = drafts.all();
    QCOMPARE(all.size(), std::size_t(1));
    QCOMPARE(all.front().name, draft.name);
    QCOMPARE(all.front().bytes, draft.bytes);
    QCOMPARE(all.front().base, draft.base);
    QCOMPARE(all.front().writtenAt, draft.writtenAt);
    drafts.remove(draft.name);
    QVERIFY(drafts.all().empty());
}

void TestFolder::keepsAnUnreadableDraftForPeople()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const QString draft = QStringLiteral("drafts/a.json");
    for (const char *bytes : {"one", "two"}) {
        QVERIFY(folder.saveLocal(draft, bytes));
        QVERIFY(Drafts(folder).all().empty());
        QVERIFY(!QFileInfo::exists(folder.localPath(draft)));
    }
    const QString aside = folder.localPath(draft) + QStringLiteral(".unreadable");
    QCOMPARE(readFile(aside).value(), std::string("one"));
    QCOMPARE(readFile(aside + QStringLiteral("-2")).value(), std::string("two"));
}

void TestFolder::remembers()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    LocalState state;
    state.order = {QStringLiteral("b"), QStringLiteral("a")};
    state.selected = QStringLiteral("a");
    state.welcomed = true;
    state.views[QStringLiteral("v")] = QByteArray("\0\1", 2);
    state.connections[QStringLiteral("a")]
        = {QStringLiteral("2"), QStringLiteral("Purchase \"x\""),
           GreenTest{fingerprint("x"), QDateTime::fromMSecsSinceEpoch(1'767'000'000'123, Qt::UTC), true}};
    QVERIFY(state.write(folder));
    const LocalState read = LocalState::read(folder);
    QCOMPARE(read.order, state.order);
    QCOMPARE(read.selected, state.selected);
    QCOMPARE(read.welcomed, true);
    QCOMPARE(read.views, state.views);
    QVERIFY(read.connections == state.connections);
    QCOMPARE(read.ordered({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
             (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
}

void TestFolder::forgetsWhatCannotBeRead()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    QVERIFY(folder.saveLocal(QStringLiteral("window.json"), "{\"order\": ["));
    QVERIFY(LocalState::read(folder).order.isEmpty());
}

void TestFolder::makesTheExampleOnce()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("example"));
    const Folder folder = exampleWorkspace(path).value();
    QCOMPARE(folder.names(connections).size(), 6);
    QVERIFY(folder.names(FileKind::Event).size() >= 13);
    QVERIFY(QFileInfo::exists(folder.originalPath(QStringLiteral("Push message"))));
    const LocalState state = LocalState::read(folder);
    QCOMPARE(state.ordered(folder.names(connections)).first(), QStringLiteral("insider-general"));
    QCOMPARE(state.selected, QStringLiteral("insider-purchase"));
    const auto checked = check(path);
    QVERIFY(checked);
    QVERIFY(checked->isSound());
    QVERIFY(folder.remove(connections, folder.names(connections).first()));
    QCOMPARE(exampleWorkspace(path)->names(connections).size(), 5); // what people threw away stays away
}

void TestFolder::makesTheExampleWhole_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("nothing there") << QString();
    QTest::newRow("an empty folder") << QStringLiteral("example");
    QTest::newRow("begun and not finished") << QStringLiteral("example.making/connections");
}

void TestFolder::makesTheExampleWhole()
{
    QFETCH(QString, before);
    const QTemporaryDir dir;
    QVERIFY(before.isEmpty() || QDir(dir.path()).mkpath(before));
    const auto folder = exampleWorkspace(dir.filePath(QStringLiteral("example")));
    QVERIFY(folder);
    QCOMPARE(folder->names(connections).size(), 6);
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("example")});
}

void TestFolder::clearsAwayWhatKilledSavesLeft()
{
    const QTemporaryDir dir;
    QVERIFY(Folder::create(dir.path()));
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral(".local/drafts")));
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addSecs(-2 * 60 * 60);
    const auto put = [&](const QString &name, const QDateTime &time) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("half") == 4 && file.flush()
            && file.setFileTime(time, QFileDevice::FileModificationTime);
    };
    const QStringList left{QStringLiteral("connections/.saving-a1b2c3"),
                           QStringLiteral("samples/.saving-Zz09aQ"),
                           QStringLiteral(".local/drafts/.saving-abcdef")};
    const QStringList kept{QStringLiteral("connections/.saving-people.json"),
                           QStringLiteral("connections/.hidden"), QStringLiteral("samples/saving-abcdef")};
    for (const QString &name : left + kept)
        QVERIFY(put(name, longAgo));
    const QString underWay = QStringLiteral("connections/.saving-000000");
    QVERIFY(put(underWay, QDateTime::currentDateTimeUtc()));
    QVERIFY(Folder::open(dir.path()));
    for (const QString &name : left)
        QVERIFY2(!QFileInfo::exists(dir.filePath(name)), qPrintable(name));
    for (const QString &name : kept + QStringList{underWay})
        QVERIFY2(QFileInfo::exists(dir.filePath(name)), qPrintable(name));
}

void TestFolder::refusesWhatIsNoFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("not there") << QStringLiteral("none") << QStringLiteral("there is no such folder");
    QTest::newRow("a file") << QStringLiteral("file") << QStringLiteral("this is a file, and no folder");
    if (::geteuid() != 0) // who may read everything
        QTest::newRow("locked") << QStringLiteral("locked") << QStringLiteral("you may not read this folder");
}

void TestFolder::refusesWhatIsNoFolder()
{
    QFETCH(QString, name);
    QFETCH(QString, message);
    const QTemporaryDir dir;
    QVERIFY(saveFile(dir.filePath(QStringLiteral("file")), "{}"));
    QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("locked")));
    QVERIFY(QFile::setPermissions(dir.filePath(QStringLiteral("locked")), {}));
    const auto folder = Folder::open(dir.filePath(name));
    QVERIFY(!folder);
    QCOMPARE(folder.error().message, message);
    QVERIFY(!folder.error().wayOut.isEmpty());
    QVERIFY(QFile::setPermissions(dir.filePath(QStringLiteral("locked")),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
