// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/lexemes.h"

#include <cstring>
#include <string_view>

namespace designer::json {

namespace {

/// The four digits after a `u`.
Lexeme readHexQuad(const char *at, const char *end, unsigned &unit)
{
    for (int i = 0; i < 4; ++i, ++at) {
        if (at == end)
            return Lexeme::failed(at, end, ParseErrorCode::BadEscape);
        const char c = *at;
        const bool digit = c >= '0' && c <= '9';
        const char lower = static_cast<char>(c | 0x20);
        if (!digit && (lower < 'a' || lower > 'f'))
            return Lexeme::failed(at, end, ParseErrorCode::BadEscape);
        unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
    }
    return {at};
}

/// Stands after the escape of a high surrogate (its backslash is at \a first); goes past the low
/// one. What can no more become one makes the first a lone surrogate; a text that ends before that
/// is merely cut off.
Lexeme readOtherHalf(const char *at, const char *end, const char *first)
{
    const Lexeme alone{first, false, ParseErrorCode::LoneSurrogate};
    for (const char expected : {'\\', 'u'}) {
        if (at == end)
            return Lexeme::failed(at, end, ParseErrorCode::BadEscape);
        if (*at++ != expected)
            return alone;
    }
    const char *const digits = at;
    unsigned low = 0;
    const Lexeme quad = readHexQuad(digits, end, low);
    const auto begins = [&](std::ptrdiff_t i, std::string_view any) {
        return quad.at - digits <= i || any.find(digits[i]) != std::string_view::npos;
    };
    return begins(0, "dD") && begins(1, "cdefCDEF") ? quad : alone;
}

} // namespace

Lexeme readEscape(const char *at, const char *end)
{
    const char *const backslash = at++;
    if (at == end)
        return Lexeme::failed(at, end, ParseErrorCode::UnexpectedCharacter);
    if (*at != 'u') {
        const bool isKnown = std::strchr("\"\\/bfnrt", *at) && *at != '\0';
        return isKnown ? Lexeme{at + 1} : Lexeme::failed(at, end, ParseErrorCode::BadEscape);
    }
    unsigned unit = 0;
    const Lexeme quad = readHexQuad(at + 1, end, unit);
    if (!quad.good || unit < 0xD800 || unit > 0xDFFF)
        return quad;
    if (unit > 0xDBFF)
        return {backslash, false, ParseErrorCode::LoneSurrogate};
    return readOtherHalf(quad.at, end, backslash);
}

} // namespace designer::json
