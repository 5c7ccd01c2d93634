// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/program.h"

#include "condition/reason.h"
#include "json/layout.h"

namespace designer::condition {

using json::Value;

namespace {

/// Gathers what the nodes of one group decided.
class Tally
{
public:
    explicit Tally(Match match) : m_match(match) { }

    void add(bool yes)
    {
        m_someYes |= yes;
        m_someNo |= !yes;
    }
    [[nodiscard]] bool isSettled() const { return m_match == Match::All ? m_someNo : m_someYes; }
    [[nodiscard]] bool result() const
    {
        switch (m_match) {
        case Match::All: return !m_someNo;
        case Match::Any: return m_someYes;
        case Match::None: break;
        }
        return !m_someYes;
    }

private:
    Match m_match;
    bool m_someYes = false;
    bool m_someNo = false;
};

/// The fast run: one outcome for the tree, and which rule exceeded its limits.
class Run
{
public:
    explicit Run(const Value &event) : m_event(event) { }

    Outcome of(const Group &group)
    {
        Tally tally(group.match);
        for (const Node &node : group.nodes) {
            if (tally.isSettled() && !node.canFail())
                continue;
            const Outcome outcome = of(node);
            if (outcome == Outcome::LimitExceeded)
                return outcome;
            tally.add(outcome == Outcome::Yes);
        }
        return outcomeOf(tally.result());
    }

    [[nodiscard]] const Rule *failed() const { return m_failed; }

private:
    Outcome of(const Node &node)
    {
        if (const Group *group = node.group())
            return of(*group);
        const Rule &rule = *node.rule();
        const Outcome outcome = rule.decide(rule.seenIn(m_event));
        if (outcome == Outcome::LimitExceeded)
            m_failed = &rule;
        return outcome;
    }

    event::Finder m_event;
    const Rule *m_failed = nullptr;
};

Result<TraceNode> evaluateRule(const Rule &rule, event::Finder &event)
{
    const Value seen = rule.seenIn(event);
    const Outcome outcome = rule.decide(seen);
    if (outcome == Outcome::LimitExceeded)
        return limitExceeded(rule);
    TraceNode node;
    node.result = outcome == Outcome::Yes;
    node.type = name(rule.type);
    if (rule.type != Type::EventName)
        node.field = rule.field.text();
    node.op = name(rule.op);
    node.ignoreCase = rule.ignoreCase;
    node.value = rule.value;
    if (seen)
        node.saw = json::minified(seen);
    node.why = reason(rule, seen, node.result);
    return node;
}

Result<TraceNode> evaluateGroup(const Group &group, event::Finder &event)
{
    Tally tally(group.match);
    TraceNode trace;
    trace.isGroup = true;
    trace.match = name(group.match);
    for (const Node &node : group.nodes) {
        const Group *inner = node.group();
        auto part = inner ? evaluateGroup(*inner, event) : evaluateRule(*node.rule(), event);
        if (!part)
            return part;
        tally.add(part->result);
        trace.rules.push_back(std::move(part).value());
    }
    trace.result = tally.result();
    return trace;
}

} // namespace

bool Node::canFail() const
{
    const Group *inner = group();
    return inner ? inner->canFail : rule()->canFail();
}

Result<bool> fires(const Group &group, const Value &event)
{
    Run run(event);
    const Outcome outcome = run.of(group);
    if (outcome == Outcome::LimitExceeded)
        return limitExceeded(*run.failed());
    return outcome == Outcome::Yes;
}

const Rule *exceeding(const Group &group, const Value &event)
{
    Run run(event);
    static_cast<void>(run.of(group));
    return run.failed();
}

Result<TraceNode> evaluate(const Group &group, const Value &event)
{
    event::Finder finder(event);
    return evaluateGroup(group, finder);
}

} // namespace designer::condition
