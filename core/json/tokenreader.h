// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"
#include "json/tokens.h"
#include "json/treebuilder.h"

#include <string_view>

namespace designer::json {

/// Fills an Index along the tokens of a line, which are known: the fast way to read what is sound. What is
/// not, the Scanner reads and explains. Internal to the room.
///
/// simdjson's second stage is not used: its DOM forgets the text of numbers and strings, and its On-Demand
/// API checks only what it is asked for, while every byte must be judged here.
///
/// Outside of strings, a byte that begins no token of its own is white space or belongs to the token before
/// it. Where white space must stand is looked at here: behind numbers and words. Behind strings and marks,
/// and before the line, whatever else stands there begins a token.
class TokenReader
{
public:
    /// \a line is a whole line of the block whose \a tokens are known; of several, each stands after the one
    /// before.
    TokenReader(Index &index, std::string_view line, Tokens &tokens);
    /// False: the line is unsound, or holds what only the Scanner reads (a byte order mark, or more brackets
    /// than there may be); or the tokens of an earlier line were left.
    bool run();

private:
    using Frame = TreeBuilder::Frame;
    struct Cursor : TreeBuilder::Cursor
    {
        const char *base; ///< of the tokens
        const std::uint32_t *next; ///< token
        const std::uint32_t *last; ///< after the last one of all
        const char *backslash; ///< the first one from some place before here on
    };
    enum class Read : std::uint8_t { Failed, Scalar, Container };

    DESIGNER_EACH_TOKEN bool readAll(Cursor &c);
    DESIGNER_EACH_TOKEN bool advance(Cursor &c);
    DESIGNER_EACH_TOKEN Read value(Cursor &c);
    DESIGNER_EACH_TOKEN bool inside(Cursor &c);
    DESIGNER_EACH_TOKEN bool name(Cursor &c);
    DESIGNER_EACH_TOKEN Read open(Cursor &c, Kind kind);
    DESIGNER_EACH_TOKEN bool string(Cursor &c);
    DESIGNER_EACH_TOKEN static bool isPlain(const Cursor &c, const char *next);
    DESIGNER_EACH_TOKEN bool spacedString(Cursor &c);
    DESIGNER_EACH_TOKEN bool number(Cursor &c);
    DESIGNER_EACH_TOKEN bool literal(Cursor &c, std::string_view word, Kind kind);
    DESIGNER_EACH_TOKEN bool scalar(Cursor &c, const char *end, Kind kind);
    /// Whether what is between \a begin and \a end, inside of quotes, is well escaped.
    [[gnu::noinline]] static bool isWellEscaped(const char *begin, const char *end);

    TreeBuilder m_tree;
    Tokens &m_tokens;
};

} // namespace designer::json
