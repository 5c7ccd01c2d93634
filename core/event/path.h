// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::event {

/// The length of the path (names joined by dots) at the beginning of \a text, or 0. A name is
/// letters (all of Unicode, with their combining marks), digits, `_`, `-`, `$`. Takes the longest
/// run: of `a.b.` the first three bytes. \a text is valid UTF-8.
[[nodiscard]] std::size_t pathLength(std::string_view text);

/// A path to a value in an event, as a placeholder or a condition names it: `properties.items.0.id`.
class Path
{
public:
    /// Nothing where \a text is no path (empty, a dot at an end, a character outside the rule).
    static std::optional<Path> parse(std::string_view text);

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    bool operator==(const Path &) const = default;

private:
    std::string m_text;
    std::vector<std::string> m_names;
};

struct Lookup
{
    json::Value value; ///< no value: the path is missing
    bool insideProperties = false; ///< found (or sought) inside `properties`
};

/// Looks \a path up from the event's root; where its first name is not there, inside `properties`.
/// Of duplicate names the last counts. A number (0, or digits without a leading zero) indexes an
/// array.
[[nodiscard]] Lookup lookUp(const json::Value &event, const Path &path);

} // namespace designer::event
