// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

#include <QMessageBox>

#include <memory>

namespace designer {

/// What to do where the workspace that was asked for cannot be opened.
enum class StartChoice { Close, OpenAnother, MakeHere, OpenExample };

/// Why the window cannot open, for one who started the program from a menu and sees no standard error, and
/// the ways out. A folder that is not there can become one.
[[nodiscard]] std::unique_ptr<QMessageBox> startErrorBox(const Error &error);
/// What was chosen in such a box.
[[nodiscard]] StartChoice startChoiceOf(const QMessageBox &box);

/// Whether somebody sees a window: nobody does on the platforms that draw into memory.
[[nodiscard]] bool isWatched(const QString &platformName);

/// Tells \a error on standard error and, where somebody is watching, in a box, which it waits for.
[[nodiscard]] StartChoice tellStartError(const Error &error);

} // namespace designer
