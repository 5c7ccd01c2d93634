// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <string>
#include <string_view>

namespace designer::json {

/// Appends the span of \a value without white space outside strings. Nothing else changes.
void appendMinified(std::string &out, const Value &value);
[[nodiscard]] std::string minified(const Value &value);
/// The same with one token a line, indented by \a indent spaces a level; empty containers stay on
/// one line, nothing but white space changes, and no line feed stands at the end.
[[nodiscard]] std::string formatted(const Value &value, int indent = 2);
/// Whether \a c is white space of RFC 8259.
[[nodiscard]] constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace designer::json
