// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <optional>

namespace designer::ui {

/// What a badge, a message or a mark means. Colour never speaks alone: every tone but Neutral and
/// Placeholder has its icon.
enum class Tone { Neutral, Good, Warning, Error, Info, Placeholder, Live };

[[nodiscard]] Tone toneOf(Severity severity);
[[nodiscard]] Color textColor(Tone tone);
[[nodiscard]] Color softColor(Tone tone);
[[nodiscard]] std::optional<Icon> iconOf(Tone tone);
/// What a screen reader says before the words, since it sees no colour; empty for Neutral.
[[nodiscard]] QString spokenTone(Tone tone);

} // namespace designer::ui
