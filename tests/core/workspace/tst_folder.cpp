// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/drafts.h"
#include "workspace/example.h"
#include "workspace/file.h"
#include "workspace/folder.h"
#include "workspace/localstate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;
using namespace designer::workspace;

/// A workspace's folder: files, what is thrown away, drafts, what is remembered.
class TestFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesWhatNobodyElseChanged();
    void refusesToWriteOverOthers_data();
    void refusesToWriteOverOthers();
    void throwsAwayAndBringsBack();
    void findsFreeNames_data();
    void findsFreeNames();
    void keepsDrafts();
    void keepsAnUnreadableDraftForPeople();
    void remembers();
    void forgetsWhatCannotBeRead();
    void makesTheExampleOnce();
    void refusesAFolderThatIsNotThere();
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

void TestFolder::throwsAwayAndBringsBack()
{
    const QTemporaryDir dir;
    const Folder folder = Folder::create(dir.path()).value();
    const QString name = QStringLiteral("a");
    for (const char *bytes : {"one", "two"}) { // what was thrown away before does not stand in the way
        QVERIFY(folder.save(connections, name, bytes, std::nullopt));
        QVERIFY(folder.remove(connections, name));
        QVERIFY(folder.names(connections).isEmpty());
    }
    QVERIFY(folder.restore(connections, name));
    QCOMPARE(folder.read(connections, name)->bytes, std::string("two"));
    QVERIFY(!folder.restore(connections, name));
    QVERIFY(folder.rename(connections, name, QStringLiteral("b")));
    QCOMPARE(folder.names(connections), QStringList{QStringLiteral("b")});
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
    const QString path = folder.localPath(QStringLiteral("drafts/a.json"));
    put(path, "{\"connection\": \"{");
    QVERIFY(Drafts(folder).all().empty());
    QCOMPARE(readFile(path + QStringLiteral(".unreadable")).value(), std::string("{\"connection\": \"{"));
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
    put(folder.localPath(QStringLiteral("window.json")), "{\"order\": [");
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
    const auto checked = check(path);
    QVERIFY(checked);
    QVERIFY(checked->isSound());
    QVERIFY(folder.remove(connections, folder.names(connections).first()));
    QCOMPARE(exampleWorkspace(path)->names(connections).size(), 5); // what people threw away stays away
}

void TestFolder::refusesAFolderThatIsNotThere()
{
    const QTemporaryDir dir;
    const auto folder = Folder::open(dir.filePath(QStringLiteral("none")));
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
