// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <QString>

#include <string>
#include <string_view>

namespace designer::workspace {

/// The bytes of a file; `-` is standard input. Errors, in words and with the file's name:
/// FileNotFound, FileUnreadable (no permission, a folder), FileTooLarge (4 GB or more).
[[nodiscard]] Result<std::string> readFile(const QString &path);

/// The same for one who was given a file: a pipe or a device, which may never end, is refused.
[[nodiscard]] Result<std::string> readPlainFile(const QString &path);

enum class Replace { Yes, No };

/// Saves a file whole or not at all: written beside it, checked, flushed to the disk, renamed, and
/// the folder flushed too; mode 0600. A write that fails or a program that dies leaves what was
/// there. Links are followed, so that they stay. A device or a pipe is written to as it is. Errors:
/// FileNotWritten with the reason and what to do, FileExists with Replace::No.
///
/// QSaveFile is not used: on a full disk it can report success and leave a truncated file, and it
/// neither flushes the folder nor makes private files.
[[nodiscard]] Status saveFile(const QString &path, std::string_view bytes, Replace replace = Replace::Yes);

/// Gives the file \a from the name \a to, in one step and on the same disk. Errors: FileNotFound;
/// FileExists where the name is taken, FileNotWritten; then nothing is changed.
[[nodiscard]] Status moveFile(const QString &from, const QString &to);

} // namespace designer::workspace
