// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>

namespace designer::testrun {

/// A character that XML 1.0 cannot hold, not even escaped (its production Char).
struct NonXml
{
    std::size_t offset = 0;
    char32_t point = 0;

    /// `U+0001`
    [[nodiscard]] QString name() const;
};

/// The first such character of \a text (valid UTF-8).
[[nodiscard]] std::optional<NonXml> findNonXml(std::string_view text);

} // namespace designer::testrun
