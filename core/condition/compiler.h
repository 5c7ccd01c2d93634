// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/conditions.h"
#include "condition/program.h"

#include <optional>
#include <vector>

namespace designer::condition {

/// What \a value means to be by its names: both, where it has those of both; neither, where of none.
[[nodiscard]] bool looksLikeGroup(const json::Value &value);
[[nodiscard]] bool looksLikeRule(const json::Value &value);

/// Turns the `conditions` of a connection file into a program, and says what is wrong in them.
class Compiler
{
public:
    /// The root group; nothing where it has no rules, or is no group.
    [[nodiscard]] std::optional<Group> compile(const json::Value &root);
    /// One rule alone; nothing where something is wrong in it.
    [[nodiscard]] std::optional<Rule> compileRule(const json::Value &value) { return rule(value); }
    [[nodiscard]] std::vector<Problem> takeProblems() { return std::move(m_problems); }

private:
    /// The group or rule that is being read.
    struct Here
    {
        json::Value value;
        std::string pointer;
    };

    std::optional<Node> node(const json::Value &value);
    std::optional<Group> group(const json::Value &value);
    std::optional<Rule> rule(const json::Value &value);

    bool readMatch(const json::Value &group, Group &out);
    bool readOperator(const json::Value &rule, Rule &out);
    bool readType(const json::Value &rule, Rule &out);
    bool readField(const json::Value &rule, Rule &out);
    bool readIgnoreCase(const json::Value &rule, Rule &out);
    bool readValue(const json::Value &rule, Rule &out);
    bool readList(const json::Value &value, Rule &out);
    bool readPattern(const json::Value &value, Rule &out);
    bool readTime(const json::Value &value, Rule &out);

    /// Notes a problem. False, so that a reader can return it.
    bool problem(const json::Value &place, const QString &message, const QString &wayOut);

    // A problem's place is told from here: to ask each of many rules for its pointer would count
    // all that stand before it each time.
    Here m_here;
    std::vector<Problem> m_problems;
};

} // namespace designer::condition
