// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/profile.h"
#include "ui/document/session.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace designer::ui {

/// Finds out for each destination of a workspace, off the window's thread, how many findings it has: for
/// the badges of those that are not shown.
class ListChecker : public QObject
{
    Q_OBJECT
public:
    explicit ListChecker(std::function<insider::Moment()> now, QObject *parent = nullptr);
    ~ListChecker() override;
    Q_DISABLE_COPY_MOVE(ListChecker)

    void start(const Session &session);
    /// The same, once for all that is asked for within a moment.
    void startSoon(const Session &session);
    void stop();
    /// It is another one by now than the run that is on knows.
    void passOver(const QString &name) { m_passedOver.insert(name); }

Q_SIGNALS:
    void checked(const QString &name, const designer::FindingCounts &counts);

private:
    std::function<insider::Moment()> m_now;
    QPointer<const Session> m_next; ///< to start with soon
    QTimer m_soon;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the run that is on
    QSet<QString> m_passedOver; ///< in that run
    QThreadPool m_pool;
};

/// The sample that \a connection is tested with where nobody chose one: rather one that fires it, then rather
/// one whose event its label or id names, then rather one that ships with the program, and of these the
/// first. Null where there are none.
[[nodiscard]] const Sample *fittingSample(const connection::Connection &connection,
                                          const std::vector<Sample> &samples);
/// The same, where none of that name, which was chosen, can be read.
[[nodiscard]] const Sample *sampleFor(const connection::Connection &connection,
                                      const std::vector<Sample> &samples, const QString &chosen);

} // namespace designer::ui
