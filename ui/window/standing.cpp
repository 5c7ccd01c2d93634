// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/standing.h"

#include "ui/document/idfinding.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace designer::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Standing", text);
}

BadgeContent chip(Tone tone, const QString &text)
{
    return {tone, text, tone != Tone::Neutral, BadgeContent::Shape::Chip};
}

QString timeOf(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    const bool today = local.date() == QDate::currentDate();
    // To the minute, also where the language writes seconds too.
    const QString time
        = QLocale().toString(local.time(), QLocale::ShortFormat).section(QLatin1Char(':'), 0, 1);
    return today ? time : QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

bool hasUnfinishedCondition(const testrun::Evaluation &evaluation)
{
    return std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                       [](const Finding &finding) { return finding.code == testrun::unfinishedCode; });
}

/// What the owner has to write over a word of the template: the first of them, and where it is.
QString fillInWords(const std::vector<connection::Blank> &blanks)
{
    const connection::Blank &first = blanks.front();
    const QString word = json::toQString(first.word);
    switch (first.where) {
    case connection::Blank::Where::Header: return tr("fill in “%1” (Headers)").arg(word);
    case connection::Blank::Where::Url: return tr("fill in “%1” (Settings)").arg(word);
    case connection::Blank::Where::Body: break;
    }
    return tr("fill in “%1” (Body)").arg(word);
}

/// How far it has come, without a full stop.
QString stateWords(const StandingFacts &facts)
{
    if (!isTestedAsItStands(facts))
        return testedWords(testedOf(facts));
    if (!facts.saved || facts.gone)
        return tr("Tested and accepted");
    if (facts.active != facts.activeInFile)
        return facts.active ? tr("Active from the next save on") : tr("Off from the next save on");
    if (facts.modified)
        return tr("Tested and accepted");
    return facts.active ? tr("Active") : tr("Saved");
}

QString saveWords(const StandingFacts &facts)
{
    const bool isOff = !facts.active && !(facts.saved && facts.activeInFile);
    return isOff ? tr("save it, then switch it to Active") : tr("save it (Ctrl+S)");
}

/// What to do for \a step, where how far it has come is said before.
QString stepWords(Step step, const StandingFacts &facts)
{
    switch (step) {
    case Step::FillIn: return fillInWords(facts.live->evaluation->blanks);
    case Step::GiveSecret:
        return (facts.secretIsLocked ? tr("unlock your keychain, for “%1” (Headers)")
                                     : tr("give the value of “%1” (Headers)"))
            .arg(json::toQString(*facts.missingSecret));
    case Step::SeeWhy: return tr("see why, beside the payload");
    case Step::Save: return saveWords(facts);
    case Step::Activate: return tr("switch it to Active");
    case Step::Export: return tr("export it for Hardal (Ctrl+E)");
    default: break;
    }
    return tr("test it (Ctrl+Return)");
}

Tone toneOf(Step step)
{
    if (step == Step::SeeWhy)
        return Tone::Error;
    return step >= Step::Save ? Tone::Good : Tone::Info;
}

/// Whether nothing is wrong but the id.
bool isOfTheListAlone(const testrun::Evaluation &evaluation)
{
    return std::all_of(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding &finding) {
        return finding.severity != Severity::Error || isOfTheList(finding);
    });
}

/// Whether Insider is expected to take every user, and to keep less than was sent.
bool isAcceptedWithLosses(const testrun::Evaluation &evaluation)
{
    const auto &run = evaluation.run;
    return run && run->fires() && run->prediction && run->prediction->allAccepted
        && !run->prediction->silentLosses.empty();
}

Sentence mendSentence(const testrun::Evaluation &evaluation)
{
    const int errors = static_cast<int>(count(evaluation.findings).errors);
    const auto words = [errors](const char *text) {
        return Sentence{Tone::Error, QCoreApplication::translate("Standing", text, nullptr, errors)};
    };
    if (!evaluation.isWellFormed() || evaluation.unusable || evaluation.failed
        || (evaluation.run && evaluation.run->refused))
        return words(QT_TRANSLATE_NOOP("Standing", "Cannot be sent: %n thing(s) to mend (F8)"));
    if (!evaluation.isInsiders() || isOfTheListAlone(evaluation))
        return words(QT_TRANSLATE_NOOP("Standing", "%n thing(s) to mend (F8)"));
    if (isAcceptedWithLosses(evaluation))
        return words(
            QT_TRANSLATE_NOOP("Standing", "Insider would lose part of this: %n thing(s) to mend (F8)"));
    return evaluation.requestIsRefused()
        ? words(QT_TRANSLATE_NOOP("Standing", "Insider would refuse this: %n thing(s) to mend (F8)"))
        : words(QT_TRANSLATE_NOOP("Standing", "Insider would reject this: %n thing(s) to mend (F8)"));
}

Sentence sampleSentence(const LiveState &live)
{
    return {Tone::Info,
            live.sample ? tr("This sample would not be sent. Next: choose one that fires it.")
                        : tr("Next: choose a sample event, to see what would be sent.")};
}

} // namespace

bool isTestedAsItStands(const StandingFacts &facts)
{
    const auto &evaluation = facts.live->evaluation;
    return facts.greenTest && evaluation && facts.greenTest->of == evaluation->print;
}

QString testedWhen(const StandingFacts &facts)
{
    return isTestedAsItStands(facts) ? timeOf(facts.greenTest->at) : QString();
}

Tested testedOf(const StandingFacts &facts)
{
    if (isTestedAsItStands(facts))
        return Tested::AsItStands;
    if (facts.failedNow)
        return Tested::NotAccepted;
    if (facts.sentAnywayNow)
        return Tested::Anyway;
    if (facts.testedThis)
        return Tested::WithAnotherSample;
    return facts.greenTest || facts.wasTested ? Tested::BeforeTheLastChange : Tested::Never;
}

BadgeContent savedChipOf(const StandingFacts &facts)
{
    if (facts.gone)
        return chip(Tone::Warning, tr("file gone"));
    if (!facts.saved)
        return chip(Tone::Neutral, tr("new"));
    return facts.modified ? chip(Tone::Neutral, tr("not saved")) : BadgeContent();
}

BadgeContent testedChipOf(const StandingFacts &facts)
{
    if (!facts.greenTest || !facts.live->evaluation)
        return {};
    if (!isTestedAsItStands(facts))
        return chip(Tone::Warning, tr("changed since the last green test"));
    if (facts.failedNow)
        return chip(Tone::Warning, tr("this event was not accepted"));
    const QString words
        = facts.goesLive && !facts.greenTest->live ? tr("tested %1 in the sandbox") : tr("tested %1");
    return chip(facts.fresh ? Tone::Good : Tone::Neutral, words.arg(timeOf(facts.greenTest->at)));
}

Step nextStepOf(const StandingFacts &facts)
{
    const testrun::Evaluation &evaluation = *facts.live->evaluation;
    if (evaluation.body.empty())
        return Step::WriteBody;
    if (count(evaluation.findings).errors > 0)
        return Step::Mend;
    if (hasUnfinishedCondition(evaluation))
        return Step::FinishCondition;
    if (!evaluation.blanks.empty())
        return Step::FillIn;
    if (facts.missingSecret)
        return Step::GiveSecret;
    if (!facts.live->sample || (evaluation.run && !evaluation.run->fires()))
        return Step::ChooseSample;
    if (!isTestedAsItStands(facts))
        return facts.failedNow ? Step::SeeWhy : Step::Test;
    if (facts.modified || !facts.saved)
        return Step::Save;
    return facts.active ? Step::Export : Step::Activate;
}

Sentence standingOf(const StandingFacts &facts)
{
    if (!facts.live->evaluation)
        return {};
    if (facts.goesLive && !facts.sentLive)
        return {Tone::Live, tr("Live is on. Nothing has been sent to %1 yet.").arg(facts.liveTarget)};
    if (!facts.fresh && facts.overdue)
        return {Tone::Neutral, tr("The last change is being worked out …")};
    const Step step = nextStepOf(facts);
    switch (step) {
    case Step::WriteBody:
        return {Tone::Info, tr("The body is empty. Next: start from a template or drag fields into it.")};
    case Step::Mend: return mendSentence(*facts.live->evaluation);
    case Step::FinishCondition:
        return {Tone::Info, tr("A condition is not finished. Next: choose its field (F8).")};
    case Step::ChooseSample: return sampleSentence(*facts.live);
    default: break;
    }
    return {toneOf(step), tr("%1. Next: %2.").arg(stateWords(facts), stepWords(step, facts))};
}

} // namespace designer::ui
