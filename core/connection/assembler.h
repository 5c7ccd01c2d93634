// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/importformats.h"

namespace designer::connection {

/// The parts of a connection, as an import finds them; no value where there is none of a kind.
/// Internal to the room. The documents that hold them must live on.
struct Parts
{
    json::Value settings; ///< the object that holds endpoint_url and its like
    json::Value headers; ///< the value of `headers`
    json::Value body; ///< may hold placeholders without quotes
    bool bodyStandsAlone = false; ///< the body is a document of its own, at the left edge
};

/// A connection file of \a parts, and what was made up for it.
[[nodiscard]] Imported assembled(const Parts &parts);

/// A connection file of one that is whole but for a label, an id, or quotes around placeholders of
/// its body: every byte of it stays. Errors: MalformedJson with its place.
[[nodiscard]] Result<Imported> completed(std::string text, const QString &file);

} // namespace designer::connection
