// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/operand.h"
#include "condition/regex.h"
#include "condition/vocabulary.h"
#include "event/finder.h"
#include "event/instant.h"
#include "event/path.h"

#include <string>
#include <vector>

namespace designer::condition {

/// One rule, compiled: what it looks at, how, and with what it compares.
struct Rule
{
    Type type = Type::EventName;
    Operator op = Operator::Exists;
    bool ignoreCase = false;
    event::Path field;
    std::string value; ///< JSON text of the value, minified; empty where the operator takes none
    QString shownValue; ///< the same for people
    std::vector<Operand> operands; ///< one; several for `one_of`
    Regex regex;
    event::Instant instant;
    std::string pointer; ///< of the rule, in the document of the conditions

    /// Only a regular expression can exceed its limits; every other rule has an answer.
    [[nodiscard]] bool canFail() const { return op == Operator::Regex; }
    /// What the rule looks at: no value where the path is missing.
    [[nodiscard]] json::Value seenIn(event::Finder &event) const;
    /// What it decides on seeing \a seen. The one place where operators are worked out.
    [[nodiscard]] Outcome decide(const json::Value &seen) const;
};

/// Whether \a value can be read as text: everything but null, arrays and objects.
[[nodiscard]] bool isTextual(const json::Value &value);
/// Whether \a value is a number, or a text that is wholly one.
[[nodiscard]] bool isNumeric(const json::Value &value);
/// The moment that \a value names, if it is a text that names one.
[[nodiscard]] std::optional<event::Instant> instantOf(const json::Value &value);

} // namespace designer::condition
