// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace designer::connection {

/// A word that stands where something belongs that only its owner knows: `your_partner_name`,
/// `YOUR_PIXEL_ID`. Templates and exported files have them, as Hardal's own examples do.
struct Blank
{
    enum class Where : std::uint8_t { Url, Header, Body };
    Where where = Where::Body;
    std::string header; ///< the name of that header
    std::string word; ///< as written
    bool operator==(const Blank &) const = default;
};

/// The blank words of a text, each once, in the order of the text: `YOUR_…`, `YOUR-…` and `YOUR/…` in
/// capitals, `your_…` in small letters (not in a placeholder's path), `yourdomain.com`.
[[nodiscard]] std::vector<std::string> blankWords(std::string_view text);

/// What is left to fill in: in the headers that are on, in the address (a host below example.com, which is
/// nobody's by RFC 2606, is a blank), in the body.
[[nodiscard]] std::vector<Blank> blanks(const Connection &connection);

} // namespace designer::connection
