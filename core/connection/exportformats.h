// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

#include <QStringList>

#include <array>

namespace designer::connection {

enum class ExportFormat {
    Hardal, ///< Hardal's seven keys, in Hardal's order
    Whole, ///< the file's own bytes
    Fragments, ///< three documents: the five settings, the headers, the body
};

[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(std::string_view name);

struct Exported
{
    std::string text; ///< ends with a line feed, but for ExportFormat::Whole, which is the file
    /// Of ExportFormat::Fragments: settings, headers, body; each without a line feed at its end.
    std::array<std::string, 3> parts;
    QStringList notes; ///< what the text cannot hold, and what to do about it; for people
};

/// Errors: UnsoundConnection where a setting is of the wrong kind or an unknown word, as for every use of
/// the connection; ExportRefused (with the place and what to change) where the template cannot be written
/// as JSON without changing what it renders. ExportFormat::Whole takes every connection.
[[nodiscard]] Result<Exported> exported(const Connection &connection, ExportFormat format);

/// \a text with each `{{secret:NAME}}` as `YOUR_NAME`, which is how secrets leave the program.
[[nodiscard]] std::string withNamesForSecrets(std::string_view text);

} // namespace designer::connection
