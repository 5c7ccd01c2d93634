// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/outline.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::condition {

/// Which events conditions let through, as far as names say it.
struct EventNames
{
    bool all = false; ///< every event fires: no rule stands anywhere
    /// The names of which one has to be the event's, whatever else is asked; nothing where events of
    /// other names may fire too. Empty: no name can be all that is asked for.
    std::optional<std::vector<std::string>> names;
    bool operator==(const EventNames &) const = default;
};

[[nodiscard]] EventNames eventNames(const Outline &outline);

} // namespace designer::condition
