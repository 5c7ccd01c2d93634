// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::ui {

struct SearchFor
{
    std::string text;
    bool matchCase = false; ///< without it, upper and lower case of all alphabets are the same
    bool wholeWord = false;
};

struct Hit
{
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Hit &) const = default;
};

/// Every place where it stands, from left to right, none over another.
[[nodiscard]] std::vector<Hit> findAll(std::string_view text, const SearchFor &wanted);
/// \a text with \a by in place of every hit.
[[nodiscard]] std::string withReplacements(std::string_view text, const std::vector<Hit> &hits,
                                           std::string_view by);

} // namespace designer::ui
