// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "connection/connection.h"
#include "connection/importformats.h"
#include "connection/soundness.h"
#include "event/event.h"
#include "workspace/file.h"
#include "workspace/fileerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>

namespace designer::workspace {

namespace {

void checkConnection(CheckedFile &file, std::string bytes)
{
    const Result<connection::Connection> loaded = connection::Connection::load(std::move(bytes), file.file);
    if (loaded)
        file.findings = connection::soundness(*loaded);
    else
        file.error = loaded.error();
}

void checkEvent(CheckedFile &file, std::string bytes)
{
    const Result<event::Event> parsed = event::Event::parse(std::move(bytes), file.file);
    if (parsed)
        file.findings = parsed->findings();
    else
        file.error = parsed.error();
}

bool hasConnectionKey(const json::Value &root)
{
    namespace key = connection::key;
    constexpr std::array keys{key::label,         key::id,      key::url,     key::method, key::contentType,
                              key::requestFormat, key::headers, key::designer};
    return std::any_of(keys.begin(), keys.end(),
                       [&root](std::string_view name) { return bool(root.find(name)); });
}

/// Whether \a path stands in the samples of a workspace.
bool isSample(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    return folder.dirName() == QLatin1String("samples") && folder.exists(QStringLiteral("../connections"));
}

bool looksLikeEvent(const std::string &bytes)
{
    const json::Document document(bytes);
    return document.root().isObject() && document.root().size() > 0 && !hasConnectionKey(document.root());
}

CheckedFile checkFile(const QString &path, std::optional<FileKind> kind)
{
    CheckedFile file{path, kind.value_or(FileKind::Connection), {}, {}};
    Result<std::string> bytes = readFile(path);
    if (!bytes) {
        file.error = bytes.error();
        return file;
    }
    if (!kind && (isSample(path) || looksLikeEvent(*bytes)))
        file.kind = FileKind::Event;
    if (file.kind == FileKind::Event)
        checkEvent(file, std::move(bytes).value());
    else
        checkConnection(file, std::move(bytes).value());
    return file;
}

void checkFolder(Checked &out, const QDir &folder, FileKind kind)
{
    // System: a link that leads nowhere is a file that cannot be read, not one that is not there.
    const QFileInfoList entries
        = folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::System, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (entry.isFile() || entry.isSymLink())
            out.files.push_back(checkFile(folder.filePath(entry.fileName()), kind));
    }
}

} // namespace

bool Checked::isReadable() const
{
    return std::none_of(files.begin(), files.end(), [](const CheckedFile &f) { return f.error.has_value(); });
}

bool Checked::isSound() const
{
    return isReadable() && std::all_of(files.begin(), files.end(), [](const CheckedFile &f) {
               return count(f.findings).errors == 0;
           });
}

Result<Checked> check(const QString &path)
{
    const bool isStandardInput = path == QLatin1String("-");
    const QFileInfo info(path);
    if (!isStandardInput && !info.exists() && !info.isSymLink())
        return readError(path, ENOENT);
    Checked out;
    if (isStandardInput || !info.isDir()) {
        out.files.push_back(checkFile(path, std::nullopt));
        return out;
    }
    const QDir dir(path);
    if (!dir.exists(QStringLiteral("connections")) && !dir.exists(QStringLiteral("samples"))) {
        return Error{
            ErrorCode::NotAConnection,
            QCoreApplication::translate(
                "Workspace", "this folder is no workspace: it has no “connections” and no “samples” folder"),
            QCoreApplication::translate("Workspace", "name the workspace's folder, or one file"),
            path,
            {}};
    }
    for (const auto &[name, kind] : {std::pair(QStringLiteral("connections"), FileKind::Connection),
                                     std::pair(QStringLiteral("samples"), FileKind::Event)}) {
        const QDir folder(dir.filePath(name));
        if (folder.exists() && !folder.isReadable())
            return readError(folder.path(), EACCES);
        checkFolder(out, folder, kind);
    }
    return out;
}

} // namespace designer::workspace
