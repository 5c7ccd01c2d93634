// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/throwaway.h"

namespace designer::ui {

Status throwAway(const workspace::Folder &folder, workspace::FileKind kind, const QString &name,
                 OnDisk::element_type &onDisk, QString &trashed)
{
    const Result<QString> removed = folder.remove(kind, name);
    if (removed) {
        trashed = *removed;
        return ok();
    }
    if (removed.error().code != ErrorCode::FileNotFound)
        return removed.error();
    onDisk.reset();
    return ok();
}

} // namespace designer::ui
