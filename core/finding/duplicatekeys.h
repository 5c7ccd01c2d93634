// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "json/document.h"

namespace designer {

/// DUPLICATE_KEY for every name that stands twice in an object of \a document, a connection file or
/// a template: the place of each is that of the value that counts.
[[nodiscard]] Findings duplicateKeys(const json::Document &document);
/// The same for the event \a sample: the findings name it, and no place in a template.
[[nodiscard]] Findings duplicateKeysOfEvent(const json::Document &document, const QString &sample);

} // namespace designer
