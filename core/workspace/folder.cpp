// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/folder.h"

#include "workspace/file.h"
#include "workspace/fileerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>

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

/// Moves \a from to \a to, which must not be there.
Status moved(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from))
        return readError(from, ENOENT);
    if (QFileInfo::exists(to))
        return alreadyThere(to);
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return writeError(to, errno);
    return ok();
}

/// What of \a wish can be a file's name everywhere.
QString asFileName(const QString &wish)
{
    QString out;
    for (const QChar c : wish.trimmed()) {
        const bool forbidden = c.unicode() < 0x20 || QStringLiteral("/\\:*?\"<>|").contains(c);
        out += forbidden ? QLatin1Char('-') : c;
    }
    while (out.startsWith(QLatin1Char('.')))
        out.remove(0, 1);
    constexpr int longest = 80; // characters: leaves room for “.json” and a number in 255 bytes
    return out.isEmpty() ? tr("unnamed") : out.left(longest).trimmed();
}

/// `.local` is nobody else's business.
Status ignoreLocal(const QDir &folder)
{
    const QString path = folder.filePath(QStringLiteral(".gitignore"));
    return QFileInfo::exists(path) ? ok() : saveFile(path, ".local/\n");
}

} // namespace

Fingerprint fingerprint(std::string_view bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result();
}

Result<Folder> Folder::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return readError(path, ENOENT);
    if (!info.isDir())
        return readError(path, ENOTDIR);
    if (!info.isReadable())
        return readError(path, EACCES);
    return Folder(QDir(path).absolutePath());
}

Result<Folder> Folder::create(const QString &path)
{
    const QDir folder(path);
    for (const QString &name : {folderName(FileKind::Connection), folderName(FileKind::Event)}) {
        errno = 0;
        if (!folder.mkpath(name))
            return writeError(folder.filePath(name), errno == 0 ? EACCES : errno);
    }
    if (const Status ignored = ignoreLocal(folder); !ignored)
        return ignored.error();
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
    const QString path = m_path + QStringLiteral("/.local/") + name;
    QDir().mkpath(QFileInfo(path).path());
    return path;
}

QString Folder::trashPath(FileKind kind, const QString &name) const
{
    return localPath(QStringLiteral("trash/") + folderName(kind) + QLatin1Char('/') + name
                     + QStringLiteral(".json"));
}

QStringList Folder::names(FileKind kind) const
{
    QStringList out;
    const QDir folder(m_path + QLatin1Char('/') + folderName(kind));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::System))
        out << file.completeBaseName();
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
    if (known) {
        const Result<std::string> there = readFile(path);
        if (!there && there.error().code == ErrorCode::FileNotFound)
            return changed(path, true);
        if (!there)
            return there.error();
        if (fingerprint(*there) != *known)
            return changed(path, false);
    }
    if (const Status saved = saveFile(path, bytes, known ? Replace::Yes : Replace::No); !saved)
        return saved.error();
    return fingerprint(bytes);
}

Status Folder::remove(FileKind kind, const QString &name) const
{
    const QString to = trashPath(kind, name);
    QFile::remove(to); // an earlier file of that name which was thrown away
    return moved(filePath(kind, name), to);
}

Status Folder::restore(FileKind kind, const QString &name) const
{
    return moved(trashPath(kind, name), filePath(kind, name));
}

Status Folder::rename(FileKind kind, const QString &from, const QString &to) const
{
    return moved(filePath(kind, from), filePath(kind, to));
}

QString Folder::freeName(FileKind kind, const QString &wish) const
{
    const QString wanted = asFileName(wish);
    const QStringList taken = names(kind);
    QString name = wanted;
    for (int i = 2; taken.contains(name, Qt::CaseInsensitive); ++i)
        name = wanted + QLatin1Char('-') + QString::number(i);
    return name;
}

} // namespace designer::workspace
