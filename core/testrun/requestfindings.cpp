// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/requestfindings.h"

#include "http/endpoint.h"
#include "http/field.h"
#include "insider/insider.h"

#include <QCoreApplication>

#include <algorithm>

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

class Checker
{
public:
    explicit Checker(const connection::CompiledConnection &connection)
        : m_connection(connection), m_root(connection.source.document().root()),
          m_insiders(isInsiders(connection))
    { }

    Findings run()
    {
        endpoint();
        method();
        for (const connection::CompiledHeader &header : m_connection.headers)
            headerField(header);
        headerNames();
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
        finding.templatePlace = m_connection.source.place(at ? at : m_root);
        m_findings.push_back(std::move(finding));
        return m_findings.back();
    }

    void addPlaced(Findings findings, const json::Value &at)
    {
        for (Finding &finding : findings) {
            finding.templatePlace = m_connection.source.place(at ? at : m_root);
            m_findings.push_back(std::move(finding));
        }
    }

    void strayMarks(const connection::TextField &field, const json::Value &at)
    {
        for (const tmpl::StrayMark &stray : field.placeholders().strays) {
            const std::string shown = field.text().substr(stray.begin, stray.end - stray.begin);
            add("PLACEHOLDER_INVALID", Severity::Warning, at,
                tr("“%1” is no placeholder and would be sent as it stands. A placeholder is two number "
                   "signs, a path "
                   "of names joined by dots, and two number signs, without blanks: ##properties.price##.")
                    .arg(json::toQString(shown)));
        }
    }

    void endpoint()
    {
        const json::Value at = m_root.find(connection::key::url);
        strayMarks(m_connection.url, at);
        for (const tmpl::Placeholder &placeholder : m_connection.url.misplaced()) {
            add("ENDPOINT_INVALID", Severity::Error, at,
                tr("##%1## stands in the address before its path. An event must not decide to which host "
                   "data goes: "
                   "use placeholders in the path and after the question mark only.")
                    .arg(json::toQString(placeholder.path.text())))
                .placeholder
                = placeholder.path.text();
        }
        if (!m_connection.url.misplaced().empty())
            return;
        const std::string url = withoutPlaceholders(m_connection.url);
        if (url.empty()) {
            add("ENDPOINT_INVALID", Severity::Error, at,
                tr("There is no address (endpoint_url) to send to."));
            return;
        }
        if (const Result<http::Endpoint> parsed = http::parseEndpoint(url); !parsed)
            add("ENDPOINT_INVALID", Severity::Error, at, asSentence(parsed.error()));
        else
            addPlaced(insider::checkEndpoint(url), at);
    }

    void method()
    {
        const json::Value at = m_root.find(connection::key::method);
        const std::string method = m_connection.source.method();
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
    }

    /// Names of headers have no case: `X-A` and `x-a` are one header, sent twice.
    void headerNames()
    {
        const auto &headers = m_connection.headers;
        for (auto header = headers.begin(); header != headers.end(); ++header) {
            const auto earlier
                = std::find_if(headers.begin(), header, [&](const connection::CompiledHeader &h) {
                      return http::equalsIgnoringCase(h.name, header->name);
                  });
            if (earlier != header) {
                add("HEADER_INVALID", Severity::Warning, header->place,
                    tr("The headers %1 and %2 are the same one, and it would be sent twice. Remove one of "
                       "them.")
                        .arg(json::toQString(earlier->name), json::toQString(header->name)));
            }
        }
    }

    void insidersHeaders()
    {
        std::vector<insider::Header> headers;
        for (const connection::CompiledHeader &header : m_connection.headers)
            headers.push_back({header.name, header.value.text()});
        for (insider::HeaderFinding &found :
             insider::checkHeaders(headers, m_connection.source.contentType())) {
            const auto header = std::find_if(m_connection.headers.begin(), m_connection.headers.end(),
                                             [&](const auto &h) { return h.name == found.headerName; });
            const json::Value at = header != m_connection.headers.end() ? header->place
                : found.headerName.empty() ? m_root.find(connection::key::contentType)
                                           : m_root.find(connection::key::headers);
            addPlaced({std::move(found.finding)}, at);
        }
    }

    void contentTypeHeader()
    {
        for (const connection::CompiledHeader &header : m_connection.headers) {
            if (http::equalsIgnoringCase(header.name, "Content-Type")
                && tmpl::mediaType(header.value.text())
                    != tmpl::mediaType(m_connection.source.contentType())) {
                add("HEADER_INVALID", Severity::Error, header.place,
                    tr("The header says %1 and content_type says %2; content_type is what is sent. Remove "
                       "the header, "
                       "or make them equal.")
                        .arg(json::toQString(header.value.text()),
                             json::toQString(m_connection.source.contentType())));
            }
        }
    }

    const connection::CompiledConnection &m_connection;
    json::Value m_root;
    bool m_insiders;
    Findings m_findings;
};

} // namespace

bool isInsiders(const connection::CompiledConnection &connection)
{
    return connection.url.misplaced().empty()
        && insider::isUpsertEndpoint(withoutPlaceholders(connection.url));
}

Findings requestFindings(const connection::CompiledConnection &connection)
{
    return Checker(connection).run();
}

std::vector<OutgoingHeader> outgoingHeaders(const connection::CompiledConnection &connection)
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

} // namespace designer::testrun
