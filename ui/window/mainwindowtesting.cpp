// SPDX-License-Identifier: GPL-3.0-or-later
// What is tested, where that goes, and how the connection stands after it.
#include "ui/common/messageline.h"
#include "ui/common/sentence.h"
#include "ui/destinations/adddestinationpage.h"
#include "ui/destinations/destinationspane.h"
#include "ui/document/idfinding.h"
#include "ui/exchange/exportpage.h"
#include "ui/headers/credential.h"
#include "ui/samples/samplespage.h"
#include "ui/testing/testpanel.h"
#include "ui/window/connectionhead.h"
#include "ui/window/connectionview.h"
#include "ui/window/footbar.h"
#include "ui/window/mainwindow.h"
#include "url/url.h"
#include "json/text.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace designer::ui {

void MainWindow::connectTesting()
{
    TestPanel &panel = m_view->testPanel();
    connect(&m_live, &LiveEvaluation::evaluated, this, [this] {
        showStanding();
        if (m_live.isFresh() && std::exchange(m_activatesWhenKnown, false))
            setActive(true);
    });
    connect(&m_live, &LiveEvaluation::overdue, this, &MainWindow::showStanding);
    connect(&m_secrets, &SecretKeeper::changed, this, &MainWindow::showStanding);
    connect(&m_sandbox, &SandboxHost::started, this, [this] { m_tester.setSandbox(m_sandbox.endpoint()); });
    connect(&m_sandbox, &SandboxHost::failed, this,
            [this](const Error &error) { m_foot->setWhere(sentenceOf(error)); });
    connect(&panel, &TestPanel::testRequested, this, &MainWindow::test);
    connect(&panel, &TestPanel::cancelRequested, &m_tester, &Tester::cancel);
    connect(&panel, &TestPanel::sampleChosen, this, &MainWindow::chooseSample);
    connect(&panel, &TestPanel::samplesRequested, this, &MainWindow::showSamplesPage);
    connect(&panel, &TestPanel::liveChosen, &m_tester, &Tester::setLive);
    connect(&panel, &TestPanel::liveAllowed, &m_tester, &Tester::allowLive);
    connect(&m_tester, &Tester::whereChanged, this, &MainWindow::showWhere);
    connect(&m_tester, &Tester::runningChanged, &panel, &TestPanel::setRunning);
    connect(&m_tester, &Tester::phaseEntered, &panel, &TestPanel::showPhase);
    connect(&m_tester, &Tester::ended, this, &MainWindow::showResult);
    connect(&m_tester, &Tester::busy, this, &MainWindow::tellBusy);
    connect(&m_tester, &Tester::noSandbox, this, [this] {
        m_view->head().setMessage(Tone::Error, tr("The sandbox is not running: nothing was sent."));
    });
}

void MainWindow::showSamples()
{
    if (!m_session)
        return;
    QStringList names;
    for (const Sample &sample : m_session->samples().all()) {
        if (sample.event)
            names << sample.name;
    }
    QString chosen = m_row < 0 ? QString() : m_session->remembered(name()).sample;
    if (!names.contains(chosen)) {
        const Sample *const fitting
            = document() ? fittingSample(document()->shell(), m_session->samples().all()) : nullptr;
        chosen = fitting ? fitting->name : names.value(0);
    }
    m_view->testPanel().setSamples(names, chosen);
    chooseSample(chosen);
}

void MainWindow::chooseSample(const QString &sampleName)
{
    const Sample *const sample = m_session->samples().find(sampleName);
    if (m_row >= 0 && sample)
        m_session->remembered(name()).sample = sampleName;
    const auto event = sample ? sample->event : nullptr;
    m_live.setSample(event, sampleName);
    m_view->testPanel().setEvent(event, sampleName);
}

void MainWindow::testEndpoint()
{
    test(false);
}

/// The answer of a test is seen beside the connection, from wherever it was asked for.
void MainWindow::test(bool anyway)
{
    if (!isOnConnection() && !leaveForTest())
        return;
    takeTyping();
    if (document() && !m_live.sample())
        return leadToSample();
    if (m_view->testPanel().asksForLive())
        return m_view->testPanel().showQuestion();
    m_tester.test(anyway);
}

/// False: it is said why nothing can be tested from here.
bool MainWindow::leaveForTest()
{
    const QWidget *const shown = m_right->currentWidget();
    if (m_gallery && shown == m_gallery)
        return sayNoTest(tr("Create the destination first (Return), then test it."));
    if (!m_session || m_session->count() == 0)
        return sayNoTest(tr("There is no destination to test yet. Next: add one (Ctrl+N)."));
    if (m_samples && shown == m_samples)
        return m_samples->useForTests() || sayNoSample(); // it goes back by itself, or says why not
    backToConnection();
    return true;
}

bool MainWindow::sayNoTest(const QString &why)
{
    m_foot->setSentence({Tone::Warning, why});
    return false;
}

/// Nobody presses a key for nothing: a test needs one, and it is chosen there.
void MainWindow::leadToSample()
{
    showSamplesPage();
    sayNoSample();
}

/// What there is to do on the page of the samples.
bool MainWindow::sayNoSample()
{
    return sayNoTest(m_session->samples().all().empty()
                         ? tr("A test needs a sample event. Next: use a shipped one, or paste one.")
                         : tr("A test needs a sample event that can be read. Next: mend one, or paste one."));
}

void MainWindow::tellBusy(const QString &destination)
{
    const int row = m_session->rowOf(destination);
    const QString title = row < 0 ? destination : m_session->at(row).title();
    m_view->head().setMessage(Tone::Info,
                              tr("A test of “%1” still waits for its answer.").arg(title).toHtmlEscaped()
                                  + QLatin1Char(' ') + link(cancelOther, tr("Call it off")));
}

void MainWindow::showResult(const QString &destination)
{
    if (destination == name()) {
        m_view->testPanel().setResult(m_tester.result());
        if (std::exchange(m_asksToActivate, false))
            m_view->head().setMessage(Tone::Neutral, {});
    }
    showStanding();
}

void MainWindow::showWhere()
{
    const bool live = m_tester.goesLive();
    m_view->testPanel().setLive(live, m_tester.mayGoLive());
    const auto &endpoint = m_sandbox.endpoint();
    if (live && document())
        m_foot->setWhere(tr("Live: %1").arg(url::shownHost(document()->shell().url())), tr("Live"));
    else
        m_foot->setWhere(endpoint ? tr("Sandbox on %1").arg(json::toQString(endpoint->authority()))
                                  : QString(),
                         endpoint ? tr("Sandbox") : QString());
    showStanding();
}

StandingFacts MainWindow::facts() const
{
    StandingFacts out;
    out.live = &m_live.state();
    out.fresh = m_live.isFresh();
    out.overdue = m_live.isOverdue();
    if (!document() || name().isEmpty())
        return out;
    const auto &connections = m_session->state().connections;
    if (const auto found = connections.find(name()); found != connections.end())
        out.greenTest = found->second.greenTest;
    out.saved = m_session->at(m_row).print.has_value();
    out.modified = m_session->isModified(m_row);
    out.active = document()->shell().active();
    out.activeInFile = m_session->at(m_row).saved.active();
    if (auto missing = withoutSecret()) {
        out.missingSecret = std::move(missing->name);
        out.secretIsLocked = missing->state == SecretKeeper::State::Locked;
    }
    out.goesLive = m_tester.goesLive();
    out.liveTarget = goesTo(document()->shell());
    out.sentLive = m_tester.wasSentLive();
    out.gone = m_session->at(m_row).gone.has_value();
    out.failedNow = m_view->testPanel().resultIsFailure();
    out.sentAnywayNow = m_view->testPanel().resultWasSentAnyway();
    out.testedThis = m_view->testPanel().resultIsOfThis();
    out.wasTested = m_view->testPanel().hasResult();
    return out;
}

/// The first that has no value at hand, also where that is the keychain's fault. Of what is known: nobody's
/// keychain asks for a password because a connection is shown.
std::optional<MainWindow::LackingSecret> MainWindow::withoutSecret() const
{
    using State = SecretKeeper::State;
    for (const connection::Header &header : document()->shell().headers()) {
        for (const std::string &secret : secretNames(header.value)) {
            const State state = m_secrets.known(secret);
            if (state != State::Asking && state != State::Keychain && state != State::Session)
                return LackingSecret{header.name, secret, state};
        }
    }
    return std::nullopt;
}

void MainWindow::showStanding()
{
    if (m_export && m_right->currentWidget() == m_export && document())
        return tellExportStanding();
    if (m_right->currentWidget() != m_view)
        return;
    const bool shown = document() != nullptr;
    m_view->head().setVisible(shown);
    if (!shown) {
        const bool unreadable = m_session && m_row >= 0 && m_session->at(m_row).unreadable;
        m_foot->setSentence(unreadable ? Sentence{Tone::Error, lineOf(*m_session->at(m_row).unreadable)}
                                       : Sentence{});
        m_foot->setVerdicts({}, {});
        return;
    }
    const StandingFacts standing = facts();
    m_view->head().setTitle(m_session->at(m_row).title());
    m_view->head().setActive(standing.active);
    m_view->head().setSavable(standing.modified);
    m_view->head().setChips(savedChipOf(standing), testedChipOf(standing));
    m_view->testPanel().setTested(testedOf(standing), testedWhen(standing));
    m_foot->setSentence(standingOf(standing));
    m_foot->setCaretShown(m_view->currentPage() == Page::Body);
    if (const auto &evaluation = m_live.state().evaluation) {
        m_foot->setVerdicts(evaluation->body.empty() ? std::nullopt
                                                     : std::optional(evaluation->isWellFormed()),
                            evaluation->run ? std::optional(evaluation->payloadIsSound()) : std::nullopt);
        if (m_live.isFresh())
            tellList(evaluation->findings);
    }
}

/// What is found in the connection that is shown; an id that is another's too, or is so no longer, is that
/// one's matter as well.
void MainWindow::tellList(const Findings &findings)
{
    m_pane->setFindings(name(), count(findings));
    const bool isTaken = std::any_of(findings.begin(), findings.end(),
                                     [](const Finding &finding) { return finding.code == idTakenCode; });
    if (m_idTaken && *m_idTaken != isTaken)
        m_checker.startSoon(*m_session);
    m_idTaken = isTaken;
}

} // namespace designer::ui
