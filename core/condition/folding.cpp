// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/folding.h"

#include "json/utf8.h"

#include <QChar>

namespace designer::condition {

namespace {

constexpr char32_t capitalDottedI = 0x130;
constexpr char32_t smallDotlessI = 0x131;
constexpr std::string_view dotAbove = "\xCC\x87";

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
    for (std::size_t i = 0; i < text.size();) {
        const json::utf8::Decoded c = json::utf8::decode(text, i);
        i += c.length;
        if (!isAnyI(c.codePoint)) {
            json::utf8::append(out, QChar::toCaseFolded(c.codePoint));
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
