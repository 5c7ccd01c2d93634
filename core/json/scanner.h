// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"
#include "json/lexemes.h"
#include "json/treebuilder.h"

#include <optional>

namespace designer::json {

/// Fills an Index byte by byte, and says what is wrong with a text that is unsound. Internal to the room.
///
/// The text is taken to be valid UTF-8: Index sees to that afterwards, or its caller did before.
class Scanner
{
public:
    Scanner(Index &index, std::string_view text, const ParseOptions &options);
    /// False: errorCode() at errorOffset().
    bool run();
    [[nodiscard]] ParseErrorCode errorCode() const { return m_errorCode; }
    /// Where a comma would let the text go on, if that is what is missing at errorOffset().
    [[nodiscard]] std::optional<std::size_t> missingComma() const;
    [[nodiscard]] std::size_t errorOffset() const { return static_cast<std::size_t>(m_errorAt - m_begin); }

private:
    using Frame = TreeBuilder::Frame;
    using Cursor = TreeBuilder::Cursor;
    enum class Read : std::uint8_t { Failed, Scalar, Container };

    DESIGNER_EACH_TOKEN Read value(Cursor &c);
    DESIGNER_EACH_TOKEN bool inside(Cursor &c);
    DESIGNER_EACH_TOKEN bool separator(Cursor &c, char closing);
    DESIGNER_SELDOM bool noSeparator(const char *at, char closing);
    DESIGNER_EACH_TOKEN bool name(Cursor &c);
    DESIGNER_EACH_TOKEN Read open(Cursor &c, Kind kind);
    DESIGNER_EACH_TOKEN bool string(Cursor &c);
    DESIGNER_EACH_TOKEN bool number(Cursor &c);
    DESIGNER_EACH_TOKEN bool literal(Cursor &c, std::string_view word, Kind kind);
    DESIGNER_SELDOM bool badLiteral(const char *at, std::string_view word);
    DESIGNER_EACH_TOKEN bool bareToken(Cursor &c);
    DESIGNER_EACH_TOKEN void skipSpace(Cursor &c) const;
    DESIGNER_SELDOM bool fail(ParseErrorCode code, const char *at);
    /// Fails at \a at: as unexpected character, or as unexpected end where there is none.
    DESIGNER_SELDOM bool failHere(const char *at, ParseErrorCode code = ParseErrorCode::UnexpectedCharacter);
    DESIGNER_SELDOM bool fail(const Lexeme &lexeme) { return fail(lexeme.wrong, lexeme.at); }

    TreeBuilder m_tree;
    const char *m_begin;
    const char *m_end;
    ParseOptions m_options;
    ParseErrorCode m_errorCode = ParseErrorCode::Empty;
    const char *m_errorAt;
    bool m_lacksComma = false; ///< what stands at m_errorAt begins another member or element
};

} // namespace designer::json
