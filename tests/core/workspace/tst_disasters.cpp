// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include <QRandomGenerator>

#include <algorithm>
#include <csignal>
#include <limits>

#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace designer;
using namespace designer::workspace;
using namespace designer::workspace::files;

/// What a save promises when the disk is full or the program dies: the old document or the new one,
/// whole, and a word about it. The trials are random with a fixed seed.
class TestDisasters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void survivesAKill();
    void survivesALimitOnTheSizeOfFiles();
    void survivesAFullDisk();
    void changesNothingOnAReadOnlyDisk();
};

namespace {

/// A document that shows where it was cut or mixed with another: its first and last byte and its
/// length belong together.
std::string documentOf(char letter, std::size_t size)
{
    return std::string(size, letter);
}

bool isWhole(const QByteArray &bytes, const std::string &one, const std::string &other)
{
    return bytes == QByteArray::fromStdString(one) || bytes == QByteArray::fromStdString(other);
}

/// What a series of trials on a small disk came to.
struct Tally
{
    int saved = 0;
    int refused = 0;
    int torn = 0; ///< neither as it was nor as it should be
    int untidy = 0; ///< something else was left in the folder
    int wrongError = 0;

    /// As a child can return it.
    [[nodiscard]] int verdict() const
    {
        if (torn > 0)
            return 10;
        if (untidy > 0)
            return 11;
        if (wrongError > 0)
            return 12;
        return saved > 10 && refused > 10 ? fine : 13; // both must have been tried
    }

    /// Saves \a size bytes over what is there, and looks at what came of it.
    void trial(const QString &path, std::size_t size, char letter)
    {
        const QByteArray before = contents(path);
        const QStringList beside = names(QFileInfo(path).path());
        const std::string bytes = documentOf(letter, size);
        const Status status = saveFile(path, bytes);
        ++(status ? saved : refused);
        torn += contents(path) != (status ? QByteArray::fromStdString(bytes) : before);
        untidy += names(QFileInfo(path).path()) != beside;
        wrongError += !status && status.error().code != ErrorCode::FileNotWritten;
    }
};

/// A disk of \a kilobytes that only this process sees, at \a path.
bool mountTiny(const QString &path, int kilobytes, unsigned long flags = 0)
{
    const QByteArray options = "size=" + QByteArray::number(kilobytes) + "k";
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("none", QFile::encodeName(path).constData(), "tmpfs", flags, options.constData()) == 0;
}

constexpr int noDisk = 200;

} // namespace

void TestDisasters::survivesAKill()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"document.json"_qs);
    const std::string one = documentOf('1', 150001);
    const std::string other = documentOf('2', 90007);
    put(path, QByteArray::fromStdString(one));
    QRandomGenerator random(20240229);
    int changed = 0;
    for (int round = 0; round < 100; ++round) {
        std::array<int, 2> ends = {};
        QCOMPARE(::pipe(ends.data()), 0);
        const QByteArray before = contents(path);
        const pid_t child = ::fork();
        if (child == 0) {
            // With a reading end of its own it would outlive us, waiting for ever to be read.
            ::close(ends[0]);
            while (true) {
                const bool told = saveFile(path, other) && ::write(ends[1], "x", 1) == 1
                    && saveFile(path, one) && ::write(ends[1], "x", 1) == 1;
                if (!told)
                    ::_exit(1);
            }
        }
        QVERIFY(child > 0);
        ::close(ends[1]);
        // Some moments are before the first save is done, some after one or two; then somewhere in
        // the next one, at its end at the latest. Giving up the processor some thousand times instead
        // takes a moment on an idle machine, and minutes on a busy one.
        char told = 0;
        for (quint32 saves = random.bounded(3U); saves > 0; --saves)
            QCOMPARE(::read(ends[0], &told, 1), 1);
        pollfd next = {ends[0], POLLIN, 0};
        const timespec moment = {0, static_cast<long>(random.bounded(2'000'000U))};
        QVERIFY(::ppoll(&next, 1, &moment, nullptr) >= 0);
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        ::close(ends[0]);
        QVERIFY(WIFSIGNALED(status)); // it had not given up before
        QVERIFY(isWhole(contents(path), one, other));
        changed += contents(path) != before;
    }
    QVERIFY(changed > 0);
    // What a save had begun may be left behind: private, and out of the way of the documents.
    for (const QString &name : names(dir.path())) {
        QVERIFY2(name == u"document.json" || name.startsWith(u".saving-"), qPrintable(name));
        QVERIFY(name == u"document.json" || (mode(dir.filePath(name)) & 0077U) == 0);
    }
}

void TestDisasters::survivesALimitOnTheSizeOfFiles()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"document.json"_qs);
    put(path, QByteArray(30000, 'o'));
    const int verdict = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        QRandomGenerator random(7);
        Tally tally;
        for (int i = 0; i < 200; ++i) {
            const rlimit limit{random.bounded(100000U), RLIM_INFINITY};
            if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
                return noDisk;
            tally.trial(path, random.bounded(100000U), static_cast<char>('a' + i % 26));
        }
        return tally.verdict();
    });
    QCOMPARE(verdict, fine);
}

void TestDisasters::survivesAFullDisk()
{
    const QTemporaryDir dir;
    const int verdict = inChild([&] {
        if (!mountTiny(dir.path(), 64))
            return noDisk;
        const QString path = dir.filePath(u"document.json"_qs);
        QRandomGenerator random(11);
        Tally tally;
        for (int i = 0; i < 200; ++i) {
            put(path, QByteArray(static_cast<int>(random.bounded(20000U)), 'o'));
            put(dir.filePath(u"filler"_qs), QByteArray(static_cast<int>(random.bounded(32000U)), 'f'));
            tally.trial(path, random.bounded(65536U), static_cast<char>('a' + i % 26));
        }
        return tally.verdict();
    });
    if (verdict == noDisk)
        QSKIP("no small disk can be mounted without the rights of root");
    QCOMPARE(verdict, fine);
}

void TestDisasters::changesNothingOnAReadOnlyDisk()
{
    const QTemporaryDir dir;
    const int verdict = inChild([&] {
        if (!mountTiny(dir.path(), 64))
            return noDisk;
        const QString path = dir.filePath(u"document.json"_qs);
        put(path, "old");
        if (::mount("none", QFile::encodeName(dir.path()).constData(), nullptr, MS_REMOUNT | MS_RDONLY,
                    nullptr)
            != 0)
            return noDisk;
        const Status saved = saveFile(path, "new");
        return contents(path) == "old" ? outcome(saved) : 10;
    });
    if (verdict == noDisk)
        QSKIP("no disk can be mounted without the rights of root");
    QCOMPARE(verdict, failed(ErrorCode::FileNotWritten));
}

QTEST_GUILESS_MAIN(TestDisasters)
#include "tst_disasters.moc"
