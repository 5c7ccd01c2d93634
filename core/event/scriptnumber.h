// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace designer::event {

/// A number of JavaScript as JSON. Internal to the room.
struct ScriptNumber
{
    std::size_t length = 0; ///< bytes of the literal; 0: it is no number
    std::string json; ///< the same text where JSON knows it
};

/// The number literal (without a sign) at the beginning of \a text: decimal, also `.5`, `5.` and
/// `1_000`; `0x`, `0o`, `0b`; a trailing `n`. No number: leading zeros (old octals), anything that
/// runs on into a name.
[[nodiscard]] ScriptNumber readScriptNumber(std::string_view text);

} // namespace designer::event
