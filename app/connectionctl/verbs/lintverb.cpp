// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/lintverb.h"

#include "connection/soundness.h"
#include "findingprinter.h"
#include "inputs.h"
#include "profileoption.h"
#include "testrun/lint.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("LintVerb", text);
}

void printJson(Console &console, const Findings &findings)
{
    const FindingCounts counts = count(findings);
    json::Writer w;
    w.beginObject().name("findings");
    write(w, findings);
    w.name("errors")
        .number(counts.errors)
        .name("warnings")
        .number(counts.warnings)
        .name("infos")
        .number(counts.infos);
    w.endObject();
    console.write(w.text() + '\n');
}

void printList(Console &console, const Findings &findings, const QString &file)
{
    printFindings(console, findings, file);
    const FindingCounts counts = count(findings);
    const QString text = findings.empty() ? tr("Nothing found.") : countText(counts);
    console.line(console.toned(text,
                               counts.errors > 0         ? Tone::Bad
                                   : counts.warnings > 0 ? Tone::Warning
                                                         : Tone::Good));
}

} // namespace

VerbInfo LintVerb::info() const
{
    return {
        QStringLiteral("lint"),
        QStringLiteral("CONNECTION [--event FILE]... [--profile proven|table|strict]"),
        tr("Says what is wrong with a connection, its template, and the payload of each event."),
        tr("Each finding has its place in the file, its reason, how the rule is known (captured, documented, "
           "derived, "
           "inferred, undocumented, or ours), and what would mend it. Exit status 1 where one is an error."),
        {QStringLiteral("connectionctl lint purchase.json"),
         QStringLiteral("connectionctl lint purchase.json --event samples/purchase.json --event "
                        "samples/cart.json --json")},
        {eventOption(), profileOption()},
        1,
        1};
}

Result<int> LintVerb::run(const Arguments &arguments, Console &console)
{
    const QStringList eventFiles = arguments.values("event");
    if (const Status once = checkStandardInput(eventFiles + QStringList{arguments.first()}); !once)
        return once.error();
    const Result<insider::Profile> profile = profileOf(arguments);
    if (!profile)
        return profile.error();
    const auto told = [&](const Findings &findings) {
        arguments.json() ? printJson(console, findings) : printList(console, findings, arguments.first());
        return count(findings).errors > 0 ? No : Yes;
    };
    const Result<connection::Connection> loaded = loadConnection(arguments.first());
    if (!loaded && loaded.error().code == ErrorCode::NotAConnection)
        return told({connection::noObjectFinding(loaded.error())});
    if (!loaded)
        return loaded.error();
    std::vector<event::Event> events;
    for (const QString &file : eventFiles) {
        Result<event::Event> event = loadEvent(file);
        if (!event)
            return event.error();
        events.push_back(std::move(event).value());
    }
    return told(testrun::lint(*loaded, events, *profile, std::chrono::system_clock::now()));
}

} // namespace designer::ctl
