// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"

#include <optional>
#include <string_view>

namespace designer::ui {

/// The codes of idFinding(): no rules of a receiver's but of the list's, so they are the window's alone.
inline constexpr std::string_view idTakenCode = "ID_TAKEN";
inline constexpr std::string_view idMissingCode = "ID_MISSING";
/// Whether \a finding is one of these.
[[nodiscard]] bool isOfTheList(const Finding &finding);
/// What is wrong with the id of a destination: there is none, or another has it. Nothing: it is good.
[[nodiscard]] std::optional<Finding> idFinding(std::string_view id, bool isTaken);
/// Adds that to what was found, unless an id that is no text is told of already.
void addIdFinding(Findings &findings, std::string_view id, bool isTaken);

} // namespace designer::ui
