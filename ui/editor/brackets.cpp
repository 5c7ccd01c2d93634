// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/brackets.h"

#include "ui/editor/tokens.h"

#include <algorithm>

namespace designer::ui {

namespace {

constexpr std::size_t reach = std::size_t{32} * 1024;
constexpr std::string_view opening = "{[";
constexpr std::string_view closing = "}]";

bool isAny(char c, std::string_view of)
{
    return of.find(c) != std::string_view::npos;
}

std::optional<std::size_t> forwards(std::string_view text, std::string_view tokens)
{
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (tokens[i] != static_cast<char>(Token::Punctuation))
            continue;
        depth += isAny(text[i], opening) ? 1 : isAny(text[i], closing) ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return {};
}

std::optional<std::size_t> backwards(std::string_view text, std::string_view tokens)
{
    int depth = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        if (tokens[i] != static_cast<char>(Token::Punctuation))
            continue;
        depth += isAny(text[i], closing) ? 1 : isAny(text[i], opening) ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return {};
}

/// The other half of the bracket at \a at, which is outside strings.
std::optional<std::size_t> otherHalf(const sci::Base &editor, std::size_t at, char bracket)
{
    if (isAny(bracket, opening)) {
        const std::string text = sci::copy(editor, at, std::min(sci::length(editor), at + reach));
        const auto found = forwards(text, jsonTokens(text, text.size()));
        return found ? std::optional(at + *found) : std::nullopt;
    }
    const std::size_t near = at - std::min(at, reach);
    const std::size_t begin = near == 0 ? 0 : sci::lineBegin(editor, sci::lineOf(editor, near) + 1);
    if (begin > at)
        return {};
    const std::string text = sci::copy(editor, begin, at + 1);
    const auto found = backwards(text, jsonTokens(text, text.size()));
    return found ? std::optional(begin + *found) : std::nullopt;
}

} // namespace

std::optional<BracketPair> matchingBrackets(const sci::Base &editor, std::size_t caret)
{
    for (const std::size_t at : {caret, caret - 1}) {
        if (at >= sci::length(editor))
            continue;
        const char c = static_cast<char>(sci::send(editor, sci::Base::SCI_GETCHARAT, at));
        const long style = sci::send(editor, sci::Base::SCI_GETSTYLEAT, at);
        if (style != static_cast<long>(Token::Punctuation) || (!isAny(c, opening) && !isAny(c, closing)))
            continue;
        if (const auto other = otherHalf(editor, at, c))
            return BracketPair{at, *other};
    }
    return {};
}

} // namespace designer::ui
