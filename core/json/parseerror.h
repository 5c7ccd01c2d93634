// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <string_view>

namespace designer::json {

/// A place in a text as a person counts it. Both count from 1; the column counts Unicode code
/// points. A line ends with LF, CR LF or a lone CR.
struct Position
{
    std::size_t line = 1;
    std::size_t column = 1;
    bool operator==(const Position &) const = default;
};

/// The position of the byte at \a offset in \a text (UTF-8). An offset at or past the end gives
/// the place after the last character, one inside of a character that character's place. Bytes that
/// are no UTF-8 count one column each; a byte order mark counts none.
[[nodiscard]] Position positionAt(std::string_view text, std::size_t offset);

enum class ParseErrorCode {
    Empty,
    WrongEncoding,
    InvalidUtf8,
    UnexpectedCharacter,
    MissingComma, ///< between two members or elements; its place is where it belongs
    UnexpectedEnd,
    TrailingText,
    BadLiteral,
    BadNumber,
    BadEscape,
    LoneSurrogate,
    ControlCharacter,
    TrailingComma,
    TooDeep,
    TooLarge,
};

/// Why a text is no JSON, and where. The message is in a person's words; it holds no place, so that
/// callers can put it where they want. What to do about it, fromParseError() knows.
struct ParseError
{
    ParseErrorCode code = ParseErrorCode::Empty;
    std::size_t offset = 0;
    Position position;
    QString message;
};

} // namespace designer::json
