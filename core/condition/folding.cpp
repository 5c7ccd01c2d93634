// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/folding.h"

#include <QChar>

namespace designer::condition {

namespace {

constexpr char32_t capitalDottedI = 0x130;
constexpr char32_t smallDotlessI = 0x131;
constexpr std::string_view dotAbove = "\xCC\x87";

/// The code point at \a i of valid UTF-8; \a i moves behind it.
char32_t nextCodePoint(std::string_view text, std::size_t &i)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const char32_t lead = byte(i);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t codePoint = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
        codePoint = (codePoint << 6) | (byte(i + k) & 0x3Fu);
    i += length;
    return codePoint;
}

void appendCodePoint(std::string &out, char32_t c)
{
    const auto tail = [&](int shift) { out += static_cast<char>(0x80u | ((c >> shift) & 0x3Fu)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0u | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0u | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0u | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

bool isAnyI(char32_t c)
{
    return c == U'i' || c == U'I' || c == capitalDottedI || c == smallDotlessI;
}

/// The length of an escape `\x{130}` or `\x{131}` at \a i (zeros may stand before), or 0; \a letter
/// is what it stands for.
qsizetype escapedILength(const QString &pattern, qsizetype i, QChar &letter)
{
    if (!QStringView(pattern).sliced(i).startsWith(u"\\x{"))
        return 0;
    const qsizetype end = pattern.indexOf(u'}', i);
    if (end < 0)
        return 0;
    bool isHex = false;
    const uint code = QStringView(pattern).sliced(i + 3, end - i - 3).toUInt(&isHex, 16);
    if (!isHex || (code != capitalDottedI && code != smallDotlessI))
        return 0;
    letter = code == capitalDottedI ? u'I' : u'i';
    return end + 1 - i;
}

} // namespace

void appendFolded(std::string &out, std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const char32_t c = nextCodePoint(text, i);
        if (!isAnyI(c)) {
            appendCodePoint(out, QChar::toCaseFolded(c));
            continue;
        }
        out += 'i';
        if (text.substr(i).starts_with(dotAbove))
            i += dotAbove.size();
    }
}

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    appendFolded(out, text);
    return out;
}

QString withOneI(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!isAnyI(c.unicode())) {
            out += c;
            continue;
        }
        out += c == QChar(capitalDottedI) ? QChar(u'I') : c == QChar(smallDotlessI) ? QChar(u'i') : c;
        if (i + 1 < text.size() && text[i + 1] == QChar(0x307))
            ++i;
    }
    return out;
}

QString patternWithOneI(const QString &pattern)
{
    QString out;
    bool quoted = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != u'\\' || i + 1 == pattern.size()) {
            out += pattern[i];
            continue;
        }
        QChar letter;
        if (const qsizetype length = quoted ? 0 : escapedILength(pattern, i, letter)) {
            out += letter;
            i += length - 1;
            continue;
        }
        const QChar escape = pattern[i + 1];
        quoted = quoted ? escape != u'E' : escape == u'Q';
        out += pattern[i];
        // In a quotation a backslash is a character of its own, which may stand before `\E`.
        if (!quoted || escape == u'Q')
            out += pattern[++i];
    }
    return withOneI(out);
}

} // namespace designer::condition
