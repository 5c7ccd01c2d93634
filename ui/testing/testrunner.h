// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/attempt.h"
#include "secrets/store.h"
#include "ui/common/latestjob.h"
#include "ui/document/connectionpage.h"

#include <QDateTime>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace designer::ui {

/// What one press of Test Endpoint came to. A value; words in it are masked.
struct TestResult
{
    std::shared_ptr<const testrun::Evaluation> evaluation; ///< what was sent was made of it
    testrun::TestRun run;
    std::optional<Error> error; ///< why nothing could be sent
    secrets::Masker masker;
    QDateTime at;
    bool live = false;
    bool sent = false; ///< at least some of it may have gone out
    QString sampleTitle;
    std::shared_ptr<const event::Event> sample;
    std::string received; ///< the answer as it came, head and body
    json::Document answer; ///< the body, one value a line where it is JSON

    [[nodiscard]] bool isAccepted() const
    {
        return !error && run.verdict.outcome == insider::Outcome::Accepted;
    }
    /// Accepted, and it would have been sent without a test: an event that the conditions hold back proves
    /// nothing of the connection as a whole.
    [[nodiscard]] bool isGreen() const { return isAccepted() && run.fires(); }
};

/// Sends one event through a connection as it stands, once. Everything that takes time happens off
/// the window's thread or in its event loop; one test at a time.
class TestRunner : public QObject
{
    Q_OBJECT
public:
    /// Brings the values of secrets together, for live tests: asks people's keychain where it must.
    using SecretsFor = std::function<void(const std::vector<std::string> &names,
                                          std::function<void(Result<secrets::Secrets>)> done)>;

    explicit TestRunner(SecretsFor secretsFor, QObject *parent = nullptr);
    ~TestRunner() override;
    Q_DISABLE_COPY_MOVE(TestRunner)

    /// \a settings.sandbox decides where it goes; nothing: to the endpoint itself.
    void start(const connection::TakenApart &parts, const std::shared_ptr<const event::Event> &sample,
               const QString &sampleTitle, const testrun::Settings &settings);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void runningChanged(bool running);
    void phaseEntered(designer::http::Phase::Kind phase);
    void finished(const std::shared_ptr<const designer::ui::TestResult> &result);

private:
    struct Job;
    void evaluated(const std::shared_ptr<Job> &job);
    void withSecrets(const std::shared_ptr<Job> &job, Result<secrets::Secrets> secrets);
    void prepared(const std::shared_ptr<Job> &job);
    void send(const std::shared_ptr<Job> &job);
    void answered(const std::shared_ptr<Job> &job, const http::Exchange &exchange);
    void finish(const std::shared_ptr<Job> &job);
    void end(TestResult result);
    void fail(const std::shared_ptr<Job> &job, const Error &error);
    void setRunning(bool running);

    SecretsFor m_secretsFor;
    QThreadPool m_pool;
    LatestJob<std::shared_ptr<Job>> m_job;
    std::function<void(const std::shared_ptr<Job> &)> m_next; ///< what follows the job that runs
    std::unique_ptr<http::Attempt> m_attempt;
    std::shared_ptr<Job> m_current;
    bool m_running = false;
};

} // namespace designer::ui
