// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/editing.h"

#include <string>
#include <string_view>
#include <vector>

namespace designer::ui {

/// Whether the value of \a row is a credential that stands there as it is.
[[nodiscard]] bool isPlainCredential(const connection::HeaderRow &row);
/// The secrets that \a value names, each once.
[[nodiscard]] std::vector<std::string> secretNames(std::string_view value);
/// `{{secret:NAME}}`
[[nodiscard]] std::string referenceTo(std::string_view name);

/// A value in two: "Bearer " stays in the file, what follows is the secret.
struct Credential
{
    std::string scheme;
    std::string secret;
};
[[nodiscard]] Credential credentialOf(std::string_view value);

/// A name for the secret of \a header: `INSIDER_PURCHASE_REQUEST_TOKEN`. It begins with the
/// destination's id, since all share one keychain.
[[nodiscard]] std::string suggestedSecretName(std::string_view header, std::string_view destinationId);

} // namespace designer::ui
