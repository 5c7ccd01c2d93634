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
/// The pointer of \a value from \a ancestor, a value around it, or from the root where that is no
/// value. Counts the elements that stand before it in an array.
[[nodiscard]] std::string pointerBelow(const Value &ancestor, const Value &value);
/// The index that \a token is for an array: `0`, or digits without a leading zero. Else nothing.
[[nodiscard]] std::optional<std::size_t> indexToken(std::string_view token);
/// The child of \a parent that the unescaped \a token names; no value where there is none.
[[nodiscard]] Value child(const Value &parent, std::string_view token);
/// The value that \a pointer names below \a root; no value where there is none. `-` names nothing.
[[nodiscard]] Value resolve(const Value &root, std::string_view pointer);
/// As resolve(), but where the value is not there its nearest parent that is.
[[nodiscard]] Value resolveNearest(const Value &root, std::string_view pointer);

} // namespace designer::json
