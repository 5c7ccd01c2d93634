// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importer.h"

#include "connection/importformats.h"
#include "workspace/file.h"
#include "json/document.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace designer::ui {

namespace {

/// A list of whole connections, as somebody may have put together. (A body may be a list as well.)
bool isListOfConnections(const json::Document &document)
{
    if (!document.isValid() || !document.root().isArray() || document.root().size() == 0)
        return false;
    for (const json::Value &element : document.root().elements()) {
        if (!element.find(connection::key::url) || !element.find(connection::key::requestFormat))
            return false;
    }
    return true;
}

Result<std::vector<ImportedThing>> importedConnection(std::string_view text, const QString &name)
{
    Result<connection::Imported> imported = connection::imported(text, name);
    if (!imported)
        return imported.error();
    Result<connection::Connection> loaded = connection::Connection::load(imported->bytes, name);
    if (!loaded)
        return loaded.error();
    return std::vector<ImportedThing>{ImportedConnection{std::move(loaded).value(), imported->notes}};
}

Result<std::vector<ImportedThing>> importedList(const json::Document &document, const QString &name)
{
    std::vector<ImportedThing> out;
    for (const json::Value &element : document.root().elements()) {
        auto one = importedConnection(element.raw(), name);
        if (!one)
            return one.error();
        out.push_back(std::move(one->front()));
    }
    return out;
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

Result<std::vector<ImportedThing>> importedThings(const std::string &bytes, const QString &name)
{
    const event::Shape shape = event::recognise(bytes);
    if (shape == event::Shape::Unknown) {
        if (const json::Document document(bytes); isListOfConnections(document))
            return importedList(document, name);
        if (connection::looksLikeConnection(bytes))
            return importedConnection(bytes, name);
    }
    if (const auto converted = event::convert(bytes, name); !converted)
        return converted.error();
    return std::vector<ImportedThing>{ImportedEvent{QFileInfo(name).completeBaseName(), bytes, shape}};
}

bool Importer::accepts(const QMimeData &data)
{
    return !localFiles(data).isEmpty() || data.hasText();
}

void Importer::read(const QMimeData &data)
{
    const QStringList paths = localFiles(data);
    if (!paths.isEmpty())
        readFiles(paths);
    else if (data.hasText())
        readText(data.text().toStdString());
}

void Importer::readFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        const auto work = [path]() -> Result<std::vector<ImportedThing>> {
            const Result<std::string> bytes = workspace::readPlainFile(path);
            return bytes ? importedThings(*bytes, QFileInfo(path).fileName()) : bytes.error();
        };
        m_disk.run(work, this, [this](const Result<std::vector<ImportedThing>> &things) { tell(things); });
    }
}

void Importer::readText(const std::string &bytes, const QString &name)
{
    m_disk.run([bytes, name] { return importedThings(bytes, name); }, this,
               [this](const Result<std::vector<ImportedThing>> &things) { tell(things); });
}

void Importer::tell(const Result<std::vector<ImportedThing>> &things)
{
    if (!things) {
        Q_EMIT failed(things.error());
        return;
    }
    for (const ImportedThing &thing : *things) {
        if (const auto *const connection = std::get_if<ImportedConnection>(&thing))
            Q_EMIT connectionRead(*connection);
        else
            Q_EMIT eventRead(std::get<ImportedEvent>(thing));
    }
}

} // namespace designer::ui
