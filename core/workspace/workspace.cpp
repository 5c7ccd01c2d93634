// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "connection/connection.h"
#include "connection/importformats.h"
#include "connection/soundness.h"
#include "event/event.h"
#include "workspace/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace designer::workspace {

namespace {

Findings connectionFindings(const connection::Connection &connection)
{
    return connection::soundness(connection);
}

void checkConnection(CheckedFile &file, std::string bytes)
{
    const Result<connection::Connection> loaded = connection::Connection::load(std::move(bytes), file.file);
    if (loaded)
        file.findings = connectionFindings(*loaded);
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

bool hasConnectionKey(const std::string &bytes)
{
    const json::Document document(bytes);
    for (const std::string_view name :
         {connection::key::label, connection::key::id, connection::key::url, connection::key::method,
          connection::key::contentType, connection::key::requestFormat, connection::key::headers,
          connection::key::designer}) {
        if (document.root().find(name))
            return true;
    }
    return false;
}

bool looksLikeEvent(const std::string &bytes)
{
    const json::Document document(bytes);
    return document.root().isObject() && !hasConnectionKey(bytes) && document.root().find("event_name");
}

CheckedFile checkFile(const QString &path, std::optional<FileKind> kind)
{
    CheckedFile file{path, kind.value_or(FileKind::Connection), {}, {}};
    Result<std::string> bytes = readFile(path);
    if (!bytes) {
        file.error = bytes.error();
        return file;
    }
    if (!kind && looksLikeEvent(*bytes))
        file.kind = FileKind::Event;
    if (file.kind == FileKind::Event)
        checkEvent(file, std::move(bytes).value());
    else
        checkConnection(file, std::move(bytes).value());
    return file;
}

void checkFolder(Checked &out, const QString &folder, FileKind kind)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        out.files.push_back(checkFile(dir.filePath(name), kind));
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
    Checked out;
    if (!QFileInfo(path).isDir()) {
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
    checkFolder(out, dir.filePath(QStringLiteral("connections")), FileKind::Connection);
    checkFolder(out, dir.filePath(QStringLiteral("samples")), FileKind::Event);
    return out;
}

} // namespace designer::workspace
