// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/drafts.h"

#include "workspace/file.h"
#include "json/document.h"
#include "json/text.h"
#include "json/writer.h"

#include <QDir>
#include <QFile>

namespace designer::workspace {

namespace {

/// Gives a draft that cannot be read a name under which it is not read again, beside others such.
void setFileAside(const QString &path)
{
    const QString wanted = path + QStringLiteral(".unreadable");
    QString name = wanted;
    for (int i = 2; true; ++i) {
        const Status moved = moveFile(path, name);
        if (moved || moved.error().code != ErrorCode::FileExists)
            return;
        name = wanted + QLatin1Char('-') + QString::number(i);
    }
}

} // namespace

QString Drafts::fileOf(const QString &name) const
{
    return m_place + QLatin1Char('/') + name + QStringLiteral(".json");
}

QString Drafts::pathOf(const QString &name) const
{
    return m_folder.localPath(fileOf(name));
}

Status Drafts::write(const Draft &draft) const
{
    json::Writer writer(2);
    writer.beginObject();
    writer.name("base").string(draft.base.toHex().toStdString());
    writer.name("written_at").string(draft.writtenAt.toUTC().toString(Qt::ISODateWithMs));
    writer.name("connection").string(draft.bytes);
    writer.endObject();
    return m_folder.saveLocal(fileOf(draft.name), writer.take() + '\n');
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
        setFileAside(path);
        return std::nullopt;
    }
    const std::string base = document.root().find("base").text();
    const QString at = json::toQString(document.root().find("written_at").text());
    return Draft{name, bytes.text(), QByteArray::fromHex(QByteArray::fromStdString(base)),
                 QDateTime::fromString(at, Qt::ISODateWithMs)};
}

QStringList Drafts::names() const
{
    QStringList out;
    for (const QFileInfo &file :
         QDir(m_folder.localPath(m_place)).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        out << file.completeBaseName();
    return out;
}

std::vector<Draft> Drafts::all() const
{
    std::vector<Draft> out;
    for (const QString &name : names()) {
        if (auto draft = read(name))
            out.push_back(std::move(*draft));
    }
    return out;
}

void Drafts::remove(const QString &name) const
{
    QFile::remove(pathOf(name));
}

void Drafts::setAside(const QString &name) const
{
    setFileAside(pathOf(name));
}

void Drafts::takeOver(const Drafts &other) const
{
    for (const QString &name : other.names())
        takeOver(other, name);
    QDir().rmdir(m_folder.localPath(other.m_place)); // not where something is left in it
}

void Drafts::takeOver(const Drafts &other, const QString &name) const
{
    std::optional<Draft> theirs = other.read(name);
    if (!theirs)
        return;
    const std::optional<Draft> mine = read(name);
    const bool isNew = !mine || mine->bytes != theirs->bytes;
    const QStringList taken = names() + m_folder.names(FileKind::Connection);
    for (int i = 2; mine && isNew && (theirs->name == name || taken.contains(theirs->name)); ++i)
        theirs->name = name + QLatin1Char('-') + QString::number(i);
    if (!isNew || write(*theirs))
        other.remove(name);
}

} // namespace designer::workspace
