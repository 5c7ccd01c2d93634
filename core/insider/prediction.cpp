// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/prediction.h"

#include "finding/error.h"
#include "insider/answers.h"
#include "insider/endpoint.h"
#include "insider/rules/payloadrules.h"
#include "insider/walk.h"
#include "insider/wording.h"
#include "json/parseerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace designer::insider {

namespace {

/// Undocumented, but a request with another method or path hardly gets a 200.
constexpr int methodNotAllowed = 405;
constexpr int notFound = 404;
/// Documented for a wrong partner name or token; its words are another service's.
constexpr int forbidden = 403;

Finding findingOf(const Issue &issue)
{
    Finding out = findingOf(issue.rule, issue.words);
    out.severity = issue.severity;
    out.evidence = issue.evidence;
    out.payloadPointer = issue.pointer;
    return out;
}

Findings findingsOf(const Walk &walk)
{
    Findings out;
    out.reserve(walk.issues().size());
    for (const Issue &issue : walk.issues())
        out.push_back(findingOf(issue));
    return out;
}

std::vector<SilentLoss> lossesOf(const Walk &walk)
{
    std::vector<SilentLoss> out;
    for (const Issue &issue : walk.issues()) {
        if (issue.lost) {
            const RuleRow &row = catalogue().row(issue.rule);
            out.push_back({row.code, issue.pointer, message(row, issue.words)});
        }
    }
    return out;
}

void reportNoJson(Walk &walk, json::Position place, const QString &why)
{
    walk.answerRequest(Rule::JsonInvalid, "",
                       {QString::number(place.line), QString::number(place.column), why}, "notJson");
}

void reportTooDeep(Walk &walk, json::Position place)
{
    walk.report(
        Rule::PayloadTooDeep, "",
        {QString::number(place.line), QString::number(place.column), QString::number(json::maximumDepth)});
}

/// Whether \a body is JSON all the same, only deeper than an index goes. Of one that is too large anyway
/// nobody needs to know.
bool isTooDeepAlone(const Walk &walk, const json::Index &index, std::string_view body)
{
    json::Index deep;
    return index.error().code == json::ParseErrorCode::TooDeep && body.size() <= walk.known().maximumBytes
        && deep.parse(body, {.anyDepth = true});
}

/// Everything that can be said of the bytes of a body, in the order in which Insider is taken to
/// look at them: size, JSON, users.
void checkBytes(Walk &walk, const json::Index &index, std::string_view body)
{
    if (body.size() > walk.known().maximumBytes)
        walk.answerRequest(Rule::BodyTooLarge, "",
                           {QString::number(body.size()), QString::number(walk.known().maximumBytes)},
                           "bodyTooLarge");
    if (index.hasByteOrderMark())
        reportNoJson(walk, {},
                     QCoreApplication::translate(
                         "Insider", "a byte order mark stands before the JSON; save the file without it"));
    else if (index.empty() && isTooDeepAlone(walk, index, body))
        reportTooDeep(walk, index.error().position);
    else if (index.empty())
        reportNoJson(walk, index.error().position, fromParseError(index.error()).sentence());
    else
        checkPayload(walk, json::Value(&index, 0));
}

void answerWhole(Prediction &prediction, const AnswerRow &row)
{
    prediction.status = row.status;
    prediction.body = row.body;
    prediction.basis = row.body ? row.evidence : Evidence::Undocumented;
    prediction.allAccepted = false;
    prediction.usersAccepted = 0;
    prediction.usersRejected = 0;
}

void answerUnknown(Prediction &prediction, int status)
{
    prediction.status = status;
    prediction.body.reset();
    prediction.basis = Evidence::Undocumented;
    prediction.allAccepted = false;
    prediction.usersAccepted = 0;
    prediction.usersRejected = 0;
}

void answerBody(Prediction &prediction, Walk &walk)
{
    if (!walk.requestAnswer().empty()) {
        answerWhole(prediction, catalogue().answer(walk.requestAnswer()));
        return;
    }
    prediction.usersAccepted = walk.usersAccepted();
    prediction.usersRejected = walk.usersRejected();
    prediction.basis = walk.basis();
    if (walk.isKnown()) {
        prediction.body = userAnswer(walk.usersAccepted(), walk.usersRejected(), walk.takeErrors());
        prediction.allAccepted = walk.usersRejected() == 0 && walk.usersAccepted() > 0;
    }
}

/// Headers are looked at before the body.
void answerHeaders(Prediction &prediction, const Request &request)
{
    switch (judgeHeaders(*request.headers)) {
    case HeaderVerdict::Fine: return;
    case HeaderVerdict::PartnerInvalid: answerWhole(prediction, catalogue().answer("partnerInvalid")); return;
    case HeaderVerdict::ContentType: answerWhole(prediction, catalogue().answer("contentType")); return;
    case HeaderVerdict::PartnerMissing: answerUnknown(prediction, forbidden); return;
    case HeaderVerdict::TokenMissing:
        if (request.needsToken)
            answerWhole(prediction, catalogue().answer("tokenInvalid"));
        return;
    }
}

void answerRequestLine(Prediction &prediction, const Request &request)
{
    Findings findings = checkRequestLine(request.method, request.path);
    if (findings.empty())
        return;
    answerUnknown(prediction, request.method == "POST" ? notFound : methodNotAllowed);
    prediction.silentLosses.clear();
    prediction.findings.insert(prediction.findings.begin(), std::make_move_iterator(findings.begin()),
                               std::make_move_iterator(findings.end()));
}

} // namespace

Prediction predict(const Request &request, Profile profile, Moment now)
{
    json::Index index;
    index.parse(request.body);
    Walk walk(index, profile, now);
    checkBytes(walk, index, request.body);
    Prediction out;
    if (request.headers) {
        for (HeaderFinding &header : checkHeaders(*request.headers))
            out.findings.push_back(std::move(header.finding));
    }
    Findings ofPayload = findingsOf(walk);
    out.findingsLeftOut = walk.issuesLeftOut();
    std::move(ofPayload.begin(), ofPayload.end(), std::back_inserter(out.findings));
    answerBody(out, walk);
    if (request.headers)
        answerHeaders(out, request);
    if (out.status == 200)
        out.silentLosses = lossesOf(walk);
    answerRequestLine(out, request);
    return out;
}

void write(json::Writer &writer, const Prediction &prediction)
{
    writer.beginObject();
    writer.name("status").number(prediction.status);
    writer.name("body");
    prediction.body ? writer.raw(*prediction.body) : writer.null();
    writer.name("basis").string(name(prediction.basis));
    writer.name("findings");
    write(writer, prediction.findings);
    writer.endObject();
}

Findings check(const json::Document &payload, Profile profile, Moment now)
{
    Walk walk(payload.index(), profile, now);
    checkBytes(walk, payload.index(), payload.text());
    return findingsOf(walk);
}

bool isAboutName(std::string_view code)
{
    const auto &rules = catalogue().rules;
    return std::any_of(rules.begin(), rules.end(),
                       [code](const RuleRow &row) { return row.aboutName && row.code == code; });
}

} // namespace designer::insider
