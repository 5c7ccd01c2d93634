// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/field.h"

#include "text/ascii.h"
#include "json/index.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace designer::http {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Http", text);
}

Error invalid(const QString &message, const QString &wayOut)
{
    return {ErrorCode::InvalidRequest, message, wayOut, {}, {}};
}

bool isTokenCharacter(char c)
{
    return text::isLetterOrDigit(c)
        || (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}

/// Line feed, NUL and the like cannot be shown, so they are named.
QString characterName(char c)
{
    switch (c) {
    case '\n': return tr("a line feed");
    case '\r': return tr("a carriage return");
    case '\0': return tr("a NUL byte");
    case '\t': return tr("a tab");
    case ' ': return tr("a blank");
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f)
        return tr("the control character 0x%1").arg(byte, 2, 16, QLatin1Char('0'));
    if (byte >= 0x80)
        return tr("a letter beyond ASCII");
    return QString(QLatin1Char('"')) + QLatin1Char(c) + QLatin1Char('"');
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

const char *firstNonToken(std::string_view text)
{
    const auto at = std::find_if_not(text.begin(), text.end(), isTokenCharacter);
    return at == text.end() ? nullptr : at;
}

} // namespace

bool isToken(std::string_view text)
{
    return !text.empty() && !firstNonToken(text);
}

std::string_view trimmed(std::string_view value)
{
    const auto first = value.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return value.substr(first, value.find_last_not_of(" \t") - first + 1);
}

bool isSetByProgram(std::string_view headerName)
{
    static constexpr std::array<std::string_view, 9> names{
        "Host",       "Content-Length", "Transfer-Encoding",
        "Connection", "Keep-Alive",     "Proxy-Connection",
        "TE",         "Trailer",        "Upgrade"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return text::equalsIgnoringCase(name, headerName); });
}

Status validateMethod(std::string_view method)
{
    const QString wayOut = tr("use a method such as POST, PUT, PATCH, GET or DELETE");
    if (method.empty())
        return invalid(tr("the method is empty"), wayOut);
    if (const char *c = firstNonToken(method))
        return invalid(tr("the method contains %1, which no HTTP method may").arg(characterName(*c)), wayOut);
    if (text::equalsIgnoringCase(method, "CONNECT"))
        return invalid(tr("the method CONNECT asks for a tunnel and carries no data"), wayOut);
    return ok();
}

Status validateHeaderName(std::string_view name)
{
    if (name.empty())
        return invalid(tr("a header has no name"), tr("give it a name, or remove it"));
    if (const char *c = firstNonToken(name)) {
        return invalid(tr("the header name contains %1").arg(characterName(*c)),
                       tr("use letters, digits and hyphens only, such as X-Api-Key"));
    }
    if (isSetByProgram(name)) {
        return invalid(tr("the header %1 is set by the program itself").arg(json::toQString(name)),
                       tr("remove it: its value follows from the URL and the body"));
    }
    return ok();
}

Status validateHeaderValue(std::string_view value)
{
    const auto control = std::find_if(value.begin(), value.end(), isControl);
    if (control != value.end()) {
        return invalid(tr("the header value contains %1, which could smuggle in another header")
                           .arg(characterName(*control)),
                       tr("remove it: a header value is one line of text"));
    }
    if (!json::isValidUtf8(value)) {
        return invalid(tr("the header value is not valid UTF-8"),
                       tr("enter it again, or save the file it comes from as UTF-8"));
    }
    return ok();
}

} // namespace designer::http
