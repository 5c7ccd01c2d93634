// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/testrun.h"

#include "secrets/reference.h"
#include "testrun/lint.h"
#include "testrun/renderfindings.h"
#include "testrun/requestfindings.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

Result<std::string> filledSecrets(const Settings &settings, const std::string &text,
                                  secrets::Insertion insertion)
{
    static const secrets::Secrets none;
    return secrets::substitute(text, settings.secrets ? *settings.secrets : none, insertion);
}

/// The address to send to: the connection's own, or its path at the sandbox.
Result<http::Endpoint> targetOf(const connection::CompiledConnection &connection, const event::Event &event,
                                const Settings &settings)
{
    if (!connection.url.misplaced().empty()) {
        return Error{ErrorCode::InvalidRequest,
                     tr("a placeholder stands in the address before its path"),
                     tr("use placeholders in the path and after the question mark only"),
                     {},
                     {}};
    }
    const std::string filled
        = connection.url.fill(event.root(), connection.requestFormat.options().missing).text;
    const Result<std::string> url = filledSecrets(settings, filled, secrets::Insertion::PercentEncoded);
    if (!url)
        return url.error();
    Result<http::Endpoint> endpoint = http::parseEndpoint(*url);
    if (!endpoint || !settings.sandbox)
        return endpoint;
    http::Endpoint sandbox = *settings.sandbox;
    sandbox.target = insider::isUpsertEndpoint(*url) ? endpoint->target : "/echo" + endpoint->target;
    return sandbox;
}

Result<http::Request> requestOf(const connection::CompiledConnection &connection, const event::Event &event,
                                const Settings &settings, const std::string &body)
{
    const Result<http::Endpoint> target = targetOf(connection, event, settings);
    if (!target)
        return target.error();
    std::vector<http::Header> headers;
    for (const OutgoingHeader &header : outgoingHeaders(connection)) {
        const std::string filled
            = header.value.fill(event.root(), connection.requestFormat.options().missing).text;
        Result<std::string> value = filledSecrets(settings, filled, secrets::Insertion::AsItIs);
        if (!value)
            return value.error();
        headers.push_back({header.name, std::move(value).value()});
    }
    return http::makeRequest(connection.source.method(), target->url(), headers, body, settings.version);
}

Error blocked(const tmpl::Rendering &rendering)
{
    QStringList missing;
    for (const event::Path &path : rendering.missing)
        missing << json::toQString(path.text());
    const bool byPolicy = rendering.blocked == tmpl::Blocked::MissingValues;
    return {ErrorCode::MissingValues,
            byPolicy ? tr("not sent: %1 not in this event, and the connection blocks then")
                           .arg(missing.join(QStringLiteral(", ")))
                     : tr("not sent: the payload would be too large or nested too deep"),
            byPolicy ? tr("give the event these values, or choose another policy for missing values")
                     : tr("put in a smaller part of the event"),
            {},
            {}};
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

} // namespace

Result<TestRun> prepare(const connection::CompiledConnection &connection, const event::Event &event,
                        const Settings &settings)
{
    TestRun run;
    Result<condition::TraceNode> trace = connection.conditions.evaluate(event.root());
    if (!trace)
        return trace.error().inFile(event.name());
    run.trace = std::move(trace).value();
    run.rendering = connection.requestFormat.render(event.root());
    if (run.rendering.blocked != tmpl::Blocked::No)
        return blocked(run.rendering).inFile(event.name());
    run.payload = json::Document(run.rendering.bytes);
    run.insiders = isInsiders(connection);
    run.findings = renderFindings(connection, event, run.rendering);
    for (Finding &finding :
         payloadFindings(connection, event, run.rendering, run.payload, settings.profile, settings.now))
        run.findings.push_back(std::move(finding));
    if (!run.fires() && !settings.sendAnyway) {
        run.verdict.outcome = insider::Outcome::NotFired;
        run.verdict.summary = tr("would not be sent: the conditions say no");
        run.verdict.evidence = Evidence::Ours;
    }
    Result<http::Request> request = requestOf(connection, event, settings, run.rendering.bytes);
    if (!request && run.verdict.outcome == insider::Outcome::NotFired)
        return run; // nothing is sent, so nothing is wrong with sending it
    if (!request)
        return request.error().file.isEmpty() ? request.error().inFile(connection.source.file())
                                              : request.error();
    run.request = std::move(request).value();
    if (run.insiders)
        run.prediction = predicted(run, connection, settings);
    return run;
}

TestRun concluded(TestRun run, const connection::CompiledConnection &connection, const event::Event &event,
                  const http::Exchange &exchange)
{
    run.exchange = exchange;
    if (!exchange.response) {
        run.verdict.outcome = insider::Outcome::Undeliverable;
        run.verdict.summary = exchange.error ? exchange.error->message : tr("there was no answer");
        run.verdict.evidence = Evidence::Ours;
        return run;
    }
    run.verdict = run.insiders
        ? insider::decode(exchange.response->status, exchange.response->body, run.payload)
        : insider::decodeByStatusAlone(exchange.response->status);
    const Placement placement(connection, event, run.rendering, run.payload);
    for (const insider::UserError &error : run.verdict.errors)
        run.errors.push_back({error, placement.trace(error.payloadPointer)});
    return run;
}

std::vector<std::string> secretNames(const connection::CompiledConnection &connection)
{
    std::vector<std::string> names;
    const auto collect = [&names](const std::string &text) {
        for (secrets::Reference &reference : secrets::findReferences(text)) {
            if (std::find(names.begin(), names.end(), reference.name) == names.end())
                names.push_back(std::move(reference.name));
        }
    };
    collect(connection.url.text());
    for (const connection::CompiledHeader &header : connection.headers)
        collect(header.value.text());
    return names;
}

} // namespace designer::testrun
