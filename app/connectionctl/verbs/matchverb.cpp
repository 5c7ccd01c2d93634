// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/matchverb.h"

#include "condition/conditions.h"
#include "inputs.h"
#include "lines.h"
#include "json/writer.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MatchVerb", text);
}

std::string asJson(const condition::TraceNode &trace)
{
    json::Writer w;
    w.beginObject().name("fires").boolean(trace.result).name("trace");
    write(w, trace);
    w.endObject();
    return w.take();
}

/// Answers lines: one `{"fires":…}` each, or `{"error":…}`.
class MatchWorker : public LineWorker
{
public:
    MatchWorker(const condition::Conditions &conditions, QString file, bool traced)
        : LineWorker(std::move(file)), m_conditions(conditions), m_traced(traced)
    { }

protected:
    Status workOn(const json::Value &event, std::string &out) override
    {
        if (!m_traced) {
            const Result<bool> fires = m_conditions.fires(event);
            if (!fires)
                return fires.error();
            out += *fires ? "{\"fires\":true}\n" : "{\"fires\":false}\n";
            return ok();
        }
        const Result<condition::TraceNode> trace = m_conditions.evaluate(event);
        if (!trace)
            return trace.error();
        out += asJson(*trace) + '\n';
        return ok();
    }

private:
    const condition::Conditions &m_conditions;
    bool m_traced;
};

QString ruleText(const condition::TraceNode &node)
{
    QString text = node.field.empty() ? json::toQString(node.type) : json::toQString(node.field);
    text += QLatin1Char(' ') + json::toQString(node.op);
    if (!node.value.empty())
        text += QLatin1Char(' ') + json::toQString(node.value);
    const QString saw
        = node.saw ? tr("saw %1").arg(json::toQString(*node.saw).left(200)) : tr("not in this event");
    return printable(QStringLiteral("%1   (%2)").arg(text, saw));
}

void printTrace(Console &console, const condition::TraceNode &node, int depth)
{
    const QString verdict = node.isGroup ? (node.result ? tr("holds") : tr("does not hold"))
                                         : (node.result ? tr("true") : tr("false"));
    const QString what = node.isGroup ? tr("%1 of these").arg(json::toQString(node.match)) : ruleText(node);
    const int indent = depth * 2 + 2;
    console.line(Console::wrapped(QStringLiteral("%1: %2").arg(verdict, what), indent + 2, indent));
    for (const condition::TraceNode &rule : node.rules)
        printTrace(console, rule, depth + 1);
}

} // namespace

VerbInfo MatchVerb::info() const
{
    return {
        QStringLiteral("match"),
        QStringLiteral("CONNECTION --event FILE [--ndjson]"),
        tr("Says whether an event fires a connection, and what each condition saw."),
        tr("With --ndjson FILE holds one event a line, and one {\"fires\":…} a line is printed; with --json "
           "too, each has "
           "its trace. A line that cannot be answered is {\"error\":…}, the rest goes on, and the exit "
           "status is 3."),
        {QStringLiteral("connectionctl match purchase.json --event samples/purchase.json"),
         QStringLiteral("connectionctl match purchase.json --event events.ndjson --ndjson > fires.ndjson")},
        {eventOption(), {QStringLiteral("ndjson"), tr("Read one event a line.")}},
        1,
        1};
}

Result<int> MatchVerb::run(const Arguments &arguments, Console &console)
{
    const Result<QString> eventFile = requiredEvent(arguments);
    if (!eventFile)
        return eventFile.error();
    const Result<condition::Conditions> conditions = loadConditions(arguments.first());
    if (!conditions)
        return conditions.error();
    if (arguments.has("ndjson")) {
        const auto make
            = [&] { return std::make_unique<MatchWorker>(*conditions, *eventFile, arguments.json()); };
        return runLines(*eventFile, make, BadLine::ErrorObject, console);
    }
    const Result<event::Event> event = loadEvent(*eventFile);
    if (!event)
        return event.error();
    const Result<condition::TraceNode> trace = conditions->evaluate(event->root());
    if (!trace)
        return trace.error().inFile(*eventFile);
    if (arguments.json()) {
        console.write(asJson(*trace) + '\n');
    } else {
        console.line(trace->result ? console.toned(tr("Fires."), Tone::Good)
                                   : console.toned(tr("Does not fire."), Tone::Bad));
        if (trace->rules.empty())
            console.line(tr("  The connection has no conditions, so it fires on every event."));
        else
            printTrace(console, *trace, 0);
    }
    return trace->result ? Yes : No;
}

} // namespace designer::ctl
