// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/resolver.h"

#include "json/pointer.h"

#include <algorithm>
#include <cstring>

namespace designer::tmpl {

namespace {

constexpr std::uint32_t rootStep = 0;
constexpr std::size_t linearSearchLimit = 24;

std::string_view bareName(const json::Value &name)
{
    const std::string_view raw = name.raw();
    return raw.substr(1, raw.size() - 2);
}

template <typename Word>
std::uint64_t word(const char *at)
{
    Word out = 0;
    std::memcpy(&out, at, sizeof(Word));
    return out;
}

} // namespace

inline Resolver::NameKey::NameKey(std::string_view name) : length(name.size())
{
    const char *const begin = name.data();
    const char *const end = begin + name.size();
    if (length >= 8) {
        first = word<std::uint64_t>(begin);
        last = word<std::uint64_t>(end - 8);
    } else if (length >= 4) {
        first = word<std::uint32_t>(begin);
        last = word<std::uint32_t>(end - 4);
    } else if (length > 0) {
        first = word<std::uint8_t>(begin);
        last = word<std::uint8_t>(end - 1) | word<std::uint8_t>(begin + length / 2) << 8U;
    }
}

Resolver::Resolver() : m_steps(1) { }

std::uint32_t Resolver::add(const event::Path &path)
{
    std::uint32_t step = rootStep;
    for (const std::string &name : path.names())
        step = child(step, name);
    if (m_steps[step].path < 0) {
        m_steps[step].path = static_cast<std::int32_t>(m_paths.size());
        m_paths.push_back(path);
    }
    return static_cast<std::uint32_t>(m_steps[step].path);
}

std::uint32_t Resolver::child(std::uint32_t parent, const std::string &name)
{
    if (const auto known = m_known.find(StepView{parent, name}); known != m_known.end())
        return known->second;
    const auto created = static_cast<std::uint32_t>(m_steps.size());
    m_known.emplace(StepKey{parent, name}, created);
    m_steps.push_back({name, -1, {}, {}});
    m_steps[parent].children.push_back({NameKey(name), created, -1, false});
    if (const auto index = json::indexToken(name))
        m_steps[parent].indexes.emplace_back(*index, created);
    return created;
}

void Resolver::seal()
{
    m_known = {};
    const auto byName
        = [this](const Child &a, const Child &b) { return m_steps[a.step].name < m_steps[b.step].name; };
    for (Step &step : m_steps) {
        std::sort(step.children.begin(), step.children.end(), byName);
        std::sort(step.indexes.begin(), step.indexes.end());
        for (Child &child : step.children) {
            child.path = m_steps[child.step].path;
            child.isLeaf = m_steps[child.step].children.empty();
        }
    }
}

const Resolver::Child *Resolver::findChild(const std::vector<Child> &sorted, std::string_view name) const
{
    if (sorted.size() <= linearSearchLimit) {
        const NameKey key(name);
        for (const Child &child : sorted) {
            if (child.key == key && (key.length <= 16 || m_steps[child.step].name == name))
                return &child;
        }
        return nullptr;
    }
    const auto found = std::lower_bound(
        sorted.begin(), sorted.end(), name,
        [this](const Child &child, std::string_view n) { return m_steps[child.step].name < n; });
    return found != sorted.end() && m_steps[found->step].name == name ? &*found : nullptr;
}

/// Fills the slots of the children that \a object has members for; of duplicate names the last
/// counts.
void Resolver::matchMembers(const json::Value &object, const std::vector<Child> &children, Slots &found) const
{
    found.resize(static_cast<qsizetype>(children.size()));
    std::fill(found.begin(), found.end(), 0U);
    const json::Index &index = *object.index();
    for (const json::Member &member : object.members()) {
        const bool escaped = index.node(member.name.node()).escaped;
        const Child *child
            = escaped ? findChild(children, member.name.text()) : findChild(children, bareName(member.name));
        if (child)
            found[child - children.data()] = member.value.node();
    }
}

inline void Resolver::answer(const Child &child, const json::Value &value, bool insideProperties,
                             std::vector<event::Lookup> &answers) const
{
    if (child.path >= 0)
        answers[static_cast<std::size_t>(child.path)] = {value, insideProperties};
    if (!child.isLeaf)
        descend(m_steps[child.step], value, insideProperties, answers);
}

void Resolver::descend(const Step &step, const json::Value &value, bool insideProperties,
                       std::vector<event::Lookup> &answers) const
{
    if (value.isObject()) {
        Slots found;
        matchMembers(value, step.children, found);
        for (qsizetype i = 0; i < found.size(); ++i) {
            if (found[i] != 0)
                answer(step.children[static_cast<std::size_t>(i)], {value.index(), found[i]},
                       insideProperties, answers);
        }
    } else if (value.isArray() && !step.indexes.empty()) {
        descendInto(step, value, insideProperties, answers);
    }
}

void Resolver::descendInto(const Step &step, const json::Value &array, bool insideProperties,
                           std::vector<event::Lookup> &answers) const
{
    std::size_t position = 0;
    auto wanted = step.indexes.begin();
    for (const json::Value &element : array.elements()) {
        if (wanted->first == position++) {
            const Step &below = m_steps[wanted->second];
            if (below.path >= 0)
                answers[static_cast<std::size_t>(below.path)] = {element, insideProperties};
            descend(below, element, insideProperties, answers);
            if (++wanted == step.indexes.end())
                return;
        }
    }
}

void Resolver::resolve(const json::Value &event, std::vector<event::Lookup> &answers) const
{
    answers.assign(m_paths.size(), {});
    if (!event.isObject())
        return;
    const std::vector<Child> &children = m_steps[rootStep].children;
    Slots found;
    matchMembers(event, children, found);
    std::vector<Child> elsewhere;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const Child &child = children[static_cast<std::size_t>(i)];
        if (found[i] != 0)
            answer(child, {event.index(), found[i]}, false, answers);
        else
            elsewhere.push_back(child);
    }
    const json::Value properties = elsewhere.empty() ? json::Value() : event.find("properties");
    if (!properties.isObject())
        return;
    matchMembers(properties, elsewhere, found);
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (found[i] != 0)
            answer(elsewhere[static_cast<std::size_t>(i)], {event.index(), found[i]}, true, answers);
    }
}

} // namespace designer::tmpl
