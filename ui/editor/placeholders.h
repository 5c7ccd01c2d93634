// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

namespace designer::ui {

class CodeEditor;

/// First and last byte of a placeholder.
using PlaceholderRange = std::pair<std::size_t, std::size_t>;

/// The placeholder that the character at \a offset belongs to; nothing where it belongs to none. Internal
/// to the room, as all of these.
[[nodiscard]] std::optional<PlaceholderRange> placeholderWith(const CodeEditor &editor, std::size_t offset);

/// The placeholder that gives way to one put in at \a offset, as one inside another would be none: that
/// which the offset lies in, or which follows on the opening quote before which it stands.
[[nodiscard]] std::optional<PlaceholderRange> placeholderToReplaceAt(const CodeEditor &editor,
                                                                     std::size_t offset);

/// Where the caret goes for a path that is dropped on the character at \a offset: into a placeholder, and
/// from a quote into its text, as outside there would be quotes beside quotes. Nothing where either side of
/// the character will do.
[[nodiscard]] std::optional<std::size_t> placeForPath(const CodeEditor &editor, std::size_t offset);

} // namespace designer::ui
