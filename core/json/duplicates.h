// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace designer::json {

/// Objects of more names are looked at when they close, name by name.
inline constexpr std::size_t smallObject = 48;

/// \a raw is a name with its quotes. Equal names have equal signatures; the ends of a name and its
/// length tell most others apart.
[[nodiscard]] inline std::uint32_t nameSignature(std::string_view raw)
{
    std::uint64_t bits = 0;
    if (raw.size() >= 4) {
        // Without the quotes where four bytes are left; else the two halves overlap.
        const std::ptrdiff_t quote = raw.size() >= 6 ? 1 : 0;
        std::uint32_t head = 0;
        std::uint32_t tail = 0;
        std::memcpy(&head, raw.data() + quote, 4);
        std::memcpy(&tail, raw.data() + raw.size() - 4 - quote, 4);
        bits = head ^ (static_cast<std::uint64_t>(tail) << 21);
    } else {
        bits = static_cast<unsigned char>(raw[1]);
    }
    bits = (bits + raw.size()) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>(bits >> 32);
}

/// Appends the names of \a object that stand twice. Each later name is paired with the first of
/// its kind. Fast for the common small object without duplicates: the scanner asks it of every
/// object that may have any.
void findDuplicates(std::string_view text, std::span<const Node> nodes, std::uint32_t object,
                    std::vector<DuplicateKey> &out);

} // namespace designer::json
