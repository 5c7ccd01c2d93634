// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace designer::ctl {

namespace {

// A signal handler may do next to nothing; it writes a byte that the event loop reads.
std::array<int, 2> pipeEnds{-1, -1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void writeByte(int)
{
    const char byte = 0;
    static_cast<void>(!::write(pipeEnds[1], &byte, 1));
}

int openPipe()
{
    static_cast<void>(!::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK));
    return pipeEnds[0];
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace

EndSignals::EndSignals(std::function<void()> onSignal, QObject *parent)
    : QObject(parent), m_notifier(openPipe(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this, call = std::move(onSignal)] {
        m_notifier.setEnabled(false);
        call();
    });
    handle(&writeByte);
}

EndSignals::~EndSignals()
{
    handle(SIG_DFL);
    m_notifier.setEnabled(false);
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace designer::ctl
