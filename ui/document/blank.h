// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace designer::ui {

/// Whether a label or an id says nothing: it is empty, or of blanks alone.
[[nodiscard]] inline bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace designer::ui
