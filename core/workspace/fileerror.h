// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

#include <QString>

namespace designer::workspace {

/// What an errno of open() or read() on \a path means to a person.
[[nodiscard]] Error readError(const QString &path, int reason);
/// The same of writing, before anything at \a path was changed.
[[nodiscard]] Error writeError(const QString &path, int reason);

[[nodiscard]] Error notPlain(const QString &path);
[[nodiscard]] Error tooLarge(const QString &path);
[[nodiscard]] Error alreadyThere(const QString &path);
/// The new file is in its place, but the disk did not confirm that it will stay there.
[[nodiscard]] Error unconfirmed(const QString &path, int reason);

} // namespace designer::workspace
