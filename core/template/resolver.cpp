// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/resolver.h"

#include <algorithm>

namespace designer::tmpl {

namespace {

constexpr std::uint32_t rootStep = 0;
constexpr std::size_t linearSearchLimit = 8;

std::string_view bareName(const json::Value &name)
{
    const std::string_view raw = name.raw();
    return raw.substr(1, raw.size() - 2);
}

} // namespace

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
    const auto created = static_cast<std::uint32_t>(m_steps.size());
    const auto [known, isNew] = m_known.try_emplace(std::to_string(parent) + '.' + name, created);
    if (!isNew)
        return known->second;
    m_steps.push_back({name, -1, {}, {}});
    m_steps[parent].children.push_back(created);
    if (const auto index = event::arrayIndex(name))
        m_steps[parent].indexes.emplace_back(*index, created);
    return created;
}

void Resolver::seal()
{
    m_known = {};
    const auto byName
        = [this](std::uint32_t a, std::uint32_t b) { return m_steps[a].name < m_steps[b].name; };
    for (Step &step : m_steps) {
        std::sort(step.children.begin(), step.children.end(), byName);
        std::sort(step.indexes.begin(), step.indexes.end());
    }
}

const std::uint32_t *Resolver::findChild(const std::vector<std::uint32_t> &sorted,
                                         std::string_view name) const
{
    if (sorted.size() <= linearSearchLimit) {
        for (const std::uint32_t &step : sorted) {
            if (m_steps[step].name == name)
                return &step;
        }
        return nullptr;
    }
    const auto found
        = std::lower_bound(sorted.begin(), sorted.end(), name,
                           [this](std::uint32_t step, std::string_view n) { return m_steps[step].name < n; });
    return found != sorted.end() && m_steps[*found].name == name ? &*found : nullptr;
}

/// Fills the slots of the steps that \a object has members for; of duplicate names the last counts.
void Resolver::matchMembers(const json::Value &object, const std::vector<std::uint32_t> &steps,
                            Slots &found) const
{
    found.resize(static_cast<qsizetype>(steps.size()));
    std::fill(found.begin(), found.end(), json::Value());
    const json::Index &index = *object.index();
    for (const json::Member &member : object.members()) {
        const bool escaped = index.node(member.name.node()).escaped;
        const std::uint32_t *step
            = escaped ? findChild(steps, member.name.text()) : findChild(steps, bareName(member.name));
        if (step)
            found[step - steps.data()] = member.value;
    }
}

void Resolver::descend(std::uint32_t stepNumber, const json::Value &value, bool insideProperties,
                       std::vector<event::Lookup> &answers) const
{
    const Step &step = m_steps[stepNumber];
    if (step.path >= 0)
        answers[static_cast<std::size_t>(step.path)] = {value, insideProperties};
    if (step.children.empty())
        return;
    if (value.isObject()) {
        Slots found;
        matchMembers(value, step.children, found);
        for (qsizetype i = 0; i < found.size(); ++i) {
            if (found[i])
                descend(step.children[static_cast<std::size_t>(i)], found[i], insideProperties, answers);
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
            descend(wanted->second, element, insideProperties, answers);
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
    const std::vector<std::uint32_t> &steps = m_steps[rootStep].children;
    Slots found;
    matchMembers(event, steps, found);
    std::vector<std::uint32_t> elsewhere;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const std::uint32_t step = steps[static_cast<std::size_t>(i)];
        if (found[i])
            descend(step, found[i], false, answers);
        else
            elsewhere.push_back(step);
    }
    const json::Value properties = elsewhere.empty() ? json::Value() : event.find("properties");
    if (!properties.isObject())
        return;
    matchMembers(properties, elsewhere, found);
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (found[i])
            descend(elsewhere[static_cast<std::size_t>(i)], found[i], true, answers);
    }
}

} // namespace designer::tmpl
