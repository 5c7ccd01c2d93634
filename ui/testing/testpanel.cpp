// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/testpanel.h"

#include "ui/common/messageline.h"
#include "ui/editor/codeeditor.h"
#include "ui/testing/eventcolumn.h"
#include "ui/testing/livestrip.h"
#include "ui/testing/payloadcolumn.h"
#include "ui/testing/phasebars.h"
#include "ui/testing/responsecolumn.h"
#include "ui/testing/testbar.h"
#include "ui/theme/theme.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace designer::ui {

namespace {

/// Ends what is remembered of the columns: whether the event ever had a width of its own.
constexpr char withEvent = 'e';
constexpr char withoutEvent = 't';

} // namespace

TestPanel::TestPanel(LiveEvaluation &live, QWidget *parent)
    : QWidget(parent), m_live(live), m_bar(new TestBar(this)), m_strip(new LiveStrip(this)),
      m_columns(new QSplitter(Qt::Horizontal, this)), m_event(new EventColumn(this)),
      m_payload(new PayloadColumn(this)), m_response(new ResponseColumn(this))
{
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
    shareOut(); // their size hints would decide otherwise
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
    connect(&m_live, &LiveEvaluation::stale, this, &TestPanel::showResponse);
    connect(&m_live, &LiveEvaluation::overdue, this, &TestPanel::showState);
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
    connect(m_event, &EventColumn::pathChosen, this, &TestPanel::pathChosen);
    connect(m_payload, &PayloadColumn::samplesRequested, this, &TestPanel::samplesRequested);
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
    m_event->setEvent(std::move(event), title);
}

void TestPanel::setResult(std::shared_ptr<const TestResult> result)
{
    m_result = std::move(result);
    showResponse();
}

void TestPanel::setTested(Tested tested, const QString &when)
{
    const bool isOther = std::exchange(m_testedWhen, when) != when;
    if (std::exchange(m_tested, tested) != tested || isOther)
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
    const bool asked = asksForLive();
    const bool chosen = live && !m_goesLive;
    m_goesLive = live;
    m_allowed = allowed;
    m_bar->setLive(live);
    m_bar->setAllowed(allowed);
    showState();
    if (asksForLive() && !asked && m_folded)
        Q_EMIT foldRequested(); // the question has no room in the bar
    showStrip();
    if (chosen && m_strip->isVisibleTo(this))
        m_strip->setFocus(Qt::OtherFocusReason);
}

void TestPanel::setFolded(bool folded)
{
    m_folded = folded;
    m_bar->setFolded(folded);
    m_columns->setVisible(!folded);
    showStrip();
    showVerdict();
}

/// In a low window the columns make room for what is asked, down to nothing.
void TestPanel::showStrip()
{
    m_strip->setVisible(asksForLive() && !m_folded);
    m_columns->setMinimumHeight(m_strip->isHidden() ? 0 : 1);
}

void TestPanel::showQuestion()
{
    if (m_folded)
        Q_EMIT foldRequested();
    if (m_strip->isVisibleTo(this))
        m_strip->setFocus(Qt::OtherFocusReason);
}

void TestPanel::setFull(bool full)
{
    m_bar->setFull(full);
}

/// What comes back has most to say.
void TestPanel::shareOut()
{
    const int share = theme().scaled(50);
    m_columns->setSizes({7 * share, 7 * share, 8 * share});
}

void TestPanel::setEventShown(bool shown)
{
    m_event->setVisible(shown);
    if (!shown || std::exchange(m_eventIsSized, true))
        return;
    shareOut();
}

void TestPanel::markBody(std::size_t offset)
{
    m_bodyOffset = offset;
    markLines();
}

void TestPanel::markLines()
{
    const auto &state = m_live.state();
    if (!state.evaluation || !m_live.isFresh())
        return;
    m_payload->markOffset(state.evaluation->formattedOffset(m_bodyOffset));
    m_event->markOffset(state.sample ? state.evaluation->eventOffset(m_bodyOffset, *state.sample)
                                     : std::nullopt);
    Q_EMIT linesMarked(m_payload->formattedEditor().markedLine(), m_event->markedLine());
}

QByteArray TestPanel::saveState() const
{
    return m_columns->saveState() + (m_eventIsSized ? withEvent : withoutEvent);
}

void TestPanel::restoreState(const QByteArray &state)
{
    m_columns->restoreState(state);
    m_eventIsSized = state.endsWith(withEvent);
}

bool TestPanel::resultIsOfThis() const
{
    const auto &now = m_live.state().evaluation;
    return m_result && m_result->evaluation && now && m_result->evaluation->print == now->print;
}

bool TestPanel::resultIsCurrent() const
{
    const LiveState &now = m_live.state();
    return resultIsOfThis() && now.sample && m_result->sample && m_result->sampleTitle == now.sampleTitle
        && (m_result->sample == now.sample
            || m_result->sample->document().text() == now.sample->document().text());
}

bool TestPanel::resultIsFailure() const
{
    return resultIsCurrent() && !m_result->isAccepted();
}

bool TestPanel::resultWasSentAnyway() const
{
    return resultIsCurrent() && m_result->isAccepted() && !m_result->isGreen();
}

void TestPanel::showState()
{
    showVerdict();
    showPayload();
    showResponse();
    m_bar->setLiveTarget(liveTarget());
    if (asksForLive())
        sayWhatLiveDoes();
}

void TestPanel::requestTest()
{
    Q_EMIT testRequested(false);
}

} // namespace designer::ui
