// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/tester.h"

#include "json/text.h"

#include <QUrl>

namespace designer::ui {

Tester::Tester(LiveEvaluation &live, TestRunner::SecretsFor secretsFor, QObject *parent)
    : QObject(parent), m_live(live), m_runner(std::move(secretsFor))
{
    connect(&m_live, &LiveEvaluation::stale, this, &Tester::followTarget);
    connect(&m_live, &LiveEvaluation::evaluated, this, &Tester::followTarget);
    connect(&m_runner, &TestRunner::runningChanged, this, [this] { Q_EMIT runningChanged(isTesting()); });
    connect(&m_runner, &TestRunner::phaseEntered, this, &Tester::phaseEntered);
    connect(&m_runner, &TestRunner::finished, this, &Tester::take);
}

void Tester::setSession(Session *session)
{
    m_tested.clear(); // what still comes of it belongs to nobody
    m_runner.cancel();
    m_session = session;
    m_shown.clear();
    m_results.clear();
    m_allowed.clear();
    m_sentLive.clear();
    if (session)
        connect(session, &Session::removed, this, &Tester::forgetDeleted, Qt::UniqueConnection);
}

/// Whoever deletes a destination does not wait for what its endpoint answers.
void Tester::forgetDeleted()
{
    if (!m_tested.isEmpty() && m_runner.isRunning() && m_session->rowOf(m_tested) < 0)
        m_runner.cancel();
}

void Tester::show(const QString &destination)
{
    m_shown = destination;
    setLive(false);
}

void Tester::setSandbox(const std::optional<http::Endpoint> &sandbox)
{
    m_sandbox = sandbox;
    setLive(false);
}

void Tester::setLive(bool live)
{
    m_goesLive = live;
    m_toldTarget = liveTarget();
    m_live.setSandbox(live ? std::nullopt : m_sandbox);
    Q_EMIT whereChanged();
}

void Tester::allowLive()
{
    m_allowed[m_shown] = liveTarget();
    setLive(true);
}

bool Tester::mayGoLive() const
{
    const auto allowed = m_allowed.find(m_shown);
    return allowed != m_allowed.end() && allowed->second == liveTarget();
}

QString Tester::liveTarget() const
{
    if (!m_live.document())
        return {};
    const QUrl url(json::toQString(m_live.document()->shell().url()));
    return url.scheme() + QStringLiteral("://") + url.authority();
}

/// Live may go to another address by now than the one that was allowed, and that is shown.
void Tester::followTarget()
{
    if (m_goesLive && m_toldTarget != liveTarget())
        setLive(true);
}

void Tester::test(bool anyway)
{
    if (!m_live.document() || !m_live.sample() || (m_goesLive && !mayGoLive()))
        return;
    if (m_runner.isRunning()) {
        if (!isTesting())
            Q_EMIT busy(m_tested);
        return;
    }
    testrun::Settings settings = m_live.settings();
    settings.sendAnyway = anyway;
    // Settings without a sandbox go to the real address: never because there is no sandbox.
    if (settings.sandbox.has_value() == m_goesLive) {
        Q_EMIT noSandbox();
        return;
    }
    m_tested = m_shown;
    m_runner.start(m_live.document()->parts(), m_live.sample(), m_live.sampleTitle(), settings);
}

void Tester::cancel()
{
    if (isTesting())
        m_runner.cancel();
}

void Tester::cancelOther()
{
    if (!isTesting())
        m_runner.cancel();
}

bool Tester::isTesting() const
{
    return m_runner.isRunning() && !m_tested.isEmpty() && m_tested == m_shown;
}

std::shared_ptr<const TestResult> Tester::result() const
{
    const auto found = m_results.find(m_shown);
    return found == m_results.end() ? nullptr : found->second;
}

void Tester::take(const std::shared_ptr<const TestResult> &result)
{
    if (!m_session || m_tested.isEmpty() || m_session->rowOf(m_tested) < 0)
        return;
    m_results[m_tested] = result;
    if (result->live && result->sent)
        m_sentLive.insert(m_tested);
    if (result->isGreen())
        m_session->remembered(m_tested).greenTest
            = workspace::GreenTest{result->evaluation->print, result->at, result->live};
    Q_EMIT ended(m_tested);
}

} // namespace designer::ui
