// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/linepipeline.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace designer::delivery {

namespace {

constexpr std::size_t blockSize = std::size_t(1) << 20;

/// What the threads of one run share.
class Run
{
public:
    Run(int fd, const LinePipeline::MakeWorker &makeWorker, const LinePipeline::Consume &consume)
        : m_fd(fd), m_makeWorker(makeWorker), m_consume(consume)
    { }

    void thread()
    {
        const std::unique_ptr<BlockWorker> worker = m_makeWorker();
        std::string block;
        BlockResult result;
        std::size_t ticket = 0;
        while (next(block, ticket)) {
            result.output.clear();
            result.problems.clear();
            result.lines = 0;
            worker->work(block, result);
            handOn(result, ticket);
        }
    }

    [[nodiscard]] int readError() const { return m_readError; }

private:
    /// The next whole lines. False: there are no more.
    bool next(std::string &block, std::size_t &ticket)
    {
        const std::lock_guard lock(m_readMutex);
        if (m_ended)
            return false;
        block.swap(m_carry);
        m_carry.clear();
        std::size_t searched = 0;
        while (true) {
            const std::size_t feed = block.find_last_of('\n');
            if (feed != std::string::npos && feed >= searched) {
                m_carry.assign(block, feed + 1);
                block.resize(feed + 1);
                break;
            }
            searched = block.size();
            if (!readMore(block)) {
                m_ended = true;
                break;
            }
        }
        ticket = m_nextTicket++;
        return !block.empty();
    }

    /// Appends what there is. False at the end of the file or on an error.
    bool readMore(std::string &block)
    {
        const std::size_t before = block.size();
        block.resize(before + blockSize);
        ssize_t count = 0;
        do {
            count = ::read(m_fd, block.data() + before, blockSize);
        } while (count < 0 && errno == EINTR);
        if (count < 0)
            m_readError = errno;
        block.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        return count > 0;
    }

    void handOn(const BlockResult &result, std::size_t ticket)
    {
        std::unique_lock lock(m_writeMutex);
        m_turn.wait(lock, [&] { return m_served == ticket; });
        if (!m_stopped && !m_consume(result, m_nextLine)) {
            m_stopped = true;
            const std::lock_guard readLock(m_readMutex);
            m_ended = true;
        }
        m_nextLine += result.lines;
        ++m_served;
        m_turn.notify_all();
    }

    int m_fd;
    const LinePipeline::MakeWorker &m_makeWorker;
    const LinePipeline::Consume &m_consume;

    std::mutex m_readMutex;
    std::string m_carry; // the beginning of a line whose end is not read yet
    std::size_t m_nextTicket = 0;
    bool m_ended = false;
    int m_readError = 0;

    std::mutex m_writeMutex;
    std::condition_variable m_turn;
    std::size_t m_served = 0;
    std::size_t m_nextLine = 1;
    bool m_stopped = false;
};

} // namespace

LinePipeline::LinePipeline(MakeWorker makeWorker, Consume consume, unsigned threads)
    : m_makeWorker(std::move(makeWorker)), m_consume(std::move(consume)),
      m_threads(threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 8U))
{ }

Status LinePipeline::run(int fd)
{
    Run run(fd, m_makeWorker, m_consume);
    std::vector<std::thread> others;
    for (unsigned i = 1; i < m_threads; ++i)
        others.emplace_back([&run] { run.thread(); });
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
