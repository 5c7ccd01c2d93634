// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/rule.h"
#include "condition/trace.h"
#include "finding/result.h"

#include <variant>
#include <vector>

namespace designer::condition {

struct Node;

/// A group, compiled. Never without rules: groups that have none are left out.
struct Group
{
    Match match = Match::All;
    std::vector<Node> nodes;
    bool canFail = false; ///< some rule below can exceed its limits
};

struct Node
{
    std::variant<Group, Rule> content;

    [[nodiscard]] const Group *group() const { return std::get_if<Group>(&content); }
    [[nodiscard]] const Rule *rule() const { return std::get_if<Rule>(&content); }
    [[nodiscard]] bool canFail() const;
};

/// Whether the group holds for \a event. Rules that cannot change the answer are passed over, but
/// never one that may exceed its limits: this fails exactly where evaluate() does.
[[nodiscard]] Result<bool> fires(const Group &group, const json::Value &event);
/// The same, every rule worked out and traced. Errors: ErrorCode::RegexLimit.
[[nodiscard]] Result<TraceNode> evaluate(const Group &group, const json::Value &event);
/// The rule for which both fail on \a event; null where they do not.
[[nodiscard]] const Rule *exceeding(const Group &group, const json::Value &event);

} // namespace designer::condition
