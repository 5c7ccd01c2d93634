// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "ui/testing/liveevaluation.h"
#include "ui/testing/testrunner.h"

#include <map>
#include <set>

namespace designer::ui {

/// Tests the destination that is shown: in the sandbox, or live, where people have allowed that for the
/// address that it has. Remembers for each destination of the workspace what came back.
class Tester : public QObject
{
    Q_OBJECT
public:
    /// \a live holds the document that is tested, outlives this, and is told where tests go.
    Tester(LiveEvaluation &live, TestRunner::SecretsFor secretsFor, QObject *parent = nullptr);

    /// The open workspace; null: none. A test that runs is called off, and of what was answered and
    /// allowed before, nothing holds. The session outlives its use.
    void setSession(Session *session);
    /// The destination that is shown; empty: none. Its tests go to the sandbox at first.
    void show(const QString &destination);
    /// Nothing: there is none, and only live tests can be sent.
    void setSandbox(const std::optional<http::Endpoint> &sandbox);

    void setLive(bool live);
    /// For as long as the workspace is open, and the address stays what it is. Switches to live.
    void allowLive();
    [[nodiscard]] bool goesLive() const { return m_goesLive; }
    [[nodiscard]] bool mayGoLive() const;

    /// What is chosen at this moment, also where it has not been worked out yet.
    /// \a anyway: also where the conditions say no. Does nothing where its own test runs, and where there
    /// is no sample or no permission; where another's runs, busy() says so.
    void test(bool anyway);
    /// The test of the destination that is shown; that of another one goes on.
    void cancel();
    void cancelOther(); ///< the test of another one
    [[nodiscard]] bool isTesting() const; ///< the destination that is shown
    /// The last one of the destination that is shown; null: none.
    [[nodiscard]] std::shared_ptr<const TestResult> result() const;
    /// Whether a live test of it went out while this workspace is open.
    [[nodiscard]] bool wasSentLive() const { return m_sentLive.count(m_shown) > 0; }

Q_SIGNALS:
    /// goesLive() or mayGoLive().
    void whereChanged();
    /// Whether the destination that is shown is being tested.
    void runningChanged(bool running);
    void phaseEntered(designer::http::Phase::Kind phase);
    /// The test of \a destination, which is another than the one that is shown, still waits: one at a time.
    void busy(const QString &destination);
    /// There is no sandbox to send to.
    void noSandbox();
    /// Whatever came of the test: an answer, or an error.
    void ended(const QString &destination);

private:
    [[nodiscard]] QString liveTarget() const; ///< scheme, host and port
    void followTarget();
    void forgetDeleted();
    void take(const std::shared_ptr<const TestResult> &result);

    LiveEvaluation &m_live;
    TestRunner m_runner;
    Session *m_session = nullptr;
    std::optional<http::Endpoint> m_sandbox;
    QString m_shown;
    QString m_tested; ///< the destination whose test runs
    bool m_goesLive = false;
    QString m_toldTarget; ///< where live went when whereChanged() was last sent
    std::map<QString, std::shared_ptr<const TestResult>> m_results; ///< the last of each destination
    std::map<QString, QString> m_allowed; ///< destinations that may send live, and to where
    std::set<QString> m_sentLive;
};

} // namespace designer::ui
