// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request.h"

#include "text/ascii.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::http {

namespace {

/// Answers are shown and judged as they come: unless the author asks for another, one that needs no
/// unpacking is asked for.
constexpr std::string_view unpacked = "identity";

Error forHeader(const Error &error, std::string_view name)
{
    Error out = error;
    out.message
        = QCoreApplication::translate("Http", "header %1: %2").arg(json::toQString(name), error.message);
    return out;
}

/// The user's headers, each checked and its value trimmed.
Status appendChecked(std::vector<Header> &out, const std::vector<Header> &headers)
{
    for (const Header &header : headers) {
        if (const Status sound = validateHeader(header); !sound)
            return sound.error();
        out.push_back({header.name, std::string(trimmed(header.value))});
    }
    return ok();
}

void addIfAbsent(std::vector<Header> &headers, std::string_view name, std::string value)
{
    if (!findHeader(headers, name))
        headers.push_back({std::string(name), std::move(value)});
}

bool meansBody(std::string_view method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

} // namespace

std::string Request::head() const
{
    std::string out = method + ' ' + endpoint.target + " HTTP/1.1\r\n";
    for (const Header &header : headers)
        out += header.name + ": " + header.value + "\r\n";
    return out + "\r\n";
}

Status validateHeader(const Header &header)
{
    if (const Status name = validateHeaderName(header.name); !name)
        return name.error();
    if (const Status value = validateHeaderValue(header.value); !value)
        return forHeader(value.error(), header.name);
    return ok();
}

Result<Request> makeRequest(std::string_view method, std::string_view url, const std::vector<Header> &headers,
                            std::string body, std::string_view version)
{
    if (const Status checked = validateMethod(method); !checked)
        return checked.error();
    Result<Endpoint> endpoint = parseEndpoint(url);
    if (!endpoint)
        return endpoint.error();
    Request request{std::string(method), std::move(*endpoint), {}, std::move(body)};
    request.headers.push_back({"Host", request.endpoint.authority()});
    if (const Status checked = appendChecked(request.headers, headers); !checked)
        return checked.error();
    addIfAbsent(request.headers, "Accept", "*/*");
    addIfAbsent(request.headers, "Accept-Encoding", std::string(unpacked));
    addIfAbsent(request.headers, "User-Agent", "ConnectionDesigner/" + std::string(version));
    if (!request.body.empty() || meansBody(method))
        request.headers.push_back({"Content-Length", std::to_string(request.body.size())});
    request.headers.push_back({"Connection", "close"});
    return request;
}

const std::string *findHeader(const std::vector<Header> &headers, std::string_view name)
{
    const auto at = std::find_if(headers.begin(), headers.end(), [&](const Header &header) {
        return text::equalsIgnoringCase(header.name, name);
    });
    return at == headers.end() ? nullptr : &at->value;
}

} // namespace designer::http
