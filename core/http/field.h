// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <string>
#include <string_view>

namespace designer::http {

struct Header
{
    std::string name;
    std::string value;
    bool operator==(const Header &) const = default;
};

/// The checks on the parts of a request. They stand alone because the findings use them one by
/// one; their errors have the code InvalidRequest. Source of the rules: RFC 9110, 5.1, 5.5, 5.6.2
/// and 9.1.

/// A method: an RFC 9110 token, case kept. CONNECT, which asks for a tunnel, is refused.
[[nodiscard]] Status validateMethod(std::string_view method);
/// A header's name: an RFC 9110 token, and none of the names that the program itself sets.
[[nodiscard]] Status validateHeaderName(std::string_view name);
/// A header's value: no control characters but the tab, and valid UTF-8. Letters beyond ASCII are
/// sent as their UTF-8 bytes, which RFC 9110 lets pass (obs-text) without giving them a meaning.
[[nodiscard]] Status validateHeaderValue(std::string_view value);

/// Whether \a text is an RFC 9110 token.
[[nodiscard]] bool isToken(std::string_view text);
/// Header names whose value follows from the request and the connection: Host, Content-Length,
/// Transfer-Encoding, Connection and their kin.
[[nodiscard]] bool isSetByProgram(std::string_view headerName);
/// Without the blanks and tabs around it, which are no part of a field value.
[[nodiscard]] std::string_view trimmed(std::string_view value);

} // namespace designer::http
