// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/placeholder.h"

#include <algorithm>

namespace designer::tmpl {

namespace {

constexpr std::string_view mark = "##";
/// How far a closing mark may be from an opening one for both to be told of as one mistake.
constexpr std::size_t mistakeReach = 80;

/// What a stray mark at \a begin was probably meant to cover: up to a closing mark on the same line.
StrayMark strayAt(std::string_view text, std::size_t begin)
{
    const std::size_t body = std::min(text.find_first_not_of('#', begin), text.size());
    const std::string_view near = text.substr(body, mistakeReach + mark.size());
    const std::size_t closing = near.find(mark);
    const bool paired = closing < near.find_first_of("\r\n") && closing != std::string_view::npos
        && placeholderLength(text.substr(body + closing)) == 0;
    return {begin, paired ? body + closing + mark.size() : body};
}

} // namespace

std::size_t placeholderLength(std::string_view text)
{
    if (text.substr(0, mark.size()) != mark)
        return 0;
    const std::size_t path = event::pathLength(text.substr(mark.size()));
    const std::size_t closing = mark.size() + path;
    return path > 0 && text.substr(closing, mark.size()) == mark ? closing + mark.size() : 0;
}

Placeholders findPlaceholders(std::string_view text, std::size_t offset)
{
    Placeholders out;
    std::size_t strayUntil = 0;
    std::size_t i = text.find(mark);
    while (i != std::string_view::npos) {
        if (const std::size_t length = placeholderLength(text.substr(i))) {
            const std::string_view path = text.substr(i + mark.size(), length - 2 * mark.size());
            if (!out.strays.empty()) // `####a##` is a stray mark and a placeholder
                out.strays.back().end = std::min(out.strays.back().end, offset + i);
            out.found.push_back({*event::Path::parse(path), offset + i, offset + i + length, Role::InText});
            i = text.find(mark, i + length);
            continue;
        }
        const bool nextReads = placeholderLength(text.substr(i + 1)) > 0;
        if (i >= strayUntil && !nextReads) {
            const StrayMark stray = strayAt(text, i);
            strayUntil = stray.end;
            out.strays.push_back({offset + stray.begin, offset + stray.end});
        }
        i = text.find(mark, i + 1);
    }
    return out;
}

} // namespace designer::tmpl
