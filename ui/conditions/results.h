// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/outline.h"
#include "ui/conditions/resultcell.h"

#include <vector>

namespace designer::ui {

/// In words what each row of \a outline came to in \a trace, which is of the same conditions.
[[nodiscard]] std::vector<RuleResult> resultsOf(const condition::Outline &outline,
                                                const condition::TraceNode &trace);

} // namespace designer::ui
