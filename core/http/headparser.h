// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

#include <string_view>
#include <vector>

namespace designer::http {

/// Reads "HTTP/1.1 200 OK" into version, status and reason. False where it is no such line.
[[nodiscard]] bool readStatusLine(std::string_view line, Response &response);

/// Reads one header line (without its line end) onto \a headers; a line that begins with a blank
/// goes on with the value before it. Bytes that may not stand in a value are read as blanks (RFC
/// 9110, 5.5). False where the line is no header.
[[nodiscard]] bool readHeaderLine(std::string_view line, std::vector<Header> &headers);

} // namespace designer::http
