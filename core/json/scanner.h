// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <array>
#include <memory>
#include <optional>

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
    /// Where a comma would let the text go on, if that is what is missing at errorOffset().
    [[nodiscard]] std::optional<std::size_t> missingComma() const;
    [[nodiscard]] std::size_t errorOffset() const { return static_cast<std::size_t>(m_errorAt - m_begin); }

private:
    /// An open container.
    struct Frame
    {
        std::uint32_t node;
        bool isObject;
        bool first; ///< nothing of it has been read yet
        bool suspect; ///< an object whose names may hold one twice: to be looked at when it closes
        std::uint16_t names; ///< how many signatures of others stand below those of its names
        std::array<std::uint64_t, 4> seen; ///< one bit a signature: most names need no comparison at all
    };
    /// Where the reading stands. A local of run() that only inlined functions see, so that it lives
    /// in registers: as members, these would go to memory and back with every token.
    struct Cursor
    {
        const char *at;
        const char *end;
        Node *nodes; ///< the index's own
        std::uint32_t count;
        std::uint32_t capacity;
        std::uint32_t parent; ///< the innermost open container
        std::uint16_t names = 0; ///< signatures in m_names
    };
    enum class Read : std::uint8_t { Failed, Scalar, Container };

    DESIGNER_EACH_TOKEN Read value(Cursor &c);
    DESIGNER_EACH_TOKEN bool inside(Cursor &c);
    DESIGNER_EACH_TOKEN bool separator(Cursor &c, char closing);
    DESIGNER_SELDOM bool noSeparator(const char *at, char closing);
    DESIGNER_EACH_TOKEN bool name(Cursor &c, Frame &object);
    DESIGNER_EACH_TOKEN void note(Cursor &c, Frame &object, std::string_view name, bool escaped);
    DESIGNER_EACH_TOKEN Read open(Cursor &c, Kind kind);
    DESIGNER_EACH_TOKEN void close(Cursor &c);
    DESIGNER_EACH_TOKEN bool string(Cursor &c);
    DESIGNER_EACH_TOKEN bool number(Cursor &c);
    DESIGNER_EACH_TOKEN bool digits(Cursor &c);
    DESIGNER_EACH_TOKEN bool literal(Cursor &c, std::string_view word, Kind kind);
    DESIGNER_SELDOM bool badLiteral(const char *at, std::string_view word);
    DESIGNER_EACH_TOKEN bool bareToken(Cursor &c);
    /// Past the escape at \a at; null where it is none.
    const char *escape(const char *at);
    bool otherHalf(const char *&at, const char *first);
    bool hexQuad(const char *&at, unsigned &unit);
    void findDuplicates(std::uint32_t object, std::uint32_t count);

    DESIGNER_EACH_TOKEN void skipSpace(Cursor &c) const;
    DESIGNER_EACH_TOKEN Node &push(Cursor &c, Kind kind, const char *begin);
    DESIGNER_SELDOM Node *grow();
    /// Fails at \a at where there may be no more.
    DESIGNER_SELDOM bool growFrames(const char *at);
    DESIGNER_SELDOM bool fail(ParseErrorCode code, const char *at);
    /// Fails at \a at: as unexpected character, or as unexpected end where there is none.
    DESIGNER_SELDOM bool failHere(const char *at, ParseErrorCode code = ParseErrorCode::UnexpectedCharacter);
    [[nodiscard]] std::uint32_t offset(const char *at) const
    {
        return static_cast<std::uint32_t>(at - m_begin);
    }

    Index &m_index;
    const char *m_begin;
    const char *m_end;
    ParseOptions m_options;
    // Neither is initialised: to fill them would cost more than many an event.
    std::array<Frame, maximumDepth> m_firstFrames;
    std::array<std::uint32_t, 2048> m_names; // signatures of the names of all open objects
    std::unique_ptr<Frame[]> m_moreFrames; // for a text that is deeper, and may be
    Frame *m_frames = m_firstFrames.data();
    int m_frameCount = maximumDepth;
    int m_depth = 0;
    ParseErrorCode m_errorCode = ParseErrorCode::Empty;
    const char *m_errorAt;
    bool m_lacksComma = false; ///< what stands at m_errorAt begins another member or element
};

} // namespace designer::json
