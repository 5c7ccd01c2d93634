// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/path.h"
#include "finding/error.h"
#include "template/rendering.h"

#include <limits>
#include <vector>

namespace designer::testrun {

/// The paths as people read them, `a, b`: the first \a most, and `…` for those that are left.
[[nodiscard]] QString pathList(const std::vector<event::Path> &paths,
                               std::size_t most = std::numeric_limits<std::size_t>::max());

/// Why nothing is made of an event, and what to do: MissingValues, PayloadTooDeep, PayloadTooLarge.
/// \a missing counts for Blocked::MissingValues alone.
[[nodiscard]] Error blockedError(tmpl::Blocked why, const std::vector<event::Path> &missing);

} // namespace designer::testrun
