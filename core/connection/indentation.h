// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace designer::connection {

/// Texts that are put at another depth of a file. JSON strings hold no line breaks, so white space alone
/// changes. The first line stays everywhere: it stands behind a name or another text. Internal to the room.

/// \a text with the lines that begin with \a from beginning with \a to instead. Empty lines stay empty.
[[nodiscard]] std::string reindented(std::string_view text, std::string_view from, std::string_view to);

/// \a text, which stood at the left edge, with \a indentation before its lines.
[[nodiscard]] std::string indented(std::string_view text, std::string_view indentation);

/// \a text with \a indentation taken from its lines, so that indented() gives \a text again; nothing where
/// a line does not have it, or has nothing else.
[[nodiscard]] std::optional<std::string> outdented(std::string_view text, std::string_view indentation);

/// A value that stood inside a file, put at the left edge: the indentation of its last line goes from all.
[[nodiscard]] std::string atLeftEdge(std::string_view json);

} // namespace designer::connection
