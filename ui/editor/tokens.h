// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace designer::ui {

/// What a byte of the text is drawn as. The numbers are Scintilla's styles.
enum class Token : char { Plain, Key, String, Number, Literal, Punctuation, Placeholder, Hidden };

/// The tokens of a text that need not be sound JSON, one a byte, of its first \a count bytes (of a
/// string that begins there and ends later: all of it). What follows is read to tell names from values.
/// A string ends at the end of its line at the latest, so every line may be read by itself.
/// \a inString: the text begins inside a string.
[[nodiscard]] std::string jsonTokens(std::string_view text, std::size_t count, bool inString = false);

/// Where a place stands as to strings; Escaped: inside one, after a backslash.
enum class StringState : char { Outside, Inside, Escaped };
/// At the end of \a text, from \a state at its beginning.
[[nodiscard]] StringState stringStateAfter(std::string_view text, StringState state = StringState::Outside);

/// How deep a line is: before, at its least, and after.
struct LineDepth
{
    int least = 0;
    int after = 0;
};
[[nodiscard]] LineDepth depthOf(std::string_view line, std::string_view tokens, int before);

} // namespace designer::ui
