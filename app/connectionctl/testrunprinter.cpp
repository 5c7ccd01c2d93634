// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrunprinter.h"

#include "findingprinter.h"
#include "json/document.h"
#include "json/layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRunPrinter", text);
}

constexpr qsizetype bodyShown = 2000;

Tone toneOf(insider::Outcome outcome)
{
    switch (outcome) {
    case insider::Outcome::Accepted: return Tone::Good;
    case insider::Outcome::NotFired:
    case insider::Outcome::Partly:
    case insider::Outcome::Unknown: return Tone::Warning;
    case insider::Outcome::Rejected:
    case insider::Outcome::Undeliverable: break;
    }
    return Tone::Bad;
}

void printVerdict(Console &console, const testrun::TestRun &run)
{
    QString text = printable(run.verdict.summary);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    if (run.exchange && run.exchange->response && !run.insiders)
        text += QLatin1Char(' ') + tr("(this endpoint is not Insider’s: the status alone is judged)");
    console.line(console.toned(Console::wrapped(text, 0), toneOf(run.verdict.outcome)));
}

/// The finding about the same place, which knows a way out.
const Finding *findingFor(const testrun::TestRun &run, const testrun::TracedError &error)
{
    const auto found = std::find_if(run.findings.begin(), run.findings.end(), [&](const Finding &finding) {
        return finding.severity == Severity::Error && finding.payloadPointer == error.error.payloadPointer;
    });
    return found == run.findings.end() ? nullptr : &*found;
}

void printError(Console &console, const testrun::TestRun &run, const testrun::TracedError &error,
                const QString &file)
{
    const QString message = printable(json::toQString(error.error.message));
    if (!error.traced) {
        console.line(Console::wrapped(message, 4, 2));
        return;
    }
    const testrun::Traced &traced = *error.traced;
    console.line(Console::wrapped(QStringLiteral("%1:%2:%3: %4")
                                      .arg(printable(file), QString::number(traced.place.position.line),
                                           QString::number(traced.place.position.column), message),
                                  4, 2));
    console.line(Console::wrapped(tr("at %1").arg(json::toQString(traced.place.pointer)), 6, 4));
    if (traced.placeholder) {
        const QString placeholder = QStringLiteral("##%1##").arg(json::toQString(*traced.placeholder));
        console.line(Console::wrapped(traced.missingInEvent
                                          ? tr("filled from %1, which is not in this event").arg(placeholder)
                                          : tr("filled from %1").arg(placeholder),
                                      6, 4));
    } else {
        console.line(Console::wrapped(tr("no placeholder fills it"), 6, 4));
    }
    if (const Finding *finding = findingFor(run, error); finding && finding->fixTitle)
        console.line(Console::wrapped(tr("Way out: %1").arg(printable(*finding->fixTitle)), 6, 4));
}

void printConditions(Console &console, const testrun::TestRun &run)
{
    console.line(run.fires() ? tr("Conditions: the event fires this connection")
                             : tr("Conditions: the event does not fire this connection"));
}

void printPrediction(Console &console, const testrun::TestRun &run)
{
    if (!run.prediction)
        return;
    const QString summary = insider::verdictOf(*run.prediction, run.payload).summary;
    console.line(Console::wrapped(
        tr("Predicted: %1 (%2)").arg(printable(summary), json::toQString(name(run.prediction->basis))), 4));
}

void printRequest(Console &console, const testrun::TestRun &run, const secrets::Masker &masker)
{
    if (!run.exchange)
        return;
    const std::string url = masker.mask(run.request->endpoint.url());
    console.line(
        Console::wrapped(tr("Sent: %1 %2, %3 bytes")
                             .arg(json::toQString(run.request->method), printable(json::toQString(url)),
                                  QString::number(run.request->body.size())),
                         4));
}

QString phasesText(const http::Exchange &exchange)
{
    QStringList out;
    for (const http::Phase &phase : exchange.phases)
        out << QStringLiteral("%1 %2")
                   .arg(json::toQString(http::name(phase.kind)))
                   .arg(static_cast<double>(phase.duration.count()) / 1000.0, 0, 'f', 1);
    return out.join(QStringLiteral(", "));
}

void printAnswer(Console &console, const testrun::TestRun &run, const secrets::Masker &masker)
{
    if (!run.exchange)
        return;
    const http::Exchange &exchange = *run.exchange;
    const double elapsed = static_cast<double>(exchange.elapsed.count()) / 1000.0;
    if (exchange.error)
        console.line(Console::wrapped(
            tr("Problem: %1")
                .arg(printable(masker.mask(exchange.error->sentence(), secrets::Masker::In::Words))),
            4));
    if (!exchange.response)
        return;
    console.line(Console::wrapped(tr("Answered: status %1 in %2 ms (%3)")
                                      .arg(exchange.response->status)
                                      .arg(elapsed, 0, 'f', 1)
                                      .arg(phasesText(exchange)),
                                  4));
    const QString body = json::toQString(masker.mask(exchange.response->body));
    console.line(printable(body.left(bodyShown))
                 + (body.size() > bodyShown ? tr(" ... (cut here)") : QString()));
}

} // namespace

void printTestRun(Console &console, const testrun::TestRun &run, const QString &connectionFile,
                  const QString &eventFile, const secrets::Masker &masker)
{
    printVerdict(console, run);
    for (const testrun::TracedError &error : run.errors)
        printError(console, run, error, connectionFile);
    console.line({});
    printConditions(console, run);
    console.line(tr("Payload: %1 bytes, from %2").arg(run.rendering.bytes.size()).arg(printable(eventFile)));
    console.line(tr("Findings: %1").arg(countText(count(run.findings))));
    printPrediction(console, run);
    printRequest(console, run, masker);
    printAnswer(console, run, masker);
}

} // namespace designer::ctl
