// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/encodings.h"

#include "secrets/secret.h"
#include "json/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace designer::secrets {

namespace {

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
    json::utf8::append(out, point);
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
    case Escaping::None: break;
    }
    return plain(text);
}

/// The byte with which an escaped unit begins.
char escapeMark(Escaping escaping)
{
    switch (escaping) {
    case Escaping::Json: return '\\';
    case Escaping::Percent: return '%';
    case Escaping::Xml: return '&';
    case Escaping::None: break;
    }
    return '\0';
}

constexpr std::size_t longestUnit = 12; // a surrogate pair, as \u and \u
constexpr std::string_view cutMark = "…";
/// Less of a value tells nobody anything, and would be found before many a cut.
constexpr std::size_t shortestCut = 3;

/// A text that is unescaped as it is read: a window of the bytes that come next.
class Unescaped
{
public:
    Unescaped(std::string_view text, Escaping escaping) : m_text(text), m_escaping(escaping) { }
    ~Unescaped() { m_bytes.fill('\0'); }
    Unescaped(const Unescaped &) = delete;
    Unescaped &operator=(const Unescaped &) = delete;

    /// The longest unit's length of bytes at least, where there are as many.
    std::string_view ahead()
    {
        if (m_escaping == Escaping::None)
            return m_text.substr(m_read);
        while (m_count < longestUnit + cutMark.size() && m_done < m_text.size()) {
            const Unit unit = unitOf(m_text.substr(m_done), m_escaping);
            m_done += unit.length;
            for (const char c : unit.meaning) {
                m_bytes[m_count] = c;
                m_ends[m_count++] = m_done;
            }
        }
        return {m_bytes.data(), m_count};
    }

    void read(std::size_t count)
    {
        if (m_escaping == Escaping::None) {
            m_read += count;
            return;
        }
        m_read = m_ends[count - 1];
        m_count -= count;
        std::copy_n(m_bytes.begin() + count, m_count, m_bytes.begin());
        std::copy_n(m_ends.begin() + count, m_count, m_ends.begin());
    }

    /// How much of the text was read.
    [[nodiscard]] std::size_t lengthRead() const { return m_read; }

private:
    static constexpr std::size_t room = 24; // a window, and what the last unit has beyond it

    std::string_view m_text;
    Escaping m_escaping;
    std::array<char, room> m_bytes = {};
    std::array<std::size_t, room> m_ends; // in the text, of each of the m_count bytes
    std::size_t m_count = 0;
    std::size_t m_done = 0; // in the text
    std::size_t m_read = 0; // in the text
};

/// Whether a limit has cut the text before \a rest, or in the midst of an escape at its beginning.
bool isCutBefore(std::string_view rest, Escaping escaping)
{
    if (rest.empty() || rest.front() != escapeMark(escaping))
        return rest.starts_with(cutMark);
    return rest.substr(0, longestUnit + cutMark.size()).find(cutMark) != std::string_view::npos;
}

/// Where nothing is escaped as \a outer, leaving that out says as much.
bool isEscapedNear(std::string_view text, std::string_view value, Escaping outer)
{
    const std::string_view near = text.substr(0, (value.size() + 1) * longestUnit);
    return outer == Escaping::None || near.find(escapeMark(outer)) != std::string_view::npos;
}

/// Whether \a first, the first unit, may be the first of \a value.
bool mayBegin(const Unit &first, std::string_view value, Escaping inner)
{
    const char c = first.meaning.front();
    return c == value.front() || (c != '\0' && c == escapeMark(inner)) || c == '+';
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
        std::string padded(before, '\0');
        padded += value;
        std::string all = base64(padded, urlSafe);
        const std::size_t first = (before * 8 + 5) / 6;
        out.push_back(all.substr(std::min(first, all.size())));
        wipe(padded);
        wipe(all);
    }
    return out;
}

bool mayRead(std::string_view text, std::string_view value)
{
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i == text.size())
            return false;
        // From here on it may be escaped, or cut off.
        if (std::string_view("\\%&+").find(text[i]) != std::string_view::npos || text[i] == cutMark.front())
            return true;
        if (text[i] != value[i])
            return false;
    }
    return !value.empty();
}

std::size_t readingLength(std::string_view text, std::string_view value, Escaping outer, Escaping inner)
{
    if (value.empty() || text.empty() || !mayBegin(unitOf(text, outer), value, inner)
        || !isEscapedNear(text, value, outer))
        return 0;
    const bool plusIsBlank = outer == Escaping::Percent || inner == Escaping::Percent;
    Unescaped once(text, outer);
    std::size_t read = 0;
    while (read < value.size()) {
        const std::string_view ahead = once.ahead();
        const Unit unit = unitOf(ahead, inner);
        const bool blank = plusIsBlank && unit.meaning == "+" && value[read] == ' ';
        if (ahead.empty() || (!blank && !value.substr(read).starts_with(unit.meaning)))
            return read >= shortestCut && isCutBefore(ahead, inner) ? once.lengthRead() : 0;
        read += unit.meaning.size();
        once.read(unit.length);
    }
    return once.lengthRead();
}

} // namespace designer::secrets
