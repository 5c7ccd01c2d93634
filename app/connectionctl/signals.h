// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace designer::ctl {

/// Turns SIGTERM and SIGINT into calls in the event loop, as long as it lives. One at a time.
class EndSignals : public QObject
{
public:
    explicit EndSignals(std::function<void()> onSignal, QObject *parent = nullptr);
    ~EndSignals() override;
    Q_DISABLE_COPY_MOVE(EndSignals)

private:
    QSocketNotifier m_notifier;
};

} // namespace designer::ctl
