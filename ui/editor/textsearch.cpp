// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textsearch.h"

#include "json/utf8.h"

#include <QChar>

#include <algorithm>

namespace designer::ui {

namespace {

char32_t folded(char32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
    // Turkish İ and ı are found by i: a person who searches means the letter.
    if (code == 0x130 || code == 0x131)
        return 'i';
    return QChar::toCaseFolded(code);
}

bool isWordCharacter(char32_t code)
{
    return code == '_' || QChar::isLetterOrNumber(code);
}

/// The length of what \a wanted (folded) matches at \a at, or 0.
std::size_t foldedMatch(std::string_view text, std::size_t at, const std::u32string &wanted)
{
    std::size_t here = at;
    for (const char32_t code : wanted) {
        if (here >= text.size())
            return 0;
        const auto found = json::utf8::decode(text, here);
        if (!found.valid || folded(found.codePoint) != code)
            return 0;
        here += found.length;
    }
    return here - at;
}

std::u32string foldedText(std::string_view text)
{
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = json::utf8::decode(text, at);
        out += folded(found.codePoint);
        at += found.length;
    }
    return out;
}

bool wordBegins(std::string_view text, std::size_t at)
{
    return at < text.size() && isWordCharacter(json::utf8::decode(text, at).codePoint);
}

bool wordEnds(std::string_view text, std::size_t at)
{
    std::size_t before = at;
    while (before > 0 && json::utf8::isContinuation(text[--before])) { }
    return at > 0 && isWordCharacter(json::utf8::decode(text, before).codePoint);
}

bool isWhole(std::string_view text, const Hit &hit)
{
    return !wordEnds(text, hit.begin) && !wordBegins(text, hit.end);
}

} // namespace

std::vector<Hit> findAll(std::string_view text, const SearchFor &wanted)
{
    std::vector<Hit> hits;
    if (wanted.text.empty())
        return hits;
    const std::u32string pattern = foldedText(wanted.text);
    for (std::size_t at = 0; at < text.size();) {
        if (wanted.matchCase) {
            at = text.find(wanted.text, at);
            if (at == std::string_view::npos)
                break;
        }
        const std::size_t length = wanted.matchCase ? wanted.text.size() : foldedMatch(text, at, pattern);
        const Hit hit{at, at + length};
        const bool found = length > 0 && (!wanted.wholeWord || isWhole(text, hit));
        if (found)
            hits.push_back(hit);
        at += found ? length : json::utf8::sequenceLength(text, at);
    }
    return hits;
}

std::string withReplacements(std::string_view text, const std::vector<Hit> &hits, std::string_view by)
{
    std::string out;
    std::size_t at = 0;
    for (const Hit &hit : hits) {
        out += text.substr(at, hit.begin - at);
        out += by;
        at = hit.end;
    }
    return out += text.substr(at);
}

} // namespace designer::ui
