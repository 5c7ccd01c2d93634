// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace designer::json {

void Writer::breakLine()
{
    if (m_indent < 0)
        return;
    m_out += '\n';
    m_out.append(static_cast<std::size_t>(m_depth) * static_cast<std::size_t>(m_indent), ' ');
}

void Writer::beforeValue()
{
    if (m_named) {
        m_named = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_first)
        m_out += ',';
    m_first = false;
    breakLine();
}

Writer &Writer::open(char bracket)
{
    beforeValue();
    m_out += bracket;
    ++m_depth;
    m_first = true;
    return *this;
}

Writer &Writer::close(char bracket)
{
    --m_depth;
    if (!m_first)
        breakLine();
    m_out += bracket;
    m_first = false;
    return *this;
}

Writer &Writer::beginObject()
{
    return open('{');
}
Writer &Writer::endObject()
{
    return close('}');
}
Writer &Writer::beginArray()
{
    return open('[');
}
Writer &Writer::endArray()
{
    return close(']');
}

Writer &Writer::name(std::string_view name)
{
    beforeValue();
    m_out += quoted(name);
    m_out += m_indent < 0 ? ":" : ": ";
    m_named = true;
    return *this;
}

Writer &Writer::string(std::string_view utf8)
{
    beforeValue();
    m_out += quoted(utf8);
    return *this;
}

Writer &Writer::number(std::int64_t value)
{
    return raw(std::to_string(value));
}

Writer &Writer::number(std::size_t value)
{
    return raw(std::to_string(value));
}

Writer &Writer::number(double value, int decimals)
{
    if (!std::isfinite(value))
        return null();
    // Not printf: its decimal point follows the locale. A double has up to 309 digits before the point.
    std::string buffer(320 + static_cast<std::size_t>(std::max(decimals, 0)), '\0');
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    return raw(std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())));
}

Writer &Writer::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

Writer &Writer::null()
{
    return raw("null");
}

Writer &Writer::raw(std::string_view json)
{
    beforeValue();
    m_out += json;
    return *this;
}

} // namespace designer::json
