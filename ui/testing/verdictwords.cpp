// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/responsecolumn.h"

#include "ui/common/messageline.h"
#include "ui/common/sentence.h"
#include "ui/testing/effectwords.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace designer::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Testing", text);
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

constexpr std::string_view formatPointer = connection::key::requestFormatPointer;

/// The line of the body, as the editor counts it, that \a pointer of the file stands on.
std::optional<std::size_t> bodyLine(const testrun::Evaluation &evaluation, const std::string &pointer)
{
    if (!pointer.starts_with(formatPointer) || !evaluation.bodyTemplate)
        return std::nullopt;
    const json::Value value = json::resolveNearest(evaluation.bodyTemplate->document().root(),
                                                   std::string_view(pointer).substr(formatPointer.size()));
    return value ? std::optional(value.position().line) : std::nullopt;
}

/// "Line 15, ##properties.order_id##, is not in this sample."
QString placeSentence(const TestResult &result, const testrun::Traced &traced)
{
    const QString pointer = json::toQString(traced.place.pointer);
    const auto line = bodyLine(*result.evaluation, traced.place.pointer);
    const QString where = line ? tr("Line %1").arg(*line) : pointer.section(QLatin1Char('/'), -1);
    if (!traced.placeholder)
        return link(pointer, line ? tr("Go to line %1").arg(*line) : tr("Go to %1").arg(where));
    const QString named = QStringLiteral("%1, ##%2##").arg(where, json::toQString(*traced.placeholder));
    return traced.missingInEvent ? tr("%1, is not in this sample.").arg(link(pointer, named))
                                 : link(pointer, named);
}

QString errorLines(const TestResult &result)
{
    QStringList out;
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < result.run.errors.size() && i < most; ++i) {
        const testrun::TracedError &error = result.run.errors[i];
        QString line = escaped(json::toQString(error.error.message));
        if (error.traced)
            line += QStringLiteral("<br/>") + placeSentence(result, *error.traced);
        out << line;
    }
    if (result.run.errors.size() > most)
        out << tr("and %1 more")
                   .arg(QLocale().toString(static_cast<qulonglong>(result.run.errors.size() - most)));
    return out.join(QStringLiteral("<br/>"));
}

/// How the sandbox knows what it answered; it says so in a header of its own.
std::optional<Evidence> evidenceOf(const TestResult &result)
{
    if (!result.run.insiders)
        return std::nullopt;
    if (!result.live && result.run.exchange && result.run.exchange->response) {
        for (const http::Header &header : result.run.exchange->response->headers) {
            if (header.name == "X-Simulator-Evidence")
                return evidenceFromName(header.value);
        }
    }
    return result.run.verdict.evidence;
}

/// What the sandbox does not mind, and the real address will.
QString blankWords(const TestResult &result)
{
    if (!result.evaluation || result.evaluation->blanks.empty())
        return {};
    return tr("Sent live, it would hardly be accepted: “%1” is still there in the place of your own.")
        .arg(json::toQString(result.evaluation->blanks.front().word));
}

/// What Insider accepts and does not keep.
QString lossWords(const TestResult &result)
{
    const auto &prediction = result.run.prediction;
    if (!prediction || prediction->silentLosses.empty())
        return {};
    return QLatin1Char(' ') + tr("Insider loses part of it without a word: F8 leads to it.");
}

QString whoAnswered(const TestResult &result, bool liveChosen)
{
    const QString time = QLocale().toString(result.at.time(), QLocale::ShortFormat);
    if (result.live)
        return tr("Answered by the real address at %1.").arg(time);
    if (liveChosen)
        return tr("Answered by the sandbox at %1, not by Insider.").arg(time);
    const QString blank = blankWords(result);
    const QString effect
        = !blank.isEmpty() || !result.run.insiders ? blank : effectWords(result.run, Happens::InTheSandbox);
    if (!effect.isEmpty())
        return tr("The sandbox answered as Insider does.") + QLatin1Char(' ') + effect;
    return result.run.insiders ? tr("The sandbox answered as Insider does.")
                               : tr("The sandbox took it and sent it back. What the real address says "
                                    "to it, only a live test can tell.");
}

/// What an answer does not say, where the conditions hold the event back.
QString sentAnyway(const TestResult &result)
{
    return result.run.fires() ? QString()
                              : QLatin1Char(' ')
            + tr("It was sent although the conditions say no, so it does not count as a test of this "
                 "connection.");
}

/// Green is what is whole, and would be sent.
Tone acceptedTone(const TestResult &result)
{
    if (!result.run.fires())
        return Tone::Info;
    return lossWords(result).isEmpty() ? Tone::Good : Tone::Warning;
}

/// The request as a whole, and no single user of it.
bool isRefusal(int status, const insider::Verdict &verdict)
{
    return status >= 300 && std::none_of(verdict.errors.begin(), verdict.errors.end(), [](const auto &error) {
               return std::string_view(error.key).starts_with("users.");
           });
}

Banner::Content rejected(const TestResult &result)
{
    const insider::Verdict &verdict = result.run.verdict;
    const int status = result.run.exchange->response->status;
    const std::size_t users = verdict.usersAccepted + verdict.usersRejected;
    Banner::Content out{Tone::Error, {}, errorLines(result), evidenceOf(result)};
    if (!result.run.insiders)
        out.title = tr("Refused with status %1").arg(status);
    else if (isRefusal(status, verdict))
        out.title = tr("Request refused with status %1").arg(status);
    else if (users == 0)
        out.title = tr("Refused: nothing was accepted");
    else
        out.title = tr("Rejected: %1 of %2 users accepted").arg(verdict.usersAccepted).arg(users);
    if (verdict.outcome == insider::Outcome::Partly)
        out.tone = Tone::Warning;
    return out;
}

} // namespace

Banner::Content bannerOf(const TestResult &result, bool liveChosen)
{
    if (result.error && !result.run.exchange)
        return {Tone::Error, tr("Not sent"), escaped(withCapital(result.error->sentence())), std::nullopt};
    const insider::Verdict &verdict = result.run.verdict;
    switch (verdict.outcome) {
    case insider::Outcome::Accepted:
        return {acceptedTone(result), withCapital(verdict.summary),
                escaped(whoAnswered(result, liveChosen) + lossWords(result) + sentAnyway(result)),
                evidenceOf(result)};
    case insider::Outcome::Rejected:
    case insider::Outcome::Partly: return rejected(result);
    case insider::Outcome::Undeliverable:
        return {Tone::Error, tr("Not delivered"), escaped(withCapital(verdict.summary)), std::nullopt};
    case insider::Outcome::NotFired:
        return {Tone::Info, tr("Would not be sent"), tr("The conditions say no to this event."),
                std::nullopt};
    case insider::Outcome::Unknown: break;
    }
    return {Tone::Warning, tr("The answer does not say"), escaped(withCapital(verdict.summary)),
            Evidence::Undocumented};
}

} // namespace designer::ui
