// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "event/event.h"

namespace designer::workspace {

/// Whether a file survives being written and read again (ROUND_TRIP, an error, where it does not):
/// the whole file as the same bytes with the same settings; and, where it \a isSound and Hardal's
/// JSON can hold it, Hardal's seven keys by export and import.
[[nodiscard]] Findings roundTrip(const connection::Connection &connection, bool isSound);
/// The same of an event's bytes and name.
[[nodiscard]] Findings roundTrip(const event::Event &event);

} // namespace designer::workspace
