// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/testrun.h"

#include "finding/errorjson.h"
#include "finding/placejson.h"
#include "secrets/sensitiveheaders.h"
#include "testrun/masking.h"

#include <chrono>

namespace designer::testrun {

namespace {

using In = secrets::Masker::In;

double milliseconds(std::chrono::microseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// Bytes from outside as text: what is no UTF-8 becomes U+FFFD.
std::string asText(std::string_view bytes)
{
    return json::isValidUtf8(bytes) ? std::string(bytes) : json::toQString(bytes).toStdString();
}

void writeHeaders(json::Writer &w, const std::vector<http::Header> &headers, const secrets::Masker &masker)
{
    w.beginArray();
    for (const http::Header &header : headers)
        w.beginArray()
            .string(asText(masker.mask(header.name, In::Names)))
            .string(asText(shownHeaderValue(header, masker)))
            .endArray();
    w.endArray();
}

void writeRequest(json::Writer &w, const TestRun &run, const secrets::Masker &masker)
{
    if (!run.request) {
        w.null();
        return;
    }
    w.beginObject();
    w.name("method").string(run.request->method);
    w.name("url").string(masker.mask(run.request->endpoint.url()));
    w.name("headers");
    writeHeaders(w, run.request->headers, masker);
    w.name("body").string(asText(masker.mask(run.request->body)));
    w.name("bytes").number(run.request->body.size());
    w.endObject();
}

void writeResponse(json::Writer &w, const TestRun &run, const secrets::Masker &masker)
{
    if (!run.exchange || !run.exchange->response) {
        w.null();
        return;
    }
    const http::Response &response = *run.exchange->response;
    w.beginObject();
    w.name("status").number(response.status);
    w.name("headers");
    writeHeaders(w, response.headers, masker);
    w.name("body").string(asText(masker.mask(response.body)));
    w.name("truncated").boolean(response.truncated);
    w.endObject();
}

void writeError(json::Writer &w, const TracedError &traced, const secrets::Masker &masker)
{
    w.beginObject();
    w.name("key").string(asText(masker.mask(traced.error.key, In::Names)));
    w.name("message").string(asText(masker.mask(traced.error.message)));
    w.name("payload")
        .beginObject()
        .name("pointer")
        .string(asText(maskedPointer(traced.error.payloadPointer, masker)))
        .endObject();
    w.name("template");
    write(w, traced.traced ? &traced.traced->place : nullptr);
    w.name("placeholder");
    traced.traced &&traced.traced->placeholder ? w.string(*traced.traced->placeholder) : w.null();
    w.endObject();
}

void writeVerdict(json::Writer &w, const TestRun &run, const secrets::Masker &masker)
{
    w.beginObject();
    w.name("outcome").string(insider::name(run.verdict.outcome));
    w.name("users_accepted").number(run.verdict.usersAccepted);
    w.name("users_rejected").number(run.verdict.usersRejected);
    w.name("summary").string(masker.mask(run.verdict.summary, In::Words));
    w.name("evidence").string(name(run.verdict.evidence));
    w.name("errors").beginArray();
    for (const TracedError &error : run.errors)
        writeError(w, error, masker);
    w.endArray().endObject();
}

void writePhases(json::Writer &w, const TestRun &run)
{
    w.beginArray();
    if (run.exchange) {
        for (const http::Phase &phase : run.exchange->phases)
            w.beginObject()
                .name("name")
                .string(http::name(phase.kind))
                .name("ms")
                .number(milliseconds(phase.duration), 3)
                .endObject();
    }
    w.endArray();
}

} // namespace

std::string shownHeaderValue(const http::Header &header, const secrets::Masker &masker)
{
    return secrets::isSensitiveHeader(header.name) ? std::string(secrets::Masker::mark)
                                                   : masker.mask(header.value);
}

void write(json::Writer &w, const TestRun &run, const secrets::Masker &masker)
{
    w.beginObject();
    w.name("fires").boolean(run.fires());
    w.name("request");
    writeRequest(w, run, masker);
    w.name("response");
    writeResponse(w, run, masker);
    w.name("verdict");
    writeVerdict(w, run, masker);
    w.name("phases");
    writePhases(w, run);
    w.name("elapsed_ms").number(run.exchange ? milliseconds(run.exchange->elapsed) : 0.0, 3);
    w.name("attempts").number(run.exchange ? 1 : 0);
    w.name("trace");
    write(w, masked(run.trace, masker));
    w.name("findings");
    write(w, masked(run.findings, masker));
    if (const Error *const problem = run.problem()) {
        w.name("error");
        write(w, masked(*problem, masker));
    }
    w.endObject();
}

} // namespace designer::testrun
