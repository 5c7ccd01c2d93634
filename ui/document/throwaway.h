// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ondisk.h"

namespace designer::ui {

/// Moves a file to the trash of its workspace, where it has the name \a trashed then. One that somebody else
/// has thrown away is as gone: \a onDisk is nothing then. For the disk's queue.
[[nodiscard]] Status throwAway(const workspace::Folder &folder, workspace::FileKind kind, const QString &name,
                               OnDisk::element_type &onDisk, QString &trashed);

} // namespace designer::ui
