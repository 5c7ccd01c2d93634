// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals.h"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace designer::ctl {

namespace {

constexpr std::array endSignals{SIGTERM, SIGINT};
constexpr int nobody = -1;

// All that the handler knows: where to write. Lock-free, so that it may be read there.
std::atomic<int> writeEnd{nobody}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<int>::is_always_lock_free);

/// Runs between any two instructions of the program: it writes a byte that the event loop reads, and
/// leaves everything else, errno too, as it was. A pipe that is full has told already.
void writeByte(int)
{
    const int before = errno;
    const char byte = 0;
    if (const int end = writeEnd.load(); end != nobody)
        static_cast<void>(!::write(end, &byte, 1));
    errno = before;
}

} // namespace

EndSignals::EndSignals(std::function<void()> onSignal, QObject *parent) : QObject(parent)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this, call = std::move(onSignal)] {
        m_notifier.setEnabled(false);
        call();
    });
    if (writeEnd.load() == nobody && ::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0)
        install();
}

void EndSignals::install()
{
    m_notifier.setSocket(m_pipe[0]);
    m_notifier.setEnabled(true);
    writeEnd.store(m_pipe[1]);
    struct sigaction action = {};
    action.sa_handler = &writeByte;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < endSignals.size(); ++i)
        ::sigaction(endSignals[i], &action, &m_before[i]);
}

EndSignals::~EndSignals()
{
    if (!isInstalled())
        return;
    for (std::size_t i = 0; i < endSignals.size(); ++i)
        ::sigaction(endSignals[i], &m_before[i], nullptr);
    // A handler that runs on another thread meets no end that is closed or someone else's.
    writeEnd.store(nobody);
    m_notifier.setEnabled(false);
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace designer::ctl
