// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/children.h"

#include "json/pointer.h"

namespace designer::json {

namespace {

/// Containers of up to so many nodes are searched.
constexpr std::uint32_t shortContainer = 128;

bool isLong(const Value &parent)
{
    return parent.isContainer() && parent.index()->node(parent.node()).next - parent.node() > shortContainer;
}

} // namespace

void Children::fill(Table &table, const Value &parent)
{
    table.filled = true;
    for (const Member &member : parent.members())
        table.byName.insert_or_assign(member.nameText(), member.value.node());
    for (const Value &element : parent.elements())
        table.byNumber.push_back(element.node());
}

Value Children::of(const Value &parent, std::string_view token) const
{
    if (!isLong(parent))
        return child(parent, token);
    const std::lock_guard lock(m_mutex);
    const auto [table, isFirst] = m_tables.try_emplace(parent.node());
    if (isFirst)
        return child(parent, token);
    if (!table->second.filled)
        fill(table->second, parent);
    if (parent.isObject()) {
        const auto found = table->second.byName.find(std::string(token));
        return found != table->second.byName.end() ? Value(parent.index(), found->second) : Value();
    }
    const auto number = indexToken(token);
    const bool isThere = number && *number < table->second.byNumber.size();
    return isThere ? Value(parent.index(), table->second.byNumber[*number]) : Value();
}

} // namespace designer::json
