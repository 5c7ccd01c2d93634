// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <QStringList>

namespace designer::ctl {

/// Runs the command line \a arguments (without the program's name); the result is the exit status.
/// Needs a QCoreApplication.
[[nodiscard]] int runCommandLine(const QStringList &arguments, Console &console);

} // namespace designer::ctl
