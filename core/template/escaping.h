// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <string>
#include <string_view>

namespace designer::tmpl {

/// `application/x-www-form-urlencoded`: a space is `+`, all but letters, digits and `*-._` is
/// percent-encoded UTF-8 in upper case.
void appendFormEncoded(std::string &out, std::string_view text);
/// `&amp; &lt; &gt; &quot; &apos;`
void appendXmlEscaped(std::string &out, std::string_view text);
/// Valid JSON text put into a JSON string: `\` before every `\` and `"`.
void appendJsonInString(std::string &out, std::string_view json);
/// A value as plain text: a string unescaped, a number by its text, booleans and null by name,
/// objects and arrays as compact JSON.
[[nodiscard]] std::string plainText(const json::Value &value);

} // namespace designer::tmpl
