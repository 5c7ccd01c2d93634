// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/text.h"

#include "json/utf8.h"

#include <QStringDecoder>

#include <algorithm>

namespace designer::json {

namespace {

unsigned hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    return static_cast<unsigned>((c | 0x20) - 'a' + 10);
}

char32_t hexQuad(std::string_view raw, std::size_t at)
{
    char32_t unit = 0;
    for (std::size_t k = at; k < at + 4 && k < raw.size(); ++k)
        unit = unit * 16 + hexValue(raw[k]);
    return unit;
}

/// Appends the character that the escape at \a i (its backslash) stands for; returns the offset
/// after the escape.
std::size_t appendUnescaped(std::string &out, std::string_view raw, std::size_t i)
{
    const char kind = i + 1 < raw.size() ? raw[i + 1] : '\\';
    switch (kind) {
    case 'b': out += '\b'; return i + 2;
    case 'f': out += '\f'; return i + 2;
    case 'n': out += '\n'; return i + 2;
    case 'r': out += '\r'; return i + 2;
    case 't': out += '\t'; return i + 2;
    case 'u': break;
    default: out += kind; return i + 2;
    }
    char32_t code = hexQuad(raw, i + 2);
    i += 6;
    if (code >= 0xD800 && code < 0xDC00) {
        code = 0x10000 + ((code - 0xD800) << 10) + (hexQuad(raw, i + 2) - 0xDC00);
        i += 6;
    }
    utf8::append(out, code);
    return i;
}

void appendControl(std::string &out, char c)
{
    switch (c) {
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    constexpr std::string_view hex = "0123456789abcdef";
    out += "\\u00";
    out += hex[static_cast<unsigned char>(c) >> 4];
    out += hex[static_cast<unsigned char>(c) & 15];
}

} // namespace

std::string unescaped(std::string_view raw)
{
    if (raw.size() >= 2 && raw.front() == '"' && raw.back() == '"')
        raw = raw.substr(1, raw.size() - 2);
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size();) {
        const std::size_t backslash = std::min(raw.find('\\', i), raw.size());
        out.append(raw, i, backslash - i);
        i = backslash == raw.size() ? backslash : appendUnescaped(out, raw, backslash);
    }
    return out;
}

void appendEscaped(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            appendControl(out, c);
        } else {
            out += c;
        }
    }
}

std::string quoted(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    appendEscaped(out, text);
    out += '"';
    return out;
}

QString toQString(std::string_view utf8)
{
    // QString::fromUtf8() takes a U+FEFF at the beginning for a byte order mark and drops it.
    using Flag = QStringDecoder::Flag;
    QStringDecoder decode(QStringDecoder::Utf8, Flag::ConvertInitialBom | Flag::Stateless);
    return decode(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

} // namespace designer::json
