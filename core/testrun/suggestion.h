// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace designer::testrun {

/// The path of a value of \a event that could fill Insider's parameter or attribute \a name: one of
/// the same name, or of a name by which shops call the same thing (`order_id` for
/// `event_group_id`). Nothing where the event has none. A guess, to be offered and never applied
/// unasked.
[[nodiscard]] std::optional<std::string> suggestedPath(const event::Event &event, std::string_view name);

} // namespace designer::testrun
