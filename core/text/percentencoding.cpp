// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/percentencoding.h"

#include "text/ascii.h"

namespace designer::text {

void appendPercentByte(std::string &out, char c)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

void appendPercentEncoded(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~')
            out += c;
        else
            appendPercentByte(out, c);
    }
}

std::string percentEncoded(std::string_view text)
{
    std::string out;
    appendPercentEncoded(out, text);
    return out;
}

} // namespace designer::text
