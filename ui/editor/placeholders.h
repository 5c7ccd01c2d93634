// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

namespace designer::ui {

class CodeEditor;

/// First and last byte of the placeholder that the character at \a offset belongs to; nothing where it
/// belongs to none. Internal to the room.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> placeholderWith(const CodeEditor &editor,
                                                                                 std::size_t offset);

} // namespace designer::ui
