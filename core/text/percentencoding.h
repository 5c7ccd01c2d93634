// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace designer::text {

/// \a c as `%` and two hexadecimal digits, capitals as RFC 3986 (2.1) wants them.
void appendPercentByte(std::string &out, char c);
/// Everything but RFC 3986's unreserved characters (2.3) as percent bytes.
void appendPercentEncoded(std::string &out, std::string_view text);
[[nodiscard]] std::string percentEncoded(std::string_view text);

} // namespace designer::text
