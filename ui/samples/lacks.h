// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/eventlacks.h"

#include <QString>

namespace designer::ui {

[[nodiscard]] QString lackInWords(insider::Lack lack);
/// The words of the link that puts it in.
[[nodiscard]] QString remedyInWords(insider::Lack lack);

} // namespace designer::ui
