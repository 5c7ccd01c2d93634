// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/requestbuilder.h"

#include "insider/insider.h"
#include "secrets/reference.h"
#include "testrun/blocked.h"
#include "testrun/xmltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

/// Fills the fields of one request.
class Filler
{
public:
    Filler(const connection::CompiledConnection &connection, const event::Event &event,
           const secrets::Secrets &secrets)
        : m_event(event), m_secrets(secrets), m_policy(connection.requestFormat.options().missing)
    { }

    Result<std::string> filled(const connection::TextField &field, secrets::Insertion insertion) const
    {
        std::optional<Error> error;
        const auto withSecrets = [&](std::string_view text) {
            Result<std::string> out = secrets::substitute(text, m_secrets, insertion);
            if (!out && !error)
                error = out.error();
            return out ? std::move(out).value() : std::string();
        };
        connection::TextField::Filled out = field.fill(m_event.root(), m_policy, withSecrets);
        if (error)
            return *error;
        if (m_policy == tmpl::MissingPolicy::Block && !out.missing.empty())
            return blockedError(tmpl::Blocked::MissingValues, out.missing).inFile(m_event.name());
        return std::move(out.text);
    }

private:
    const event::Event &m_event;
    const secrets::Secrets &m_secrets;
    tmpl::MissingPolicy m_policy;
};

Error invalid(const QString &message, const QString &wayOut)
{
    return {ErrorCode::InvalidRequest, message, wayOut, {}, {}};
}

Status checkBody(const connection::CompiledConnection &connection, const std::string &body)
{
    if (connection.requestFormat.options().kind != tmpl::ContentKind::Xml)
        return ok();
    if (const auto found = findNonXml(body))
        return invalid(tr("the body holds the character %1, which XML cannot hold").arg(found->name()),
                       tr("take it out of the event's value, or of the template"));
    return ok();
}

Result<std::vector<http::Header>> filledHeaders(const connection::CompiledConnection &connection,
                                                const Filler &filler)
{
    std::vector<http::Header> out;
    for (const OutgoingHeader &header : outgoingHeaders(connection)) {
        Result<std::string> value = filler.filled(header.value, secrets::Insertion::AsItIs);
        if (!value)
            return value.error();
        out.push_back({header.name, std::move(value).value()});
    }
    return out;
}

} // namespace

std::vector<OutgoingHeader> outgoingHeaders(const connection::RequestHead &connection)
{
    const connection::TextField contentType(connection.source.contentType(),
                                            connection::TextField::Kind::HeaderValue);
    std::vector<OutgoingHeader> out;
    bool hasContentType = false;
    for (const connection::CompiledHeader &header : connection.headers) {
        const bool isContentType = http::equalsIgnoringCase(header.name, "Content-Type");
        if (!isContentType)
            out.push_back({header.name, header.value});
        else if (!hasContentType)
            out.push_back({header.name, contentType});
        hasContentType = hasContentType || isContentType;
    }
    if (!hasContentType)
        out.push_back({"Content-Type", contentType});
    return out;
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
    for (const OutgoingHeader &header : outgoingHeaders(connection))
        collect(header.value.text());
    return names;
}

Result<http::Endpoint> filledEndpoint(const connection::TextField &url, const std::string &filled)
{
    if (url.leavesPath(filled))
        return invalid(tr("a value makes a part of the address's path “.” or “..”, which leads to another "
                          "path"),
                       tr("let the value be another one, or put it after the question mark"));
    return http::parseEndpoint(filled);
}

Result<BuiltRequest> buildRequest(const connection::CompiledConnection &connection, const event::Event &event,
                                  std::string body, const secrets::Secrets &secrets,
                                  const std::optional<http::Endpoint> &sandbox, const std::string &version)
{
    if (!connection.url.misplaced().empty())
        return invalid(tr("a placeholder stands in the address before its path"),
                       tr("use placeholders in the path and after the question mark only"));
    if (const Status sound = checkBody(connection, body); !sound)
        return sound.error();
    const Filler filler(connection, event, secrets);
    const Result<std::string> url = filler.filled(connection.url, secrets::Insertion::PercentEncoded);
    if (!url)
        return url.error();
    Result<http::Endpoint> target = filledEndpoint(connection.url, *url);
    if (!target)
        return target.error();
    const bool insiders = insider::isUpsertEndpoint(*url);
    if (sandbox) {
        const std::string path = insiders ? target->target : "/echo" + target->target;
        target = *sandbox;
        target->target = path;
    }
    const Result<std::vector<http::Header>> headers = filledHeaders(connection, filler);
    if (!headers)
        return headers.error();
    Result<http::Request> request
        = http::makeRequest(connection.source.method(), target->url(), *headers, std::move(body), version);
    if (!request)
        return request.error();
    return BuiltRequest{std::move(request).value(), insiders};
}

} // namespace designer::testrun
