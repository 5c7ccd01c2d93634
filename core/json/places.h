// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/parseerror.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace designer::json {

/// Where the characters of a text stand, noted about every KiB, so that asking for many places
/// does not read the text from its beginning each time. Never changed after it is made. The text
/// must outlive it.
class Places
{
public:
    explicit Places(std::string_view text);
    /// As json::positionAt().
    [[nodiscard]] Position at(std::size_t offset) const;
    /// The way back: the offset of the character at \a position; where its line is shorter, of the end of
    /// the line; past the last line, of the end of the text.
    [[nodiscard]] std::size_t offsetAt(const Position &position) const;

private:
    struct Known
    {
        std::size_t offset = 0; ///< of a character's first byte
        Position position;
    };
    std::string_view m_text;
    std::vector<Known> m_known; // by offset; the first is the beginning of the text
};

} // namespace designer::json
