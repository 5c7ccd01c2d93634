// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace designer::condition {

/// Whether the whole of \a text is a JSON number: no white space, plus sign, unit, leading zero.
[[nodiscard]] bool isNumber(std::string_view text);

/// Compares two JSON numbers by value, exactly: digits and exponents of any length, nothing passes
/// through `double`, nothing is allocated. -0 equals 0.
[[nodiscard]] std::strong_ordering compareNumbers(std::string_view a, std::string_view b);

} // namespace designer::condition
