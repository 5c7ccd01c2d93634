// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/standing.h"

#include "text/ascii.h"
#include "json/utf8.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace designer::secrets {

namespace {

bool endsWithHex(std::string_view text, std::size_t count)
{
    const std::string_view end = text.substr(text.size() - count);
    return std::all_of(end.begin(), end.end(), text::isHexDigit);
}

/// Whether \a before ends with an escape that a letter or a digit ends.
bool endsWithEscape(std::string_view before)
{
    const std::size_t size = before.size();
    if (size >= 2 && before[size - 2] == '\\'
        && std::string_view("bfnrt").find(before.back()) != std::string_view::npos)
        return true;
    if (size >= 3 && before[size - 3] == '%' && endsWithHex(before, 2))
        return true;
    return size >= 6 && before.substr(size - 6, 2) == "\\u" && endsWithHex(before, 4);
}

bool isWordCharacter(std::string_view text, std::size_t at)
{
    const json::utf8::Decoded letter = json::utf8::decode(text, at);
    return letter.valid && (letter.codePoint == '_' || QChar::isLetterOrNumber(letter.codePoint));
}

bool endsWithWord(std::string_view before)
{
    if (before.empty() || endsWithEscape(before))
        return false;
    std::size_t at = before.size() - 1;
    while (at > 0 && json::utf8::isContinuation(before[at]))
        --at;
    return isWordCharacter(before, at);
}

bool beginsWithWord(std::string_view after)
{
    return !after.empty() && isWordCharacter(after, 0);
}

/// The quotes of \a text, `"`, `'` and those of people, have two ends each.
constexpr std::array<std::string_view, 10> beginnings{"\"", "'", "“", "‘", "=", "/", ">", ": ", "\n", "\r"};
constexpr std::array<std::string_view, 13> ends{"\"", "'", "”", "’",  "&",  ";", ",",
                                                "/",  "?", "<", "\\", "\n", "\r"};

bool isWholeAfter(std::string_view before)
{
    return before.empty() || endsWithEscape(before)
        || std::any_of(beginnings.begin(), beginnings.end(),
                       [before](std::string_view sign) { return before.ends_with(sign); });
}

bool isWholeBefore(std::string_view after)
{
    return after.empty() || after.starts_with('%')
        || std::any_of(ends.begin(), ends.end(),
                       [after](std::string_view sign) { return after.starts_with(sign); });
}

} // namespace

bool stands(std::string_view text, std::size_t begin, std::size_t end, Standing standing)
{
    const std::string_view before = text.substr(0, begin);
    const std::string_view after = text.substr(end);
    switch (standing) {
    case Standing::Alone: return !endsWithWord(before) && !beginsWithWord(after);
    case Standing::Whole: return isWholeAfter(before) && isWholeBefore(after);
    case Standing::AllThereIs: return before.empty() && after.empty();
    case Standing::Anywhere: break;
    }
    return true;
}

} // namespace designer::secrets
