// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/check.h"

#include "connection/connection.h"
#include "connection/soundness.h"
#include "event/conversion.h"
#include "workspace/file.h"
#include "workspace/fileerror.h"
#include "workspace/folder.h"
#include "workspace/roundtrip.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace designer::workspace {

namespace {

void append(Findings &out, const Findings &more)
{
    out.insert(out.end(), more.begin(), more.end());
}

void checkConnection(CheckedFile &file, std::string bytes)
{
    const Result<connection::Connection> loaded = connection::Connection::load(std::move(bytes), file.file);
    if (!loaded && loaded.error().code == ErrorCode::NotAConnection) {
        file.findings = {connection::noObjectFinding(loaded.error())};
        return;
    }
    if (!loaded) {
        file.error = loaded.error();
        return;
    }
    file.findings = connection::soundness(*loaded);
    append(file.findings, roundTrip(*loaded, count(file.findings).errors == 0));
}

void checkEvent(CheckedFile &file, std::string bytes)
{
    const Result<event::Event> parsed = event::Event::parse(std::move(bytes), file.file);
    if (!parsed) {
        file.error = parsed.error();
        return;
    }
    file.findings = parsed->findings();
}

/// An original has any shape that an import knows; what matters is that it can be imported again.
void checkOriginal(CheckedFile &file, const std::string &bytes)
{
    const Result<event::Conversion> converted = event::convert(bytes, file.file);
    if (!converted) {
        file.error = converted.error();
        return;
    }
    const Result<event::Event> parsed = event::Event::parse(converted->text, file.file);
    if (!parsed)
        file.error = parsed.error();
}

bool hasConnectionKey(const json::Value &root)
{
    const auto &names = connection::key::all;
    return std::any_of(names.begin(), names.end(),
                       [&root](std::string_view name) { return bool(root.find(name)); });
}

/// Where a file stands, as far as that says what it is.
enum class Place { Connections, Samples, Originals, Anywhere };

/// The place of \a path, a file that was named alone.
Place placeOf(const QString &path)
{
    if (!workspaceOfSample(path).isEmpty())
        return Place::Samples;
    const QDir folder = QFileInfo(path).absoluteDir();
    const bool original
        = folder.dirName() == QLatin1String("originals") && !workspaceOfSample(folder.path()).isEmpty();
    return original ? Place::Originals : Place::Anywhere;
}

bool looksLikeEvent(const std::string &bytes)
{
    const json::Document document(bytes);
    return document.root().isObject() && document.root().size() > 0 && !hasConnectionKey(document.root());
}

CheckedFile checkFile(const QString &path, Place place)
{
    const bool isEvent = place == Place::Samples || place == Place::Originals;
    CheckedFile file{path, isEvent ? FileKind::Event : FileKind::Connection, {}, {}};
    Result<std::string> bytes = readFile(path);
    if (!bytes) {
        file.error = bytes.error();
        return file;
    }
    if (place == Place::Anywhere && looksLikeEvent(*bytes))
        file.kind = FileKind::Event;
    if (place == Place::Originals)
        checkOriginal(file, *bytes);
    else if (file.kind == FileKind::Event)
        checkEvent(file, std::move(bytes).value());
    else
        checkConnection(file, std::move(bytes).value());
    return file;
}

/// All files of a place; where its folder may not be read, that is said of the folder.
void checkFolder(Checked &out, const QDir &folder, Place place)
{
    if (folder.exists() && !folder.isReadable()) {
        const FileKind kind = place == Place::Connections ? FileKind::Connection : FileKind::Event;
        out.files.push_back({folder.path(), kind, {}, readError(folder.path(), EACCES)});
        return;
    }
    // An original may be a script. Hidden files are left out: they are no one's samples.
    const QString pattern = place == Place::Originals ? QStringLiteral("*") : QStringLiteral("*.json");
    for (const QFileInfo &entry : folder.entryInfoList({pattern}, QDir::Files | QDir::System, QDir::Name)) {
        if (isFileOfPeople(entry))
            out.files.push_back(checkFile(folder.filePath(entry.fileName()), place));
    }
}

Error noWorkspace(const QString &path)
{
    return {ErrorCode::FileUnreadable,
            QCoreApplication::translate(
                "Workspace", "this folder is no workspace: it has no “connections” and no “samples” folder"),
            QCoreApplication::translate("Workspace", "name the workspace’s folder, or one file"),
            path,
            {}};
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
        out.files.push_back(checkFile(path, isStandardInput ? Place::Anywhere : placeOf(path)));
        return out;
    }
    const QDir dir(path);
    if (!dir.exists(QStringLiteral("connections")) && !dir.exists(QStringLiteral("samples")))
        return noWorkspace(path);
    checkFolder(out, QDir(dir.filePath(QStringLiteral("connections"))), Place::Connections);
    checkFolder(out, QDir(dir.filePath(QStringLiteral("samples"))), Place::Samples);
    checkFolder(out, QDir(dir.filePath(QStringLiteral("samples/originals"))), Place::Originals);
    return out;
}

} // namespace designer::workspace
