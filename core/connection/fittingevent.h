// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "event/event.h"

#include <optional>
#include <string_view>
#include <vector>

namespace designer::connection {

/// Which of \a events (null: none could be read) shows best what \a connection does: the first that fires
/// it and bears \a name, else the first that fires it; nothing where none does. Rules that are still
/// being written do not count. No name is like another.
[[nodiscard]] std::optional<std::size_t> fittingEvent(const Connection &connection,
                                                      const std::vector<const event::Event *> &events,
                                                      std::string_view name = {});

} // namespace designer::connection
