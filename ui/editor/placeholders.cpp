// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/placeholders.h"

#include "template/placeholder.h"
#include "ui/editor/codeeditor.h"

#include <algorithm>

namespace designer::ui {

namespace {

bool opensString(const CodeEditor &editor, std::size_t offset)
{
    return !editor.isInString(offset) && editor.isInString(offset + 1);
}

bool closesString(const CodeEditor &editor, std::size_t offset)
{
    return editor.isInString(offset) && !editor.isInString(offset + 1);
}

} // namespace

std::optional<PlaceholderRange> placeholderWith(const CodeEditor &editor, std::size_t offset)
{
    constexpr std::size_t reach = 4096; // of a line of megabytes no more is looked at
    const int line = editor.lineOf(offset);
    const std::size_t begin = std::max(editor.lineBegin(line), offset - std::min(offset, reach));
    const std::size_t end = std::min(editor.lineEnd(line), offset + reach);
    for (const tmpl::Placeholder &one : tmpl::findPlaceholders(editor.bytes(begin, end), begin).found) {
        if (one.begin <= offset && offset < one.end)
            return std::pair(one.begin, one.end);
    }
    return std::nullopt;
}

std::optional<PlaceholderRange> placeholderToReplaceAt(const CodeEditor &editor, std::size_t offset)
{
    if (const auto around = placeholderWith(editor, offset); around && around->first < offset)
        return around;
    if (!opensString(editor, offset))
        return std::nullopt;
    const auto quoted = placeholderWith(editor, offset + 1);
    return quoted && quoted->first == offset + 1 ? quoted : std::nullopt;
}

std::optional<std::size_t> placeForPath(const CodeEditor &editor, std::size_t offset)
{
    if (const auto under = placeholderWith(editor, offset))
        return under->first + 1;
    if (const auto quoted = placeholderToReplaceAt(editor, offset))
        return quoted->first + 1;
    if (opensString(editor, offset))
        return offset + 1;
    return closesString(editor, offset) ? std::optional(offset) : std::nullopt;
}

} // namespace designer::ui
