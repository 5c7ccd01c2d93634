// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

#include <QMessageBox>

#include <memory>

namespace designer {

/// Why the window cannot open, for one who started the program from a menu and sees no standard error.
[[nodiscard]] std::unique_ptr<QMessageBox> startErrorBox(const Error &error);

/// Whether somebody sees a window: nobody does on the platforms that draw into memory.
[[nodiscard]] bool isWatched(const QString &platformName);

/// Tells \a error on standard error and, where somebody is watching, in a box, which it waits for.
void tellStartError(const Error &error);

} // namespace designer
