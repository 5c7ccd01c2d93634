// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/escaping.h"

#include "text/ascii.h"
#include "text/percentencoding.h"
#include "json/layout.h"

namespace designer::tmpl {

void appendFormEncoded(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (text::isLetterOrDigit(c) || c == '*' || c == '-' || c == '.' || c == '_')
            out += c;
        else if (c == ' ')
            out += '+';
        else
            text::appendPercentByte(out, c);
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
