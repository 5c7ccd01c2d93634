// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/path.h"

#include <string_view>
#include <vector>

namespace designer::tmpl {

/// Where a placeholder stands decides what it becomes.
enum class Role {
    Lone, ///< the whole content of a string: `"##a##"`
    Bare, ///< where a value may stand: `##a##`
    InString, ///< in a longer string
    InName, ///< in a member's name
    InText, ///< in a text that is not JSON, a URL or a header value
};

/// One `##path##` of a text. Offsets are bytes of the text that holds it.
struct Placeholder
{
    event::Path path;
    std::size_t begin = 0; ///< of the first `#`
    std::size_t end = 0; ///< after the last `#`
    Role role = Role::InText;
};

/// A `##` that begins no placeholder, and so is literal text.
struct StrayMark
{
    std::size_t begin = 0;
    std::size_t end = 0; ///< after what looks like it was meant as a placeholder
};

struct Placeholders
{
    std::vector<Placeholder> found;
    std::vector<StrayMark> strays;
};

/// The placeholders of \a text (valid UTF-8), from left to right, each at the first place from
/// which one can be read. Offsets are moved by \a offset.
[[nodiscard]] Placeholders findPlaceholders(std::string_view text, std::size_t offset = 0);
/// The length of the placeholder at the beginning of \a text, or 0.
[[nodiscard]] std::size_t placeholderLength(std::string_view text);

} // namespace designer::tmpl
