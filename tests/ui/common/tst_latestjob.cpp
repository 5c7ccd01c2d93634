// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/common/latestjob.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using namespace designer::ui;

/// Each job waits at a gate that the test opens, so that nothing depends on how fast anything is.
class TestLatestJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void deliversInTheWindowsThread();
    void computesElsewhere();
    void onlyTheLatestIsDelivered();
    void ofThoseThatWaitOnlyTheNewestRuns();
    void theOneThatRunsIsAskedToStop();
    void cancelledIsNotDelivered();
    void runsAgainAfterCancel();
    void goneBeforeTheEnd();
    void receiverMayStartTheNext();
    void receiverMayEndIt();
    void busyIsSaidOnce();
    void movesWhatCannotBeCopied();

private:
    LatestJob<int>::Function gated(int result);

    std::unique_ptr<QThreadPool> m_pool;
    std::unique_ptr<LatestJob<int>> m_job;
    std::vector<int> m_delivered;
    QSemaphore m_started;
    QSemaphore m_gate;
    std::atomic<int> m_runs = 0;
    std::atomic<int> m_stopped = 0;
};

void TestLatestJob::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_pool = std::make_unique<QThreadPool>();
    m_delivered.clear();
    m_runs = 0;
    m_stopped = 0;
    m_job = std::make_unique<LatestJob<int>>(*m_pool, [this](int result) { m_delivered.push_back(result); });
}

void TestLatestJob::cleanup()
{
    m_job.reset();
    m_gate.release(100);
    m_pool->waitForDone();
    m_gate.acquire(m_gate.available());
    m_started.acquire(m_started.available());
}

LatestJob<int>::Function TestLatestJob::gated(int result)
{
    return [this, result](const std::stop_token &stop) {
        ++m_runs;
        m_started.release();
        m_gate.acquire();
        m_stopped += stop.stop_requested() ? 1 : 0;
        return result;
    };
}

void TestLatestJob::deliversInTheWindowsThread()
{
    QThread *thread = nullptr;
    LatestJob<int> job(*m_pool, [&thread](int) { thread = QThread::currentThread(); });
    job.run([](const std::stop_token &) { return 1; });
    QTRY_COMPARE(thread, QThread::currentThread());
}

void TestLatestJob::computesElsewhere()
{
    std::optional<QThread *> thread;
    LatestJob<QThread *> job(*m_pool, [&thread](QThread *where) { thread = where; });
    job.run([](const std::stop_token &) { return QThread::currentThread(); });
    QTRY_VERIFY(thread.has_value());
    QVERIFY(*thread != QThread::currentThread());
}

void TestLatestJob::onlyTheLatestIsDelivered()
{
    m_job->run(gated(1));
    m_started.acquire();
    m_job->run(gated(2));
    m_gate.release(2);
    QTRY_VERIFY(!m_job->isBusy());
    QCOMPARE(m_delivered, std::vector<int>{2});
}

void TestLatestJob::ofThoseThatWaitOnlyTheNewestRuns()
{
    m_job->run(gated(0));
    m_started.acquire();
    for (int i = 1; i <= 50; ++i)
        m_job->run(gated(i));
    m_gate.release(51);
    QTRY_VERIFY(!m_job->isBusy());
    QCOMPARE(m_delivered, std::vector<int>{50});
    QCOMPARE(m_runs.load(), 2);
}

void TestLatestJob::theOneThatRunsIsAskedToStop()
{
    m_job->run(gated(1));
    m_started.acquire();
    m_job->run(gated(2));
    m_gate.release(2);
    QTRY_VERIFY(!m_job->isBusy());
    QCOMPARE(m_stopped.load(), 1);
}

void TestLatestJob::cancelledIsNotDelivered()
{
    m_job->run(gated(1));
    m_started.acquire();
    m_job->run(gated(2));
    m_job->cancel();
    QVERIFY(!m_job->isBusy());
    m_gate.release(2);
    m_pool->waitForDone();
    QCoreApplication::processEvents();
    m_pool->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(m_delivered.empty());
    QCOMPARE(m_runs.load(), 1);
}

void TestLatestJob::runsAgainAfterCancel()
{
    m_job->run(gated(1));
    m_started.acquire();
    m_job->cancel();
    m_job->run(gated(2));
    m_gate.release(2);
    QTRY_VERIFY(!m_job->isBusy());
    QCOMPARE(m_delivered, std::vector<int>{2});
}

void TestLatestJob::goneBeforeTheEnd()
{
    m_job->run(gated(1));
    m_started.acquire();
    m_job.reset();
    m_gate.release();
    m_pool->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(m_delivered.empty());
    QCOMPARE(m_stopped.load(), 1);
}

void TestLatestJob::receiverMayStartTheNext()
{
    std::vector<int> seen;
    std::unique_ptr<LatestJob<int>> job;
    job = std::make_unique<LatestJob<int>>(*m_pool, [&](int result) {
        seen.push_back(result);
        if (result < 3)
            job->run([result](const std::stop_token &) { return result + 1; });
    });
    job->run([](const std::stop_token &) { return 1; });
    QTRY_COMPARE(seen, (std::vector<int>{1, 2, 3}));
    QVERIFY(!job->isBusy());
}

void TestLatestJob::receiverMayEndIt()
{
    std::unique_ptr<LatestJob<int>> job;
    job = std::make_unique<LatestJob<int>>(*m_pool, [&job](int) { job.release()->deleteLater(); });
    const QPointer<QObject> alive(job.get());
    job->run([](const std::stop_token &) { return 1; });
    QTRY_VERIFY(!alive);
}

void TestLatestJob::busyIsSaidOnce()
{
    QSignalSpy busy(m_job.get(), &LatestJobBase::busyChanged);
    m_job->run(gated(1));
    m_started.acquire();
    m_job->run(gated(2));
    m_gate.release(2);
    QTRY_COMPARE(busy.count(), 2);
    QCOMPARE(busy.at(0).at(0).toBool(), true);
    QCOMPARE(busy.at(1).at(0).toBool(), false);
}

void TestLatestJob::movesWhatCannotBeCopied()
{
    int seen = 0;
    LatestJob<std::unique_ptr<int>> job(*m_pool, [&seen](std::unique_ptr<int> result) { seen = *result; });
    job.run([](const std::stop_token &) { return std::make_unique<int>(7); });
    QTRY_COMPARE(seen, 7);
}

QTEST_GUILESS_MAIN(TestLatestJob)
#include "tst_latestjob.moc"
