// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace designer::condition {

/// How a group joins its rules.
enum class Match { All, Any, None };

/// Which list the form shows; `field` is the full path whatever the type.
enum class Type { EventName, Property, User, Page, Path };

enum class Operator {
    Equals,
    NotEquals,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    Regex,
    OneOf,
    Exists,
    NotExists,
    IsEmpty,
    GreaterThan,
    AtLeast,
    LessThan,
    AtMost,
    Before,
    After,
    IsTrue,
    IsFalse,
};

/// What an operator wants as its rule's value.
enum class ValueKind {
    Nothing,
    Scalar, ///< a text, a number, true, false or null
    Text, ///< a text, or a number or boolean read by its own text
    Pattern, ///< a regular expression
    List, ///< an array of scalars
    Number, ///< a number, or a text that is wholly one
    Time,
};

/// The names of the connection file.
[[nodiscard]] std::string_view name(Match match);
[[nodiscard]] std::string_view name(Type type);
[[nodiscard]] std::string_view name(Operator op);
[[nodiscard]] std::optional<Match> matchFromName(std::string_view name);
[[nodiscard]] std::optional<Type> typeFromName(std::string_view name);
[[nodiscard]] std::optional<Operator> operatorFromName(std::string_view name);

/// All of them, in the order in which a form lists them.
[[nodiscard]] std::span<const std::string_view> matchNames();
[[nodiscard]] std::span<const std::string_view> typeNames();
[[nodiscard]] std::span<const std::string_view> operatorNames();

[[nodiscard]] ValueKind valueKind(Operator op);

} // namespace designer::condition
