// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/vocabulary.h"
#include "connection/connection.h"

#include <string>
#include <string_view>

namespace designer::connection {

// Edits of the conditions, by the RFC 6901 pointers of their groups and rules in the connection file.
// As in editing.h, each leaves every byte alone that it does not concern, unknown keys included. An
// edit of a place that is not there, or that is not what it should be, is an UnsoundConnection error.

/// Where the root group stands.
inline constexpr std::string_view conditionsPointer = "/x_designer/conditions";

/// A new rule as JSON text; an empty \a field or \a value is left empty in the file too.
struct NewRule
{
    condition::Type type = condition::Type::EventName;
    condition::Operator op = condition::Operator::Equals;
    std::string field;
    std::string value; ///< as typed
};

/// Puts a rule into \a group, before its rule at \a index, or at its end. A connection without
/// conditions gets its root group with it.
[[nodiscard]] Result<Connection> withRuleAdded(const Connection &connection, std::string_view group,
                                               std::size_t index, const NewRule &rule);
/// The same of a group without rules.
[[nodiscard]] Result<Connection> withGroupAdded(const Connection &connection, std::string_view group,
                                                std::size_t index, condition::Match match);
/// Takes a rule or a group away with all that is in it. The conditions go with the last of them,
/// unless the root group holds keys that are unknown.
[[nodiscard]] Result<Connection> withConditionRemoved(const Connection &connection, std::string_view pointer);

struct Moved
{
    Connection connection;
    std::string pointer; ///< where the rule or the group stands now
};
/// Moves a rule or a group into \a group, before what stands there at \a index, or at the end. Into
/// itself it cannot be moved.
[[nodiscard]] Result<Moved> withConditionMoved(const Connection &connection, std::string_view pointer,
                                               std::string_view group, std::size_t index);

[[nodiscard]] Result<Connection> withMatch(const Connection &connection, std::string_view group,
                                           condition::Match match);
/// The field follows: its list's first name becomes that of the new one, and an event name has none.
[[nodiscard]] Result<Connection> withType(const Connection &connection, std::string_view rule,
                                          condition::Type type);
[[nodiscard]] Result<Connection> withField(const Connection &connection, std::string_view rule,
                                           std::string_view field);
/// The value follows: it turns into what the operator takes. \a typedBefore is used where there is none.
[[nodiscard]] Result<Connection> withOperator(const Connection &connection, std::string_view rule,
                                              condition::Operator op, std::string_view typedBefore = {});
/// \a typed is what people write: see condition::valueOf().
[[nodiscard]] Result<Connection> withValue(const Connection &connection, std::string_view rule,
                                           std::string_view typed);
/// The same of a value as JSON text.
[[nodiscard]] Result<Connection> withValueJson(const Connection &connection, std::string_view rule,
                                               std::string_view json);
[[nodiscard]] Result<Connection> withIgnoreCase(const Connection &connection, std::string_view rule,
                                                bool ignoreCase);

} // namespace designer::connection
