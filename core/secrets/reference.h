// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "secrets/secret.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace designer::secrets {

/// `{{secret:NAME}}` in a text: it stands for a value that is put in at the moment of sending.
struct Reference
{
    std::size_t begin = 0; ///< of the first brace
    std::size_t end = 0; ///< after the last brace
    std::string name;
    bool operator==(const Reference &) const = default;
};

/// A name: letters (A to Z), digits, `_`, `-` and `.`; at most 128.
[[nodiscard]] bool isSecretName(std::string_view name);
/// In the order of the text. What begins like a reference and is none is not among them.
[[nodiscard]] std::vector<Reference> findReferences(std::string_view text);
/// InvalidRequest where something begins like a reference (`{{secret:`) and is none: it would be
/// sent as it stands.
[[nodiscard]] Status checkReferences(std::string_view text);

/// How a value is written where it is put in.
enum class Insertion : std::uint8_t {
    AsItIs, ///< in a header's value
    PercentEncoded, ///< in a URL's path or query
};

/// \a text with each reference replaced by its value. SecretUnavailable names those that \a values
/// does not have; InvalidRequest as checkReferences(). The values are never read for references.
[[nodiscard]] Result<std::string> substitute(std::string_view text, const Secrets &values,
                                             Insertion insertion);

/// What stands for the secret in files made for others: `YOUR_NAME`.
[[nodiscard]] std::string exportedName(std::string_view name);

/// The error for secrets that are nowhere to be found, and what to do about it.
[[nodiscard]] Error missingError(const std::vector<std::string> &names);

} // namespace designer::secrets
