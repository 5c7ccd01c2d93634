// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/folder.h"

namespace designer::workspace {

/// Makes a workspace at \a path to look around in: a handful of connections and all sample events
/// that ship. It comes there whole, in one step. A folder that holds anything already is left as it
/// is and opened, so that this can be asked for at each start.
[[nodiscard]] Result<Folder> exampleWorkspace(const QString &path);

/// Puts the sample events that ship into \a folder: canonical ones as they are, others converted,
/// with the original beside them. Those whose name is taken are left out.
[[nodiscard]] Status addShippedSamples(const Folder &folder);

} // namespace designer::workspace
