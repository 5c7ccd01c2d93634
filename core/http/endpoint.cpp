// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/endpoint.h"

#include "http/field.h"
#include "text/ascii.h"
#include "text/percentencoding.h"
#include "url/url.h"
#include "json/index.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <charconv>

namespace designer::http {

namespace {

constexpr std::size_t longestPort = 20; ///< to be shown in a message

QString tr(const char *text)
{
    return QCoreApplication::translate("Http", text);
}

Error invalid(const QString &message, const QString &wayOut)
{
    return {ErrorCode::InvalidRequest, message, wayOut, {}, {}};
}

Status checkCharacters(std::string_view url)
{
    for (const char c : url) {
        if (c == ' ' || c == '\t')
            return invalid(tr("the URL contains a blank"),
                           tr("remove it, or write %20 for a blank that is meant"));
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return invalid(tr("the URL contains a line break or another control character"), tr("remove it"));
    }
    if (!json::isValidUtf8(url))
        return invalid(tr("the URL is not valid UTF-8"), tr("enter it again"));
    return ok();
}

/// The parts of an address that begins with http:// or https://.
Result<url::Parts> webAddress(std::string_view text)
{
    const std::optional<url::Parts> parts = url::split(text);
    if (parts
        && (text::equalsIgnoringCase(parts->scheme, "https")
            || text::equalsIgnoringCase(parts->scheme, "http")))
        return *parts;
    return invalid(text.empty() ? tr("there is no URL")
                                : tr("the URL does not begin with https:// or http://"),
                   tr("write the whole address, such as https://example.com/path"));
}

Result<std::uint16_t> parsePort(std::string_view text)
{
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65535) {
        // Whole or not at all: a secret that is cut short is not found and masked.
        return invalid(text.size() > longestPort ? tr("what stands after the host is no port number")
                                                 : tr("\"%1\" is no port number").arg(json::toQString(text)),
                       tr("use a number from 1 to 65535, or leave it out"));
    }
    return static_cast<std::uint16_t>(port);
}

Result<std::string> parseIpv6(std::string_view text)
{
    const QHostAddress address(json::toQString(text));
    if (text.find('%') != std::string_view::npos || address.protocol() != QAbstractSocket::IPv6Protocol) {
        return invalid(tr("\"%1\" is no IPv6 address").arg(json::toQString(text)),
                       tr("write it in brackets, such as https://[2001:db8::1]/"));
    }
    return address.toString().toStdString();
}

bool isHostCharacter(char c)
{
    return text::isLower(c) || text::isDigit(c) || c == '-' || c == '.' || c == '_';
}

bool hasSoundLabels(std::string_view host)
{
    while (!host.empty()) {
        const auto dot = std::min(host.find('.'), host.size());
        if (dot == 0 || dot > 63)
            return false;
        host.remove_prefix(std::min(dot + 1, host.size()));
    }
    return true;
}

/// Numbers in other forms than four decimal ones (`127.1`, `0x7f000001`) mean different hosts to
/// different programs.
bool looksLikeAddress(std::string_view host)
{
    if (host.ends_with('.'))
        host.remove_suffix(1);
    const auto dot = host.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? host : host.substr(dot + 1);
    return std::all_of(last.begin(), last.end(), text::isDigit)
        || (last.starts_with("0x") && std::all_of(last.begin() + 2, last.end(), text::isHexDigit));
}

bool isPlainIpv4(std::string_view host)
{
    const QHostAddress address(json::toQString(host));
    return address.protocol() == QAbstractSocket::IPv4Protocol && address.toString().toStdString() == host;
}

std::string asciiHost(std::string_view text)
{
    const bool ascii
        = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    return ascii ? text::lowerCase(text) : QUrl::toAce(json::toQString(text)).toStdString();
}

Result<std::string> parseHostName(std::string_view text)
{
    if (text.empty())
        return invalid(tr("the URL names no host"),
                       tr("write the whole address, such as https://example.com/path"));
    const std::string host = asciiHost(text);
    const bool sound = !host.empty() && host.size() <= 253
        && std::all_of(host.begin(), host.end(), isHostCharacter) && hasSoundLabels(host);
    if (!sound || (looksLikeAddress(host) && !isPlainIpv4(host))) {
        return invalid(tr("\"%1\" is no host name").arg(json::toQString(text)),
                       tr("use letters, digits, hyphens and dots, or an address such as 127.0.0.1"));
    }
    return host;
}

/// Splits "host:port", "[v6]:port"; \a port keeps its value where none is written.
Result<std::string> parseAuthority(std::string_view authority, std::uint16_t &port)
{
    if (authority.find('@') != std::string_view::npos) {
        return invalid(
            tr("the URL contains a user name or password, which would be sent and logged in the clear"),
            tr("take it out of the URL and use an Authorization header"));
    }
    const bool bracketed = authority.starts_with('[');
    const auto hostEnd = bracketed ? authority.find(']') : authority.find(':');
    if (bracketed && hostEnd == std::string_view::npos)
        return invalid(tr("the bracket of the IPv6 address is not closed"),
                       tr("write it such as https://[::1]/"));
    const std::string_view host = bracketed ? authority.substr(1, hostEnd - 1) : authority.substr(0, hostEnd);
    std::string_view rest = authority.substr(std::min(authority.size(), bracketed ? hostEnd + 1 : hostEnd));
    if (!rest.empty() && rest.front() != ':')
        return invalid(tr("something stands between the host and the port"), tr("remove it"));
    if (rest.size() > 1) {
        const Result<std::uint16_t> read = parsePort(rest.substr(1));
        if (!read)
            return read.error();
        port = *read;
    }
    return bracketed ? parseIpv6(host) : parseHostName(host);
}

Result<std::string> encodedTarget(std::string_view text)
{
    std::string out = text.starts_with('/') ? "" : "/";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%'
            && (i + 2 >= text.size() || !text::isHexDigit(text[i + 1]) || !text::isHexDigit(text[i + 2]))) {
            return invalid(tr("a % in the URL is not followed by two hexadecimal digits"),
                           tr("write %25 for a percent sign that is meant"));
        }
        if (static_cast<signed char>(c) < 0
            || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos)
            text::appendPercentByte(out, c);
        else
            out += c;
    }
    return out;
}

} // namespace

std::string Endpoint::authority() const
{
    std::string out = host.find(':') == std::string::npos ? host : '[' + host + ']';
    if (port != (secure ? 443 : 80))
        out += ':' + std::to_string(port);
    return out;
}

std::string Endpoint::url() const
{
    return (secure ? "https://" : "http://") + authority() + target;
}

bool Endpoint::isLoopback() const
{
    return url::isLoopback(host);
}

bool Endpoint::isAddress() const
{
    return !QHostAddress(json::toQString(host)).isNull();
}

Result<Endpoint> parseEndpoint(std::string_view url)
{
    if (const Status sound = checkCharacters(url); !sound)
        return sound.error();
    const Result<url::Parts> parts = webAddress(url);
    if (!parts)
        return parts.error();
    if (parts->target.starts_with('\\'))
        return invalid(tr("the URL contains a backslash after the host"), tr("write / instead"));
    Endpoint endpoint;
    endpoint.secure = text::equalsIgnoringCase(parts->scheme, "https");
    endpoint.port = endpoint.secure ? 443 : 80;
    Result<std::string> host = parseAuthority(parts->authority, endpoint.port);
    if (!host)
        return host.error();
    endpoint.host = std::move(*host);
    Result<std::string> target = encodedTarget(parts->target);
    if (!target)
        return target.error();
    endpoint.target = std::move(*target);
    return endpoint;
}

} // namespace designer::http
