// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sampledrafts.h"

#include "workspace/file.h"
#include "workspace/fileerror.h"
#include "json/document.h"
#include "json/index.h"
#include "json/text.h"
#include "json/writer.h"

#include <QFile>
#include <QLockFile>

#include <cerrno>

namespace designer::ui {

namespace {

/// More windows than people open.
constexpr int places = 64;

QString fileOf(int place)
{
    return QStringLiteral("sample-drafts/%1.json").arg(place);
}

/// Files that were opened may hold any bytes; those that JSON cannot are written as digits.
void writeText(json::Writer &writer, const std::string &name, const std::string &text)
{
    if (json::isValidUtf8(text))
        writer.name(name).string(text);
    else
        writer.name(name + "_hex").string(QByteArray::fromStdString(text).toHex().toStdString());
}

std::string readText(const json::Value &draft, const std::string &name)
{
    const json::Value text = draft.find(name);
    if (text.isString())
        return text.text();
    return QByteArray::fromHex(QByteArray::fromStdString(draft.find(name + "_hex").text())).toStdString();
}

std::string bytesOf(const std::vector<SampleDraft> &drafts)
{
    json::Writer writer(2);
    writer.beginObject();
    writer.name("drafts").beginArray();
    for (const SampleDraft &draft : drafts) {
        writer.beginObject();
        writer.name("name").string(draft.name);
        writer.name("pasted").boolean(draft.isPasted);
        writeText(writer, "original", draft.original);
        writeText(writer, "text", draft.text);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return writer.take() + '\n';
}

/// Under a name under which it is not read again, beside others such.
void setAside(const QString &path)
{
    const QString wanted = path + QStringLiteral(".unreadable");
    QString name = wanted;
    for (int i = 2; true; ++i) {
        const Status moved = workspace::moveFile(path, name);
        if (moved || moved.error().code != ErrorCode::FileExists)
            return;
        name = wanted + QLatin1Char('-') + QString::number(i);
    }
}

} // namespace

SampleDrafts::SampleDrafts(workspace::Folder folder) : m_folder(std::move(folder)) { }
SampleDrafts::~SampleDrafts() = default;

QString SampleDrafts::pathOf(int place) const
{
    return m_folder.localPath(fileOf(place));
}

std::unique_ptr<QLockFile> SampleDrafts::lockOf(int place) const
{
    auto lock
        = std::make_unique<QLockFile>(m_folder.localPath(QStringLiteral("sample-drafts/%1.lock").arg(place)));
    lock->setStaleLockTime(0); // however long its holder has run; one that does not run any more is told
    return lock;
}

bool SampleDrafts::takePlace()
{
    if (m_lock)
        return true;
    if (!m_folder.makeLocalFolder(pathOf(1)))
        return false;
    for (int place = 1; place <= places; ++place) {
        auto lock = lockOf(place);
        if (lock->tryLock(0)) {
            m_place = place;
            m_lock = std::move(lock);
            return true;
        }
        if (lock->error() != QLockFile::LockFailedError)
            return false;
    }
    return false;
}

std::vector<SampleDraft> SampleDrafts::take()
{
    std::vector<SampleDraft> out;
    if (!takePlace())
        return out;
    out = read(m_place);
    gather(out);
    return out;
}

/// Those of windows that are gone are theirs no more as soon as they are written here.
void SampleDrafts::gather(std::vector<SampleDraft> &drafts)
{
    for (int place = 1; place <= places; ++place) {
        if (place == m_place || !QFile::exists(pathOf(place)))
            continue;
        const auto lock = lockOf(place);
        if (!lock->tryLock(0)) // somebody works on them
            continue;
        const std::vector<SampleDraft> theirs = read(place);
        drafts.insert(drafts.end(), theirs.begin(), theirs.end());
        if (!theirs.empty() && write(drafts))
            QFile::remove(pathOf(place));
    }
}

Status SampleDrafts::write(const std::vector<SampleDraft> &drafts)
{
    if (!takePlace())
        return workspace::writeError(pathOf(1), EACCES);
    if (!drafts.empty())
        return m_folder.saveLocal(fileOf(m_place), bytesOf(drafts));
    if (QFile::exists(pathOf(m_place)) && !QFile::remove(pathOf(m_place)))
        return workspace::writeError(pathOf(m_place), EACCES);
    return ok();
}

Status SampleDrafts::add(const std::vector<SampleDraft> &drafts)
{
    std::vector<SampleDraft> all = take();
    all.insert(all.end(), drafts.begin(), drafts.end());
    return write(all);
}

std::vector<SampleDraft> SampleDrafts::read(int place) const
{
    std::vector<SampleDraft> out;
    Result<std::string> bytes = workspace::readFile(pathOf(place));
    if (!bytes)
        return out;
    const json::Document document(std::move(bytes).value());
    if (!document.isValid() || !document.root().find("drafts").isArray()) {
        setAside(pathOf(place));
        return out;
    }
    for (const json::Value draft : document.root().find("drafts").elements())
        out.push_back({json::toQString(draft.find("name").text()), draft.find("pasted").raw() != "false",
                       readText(draft, "original"), readText(draft, "text")});
    return out;
}

} // namespace designer::ui
