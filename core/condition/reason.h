// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/rule.h"
#include "finding/error.h"

#include <QString>

namespace designer::condition {

/// Why \a rule decided \a result on seeing \a seen, in a plain sentence without full stop.
[[nodiscard]] QString reason(const Rule &rule, const json::Value &seen, bool result);
/// The error of a regular expression that needs more work on an event than is allowed.
[[nodiscard]] Error limitExceeded(const Rule &rule);

} // namespace designer::condition
