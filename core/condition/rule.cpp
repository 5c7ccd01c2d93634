// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/rule.h"

#include "condition/decimal.h"
#include "text/ascii.h"

#include <algorithm>

namespace designer::condition {

using json::Value;

namespace {

/// Whether \a value is the boolean \a wanted, or its name in any letter case.
bool is(const Value &value, bool wanted)
{
    if (value.isBool())
        return value.isTrue() == wanted;
    if (!value.isString())
        return false;
    return text::equalsIgnoringCase(Text(value).view(), wanted ? "true" : "false");
}

bool isEmpty(const Value &value)
{
    if (value.isContainer())
        return value.size() == 0;
    return value.isNull() || (value.isString() && value.raw().size() == 2);
}

bool contains(const Value &value, const Operand &operand)
{
    for (const Value &element : value.elements()) {
        if (operand.equals(element))
            return true;
    }
    return isTextual(value) && operand.isIn(Text(value).view());
}

bool compares(Operator op, const Value &value, const Operand &operand)
{
    if (!isNumeric(value))
        return false;
    const auto order = compareNumbers(Text(value).view(), operand.text());
    switch (op) {
    case Operator::GreaterThan: return std::is_gt(order);
    case Operator::AtLeast: return std::is_gteq(order);
    case Operator::LessThan: return std::is_lt(order);
    default: return std::is_lteq(order);
    }
}

bool liesOnSide(Operator op, const Value &value, const event::Instant &instant)
{
    const auto seen = instantOf(value);
    if (!seen)
        return false;
    return op == Operator::Before ? *seen < instant : *seen > instant;
}

Outcome matches(const Value &value, const Regex &regex)
{
    if (!isTextual(value))
        return Outcome::No;
    return regex.test(Text(value).view());
}

bool decideMissing(Operator op)
{
    return op == Operator::NotExists || op == Operator::NotEquals || op == Operator::NotContains;
}

} // namespace

bool isTextual(const Value &value)
{
    return value.isString() || value.isNumber() || value.isBool();
}

bool isNumeric(const Value &value)
{
    return value.isNumber() || (value.isString() && isNumber(Text(value).view()));
}

std::optional<event::Instant> instantOf(const Value &value)
{
    if (!value.isString())
        return {};
    return event::instantFromEvent(Text(value).view());
}

Value Rule::seenIn(event::Finder &event) const
{
    return event.find(field).value;
}

Outcome Rule::decide(const Value &seen) const
{
    if (!seen)
        return outcomeOf(decideMissing(op));
    switch (op) {
    case Operator::Equals: return outcomeOf(operands.front().equals(seen));
    case Operator::NotEquals: return outcomeOf(!operands.front().equals(seen));
    case Operator::Contains: return outcomeOf(contains(seen, operands.front()));
    case Operator::NotContains: return outcomeOf(!contains(seen, operands.front()));
    case Operator::StartsWith:
        return outcomeOf(isTextual(seen) && operands.front().begins(Text(seen).view()));
    case Operator::EndsWith: return outcomeOf(isTextual(seen) && operands.front().ends(Text(seen).view()));
    case Operator::Regex: return matches(seen, regex);
    case Operator::OneOf:
        return outcomeOf(
            std::ranges::any_of(operands, [&](const Operand &operand) { return operand.equals(seen); }));
    case Operator::Exists: return Outcome::Yes;
    case Operator::NotExists: return Outcome::No;
    case Operator::IsEmpty: return outcomeOf(isEmpty(seen));
    case Operator::GreaterThan:
    case Operator::AtLeast:
    case Operator::LessThan:
    case Operator::AtMost: return outcomeOf(compares(op, seen, operands.front()));
    case Operator::Before:
    case Operator::After: return outcomeOf(liesOnSide(op, seen, instant));
    case Operator::IsTrue: return outcomeOf(is(seen, true));
    case Operator::IsFalse: return outcomeOf(is(seen, false));
    }
    return Outcome::No;
}

} // namespace designer::condition
