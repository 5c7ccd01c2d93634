// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/samplestore.h"

#include "ui/document/diskqueue.h"
#include "ui/document/samplefiles.h"

#include <algorithm>
#include <map>
#include <utility>

namespace designer::ui {

using workspace::FileKind;

void SampleStore::tell(const Status &status)
{
    if (!status)
        Q_EMIT failed(status.error());
}

void SampleStore::write(const Sample &sample)
{
    m_disk.run([folder = m_folder, name = sample.name, text = sample.text, onDisk = sample.onDisk,
                original = sample.original] { return saveWhole(folder, name, text, onDisk, *original); },
               this,
               [this, text = sample.text, onDisk = sample.onDisk](const Status &saved) {
                   written(onDisk, text, saved);
               });
}

/// The disk's answer to saving \a text.
void SampleStore::written(const OnDisk &onDisk, const std::string &text, const Status &result)
{
    const auto found = search(onDisk);
    if (found == m_samples.end())
        return;
    if (result)
        found->saved = text;
    if (found->text != text) // what was typed since comes after it
        return;
    found->notSaved.reset();
    if (result)
        Q_EMIT saved(found->name);
    else if (const Error &why = result.error();
             why.code == ErrorCode::FileChanged || why.code == ErrorCode::FileExists)
        keepBeside(found->name, why);
    else
        notSaved(*found, why);
}

void SampleStore::notSaved(Sample &sample, const Error &why)
{
    sample.notSaved = why;
    Q_EMIT failed(why);
}

void SampleStore::save()
{
    for (const Sample &sample : m_samples) {
        if (sample.notSaved)
            write(sample);
    }
}

void SampleStore::save(QObject *context, const std::function<void()> &done)
{
    save();
    await(context, done);
}

/// What was to be saved over somebody else's is read first, and then saved under another name.
void SampleStore::await(QObject *context, const std::function<void()> &done)
{
    m_disk.run([] { return true; }, context,
               [this, context, done](bool) {
                   const bool isUnderWay
                       = std::any_of(m_samples.begin(), m_samples.end(), [](const Sample &sample) {
                             return !sample.isSaved() && !sample.notSaved;
                         });
                   isUnderWay ? await(context, done) : done();
               });
}

/// Nothing is written over, and nothing that was typed is lost: what \a name says here becomes a
/// sample of its own.
void SampleStore::keepBeside(const QString &name, const Error &why)
{
    m_disk.run(
        [folder = m_folder, name] { return folder.read(FileKind::Event, name); }, this,
        [this, name, why](const Result<workspace::StoredFile> &theirs) { takeTheirs(name, theirs, why); });
}

void SampleStore::takeTheirs(const QString &name, const Result<workspace::StoredFile> &theirs,
                             const Error &why)
{
    const auto found = search(name);
    if (found == m_samples.end())
        return tell(why);
    const Sample mine = std::move(*found);
    if (theirs)
        *found = readSample(m_folder, *theirs);
    else
        m_samples.erase(found); // they threw it away
    ++m_moves;
    const QString copy = freeName(name);
    insert(copyOf(mine, copy));
    Q_EMIT keptBeside(name, copy);
}

/// It has the name of its file, whatever else it was called meanwhile.
void SampleStore::stays(const OnDisk &onDisk, const QString &name, const Error &why)
{
    const auto found = search(onDisk);
    if (found != m_samples.end() && !find(name)) {
        ++m_moves;
        const QString wished = std::exchange(found->name, name);
        std::sort(m_samples.begin(), m_samples.end(), before);
        Q_EMIT renamed(wished, name);
        Q_EMIT notRenamed(wished, name);
        Q_EMIT changed();
    }
    Q_EMIT failed(why);
}

/// What is on the disk all the same is in the list again.
void SampleStore::notThrownAway(const Sample &sample, const Error &why)
{
    const bool isBack = search(sample.onDisk) != m_samples.end() || find(sample.name);
    if (!isBack) {
        if (!sample.isSaved())
            write(sample);
        insert(sample);
    }
    Q_EMIT failed(why);
}

void SampleStore::check()
{
    std::map<QString, OnDisk> known;
    for (const Sample &sample : m_samples)
        known.emplace(sample.name, sample.onDisk);
    m_disk.run(
        [folder = m_folder, known] { return othersSamples(folder, known); }, this,
        [this, moves = m_moves](const std::vector<Sample> &theirs) { follow(theirs, moves == m_moves); });
}

/// Where the list is another one by now, what seems to be new may be a file of before; the next look shows.
void SampleStore::follow(const std::vector<Sample> &theirs, bool isListKnown)
{
    for (const Sample &one : theirs) {
        if (const auto found = search(one.name); found != m_samples.end())
            follow(*found, one);
        else if (isListKnown)
            insert(one);
    }
}

/// What is being saved, or was typed, meets theirs when it is saved: see keepBeside().
void SampleStore::follow(Sample &sample, const Sample &theirs)
{
    if (!sample.isSaved() || sample.saved == theirs.saved || m_held.contains(sample.name))
        return;
    const OnDisk onDisk = std::exchange(sample.onDisk, nullptr);
    sample = theirs;
    sample.onDisk = onDisk;
    m_disk.run([mine = onDisk, now = theirs.onDisk] { *mine = *now; });
    Q_EMIT followed(theirs.name);
    Q_EMIT changed();
}

void SampleStore::readOriginal(const QString &name, QObject *context,
                               const std::function<void(const Result<std::string> &)> &done)
{
    const Sample *const known = find(name);
    const auto kept = known ? known->original : std::make_shared<std::string>();
    m_disk.run([folder = m_folder, name, kept] { return originalOf(folder, name, *kept); }, context, done);
}

} // namespace designer::ui
