// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/finder.h"

#include "json/pointer.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace designer::event {

/// The children of the containers that were asked so far, by the container's node.
class Finder::Memory
{
public:
    /// No value where \a object is none.
    json::Value member(const json::Value &object, const std::string &name)
    {
        if (!object.isObject())
            return {};
        const auto [known, isNew] = m_members.try_emplace(object.node());
        if (isNew) {
            for (const json::Member &member : object.members()) // of duplicate names the last counts
                known->second.insert_or_assign(member.nameText(), member.value);
        }
        const auto found = known->second.find(name);
        return found == known->second.end() ? json::Value() : found->second;
    }

    json::Value element(const json::Value &array, std::size_t index)
    {
        const auto [known, isNew] = m_elements.try_emplace(array.node());
        if (isNew) {
            for (const json::Value &element : array.elements())
                known->second.push_back(element);
        }
        return index < known->second.size() ? known->second[index] : json::Value();
    }

    json::Value child(const json::Value &container, const std::string &name)
    {
        const auto index = container.isArray() ? json::indexToken(name) : std::nullopt;
        return index ? element(container, *index) : member(container, name);
    }

private:
    std::unordered_map<std::uint32_t, std::unordered_map<std::string, json::Value>> m_members;
    std::unordered_map<std::uint32_t, std::vector<json::Value>> m_elements;
};

Finder::Finder(const json::Value &event) : m_event(event) { }
Finder::~Finder() = default;
Finder::Finder(Finder &&) noexcept = default;
Finder &Finder::operator=(Finder &&) noexcept = default;

Lookup Finder::findKnown(const Path &path)
{
    if (!m_memory)
        m_memory = std::make_unique<Memory>();
    Lookup out;
    const std::vector<std::string> &names = path.names();
    json::Value here = m_memory->member(m_event, names.front());
    if (!here) {
        out.insideProperties = true;
        here = m_memory->member(m_memory->member(m_event, "properties"), names.front());
    }
    for (std::size_t i = 1; here && i < names.size(); ++i)
        here = m_memory->child(here, names[i]);
    out.value = here;
    return out;
}

} // namespace designer::event
