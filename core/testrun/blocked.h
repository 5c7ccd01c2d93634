// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/path.h"
#include "finding/error.h"
#include "template/rendering.h"

#include <vector>

namespace designer::testrun {

/// Why nothing is made of an event, and what to do: MissingValues, PayloadTooDeep, PayloadTooLarge.
/// \a missing counts for Blocked::MissingValues alone.
[[nodiscard]] Error blockedError(tmpl::Blocked why, const std::vector<event::Path> &missing);

} // namespace designer::testrun
