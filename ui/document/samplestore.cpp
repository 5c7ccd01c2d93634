// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/samplestore.h"

#include "ui/document/diskqueue.h"
#include "ui/document/samplefiles.h"
#include "ui/document/throwaway.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

using workspace::FileKind;

SampleStore::SampleStore(workspace::Folder folder, DiskQueue &disk, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_disk(disk)
{ }

void SampleStore::read()
{
    m_samples.clear();
    for (const QString &name : m_folder.names(FileKind::Event)) {
        if (Result<workspace::StoredFile> file = m_folder.read(FileKind::Event, name)) {
            m_samples.push_back(readSample(m_folder, std::move(file).value()));
        } else {
            Sample unreadable = sampleOf(name, {});
            unreadable.error = file.error();
            unreadable.saved = unreadable.text;
            m_samples.push_back(std::move(unreadable));
        }
    }
    std::sort(m_samples.begin(), m_samples.end(), before);
}

const Sample *SampleStore::find(const QString &name) const
{
    const auto found = std::find_if(m_samples.begin(), m_samples.end(),
                                    [&](const Sample &sample) { return sample.name == name; });
    return found == m_samples.end() ? nullptr : &*found;
}

std::vector<Sample>::iterator SampleStore::search(const QString &name)
{
    return std::find_if(m_samples.begin(), m_samples.end(),
                        [&](const Sample &sample) { return sample.name == name; });
}

/// By what stays the same when it is renamed.
std::vector<Sample>::iterator SampleStore::search(const OnDisk &onDisk)
{
    return std::find_if(m_samples.begin(), m_samples.end(),
                        [&](const Sample &sample) { return sample.onDisk == onDisk; });
}

QString SampleStore::freeName(const QString &wish) const
{
    const QString free = m_folder.freeName(FileKind::Event, wish, m_leaving);
    QString name = free;
    for (int i = 2; find(name); ++i)
        name = free + QLatin1Char('-') + QString::number(i);
    return name;
}

void SampleStore::insert(Sample sample)
{
    ++m_moves;
    m_samples.insert(std::upper_bound(m_samples.begin(), m_samples.end(), sample, before), std::move(sample));
    Q_EMIT changed();
}

QStringList SampleStore::unsaved() const
{
    QStringList out;
    for (const Sample &sample : m_samples) {
        if (!sample.isSaved())
            out << sample.name;
    }
    return out;
}

void SampleStore::discard()
{
    if (unsaved().isEmpty())
        return;
    std::erase_if(m_samples, [](const Sample &sample) { return !sample.saved; });
    ++m_moves;
    for (Sample &sample : m_samples) {
        if (!sample.isSaved())
            sample = changedTo(sample, *sample.saved);
    }
    Q_EMIT changed();
}

QString SampleStore::add(const QString &wish, const std::string &text, const std::string &original)
{
    QString name = freeName(wish);
    Sample added = sampleOf(name, text);
    added.hasOriginal = !original.empty();
    *added.original = original;
    write(added);
    insert(std::move(added));
    return name;
}

QString SampleStore::duplicate(const QString &name, const QString &wish)
{
    const auto found = search(name);
    if (found == m_samples.end())
        return {};
    QString to = freeName(wish);
    insert(copyOf(*found, to));
    return to;
}

/// The same under the name \a to, and what it was converted from.
Sample SampleStore::copyOf(const Sample &sample, const QString &to)
{
    Sample out = sampleOf(to, sample.text);
    out.hasOriginal = sample.hasOriginal;
    m_disk.run(
        [folder = m_folder, from = sample.name, theirs = sample.original, to, text = out.text,
         onDisk = out.onDisk, original = out.original, converted = out.hasOriginal] {
            const Result<std::string> taken = originalOf(folder, from, *theirs);
            if (converted && taken)
                *original = *taken;
            const Status saved = saveWhole(folder, to, text, onDisk, *original);
            return saved && converted && !taken ? Status(taken.error()) : saved;
        },
        this,
        [this, text = out.text, onDisk = out.onDisk](const Status &saved) { written(onDisk, text, saved); });
    return out;
}

void SampleStore::change(const QString &name, const std::string &text)
{
    const auto found = search(name);
    if (found == m_samples.end() || found->text == text)
        return;
    *found = changedTo(*found, text);
    write(*found);
    Q_EMIT changed();
}

QString SampleStore::rename(const QString &name, const QString &wish)
{
    const auto found = search(name);
    if (found == m_samples.end() || wish.trimmed().isEmpty() || wish == name)
        return name;
    QString to = freeName(wish);
    ++m_moves;
    found->name = to;
    const OnDisk onDisk = found->onDisk;
    m_leaving << name;
    m_disk.run(
        [folder = m_folder, name, to, onDisk, hasFile = found->saved.has_value()] {
            return hasFile || *onDisk ? renameSampleFile(folder, name, to) : Renamed{ok(), false};
        },
        this,
        [this, name, onDisk](const Renamed &renamed) {
            m_leaving.removeOne(name);
            if (renamed.isThere)
                stays(onDisk, name, renamed.status.error());
            else
                tell(renamed.status);
        });
    std::sort(m_samples.begin(), m_samples.end(), before);
    Q_EMIT renamed(name, to);
    Q_EMIT changed();
    return to;
}

RemovedSample SampleStore::remove(const QString &name)
{
    const auto found = search(name);
    RemovedSample out;
    if (found == m_samples.end())
        return out;
    ++m_moves;
    out.sample = std::move(*found);
    m_samples.erase(found);
    m_disk.run(
        [folder = m_folder, name, trashed = out.trashed, onDisk = out.sample.onDisk,
         hasFile = out.sample.saved.has_value()] {
            if (!hasFile && !*onDisk) // it could not be saved, so far
                return ok();
            return throwAway(folder, FileKind::Event, name, *onDisk, *trashed);
        },
        this,
        [this, sample = out.sample](const Status &thrown) {
            if (!thrown)
                notThrownAway(sample, thrown.error());
        });
    Q_EMIT changed();
    return out;
}

QString SampleStore::bringBack(const RemovedSample &removed)
{
    if (const auto stayed = search(removed.sample.onDisk); stayed != m_samples.end())
        return stayed->name;
    Sample back = removed.sample;
    // Its file may not be in the trash yet: that it is there says nothing.
    if (find(back.name))
        back.name = freeName(back.name);
    m_disk.run(
        [folder = m_folder, name = back.name, trashed = removed.trashed, text = back.text,
         onDisk = back.onDisk] {
            if (trashed->isEmpty()) // it could not be thrown away
                return saveText(folder, name, text, onDisk);
            return folder.restore(FileKind::Event, name, std::exchange(*trashed, {}));
        },
        this,
        [this, onDisk = back.onDisk](const Status &status) {
            const auto found = search(onDisk);
            if (status || found == m_samples.end())
                return;
            found->saved.reset(); // there is no file, and its text is here alone
            notSaved(*found, status.error());
        });
    if (!back.isSaved())
        write(back); // it was being saved when it was thrown away, or could not be
    QString name = back.name;
    insert(std::move(back));
    return name;
}

} // namespace designer::ui
