// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answering.h"

#include "insider/answers.h"
#include "insider/headers.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::sandbox {

namespace {

constexpr std::string_view echoPath = "/echo";

std::string tr(const char *text)
{
    return QCoreApplication::translate("Sandbox", text).toStdString();
}

bool isEcho(std::string_view path)
{
    return path == echoPath || (path.starts_with(echoPath) && path.substr(echoPath.size()).starts_with('/'));
}

Reply plainReply(int status, const std::string &message)
{
    return {status, std::string(name(Evidence::Undocumented)), plainWords(message), {}};
}

std::string undocumentedWords(int status)
{
    if (status == 404)
        return tr("Insider does not document what it answers here. The sandbox knows POST "
                  "/api/user/v1/upsert, and /echo.");
    if (status == 405)
        return tr("Insider does not document what it answers to this method. Its upsert takes POST only.");
    if (status == 504)
        return tr("Insider documents no body for this status. The data was taken all the same.");
    return tr("Insider does not document what it answers to this request. The status is a guess, and these "
              "words are the "
              "sandbox’s own.");
}

/// \a bytes are those of the body, where it was too large to be kept.
Judgement echo(const Received &request, std::optional<std::size_t> bytes = {})
{
    json::Writer writer;
    writer.beginObject();
    writer.name("method").string(std::string_view(request.method));
    writer.name("path").string(json::toQString(request.target));
    writer.name("headers").beginArray();
    for (const http::Header &header : request.headers) {
        writer.beginArray();
        writer.string(std::string_view(header.name)).string(json::toQString(header.value));
        writer.endArray();
    }
    writer.endArray();
    writer.name("body");
    bytes ? writer.null() : writer.string(json::toQString(request.body));
    writer.name("bytes").number(bytes.value_or(request.body.size()));
    writer.endObject();
    Judgement out;
    out.reply = {200, "echo", writer.take(), {}};
    return out;
}

void answerKnown(Judgement &judgement, insider::KnownAnswer which)
{
    const insider::Answer answer = insider::answer(which);
    judgement.reply.status = answer.status;
    judgement.reply.evidence = name(answer.body ? answer.evidence : Evidence::Undocumented);
    judgement.reply.body = answer.body.value_or(plainWords(undocumentedWords(answer.status)));
}

/// Nothing is written of a request that is refused.
void forget(Judgement &judgement)
{
    judgement.usersAccepted = 0;
    judgement.usersRejected = 0;
    judgement.silentLosses.clear();
}

insider::Request toInsider(const Received &request)
{
    insider::Request out;
    out.body = request.body;
    out.method = request.method;
    out.path = request.path();
    std::vector<insider::Header> headers;
    for (const http::Header &header : request.headers)
        headers.push_back({header.name, header.value});
    out.headers = std::move(headers);
    return out;
}

Judgement fromPrediction(insider::Prediction prediction)
{
    Judgement out;
    out.reply.status = prediction.status;
    out.reply.evidence = name(prediction.basis);
    out.reply.body = prediction.body.value_or(plainWords(undocumentedWords(prediction.status)));
    if (prediction.status == 405)
        out.reply.headers.push_back({"Allow", "POST"});
    out.usersAccepted = prediction.usersAccepted;
    out.usersRejected = prediction.usersRejected;
    out.findings = prediction.findings.size();
    out.silentLosses = std::move(prediction.silentLosses);
    return out;
}

void rejectLastUser(Judgement &judgement)
{
    if (judgement.usersRejected > 0 || judgement.usersAccepted == 0)
        return;
    const std::string last = std::to_string(judgement.usersAccepted - 1);
    const std::string user = "users." + last + '.';
    std::erase_if(judgement.silentLosses, [&last](const insider::SilentLoss &loss) {
        return loss.payloadPointer.starts_with("/users/" + last + '/');
    });
    const std::vector<insider::ErrorEntry> errors{{user + "identifiers.*.in(defaults_column)",
                                                   "key must be one of phone_number(pn), email(em) or uuid"}};
    judgement.usersAccepted -= 1;
    judgement.usersRejected = 1;
    judgement.reply.body = insider::userAnswer(judgement.usersAccepted, 1, errors);
    judgement.reply.evidence = name(Evidence::Inferred);
}

} // namespace

Judgement judge(const Received &request, insider::Profile profile, insider::Moment now)
{
    if (isEcho(request.path()))
        return echo(request);
    return fromPrediction(insider::predict(toInsider(request), profile, now));
}

Judgement judgeTooLarge(const Received &request, std::size_t bytes)
{
    if (isEcho(request.path()))
        return echo(request, bytes);
    Judgement out;
    answerKnown(out, insider::KnownAnswer::BodyTooLarge);
    return out;
}

Judgement judgeUnreadable(int status)
{
    Judgement out;
    out.reply = plainReply(
        status,
        status == 431 ? tr("The sandbox reads 100 headers and 64 KB of them. Insider does not document "
                           "how many it takes.")
                      : tr("This is no HTTP request that the sandbox can read."));
    return out;
}

Judgement judgeUnknownFault(const Error &error)
{
    Judgement out;
    out.reply = plainReply(400, "X-Simulator-Fault: " + error.sentence().toStdString());
    return out;
}

void apply(const Fault &fault, Judgement &judgement)
{
    switch (fault.kind) {
    case Fault::Forbidden:
        answerKnown(judgement, insider::KnownAnswer::AccessDenied);
        return forget(judgement);
    case Fault::TooManyRetryAfter:
        judgement.reply.headers.push_back({"Retry-After", std::to_string(fault.amount)});
        [[fallthrough]];
    case Fault::TooMany: answerKnown(judgement, insider::KnownAnswer::RateLimited); return forget(judgement);
    case Fault::ServerError:
        answerKnown(judgement, insider::KnownAnswer::ServerError);
        return forget(judgement);
    case Fault::TimedOut: return answerKnown(judgement, insider::KnownAnswer::TimedOut);
    case Fault::Partial: return rejectLastUser(judgement);
    case Fault::Reset:
    case Fault::Slow:
    case Fault::Truncated:
    case Fault::Hang: return;
    }
}

} // namespace designer::sandbox
