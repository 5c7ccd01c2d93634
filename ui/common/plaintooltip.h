// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace designer::ui {

/// \a text as a tool tip that shows it as it stands. A tool tip takes what looks like markup for
/// markup, and values of people's events may look like anything.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace designer::ui
