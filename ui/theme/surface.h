// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QWidget;

namespace designer::ui {

/// Gives \a widget, and what stands on it, the background \a color, now and when the theme changes.
/// A background role would do that too, but would change the role of every text on it.
void setSurface(QWidget &widget, Color color);

} // namespace designer::ui
