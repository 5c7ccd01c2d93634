// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/linepipeline.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace designer::delivery {

namespace {

/// Small enough to stay near the processor while it is checked, read and worked on.
constexpr std::size_t blockSize = std::size_t(1) << 18;

/// Bytes that are read straight to where they stay: a std::string would fill its new room with
/// zeros first, for every few bytes that a pipe brings.
class Block
{
public:
    [[nodiscard]] std::string_view bytes() const { return {m_bytes.get(), m_size}; }
    void clear() { m_size = 0; }
    void assign(std::string_view bytes)
    {
        clear();
        std::copy(bytes.begin(), bytes.end(), room(bytes.size()));
        added(bytes.size());
    }
    void shorten(std::size_t size) { m_size = size; }
    /// Where \a count further bytes may be written, which added() then counts in.
    char *room(std::size_t count)
    {
        if (m_capacity - m_size < count)
            grow(std::max(m_size + count, m_capacity * 2));
        return m_bytes.get() + m_size;
    }
    void added(std::size_t count) { m_size += count; }

private:
    void grow(std::size_t capacity)
    {
        auto larger = std::make_unique_for_overwrite<char[]>(capacity);
        std::copy_n(m_bytes.get(), m_size, larger.get());
        m_bytes = std::move(larger);
        m_capacity = capacity;
    }

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// A word from one thread to another that waits for input: stop waiting.
class Bell
{
public:
    Bell() : m_fd(::eventfd(0, EFD_CLOEXEC)) { }
    ~Bell()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Bell(const Bell &) = delete;
    Bell &operator=(const Bell &) = delete;

    void ring() const { ::eventfd_write(m_fd, 1); }
    /// Waits until \a fd can be read, has ended or has failed. False: the bell rang.
    bool waitFor(int fd) const
    {
        if (fd < 0)
            return true; // poll() would wait for ever; read() says what is wrong
        std::array<pollfd, 2> both{pollfd{fd, POLLIN, 0}, pollfd{m_fd, POLLIN, 0}};
        while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) { }
        return (both.back().revents & POLLIN) == 0;
    }

private:
    int m_fd;
};

/// What the threads of one run share.
class Run
{
public:
    Run(int fd, const LinePipeline::MakeWorker &makeWorker, const LinePipeline::Consume &consume,
        unsigned threads)
        : m_fd(fd), m_makeWorker(makeWorker), m_consume(consume), m_slots(threads > 1 ? threads + 1 : 1)
    { }

    void thread()
    {
        const std::unique_ptr<BlockWorker> worker = m_makeWorker();
        Block block;
        std::size_t ticket = 0;
        while (next(block, ticket)) {
            Slot &slot = m_slots[ticket % m_slots.size()];
            worker->work(block.bytes(), slot.result);
            handOn(slot);
        }
    }

    [[nodiscard]] int readError() const { return m_readError; }

private:
    struct Slot
    {
        BlockResult result;
        bool isDone = false; ///< and not handed on yet
    };

    /// The next whole lines. False: there are no more.
    bool next(Block &block, std::size_t &ticket)
    {
        const std::lock_guard lock(m_readMutex);
        waitForSlot();
        if (m_ended || m_stopped)
            return false;
        std::swap(block, m_carry);
        m_carry.clear();
        std::size_t searched = 0;
        while (true) {
            // Only what is new is searched: a line may be far longer than what one read brings.
            const std::size_t feed = block.bytes().substr(searched).rfind('\n');
            if (feed != std::string_view::npos) {
                m_carry.assign(block.bytes().substr(searched + feed + 1));
                block.shorten(searched + feed + 1);
                break;
            }
            searched = block.bytes().size();
            if (!readMore(block)) {
                m_ended = true;
                // What a failure cut off is no line.
                if (m_readError != 0 || m_stopped)
                    block.clear();
                break;
            }
        }
        ticket = m_nextTicket++;
        return !block.bytes().empty();
    }

    /// Appends what there is. False at the end of the file, on an error, or when all is to stop.
    bool readMore(Block &block)
    {
        char *const room = block.room(blockSize);
        ssize_t count = 0;
        do {
            count = m_bell.waitFor(m_fd) ? ::read(m_fd, room, blockSize) : 0;
        } while (count < 0 && (errno == EINTR || errno == EAGAIN));
        if (count < 0)
            m_readError = errno;
        block.added(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        return count > 0;
    }

    /// Waits while the block that is read next would have to wait for room, because one is not handed on yet
    /// that stands too far before it: what is done early takes memory.
    void waitForSlot()
    {
        std::unique_lock lock(m_writeMutex);
        m_handedOn.wait(lock, [&] { return m_nextTicket < m_served + m_slots.size(); });
        BlockResult &result = m_slots[m_nextTicket % m_slots.size()].result;
        result.output.clear();
        result.problems.clear();
        result.lines = 0;
    }

    /// Hands on what is done, in the order of the file. What is done before its turn is left to the thread
    /// whose block all wait for.
    void handOn(Slot &slot)
    {
        std::unique_lock lock(m_writeMutex);
        slot.isDone = true;
        if (std::exchange(m_isHandingOn, true))
            return;
        while (std::exchange(turn().isDone, false)) {
            const BlockResult &result = turn().result;
            lock.unlock();
            if (!m_stopped && !m_consume(result, m_nextLine)) {
                m_stopped = true;
                m_bell.ring();
            }
            m_nextLine += result.lines;
            lock.lock();
            ++m_served;
            m_handedOn.notify_all();
        }
        m_isHandingOn = false;
    }
    [[nodiscard]] Slot &turn() { return m_slots[m_served % m_slots.size()]; }

    int m_fd;
    const LinePipeline::MakeWorker &m_makeWorker;
    const LinePipeline::Consume &m_consume;

    std::mutex m_readMutex;
    Block m_carry; // the beginning of a line whose end is not read yet
    std::size_t m_nextTicket = 0;
    bool m_ended = false;
    int m_readError = 0;

    std::mutex m_writeMutex;
    std::condition_variable m_handedOn;
    std::vector<Slot> m_slots; // by ticket, around and around; one more than threads, to go on with
    std::size_t m_served = 0;
    bool m_isHandingOn = false; // a thread does; it alone knows m_nextLine
    std::size_t m_nextLine = 1;

    std::atomic<bool> m_stopped = false;
    Bell m_bell;
};

} // namespace

LinePipeline::LinePipeline(MakeWorker makeWorker, Consume consume, unsigned threads)
    : m_makeWorker(std::move(makeWorker)), m_consume(std::move(consume)),
      m_threads(threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 8U))
{ }

Status LinePipeline::run(int fd)
{
    Run run(fd, m_makeWorker, m_consume, m_threads);
    std::vector<std::thread> others;
    try {
        for (unsigned i = 1; i < m_threads; ++i)
            others.emplace_back([&run] { run.thread(); });
    } catch (const std::system_error &) {
        // The system grants no more of them: the work is done by those that there are.
    }
    run.thread();
    for (std::thread &other : others)
        other.join();
    if (run.readError() == 0)
        return ok();
    return Error{ErrorCode::FileUnreadable,
                 QCoreApplication::translate("LinePipeline", "the file cannot be read to its end (%1)")
                     .arg(QString::fromLocal8Bit(std::strerror(run.readError()))),
                 QCoreApplication::translate("LinePipeline", "try again, or copy it elsewhere"),
                 {},
                 {}};
}

} // namespace designer::delivery
