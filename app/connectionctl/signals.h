// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <functional>

namespace designer::ctl {

/// Turns SIGTERM and SIGINT into one call in the event loop, as long as it lives; then what was
/// done about them before is done again. There is one at a time: a second one, and one for which the
/// system has no pipe, does nothing.
class EndSignals : public QObject
{
public:
    explicit EndSignals(std::function<void()> onSignal, QObject *parent = nullptr);
    ~EndSignals() override;
    Q_DISABLE_COPY_MOVE(EndSignals)

    [[nodiscard]] bool isInstalled() const { return m_pipe[1] >= 0; }

private:
    void install();

    QSocketNotifier m_notifier{QSocketNotifier::Read};
    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, 2> m_before{}; ///< in the order of the signals
};

} // namespace designer::ctl
