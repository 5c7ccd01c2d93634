// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/parseerror.h"

namespace designer::json {

/// What was read of a lexeme of RFC 8259 that has a grammar of its own.
struct Lexeme
{
    const char *at = nullptr; ///< after it; where it is none: what is wrong with it
    bool good = true;
    ParseErrorCode wrong = ParseErrorCode::UnexpectedEnd; ///< where it is not good

    /// Not good at \a at: for what stands there, or because the text ends.
    [[nodiscard]] static Lexeme failed(const char *at, const char *end, ParseErrorCode code)
    {
        return {at, false, at == end ? ParseErrorCode::UnexpectedEnd : code};
    }
};

/// One digit or more.
[[nodiscard, gnu::always_inline]] inline Lexeme readDigits(const char *at, const char *end)
{
    const char *const first = at;
    while (at != end && *at >= '0' && *at <= '9')
        ++at;
    return at != first ? Lexeme{at} : Lexeme::failed(at, end, ParseErrorCode::BadNumber);
}

/// The number that begins at \a at with a digit or a minus sign (section 6).
[[nodiscard, gnu::always_inline]] inline Lexeme readNumber(const char *at, const char *end)
{
    if (*at == '-')
        ++at;
    const bool isZero = at != end && *at == '0';
    Lexeme number = isZero ? Lexeme{at + 1} : readDigits(at, end);
    at = number.at;
    if (isZero && at != end && *at >= '0' && *at <= '9')
        return Lexeme::failed(at, end, ParseErrorCode::BadNumber);
    if (number.good && at != end && *at == '.') {
        number = readDigits(at + 1, end);
        at = number.at;
    }
    if (number.good && at != end && (*at | 0x20) == 'e') {
        ++at;
        if (at != end && (*at == '+' || *at == '-'))
            ++at;
        number = readDigits(at, end);
    }
    return number;
}

/// The escape in a string whose backslash is at \a at (section 7); of a character in two halves, both.
/// A half without the other is wrong (LoneSurrogate, at its backslash).
[[nodiscard]] Lexeme readEscape(const char *at, const char *end);

} // namespace designer::json
