// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

class QThreadPool;

namespace designer::ui {

/// What LatestJob does without knowing the type of the result.
class LatestJobBase : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LatestJobBase)
public:
    ~LatestJobBase() override;

    /// A job runs or waits, and its result is still wanted.
    [[nodiscard]] bool isBusy() const { return m_wanted; }
    /// Whatever runs or waits will not be delivered.
    void cancel();

Q_SIGNALS:
    /// For a progress line. Not sent where one job follows another at once.
    void busyChanged(bool busy);

protected:
    /// Runs in the window's thread when a result is still wanted.
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(std::stop_token)>;

    LatestJobBase(QThreadPool &pool, QObject *parent);
    void start(Work work);

private:
    struct Owner; ///< tells a job that ends late whether there is still somebody to tell

    void launch(Work work);
    void finished(const Delivery &delivery);
    void setWanted(bool wanted);

    QThreadPool &m_pool;
    std::shared_ptr<Owner> m_owner;
    std::stop_source m_stop;
    Work m_next; ///< the latest, where one runs already
    bool m_running = false;
    bool m_wanted = false;
};

/// Computes off the window's thread what follows the latest input, and drops what is stale: a job
/// that runs is asked to stop when a newer one comes, of those that wait only the newest stays, and
/// only the newest result is delivered. At most one runs at a time.
///
///     LatestJob<Preview> m_job{pool, [this](Preview preview) { show(std::move(preview)); }, this};
///     m_job.run([text](std::stop_token stop) { return previewOf(text, stop); });
///
/// The function gets copies of its input; it returns early, with anything, where stop is requested.
template <typename R>
class LatestJob : public LatestJobBase
{
public:
    using Function = std::function<R(std::stop_token)>;
    using Deliver = std::function<void(R)>;

    /// \a deliver is called in the thread of this object. \a pool outlives it.
    LatestJob(QThreadPool &pool, Deliver deliver, QObject *parent = nullptr)
        : LatestJobBase(pool, parent), m_deliver(std::move(deliver))
    { }

    void run(Function function)
    {
        start([this, function = std::move(function)](std::stop_token stop) -> Delivery {
            auto result = std::make_shared<R>(function(std::move(stop)));
            return [this, result] { m_deliver(std::move(*result)); };
        });
    }

private:
    Deliver m_deliver;
};

} // namespace designer::ui
