// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/endpoint.h"

#include "insider/catalogue.h"
#include "insider/wording.h"
#include "text/ascii.h"
#include "url/url.h"

#include <algorithm>
#include <string>

namespace designer::insider {

namespace {

/// The parts of an address that decide whose it is.
struct Address
{
    std::string scheme; ///< lower case
    std::string host; ///< lower case, without brackets and a final dot
    std::string_view path;
    [[nodiscard]] bool isHttp() const { return scheme == "http" || scheme == "https"; }
};

/// `[::1]:80` → `::1`
std::string hostOf(std::string_view hostAndPort)
{
    if (hostAndPort.starts_with('['))
        return text::lowerCase(hostAndPort.substr(1, hostAndPort.find(']') - 1));
    std::string host = text::lowerCase(hostAndPort.substr(0, hostAndPort.find(':')));
    if (host.ends_with('.'))
        host.pop_back();
    return host;
}

Address addressOf(std::string_view text)
{
    const std::optional<url::Parts> parts = url::split(text);
    if (!parts)
        return {};
    return {text::lowerCase(parts->scheme), hostOf(parts->hostAndPort()), parts->path()};
}

bool isInsiderHost(std::string_view host)
{
    const auto &domains = catalogue().domains;
    return std::any_of(domains.begin(), domains.end(), [&](std::string_view domain) {
        return host == domain
            || (host.size() > domain.size() && host.ends_with(domain)
                && host[host.size() - domain.size() - 1] == '.');
    });
}

const WrongEndpoint *knownWrong(std::string_view host, std::string_view path)
{
    const auto &rows = catalogue().wrongEndpoints;
    const auto match = std::find_if(rows.begin(), rows.end(), [&](const WrongEndpoint &row) {
        return (row.host.empty() || row.host == host) && (row.path.empty() || row.path == path);
    });
    return match == rows.end() ? nullptr : &*match;
}

} // namespace

bool isUpsertEndpoint(std::string_view url)
{
    const Address address = addressOf(url);
    return address.isHttp() && address.path == catalogue().endpointPath
        && (isInsiderHost(address.host) || url::isLoopback(address.host));
}

Findings checkEndpoint(std::string_view url)
{
    Findings out;
    const Address address = addressOf(url);
    if (!address.isHttp() || !isInsiderHost(address.host))
        return out;
    const QString place = shown(address.host + std::string(address.path));
    if (const WrongEndpoint *row = knownWrong(address.host, address.path)) {
        out.push_back(findingOf(row->rule, {row->rule == Rule::EndpointHost ? shown(address.host) : place}));
        if (row->rule != Rule::EndpointHost)
            return out;
    }
    if (address.path != catalogue().endpointPath)
        out.push_back(findingOf(Rule::EndpointWrong, {place}));
    if (address.scheme == "http")
        out.push_back(findingOf(Rule::EndpointInsecure, {}));
    return out;
}

Findings checkRequestLine(std::string_view method, std::string_view path)
{
    Findings out;
    if (method != "POST")
        out.push_back(findingOf(Rule::MethodWrong, {shown(method)}));
    const std::string_view plain = path.substr(0, path.find_first_of("?#"));
    if (!plain.empty() && plain != catalogue().endpointPath) {
        const WrongEndpoint *row = knownWrong({}, plain);
        out.push_back(findingOf(row ? row->rule : Rule::EndpointWrong, {shown(plain)}));
    }
    return out;
}

} // namespace designer::insider
