// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/masking.h"

#include "secrets/sensitiveheaders.h"
#include "testrun/testrun.h"
#include "json/pointer.h"
#include "json/text.h"

#include <algorithm>
#include <vector>

namespace designer::testrun {

namespace {

using In = secrets::Masker::In;

void maskError(std::optional<Error> &error, const secrets::Masker &masker)
{
    if (error)
        error = masked(std::move(*error), masker);
}

void maskPrediction(insider::Prediction &prediction, const secrets::Masker &masker)
{
    prediction.findings = masked(std::move(prediction.findings), masker);
    if (prediction.body)
        prediction.body = maskedJson(*prediction.body, masker, In::Words);
    for (insider::SilentLoss &loss : prediction.silentLosses) {
        loss.payloadPointer = maskedPointer(loss.payloadPointer, masker);
        loss.why = masker.mask(loss.why, In::Words);
    }
}

void maskUserError(insider::UserError &error, const secrets::Masker &masker)
{
    error.key = masker.mask(error.key, In::Names);
    error.message = masker.mask(error.message);
    error.payloadPointer = maskedPointer(error.payloadPointer, masker);
}

/// A summary quotes the answer cut short, and a secret that is cut is not found any more: where the
/// answer holds one, the summary is made of the masked answer.
QString maskedSummary(const TestRun &run, const secrets::Masker &masker)
{
    if (run.insiders && run.exchange && run.exchange->response) {
        const http::Response &response = *run.exchange->response;
        const std::string body = masker.mask(response.body);
        const insider::Verdict verdict = insider::decode(response.status, body, run.payload);
        // A secret that is a word of the answer itself would make another answer of it.
        if (body != response.body && verdict.outcome == run.verdict.outcome)
            return masker.mask(verdict.summary, In::Words);
    }
    return masker.mask(run.verdict.summary, In::Words);
}

std::string_view unquoted(std::string_view text)
{
    const bool isQuoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return isQuoted ? text.substr(1, text.size() - 2) : text;
}

/// The values of a list of `NAME=VALUE`, as Cookie and Digest have it.
std::vector<std::string_view> listedValues(std::string_view list)
{
    std::vector<std::string_view> out;
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find_first_of(";,"));
        list.remove_prefix(std::min(item.size() + 1, list.size()));
        if (const std::size_t equals = item.find('='); equals != std::string_view::npos)
            out.push_back(unquoted(http::trimmed(item.substr(equals + 1))));
    }
    return out;
}

void addText(secrets::Secrets &secrets, std::string_view text)
{
    if (!text.empty())
        secrets.emplace(std::to_string(secrets.size()), secrets::Secret(std::string(text)));
}

/// A credential as it stands in its header, and without its scheme or its name: answers quote the bare
/// token.
void addCredential(secrets::Secrets &secrets, std::string_view value)
{
    addText(secrets, value);
    if (const std::size_t blank = value.find_last_of(" \t"); blank != std::string_view::npos)
        addText(secrets, value.substr(blank + 1));
    // The short values of a list (`a=1`) are no credentials by themselves.
    for (const std::string_view listed : listedValues(value)) {
        if (listed.size() >= secrets::Masker::tellingLength)
            addText(secrets, listed);
    }
}

} // namespace

condition::TraceNode masked(condition::TraceNode node, const secrets::Masker &masker)
{
    node.why = masker.mask(node.why, In::Words);
    node.value = maskedJson(node.value, masker);
    if (node.saw)
        node.saw = maskedJson(*node.saw, masker);
    for (condition::TraceNode &rule : node.rules)
        rule = masked(std::move(rule), masker);
    return node;
}

Error masked(Error error, const secrets::Masker &masker)
{
    error.message = masker.mask(error.message, In::Words);
    error.wayOut = masker.mask(error.wayOut, In::Words);
    return error;
}

Findings masked(Findings findings, const secrets::Masker &masker)
{
    for (Finding &finding : findings) {
        finding.message = masker.mask(finding.message, In::Words);
        if (finding.fixTitle)
            finding.fixTitle = masker.mask(*finding.fixTitle, In::Words);
        if (finding.payloadPointer)
            finding.payloadPointer = maskedPointer(*finding.payloadPointer, masker);
    }
    return findings;
}

std::string maskedPointer(const std::string &pointer, const secrets::Masker &masker)
{
    const auto tokens = json::pointerTokens(pointer);
    if (!tokens)
        return masker.mask(pointer, In::Names);
    std::string out;
    for (const std::string &token : *tokens)
        out = json::appended(out, masker.mask(token, In::Names));
    return out;
}

std::string maskedJson(const std::string &json, const secrets::Masker &masker, secrets::Masker::In in)
{
    std::string text = masker.mask(json, in);
    if (text == json || json::Document(text).isValid())
        return text;
    return json::quoted(secrets::Masker::mark);
}

secrets::Masker maskerFor(const TestRun &run, const secrets::Secrets &secrets)
{
    secrets::Secrets credentials;
    if (run.request) {
        for (const http::Header &header : run.request->headers) {
            if (secrets::isSensitiveHeader(header.name))
                addCredential(credentials, header.value);
        }
    }
    for (const std::string &text : run.textsWithSecrets)
        addText(credentials, text);
    return secrets::Masker(secrets, credentials);
}

TestRun withWordsMasked(TestRun run, const secrets::Masker &masker)
{
    run.trace = masked(std::move(run.trace), masker);
    run.findings = masked(std::move(run.findings), masker);
    if (run.prediction)
        maskPrediction(*run.prediction, masker);
    run.verdict.summary = maskedSummary(run, masker);
    for (insider::UserError &error : run.verdict.errors)
        maskUserError(error, masker);
    for (TracedError &traced : run.errors)
        maskUserError(traced.error, masker);
    maskError(run.refused, masker);
    if (run.exchange)
        maskError(run.exchange->error, masker);
    return run;
}

} // namespace designer::testrun
