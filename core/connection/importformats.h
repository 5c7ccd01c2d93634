// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

#include <QStringList>

namespace designer::connection {

struct Imported
{
    std::string bytes; ///< a connection file
    QStringList notes; ///< what was done, one sentence each, for people
};

/// Whether \a text looks like a connection or like parts of one, rather than like an event.
[[nodiscard]] bool looksLikeConnection(std::string_view text);

/// Reads back what exported() writes, and what Hardal's pages publish: a whole file (its bytes are
/// kept), or parts, one after another in any order: settings, headers, request_format, a bare body
/// (which may hold placeholders without quotes). Errors: MalformedJson with its place,
/// UnrecognisedFormat.
[[nodiscard]] Result<Imported> imported(std::string_view text, const QString &file = {});

/// A label as an id: lower case, hyphens for what is no letter or digit; Turkish and other Latin
/// letters lose their marks. Never empty.
[[nodiscard]] std::string slug(std::string_view label);

} // namespace designer::connection
