// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace designer::ui {

/// The unfinished `##path` before a caret.
struct OpenPlaceholder
{
    std::size_t pathBegin = 0; ///< after `##`, in the text before the caret
    std::string typed; ///< from there to the caret
};

/// \a before: the text from the line's beginning to the caret. Nothing where no `##` waits for a path.
[[nodiscard]] std::optional<OpenPlaceholder> openPlaceholder(std::string_view before);
/// How much of \a after (the text from the caret to the line's end) belongs to the path there.
[[nodiscard]] std::size_t restOfPath(std::string_view after);
/// The white space at the beginning of \a line.
[[nodiscard]] std::string_view leadingSpace(std::string_view line);

} // namespace designer::ui
