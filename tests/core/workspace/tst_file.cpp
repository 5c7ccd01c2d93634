// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include <thread>

#include <sys/sysmacros.h>

using namespace designer;
using namespace designer::workspace;
using namespace designer::workspace::files;

/// Reading and saving whole files, where nothing breaks down.
class TestFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void readsAPipe();
    void saysWhyItCannotRead_data();
    void saysWhyItCannotRead();
    void readsNothingWithoutPermission();
    void refusesWhatIsTooLarge();

    void savesExactBytes_data();
    void savesExactBytes();
    void savesPrivately_data();
    void savesPrivately();
    void replacesOnlyWhenTold_data();
    void replacesOnlyWhenTold();
    void followsLinks_data();
    void followsLinks();
    void savesUnderEveryLegalName_data();
    void savesUnderEveryLegalName();
    void saysWhyItCannotSave_data();
    void saysWhyItCannotSave();
    void savesNothingWithoutPermission();
    void savesInAFolderThatMayNotBeListed();
    void savesByARelativeName();
    void writesIntoAPipe();
    void leavesADeviceADevice();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestFile::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    // Tests that give up the powers of root must still get in.
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7755)));
}

void TestFile::cleanup()
{
    m_dir.reset();
}

void TestFile::readsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("all bytes, NUL first") << QByteArray::fromHex("000102ff0d0a1a");
    QTest::newRow("a piece less one") << QByteArray((1 << 18) - 1, 'a');
    QTest::newRow("a whole piece") << QByteArray(1 << 18, 'a');
    QTest::newRow("several pieces and a bit") << QByteArray((1 << 20) + 17, 'a');
}

void TestFile::readsWhatIsThere()
{
    QFETCH(const QByteArray, bytes);
    put(at(u"f"_qs), bytes);
    const Result<std::string> read = readFile(at(u"f"_qs));
    QVERIFY(read);
    QVERIFY(*read == bytes.toStdString());
}

void TestFile::readsAPipe()
{
    const QString fifo = at(u"fifo"_qs);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    const std::string sent(300000, 'p');
    std::thread writer([&] {
        const int fd = ::open(QFile::encodeName(fifo).constData(), O_WRONLY);
        std::string_view rest = sent;
        while (!rest.empty())
            rest.remove_prefix(
                static_cast<std::size_t>(::write(fd, rest.data(), std::min<std::size_t>(rest.size(), 7000))));
        ::close(fd);
    });
    const Result<std::string> read = readFile(fifo);
    writer.join();
    QVERIFY(read);
    QVERIFY(*read == sent);
}

void TestFile::saysWhyItCannotRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *title, const QString &name, ErrorCode code, const QString &message) {
        QTest::newRow(title) << name << static_cast<int>(code) << message;
    };
    row("missing", u"missing.json"_qs, ErrorCode::FileNotFound, u"there is no such file"_qs);
    row("in a missing folder", u"a/b.json"_qs, ErrorCode::FileNotFound, u"there is no such file"_qs);
    row("below a file", u"file/b.json"_qs, ErrorCode::FileNotFound, u"a part of this name is a file"_qs);
    row("a folder", u"folder"_qs, ErrorCode::FileUnreadable, u"this is a folder"_qs);
    row("a link that leads nowhere", u"dangling"_qs, ErrorCode::FileNotFound, u"there is no such file"_qs);
    row("a link to itself", u"loop"_qs, ErrorCode::FileUnreadable, u"the file cannot be read"_qs);
    row("a name longer than any", QString(300, u'n'), ErrorCode::FileUnreadable,
        u"the file cannot be read"_qs);
}

void TestFile::saysWhyItCannotRead()
{
    QFETCH(const QString, name);
    QFETCH(const int, code);
    QFETCH(const QString, message);
    put(at(u"file"_qs), "x");
    QVERIFY(QDir(m_dir->path()).mkdir(u"folder"_qs));
    QVERIFY(link(u"nowhere"_qs, at(u"dangling"_qs)) && link(u"loop"_qs, at(u"loop"_qs)));
    const Result<std::string> read = readFile(at(name));
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QVERIFY2(read.error().message.startsWith(message), qPrintable(read.error().message));
    QVERIFY(!read.error().wayOut.isEmpty());
    QCOMPARE(read.error().file, at(name));
    QVERIFY(!read.error().position);
}

void TestFile::readsNothingWithoutPermission()
{
    put(at(u"secret"_qs), "x");
    QCOMPARE(::chmod(QFile::encodeName(at(u"secret"_qs)).constData(), 0), 0);
    QCOMPARE(unprivileged([&] { return outcome(readFile(at(u"secret"_qs))); }),
             failed(ErrorCode::FileUnreadable));
}

void TestFile::refusesWhatIsTooLarge()
{
    put(at(u"huge"_qs), "x");
    // Sparse: it takes no room. Far larger than memory, so that asking for it all would show.
    if (::truncate(QFile::encodeName(at(u"huge"_qs)).constData(), off_t(1) << 42) != 0)
        QSKIP("the file system makes no file of 4 TB");
    QCOMPARE(outcome(readFile(at(u"huge"_qs))), failed(ErrorCode::FileTooLarge));
}

void TestFile::savesExactBytes_data()
{
    readsWhatIsThere_data();
}

void TestFile::savesExactBytes()
{
    QFETCH(const QByteArray, bytes);
    const std::string text = bytes.toStdString();
    QCOMPARE(outcome(saveFile(at(u"f"_qs), text)), fine);
    QVERIFY(contents(at(u"f"_qs)) == bytes);
    QCOMPARE(outcome(saveFile(at(u"f"_qs), text + "more")), fine);
    QVERIFY(contents(at(u"f"_qs)) == bytes + "more");
    QCOMPARE(names(m_dir->path()), QStringList{u"f"_qs});
}

void TestFile::savesPrivately_data()
{
    QTest::addColumn<int>("mask");
    QTest::addColumn<bool>("there");
    for (const bool there : {false, true}) {
        for (const int mask : {0, 022, 077, 0277, 0777})
            QTest::addRow("umask %03o, %s", static_cast<unsigned>(mask),
                          there ? "replacing one that all may read" : "new")
                << mask << there;
    }
}

void TestFile::savesPrivately()
{
    QFETCH(const int, mask);
    QFETCH(const bool, there);
    const QString path = at(u"f"_qs);
    if (there) {
        put(path, "old");
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0666), 0);
    }
    const mode_t before = ::umask(static_cast<mode_t>(mask));
    const Status saved = saveFile(path, "new");
    ::umask(before);
    QCOMPARE(outcome(saved), fine);
    QCOMPARE(mode(path), 0600U);
}

void TestFile::replacesOnlyWhenTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("taken");
    QTest::newRow("a new name") << u"new"_qs << false;
    QTest::newRow("a file") << u"file"_qs << true;
    QTest::newRow("a link to a file") << u"link"_qs << true;
    QTest::newRow("a link that leads nowhere yet") << u"dangling"_qs << false;
}

void TestFile::replacesOnlyWhenTold()
{
    QFETCH(const QString, path);
    QFETCH(const bool, taken);
    put(at(u"file"_qs), "old");
    QVERIFY(link(u"file"_qs, at(u"link"_qs)) && link(u"target"_qs, at(u"dangling"_qs)));
    const QStringList before = names(m_dir->path());
    const Status saved = saveFile(at(path), "new", Replace::No);
    QCOMPARE(outcome(saved), taken ? failed(ErrorCode::FileExists) : fine);
    QCOMPARE(contents(at(path)), QByteArray(taken ? "old" : "new"));
    QCOMPARE(contents(at(u"file"_qs)), QByteArray("old"));
    QCOMPARE(names(m_dir->path()).size(), before.size() + (taken ? 0 : 1));
    if (!taken)
        QCOMPARE(mode(at(path)), 0600U);
    QCOMPARE(outcome(saveFile(at(path), "newer", Replace::Yes)), fine);
    QCOMPARE(contents(at(path)), QByteArray("newer"));
}

void TestFile::followsLinks_data()
{
    QTest::addColumn<QStringList>("links"); // from, to, from, to, ...
    QTest::addColumn<QString>("target");
    QTest::newRow("a link") << QStringList{u"a"_qs, u"t"_qs} << u"t"_qs;
    QTest::newRow("a chain") << QStringList{u"a"_qs, u"b"_qs, u"b"_qs, u"c"_qs, u"c"_qs, u"t"_qs} << u"t"_qs;
    QTest::newRow("into a folder and out of it")
        << QStringList{u"a"_qs, u"in/b"_qs, u"in/b"_qs, u"../t"_qs} << u"t"_qs;
    // `linked/..` is the folder above the one that the link leads to, not the one that holds it.
    QTest::newRow("up from a folder that is a link itself")
        << QStringList{u"linked"_qs, u"in/deep"_qs, u"a"_qs, u"linked/../t"_qs} << u"in/t"_qs;
    QTest::newRow("through a folder that is a link")
        << QStringList{u"linked"_qs, u"in"_qs, u"a"_qs, u"linked/t"_qs} << u"in/t"_qs;
}

void TestFile::followsLinks()
{
    QFETCH(const QStringList, links);
    QFETCH(const QString, target);
    QVERIFY(QDir(m_dir->path()).mkpath(u"in/deep"_qs));
    for (qsizetype i = 0; i < links.size(); i += 2)
        QVERIFY(link(links.at(i + 1), at(links.at(i))));
    for (const char *bytes : {"first, while the link leads nowhere", "second, over the first"}) {
        QCOMPARE(outcome(saveFile(at(u"a"_qs), bytes)), fine);
        QCOMPARE(contents(at(target)), QByteArray(bytes));
        QVERIFY(!QFileInfo(at(target)).isSymLink());
        for (qsizetype i = 0; i < links.size(); i += 2)
            QVERIFY2(QFileInfo(at(links.at(i))).isSymLink(), qPrintable(links.at(i)));
    }
}

void TestFile::savesUnderEveryLegalName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as long as a name can be") << QString(255, u'n');
    QTest::newRow("a little shorter") << QString(249, u'n');
    QTest::newRow("letters of several bytes") << QString(127, QChar(0x131));
    QTest::newRow("blanks and quotes") << u" a \"b\" 'c'\t"_qs;
    QTest::newRow("a line feed") << u"a\nb"_qs;
    QTest::newRow("a pattern of its own") << u"x.XXXXXX"_qs;
    QTest::newRow("hidden") << u".x"_qs;
    QTest::newRow("a percent sign") << u"%s%n.json"_qs;
}

void TestFile::savesUnderEveryLegalName()
{
    QFETCH(const QString, name);
    for (const Replace replace : {Replace::No, Replace::Yes}) {
        QCOMPARE(outcome(saveFile(at(name), "x", replace)), fine);
        QCOMPARE(names(m_dir->path()), QStringList{name});
    }
    QCOMPARE(outcome(readFile(at(name))), fine);
}

void TestFile::saysWhyItCannotSave_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("a missing folder") << u"missing/f"_qs << u"there is no such folder"_qs;
    QTest::newRow("below a file") << u"file/f"_qs << u"a part of this name is a file, and no folder"_qs;
    QTest::newRow("a link into a missing folder") << u"astray"_qs << u"there is no such folder"_qs;
    QTest::newRow("a folder") << u"folder"_qs << u"this is a folder"_qs;
    QTest::newRow("a folder, with a slash") << u"folder/"_qs << u"this is a folder"_qs;
    QTest::newRow("a link to a folder") << u"to-folder"_qs << u"this is a folder"_qs;
    QTest::newRow("a link to itself") << u"loop"_qs << u"this is a link that leads back to itself"_qs;
    QTest::newRow("a name longer than any") << QString(256, u'n') << u"the name is too long"_qs;
}

void TestFile::saysWhyItCannotSave()
{
    QFETCH(const QString, name);
    QFETCH(const QString, message);
    put(at(u"file"_qs), "old");
    QVERIFY(QDir(m_dir->path()).mkdir(u"folder"_qs));
    QVERIFY(link(u"folder"_qs, at(u"to-folder"_qs)) && link(u"loop"_qs, at(u"loop"_qs))
            && link(u"missing/f"_qs, at(u"astray"_qs)));
    const QStringList before = names(m_dir->path());
    for (const Replace replace : {Replace::No, Replace::Yes}) {
        const Status saved = saveFile(at(name), "new", replace);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::FileNotWritten);
        QCOMPARE(saved.error().message, message);
        QVERIFY(!saved.error().wayOut.isEmpty());
        QCOMPARE(saved.error().file, at(name));
        QCOMPARE(names(m_dir->path()), before);
        QCOMPARE(names(at(u"folder"_qs)), QStringList());
        QCOMPARE(contents(at(u"file"_qs)), QByteArray("old"));
    }
}

void TestFile::savesNothingWithoutPermission()
{
    put(at(u"f"_qs), "old");
    QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0555), 0);
    const auto save = [&](Replace replace, const QString &name) {
        return unprivileged([&] { return outcome(saveFile(at(name), "new", replace)); });
    };
    QCOMPARE(save(Replace::Yes, u"f"_qs), failed(ErrorCode::FileNotWritten));
    QCOMPARE(save(Replace::No, u"new"_qs), failed(ErrorCode::FileNotWritten));
    QCOMPARE(contents(at(u"f"_qs)), QByteArray("old"));
    QCOMPARE(names(m_dir->path()), QStringList{u"f"_qs});
    QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0755), 0);
}

void TestFile::savesInAFolderThatMayNotBeListed()
{
    // Such a folder cannot be opened, and so not flushed; the save itself is none the worse.
    QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0333), 0);
    QCOMPARE(unprivileged([&] { return outcome(saveFile(at(u"f"_qs), "new")); }), fine);
    QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0755), 0);
    QCOMPARE(contents(at(u"f"_qs)), QByteArray("new"));
}

void TestFile::savesByARelativeName()
{
    const int done = inChild([&] {
        if (::chdir(QFile::encodeName(m_dir->path()).constData()) != 0)
            return 254;
        return outcome(saveFile(u"f"_qs, "new", Replace::No)) + outcome(saveFile(u"./f"_qs, "newer"));
    });
    QCOMPARE(done, fine);
    QCOMPARE(contents(at(u"f"_qs)), QByteArray("newer"));
    QCOMPARE(names(m_dir->path()), QStringList{u"f"_qs});
}

void TestFile::writesIntoAPipe()
{
    const QString fifo = at(u"fifo"_qs);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    Result<std::string> read = std::string();
    std::thread reader([&] { read = readFile(fifo); });
    const Status saved = saveFile(fifo, "through");
    reader.join();
    QCOMPARE(outcome(saved), fine);
    QVERIFY(read);
    QCOMPARE(*read, std::string("through"));
    QCOMPARE(names(m_dir->path()), QStringList{u"fifo"_qs});
}

void TestFile::leavesADeviceADevice()
{
    const QByteArray device = QFile::encodeName(at(u"full"_qs));
    // Root could replace the system's own device, so it gets one to try on.
    const bool made = ::geteuid() == 0 ? ::mknod(device.constData(), S_IFCHR | 0600, makedev(1, 7)) == 0
                                       : link(u"/dev/full"_qs, at(u"full"_qs));
    if (!made || ::access(device.constData(), W_OK) != 0)
        QSKIP("no device can be made here");
    for (const Replace replace : {Replace::No, Replace::Yes}) {
        const Status saved = saveFile(at(u"full"_qs), "x", replace);
        struct stat info = {};
        QCOMPARE(::stat(device.constData(), &info), 0);
        QVERIFY(S_ISCHR(info.st_mode));
        QCOMPARE(outcome(saved), failed(ErrorCode::FileNotWritten)); // it is always full
        QCOMPARE(names(m_dir->path()), QStringList{u"full"_qs});
    }
}

QTEST_GUILESS_MAIN(TestFile)
#include "tst_file.moc"
