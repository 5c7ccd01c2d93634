// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/requestfindings.h"

#include "connection/soundness.h"
#include "http/endpoint.h"
#include "http/field.h"
#include "insider/insider.h"
#include "secrets/reference.h"
#include "testrun/requestbuilder.h"
#include "text/ascii.h"
#include "url/url.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

QString asSentence(const Error &error)
{
    QString text = error.sentence();
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text + QLatin1Char('.');
}

/// A field's text with its placeholders filled with nothing: what can be judged without an event.
std::string withoutPlaceholders(const connection::TextField &field)
{
    return field.fill({}, tmpl::MissingPolicy::Empty).text;
}

/// A path that hangs on a secret is nobody's until it is filled.
bool holdsSecretInPath(std::string_view url)
{
    const std::optional<url::Parts> parts = url::split(url);
    return parts && !secrets::findReferences(parts->path()).empty();
}

class RequestChecker
{
public:
    RequestChecker(const connection::RequestHead &head, bool insiders)
        : m_head(head), m_root(head.source.document().root()), m_insiders(insiders)
    { }

    Findings run()
    {
        endpoint();
        method();
        for (const connection::CompiledHeader &header : m_head.headers)
            headerField(header);
        headerNames();
        contentTypeValue();
        m_insiders ? insidersHeaders() : contentTypeHeader();
        return std::move(m_findings);
    }

private:
    Finding &add(const char *code, Severity severity, const json::Value &at, const QString &message)
    {
        Finding finding;
        finding.code = code;
        finding.severity = severity;
        finding.message = message;
        finding.templatePlace = m_head.source.place(at ? at : m_root);
        m_findings.push_back(std::move(finding));
        return m_findings.back();
    }

    void addPlaced(Findings findings, const json::Value &at)
    {
        for (Finding &finding : findings) {
            finding.templatePlace = m_head.source.place(at ? at : m_root);
            m_findings.push_back(std::move(finding));
        }
    }

    void strayMarks(const connection::TextField &field, const json::Value &at)
    {
        for (const tmpl::StrayMark &stray : field.placeholders().strays) {
            const std::string shown = field.text().substr(stray.begin, stray.end - stray.begin);
            add("PLACEHOLDER_INVALID", Severity::Warning, at, connection::strayMarkMessage(shown));
        }
    }

    void endpoint()
    {
        const json::Value at = m_root.find(connection::key::url);
        for (const tmpl::StrayMark &stray : m_head.url.placeholders().strays) {
            add("PLACEHOLDER_INVALID", Severity::Warning, at,
                tr("“%1” is no placeholder.")
                        .arg(json::toQString(m_head.url.text().substr(stray.begin, stray.end - stray.begin)))
                    + QLatin1Char(' ') + connection::placeholderRule());
        }
        for (const tmpl::Placeholder &placeholder : m_head.url.misplaced()) {
            add("ENDPOINT_INVALID", Severity::Error, at,
                tr("##%1## stands in the address before its path. An event must not decide to which host "
                   "data goes: "
                   "use placeholders in the path and after the question mark only.")
                    .arg(json::toQString(placeholder.path.text())))
                .placeholder
                = placeholder.path.text();
        }
        if (!m_head.url.misplaced().empty())
            return;
        const std::vector<secrets::Reference> secrets = misplacedSecrets(m_head.url);
        for (const secrets::Reference &reference : secrets) {
            add("ENDPOINT_INVALID", Severity::Error, at,
                tr("{{secret:%1}} stands in the address before its path. A secret must not decide to which "
                   "host "
                   "data goes, and everybody on the way can read that host: write it as it is, and put "
                   "secrets "
                   "into the path, after the question mark, or into a header.")
                    .arg(json::toQString(reference.name)));
        }
        if (!secrets.empty())
            return;
        if (const Status valid = secrets::checkReferences(m_head.url.text()); !valid)
            add("ENDPOINT_INVALID", Severity::Error, at, asSentence(valid.error()));
        const std::string url = withoutPlaceholders(m_head.url);
        unsentPart(url, at);
        if (url.empty()) {
            add("ENDPOINT_INVALID", Severity::Error, at,
                tr("There is no address (endpoint_url) to send to."));
            return;
        }
        if (const Result<http::Endpoint> parsed = http::parseEndpoint(url); !parsed)
            add("ENDPOINT_INVALID", Severity::Error, at, asSentence(parsed.error()));
        else if (!m_head.url.fillsPath() && !holdsSecretInPath(url))
            addPlaced(insider::checkEndpoint(url), at);
    }

    /// What follows a `#` is for the browser that shows a page, and goes to nobody.
    void unsentPart(const std::string &url, const json::Value &at)
    {
        const std::size_t mark = url.find('#');
        if (mark == std::string::npos)
            return;
        add("ENDPOINT_INVALID", Severity::Warning, at,
            tr("In an address, # and what follows it is not sent: “%1” is left out. Take it out of the "
               "address, or write %23 for a number sign.")
                .arg(json::toQString(std::string_view(url).substr(mark, 100))));
    }

    void method()
    {
        const json::Value at = m_root.find(connection::key::method);
        const std::string method = m_head.source.method();
        if (const Status valid = http::validateMethod(method); !valid)
            add("METHOD_WRONG", Severity::Error, at, asSentence(valid.error()));
        else if (m_insiders)
            addPlaced(insider::checkRequestLine(method, {}), at);
    }

    void headerField(const connection::CompiledHeader &header)
    {
        strayMarks(header.value, header.place);
        if (const Status valid = http::validateHeaderName(header.name); !valid)
            add("HEADER_INVALID", Severity::Error, header.place, asSentence(valid.error()));
        if (const Status valid = http::validateHeaderValue(withoutPlaceholders(header.value)); !valid)
            add("HEADER_INVALID", Severity::Error, header.place, asSentence(valid.error()));
        if (const Status valid = secrets::checkReferences(header.value.text()); !valid)
            add("HEADER_INVALID", Severity::Error, header.place, asSentence(valid.error()));
    }

    void contentTypeValue()
    {
        const json::Value setting = m_root.find(connection::key::contentType);
        if (setting.isString() && setting.text().empty())
            add("HEADER_INVALID", Severity::Warning, setting,
                tr("content_type is empty, so %1 is sent. Say which it is to be.")
                    .arg(json::toQString(m_head.source.contentType())));
        if (const Status valid = http::validateHeaderValue(m_head.source.contentType()); !valid)
            add("HEADER_INVALID", Severity::Error, m_root.find(connection::key::contentType),
                asSentence(valid.error()));
    }

    /// Names of headers have no case: `X-A` and `x-a` are one header, sent twice.
    void headerNames()
    {
        std::unordered_map<std::string, const connection::CompiledHeader *> seen;
        for (const connection::CompiledHeader &header : m_head.headers) {
            const auto [earlier, isNew] = seen.try_emplace(text::lowerCase(header.name), &header);
            if (!isNew) {
                add("HEADER_INVALID", Severity::Warning, header.place,
                    tr("The headers %1 and %2 are the same one, and it would be sent twice. Remove one of "
                       "them.")
                        .arg(json::toQString(earlier->second->name), json::toQString(header.name)));
            }
        }
    }

    void insidersHeaders()
    {
        std::vector<insider::Header> headers;
        for (const connection::CompiledHeader &header : m_head.headers)
            headers.push_back({header.name, header.value.text()});
        for (insider::HeaderFinding &found : insider::checkHeaders(headers, m_head.source.contentType())) {
            const auto header = std::find_if(m_head.headers.begin(), m_head.headers.end(),
                                             [&](const auto &h) { return h.name == found.headerName; });
            const json::Value at = header != m_head.headers.end() ? header->place
                : found.headerName.empty()                        ? m_root.find(connection::key::contentType)
                                                                  : m_root.find(connection::key::headers);
            addPlaced({std::move(found.finding)}, at);
        }
    }

    void contentTypeHeader()
    {
        for (const connection::CompiledHeader &header : m_head.headers) {
            if (text::equalsIgnoringCase(header.name, "Content-Type")
                && tmpl::mediaType(header.value.text()) != tmpl::mediaType(m_head.source.contentType())) {
                add("HEADER_INVALID", Severity::Error, header.place,
                    tr("The header says %1 and content_type says %2; content_type is what is sent. Remove "
                       "the header, "
                       "or make them equal.")
                        .arg(json::toQString(header.value.text()),
                             json::toQString(m_head.source.contentType())));
            }
        }
    }

    const connection::RequestHead &m_head;
    json::Value m_root;
    bool m_insiders;
    Findings m_findings;
};

/// What an event's values make of address and headers.
class FilledChecker
{
public:
    FilledChecker(const connection::RequestHead &head, const event::Event &event)
        : m_head(head), m_event(event), m_values(event.root()), m_policy(head.source.options().missing)
    { }

    Findings run()
    {
        if (!m_head.url.placeholders().found.empty() && m_head.url.misplaced().empty())
            endpoint(m_head.url.fill(m_values, m_policy).text);
        for (const connection::CompiledHeader &header : m_head.headers) {
            if (!header.value.placeholders().found.empty())
                headerValue(header);
        }
        if (isInsiders(m_head, m_event))
            insidersHeaders();
        return std::move(m_findings);
    }

private:
    /// What Insider makes of the headers that hang on the event; the others are judged without one.
    void insidersHeaders()
    {
        std::vector<insider::Header> headers;
        for (const connection::CompiledHeader &header : m_head.headers)
            headers.push_back({header.name, header.value.fill(m_values, m_policy).text});
        for (insider::HeaderFinding &found : insider::checkHeaders(headers, m_head.source.contentType())) {
            const auto header = std::find_if(m_head.headers.begin(), m_head.headers.end(),
                                             [&](const auto &h) { return h.name == found.headerName; });
            if (header == m_head.headers.end() || header->value.placeholders().found.empty()
                || found.finding.code == "HEADER_CONTENT_TYPE" || found.finding.code == "HEADER_WRONG")
                continue;
            found.finding.message = tr("With this event: %1").arg(found.finding.message);
            add(std::move(found.finding), header->place,
                header->value.placeholders().found.front().path.text());
        }
    }

    void endpoint(const std::string &filled)
    {
        const json::Value at = m_head.source.document().root().find(connection::key::url);
        const Result<http::Endpoint> parsed = filledEndpoint(m_head.url, filled);
        if (!parsed) {
            addError("ENDPOINT_INVALID", at, parsed.error(),
                     faulty(m_head.url, [](const auto &url, const auto &text) {
                         return filledEndpoint(url, text).hasValue();
                     }));
        } else if (m_head.url.fillsPath()) {
            for (Finding &finding : insider::checkEndpoint(filled))
                add(std::move(finding), at, m_head.url.placeholders().found.front().path.text());
        }
    }

    void headerValue(const connection::CompiledHeader &header)
    {
        const std::string filled = header.value.fill(m_values, m_policy).text;
        if (const Status valid = http::validateHeaderValue(filled); !valid)
            addError("HEADER_INVALID", header.place, valid.error(),
                     faulty(header.value, [](const auto &, const auto &text) {
                         return static_cast<bool>(http::validateHeaderValue(text));
                     }));
    }

    /// The path of the first placeholder whose value alone makes \a field impossible, the others being
    /// taken for a harmless word. Nothing where it takes several: then none is named.
    template <typename IsValid>
    std::optional<std::string> faulty(const connection::TextField &field, IsValid isValid)
    {
        const auto &all = field.placeholders().found;
        if (all.size() == 1)
            return all.front().path.text();
        constexpr std::size_t mostTried = 100; // each is tried on the whole field
        if (all.size() > mostTried)
            return std::nullopt;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const connection::TextField alone = withOnly(field, i);
            if (!isValid(alone, alone.fill(m_values, m_policy).text))
                return all[i].path.text();
        }
        return std::nullopt;
    }

    /// \a field with a word in the place of every placeholder but one.
    [[nodiscard]] static connection::TextField withOnly(const connection::TextField &field, std::size_t only)
    {
        std::string text;
        std::size_t at = 0;
        const auto &all = field.placeholders().found;
        for (std::size_t i = 0; i < all.size(); ++i) {
            text += field.text().substr(at, (i == only ? all[i].end : all[i].begin) - at);
            text += i == only ? "" : "x";
            at = all[i].end;
        }
        return {text + field.text().substr(at), field.kind()};
    }

    void addError(const char *code, const json::Value &at, const Error &error,
                  std::optional<std::string> placeholder)
    {
        Finding finding;
        finding.code = code;
        finding.severity = Severity::Error;
        finding.message = tr("With this event: %1").arg(asSentence(error));
        add(std::move(finding), at, std::move(placeholder));
    }

    void add(Finding finding, const json::Value &at, std::optional<std::string> placeholder)
    {
        finding.templatePlace = m_head.source.place(at ? at : m_head.source.document().root());
        finding.sample = m_event.name();
        finding.placeholder = std::move(placeholder);
        m_findings.push_back(std::move(finding));
    }

    const connection::RequestHead &m_head;
    const event::Event &m_event;
    event::Finder m_values;
    tmpl::MissingPolicy m_policy;
    Findings m_findings;
};

} // namespace

bool isInsiders(const connection::RequestHead &head)
{
    return head.url.misplaced().empty() && !head.url.fillsPath()
        && insider::isUpsertEndpoint(head.url.text());
}

bool isInsiders(const connection::RequestHead &head, const event::Event &event)
{
    if (!head.url.fillsPath())
        return isInsiders(head);
    return head.url.misplaced().empty()
        && insider::isUpsertEndpoint(head.url.fill(event.root(), head.source.options().missing).text);
}

Findings requestFindings(const connection::RequestHead &head, bool insiders)
{
    return RequestChecker(head, insiders).run();
}

Findings filledRequestFindings(const connection::RequestHead &head, const event::Event &event)
{
    return FilledChecker(head, event).run();
}

} // namespace designer::testrun
