// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/difference.h"

#include "json/utf8.h"

#include <algorithm>

namespace designer::json {

namespace {

bool insideCharacter(std::string_view text, std::size_t at)
{
    return at < text.size() && utf8::isContinuation(text[at]);
}

std::size_t commonPrefix(std::string_view a, std::string_view b)
{
    const auto most = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
    auto n
        = static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + most, b.begin()).first - a.begin());
    while (n > 0 && (insideCharacter(a, n) || insideCharacter(b, n)))
        --n;
    return n;
}

std::size_t commonSuffix(std::string_view a, std::string_view b)
{
    const auto most = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
    auto n = static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rbegin() + most, b.rbegin()).first
                                      - a.rbegin());
    while (n > 0 && utf8::isContinuation(a[a.size() - n]))
        --n;
    return n;
}

} // namespace

std::optional<TextEdit> difference(std::string_view before, std::string_view after)
{
    if (before == after)
        return std::nullopt;
    const std::size_t prefix = commonPrefix(before, after);
    before.remove_prefix(prefix);
    after.remove_prefix(prefix);
    const std::size_t suffix = commonSuffix(before, after);
    before.remove_suffix(suffix);
    after.remove_suffix(suffix);
    return TextEdit{prefix, prefix + before.size(), std::string(after)};
}

} // namespace designer::json
