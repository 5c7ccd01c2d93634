// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/standing.h"

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

/// What stands in the way of a test.
std::optional<Sentence> obstacle(const StandingFacts &facts)
{
    const testrun::Evaluation &evaluation = *facts.live->evaluation;
    if (evaluation.body.empty())
        return Sentence{Tone::Info,
                        tr("The body is empty. Next: start from a template or drag fields into it.")};
    if (evaluation.run && !evaluation.run->fires())
        return Sentence{Tone::Info, tr("This sample would not be sent. Next: choose one that fires it.")};
    const FindingCounts counts = count(evaluation.findings);
    const int errors = static_cast<int>(counts.errors);
    if (errors > 0)
        return Sentence{
            Tone::Error,
            evaluation.isInsiders()
                ? QCoreApplication::translate(
                    "Standing", "Insider would reject this: %n thing(s) to mend (F8)", nullptr, errors)
                : QCoreApplication::translate("Standing", "%n thing(s) to mend (F8)", nullptr, errors)};
    if (hasUnfinishedCondition(evaluation))
        return Sentence{Tone::Info, tr("A condition is not finished. Next: choose its field (F8).")};
    if (!facts.live->sample)
        return Sentence{Tone::Info, tr("Next: choose a sample event, to see what would be sent.")};
    return std::nullopt;
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

Sentence untested(const StandingFacts &facts)
{
    const auto &blanks = facts.live->evaluation->blanks;
    const QString next = blanks.empty() ? tr("test it (Ctrl+Return)") : fillInWords(blanks);
    return {Tone::Info, tr("%1. Next: %2.").arg(testedWords(testedOf(facts)), next)};
}

Sentence ready(const StandingFacts &facts)
{
    const auto &blanks = facts.live->evaluation->blanks;
    if (!blanks.empty())
        return {Tone::Info,
                (facts.active ? tr("Active. Next: %1.") : tr("Saved. Next: %1.")).arg(fillInWords(blanks))};
    return {Tone::Good,
            facts.active ? tr("Active. Next: export it for Hardal (Ctrl+E).")
                         : tr("Saved. Next: switch it to Active.")};
}

} // namespace

bool isTestedAsItStands(const StandingFacts &facts)
{
    const auto &evaluation = facts.live->evaluation;
    return facts.greenTest && evaluation && facts.greenTest->of == evaluation->print;
}

Tested testedOf(const StandingFacts &facts)
{
    if (isTestedAsItStands(facts))
        return Tested::AsItStands;
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
    const QString words
        = facts.goesLive && !facts.greenTest->live ? tr("tested %1 in the sandbox") : tr("tested %1");
    return chip(Tone::Good, words.arg(timeOf(facts.greenTest->at)));
}

Sentence standingOf(const StandingFacts &facts)
{
    if (!facts.live->evaluation)
        return {};
    if (facts.goesLive && !facts.sentLive)
        return {Tone::Live, tr("Live is on. Nothing has been sent to %1 yet.").arg(facts.liveTarget)};
    if (auto inTheWay = obstacle(facts))
        return *inTheWay;
    if (!isTestedAsItStands(facts)) {
        if (facts.testedNow)
            return {Tone::Error, tr("The last test was not accepted. Next: see why, beside the payload.")};
        return untested(facts);
    }
    if (facts.modified || !facts.saved)
        return {Tone::Good,
                facts.active ? tr("Tested and accepted. Next: save it (Ctrl+S).")
                             : tr("Tested and accepted. Next: save it, then switch it to Active.")};
    return ready(facts);
}

} // namespace designer::ui
