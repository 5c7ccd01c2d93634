// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/encodings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace designer::secrets {

namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_' || c == '~';
}

void appendHex(std::string &out, char c, bool upperCase)
{
    const char *digits = upperCase ? "0123456789ABCDEF" : "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

std::optional<std::uint32_t> hexNumber(std::string_view digits)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

std::string utf8(std::uint32_t point)
{
    std::string out;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0 | (point >> 6));
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0 | (point >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | (point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
    return out;
}

/// One unit of escaped text: what it stands for, and how long it is.
struct Unit
{
    std::string meaning;
    std::size_t length = 1;
};

Unit plain(std::string_view text)
{
    return {std::string(text.substr(0, 1)), 1};
}

Unit jsonUnicode(std::string_view text)
{
    const auto first = hexNumber(text.substr(std::min<std::size_t>(2, text.size()), 4));
    if (!first || text.size() < 6)
        return plain(text);
    const bool high = *first >= 0xd800 && *first < 0xdc00;
    if (high && text.size() >= 12 && text.substr(6, 2) == "\\u") {
        const auto second = hexNumber(text.substr(8, 4));
        if (second && *second >= 0xdc00 && *second < 0xe000)
            return {utf8(0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00)), 12};
    }
    return {utf8(*first), 6};
}

Unit jsonUnit(std::string_view text)
{
    if (text.size() < 2 || text[0] != '\\')
        return plain(text);
    static constexpr std::string_view letters = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (text[1] == 'u')
        return jsonUnicode(text);
    const auto at = letters.find(text[1]);
    return at == std::string_view::npos ? plain(text) : Unit{std::string(1, meanings[at]), 2};
}

Unit percentUnit(std::string_view text)
{
    if (text.size() < 3 || text[0] != '%')
        return plain(text);
    const auto byte = hexNumber(text.substr(1, 2));
    return byte ? Unit{std::string(1, static_cast<char>(*byte)), 3} : plain(text);
}

Unit xmlUnit(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, char>, 7> entities{{{"&amp;", '&'},
                                                                                {"&lt;", '<'},
                                                                                {"&gt;", '>'},
                                                                                {"&quot;", '"'},
                                                                                {"&apos;", '\''},
                                                                                {"&#39;", '\''},
                                                                                {"&#34;", '"'}}};
    for (const auto &[entity, meaning] : entities) {
        if (text.starts_with(entity))
            return {std::string(1, meaning), entity.size()};
    }
    return plain(text);
}

Unit unitOf(std::string_view text, Escaping escaping)
{
    switch (escaping) {
    case Escaping::Json: return jsonUnit(text);
    case Escaping::Percent: return percentUnit(text);
    case Escaping::Xml: return xmlUnit(text);
    }
    return plain(text);
}

std::string base64(std::string_view value, bool urlSafe)
{
    const std::string letters = std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        + (urlSafe ? "-_" : "+/");
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : value) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6)
            out += letters[(bits >> (held - 6)) & 63];
    }
    return out;
}

} // namespace

std::string percentEncoded(std::string_view value)
{
    std::string out;
    for (const char c : value) {
        if (isUnreserved(c)) {
            out += c;
        } else {
            out += '%';
            appendHex(out, c, true);
        }
    }
    return out;
}

std::string hexadecimal(std::string_view value, bool upperCase)
{
    std::string out;
    for (const char c : value)
        appendHex(out, c, upperCase);
    return out;
}

std::vector<std::string> base64Cores(std::string_view value, bool urlSafe)
{
    std::vector<std::string> out;
    for (std::size_t before = 0; before < 3; ++before) {
        // Whole letters only: 6 bits each. Those with a bit of a neighbour in them are left out.
        const std::string all = base64(std::string(before, '\0') + std::string(value), urlSafe);
        const std::size_t first = (before * 8 + 5) / 6;
        out.push_back(all.substr(std::min(first, all.size())));
    }
    return out;
}

std::size_t escapedLength(std::string_view text, std::string_view value, Escaping escaping)
{
    std::size_t at = 0;
    while (!value.empty()) {
        if (at >= text.size())
            return 0;
        const Unit unit = unitOf(text.substr(at), escaping);
        const bool blank = escaping == Escaping::Percent && unit.meaning == "+" && value.front() == ' ';
        if (!blank && !value.starts_with(unit.meaning))
            return 0;
        value.remove_prefix(unit.meaning.size());
        at += unit.length;
    }
    return at;
}

std::size_t twiceEscapedLength(std::string_view text, std::string_view value)
{
    constexpr std::size_t longestUnit = 12; // a surrogate pair, as \u and \u
    const std::size_t most = value.size() * longestUnit;
    if (text.substr(0, most).find('\\') == std::string_view::npos)
        return 0;
    std::string once;
    std::vector<std::size_t> ends; // in text, of each byte of once
    for (std::size_t at = 0; at < text.size() && once.size() < most;) {
        const Unit unit = jsonUnit(text.substr(at));
        at += unit.length;
        once += unit.meaning;
        ends.resize(once.size(), at);
    }
    const std::size_t length = escapedLength(once, value, Escaping::Json);
    std::fill(once.begin(), once.end(), '\0');
    return length > 0 ? ends[length - 1] : 0;
}

} // namespace designer::secrets
