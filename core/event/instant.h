// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace designer::event {

/// A moment in UTC, exact to the last digit that was given. Ordered by time; a leap second lies
/// between its minute's second 59 and the next minute.
struct Instant
{
    std::int64_t minute = 0; ///< minutes since 1970-01-01T00:00Z
    int second = 0; ///< 0 to 60
    std::string fraction; ///< the digits after the point, of any length, without trailing zeros

    auto operator<=>(const Instant &) const = default;
};

/// The moment that \a text names as RFC 3339 `date-time`: date, `T` (or `t`, or a space), time,
/// optional fraction, and `Z` (or `z`) or an offset. Nothing where it is none: a month 13, the 30th
/// of February, a second 60 where UTC ends no month, an hour 24.
[[nodiscard]] std::optional<Instant> instantFromRfc3339(std::string_view text);

/// The moment that an event means by \a text: as above; a time without offset, as Hardal's SDK
/// writes it (`YYYY-MM-DD HH:MM:SS`), is UTC; a date alone is its first instant in UTC.
[[nodiscard]] std::optional<Instant> instantFromEvent(std::string_view text);

} // namespace designer::event
