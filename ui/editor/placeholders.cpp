// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/placeholders.h"

#include "template/placeholder.h"
#include "ui/editor/codeeditor.h"

#include <algorithm>

namespace designer::ui {

std::optional<std::pair<std::size_t, std::size_t>> placeholderWith(const CodeEditor &editor,
                                                                   std::size_t offset)
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

} // namespace designer::ui
