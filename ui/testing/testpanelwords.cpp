// SPDX-License-Identifier: GPL-3.0-or-later
// What a TestPanel says of the connection and the event that it shows.
#include "ui/testing/testpanel.h"

#include "ui/common/sentence.h"
#include "ui/testing/effectwords.h"
#include "ui/testing/livestrip.h"
#include "ui/testing/payloadcolumn.h"
#include "ui/testing/responsecolumn.h"
#include "ui/testing/testbar.h"
#include "url/url.h"
#include "json/text.h"

#include <algorithm>

namespace designer::ui {

namespace {

/// What \a rule saw, as short as a bar wants it.
QString sight(const condition::TraceNode &rule)
{
    const QString name = json::toQString(rule.field.empty() ? "event_name" : rule.field);
    if (!rule.saw)
        return TestPanel::tr("%1 is not in this event").arg(name);
    const json::Document saw(*rule.saw);
    if (!saw.isValid() || saw.root().isContainer())
        return rule.why;
    const QString value = json::toQString(saw.root().text());
    return value.isEmpty() ? TestPanel::tr("%1 is empty").arg(name)
                           : TestPanel::tr("%1 is %2").arg(name, value);
}

/// What the first rule saw that made \a node say no.
QString whyNot(const condition::TraceNode &node)
{
    if (!node.isGroup)
        return sight(node);
    const bool wants = node.match != "none";
    for (const condition::TraceNode &rule : node.rules) {
        if (rule.result != wants)
            return whyNot(rule);
    }
    return {};
}

/// \a words: what is said of \a error.
QString withPlace(const Error &error, const QString &sentence)
{
    return error.position ? TestPanel::tr("Line %1: %2").arg(error.position->line).arg(sentence) : sentence;
}

/// What is wrong with a header, where Insider would refuse the whole request.
const Finding *refusedHeader(const testrun::Evaluation &evaluation)
{
    if (!evaluation.requestIsRefused())
        return nullptr;
    const auto isIt = [](const Finding &finding) {
        return finding.severity == Severity::Error && finding.templatePlace
            && finding.templatePlace->pointer.starts_with("/headers");
    };
    const auto found = std::find_if(evaluation.findings.begin(), evaluation.findings.end(), isIt);
    return found == evaluation.findings.end() ? nullptr : &*found;
}

/// How Insider is expected to take what would be sent; of other endpoints nothing is known.
Tone answerTone(const testrun::Evaluation &evaluation)
{
    const auto &prediction = evaluation.run->prediction;
    if (evaluation.requestIsRefused())
        return Tone::Error;
    if (!prediction || prediction->usersRejected == 0)
        return prediction && !prediction->silentLosses.empty() ? Tone::Warning : Tone::Good;
    return prediction->usersAccepted == 0 ? Tone::Error : Tone::Warning;
}

/// What becomes of an event that fires.
QString sentWords(const testrun::Evaluation &evaluation)
{
    const auto &prediction = evaluation.run->prediction;
    if (evaluation.requestIsRefused())
        return TestPanel::tr("Would be sent, and refused by Insider");
    if (!prediction || prediction->usersRejected == 0) {
        return prediction && !prediction->silentLosses.empty()
            ? TestPanel::tr("Would be sent, and lost in part")
            : TestPanel::tr("Would be sent");
    }
    if (prediction->usersAccepted == 0)
        return TestPanel::tr("Would be sent, and rejected by Insider");
    return TestPanel::tr("Would be sent, and %1 of %2 users rejected by Insider")
        .arg(prediction->usersRejected)
        .arg(prediction->usersAccepted + prediction->usersRejected);
}

} // namespace

QString TestPanel::liveTarget() const
{
    const auto &evaluation = m_live.state().evaluation;
    if (!evaluation || evaluation->isInsiders())
        return tr("Insider");
    return url::shownHost(evaluation->connection.url());
}

QString TestPanel::expected() const
{
    const auto &evaluation = m_live.state().evaluation;
    if (!evaluation || !evaluation->run || !evaluation->run->prediction)
        return {};
    const testrun::TestRun &run = *evaluation->run;
    if (const Finding *const refused = refusedHeader(*evaluation))
        return tr("Expected: the request is refused. %1").arg(asSentence(refused->message));
    return asSentence(tr("Expected: %1").arg(insider::verdictOf(*run.prediction, run.payload).summary));
}

/// Why nothing can be tested; empty where something can.
QString TestPanel::obstacle() const
{
    const LiveState &state = m_live.state();
    if (!m_live.document())
        return tr("Choose a destination that can be read.");
    if (!state.evaluation)
        return {};
    if (!state.sample)
        return tr("Choose or add a sample event first.");
    if (state.evaluation->body.empty())
        return tr("The body is empty: there is nothing to send yet.");
    if (state.evaluation->unusable) // its way out is one for files
        return asSentence(withPlace(*state.evaluation->unusable, state.evaluation->unusable->message));
    if (state.evaluation->failed)
        return asSentence(withPlace(*state.evaluation->failed, state.evaluation->failed->sentence()));
    const auto &run = state.evaluation->run;
    return run && run->refused ? asSentence(run->refused->sentence()) : QString();
}

/// Whether the payload's column says what obstacle() says: it has the room, and once is enough.
bool TestPanel::payloadSaysWhyNot() const
{
    const auto &evaluation = m_live.state().evaluation;
    return evaluation && !evaluation->body.empty()
        && (evaluation->unusable || evaluation->failed
            || (evaluation->run && evaluation->run->rendering.blocked != tmpl::Blocked::No));
}

/// What a test comes to, and how it is made.
QString TestPanel::nextStep() const
{
    const auto &evaluation = m_live.state().evaluation;
    if (evaluation && evaluation->run && !evaluation->run->fires())
        return tr("The conditions say no to this event: a test sends nothing.");
    if (asksForLive())
        return tr("Nothing goes out live before you allow it.");
    QString prediction = expected();
    if (m_result && !prediction.isEmpty())
        return prediction;
    if (m_result)
        return tr("Ctrl+Return tests it again.");
    const QString target = liveTarget();
    if (m_goesLive)
        return tr("Ctrl+Return sends it to %1, for real.").arg(target);
    return target.isEmpty()
        ? tr("Ctrl+Return sends it to the sandbox.")
        : tr("Ctrl+Return sends it to the sandbox. %1 is not contacted until you switch to Live.")
              .arg(target);
}

void TestPanel::showNoPayload(const QString &title, const QString &sentence)
{
    m_payload->showNothing(title, sentence);
    Q_EMIT linesMarked({}, {});
}

void TestPanel::showPayload()
{
    const LiveState &state = m_live.state();
    if (!m_live.document())
        return showNoPayload(tr("Nothing to test"), tr("Choose a destination that can be read."));
    if (!state.evaluation || !m_live.isFresh())
        return showNoPayload(tr("One moment"), tr("The payload is being worked out."));
    if (!state.sample) {
        Q_EMIT linesMarked({}, {});
        return m_payload->showNoSample();
    }
    if (state.evaluation->body.empty())
        return showNoPayload(tr("Empty so far"), tr("What you write above shows here, filled in."));
    if (state.evaluation->unusable || state.evaluation->failed)
        return showNoPayload(tr("Nothing to show yet"), obstacle());
    if (state.evaluation->run->rendering.blocked != tmpl::Blocked::No)
        return showNoPayload(tr("Nothing would be sent"),
                             asSentence(state.evaluation->run->refused->message));
    m_payload->show(state);
    markLines();
}

void TestPanel::showResponse()
{
    const auto &evaluation = m_live.state().evaluation;
    m_response->setTitle(evaluation && evaluation->isInsiders() ? tr("Insider’s response") : tr("Response"));
    if (m_running)
        return m_response->showWaiting(tr("The test is being prepared."));
    if (m_result && resultIsCurrent())
        return m_live.isFresh() ? m_response->show(m_result, m_goesLive) : m_response->showStale();
    if (const QString why = obstacle(); !why.isEmpty())
        return m_response->showNothing(tr("Nothing to test yet"),
                                       payloadSaysWhyNot() ? tr("It can be tested as soon as that is mended.")
                                                           : why);
    if (m_result && resultIsOfThis() && m_result->isGreen())
        return m_response->showNothing(
            testedWords(Tested::WithAnotherSample),
            tr("It was accepted with “%1”. Ctrl+Return tests this one.").arg(m_result->sampleTitle));
    if (m_tested == Tested::AsItStands && !m_testedWhen.isEmpty())
        return m_response->showNothing(tr("Tested %1, accepted").arg(m_testedWhen),
                                       tr("The answer is not kept. Test it again to see it (Ctrl+Return)."));
    m_response->showNothing(testedWords(m_tested), nextStep());
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
    if (m_live.isOverdue())
        return m_bar->setVerdict(Tone::Neutral, tr("The last change is being worked out …"));
    if (state.evaluation->body.empty())
        return m_bar->setVerdict(Tone::Warning, tr("The body is empty"));
    const QString why = obstacle();
    // The columns say why; where they are folded away, the bar does.
    const bool isSaid = why.isEmpty() || !m_folded;
    const QString cannot = isSaid ? tr("Cannot be sent yet") : tr("Cannot be sent yet: %1").arg(why);
    if (!ready)
        return m_bar->setVerdict(Tone::Error, cannot);
    const testrun::TestRun &run = *state.evaluation->run;
    if (!run.fires()) {
        return m_bar->setVerdict(Tone::Info, tr("Would not be sent: %1").arg(whyNot(run.trace)), sendAnyway,
                                 tr("Send anyway"), tr("Not sent"));
    }
    if (run.refused)
        return m_bar->setVerdict(Tone::Error, cannot);
    m_bar->setVerdict(answerTone(*state.evaluation), sentWords(*state.evaluation));
}

void TestPanel::sayWhatLiveDoes()
{
    const auto &state = m_live.state();
    const bool insider = state.evaluation && state.evaluation->isInsiders();
    const QString title = insider ? tr("Live writes to Insider for real, and can start a customer journey")
        : liveTarget().isEmpty()  ? tr("Live sends for real")
                                  : tr("Live sends to %1 for real").arg(liveTarget());
    QString effect
        = insider && state.evaluation->run ? effectWords(*state.evaluation->run, Happens::Really) : QString();
    if (state.evaluation && state.evaluation->run && !state.evaluation->run->fires())
        effect = tr(
            "The conditions say no to this event: nothing goes out, unless you then choose “Send anyway”.");
    if (effect.isEmpty())
        effect = tr("This event is sent as it is shown below, with your real token.");
    if (state.evaluation && !state.evaluation->blanks.empty())
        effect += QLatin1Char(' ')
            + tr("It will hardly be accepted: “%1” is still there in the place of your own.")
                  .arg(json::toQString(state.evaluation->blanks.front().word));
    m_strip->setWords(title, effect);
}

} // namespace designer::ui
