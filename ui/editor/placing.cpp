// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/placing.h"

#include "event/path.h"
#include "template/placeholder.h"

#include <algorithm>

namespace designer::ui {

namespace {

constexpr std::string_view mark = "##";

/// A path, or the beginning of one: a dot may stand at its end.
bool mayBePath(std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    return text.empty() || event::pathLength(text) == text.size();
}

} // namespace

std::optional<OpenPlaceholder> openPlaceholder(std::string_view before)
{
    const tmpl::Placeholders placeholders = tmpl::findPlaceholders(before);
    const std::size_t closed = placeholders.found.empty() ? 0 : placeholders.found.back().end;
    const std::size_t open = before.rfind(mark);
    if (open == std::string_view::npos || open < closed)
        return {};
    const std::string_view typed = before.substr(open + mark.size());
    if (!mayBePath(typed))
        return {};
    return OpenPlaceholder{open + mark.size(), std::string(typed)};
}

std::size_t restOfPath(std::string_view after)
{
    const std::size_t dot = after.starts_with('.') ? 1 : 0;
    const std::size_t length = dot + event::pathLength(after.substr(dot));
    return after.substr(length).starts_with(mark) ? length : 0;
}

std::string_view leadingSpace(std::string_view line)
{
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

} // namespace designer::ui
