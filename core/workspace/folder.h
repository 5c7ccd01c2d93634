// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <QByteArray>
#include <QFileInfo>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace designer::workspace {

enum class FileKind { Connection, Event };

/// Whether something in a folder is a file to read: not a pipe or a device, at which a reader waits.
/// A link that leads nowhere is a file that cannot be read, not one that is not there.
[[nodiscard]] bool isFileOfPeople(const QFileInfo &entry);

/// What a file's bytes come to: equal where the bytes are.
using Fingerprint = QByteArray;
[[nodiscard]] Fingerprint fingerprint(std::string_view bytes);

/// One file of a workspace, as it was read.
struct StoredFile
{
    QString name; ///< without `.json`
    std::string bytes;
    Fingerprint print;
};

/// A workspace's folder: `connections/NAME.json`, `samples/NAME.json`, `samples/originals/`, and
/// `.local/`, which is this computer's own and no matter of git's. Holds a path and nothing else: what
/// it says is what is on the disk now. Blocking; may be used from any thread.
class Folder
{
public:
    Folder() = default;
    /// The folder at \a path, which has to be there. What killed saves left in it an hour ago or longer is
    /// cleared away. Errors: FileNotFound, FileUnreadable.
    static Result<Folder> open(const QString &path);
    /// The same, made where it is not there, with the folders that belong into it.
    static Result<Folder> create(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString title() const; ///< the folder's own name
    [[nodiscard]] QString filePath(FileKind kind, const QString &name) const;
    [[nodiscard]] QString originalPath(const QString &name) const;
    /// A path under `.local`; whether it is there or not.
    [[nodiscard]] QString localPath(const QString &name) const;
    /// Makes the folders that a file of \a path under `.local` needs.
    [[nodiscard]] Status makeLocalFolder(const QString &path) const;
    /// Writes a file there, whole or not at all, with the folders that it needs.
    [[nodiscard]] Status saveLocal(const QString &name, std::string_view bytes) const;
    /// Keeps what the sample \a name was converted from.
    [[nodiscard]] Status saveOriginal(const QString &name, std::string_view bytes) const;

    /// In the order of the alphabet.
    [[nodiscard]] QStringList names(FileKind kind) const;
    [[nodiscard]] Result<StoredFile> read(FileKind kind, const QString &name) const;
    /// Writes a file whole or not at all, and its folder where that is missing. \a known is what it was
    /// when we last read or wrote it; nothing: it must not be there. A file that holds \a bytes already
    /// counts as ours: it is what a save leaves behind that the disk did not confirm. Errors: FileChanged
    /// where somebody else changed it or took it away, FileExists, FileNotWritten; what was there stays.
    [[nodiscard]] Result<Fingerprint> save(FileKind kind, const QString &name, std::string_view bytes,
                                           const std::optional<Fingerprint> &known) const;
    // What a sample was converted from goes with it in all three.
    /// Moves a file to `.local/trash`, beside all that was thrown away before; gives the name that it
    /// has there, with which restore() brings it back.
    [[nodiscard]] Result<QString> remove(FileKind kind, const QString &name) const;
    [[nodiscard]] Status restore(FileKind kind, const QString &name, const QString &trashed) const;
    [[nodiscard]] Status rename(FileKind kind, const QString &from, const QString &to) const;

    /// A name for a file that is like \a wish, can be one, and is not taken (letter case aside), nor by
    /// what some sample was converted from. \a leaving are names of files that are about to have another.
    [[nodiscard]] QString freeName(FileKind kind, const QString &wish, const QStringList &leaving = {}) const;

private:
    explicit Folder(QString path) : m_path(std::move(path)) { }
    [[nodiscard]] QString trashPath(FileKind kind, const QString &trashed) const;
    [[nodiscard]] QString trashedOriginalPath(const QString &trashed) const;
    [[nodiscard]] static Status moveOriginal(FileKind kind, const QString &from, const QString &to);

    QString m_path;
};

/// The workspace whose sample \a file is, or would be: it lies in the folder `samples` beside a folder
/// `connections`. Empty: it is none.
[[nodiscard]] QString workspaceOfSample(const QString &file);

} // namespace designer::workspace
