// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/editing.h"
#include "finding/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace designer::ui {

/// What could be read of a text as headers.
struct PastedHeaders
{
    std::vector<connection::HeaderRow> rows;
    int unread = 0; ///< lines that are none
};

/// Reads lines "Name: value" (with a tab instead of the colon as tables have them; with `-H` as curl
/// has them), or JSON: an object of names and values, alone or under "headers", or a list of objects
/// with "name" (or "key") and "value". UnrecognisedFormat where nothing could be read.
[[nodiscard]] Result<PastedHeaders> pastedHeaders(std::string_view text);

/// \a rows with \a pasted among them: a header that is there already takes the pasted value and is
/// switched on, new ones follow the last one that is on.
[[nodiscard]] std::vector<connection::HeaderRow>
mergedHeaders(std::vector<connection::HeaderRow> rows, const std::vector<connection::HeaderRow> &pasted);

} // namespace designer::ui
