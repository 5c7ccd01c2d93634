// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace designer::json::utf8 {

/// The code point whose encoding begins at \a i, and the length of that encoding. A byte that
/// begins no valid encoding (overlong forms and surrogates are none) gives length 1 and
/// `valid == false`.
struct Decoded
{
    char32_t codePoint = 0;
    std::uint8_t length = 1;
    bool valid = false;
};

[[nodiscard]] inline bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t i)
{
    const auto at = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned char lead = at(i);
    if (lead < 0x80)
        return {lead, 1, true};
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + static_cast<std::size_t>(length) > text.size())
        return {};
    char32_t code = lead & (0x7Fu >> length);
    for (int k = 1; k < length; ++k) {
        const std::size_t here = i + static_cast<std::size_t>(k);
        if (!isContinuation(text[here]))
            return {};
        code = (code << 6) | (at(here) & 0x3Fu);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return {code, static_cast<std::uint8_t>(length), true};
}

[[nodiscard]] inline std::size_t sequenceLength(std::string_view text, std::size_t i)
{
    return decode(text, i).length;
}

inline void append(std::string &out, char32_t code)
{
    const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

} // namespace designer::json::utf8
