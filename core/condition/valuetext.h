// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/vocabulary.h"

#include <string>
#include <string_view>

namespace designer::condition {

// A rule's value as people type it into one line, and back.

/// \a valueJson (JSON text, may be empty) as it is typed: texts without quotes, the values of a list
/// joined by ", ". In a list a text stands in quotes where it would be read as something else: as a
/// number, as true, false or null, as two values, or without the white space at its ends.
[[nodiscard]] std::string typedText(std::string_view valueJson);

/// What \a typed means to \a op, as JSON text. In a list, what is JSON as it stands (a number, true, a
/// text in quotes) is that, and anything else a text. Elsewhere a number where the operator wants one,
/// or where \a before, the value that is replaced, was one; likewise true, false and null beside such
/// a one; anything else a text. Never fails: what the operator cannot use becomes a text, which the
/// conditions then report. Empty where the operator takes none.
[[nodiscard]] std::string valueOf(Operator op, std::string_view typed, std::string_view before);

/// A list with each value in a line of its own, where commas and quotes need no further quotes.
[[nodiscard]] std::string typedLines(std::string_view listJson);
[[nodiscard]] std::string listOfLines(std::string_view lines);

/// The value \a before, of whichever operator, made fit for \a op: list and single value turn into
/// each other, numbers and texts too where that loses nothing.
[[nodiscard]] std::string convertedValue(Operator op, std::string_view before);

} // namespace designer::condition
