// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/vocabulary.h"

#include <algorithm>
#include <array>

namespace designer::condition {

namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 3> matches = {"all", "any", "none"};
constexpr std::array<std::string_view, 5> types = {"event_name", "property", "user", "page", "path"};
constexpr std::array<std::string_view, 19> operators
    = {"equals",  "not_equals", "contains",   "not_contains", "starts_with",  "ends_with", "regex",
       "one_of",  "exists",     "not_exists", "is_empty",     "greater_than", "at_least",  "less_than",
       "at_most", "before",     "after",      "is_true",      "is_false"};

template <typename Enum>
std::optional<Enum> fromName(std::span<const std::string_view> names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return {};
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view name(Match match)
{
    return matches[static_cast<std::size_t>(match)];
}

std::string_view name(Type type)
{
    return types[static_cast<std::size_t>(type)];
}

std::string_view name(Operator op)
{
    return operators[static_cast<std::size_t>(op)];
}

std::optional<Match> matchFromName(std::string_view name)
{
    return fromName<Match>(matches, name);
}

std::optional<Type> typeFromName(std::string_view name)
{
    return fromName<Type>(types, name);
}

std::optional<Operator> operatorFromName(std::string_view name)
{
    return fromName<Operator>(operators, name);
}

std::span<const std::string_view> matchNames()
{
    return matches;
}

std::span<const std::string_view> typeNames()
{
    return types;
}

std::span<const std::string_view> operatorNames()
{
    return operators;
}

ValueKind valueKind(Operator op)
{
    switch (op) {
    case Operator::Equals:
    case Operator::NotEquals: return ValueKind::Scalar;
    case Operator::Contains:
    case Operator::NotContains:
    case Operator::StartsWith:
    case Operator::EndsWith: return ValueKind::Text;
    case Operator::Regex: return ValueKind::Pattern;
    case Operator::OneOf: return ValueKind::List;
    case Operator::GreaterThan:
    case Operator::AtLeast:
    case Operator::LessThan:
    case Operator::AtMost: return ValueKind::Number;
    case Operator::Before:
    case Operator::After: return ValueKind::Time;
    case Operator::Exists:
    case Operator::NotExists:
    case Operator::IsEmpty:
    case Operator::IsTrue:
    case Operator::IsFalse: return ValueKind::Nothing;
    }
    return ValueKind::Nothing;
}

} // namespace designer::condition
