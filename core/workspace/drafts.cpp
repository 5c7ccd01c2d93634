// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/drafts.h"

#include "workspace/file.h"
#include "json/document.h"
#include "json/text.h"
#include "json/writer.h"

#include <QDir>
#include <QFile>

namespace designer::workspace {

QString Drafts::pathOf(const QString &name) const
{
    return m_folder.localPath(QStringLiteral("drafts/") + name + QStringLiteral(".json"));
}

Status Drafts::write(const Draft &draft) const
{
    json::Writer writer(2);
    writer.beginObject();
    writer.name("base").string(draft.base.toHex().toStdString());
    writer.name("written_at").string(draft.writtenAt.toUTC().toString(Qt::ISODateWithMs));
    writer.name("connection").string(draft.bytes);
    writer.endObject();
    return saveFile(pathOf(draft.name), writer.take() + '\n');
}

std::optional<Draft> Drafts::read(const QString &name) const
{
    const QString path = pathOf(name);
    Result<std::string> text = readFile(path);
    if (!text)
        return std::nullopt;
    const json::Document document(std::move(text).value());
    const json::Value bytes = document.root().find("connection");
    if (!bytes.isString()) {
        QFile::rename(path, path + QStringLiteral(".unreadable"));
        return std::nullopt;
    }
    const std::string base = document.root().find("base").text();
    const QString at = json::toQString(document.root().find("written_at").text());
    return Draft{name, bytes.text(), QByteArray::fromHex(QByteArray::fromStdString(base)),
                 QDateTime::fromString(at, Qt::ISODateWithMs)};
}

std::vector<Draft> Drafts::all() const
{
    std::vector<Draft> out;
    const QDir folder(m_folder.path() + QStringLiteral("/.local/drafts"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (auto draft = read(file.completeBaseName()))
            out.push_back(std::move(*draft));
    }
    return out;
}

void Drafts::remove(const QString &name) const
{
    QFile::remove(pathOf(name));
}

} // namespace designer::workspace
