// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/outline.h"

#include "condition/compiler.h"
#include "condition/hardallist.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <algorithm>

namespace designer::condition {

using json::Value;

namespace {

std::string shownText(const Value &value)
{
    return value.isString() ? value.text() : std::string(value.raw());
}

class Walk
{
public:
    void add(const Value &value, std::string pointer, std::size_t parent, std::size_t index)
    {
        OutlineRow row;
        row.pointer = std::move(pointer);
        row.raw = value.raw();
        row.parent = parent;
        row.index = index;
        row.depth = m_rows.empty() ? 0 : m_rows[parent].depth + 1;
        const bool group = looksLikeGroup(value);
        const bool rule = looksLikeRule(value);
        const bool emptyRoot = value.isObject() && !group && !rule && m_rows.empty();
        if ((group && !rule) || emptyRoot)
            addGroup(value, std::move(row));
        else if (value.isObject() && !group && !m_rows.empty())
            addRule(value, std::move(row));
        else
            addForeign(std::move(row));
    }

    Outline taken() && { return std::move(m_rows); }

private:
    void addForeign(OutlineRow row)
    {
        row.kind = OutlineRow::Kind::Foreign;
        m_rows.push_back(std::move(row));
    }

    void addGroup(const Value &value, OutlineRow row)
    {
        row.kind = OutlineRow::Kind::Group;
        row.matchName = shownText(value.find("match"));
        row.match = matchFromName(row.matchName);
        const Value rules = value.find("rules");
        row.size = rules.isArray() ? rules.size() : 0;
        row.canGrow = !rules || rules.isArray();
        const std::size_t self = m_rows.size();
        const std::string below = json::appended(row.pointer, "rules");
        m_rows.push_back(std::move(row));
        std::size_t index = 0;
        for (const Value &child : rules.isArray() ? rules.elements() : Value().elements()) {
            add(child, json::appended(below, index), self, index);
            ++index;
        }
        judgeGroup(self);
    }

    void judgeGroup(std::size_t self)
    {
        std::size_t counting = 0;
        for (std::size_t i = self + 1; i < m_rows.size(); ++i)
            counting += m_rows[i].parent == self && m_rows[i].counts ? 1U : 0U;
        OutlineRow &row = m_rows[self];
        row.counts = counting > 0;
        if (row.counts && row.match && !isFlatForHardal(*row.match, counting))
            row.beyondHardal += groupBeyondHardal(*row.match, {});
    }

    void addRule(const Value &value, OutlineRow row)
    {
        row.typeName = shownText(value.find("type"));
        row.type = typeFromName(row.typeName);
        row.field = shownText(value.find("field"));
        row.counts = !row.isUnfinished();
        row.opName = shownText(value.find("operator"));
        row.op = operatorFromName(row.opName);
        row.valueJson = json::minified(value.find("value"));
        row.ignoreCase = value.find("ignore_case").isTrue();
        Compiler compiler;
        const auto rule = compiler.compileRule(value);
        row.problems = compiler.takeProblems();
        if (rule)
            row.beyondHardal = beyondHardal(*rule);
        m_rows.push_back(std::move(row));
    }

    Outline m_rows;
};

/// Lays a trace beside the rows that count, in their order.
class Fitting
{
public:
    explicit Fitting(const Outline &outline) : m_outline(outline), m_out(outline.size(), nullptr) { }

    bool fit(const TraceNode &trace)
    {
        while (m_at < m_outline.size() && !m_outline[m_at].counts)
            ++m_at;
        if (m_at == m_outline.size() || m_outline[m_at].isGroup() != trace.isGroup)
            return false;
        m_out[m_at++] = &trace;
        return std::ranges::all_of(trace.rules, [this](const TraceNode &child) { return fit(child); });
    }
    [[nodiscard]] bool isDone() const
    {
        return std::none_of(m_outline.begin() + static_cast<std::ptrdiff_t>(m_at), m_outline.end(),
                            [](const OutlineRow &row) { return row.counts; });
    }
    std::vector<const TraceNode *> taken() && { return std::move(m_out); }

private:
    const Outline &m_outline;
    std::vector<const TraceNode *> m_out;
    std::size_t m_at = 0;
};

} // namespace

Outline outline(const Value &conditions)
{
    Walk walk;
    if (conditions)
        walk.add(conditions, conditions.pointer(), 0, 0);
    return std::move(walk).taken();
}

std::size_t ruleCount(const Outline &outline)
{
    return static_cast<std::size_t>(std::ranges::count_if(outline, &OutlineRow::isRule));
}

std::optional<std::size_t> rowAt(const Outline &outline, std::string_view pointer)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const std::string &own = outline[i].pointer;
        const bool isIn
            = pointer.starts_with(own) && (pointer.size() == own.size() || pointer[own.size()] == '/');
        if (isIn && (!best || own.size() >= outline[*best].pointer.size()))
            best = i;
    }
    return best;
}

std::vector<const TraceNode *> traced(const Outline &outline, const TraceNode &trace)
{
    Fitting fitting(outline);
    if (!fitting.fit(trace) || !fitting.isDone()) {
        std::vector<const TraceNode *> nothing(outline.size());
        return nothing;
    }
    return std::move(fitting).taken();
}

} // namespace designer::condition
