// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/liveevaluation.h"

#include "ui/document/idfinding.h"

#include <atomic>
#include <utility>

namespace designer::ui {

namespace {

/// What does not belong to the text beside it is taken away after so long.
constexpr std::chrono::milliseconds usualPatience{200};

} // namespace

LiveEvaluation::LiveEvaluation(std::function<insider::Moment()> now, QObject *parent)
    : QObject(parent), m_now(std::move(now)),
      m_job(m_pool, [this](LiveState state) { take(std::move(state)); })
{
    m_pool.setMaxThreadCount(1);
    m_overdueTimer.setSingleShot(true);
    setPatience(usualPatience);
    connect(&m_overdueTimer, &QTimer::timeout, this, [this] {
        m_isOverdue = true; // it is stopped when what is shown is right
        Q_EMIT overdue();
    });
}

void LiveEvaluation::setDocument(ConnectionDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_job.cancel();
    m_state = {};
    m_overdueTimer.stop();
    m_isOverdue = false;
    if (!document)
        return;
    connect(document, &ConnectionDocument::changed, this, &LiveEvaluation::start);
    start();
}

void LiveEvaluation::setSample(std::shared_ptr<const event::Event> sample, const QString &title)
{
    m_sample = std::move(sample);
    m_sampleTitle = title;
    start();
}

void LiveEvaluation::setSandbox(const std::optional<http::Endpoint> &sandbox)
{
    m_sandbox = sandbox;
    start();
}

bool LiveEvaluation::isFresh() const
{
    return m_document && m_state.evaluation && m_state.revision == m_document->revision()
        && m_state.sample == m_sample;
}

testrun::Settings LiveEvaluation::settings() const
{
    testrun::Settings out;
    out.now = m_now();
    out.sandbox = m_sandbox;
    out.sendAnyway = true; // the view shows the request also where the conditions say no
    out.version = m_version;
    return out;
}

/// Once for all that changes in one turn of the event loop.
void LiveEvaluation::start()
{
    if (!m_document)
        return;
    if (!isFresh() && !m_isOverdue && !m_overdueTimer.isActive())
        m_overdueTimer.start();
    if (std::exchange(m_startQueued, true))
        return;
    Q_EMIT stale();
    const auto run = [this] {
        m_startQueued = false;
        if (!m_document)
            return;
        testrun::EvaluationInput input{m_document->parts(),
                                       m_sample ? std::optional(*m_sample) : std::nullopt, settings()};
        LiveState next{nullptr, m_sample, m_sampleTitle, m_document->revision()};
        std::string id = m_document->shell().id();
        const bool isTaken = !id.empty() && m_isIdTaken && m_isIdTaken(id);
        m_job.run([input = std::move(input), next = std::move(next), id = std::move(id),
                   isTaken](const std::stop_token &stop) mutable {
            std::atomic<bool> cancelled = false;
            const std::stop_callback onStop(stop, [&cancelled] { cancelled = true; });
            testrun::Evaluation evaluation = testrun::evaluate(input, cancelled);
            addIdFinding(evaluation.findings, id, isTaken);
            next.evaluation = std::make_shared<const testrun::Evaluation>(std::move(evaluation));
            return next;
        });
    };
    QMetaObject::invokeMethod(this, run, Qt::QueuedConnection);
}

void LiveEvaluation::take(LiveState state)
{
    auto before = std::exchange(m_state, std::move(state)).evaluation;
    if (isFresh()) {
        m_overdueTimer.stop();
        m_isOverdue = false;
    }
    Q_EMIT evaluated();
    // Whoever showed it shows the new one by now. Of a large body it is so many pieces that to free them
    // would hold the window up.
    m_pool.start([evaluation = std::move(before)] {});
}

} // namespace designer::ui
