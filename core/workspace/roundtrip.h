// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

namespace designer::workspace {

/// Whether a file survives an editor and an export (ROUND_TRIP, an error, where it does not): taken
/// apart and put together it is the same bytes; and, where it \a isSound and Hardal's JSON can hold
/// it, its seven keys are the same by export and import.
[[nodiscard]] Findings roundTrip(const connection::Connection &connection, bool isSound);
} // namespace designer::workspace
