// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/verdict.h"

#include "insider/catalogue.h"
#include "insider/formats.h"
#include "insider/membertrace.h"
#include "insider/wording.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <unordered_map>

namespace designer::insider {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Insider", text);
}

bool isSuccess(int status)
{
    return status >= 200 && status <= 299;
}

bool isRedirect(int status)
{
    constexpr std::array statuses{301, 302, 303, 307, 308};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

/// Nobody knows whether the request was carried out before the answer got lost on the way.
bool isLostOnTheWay(int status)
{
    constexpr std::array statuses{502, 504, 520, 521, 522, 523, 524};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

std::size_t usersSent(const json::Document &sent)
{
    const json::Value users = sent.root().find("users");
    return users.isArray() ? users.size() : 0;
}

/// A count of `successful` or `fail`: left out is zero. Nothing where it is no count.
std::optional<std::size_t> countOf(const json::Value &part)
{
    if (!part || part.isNull())
        return 0;
    if (!part.isObject())
        return std::nullopt;
    const json::Value count = part.find("count");
    if (!count || count.isNull())
        return 0;
    std::size_t out = 0;
    const std::string_view text = count.raw();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return out;
}

Verdict unknown(const QString &why)
{
    Verdict out;
    out.summary = why;
    return out;
}

std::string textOf(const json::Value &value)
{
    return value.isString() ? value.text() : std::string(value.raw());
}

/// The messages below one key. Equal ones are told apart by their number.
void addErrors(std::vector<UserError> &out, const std::string &key, const json::Value &messages,
               const json::Value &payload)
{
    std::vector<std::string> texts;
    if (messages.isArray()) {
        for (const json::Value &message : messages.elements())
            texts.push_back(textOf(message));
    } else {
        texts.push_back(textOf(messages));
    }
    std::unordered_map<std::string_view, std::size_t> seen;
    for (const std::string &text : texts)
        out.push_back({key, text, memberPointer(key, text, seen[text]++, payload), {}});
}

std::vector<UserError> userErrors(const json::Value &errors, const json::Value &payload)
{
    std::vector<UserError> out;
    for (const json::Member &member : errors.members())
        addErrors(out, member.nameText(), member.value, payload);
    return out;
}

std::size_t usersNamed(const std::vector<UserError> &errors)
{
    std::set<std::size_t> users;
    for (const UserError &error : errors) {
        if (const auto user = ErrorKey::parse(error.key).user)
            users.insert(*user);
    }
    return users.size();
}

QString usersAccepted(std::size_t count)
{
    return count == 1 ? tr("1 user accepted") : filled(tr("%1 users accepted"), {QString::number(count)});
}

QString rejection(const std::vector<UserError> &errors)
{
    return errors.empty() ? tr("rejected, without a reason")
                          : filled(tr("rejected: %1"), {shown(errors.front().message)});
}

QString summaryOf(const Verdict &verdict)
{
    switch (verdict.outcome) {
    case Outcome::Accepted: return usersAccepted(verdict.usersAccepted);
    case Outcome::Rejected: return rejection(verdict.errors);
    default: break;
    }
    return filled(tr("%1, %2 %3"),
                  {usersAccepted(verdict.usersAccepted), QString::number(verdict.usersRejected),
                   rejection(verdict.errors)});
}

void setOutcome(Verdict &verdict)
{
    if (verdict.usersAccepted > 0 && verdict.usersRejected > 0) {
        verdict.outcome = Outcome::Partly;
        verdict.evidence = Evidence::Inferred;
    } else {
        verdict.outcome = verdict.usersRejected > 0 ? Outcome::Rejected : Outcome::Accepted;
        verdict.evidence = Evidence::Captured;
    }
}

/// `data.successful` and `data.fail`.
Verdict decodeUsers(const json::Value &data, const json::Document &sent)
{
    const json::Value fail = data.find("fail");
    const auto accepted = countOf(data.find("successful"));
    const auto rejected = countOf(fail);
    if (!accepted || !rejected)
        return unknown(tr("Insider’s answer cannot be read: its counts are no numbers"));
    Verdict out;
    out.errors = userErrors(fail.find("errors"), sent.root());
    out.usersAccepted = *accepted;
    out.usersRejected = std::max(*rejected, *rejected == 0 ? usersNamed(out.errors) : std::size_t(0));
    if (out.usersAccepted == 0 && out.usersRejected == 0) {
        out.summary = tr("Insider counts no user, neither as accepted nor as rejected");
        return out;
    }
    setOutcome(out);
    out.summary = summaryOf(out);
    const std::size_t users = usersSent(sent);
    if (users > 0 && out.usersAccepted + out.usersRejected != users)
        out.summary = filled(tr("%1 (%2 sent)"), {out.summary, QString::number(users)});
    return out;
}

/// The answer with these words; null where they are not known.
const AnswerRow *knownAnswer(int status, const std::string &words)
{
    const auto &rows = catalogue().answers;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const AnswerRow &known) {
        return known.status == status && known.body
            && known.body->find(json::quoted(words)) != std::string::npos;
    });
    return row == rows.end() ? nullptr : &*row;
}

/// What to do about a request that was refused as a whole; may be empty.
QString adviceFor(int status)
{
    switch (status) {
    case 401:
    case 403: return tr("check the partner name and the token before sending again");
    case 429: return tr("too many requests in a minute: wait and send again");
    case 500:
    case 503: return tr("send the same request again later");
    default: return {};
    }
}

QString refusalSummary(int status, const QString &words)
{
    QString out = words.isEmpty() ? filled(tr("rejected with status %1"), {QString::number(status)})
                                  : filled(tr("rejected: %1"), {words});
    if (const QString advice = adviceFor(status); !advice.isEmpty())
        out += QStringLiteral("; ") + advice;
    return out;
}

Verdict refused(int status, const json::Document &sent)
{
    Verdict out;
    out.outcome = Outcome::Rejected;
    out.usersRejected = usersSent(sent);
    out.summary = refusalSummary(status, {});
    out.evidence = Evidence::Inferred;
    return out;
}

/// `{"error":"..."}` or `{"success":false,"message":"..."}`.
Verdict decodeRefusal(int status, std::string_view key, const json::Value &words, const json::Document &sent)
{
    Verdict out = refused(status, sent);
    const std::string text = textOf(words);
    const bool isAboutUsers = text.starts_with("users must be defined");
    const AnswerRow *known = knownAnswer(status, text);
    out.errors.push_back(
        {std::string(key), text, isAboutUsers ? "/users" : "", known ? known->header : std::string()});
    out.summary = refusalSummary(status, shown(text));
    out.evidence = known ? known->evidence : Evidence::Undocumented;
    return out;
}

Verdict lostOnTheWay(int status)
{
    return unknown(
        filled(tr("Insider did not answer in time (status %1): whether it wrote the users is not known; "
                  "send exactly the same request again within 15 minutes"),
               {QString::number(status)}));
}

QString whyUnreadable(const json::Document &answer)
{
    const std::string_view text = answer.text();
    if (isBlank(text))
        return tr("it is empty");
    if (text[text.find_first_not_of(" \t\r\n")] == '<')
        return tr("it is a web page");
    if (!answer.isValid() && answer.error().code == json::ParseErrorCode::UnexpectedEnd)
        return tr("it breaks off");
    return answer.isValid() ? tr("it has no known form") : tr("it is no JSON");
}

/// An answer without words of Insider's.
Verdict decodeWordless(int status, const json::Document &answer, const json::Document &sent)
{
    if (status >= 400)
        return refused(status, sent);
    return unknown(filled(tr("Insider’s answer cannot be read (status %1): %2"),
                          {QString::number(status), whyUnreadable(answer)}));
}

/// The words of a refusal, with the name of the member that has them.
std::pair<std::string_view, json::Value> refusalWords(int status, const json::Value &root)
{
    const json::Value error = root.find("error");
    if (error && !error.isNull())
        return {"error", error};
    const json::Value message = root.find("message");
    const bool saysNo = root.find("success").is(json::Kind::False) || status >= 400;
    if (message && !message.isNull() && saysNo)
        return {"message", message};
    return {};
}

} // namespace

std::string_view name(Outcome outcome)
{
    constexpr std::array<std::string_view, 6> names{"accepted",      "rejected",  "partly",
                                                    "undeliverable", "not_fired", "unknown"};
    return names[static_cast<std::size_t>(outcome)];
}

Verdict decode(int status, std::string_view responseBody, const json::Document &sent)
{
    if (status <= 0)
        return decodeByStatusAlone(status);
    const json::Document answer{std::string(responseBody)};
    const json::Value root = answer.root();
    if (const json::Value data = root.find("data"); data.isObject())
        return decodeUsers(data, sent);
    if (isLostOnTheWay(status))
        return lostOnTheWay(status);
    if (isRedirect(status))
        return unknown(
            filled(tr("the endpoint sends everybody to another address (status %1), which is not "
                      "followed: nothing was done; Location among the answer’s headers says where"),
                   {QString::number(status)}));
    if (const auto [key, words] = refusalWords(status, root); words)
        return decodeRefusal(status, key, words, sent);
    if (root.find("success").is(json::Kind::False))
        return refused(status, sent);
    return decodeWordless(status, answer, sent);
}

Verdict decodeByStatusAlone(int status)
{
    Verdict out;
    out.evidence = Evidence::Ours;
    if (status <= 0) {
        out.outcome = Outcome::Undeliverable;
        out.summary = tr("no answer");
        return out;
    }
    out.outcome = isSuccess(status) ? Outcome::Accepted : Outcome::Rejected;
    out.summary = filled(isSuccess(status) ? tr("accepted, judged by the status alone (%1)")
                                           : tr("rejected, judged by the status alone (%1)"),
                         {QString::number(status)});
    return out;
}

Verdict verdictOf(const Prediction &prediction, const json::Document &sent)
{
    if (prediction.body) {
        Verdict out = decode(prediction.status, *prediction.body, sent);
        out.evidence = prediction.basis;
        return out;
    }
    Verdict out = unknown(tr("Insider does not document what it answers to this"));
    out.usersAccepted = prediction.usersAccepted;
    out.usersRejected = prediction.usersRejected;
    return out;
}

} // namespace designer::insider
