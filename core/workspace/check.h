// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "finding/result.h"
#include "workspace/folder.h"

#include <QString>

#include <vector>

namespace designer::workspace {

/// What is said of one file of a workspace.
struct CheckedFile
{
    QString file;
    FileKind kind = FileKind::Connection;
    Findings findings;
    std::optional<Error> error; ///< it could not be read, is no JSON, or (an original) no known event
};

struct Checked
{
    std::vector<CheckedFile> files;
    [[nodiscard]] bool isSound() const; ///< no error, and no finding of severity error
    [[nodiscard]] bool isReadable() const; ///< no error
};

/// Whether everything at \a path (a workspace's folder, or one file) loads, is sound and
/// round-trips. A file is a connection, unless it stands in a workspace's `samples` or is an object
/// with members and none of a connection's; one in `samples/originals` is sound when it can be
/// imported. A folder that may not be read stands among the files, with its error. Errors: \a path
/// is not there, or a folder that is no workspace.
[[nodiscard]] Result<Checked> check(const QString &path);

} // namespace designer::workspace
