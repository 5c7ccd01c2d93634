// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace designer::ui {

/// Work on files, off the window's thread, one piece after another in the order in which it was
/// asked for: a disk may take its time. Answers come to the window's thread. Destroying it waits for
/// what was asked for, since that is people's work being saved.
class DiskQueue : public QObject
{
    Q_OBJECT
public:
    explicit DiskQueue(QObject *parent = nullptr);
    ~DiskQueue() override;
    Q_DISABLE_COPY_MOVE(DiskQueue)

    /// \a work runs on the queue's thread; \a done gets its result, here, unless \a context is gone.
    template <typename Work, typename Done>
    void run(Work work, QObject *context, Done done)
    {
        start([this, work = std::move(work), context = QPointer(context), done = std::move(done)] {
            auto result = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                this,
                [context, done, result] {
                    if (context)
                        done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }
    /// The same, where nobody waits for an answer.
    void run(const std::function<void()> &work) { start(work); }
    /// Until all that was asked for is done; for the end of the program.
    void finish();

private:
    void start(const std::function<void()> &work);

    QThreadPool m_pool;
};

} // namespace designer::ui
