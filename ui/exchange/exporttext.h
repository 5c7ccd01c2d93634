// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/exportformats.h"
#include "secrets/secret.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// A secret that a connection names, and where.
struct SecretUse
{
    std::string name; ///< of the secret
    QString where; ///< the header's name, or "Endpoint URL"
    bool operator==(const SecretUse &) const = default;
};
/// Those that stand in what Hardal's JSON holds: address and headers that are on.
[[nodiscard]] std::vector<SecretUse> secretUses(const connection::Connection &connection);
/// Headers that carry a credential in plain text: it goes out as it stands.
[[nodiscard]] QStringList plainCredentials(const connection::Connection &connection);

/// \a connection with the values of its secrets in place of their names: only for a text that people
/// have asked for. Errors: SecretUnavailable.
[[nodiscard]] Result<connection::Connection> withSecretValues(const connection::Connection &connection,
                                                              const secrets::Secrets &values);

/// What is shown of an export.
struct ExportText
{
    std::optional<Error> refused; ///< then there is nothing else
    connection::Exported exported;
    std::size_t bytes = 0; ///< without white space between the tokens
    bool hasConditions = false;
    qsizetype beyondHardal = 0; ///< so many things in the conditions do not fit Hardal's list
};
/// Takes as long as the template is large.
[[nodiscard]] ExportText exportText(const connection::Connection &connection,
                                    connection::ExportFormat format);

} // namespace designer::ui
