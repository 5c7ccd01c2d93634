// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"
#include "workspace/check.h"

using namespace designer;
using namespace designer::workspace;
using namespace designer::workspace::files;

/// check(): what is said of a workspace and of single files.
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void judgesOneFile_data();
    void judgesOneFile();
    void judgesStandardInput();
    void tellsSamplesByTheirFolder_data();
    void tellsSamplesByTheirFolder();
    void judgesAWorkspace();
    void takesHalfAWorkspace_data();
    void takesHalfAWorkspace();
    void refusesOtherFolders_data();
    void refusesOtherFolders();
    void tellsOfWhatCannotBeRead();
    void saysWhenAFolderMayNotBeRead();
};

namespace {

const QByteArray sound
    = R"({"endpoint_label":"L","endpoint_url":"https://example.com/","request_format":{"a":"##user_id##"}})";
const QByteArray unsound = R"({"endpoint_label":"L","endpoint_url":"https://example.com/"})";
const QByteArray purchase = R"({"event_name":"purchase","properties":{"price":1}})";

/// The one word for a file, as the rows below write it.
QString verdict(const CheckedFile &file)
{
    const QString kind = file.kind == FileKind::Connection ? u"connection"_qs : u"event"_qs;
    if (file.error)
        return kind + u", "_qs + codeName(file.error->code);
    return kind + (count(file.findings).errors == 0 ? u", sound"_qs : u", unsound"_qs);
}

QStringList verdicts(const Checked &checked, const QString &root)
{
    QStringList out;
    for (const CheckedFile &file : checked.files)
        out += QDir(root).relativeFilePath(file.file) + u": "_qs + verdict(file);
    return out;
}

} // namespace

void TestCheck::judgesOneFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a connection") << sound << u"connection, sound"_qs;
    QTest::newRow("a connection without request_format") << unsound << u"connection, unsound"_qs;
    QTest::newRow("a connection with a mark") << "\xEF\xBB\xBF" + sound << u"connection, sound"_qs;
    QTest::newRow("an unknown policy")
        << QByteArray(R"({"request_format":{},"x_designer":{"missing_values":"drop"}})")
        << u"connection, unsound"_qs;
    QTest::newRow("x_designer alone") << QByteArray(R"({"x_designer":{}})") << u"connection, unsound"_qs;
    QTest::newRow("an event") << purchase << u"event, sound"_qs;
    QTest::newRow("an event with a name twice")
        << QByteArray(R"({"event_name":"a","event_name":"b"})") << u"event, sound"_qs;
    QTest::newRow("an event without a name") << QByteArray(R"({"properties":{}})") << u"event, sound"_qs;
    QTest::newRow("an empty object") << QByteArray("{}") << u"connection, unsound"_qs;
    QTest::newRow("an array") << QByteArray("[]") << u"connection, unsound"_qs;
    QTest::newRow("an empty file") << QByteArray() << u"connection, malformed_json"_qs;
    QTest::newRow("a truncated one") << sound.chopped(1) << u"connection, malformed_json"_qs;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << u"connection, wrong_encoding"_qs;
}

void TestCheck::judgesOneFile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, expected);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"file.json"_qs);
    put(path, bytes);
    const Result<Checked> checked = check(path);
    QVERIFY(checked);
    QCOMPARE(checked->files.size(), std::size_t(1));
    QCOMPARE(checked->files.front().file, path);
    QCOMPARE(verdict(checked->files.front()), expected);
    QCOMPARE(checked->isSound(), expected.endsWith(u", sound"));
    QCOMPARE(checked->isReadable(), !checked->files.front().error);
}

void TestCheck::judgesStandardInput()
{
    const QTemporaryDir dir;
    put(dir.filePath(u"file.json"_qs), unsound);
    const int same = inChild([&] {
        const int fd = ::open(QFile::encodeName(dir.filePath(u"file.json"_qs)).constData(), O_RDONLY);
        if (::dup2(fd, STDIN_FILENO) != STDIN_FILENO)
            return 254;
        const Result<Checked> checked = check(u"-"_qs);
        return checked && checked->files.size() == 1
                && verdict(checked->files.front()) == u"connection, unsound"
            ? fine
            : 1;
    });
    QCOMPARE(same, fine);
}

void TestCheck::tellsSamplesByTheirFolder_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("workspace");
    QTest::addColumn<QString>("expected");
    QTest::newRow("in the samples of a workspace") << u"samples/s.json"_qs << true << u"event, sound"_qs;
    QTest::newRow("in the connections of one")
        << u"connections/s.json"_qs << true << u"connection, unsound"_qs;
    QTest::newRow("among the originals of one")
        << u"samples/originals/s.json"_qs << true << u"event, sound"_qs;
    QTest::newRow("in some other folder of originals")
        << u"originals/s.json"_qs << true << u"connection, unsound"_qs;
    QTest::newRow("in some other folder of that name")
        << u"samples/s.json"_qs << false << u"connection, unsound"_qs;
}

void TestCheck::tellsSamplesByTheirFolder()
{
    QFETCH(const QString, path);
    QFETCH(const bool, workspace);
    QFETCH(const QString, expected);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(QFileInfo(path).path()));
    if (workspace)
        QVERIFY(QDir(dir.path()).mkpath(u"connections"_qs));
    put(dir.filePath(path), R"({"event_name":"e","headers":{}})");
    const Result<Checked> checked = check(dir.filePath(path));
    QVERIFY(checked);
    QCOMPARE(verdict(checked->files.front()), expected);
}

void TestCheck::judgesAWorkspace()
{
    const QTemporaryDir dir;
    const QDir root(dir.path());
    for (const QString &folder :
         {u"connections"_qs, u"connections/deeper.json"_qs, u"samples/originals"_qs, u".local"_qs})
        QVERIFY(root.mkpath(folder));
    put(root.filePath(u"connections/b.json"_qs), unsound);
    put(root.filePath(u"connections/a.json"_qs), sound);
    put(root.filePath(u"connections/event.json"_qs), purchase);
    put(root.filePath(u"connections/notes.txt"_qs), "no JSON");
    put(root.filePath(u"connections/.saving-a1b2c3"_qs), "half");
    put(root.filePath(u"samples/s.json"_qs), purchase);
    put(root.filePath(u"samples/c.json"_qs), sound); // as an event it is fine
    put(root.filePath(u"samples/list.json"_qs), "[]");
    put(root.filePath(u"samples/originals/call.txt"_qs), "hardal.track('a', {b: 1})");
    put(root.filePath(u"samples/originals/o.json"_qs), "no JSON");
    put(root.filePath(u"samples/originals/push.json"_qs), R"({"type":"event","payload":{"name":"a"}})");
    put(root.filePath(u"samples/originals/strange.json"_qs), R"({"name":"a"})");
    put(root.filePath(u"samples/originals/.hidden"_qs), "no JSON");
    put(root.filePath(u".local/l.json"_qs), "no JSON");
    put(root.filePath(u"beside.json"_qs), "no JSON");
    const Result<Checked> checked = check(dir.path());
    QVERIFY(checked);
    QCOMPARE(verdicts(*checked, dir.path()),
             (QStringList{u"connections/a.json: connection, sound"_qs,
                          u"connections/b.json: connection, unsound"_qs,
                          u"connections/event.json: connection, unsound"_qs,
                          u"samples/c.json: event, sound"_qs, u"samples/list.json: event, not_an_object"_qs,
                          u"samples/s.json: event, sound"_qs, u"samples/originals/call.txt: event, sound"_qs,
                          u"samples/originals/o.json: event, unrecognised_format"_qs,
                          u"samples/originals/push.json: event, sound"_qs,
                          u"samples/originals/strange.json: event, unrecognised_format"_qs}));
    QVERIFY(!checked->isSound());
    QVERIFY(!checked->isReadable());
}

void TestCheck::takesHalfAWorkspace_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("connections alone") << u"connections"_qs;
    QTest::newRow("samples alone") << u"samples"_qs;
}

void TestCheck::takesHalfAWorkspace()
{
    QFETCH(const QString, folder);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(folder));
    const Result<Checked> empty = check(dir.path());
    QVERIFY(empty);
    QVERIFY(empty->files.empty() && empty->isSound());
    put(dir.filePath(folder + u"/f.json"_qs), folder == u"samples" ? purchase : sound);
    const Result<Checked> one = check(dir.path() + u'/');
    QVERIFY(one);
    QCOMPARE(one->files.size(), std::size_t(1));
    QVERIFY(one->isSound());
}

void TestCheck::refusesOtherFolders_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("a folder that is no workspace")
        << u"folder"_qs << static_cast<int>(ErrorCode::FileUnreadable);
    QTest::newRow("nothing of that name") << u"missing"_qs << static_cast<int>(ErrorCode::FileNotFound);
}

void TestCheck::refusesOtherFolders()
{
    QFETCH(const QString, name);
    QFETCH(const int, code);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"folder"_qs));
    put(dir.filePath(u"folder/a.json"_qs), sound);
    const Result<Checked> checked = check(dir.filePath(name));
    QVERIFY(!checked);
    QCOMPARE(static_cast<int>(checked.error().code), code);
    QCOMPARE(checked.error().file, dir.filePath(name));
    QVERIFY(!checked.error().wayOut.isEmpty());
}

void TestCheck::tellsOfWhatCannotBeRead()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"connections"_qs));
    QVERIFY(link(u"nowhere.json"_qs, dir.filePath(u"connections/dangling.json"_qs)));
    put(dir.filePath(u"connections/good.json"_qs), sound);
    put(dir.filePath(u"connections/locked.json"_qs), sound);
    // Nobody would ever write into it: it must not be opened.
    QCOMPARE(::mkfifo(QFile::encodeName(dir.filePath(u"connections/pipe.json"_qs)).constData(), 0600), 0);
    QCOMPARE(::chmod(QFile::encodeName(dir.path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(dir.filePath(u"connections/good.json"_qs)).constData(), 0644), 0);
    QCOMPARE(::chmod(QFile::encodeName(dir.filePath(u"connections/locked.json"_qs)).constData(), 0), 0);
    const QStringList expected{u"connections/dangling.json: connection, file_not_found"_qs,
                               u"connections/good.json: connection, sound"_qs,
                               u"connections/locked.json: connection, file_unreadable"_qs};
    const int same = unprivileged([&] {
        const Result<Checked> checked = check(dir.path());
        return checked && !checked->isReadable() && verdicts(*checked, dir.path()) == expected ? fine : 1;
    });
    QCOMPARE(same, fine);
}

void TestCheck::saysWhenAFolderMayNotBeRead()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"connections"_qs) && QDir(dir.path()).mkdir(u"samples"_qs));
    put(dir.filePath(u"connections/a.json"_qs), sound);
    put(dir.filePath(u"samples/s.json"_qs), purchase);
    for (const QString &path : {dir.path(), dir.filePath(u"samples"_qs)})
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(dir.filePath(u"samples/s.json"_qs)).constData(), 0644), 0);
    const QByteArray folder = QFile::encodeName(dir.filePath(u"connections"_qs));
    QCOMPARE(::chmod(folder.constData(), 0), 0);
    const QStringList expected{u"connections: connection, file_unreadable"_qs,
                               u"samples/s.json: event, sound"_qs};
    const int same = unprivileged([&] {
        const Result<Checked> checked = check(dir.path());
        return checked && !checked->isReadable() && verdicts(*checked, dir.path()) == expected ? fine : 1;
    });
    QCOMPARE(::chmod(folder.constData(), 0755), 0);
    QCOMPARE(same, fine);
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
