// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::insider {

/// A key of `data.fail.errors`: "users.0.events.2.event_name.*.regexp(...)". The rule at its end
/// holds dots and brackets of its own, so that only the numbers in front are taken apart.
struct ErrorKey
{
    std::optional<std::size_t> user;
    std::optional<std::size_t> event;
    std::string_view tail; ///< what follows them

    static ErrorKey parse(std::string_view key);
};

/// The values that fill the places %1, %2 ... of \a text to give \a message, or nothing.
[[nodiscard]] std::optional<std::vector<std::string>> valuesOf(std::string_view text,
                                                               std::string_view message);

/// The pointer of the member of the payload that an error is about. The key never names it, the
/// message does: by its name, or by its value, which is looked up in \a payload. The member may be
/// missing: then the pointer says where it would be. \a occurrence tells apart messages that are
/// equal in one key. Empty where the error is about no user.
[[nodiscard]] std::string memberPointer(std::string_view key, std::string_view message,
                                        std::size_t occurrence, const json::Value &payload);

} // namespace designer::insider
