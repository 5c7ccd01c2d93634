// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/predictverb.h"

#include "findingprinter.h"
#include "inputs.h"
#include "insider/insider.h"
#include "profileoption.h"
#include "workspace/file.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PredictVerb", text);
}

/// The headers given; nothing where none were, so that correct ones are assumed.
Result<std::optional<std::vector<insider::Header>>> headersOf(const Arguments &arguments)
{
    std::optional<std::vector<insider::Header>> headers;
    for (const QString &line : arguments.values("header")) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon < 1)
            return usageError(tr("“%1” is no header").arg(line), tr("write it as 'Name: value'"));
        if (!headers)
            headers.emplace();
        headers->push_back(
            {line.left(colon).trimmed().toStdString(), line.mid(colon + 1).trimmed().toStdString()});
    }
    return headers;
}

void printForPeople(Console &console, const insider::Prediction &prediction, const QString &file)
{
    const json::Document sent;
    const QString summary = insider::verdictOf(prediction, sent).summary;
    console.line(console.toned(QStringLiteral("%1 %2").arg(prediction.status).arg(summary),
                               prediction.allAccepted ? Tone::Good : Tone::Bad));
    console.line(prediction.body ? json::toQString(*prediction.body)
                                 : tr("Insider does not document what it answers to this."));
    console.line(tr("How this is known: %1").arg(json::toQString(name(prediction.basis))));
    printFindings(console, prediction.findings, file);
}

} // namespace

VerbInfo PredictVerb::info() const
{
    return {QStringLiteral("predict"),
            QStringLiteral("PAYLOAD [--profile proven|table|strict] [--header 'N: V']..."),
            tr("Says what Insider would answer to a request body."),
            tr("PAYLOAD holds the raw body. Without --header correct headers are assumed; with any, those "
               "given are all there "
               "are. Exit status 0 where every user is predicted accepted, else 1: also where some are, and "
               "where Insider "
               "does not document its answer."),
            {QStringLiteral("connectionctl predict payload.json"),
             QStringLiteral("connectionctl render purchase.json --event samples/purchase.json | "
                            "connectionctl predict - --json")},
            {profileOption(),
             {QStringLiteral("header"), tr("A header of the request; may be given several times."),
              QStringLiteral("'N: V'")}},
            1,
            1};
}

Result<int> PredictVerb::run(const Arguments &arguments, Console &console)
{
    const Result<insider::Profile> profile = profileOf(arguments);
    if (!profile)
        return profile.error();
    const auto headers = headersOf(arguments);
    if (!headers)
        return headers.error();
    const Result<std::string> body = workspace::readFile(arguments.first());
    if (!body)
        return body.error();
    insider::Request request;
    request.body = *body;
    request.headers = *headers;
    request.needsToken = false;
    const insider::Prediction prediction
        = insider::predict(request, *profile, std::chrono::system_clock::now());
    if (arguments.json()) {
        json::Writer w;
        write(w, prediction);
        console.write(w.text() + '\n');
    } else {
        printForPeople(console, prediction, arguments.first());
    }
    if (prediction.findingsLeftOut > 0)
        console.note(tr("Further findings, which are not listed: %1.").arg(prediction.findingsLeftOut));
    return prediction.allAccepted ? Yes : No;
}

} // namespace designer::ctl
