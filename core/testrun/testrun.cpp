// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/testrun.h"

#include "testrun/blocked.h"
#include "testrun/lint.h"
#include "testrun/renderfindings.h"
#include "testrun/requestbuilder.h"
#include "testrun/requestfindings.h"
#include "text/ascii.h"

#include <QCoreApplication>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

void refuse(TestRun &run, const Error &error)
{
    run.refused = error;
    run.verdict.outcome = insider::Outcome::Undeliverable;
    run.verdict.summary = error.sentence();
    run.verdict.evidence = Evidence::Ours;
}

insider::Prediction predicted(const TestRun &run, const connection::CompiledConnection &connection,
                              const Settings &settings)
{
    insider::Request request;
    request.body = run.rendering.bytes;
    request.method = connection.source.method();
    if (run.request) {
        request.headers.emplace();
        for (const http::Header &header : run.request->headers)
            request.headers->push_back({header.name, header.value});
    }
    return insider::predict(request, settings.profile, settings.now);
}

/// The payload, what Insider would say of it, and the request; or why there is none.
std::optional<Error> made(TestRun &run, FindingList &findings,
                          const connection::CompiledConnection &connection, const event::Event &event,
                          const Settings &settings)
{
    static const secrets::Secrets none;
    if (run.rendering.blocked != tmpl::Blocked::No)
        return blockedError(run.rendering.blocked, run.rendering.missing).inFile(event.name());
    run.payload = json::Document(run.rendering.bytes);
    findings.addAll(
        payloadFindings(connection, event, run.rendering, run.payload, settings.profile, settings.now));
    Result<BuiltRequest> built
        = buildRequest(connection, event, run.rendering.bytes, settings.secrets ? *settings.secrets : none,
                       settings.sandbox, settings.version);
    std::optional<Error> refusal;
    if (built) {
        run.request = std::move(built->request);
        run.insiders = built->insiders;
        run.textsWithSecrets = std::move(built->textsWithSecrets);
    } else {
        refusal = built.error();
    }
    if (run.insiders)
        run.prediction = predicted(run, connection, settings);
    return refusal;
}

/// What became of a request to the connection's own address is told at that address.
Error atAddress(Error error, const connection::Connection &connection)
{
    error.file = connection.file();
    if (const json::Value address = connection.document().root().find(connection::key::url))
        error.position = address.position();
    return error;
}

/// How an answer is packed; empty where it is not.
QString packing(const http::Response &response)
{
    const std::string *coding = http::findHeader(response.headers, "Content-Encoding");
    return coding && !coding->empty() && !text::equalsIgnoringCase(*coding, "identity")
        ? json::toQString(*coding)
        : QString();
}

} // namespace

const Error *TestRun::problem() const
{
    if (refused)
        return &*refused;
    return exchange && !exchange->response && exchange->error ? &*exchange->error : nullptr;
}

Result<TestRun> prepare(const connection::CompiledConnection &connection, const event::Event &event,
                        const Settings &settings)
{
    TestRun run;
    Result<condition::TraceNode> trace = connection.conditions.evaluate(event.root());
    if (!trace)
        return trace.error().inFile(event.name());
    run.trace = std::move(trace).value();
    run.rendering = connection.requestFormat.render(event.root());
    run.insiders = isInsiders(connection, event);
    FindingList findings;
    findings.addAll(requestFindings(connection, run.insiders));
    findings.addAll(filledRequestFindings(connection, event));
    findings.addAll(renderFindings(connection, event, run.rendering));
    const std::optional<Error> refusal = made(run, findings, connection, event, settings);
    run.findings = std::move(findings).taken();
    if (!run.fires() && !settings.sendAnyway) {
        run.verdict.outcome = insider::Outcome::NotFired;
        run.verdict.summary = tr("would not be sent: the conditions say no");
        run.verdict.evidence = Evidence::Ours;
    } else if (refusal) {
        refuse(run, *refusal);
    }
    return run;
}

TestRun concluded(TestRun run, const connection::CompiledConnection &connection, const event::Event &event,
                  const http::Exchange &exchange)
{
    run.exchange = exchange;
    if (exchange.error)
        run.exchange->error = atAddress(*exchange.error, connection.source);
    if (!exchange.response) {
        run.verdict.outcome = insider::Outcome::Undeliverable;
        run.verdict.summary = exchange.error ? exchange.error->message : tr("there was no answer");
        run.verdict.evidence = Evidence::Ours;
        return run;
    }
    run.verdict = run.insiders
        ? insider::decode(exchange.response->status, exchange.response->body, run.payload)
        : insider::decodeByStatusAlone(exchange.response->status);
    const QString packed = packing(*exchange.response);
    if (run.verdict.outcome == insider::Outcome::Unknown && !packed.isEmpty())
        run.verdict.summary = tr("the answer is compressed (%1), and this program does not unpack it; take "
                                 "Accept-Encoding out of the headers, or set it to identity")
                                  .arg(packed);
    const Placement placement(connection, event, run.rendering, run.payload);
    for (const insider::UserError &error : run.verdict.errors)
        run.errors.push_back({error,
                              error.header.empty() ? placement.trace(error.payloadPointer)
                                                   : placement.traceHeader(error.header)});
    return run;
}

} // namespace designer::testrun
