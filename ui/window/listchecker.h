// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/profile.h"
#include "ui/document/session.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace designer::ui {

/// Finds out, once for each destination of a workspace and off the window's thread, how many findings
/// it has: for the badges of those that nobody has opened yet.
class ListChecker : public QObject
{
    Q_OBJECT
public:
    explicit ListChecker(std::function<insider::Moment()> now, QObject *parent = nullptr);
    ~ListChecker() override;
    Q_DISABLE_COPY_MOVE(ListChecker)

    void start(const Session &session);
    void stop();

Q_SIGNALS:
    void checked(const QString &name, const designer::FindingCounts &counts);

private:
    std::function<insider::Moment()> m_now;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the run that is on
    QThreadPool m_pool;
};

/// The first of \a samples that fires \a connection, else the first; null where there are none.
[[nodiscard]] const Sample *fittingSample(const connection::Connection &connection,
                                          const std::vector<Sample> &samples);

} // namespace designer::ui
