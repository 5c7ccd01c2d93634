// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/folder.h"

#include "workspace/file.h"
#include "workspace/fileerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace designer::workspace {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Workspace", text);
}

QString folderName(FileKind kind)
{
    return kind == FileKind::Connection ? QStringLiteral("connections") : QStringLiteral("samples");
}

Error changed(const QString &path, bool gone)
{
    return {ErrorCode::FileChanged,
            gone ? tr("the file was taken away by somebody else")
                 : tr("the file was changed by somebody else"),
            tr("keep yours, load theirs, or keep both"), path, std::nullopt};
}

/// Makes a folder with all that it stands in. Its own errno says why not: QDir keeps it to itself.
Status makeFolder(const QString &path)
{
    std::error_code failed;
    std::filesystem::create_directories(QFile::encodeName(path).constData(), failed);
    return failed ? Status(writeError(path, failed.value())) : ok();
}

Status makeFolderOf(const QString &filePath)
{
    return makeFolder(QFileInfo(filePath).path());
}

/// Without the dots and blanks at its beginning: with a dot it would be hidden.
QString unhidden(const QString &name)
{
    qsizetype begin = 0;
    while (begin < name.size() && (name[begin] == QLatin1Char('.') || name[begin].isSpace()))
        ++begin;
    return name.mid(begin);
}

/// What of \a wish can be a file's name everywhere.
QString asFileName(const QString &wish)
{
    QString out;
    for (const QChar c : wish) {
        const bool forbidden = c.unicode() < 0x20 || QStringLiteral("/\\:*?\"<>|").contains(c);
        out += forbidden ? QLatin1Char('-') : c;
    }
    constexpr int longest = 80; // characters: leaves room for “.json” and a number in 255 bytes
    out = unhidden(out).left(longest);
    if (!out.isEmpty() && out.back().isHighSurrogate()) // cut in two
        out.chop(1);
    out = out.trimmed();
    return out.isEmpty() ? tr("unnamed") : out;
}

/// Whether \a path holds \a bytes already.
bool holds(const QString &path, std::string_view bytes)
{
    const Result<std::string> there
        = QFileInfo(path).isFile() ? readFile(path) : Result<std::string>(readError(path, ENOENT));
    return there && *there == bytes;
}

} // namespace

bool isFileOfPeople(const QFileInfo &entry)
{
    return entry.isFile() || (entry.isSymLink() && !entry.exists());
}

Fingerprint fingerprint(std::string_view bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result();
}

namespace {

/// A save that was killed leaves its unfinished file behind; one of this age is nobody's any more.
void removeAbandonedSaves(const QString &folder, QDirIterator::IteratorFlags flags)
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-3600);
    QDirIterator files(folder, {QStringLiteral(".saving-??????")},
                       QDir::Files | QDir::Hidden | QDir::NoSymLinks, flags);
    while (files.hasNext()) {
        if (const QFileInfo file = files.nextFileInfo(); file.lastModified() < before)
            QFile::remove(file.filePath());
    }
}

/// Why \a info is no folder to open; nothing: it is one.
std::optional<Error> notAFolder(const QFileInfo &info, const QString &path)
{
    if (!info.exists())
        return Error{ErrorCode::FileNotFound, tr("there is no such folder"), tr("check the name"), path, {}};
    if (!info.isDir())
        return Error{
            ErrorCode::FileNotFound, tr("this is a file, and no folder"), tr("name a folder"), path, {}};
    if (!info.isReadable() || !info.isExecutable())
        return Error{ErrorCode::FileUnreadable,
                     tr("you may not read this folder"),
                     tr("ask its owner for permission"),
                     path,
                     {}};
    return std::nullopt;
}

} // namespace

Result<Folder> Folder::open(const QString &path)
{
    if (const std::optional<Error> why = notAFolder(QFileInfo(path), path))
        return *why;
    Folder folder(QDir(path).absolutePath());
    for (const FileKind kind : {FileKind::Connection, FileKind::Event})
        removeAbandonedSaves(folder.m_path + QLatin1Char('/') + folderName(kind),
                             QDirIterator::NoIteratorFlags);
    removeAbandonedSaves(QFileInfo(folder.originalPath({})).path(), QDirIterator::NoIteratorFlags);
    removeAbandonedSaves(folder.localPath({}), QDirIterator::Subdirectories);
    return folder;
}

Result<Folder> Folder::create(const QString &path)
{
    const QDir folder(path);
    for (const QString &name : {folderName(FileKind::Connection), folderName(FileKind::Event)}) {
        if (const Status made = makeFolder(folder.filePath(name)); !made)
            return made.error();
    }
    return open(path);
}

QString Folder::title() const
{
    return QDir(m_path).dirName();
}

QString Folder::filePath(FileKind kind, const QString &name) const
{
    return m_path + QLatin1Char('/') + folderName(kind) + QLatin1Char('/') + name + QStringLiteral(".json");
}

QString Folder::originalPath(const QString &name) const
{
    return m_path + QStringLiteral("/samples/originals/") + name + QStringLiteral(".txt");
}

QString Folder::localPath(const QString &name) const
{
    return m_path + QStringLiteral("/.local/") + name;
}

/// `.local` is nobody else's business: it says so to git itself, wherever the workspace came from.
Status Folder::makeLocalFolder(const QString &filePath) const
{
    if (Status made = makeFolderOf(filePath); !made)
        return made;
    const QString ignored = localPath(QStringLiteral(".gitignore"));
    return QFileInfo::exists(ignored) ? ok() : saveFile(ignored, "*\n");
}

Status Folder::saveLocal(const QString &name, std::string_view bytes) const
{
    const QString path = localPath(name);
    const Status made = makeLocalFolder(path);
    return made ? saveFile(path, bytes) : made;
}

Status Folder::saveOriginal(const QString &name, std::string_view bytes) const
{
    const QString path = originalPath(name);
    const Status made = makeFolderOf(path);
    return made ? saveFile(path, bytes) : made;
}

QString Folder::trashPath(FileKind kind, const QString &trashed) const
{
    return localPath(QStringLiteral("trash/") + folderName(kind) + QLatin1Char('/') + trashed
                     + QStringLiteral(".json"));
}

QString Folder::trashedOriginalPath(const QString &trashed) const
{
    return localPath(QStringLiteral("trash/samples/originals/") + trashed + QStringLiteral(".txt"));
}

QStringList Folder::names(FileKind kind) const
{
    QStringList out;
    const QDir folder(m_path + QLatin1Char('/') + folderName(kind));
    for (const QFileInfo &file :
         folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::System)) {
        if (isFileOfPeople(file))
            out << file.completeBaseName();
    }
    std::sort(out.begin(), out.end(), [](const QString &a, const QString &b) {
        const int order = QString::localeAwareCompare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
    return out;
}

Result<StoredFile> Folder::read(FileKind kind, const QString &name) const
{
    Result<std::string> bytes = readFile(filePath(kind, name));
    if (!bytes)
        return bytes.error();
    StoredFile out{name, std::move(bytes).value(), {}};
    out.print = fingerprint(out.bytes);
    return out;
}

Result<Fingerprint> Folder::save(FileKind kind, const QString &name, std::string_view bytes,
                                 const std::optional<Fingerprint> &known) const
{
    const QString path = filePath(kind, name);
    const bool isOurs = holds(path, bytes);
    if (known && !isOurs) {
        const Result<std::string> there = readFile(path);
        if (!there && there.error().code == ErrorCode::FileNotFound)
            return changed(path, true);
        if (!there)
            return there.error();
        if (fingerprint(*there) != *known)
            return changed(path, false);
    }
    if (const Status made = makeFolderOf(path); !made)
        return made.error();
    const Replace replace = known || isOurs ? Replace::Yes : Replace::No;
    if (const Status saved = saveFile(path, bytes, replace); !saved)
        return saved.error();
    return fingerprint(bytes);
}

Result<QString> Folder::remove(FileKind kind, const QString &name) const
{
    if (const Status made = makeLocalFolder(trashPath(kind, name)); !made)
        return made.error();
    QString trashed = name;
    for (int i = 2;; ++i) {
        const bool isFree = kind != FileKind::Event || !QFileInfo::exists(trashedOriginalPath(trashed));
        const Status moved = isFree ? moveFile(filePath(kind, name), trashPath(kind, trashed)) : ok();
        if (isFree && moved) {
            // One that cannot follow stays, and its name stays taken: nothing is lost by it.
            static_cast<void>(moveOriginal(kind, originalPath(name), trashedOriginalPath(trashed)));
            return trashed;
        }
        if (!moved && moved.error().code != ErrorCode::FileExists)
            return moved.error();
        trashed = name + QLatin1Char('-') + QString::number(i);
    }
}

Status Folder::restore(FileKind kind, const QString &name, const QString &trashed) const
{
    const QString to = filePath(kind, name);
    if (Status made = makeFolderOf(to); !made)
        return made;
    const Status moved = moveFile(trashPath(kind, trashed), to);
    return moved ? moveOriginal(kind, trashedOriginalPath(trashed), originalPath(name)) : moved;
}

Status Folder::rename(FileKind kind, const QString &from, const QString &to) const
{
    const Status moved = moveFile(filePath(kind, from), filePath(kind, to));
    return moved ? moveOriginal(kind, originalPath(from), originalPath(to)) : moved;
}

/// What a sample was converted from goes where the sample goes.
Status Folder::moveOriginal(FileKind kind, const QString &from, const QString &to)
{
    if (kind != FileKind::Event || !QFileInfo::exists(from))
        return ok();
    const Status made = makeFolderOf(to);
    return made ? moveFile(from, to) : made;
}

QString Folder::freeName(FileKind kind, const QString &wish, const QStringList &leaving) const
{
    const QString wanted = asFileName(wish);
    const QStringList taken = names(kind);
    QString name = wanted;
    const auto isTaken = [&] {
        const bool isThere = taken.contains(name, Qt::CaseInsensitive)
            || (kind == FileKind::Event && QFileInfo::exists(originalPath(name)));
        return isThere && !leaving.contains(name, Qt::CaseInsensitive);
    };
    for (int i = 2; isTaken(); ++i)
        name = wanted + QLatin1Char('-') + QString::number(i);
    return name;
}

QString workspaceOfSample(const QString &file)
{
    QDir folder = QFileInfo(file).absoluteDir();
    const bool isOne
        = folder.dirName() == QLatin1String("samples") && folder.exists(QStringLiteral("../connections"));
    return isOne && folder.cdUp() ? folder.absolutePath() : QString();
}

} // namespace designer::workspace
