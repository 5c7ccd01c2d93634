// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/scriptliteral.h"
#include "event/words.h"
#include "text/ascii.h"
#include "json/text.h"
#include "json/utf8.h"

#include <charconv>

namespace designer::event {

namespace {

bool isHighSurrogate(unsigned unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(unsigned unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The value of \a text where all of it is hexadecimal digits.
std::optional<unsigned> hexValue(std::string_view text)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    const bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

void appendCodePoint(std::string &out, char32_t code)
{
    std::string utf8;
    json::utf8::append(utf8, code);
    json::appendEscaped(out, utf8);
}

} // namespace

bool ScriptLiteral::string(std::string &out)
{
    const std::size_t begin = m_in.offset();
    const char quote = m_in.peek();
    if (quote != '"')
        m_rewrites.rememberNotation();
    m_in.advance(1);
    out += '"';
    while (m_in.peek() != quote) {
        const bool cut = m_in.atEnd() || (quote != '`' && (m_in.peek() == '\n' || m_in.peek() == '\r'));
        if (cut) {
            return m_in.fail(begin, Words::tr("a text begins here and does not end"),
                             Words::tr("end it with %1").arg(QLatin1Char(quote)));
        }
        if (quote == '`' && m_in.rest().starts_with("${")) {
            return m_in.fail(m_in.offset(), Words::tr("${ } is filled in only in the page"),
                             Words::tr("write the whole text in its place"));
        }
        if (!(m_in.peek() == '\\' ? escape(out) : character(out)))
            return false;
    }
    m_in.advance(1);
    out += '"';
    return true;
}

bool ScriptLiteral::character(std::string &out)
{
    // As JavaScript has it, every line break of a template text is a line feed.
    if (m_in.take("\r\n") || m_in.take("\r")) {
        out += "\\n";
        return true;
    }
    const std::size_t length = json::utf8::sequenceLength(m_in.rest(), 0);
    json::appendEscaped(out, m_in.rest().substr(0, length));
    m_in.advance(length);
    return true;
}

bool ScriptLiteral::escape(std::string &out)
{
    const char kind = m_in.peek(1);
    if (kind == 'u')
        return unicodeEscape(out);
    if (kind == 'x')
        return hexEscape(out);
    if (text::isDigit(kind))
        return nulEscape(out);
    m_in.advance(1);
    if (m_in.atEnd())
        return m_in.failAtEnd();
    if (std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) {
        out += '\\';
        out += kind;
        m_in.advance(1);
        return true;
    }
    if (m_in.take("v")) {
        out += "\\u000b";
        return true;
    }
    for (const std::string_view lineBreak : {"\r\n", "\n", "\r", "\u2028", "\u2029"}) {
        if (m_in.take(lineBreak))
            return true; // the text goes on in the next line
    }
    return character(out); // any other character stands for itself
}

bool ScriptLiteral::hexEscape(std::string &out)
{
    constexpr std::size_t length = 4; // \x41
    const std::string_view rest = m_in.rest();
    const auto code = rest.size() < length ? std::nullopt : hexValue(rest.substr(2, 2));
    if (!code) {
        return m_in.fail(m_in.offset(), Words::tr("\\x needs two hexadecimal digits"),
                         Words::tr("write it as \\x41"));
    }
    appendCodePoint(out, *code);
    m_in.advance(length);
    return true;
}

/// `\0`; other digits are the octal escapes of old, which strict scripts refuse.
bool ScriptLiteral::nulEscape(std::string &out)
{
    if (m_in.peek(1) != '0' || text::isDigit(m_in.peek(2))) {
        return m_in.fail(m_in.offset(), Words::tr("a backslash before a digit is read in more than one way"),
                         Words::tr("write \\u and four hexadecimal digits"));
    }
    out += "\\u0000";
    m_in.advance(2);
    return true;
}

bool ScriptLiteral::unicodeEscape(std::string &out)
{
    const std::size_t begin = m_in.offset();
    const std::string_view rest = m_in.rest();
    const auto bad = [&] {
        return m_in.fail(begin, Words::tr("\\u needs four hexadecimal digits that make a whole character"),
                         Words::tr("write it as \\u0041, a pair as \\ud83d\\ude00"));
    };
    if (rest.size() > 2 && rest[2] == '{') {
        const std::size_t close = rest.substr(0, 16).find('}');
        const auto code
            = close == std::string_view::npos ? std::nullopt : hexValue(rest.substr(3, close - 3));
        if (!code || *code > 0x10FFFF || isHighSurrogate(*code) || isLowSurrogate(*code))
            return bad();
        appendCodePoint(out, *code);
        m_in.advance(close + 1);
        return true;
    }
    const auto unit = rest.size() < 6 ? std::nullopt : hexValue(rest.substr(2, 4));
    if (!unit || isLowSurrogate(*unit))
        return bad();
    std::size_t length = 6;
    if (isHighSurrogate(*unit)) {
        const bool paired = rest.size() >= 12 && rest.substr(6, 2) == "\\u";
        const auto second = paired ? hexValue(rest.substr(8, 4)) : std::nullopt;
        if (!second || !isLowSurrogate(*second))
            return bad();
        length = 12;
    }
    out += rest.substr(0, length);
    m_in.advance(length);
    return true;
}

} // namespace designer::event
