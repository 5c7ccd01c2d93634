// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace designer::insider {

/// \a name without its separators (`_`, `-`, `.`, blank) and in lower case: what firstName,
/// First-Name and first_name have in common. ASCII only, as all of Insider's own names are.
[[nodiscard]] std::string bareName(std::string_view name);

/// The least number of letters to insert, remove, replace or swap with a neighbour that turns
/// \a a into \a b, or \a limit + 1 where it is more than \a limit.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

/// The attribute of Insider's that is probably meant by \a name, which is none: a synonym, another
/// spelling, a slip of the finger. Nothing where it looks like a name of the account's own.
[[nodiscard]] std::optional<std::string_view> nearestAttribute(std::string_view name);

/// The parameter of Insider's that is probably meant by \a name, which is none: a synonym or
/// another spelling.
[[nodiscard]] std::optional<std::string_view> nearestParameter(std::string_view name);

} // namespace designer::insider
