// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"

#include "json/layout.h"
#include "json/pointer.h"

#include <algorithm>
#include <vector>

namespace designer::json {

std::string Value::text() const
{
    if (!isString())
        return std::string(raw());
    const std::string_view token = raw();
    if (!m_index->node(m_node).escaped)
        return std::string(token.substr(1, token.size() - 2));
    return unescaped(token);
}

Position Value::position() const
{
    return m_index ? m_index->positionAt(begin()) : Position{};
}

std::size_t Value::size() const
{
    std::size_t count = 0;
    if (isArray()) {
        for ([[maybe_unused]] const Value &element : elements())
            ++count;
    } else {
        for ([[maybe_unused]] const Member &member : members())
            ++count;
    }
    return count;
}

Value Value::find(std::string_view name) const
{
    Value found;
    for (const Member &member : members()) {
        const std::string_view token = member.name.raw();
        const bool escaped = m_index->node(member.name.node()).escaped;
        if (escaped ? member.name.text() == name : token.substr(1, token.size() - 2) == name)
            found = member.value;
    }
    return found;
}

Value Value::at(std::size_t index) const
{
    std::size_t i = 0;
    for (const Value &element : elements()) {
        if (i++ == index)
            return element;
    }
    return {};
}

Elements Value::elements() const
{
    return Elements(*this);
}

Members Value::members() const
{
    return Members(*this);
}

Value Value::parent() const
{
    if (!m_index || m_node == 0)
        return {};
    return {m_index, m_index->node(m_node).parent};
}

bool Value::isMemberName() const
{
    if (!isString() || !parent().isObject())
        return false;
    // A colon follows a name; a value is followed by a comma or a brace.
    const std::string_view text = m_index->text();
    std::size_t at = end();
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at < text.size() && text[at] == ':';
}

std::string Value::pointer() const
{
    return pointerBelow({}, *this);
}

Elements::Elements(const Value &array)
{
    if (!array.isArray())
        return;
    m_index = array.index();
    m_first = array.node() + 1;
    m_last = m_index->node(array.node()).next;
}

Members::Members(const Value &object)
{
    if (!object.isObject())
        return;
    m_index = object.index();
    m_first = object.node() + 1;
    m_last = m_index->node(object.node()).next;
}

} // namespace designer::json
