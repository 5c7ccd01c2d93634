// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/outline.h"

#include <QString>

namespace designer::ui {

/// The whole tree as one sentence, in HTML, what is looked at and compared with in bold. Rules that
/// are not finished have an ellipsis where something is to come; so has the end of a very long one.
[[nodiscard]] QString prose(const condition::Outline &outline);

} // namespace designer::ui
