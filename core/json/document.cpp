// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"

#include "json/children.h"
#include "json/pointer.h"

#include <algorithm>

namespace designer::json {

struct Document::Data
{
    Data(std::string source, const ParseOptions &options)
        : text(std::move(source)), valid(index.parse(text, options))
    { }
    std::string text;
    Index index;
    bool valid;
    Children children;
};

namespace {

/// What a document that is none refers to.
template <typename T>
const T &nothing()
{
    static const T none{};
    return none;
}

} // namespace

Document::Document(std::string text, const ParseOptions &options)
    : m_data(std::make_shared<const Data>(std::move(text), options))
{ }

bool Document::isValid() const
{
    return m_data && m_data->valid;
}

const ParseError &Document::error() const
{
    return m_data ? m_data->index.error() : nothing<ParseError>();
}

const std::string &Document::text() const
{
    return m_data ? m_data->text : nothing<std::string>();
}

const Index &Document::index() const
{
    return m_data ? m_data->index : nothing<Index>();
}

Value Document::root() const
{
    return isValid() ? Value(&m_data->index, 0) : Value();
}

Value Document::at(std::string_view pointer) const
{
    return resolve(root(), pointer);
}

Value Document::childOf(const Value &parent, std::string_view token) const
{
    return isValid() ? m_data->children.of(parent, token) : Value();
}

/// The innermost value or name that holds \a offset.
Value Document::innermostAt(std::size_t offset) const
{
    if (!isValid())
        return {};
    const std::span<const Node> nodes = m_data->index.nodes();
    // The nodes stand in the order of their beginnings, and what holds the offset is the last that
    // begins before it or is around that one.
    const auto after = std::upper_bound(nodes.begin(), nodes.end(), offset,
                                        [](std::size_t at, const Node &node) { return at < node.begin; });
    if (after == nodes.begin())
        return {};
    auto node = static_cast<std::uint32_t>(after - nodes.begin() - 1);
    while (nodes[node].end <= offset) {
        if (node == 0)
            return {};
        node = nodes[node].parent;
    }
    return {&m_data->index, node};
}

Value Document::valueAt(std::size_t offset) const
{
    const Value here = innermostAt(offset);
    return here.isMemberName() ? here.parent() : here;
}

Value Document::memberValueAt(std::size_t offset) const
{
    const Value here = innermostAt(offset);
    return here.isMemberName() ? Value(here.index(), here.node() + 1) : here;
}

Position Document::positionAt(std::size_t offset) const
{
    return index().positionAt(offset);
}

} // namespace designer::json
