// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/latestjob.h"

#include "ui/common/giveway.h"

#include <QPointer>
#include <QThreadPool>

namespace designer::ui {

struct LatestJobBase::Owner
{
    std::mutex mutex;
    LatestJobBase *job = nullptr; ///< null once it is gone

    /// From any thread. What is posted to an object that goes meanwhile goes with it.
    void tell(const Delivery &delivery)
    {
        const std::lock_guard lock(mutex);
        if (LatestJobBase *target = job)
            QMetaObject::invokeMethod(
                target, [target, delivery] { target->finished(delivery); }, Qt::QueuedConnection);
    }
};

LatestJobBase::LatestJobBase(QThreadPool &pool, QObject *parent)
    : QObject(parent), m_pool(pool), m_owner(std::make_shared<Owner>())
{
    m_owner->job = this;
}

LatestJobBase::~LatestJobBase()
{
    m_stop.request_stop();
    const std::lock_guard lock(m_owner->mutex);
    m_owner->job = nullptr;
}

void LatestJobBase::start(Work work)
{
    m_stop.request_stop();
    if (m_running)
        m_next = std::move(work);
    else
        launch(std::move(work));
    setWanted(true);
}

void LatestJobBase::cancel()
{
    m_stop.request_stop();
    m_next = nullptr;
    setWanted(false);
}

void LatestJobBase::launch(Work work)
{
    m_stop = std::stop_source();
    m_running = true;
    m_pool.start([work = std::move(work), owner = m_owner, stop = m_stop.get_token()] {
        giveWayToWindow();
        owner->tell(work(stop));
    });
}

void LatestJobBase::finished(const Delivery &delivery)
{
    m_running = false;
    if (m_next) {
        launch(std::exchange(m_next, nullptr));
    } else if (m_wanted) {
        // The receiver may start the next one, or end this object.
        const QPointer<LatestJobBase> alive(this);
        m_wanted = false;
        delivery();
        if (alive && !m_wanted)
            Q_EMIT busyChanged(false);
    }
}

void LatestJobBase::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) != wanted)
        Q_EMIT busyChanged(wanted);
}

} // namespace designer::ui
