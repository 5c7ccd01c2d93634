// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/linepipeline.h"

#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

using namespace designer;
using namespace designer::delivery;

/// LinePipeline: every line once, in order, soon, and no more than is asked for.
class TestLinePipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void handsOnEveryLine_data();
    void handsOnEveryLine();
    void readsAPipeInSmallPieces_data();
    void readsAPipeInSmallPieces();
    void keepsTheOrder();
    void numbersProblems();
    void givesEachThreadAWorker_data();
    void givesEachThreadAWorker();
    void keepsBlocksSmall();
    void stopsWhenTold_data();
    void stopsWhenTold();
    void stopsWaitingForInput_data();
    void stopsWaitingForInput();
    void doesNotHoldLinesBack_data();
    void doesNotHoldLinesBack();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
    void dropsTheLineThatAFailureCutOff();
};

namespace {

using Lines = std::vector<std::string>;
constexpr std::size_t blockSize = std::size_t(1) << 18;
/// Long enough that only a hang takes it.
constexpr int patience = 20000;

/// A file in memory that holds \a text, to read from its beginning.
class InMemory
{
public:
    explicit InMemory(const std::string &text) : m_fd(::memfd_create("lines", MFD_CLOEXEC))
    {
        std::string_view rest = text;
        while (!rest.empty())
            rest.remove_prefix(
                static_cast<std::size_t>(std::max<ssize_t>(::write(m_fd, rest.data(), rest.size()), 0)));
        ::lseek(m_fd, 0, SEEK_SET);
    }
    ~InMemory() { ::close(m_fd); }
    InMemory(const InMemory &) = delete;
    InMemory &operator=(const InMemory &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

class Pipe
{
public:
    explicit Pipe(int flags = 0)
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC | flags) != 0)
            qFatal("no pipe");
    }
    ~Pipe()
    {
        ::close(m_ends.front());
        end();
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    [[nodiscard]] int fd() const { return m_ends.front(); }
    void write(std::string_view text)
    {
        while (!text.empty()) {
            const ssize_t count = ::write(m_ends.back(), text.data(), text.size());
            if (count > 0)
                text.remove_prefix(static_cast<std::size_t>(count));
            else
                std::this_thread::yield(); // full, and not to be waited for
        }
    }
    void end()
    {
        if (m_ends.back() >= 0)
            ::close(std::exchange(m_ends.back(), -1));
    }

private:
    std::array<int, 2> m_ends = {};
};

/// Writes each line with a bar before and after it; a line that begins with `!` is a problem.
class Copier : public BlockWorker
{
public:
    void work(std::string_view block, BlockResult &result) override
    {
        result.lines = forEachLine(block, [&](std::string_view line, std::size_t number) {
            if (!line.empty() && line.front() == '!')
                result.problems.push_back(
                    {number,
                     {ErrorCode::MalformedJson, QString::fromStdString(std::string(line)), {}, {}, {}}});
            result.output.append("|").append(line).append("|");
        });
    }
};

struct Ran
{
    Status status = ok();
    std::string output;
    std::vector<std::pair<std::size_t, QString>> problems;
    std::size_t lines = 0;
    bool consistent = true; ///< each block began where the one before it ended
};

Ran run(int fd, unsigned threads)
{
    Ran out;
    const auto consume = [&](const BlockResult &result, std::size_t firstLine) {
        out.consistent = out.consistent && firstLine == out.lines + 1;
        out.output += result.output;
        for (const BlockResult::Problem &problem : result.problems)
            out.problems.emplace_back(firstLine + problem.line, problem.error.message);
        out.lines += result.lines;
        return true;
    };
    out.status = LinePipeline([] { return std::make_unique<Copier>(); }, consume, threads).run(fd);
    return out;
}

std::string copied(const Lines &lines)
{
    std::string out;
    for (const std::string &line : lines)
        out += '|' + line + '|';
    return out;
}

std::string joined(const Lines &lines, bool endsWithFeed)
{
    std::string out;
    for (const std::string &line : lines)
        out += line + '\n';
    if (!endsWithFeed)
        out.pop_back();
    return out;
}

std::string line(std::size_t size)
{
    return std::string(size, 'x');
}

/// Lines of many lengths that can be told apart.
Lines manyLines(std::size_t count)
{
    Lines out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(std::to_string(i) + std::string(i * 37 % 400, 'y'));
    return out;
}

} // namespace

Q_DECLARE_METATYPE(Lines)

void TestLinePipeline::handsOnEveryLine_data()
{
    QTest::addColumn<Lines>("lines");
    QTest::newRow("one line") << Lines{"a"};
    QTest::newRow("one empty line") << Lines{""};
    QTest::newRow("empty lines") << Lines{"", "", "a", "", "b", ""};
    QTest::newRow("CR LF") << Lines{"a\r", "\r", "b\r"};
    QTest::newRow("ends one before the border of a block") << Lines{line(blockSize - 2), "b", "c"};
    QTest::newRow("ends at the border") << Lines{line(blockSize - 1), "b", "c"};
    QTest::newRow("ends one after it") << Lines{line(blockSize), "b", "c"};
    QTest::newRow("ends two after it") << Lines{line(blockSize + 1), "b", "c"};
    QTest::newRow("an empty line at the border") << Lines{line(blockSize - 1), "", "c"};
    QTest::newRow("an empty line across the border") << Lines{line(blockSize - 2), "", "", "c"};
    QTest::newRow("a short line and a long one") << Lines{"a", line(blockSize), "c"};
    QTest::newRow("a line of several blocks") << Lines{"a", line(3 * blockSize + 5), "c"};
    QTest::newRow("one line of exactly two blocks") << Lines{line(2 * blockSize)};
    QTest::newRow("long lines alone") << Lines{line(blockSize + 9), line(2 * blockSize + 1), line(blockSize)};
    QTest::newRow("many lines") << manyLines(12000);
}

void TestLinePipeline::handsOnEveryLine()
{
    QFETCH(const Lines, lines);
    for (unsigned threads = 1; threads <= 8; ++threads) {
        const bool endsWithFeed = threads % 2 == 0;
        // Without the feed an empty last line is no line.
        const Lines expected(lines.begin(), lines.end() - (!endsWithFeed && lines.back().empty() ? 1 : 0));
        const InMemory file(joined(lines, endsWithFeed));
        const Ran ran = run(file.fd(), threads);
        QVERIFY(ran.status);
        QCOMPARE(ran.lines, expected.size());
        QVERIFY(ran.consistent);
        QVERIFY(ran.output == copied(expected));
    }
}

void TestLinePipeline::readsAPipeInSmallPieces_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("that is waited for") << 0;
    QTest::newRow("that is not to be waited for") << O_NONBLOCK;
}

void TestLinePipeline::readsAPipeInSmallPieces()
{
    QFETCH(const int, flags);
    const Lines lines = manyLines(100);
    const std::string text = joined(lines, false);
    for (const std::size_t piece : {1U, 3U, 1000U, 100000U}) {
        Pipe pipe(flags);
        std::thread writer([&] {
            for (std::size_t at = 0; at < text.size(); at += piece)
                pipe.write(std::string_view(text).substr(at, piece));
            pipe.end();
        });
        const Ran ran = run(pipe.fd(), 3);
        writer.join();
        QVERIFY(ran.status);
        QVERIFY(ran.consistent);
        QCOMPARE(ran.lines, lines.size());
        QVERIFY(ran.output == copied(lines));
    }
}

void TestLinePipeline::keepsTheOrder()
{
    // The first block is not done before the second is.
    static QSemaphore secondDone;
    class Unequal : public Copier
    {
        void work(std::string_view block, BlockResult &result) override
        {
            const bool first = block.substr(0, 1) == "0";
            if (first && !secondDone.tryAcquire(1, patience))
                qWarning("the second block was not begun");
            Copier::work(block, result);
            if (!first)
                secondDone.release();
        }
    };
    const Lines lines = manyLines(12000);
    const InMemory file(joined(lines, true));
    std::string output;
    const auto consume = [&](const BlockResult &result, std::size_t) {
        output += result.output;
        return true;
    };
    QVERIFY(LinePipeline([] { return std::make_unique<Unequal>(); }, consume, 2).run(file.fd()));
    QVERIFY(output == copied(lines));
}

void TestLinePipeline::numbersProblems()
{
    Lines lines = manyLines(12000);
    lines[0] = "!first";
    lines[1] = "";
    lines[7777] = "!middle";
    lines[11999] = "!last";
    const std::vector<std::pair<std::size_t, QString>> expected{
        {1, u"!first"_qs}, {7778, u"!middle"_qs}, {12000, u"!last"_qs}};
    for (unsigned threads = 1; threads <= 8; ++threads) {
        const InMemory file(joined(lines, false));
        const Ran ran = run(file.fd(), threads);
        QVERIFY(ran.status);
        QCOMPARE(ran.problems, expected);
    }
}

void TestLinePipeline::givesEachThreadAWorker_data()
{
    QTest::addColumn<unsigned>("threads");
    for (unsigned threads = 1; threads <= 8; ++threads)
        QTest::addRow("%u", threads) << threads;
}

void TestLinePipeline::givesEachThreadAWorker()
{
    QFETCH(const unsigned, threads);
    static std::atomic<int> strangers;
    strangers = 0;
    class Owned : public Copier
    {
        void work(std::string_view block, BlockResult &result) override
        {
            strangers += m_owner != std::this_thread::get_id();
            strangers += !result.output.empty() || !result.problems.empty() || result.lines != 0;
            Copier::work(block, result);
        }
        std::thread::id m_owner = std::this_thread::get_id();
    };
    std::atomic<unsigned> made = 0;
    std::atomic<int> atOnce = 0;
    const InMemory file(joined(manyLines(12000), true));
    const auto make = [&] {
        ++made;
        return std::make_unique<Owned>();
    };
    const auto consume = [&](const BlockResult &, std::size_t) {
        const bool alone = ++atOnce == 1;
        --atOnce;
        return alone;
    };
    QVERIFY(LinePipeline(make, consume, threads).run(file.fd()));
    QCOMPARE(made.load(), threads);
    QCOMPARE(strangers.load(), 0);
    QCOMPARE(::lseek(file.fd(), 0, SEEK_CUR), ::lseek(file.fd(), 0, SEEK_END)); // never two at a time
}

void TestLinePipeline::keepsBlocksSmall()
{
    static std::atomic<std::size_t> largest;
    largest = 0;
    class Measuring : public BlockWorker
    {
        void work(std::string_view block, BlockResult &) override
        {
            std::size_t seen = largest;
            while (block.size() > seen && !largest.compare_exchange_weak(seen, block.size())) { }
        }
    };
    const InMemory file(joined(manyLines(30000), true));
    QVERIFY(LinePipeline([] { return std::make_unique<Measuring>(); },
                         [](const BlockResult &, std::size_t) { return true; }, 4)
                .run(file.fd()));
    QVERIFY(largest > 0);
    QVERIFY(largest <= blockSize + 1000);
}

void TestLinePipeline::stopsWhenTold_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("one thread") << 1U;
    QTest::newRow("two") << 2U;
    QTest::newRow("eight") << 8U;
}

void TestLinePipeline::stopsWhenTold()
{
    QFETCH(const unsigned, threads);
    const std::string text = joined(manyLines(60000), true);
    const InMemory file(text);
    int consumed = 0;
    const auto consume = [&](const BlockResult &, std::size_t) { return ++consumed < 2; };
    QVERIFY(LinePipeline([] { return std::make_unique<Copier>(); }, consume, threads).run(file.fd()));
    QCOMPARE(consumed, 2);
    // Each thread may have read one block more, and no more than that.
    const auto read = static_cast<std::size_t>(::lseek(file.fd(), 0, SEEK_CUR));
    QVERIFY2(read <= (2 + threads) * blockSize, qPrintable(QString::number(read)));
}

void TestLinePipeline::stopsWaitingForInput_data()
{
    stopsWhenTold_data();
}

void TestLinePipeline::stopsWaitingForInput()
{
    QFETCH(const unsigned, threads);
    Pipe pipe;
    pipe.write("a\n");
    QSemaphore returned;
    bool inTime = false;
    // The pipe stays open: what waits for more would wait for ever.
    std::thread guard([&] {
        inTime = returned.tryAcquire(1, patience);
        pipe.end();
    });
    const Status status = LinePipeline([] { return std::make_unique<Copier>(); },
                                       [](const BlockResult &, std::size_t) { return false; }, threads)
                              .run(pipe.fd());
    returned.release();
    guard.join();
    QVERIFY(inTime);
    QVERIFY(status);
}

void TestLinePipeline::doesNotHoldLinesBack_data()
{
    stopsWhenTold_data();
}

void TestLinePipeline::doesNotHoldLinesBack()
{
    QFETCH(const unsigned, threads);
    Pipe pipe;
    QSemaphore arrived;
    bool inTime = true;
    std::thread writer([&] {
        for (int i = 0; i < 20 && inTime; ++i) {
            pipe.write("half a li");
            pipe.write("ne\n\n");
            inTime = arrived.tryAcquire(2, patience);
        }
        pipe.write("the rest");
        pipe.end();
    });
    std::string output;
    const auto consume = [&](const BlockResult &result, std::size_t) {
        output += result.output;
        arrived.release(static_cast<int>(result.lines));
        return true;
    };
    const Status status
        = LinePipeline([] { return std::make_unique<Copier>(); }, consume, threads).run(pipe.fd());
    writer.join();
    QVERIFY(inTime);
    QVERIFY(status);
    std::string expected;
    for (int i = 0; i < 20; ++i)
        expected += "|half a line|||";
    QCOMPARE(output, expected + "|the rest|");
}

void TestLinePipeline::saysWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("a folder") << u"folder"_qs;
    QTest::newRow("no file at all") << u"none"_qs;
    QTest::newRow("a file that was closed") << u"closed"_qs;
    QTest::newRow("a file to write to") << u"write-only"_qs;
}

void TestLinePipeline::saysWhatCannotBeRead()
{
    QFETCH(const QString, what);
    int fd = -1;
    if (what == u"folder")
        fd = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    else if (what == u"write-only")
        fd = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    else if (what == u"closed")
        fd = 1000;
    for (const unsigned threads : {1U, 4U}) {
        const Ran ran = run(fd, threads);
        QVERIFY(!ran.status);
        QCOMPARE(ran.status.error().code, ErrorCode::FileUnreadable);
        QVERIFY(!ran.status.error().wayOut.isEmpty());
        QCOMPARE(ran.lines, std::size_t(0));
    }
    if (fd >= 0 && what != u"closed")
        ::close(fd);
}

void TestLinePipeline::dropsTheLineThatAFailureCutOff()
{
    // A terminal whose other side hung up gives what was written, and then an error of reading.
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
        QSKIP("no terminal can be made here");
    const int other = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(other >= 0);
    termios raw = {};
    QCOMPARE(::tcgetattr(other, &raw), 0);
    ::cfmakeraw(&raw);
    QCOMPARE(::tcsetattr(other, TCSANOW, &raw), 0);
    QCOMPARE(::write(other, "whole\ncut o", 11), 11);
    ::close(other);
    const Ran ran = run(terminal, 2);
    ::close(terminal);
    QVERIFY(!ran.status);
    QCOMPARE(ran.status.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(ran.output, std::string("|whole|"));
    QCOMPARE(ran.lines, std::size_t(1));
}

QTEST_GUILESS_MAIN(TestLinePipeline)
#include "tst_linepipeline.moc"
