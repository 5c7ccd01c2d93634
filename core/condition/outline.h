// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/conditions.h"
#include "condition/trace.h"
#include "condition/vocabulary.h"
#include "json/value.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::condition {

/// One line of the conditions as a form lists them: a group, and below it what is in it. Says what
/// stands in the file, sound or not. A value: owns all it needs.
struct OutlineRow
{
    enum class Kind {
        Group,
        Rule,
        Foreign, ///< neither: what the file holds in its place is `raw`
    };

    Kind kind = Kind::Rule;
    std::string pointer; ///< RFC 6901, in the document of the conditions
    std::string raw; ///< its bytes
    int depth = 0; ///< of the root group
    std::size_t parent = 0; ///< the number of its group's row; its own for the root
    std::size_t index = 0; ///< its place among the rules of that group

    // A group.
    std::string matchName; ///< as the file has it; empty where it says nothing
    std::optional<Match> match;
    std::size_t size = 0; ///< all that is directly in it
    bool canGrow = true; ///< its rules are an array, or can become one
    bool counts = false; ///< some rule that counts stands in it, at whatever depth; true for rules,
                         ///< unfinished ones apart

    // A rule. Texts as the file has them; empty where it has none.
    std::string typeName;
    std::optional<Type> type;
    std::string field;
    std::string opName;
    std::optional<Operator> op;
    std::string valueJson;
    bool ignoreCase = false;
    std::vector<Problem> problems; ///< its own

    QStringList beyondHardal; ///< one sentence for each thing that Hardal's own list cannot hold

    [[nodiscard]] bool isGroup() const { return kind == Kind::Group; }
    [[nodiscard]] bool isRule() const { return kind == Kind::Rule; }
    /// A rule to which nobody has given a field yet.
    [[nodiscard]] bool isUnfinished() const
    {
        return isRule() && type && *type != Type::EventName && field.empty();
    }
    [[nodiscard]] bool isRoot() const { return depth == 0; }
};

/// In the order in which a form lists them; the first is the root.
using Outline = std::vector<OutlineRow>;

/// No value gives no rows.
[[nodiscard]] Outline outline(const json::Value &conditions);
[[nodiscard]] std::size_t ruleCount(const Outline &outline);
/// The row that \a pointer, a row's own or one of a place in it, belongs to.
[[nodiscard]] std::optional<std::size_t> rowAt(const Outline &outline, std::string_view pointer);

/// What each row of \a outline decided, by row: \a trace, of the same conditions, leaves out groups
/// without rules and is told apart by order alone. Null for rows that did not count, and everywhere
/// where the two do not fit. The pointers are into \a trace.
[[nodiscard]] std::vector<const TraceNode *> traced(const Outline &outline, const TraceNode &trace);

} // namespace designer::condition
