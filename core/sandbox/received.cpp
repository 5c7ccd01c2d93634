// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/received.h"

#include "http/headparser.h"
#include "http/request.h"
#include "url/url.h"

#include <algorithm>

namespace designer::sandbox {

namespace {

std::string_view takeLine(std::string_view &text)
{
    const auto feed = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, feed);
    text.remove_prefix(std::min(feed + 1, text.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// The path and query of a target that is written as a whole URL.
std::string withoutAuthority(std::string_view target)
{
    const std::optional<url::Parts> parts = target.starts_with('/') ? std::nullopt : url::split(target);
    if (!parts)
        return std::string(target);
    return (parts->target.starts_with('/') ? "" : "/") + std::string(parts->target);
}

bool readRequestLine(std::string_view line, Received &request)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || last == first || !line.substr(last + 1).starts_with("HTTP/1."))
        return false;
    request.method = line.substr(0, first);
    request.target = withoutAuthority(line.substr(first + 1, last - first - 1));
    return http::isToken(request.method) && !request.target.empty()
        && request.target.find(' ') == std::string::npos;
}

} // namespace

std::string_view Received::path() const
{
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Received::header(std::string_view name) const
{
    const std::string *const value = http::findHeader(headers, name);
    return value ? std::string_view(*value) : std::string_view();
}

std::optional<Received> readHead(std::string_view head)
{
    Received request;
    if (!readRequestLine(takeLine(head), request))
        return std::nullopt;
    for (std::string_view line = takeLine(head); !line.empty(); line = takeLine(head)) {
        if (!http::readHeaderLine(line, request.headers))
            return std::nullopt;
    }
    return request;
}

} // namespace designer::sandbox
