// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/scintilla.h"

#include "json/utf8.h"

#include <algorithm>

namespace designer::ui::sci {

std::string_view view(const Base &editor, std::size_t begin, std::size_t end)
{
    if (begin >= end)
        return {};
    const long at = send(editor, Base::SCI_GETRANGEPOINTER, begin, static_cast<long>(end - begin));
    return {reinterpret_cast<const char *>(at), end - begin}; // NOLINT(performance-no-int-to-ptr)
}

std::string copy(const Base &editor, std::size_t begin, std::size_t end)
{
    const std::size_t gap = std::clamp(offset(editor, Base::SCI_GETGAPPOSITION), begin, std::max(begin, end));
    std::string out;
    out.reserve(end - begin);
    out.append(view(editor, begin, gap));
    out.append(view(editor, gap, end));
    return out;
}

std::size_t characterBegin(const Base &editor, std::size_t at)
{
    at = std::min(at, length(editor));
    while (at > 0 && json::utf8::isContinuation(static_cast<char>(send(editor, Base::SCI_GETCHARAT, at))))
        --at;
    return at;
}

std::size_t lineBegin(const Base &editor, std::size_t line)
{
    const long at = send(editor, Base::SCI_POSITIONFROMLINE, line);
    return at < 0 ? length(editor) : static_cast<std::size_t>(at);
}

std::size_t lineEnd(const Base &editor, std::size_t line)
{
    return offset(editor, Base::SCI_GETLINEENDPOSITION, line);
}

std::size_t lineOf(const Base &editor, std::size_t at)
{
    return offset(editor, Base::SCI_LINEFROMPOSITION, at);
}

std::size_t lineCount(const Base &editor)
{
    return offset(editor, Base::SCI_GETLINECOUNT);
}

} // namespace designer::ui::sci
