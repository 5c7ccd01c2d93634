// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/requestbuilder.h"

#include "insider/insider.h"
#include "secrets/masker.h"
#include "secrets/reference.h"
#include "testrun/blocked.h"
#include "testrun/requestfindings.h"
#include "testrun/xmltext.h"
#include "text/ascii.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

Error invalid(const QString &message, const QString &wayOut)
{
    return {ErrorCode::InvalidRequest, message, wayOut, {}, {}};
}

/// \a error at the setting \a place of the connection, or at its beginning where it lacks the setting.
/// One that has its file, which is the event's, keeps it.
Error placed(Error error, const connection::Connection &connection, const json::Value &place)
{
    if (!error.file.isEmpty())
        return error;
    error.file = connection.file();
    error.position = connection.place(place ? place : connection.document().root()).position;
    return error;
}

/// Makes the parts of one request.
class Builder
{
public:
    Builder(const connection::CompiledConnection &connection, const event::Event &event,
            const secrets::Secrets &secrets)
        : m_connection(connection), m_event(event), m_values(event.root()), m_secrets(secrets),
          m_policy(connection.requestFormat.options().missing)
    { }

    [[nodiscard]] Status checkMethod() const
    {
        return checked(connection::key::method, http::validateMethod(m_connection.source.method()));
    }

    [[nodiscard]] Status checkBody(const std::string &body) const
    {
        if (m_connection.requestFormat.options().kind != tmpl::ContentKind::Xml)
            return ok();
        const auto found = findNonXml(body);
        if (!found)
            return ok();
        return at(connection::key::requestFormat,
                  invalid(tr("the body holds the character %1, which XML cannot hold").arg(found->name()),
                          tr("take it out of the event’s value, or of the template")));
    }

    [[nodiscard]] Result<std::string> url()
    {
        if (!m_connection.url.misplaced().empty())
            return at(connection::key::url,
                      invalid(tr("a placeholder stands in the address before its path"),
                              tr("use placeholders in the path and after the question mark only")));
        if (!misplacedSecrets(m_connection.url).empty())
            return at(connection::key::url,
                      invalid(tr("a secret stands in the address before its path"),
                              tr("write the host as it is: secrets belong into the path, after the question "
                                 "mark, or into a header")));
        Result<std::string> out
            = checked(connection::key::url, filled(m_connection.url, secrets::Insertion::PercentEncoded));
        if (out)
            noteTextsWithSecrets(m_connection.url.text(), *out, "/?&=;");
        return out;
    }

    [[nodiscard]] Result<http::Endpoint> endpoint(const std::string &url) const
    {
        return checked(connection::key::url, filledEndpoint(m_connection.url, url));
    }

    [[nodiscard]] Result<std::vector<http::Header>> headers()
    {
        std::vector<http::Header> out;
        for (const OutgoingHeader &header : outgoingHeaders(m_connection)) {
            Result<std::string> value = filled(header.value, secrets::Insertion::AsItIs);
            if (!value)
                return placed(value.error(), m_connection.source, header.place);
            noteTextsWithSecrets(header.value.text(), *value, {});
            out.push_back({header.name, std::move(value).value()});
            if (const Status sound = http::validateHeader(out.back()); !sound)
                return placed(sound.error(), m_connection.source, header.place);
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> takeTextsWithSecrets() { return std::move(m_textsWithSecrets); }

private:
    /// Neither an event's value nor a secret holds one of the \a separators any more, so that the parts of
    /// what the author wrote are those of what it was filled to.
    void noteTextsWithSecrets(std::string_view written, std::string_view filled, std::string_view separators)
    {
        while (true) {
            const std::string_view part = written.substr(0, written.find_first_of(separators));
            const std::string_view filledPart = filled.substr(0, filled.find_first_of(separators));
            if (hasShortSecret(part))
                m_textsWithSecrets.emplace_back(filledPart);
            if (part.size() == written.size() || filledPart.size() == filled.size())
                return;
            written.remove_prefix(part.size() + 1);
            filled.remove_prefix(filledPart.size() + 1);
        }
    }
    [[nodiscard]] bool hasShortSecret(std::string_view text) const
    {
        const std::vector<secrets::Reference> all = secrets::findReferences(text);
        return std::any_of(all.begin(), all.end(), [this](const secrets::Reference &reference) {
            const auto known = m_secrets.find(reference.name);
            return known != m_secrets.end() && known->second.reveal().size() < secrets::Masker::tellingLength;
        });
    }

    [[nodiscard]] Result<std::string> filled(const connection::TextField &field, secrets::Insertion insertion)
    {
        std::optional<Error> error;
        const auto withSecrets = [&](std::string_view text) {
            Result<std::string> out = secrets::substitute(text, m_secrets, insertion);
            if (!out && !error)
                error = out.error();
            return out ? std::move(out).value() : std::string();
        };
        connection::TextField::Filled out = field.fill(m_values, m_policy, withSecrets);
        if (error)
            return *error;
        if (m_policy == tmpl::MissingPolicy::Block && !out.missing.empty())
            return blockedError(tmpl::Blocked::MissingValues, out.missing).inFile(m_event.name());
        return std::move(out.text);
    }

    /// \a outcome; its error, if it is one, at the setting \a name.
    template <typename Outcome>
    [[nodiscard]] Outcome checked(std::string_view name, Outcome outcome) const
    {
        return outcome ? std::move(outcome) : Outcome(at(name, outcome.error()));
    }
    [[nodiscard]] Error at(std::string_view name, Error error) const
    {
        return placed(std::move(error), m_connection.source,
                      m_connection.source.document().root().find(name));
    }

    const connection::CompiledConnection &m_connection;
    const event::Event &m_event;
    event::Finder m_values;
    const secrets::Secrets &m_secrets;
    tmpl::MissingPolicy m_policy;
    std::vector<std::string> m_textsWithSecrets;
};

} // namespace

std::vector<OutgoingHeader> outgoingHeaders(const connection::RequestHead &connection)
{
    const connection::TextField contentType(connection.source.contentType(),
                                            connection::TextField::Kind::HeaderValue);
    const json::Value place = connection.source.document().root().find(connection::key::contentType);
    std::vector<OutgoingHeader> out;
    bool hasContentType = false;
    for (const connection::CompiledHeader &header : connection.headers) {
        const bool isContentType = text::equalsIgnoringCase(header.name, "Content-Type");
        if (!isContentType)
            out.push_back({header.name, header.value, header.place});
        else if (!hasContentType)
            out.push_back({header.name, contentType, place});
        hasContentType = hasContentType || isContentType;
    }
    if (!hasContentType)
        out.push_back({"Content-Type", contentType, place});
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

std::vector<secrets::Reference> misplacedSecrets(const connection::TextField &url)
{
    std::vector<secrets::Reference> out = secrets::findReferences(url.text());
    // Without a scheme nobody can tell where the host ends: then the address itself is what is wrong.
    const std::size_t end
        = url.text().find("://") == std::string::npos ? 1 : connection::authorityEnd(url.text());
    std::erase_if(out, [end](const secrets::Reference &reference) { return reference.begin >= end; });
    return out;
}

Result<http::Endpoint> filledEndpoint(const connection::TextField &url, const std::string &filled)
{
    if (url.leavesPath(filled))
        return invalid(tr("a value makes a part of the address’s path “.” or “..”, which leads to another "
                          "path"),
                       tr("let the value be another one, or put it after the question mark"));
    return http::parseEndpoint(filled);
}

Result<BuiltRequest> buildRequest(const connection::CompiledConnection &connection, const event::Event &event,
                                  std::string body, const secrets::Secrets &secrets,
                                  const std::optional<http::Endpoint> &sandbox, const std::string &version)
{
    Builder builder(connection, event, secrets);
    if (const Status sound = builder.checkMethod(); !sound)
        return sound.error();
    if (const Status sound = builder.checkBody(body); !sound)
        return sound.error();
    const Result<std::string> url = builder.url();
    if (!url)
        return url.error();
    Result<http::Endpoint> target = builder.endpoint(*url);
    if (!target)
        return target.error();
    const bool insiders = isInsiders(connection, event);
    if (sandbox) {
        const std::string path = insiders ? target->target : "/echo" + target->target;
        target = *sandbox;
        target->target = path;
    }
    const Result<std::vector<http::Header>> headers = builder.headers();
    if (!headers)
        return headers.error();
    Result<http::Request> request
        = http::makeRequest(connection.source.method(), target->url(), *headers, std::move(body), version);
    if (!request)
        return request.error();
    return BuiltRequest{std::move(request).value(), insiders, builder.takeTextsWithSecrets()};
}

} // namespace designer::testrun
