// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "finding/finding.h"

namespace designer::ctl {

/// Findings for people: severity, place, code, message, evidence and what would mend it, in 80
/// columns. \a file is named before each place.
void printFindings(Console &console, const Findings &findings, const QString &file);

/// "errors: 2, warnings: 1, remarks: 0"
[[nodiscard]] QString countText(const FindingCounts &counts);

} // namespace designer::ctl
