// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/testpanel.h"

#include "ui/common/messageline.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/theming.h"
#include "ui/testing/effectwords.h"
#include "ui/testing/livestrip.h"
#include "ui/testing/payloadcolumn.h"
#include "ui/testing/phasebars.h"
#include "ui/testing/responsecolumn.h"
#include "ui/testing/testbar.h"
#include "ui/theme/theme.h"
#include "json/text.h"

#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace designer::ui {

namespace {

/// A payload that does not belong to the text beside it is taken away after so long.
constexpr std::chrono::milliseconds staleAfter{200};

constexpr QLatin1String sendAnyway("send-anyway");

/// The first rule that made \a node say no, in its own words.
QString whyNot(const condition::TraceNode &node)
{
    if (!node.isGroup)
        return node.why;
    const bool wants = node.match != "none";
    for (const condition::TraceNode &rule : node.rules) {
        if (rule.result != wants)
            return whyNot(rule);
    }
    return {};
}

QString withPlace(const Error &error)
{
    const QString sentence = error.sentence();
    return error.position ? TestPanel::tr("Line %1: %2").arg(error.position->line).arg(sentence) : sentence;
}

} // namespace

TestPanel::TestPanel(LiveEvaluation &live, QWidget *parent)
    : QWidget(parent), m_live(live), m_bar(new TestBar(this)), m_strip(new LiveStrip(this)),
      m_columns(new QSplitter(Qt::Horizontal, this)), m_event(new Column(tr("Event"), this)),
      m_eventText(new CodeEditor(this)), m_payload(new PayloadColumn(this)),
      m_response(new ResponseColumn(this))
{
    m_eventText->setReadOnly(true);
    m_eventText->setAccessibleName(tr("Sample event"));
    followTheme(*m_eventText);
    m_event->addView(tr("Formatted"), m_eventText);
    m_staleTimer.setSingleShot(true);
    m_staleTimer.setInterval(staleAfter);
    m_strip->hide();
    m_event->setMinimumWidth(theme().scaled(320)); // what is remembered of two columns gives it none
    m_event->hide();
    layOut();
    connectParts();
    showState();
}

void TestPanel::layOut()
{
    for (QWidget *const column : std::initializer_list<QWidget *>{m_event, m_payload, m_response})
        m_columns->addWidget(column);
    m_columns->setChildrenCollapsible(false);
    for (int i = 0; i < m_columns->count(); ++i)
        m_columns->setStretchFactor(i, i == 2 ? 8 : 7);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_columns, 1);
}

void TestPanel::connectParts()
{
    connect(&m_live, &LiveEvaluation::evaluated, this, &TestPanel::showState);
    connect(&m_live, &LiveEvaluation::stale, this, [this] { m_staleTimer.start(); });
    connect(&m_staleTimer, &QTimer::timeout, this, &TestPanel::showState);
    connect(m_bar, &TestBar::foldRequested, this, &TestPanel::foldRequested);
    connect(m_bar, &TestBar::fullRequested, this, &TestPanel::fullRequested);
    connect(m_bar, &TestBar::sampleChosen, this, &TestPanel::sampleChosen);
    connect(m_bar, &TestBar::samplesRequested, this, &TestPanel::samplesRequested);
    connect(m_bar, &TestBar::liveChosen, this, &TestPanel::liveChosen);
    connect(m_bar, &TestBar::cancelRequested, this, &TestPanel::cancelRequested);
    connect(m_bar, &TestBar::testRequested, this, &TestPanel::requestTest);
    connect(m_bar, &TestBar::linkActivated, this, [this](const QString &target) {
        if (target == sendAnyway)
            Q_EMIT testRequested(true);
    });
    connect(m_strip, &LiveStrip::allowed, this, &TestPanel::liveAllowed);
    connect(m_strip, &LiveStrip::backRequested, this, [this] { Q_EMIT liveChosen(false); });
    connect(m_response, &ResponseColumn::pointerChosen, this, &TestPanel::pointerChosen);
    connect(m_payload, &PayloadColumn::offsetChosen, this, [this](std::size_t offset) {
        const auto &evaluation = m_live.state().evaluation;
        if (const auto body = evaluation ? evaluation->bodyOffset(offset) : std::nullopt)
            Q_EMIT bodyOffsetChosen(*body);
    });
}

void TestPanel::setSamples(const QStringList &names, const QString &current)
{
    m_bar->setSamples(names, current);
}

void TestPanel::setEvent(std::shared_ptr<const event::Event> event, const QString &title)
{
    m_shownEvent = std::move(event);
    m_event->setRemark(title);
    m_eventText->setBytes(m_shownEvent ? m_shownEvent->document().text() : std::string());
}

void TestPanel::setResult(std::shared_ptr<const TestResult> result)
{
    m_result = std::move(result);
    showResponse();
}

void TestPanel::setRunning(bool running)
{
    m_running = running;
    m_bar->setRunning(running);
    showResponse();
}

void TestPanel::showPhase(http::Phase::Kind phase)
{
    if (m_running)
        m_response->showWaiting(phaseTitle(phase));
}

void TestPanel::setLive(bool live, bool allowed)
{
    m_goesLive = live;
    m_allowed = allowed;
    m_bar->setLive(live);
    m_bar->setAllowed(allowed);
    if (live && !allowed)
        askForLive();
    else
        m_strip->hide();
    showState();
}

void TestPanel::askForLive()
{
    const auto &state = m_live.state();
    const bool insider = state.evaluation && state.evaluation->isInsiders();
    const QString title = insider ? tr("Live writes to Insider for real, and can start a customer journey")
                                  : tr("Live sends to %1 for real").arg(liveTarget());
    QString effect = insider && state.evaluation->run ? effectWords(*state.evaluation->run, Happens::Really) : QString();
    if (effect.isEmpty())
        effect = tr("This event is sent as it is shown below, with your real token.");
    if (state.evaluation && !state.evaluation->blanks.empty())
        effect += QLatin1Char(' ')
            + tr("It will hardly be accepted: “%1” is still there in the place of your own.")
                  .arg(json::toQString(state.evaluation->blanks.front().word));
    m_strip->ask(title, effect);
}

void TestPanel::setFolded(bool folded)
{
    m_folded = folded;
    m_bar->setFolded(folded);
    m_columns->setVisible(!folded);
}

void TestPanel::setFull(bool full)
{
    m_bar->setFull(full);
}

void TestPanel::setEventShown(bool shown)
{
    m_event->setVisible(shown);
}

void TestPanel::markBody(std::size_t offset)
{
    const auto &state = m_live.state();
    if (!state.evaluation || !m_live.isFresh())
        return;
    m_payload->markOffset(state.evaluation->formattedOffset(offset));
    const auto inEvent = state.sample ? state.evaluation->eventOffset(offset, *state.sample) : std::nullopt;
    m_eventText->setMarkedLine(inEvent ? std::optional(m_eventText->lineOf(*inEvent)) : std::nullopt);
    if (inEvent && !m_eventText->hasFocus())
        m_eventText->setCaret(*inEvent);
}

QByteArray TestPanel::saveState() const
{
    return m_columns->saveState();
}

void TestPanel::restoreState(const QByteArray &state)
{
    m_columns->restoreState(state);
}

bool TestPanel::resultIsCurrent() const
{
    const LiveState &now = m_live.state();
    return m_result && m_result->evaluation && now.evaluation && now.sample && m_result->sample
        && m_result->evaluation->print == now.evaluation->print && m_result->sampleTitle == now.sampleTitle
        && (m_result->sample == now.sample
            || m_result->sample->document().text() == now.sample->document().text());
}

QString TestPanel::liveTarget() const
{
    const auto &evaluation = m_live.state().evaluation;
    if (!evaluation || evaluation->isInsiders())
        return tr("Insider");
    return QUrl(json::toQString(evaluation->connection.url())).host();
}

QString TestPanel::expected() const
{
    const auto &evaluation = m_live.state().evaluation;
    if (!evaluation || !evaluation->run || !evaluation->run->prediction)
        return {};
    const testrun::TestRun &run = *evaluation->run;
    return insider::verdictOf(*run.prediction, run.payload).summary;
}

void TestPanel::showState()
{
    m_staleTimer.stop();
    showVerdict();
    showPayload();
    showResponse();
    m_bar->setLiveTarget(liveTarget());
}

void TestPanel::showPayload()
{
    const LiveState &state = m_live.state();
    if (!m_live.document())
        return m_payload->showNothing(tr("Nothing to test"), tr("Choose a destination that can be read."));
    if (!state.evaluation || !m_live.isFresh())
        return m_payload->showNothing(tr("One moment"), tr("The payload is being worked out."));
    if (!state.sample)
        return m_payload->showNothing(
            tr("No sample event yet"),
            tr("Choose or add a sample event: what would be sent for it shows here."));
    if (state.evaluation->body.empty())
        return m_payload->showNothing(tr("Empty so far"), tr("What you write above shows here, filled in."));
    if (state.evaluation->unusable || state.evaluation->failed) {
        const Error &error
            = state.evaluation->unusable ? *state.evaluation->unusable : *state.evaluation->failed;
        return m_payload->showNothing(tr("Nothing to show yet"), withPlace(error).toHtmlEscaped());
    }
    if (state.evaluation->run->rendering.blocked != tmpl::Blocked::No)
        return m_payload->showNothing(tr("Nothing would be sent"),
                                      state.evaluation->run->refused->message.toHtmlEscaped());
    m_payload->show(state);
}

void TestPanel::showResponse()
{
    if (m_running)
        return m_response->showWaiting(tr("The test is being prepared."));
    if (m_result && resultIsCurrent())
        return m_response->show(*m_result, m_goesLive);
    const QString prediction = expected();
    if (m_result)
        return m_response->showNothing(tr("Not tested since the last change"),
                                       prediction.isEmpty() ? tr("Ctrl+Return tests it again.")
                                                            : tr("Expected: %1.").arg(prediction));
    const QString where = m_goesLive
        ? tr("Ctrl+Return sends it to %1, for real.").arg(liveTarget())
        : tr("Ctrl+Return sends it to the sandbox. %1 is not contacted until you switch to Live.")
              .arg(liveTarget());
    m_response->showNothing(tr("Not tested yet"), where);
}

void TestPanel::showVerdict()
{
    const LiveState &state = m_live.state();
    const bool ready = state.evaluation && state.sample && state.evaluation->run;
    m_bar->setTestable(ready && !state.evaluation->run->refused);
    if (!m_live.document())
        return m_bar->setVerdict(Tone::Neutral, {});
    if (!state.sample)
        return m_bar->setVerdict(Tone::Neutral, tr("No sample event is chosen"));
    if (!state.evaluation)
        return m_bar->setVerdict(Tone::Neutral, {});
    if (state.evaluation->body.empty())
        return m_bar->setVerdict(Tone::Warning, tr("The body is empty"));
    if (!ready)
        return m_bar->setVerdict(Tone::Error, tr("Cannot be sent yet"));
    const testrun::TestRun &run = *state.evaluation->run;
    if (!run.fires()) {
        return m_bar->setVerdict(Tone::Info, tr("Would not be sent: %1").arg(whyNot(run.trace)), sendAnyway,
                                 tr("Send anyway"));
    }
    if (run.refused)
        return m_bar->setVerdict(Tone::Error, tr("Cannot be sent yet"));
    m_bar->setVerdict(Tone::Good, tr("Would be sent"));
}

void TestPanel::requestTest()
{
    Q_EMIT testRequested(false);
}

} // namespace designer::ui
