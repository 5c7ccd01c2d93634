// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/renderverb.h"

#include "inputs.h"
#include "lines.h"
#include "testrun/blocked.h"
#include "testrun/renderfindings.h"
#include "json/document.h"
#include "json/layout.h"
#include "json/writer.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RenderVerb", text);
}

/// The object of `render --json`; \a payload is no JSON text but any bytes.
std::string asJson(const connection::CompiledConnection &connection, const event::Event &event,
                   const tmpl::Rendering &rendering)
{
    json::Writer w;
    w.beginObject().name("payload");
    rendering.blocked == tmpl::Blocked::No ? w.string(rendering.bytes) : w.null();
    w.name("bytes").number(rendering.bytes.size());
    w.name("missing").beginArray();
    for (const event::Path &path : rendering.missing)
        w.string(path.text());
    w.endArray().name("answered_in_properties").beginArray();
    for (const event::Path &path : rendering.insideProperties)
        w.string(path.text());
    w.endArray().name("findings");
    write(w, testrun::renderFindings(connection, event, rendering));
    w.endObject();
    return w.take();
}

/// Renders lines: the wire form of each, or with `--json` its object.
class RenderWorker : public LineWorker
{
public:
    RenderWorker(const connection::CompiledConnection &connection, QString file, bool firedOnly)
        : LineWorker(std::move(file)), m_connection(connection), m_needs(connection), m_firedOnly(firedOnly)
    { }

protected:
    Status workOn(const json::Value &event, std::string &out) override
    {
        if (m_firedOnly) {
            const Result<bool> fires = m_connection.conditions.fires(event);
            if (!fires)
                return fires.error();
            if (!*fires)
                return ok();
        }
        return render(event, out);
    }

    virtual Status render(const json::Value &event, std::string &out)
    {
        if (const std::vector<event::Path> missing = m_needs.missing(event); !missing.empty())
            return testrun::blockedError(tmpl::Blocked::MissingValues, missing);
        const tmpl::Template::Outcome outcome = m_connection.requestFormat.renderInto(out, event, m_scratch);
        if (outcome.blocked != tmpl::Blocked::No)
            return testrun::blockedError(outcome.blocked, m_connection.requestFormat.missingPaths(m_scratch));
        out += '\n';
        return ok();
    }

    const connection::CompiledConnection &m_connection;
    const testrun::HeadNeeds m_needs;

private:
    bool m_firedOnly;
    tmpl::Template::Scratch m_scratch;
};

class DescribingRenderWorker : public RenderWorker
{
public:
    using RenderWorker::RenderWorker;

protected:
    Status render(const json::Value &value, std::string &out) override
    {
        const Result<event::Event> event = event::Event::parse(std::string(value.raw()), file());
        if (!event)
            return event.error();
        const tmpl::Rendering rendering
            = m_needs.applied(m_connection.requestFormat.render(event->root()), event->root());
        if (rendering.blocked != tmpl::Blocked::No)
            return testrun::blockedError(rendering.blocked, rendering.missing);
        out += asJson(m_connection, *event, rendering);
        out += '\n';
        return ok();
    }
};

Result<int> renderLines(const Arguments &arguments, const QString &eventFile,
                        const connection::CompiledConnection &connection, Console &console)
{
    if (connection.requestFormat.options().kind != tmpl::ContentKind::Json)
        return usageError(tr("--ndjson is for JSON bodies, and this connection’s content type is %1")
                              .arg(json::toQString(connection.source.contentType())));
    const bool firedOnly = arguments.has("fired-only");
    const auto make = [&]() -> std::unique_ptr<delivery::BlockWorker> {
        if (arguments.json())
            return std::make_unique<DescribingRenderWorker>(connection, eventFile, firedOnly);
        return std::make_unique<RenderWorker>(connection, eventFile, firedOnly);
    };
    return runLines(eventFile, make, BadLine::Nothing, console);
}

void print(const Arguments &arguments, const connection::CompiledConnection &connection,
           const tmpl::Rendering &rendering, Console &console)
{
    if (!arguments.has("pretty")) {
        console.write(rendering.bytes);
        return;
    }
    const json::Document payload(rendering.bytes);
    const bool isJson
        = connection.requestFormat.options().kind == tmpl::ContentKind::Json && payload.isValid();
    console.write((isJson ? json::formatted(payload.root()) : rendering.bytes) + '\n');
}

Result<int> renderOne(const Arguments &arguments, const QString &eventFile,
                      const connection::CompiledConnection &connection, Console &console)
{
    const Result<event::Event> event = loadEvent(eventFile);
    if (!event)
        return event.error();
    if (arguments.has("fired-only")) {
        const Result<bool> fires = connection.conditions.fires(event->root());
        if (!fires)
            return fires.error().inFile(eventFile);
        if (!*fires)
            return No;
    }
    const tmpl::Rendering rendering
        = testrun::HeadNeeds(connection)
              .applied(connection.requestFormat.render(event->root()), event->root());
    if (arguments.json())
        console.write(asJson(connection, *event, rendering) + '\n');
    if (rendering.blocked != tmpl::Blocked::No)
        return testrun::blockedError(rendering.blocked, rendering.missing).inFile(eventFile);
    if (!arguments.json())
        print(arguments, connection, rendering, console);
    if (!rendering.missing.empty() && !arguments.json())
        console.complain(
            tr("%1: not in this event: %2").arg(eventFile, testrun::pathList(rendering.missing)));
    return Yes;
}

} // namespace

VerbInfo RenderVerb::info() const
{
    return {QStringLiteral("render"),
            QStringLiteral("CONNECTION --event FILE [--pretty | --ndjson] [--fired-only]"),
            tr("Prints the body that would be sent for an event, byte for byte."),
            tr("Nothing is added, not even a line feed at the end. Values that the event lacks are named on "
               "standard error.\n"
               "With --ndjson FILE holds one event a line, and one payload a line is printed, of a file of "
               "any size. A bad line "
               "is told with its number and left out, the rest goes on, and the exit status is 3 (1 where "
               "only the policy for "
               "missing values blocked lines)."),
            {QStringLiteral("connectionctl render purchase.json --event samples/purchase.json --pretty"),
             QStringLiteral("connectionctl render purchase.json --event events.ndjson --ndjson --fired-only "
                            "> payloads.ndjson")},
            {eventOption(),
             {QStringLiteral("pretty"), tr("Break and indent the JSON for reading.")},
             {QStringLiteral("ndjson"), tr("Read one event a line, print one payload a line.")},
             {QStringLiteral("fired-only"), tr("Leave out events whose conditions say no.")}},
            1,
            1};
}

Result<int> RenderVerb::run(const Arguments &arguments, Console &console)
{
    const Result<QString> eventFile = requiredEvent(arguments);
    if (!eventFile)
        return eventFile.error();
    if (arguments.has("pretty") && (arguments.has("ndjson") || arguments.json()))
        return usageError(tr("--pretty cannot be used together with --ndjson or --json"));
    const Result<connection::CompiledConnection> compiled
        = arguments.has("fired-only") ? loadCompiled(arguments.first()) : loadForRendering(arguments.first());
    if (!compiled)
        return compiled.error();
    return arguments.has("ndjson") ? renderLines(arguments, *eventFile, *compiled, console)
                                   : renderOne(arguments, *eventFile, *compiled, console);
}

} // namespace designer::ctl
