// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/testrunner.h"

#include "testrun/requestbuilder.h"
#include "json/layout.h"

#include <atomic>

namespace designer::ui {

/// All that one test holds on its way.
struct TestRunner::Job
{
    testrun::EvaluationInput input;
    secrets::Secrets secrets;
    std::shared_ptr<const testrun::Evaluation> evaluation;
    TestResult result;
    // The window's thread alone reads and writes these, also while a worker is at the others.
    std::shared_ptr<const testrun::Evaluation> evaluated;
    std::shared_ptr<const event::Event> sample;
    QString sampleTitle;
    bool sent = false;
};

TestRunner::TestRunner(SecretsFor secretsFor, QObject *parent)
    : QObject(parent), m_secretsFor(std::move(secretsFor)),
      m_job(m_pool, [this](const std::shared_ptr<Job> &job) { m_next(job); })
{
    m_pool.setMaxThreadCount(1);
}

TestRunner::~TestRunner() = default;

void TestRunner::start(const connection::TakenApart &parts, const std::shared_ptr<const event::Event> &sample,
                       const QString &sampleTitle, const testrun::Settings &settings)
{
    if (m_running || !sample)
        return;
    auto job = std::make_shared<Job>();
    job->input = {parts, *sample, settings};
    job->result.live = !settings.sandbox;
    job->result.sampleTitle = sampleTitle;
    job->result.sample = sample;
    job->sampleTitle = sampleTitle;
    job->sample = sample;
    m_current = job;
    setRunning(true);
    m_next = [this](const std::shared_ptr<Job> &done) { evaluated(done); };
    m_job.run([job](const std::stop_token &) {
        const std::atomic<bool> never = false;
        job->evaluation = std::make_shared<const testrun::Evaluation>(testrun::evaluate(job->input, never));
        return job;
    });
}

void TestRunner::cancel()
{
    if (!m_running)
        return;
    if (m_attempt) {
        m_attempt->cancel();
        return;
    }
    m_job.cancel();
    // A worker may be at the job's own result and secrets still; they go with the job, when it is done.
    const std::shared_ptr<Job> job = m_current;
    TestResult result;
    result.evaluation = job->evaluated;
    result.live = !job->input.settings.sandbox;
    result.sent = job->sent;
    result.sampleTitle = job->sampleTitle;
    result.sample = job->sample;
    result.error = {ErrorCode::Cancelled,
                    job->sent ? tr("the test was called off after it was sent; what came of it is not known")
                              : tr("the test was called off before anything was sent"),
                    {},
                    {},
                    {}};
    end(std::move(result));
}

void TestRunner::evaluated(const std::shared_ptr<Job> &job)
{
    job->result.evaluation = job->evaluation;
    job->evaluated = job->evaluation;
    if (job->evaluation->unusable)
        return fail(job, *job->evaluation->unusable);
    if (job->evaluation->failed)
        return fail(job, *job->evaluation->failed);
    if (!job->result.live)
        return withSecrets(job, testrun::standInSecrets(*job->evaluation->compiled));
    m_secretsFor(testrun::secretNames(*job->evaluation->compiled),
                 [this, context = QPointer(this), job](Result<secrets::Secrets> secrets) {
                     if (context && m_current == job && m_running)
                         withSecrets(job, std::move(secrets));
                 });
}

void TestRunner::withSecrets(const std::shared_ptr<Job> &job, Result<secrets::Secrets> secrets)
{
    if (!secrets)
        return fail(job, secrets.error());
    job->secrets = std::move(secrets).value();
    m_next = [this](const std::shared_ptr<Job> &done) { prepared(done); };
    m_job.run([job](const std::stop_token &) {
        testrun::Settings settings = job->input.settings;
        settings.secrets = &job->secrets;
        Result<testrun::TestRun> run
            = testrun::prepare(*job->evaluation->compiled, *job->input.event, settings);
        if (run) {
            job->result.masker = testrun::maskerFor(*run, job->secrets);
            job->result.run = std::move(run).value();
        } else {
            job->result.error = run.error();
        }
        return job;
    });
}

void TestRunner::prepared(const std::shared_ptr<Job> &job)
{
    if (!job->result.error && job->result.run.refused)
        job->result.error = job->result.run.refused;
    if (job->result.error || !job->result.run.waitsForAnswer())
        return finish(job);
    send(job);
}

void TestRunner::send(const std::shared_ptr<Job> &job)
{
    job->sent = true;
    job->result.sent = true;
    m_attempt = std::make_unique<http::Attempt>(*job->result.run.request);
    connect(m_attempt.get(), &http::Attempt::phaseEntered, this, &TestRunner::phaseEntered);
    connect(m_attempt.get(), &http::Attempt::finished, this,
            [this, job](const http::Exchange &exchange) { answered(job, exchange); });
    m_attempt->start();
}

void TestRunner::answered(const std::shared_ptr<Job> &job, const http::Exchange &exchange)
{
    m_attempt.release()->deleteLater(); // it is in the middle of telling us
    m_next = [this](const std::shared_ptr<Job> &done) { finish(done); };
    m_job.run([job, exchange](const std::stop_token &) {
        TestResult &result = job->result;
        testrun::TestRun run = testrun::concluded(std::move(result.run), *job->evaluation->compiled,
                                                  *job->input.event, exchange);
        result.run = testrun::withWordsMasked(std::move(run), result.masker);
        if (exchange.response) {
            result.received = result.masker.mask(exchange.response->rawHead + exchange.response->body);
            const json::Document body(result.masker.mask(exchange.response->body));
            result.answer = body.isValid() ? json::Document(json::formatted(body.root())) : body;
        }
        return job;
    });
}

void TestRunner::fail(const std::shared_ptr<Job> &job, const Error &error)
{
    job->result.error = error;
    finish(job);
}

void TestRunner::finish(const std::shared_ptr<Job> &job)
{
    job->secrets.clear();
    end(std::move(job->result));
}

void TestRunner::end(TestResult result)
{
    result.at = QDateTime::currentDateTime();
    const auto ended = std::make_shared<const TestResult>(std::move(result));
    m_current.reset();
    setRunning(false);
    Q_EMIT finished(ended);
}

void TestRunner::setRunning(bool running)
{
    m_running = running;
    Q_EMIT runningChanged(running);
}

} // namespace designer::ui
