// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/field.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::sandbox {

/// A request as it came in: header names in their own case and order, the target as it was
/// written. (Qt's own request object keeps neither.)
struct Received
{
    std::string method;
    std::string target; ///< path and query
    std::vector<http::Header> headers;
    std::string body;

    [[nodiscard]] std::string_view path() const; ///< without the query
    [[nodiscard]] std::string_view
    header(std::string_view name) const; ///< the first one; "" where there is none
};

/// Reads the head of a request: its lines up to and with the empty one. Nothing where it is none.
[[nodiscard]] std::optional<Received> readHead(std::string_view head);

} // namespace designer::sandbox
