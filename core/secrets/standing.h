// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace designer::secrets {

/// How something must stand in a text to be taken for itself, and not for a part of something else.
enum class Standing : std::uint8_t {
    Anywhere,
    Alone, ///< no letter, digit or `_` beside it
    AllThereIs, ///< the whole text
    Whole, ///< a value: the whole text, or between quotes, or after `=` or `: `, a part of a path, a line
};

/// Whether the bytes from \a begin to \a end stand so in \a text. Escapes beside them (`\n`, `\u0022`,
/// `%20`) count as what they are: no letters.
[[nodiscard]] bool stands(std::string_view text, std::size_t begin, std::size_t end, Standing standing);

} // namespace designer::secrets
