// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::json {

/// RFC 6901. One reference token, escaped: `~` is `~0`, `/` is `~1`.
[[nodiscard]] std::string escapedToken(std::string_view token);
/// The tokens of a pointer, unescaped. Nothing where it is no pointer (does not begin with `/`, or
/// holds a `~` without 0 or 1). The empty pointer has no tokens and names the whole document.
[[nodiscard]] std::optional<std::vector<std::string>> pointerTokens(std::string_view pointer);
/// \a pointer with one more token, escaped here.
[[nodiscard]] std::string appended(std::string_view pointer, std::string_view token);
[[nodiscard]] std::string appended(std::string_view pointer, std::size_t index);
/// The value that \a pointer names below \a root; no value where there is none. `-` names nothing.
[[nodiscard]] Value resolve(const Value &root, std::string_view pointer);
/// As resolve(), but where the value is not there its nearest parent that is.
[[nodiscard]] Value resolveNearest(const Value &root, std::string_view pointer);

} // namespace designer::json
