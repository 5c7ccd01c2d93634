// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <array>

/// What every token goes through. Left to itself the compiler keeps these apart, for they are called
/// from several places, and a call for each token costs a fifth of the reading.
#define DESIGNER_EACH_TOKEN [[gnu::always_inline]] inline
/// What ends the reading, or is seldom: kept out of the way of the rest.
#define DESIGNER_SELDOM [[gnu::cold, gnu::noinline]]

namespace designer::json {

/// One pass over a text that fills an Index. Internal to the room.
///
/// The text is taken to be valid UTF-8: Index::parse() sees to that before or after. simdjson is
/// not used for this pass: its DOM forgets the text of numbers and strings, and its On-Demand API
/// checks only what it is asked for, while every byte must be judged here.
class Scanner
{
public:
    Scanner(Index &index, std::string_view text, const ParseOptions &options);
    /// False: errorCode() at errorOffset().
    bool run();
    [[nodiscard]] ParseErrorCode errorCode() const { return m_errorCode; }
    [[nodiscard]] std::size_t errorOffset() const { return static_cast<std::size_t>(m_errorAt - m_begin); }

private:
    struct Frame
    {
        std::uint32_t node;
        bool isObject;
        bool first;
    };

    DESIGNER_EACH_TOKEN bool value();
    DESIGNER_EACH_TOKEN bool insideArray(Frame &frame);
    DESIGNER_EACH_TOKEN bool insideObject(Frame &frame);
    DESIGNER_EACH_TOKEN bool separator(Frame &frame, char closing, bool &closed);
    DESIGNER_EACH_TOKEN bool open(Kind kind);
    DESIGNER_EACH_TOKEN void close();
    DESIGNER_EACH_TOKEN bool string();
    bool escape();
    bool otherHalf(const char *first);
    bool hexQuad(unsigned &unit);
    DESIGNER_EACH_TOKEN bool number();
    DESIGNER_EACH_TOKEN bool digits();
    bool literal(std::string_view word, Kind kind);
    DESIGNER_SELDOM bool bareToken();
    bool atEnd();
    void noteDuplicates(std::uint32_t object);

    DESIGNER_EACH_TOKEN void skipSpace();
    DESIGNER_EACH_TOKEN std::uint32_t push(Kind kind, const char *begin);
    DESIGNER_SELDOM void grow();
    DESIGNER_EACH_TOKEN void finish(std::uint32_t node, const char *end);
    DESIGNER_SELDOM bool fail(ParseErrorCode code, const char *at);
    /// Fails at \a m_at: as unexpected character, or as unexpected end where there is none.
    DESIGNER_SELDOM bool failHere(ParseErrorCode code = ParseErrorCode::UnexpectedCharacter);
    [[nodiscard]] std::uint32_t offset(const char *at) const
    {
        return static_cast<std::uint32_t>(at - m_begin);
    }

    Index &m_index;
    Node *m_nodes; // the index's own, near at hand
    std::uint32_t m_capacity;
    std::uint32_t m_count = 0;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    ParseOptions m_options;
    std::array<Frame, maximumDepth>
        m_frames; // not initialised: 4 KB a parse would cost more than many events
    int m_depth = 0;
    ParseErrorCode m_errorCode = ParseErrorCode::Empty;
    const char *m_errorAt;
};

} // namespace designer::json
