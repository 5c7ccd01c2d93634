// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"

#include <string_view>

namespace designer::ui {

/// The code of idTakenFinding(): no rule of a receiver's but one of the list's, so it is the window's alone.
inline constexpr std::string_view idTakenCode = "ID_TAKEN";
/// A destination has the id of another one.
[[nodiscard]] Finding idTakenFinding();

} // namespace designer::ui
