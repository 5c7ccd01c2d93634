// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/escaping.h"

#include "json/layout.h"

namespace designer::tmpl {

namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void appendPercent(std::string &out, char c)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

} // namespace

void appendFormEncoded(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (isAlphanumeric(c) || c == '*' || c == '-' || c == '.' || c == '_')
            out += c;
        else if (c == ' ')
            out += '+';
        else
            appendPercent(out, c);
    }
}

void appendPercentEncoded(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~')
            out += c;
        else
            appendPercent(out, c);
    }
}

void appendXmlEscaped(std::string &out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&apos;"; break;
        default: out += c;
        }
    }
}

void appendJsonInString(std::string &out, std::string_view json)
{
    for (const char c : json) {
        if (c == '\\' || c == '"')
            out += '\\';
        out += c;
    }
}

std::string plainText(const json::Value &value)
{
    return value.isContainer() ? json::minified(value) : value.text();
}

} // namespace designer::tmpl
