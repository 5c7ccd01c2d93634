// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace designer::tmpl {

/// How a body of a content type is made: JSON by its structure, everything else as text with that
/// type's escaping.
enum class ContentKind { Json, Form, Xml, Text };

/// The media type of a Content-Type value: lower case, without parameters.
[[nodiscard]] std::string mediaType(std::string_view contentType);
/// An absent (empty) content type means `application/json`.
[[nodiscard]] ContentKind contentKind(std::string_view contentType);

} // namespace designer::tmpl
