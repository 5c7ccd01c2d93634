// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "ui/document/samplefiles.h"
#include "ui/document/throwaway.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

using workspace::FileKind;

void Session::readSamples()
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

const Sample *Session::sample(const QString &name) const
{
    const auto found = std::find_if(m_samples.begin(), m_samples.end(),
                                    [&](const Sample &sample) { return sample.name == name; });
    return found == m_samples.end() ? nullptr : &*found;
}

std::vector<Sample>::iterator Session::findSample(const QString &name)
{
    return std::find_if(m_samples.begin(), m_samples.end(),
                        [&](const Sample &sample) { return sample.name == name; });
}

/// By what stays the same when it is renamed.
std::vector<Sample>::iterator Session::findSample(const OnDisk &onDisk)
{
    return std::find_if(m_samples.begin(), m_samples.end(),
                        [&](const Sample &sample) { return sample.onDisk == onDisk; });
}

QString Session::freeSampleName(const QString &wish) const
{
    const QString free = m_folder.freeName(FileKind::Event, wish);
    QString name = free;
    for (int i = 2; sample(name); ++i)
        name = free + QLatin1Char('-') + QString::number(i);
    return name;
}

void Session::insertSample(Sample sample)
{
    ++m_sampleMoves;
    m_samples.insert(std::upper_bound(m_samples.begin(), m_samples.end(), sample, before), std::move(sample));
    Q_EMIT samplesChanged();
}

void Session::tellSampleFailure(const Status &status)
{
    if (!status)
        Q_EMIT sampleFailed(status.error());
}

void Session::writeSample(const Sample &sample)
{
    m_disk.run([folder = m_folder, name = sample.name, text = sample.text, onDisk = sample.onDisk,
                original = sample.original] { return saveWhole(folder, name, text, onDisk, *original); },
               this,
               [this, text = sample.text, onDisk = sample.onDisk](const Status &saved) {
                   sampleWritten(onDisk, text, saved);
               });
}

/// The disk's answer to saving \a text.
void Session::sampleWritten(const OnDisk &onDisk, const std::string &text, const Status &saved)
{
    const auto found = findSample(onDisk);
    if (found == m_samples.end())
        return;
    if (saved)
        found->saved = text;
    if (found->text != text) // what was typed since comes after it
        return;
    found->notSaved.reset();
    if (saved)
        Q_EMIT sampleSaved(found->name);
    else if (const Error &why = saved.error();
             why.code == ErrorCode::FileChanged || why.code == ErrorCode::FileExists)
        keepBeside(found->name, why);
    else
        sampleNotSaved(*found, why);
}

void Session::sampleNotSaved(Sample &sample, const Error &why)
{
    sample.notSaved = why;
    Q_EMIT sampleFailed(why);
}

void Session::saveSamples()
{
    for (const Sample &sample : m_samples) {
        if (sample.notSaved)
            writeSample(sample);
    }
}

void Session::saveSamples(QObject *context, const std::function<void()> &done)
{
    saveSamples();
    awaitSamples(context, done);
}

/// What was to be saved over somebody else's is read first, and then saved under another name.
void Session::awaitSamples(QObject *context, const std::function<void()> &done)
{
    m_disk.run([] { return true; }, context,
               [this, context, done](bool) {
                   const bool isUnderWay
                       = std::any_of(m_samples.begin(), m_samples.end(), [](const Sample &sample) {
                             return !sample.isSaved() && !sample.notSaved;
                         });
                   isUnderWay ? awaitSamples(context, done) : done();
               });
}

QStringList Session::unsavedSamples() const
{
    QStringList out;
    for (const Sample &sample : m_samples) {
        if (!sample.isSaved())
            out << sample.name;
    }
    return out;
}

void Session::discardSamples()
{
    if (unsavedSamples().isEmpty())
        return;
    std::erase_if(m_samples, [](const Sample &sample) { return !sample.saved; });
    ++m_sampleMoves;
    for (Sample &sample : m_samples) {
        if (!sample.isSaved())
            sample = changedTo(sample, *sample.saved);
    }
    Q_EMIT samplesChanged();
}

QString Session::addSample(const QString &wish, const std::string &text, const std::string &original)
{
    QString name = freeSampleName(wish);
    Sample added = sampleOf(name, text);
    added.hasOriginal = !original.empty();
    *added.original = original;
    writeSample(added);
    insertSample(std::move(added));
    return name;
}

QString Session::duplicateSample(const QString &name, const QString &wish)
{
    const auto found = findSample(name);
    if (found == m_samples.end())
        return {};
    QString to = freeSampleName(wish);
    insertSample(keptBeside(*found, to));
    return to;
}

/// The same under the name \a to, and what it was converted from.
Sample Session::keptBeside(const Sample &sample, const QString &to)
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
        [this, text = out.text, onDisk = out.onDisk](const Status &saved) {
            sampleWritten(onDisk, text, saved);
        });
    return out;
}

void Session::changeSample(const QString &name, const std::string &text)
{
    const auto found = findSample(name);
    if (found == m_samples.end() || found->text == text)
        return;
    *found = changedTo(*found, text);
    writeSample(*found);
    Q_EMIT samplesChanged();
}

/// Nothing is written over, and nothing that was typed is lost: what \a name says here becomes a
/// sample of its own.
void Session::keepBeside(const QString &name, const Error &why)
{
    m_disk.run([folder = m_folder, name] { return folder.read(FileKind::Event, name); }, this,
               [this, name, why](const Result<workspace::StoredFile> &theirs) {
                   takeOtherSample(name, theirs, why);
               });
}

void Session::takeOtherSample(const QString &name, const Result<workspace::StoredFile> &theirs,
                              const Error &why)
{
    const auto found = findSample(name);
    if (found == m_samples.end())
        return tellSampleFailure(why);
    const Sample mine = std::move(*found);
    if (theirs)
        *found = readSample(m_folder, *theirs);
    else
        m_samples.erase(found); // they threw it away
    ++m_sampleMoves;
    const QString copy = freeSampleName(name);
    insertSample(keptBeside(mine, copy));
    Q_EMIT sampleKeptBeside(name, copy);
}

QString Session::renameSample(const QString &name, const QString &wish)
{
    const auto found = findSample(name);
    if (found == m_samples.end() || wish.trimmed().isEmpty() || wish == name)
        return name;
    QString to = freeSampleName(wish);
    ++m_sampleMoves;
    found->name = to;
    const OnDisk onDisk = found->onDisk;
    m_disk.run(
        [folder = m_folder, name, to, onDisk, hasFile = found->saved.has_value()] {
            return hasFile || *onDisk ? renameSampleFile(folder, name, to) : Renamed{ok(), false};
        },
        this,
        [this, name, onDisk](const Renamed &renamed) {
            if (renamed.isThere)
                sampleStays(onDisk, name, renamed.status.error());
            else
                tellSampleFailure(renamed.status);
        });
    std::sort(m_samples.begin(), m_samples.end(), before);
    renameRemembered(name, to);
    Q_EMIT samplesChanged();
    return to;
}

void Session::renameRemembered(const QString &from, const QString &to)
{
    for (auto &[connection, remembered] : m_state.connections) {
        if (remembered.sample == from)
            remembered.sample = to;
    }
}

/// It has the name of its file, whatever else it was called meanwhile.
void Session::sampleStays(const OnDisk &onDisk, const QString &name, const Error &why)
{
    const auto found = findSample(onDisk);
    if (found != m_samples.end() && !sample(name)) {
        ++m_sampleMoves;
        const QString wished = std::exchange(found->name, name);
        std::sort(m_samples.begin(), m_samples.end(), before);
        renameRemembered(wished, name);
        Q_EMIT sampleNotRenamed(wished, name);
        Q_EMIT samplesChanged();
    }
    Q_EMIT sampleFailed(why);
}

RemovedSample Session::removeSample(const QString &name)
{
    const auto found = findSample(name);
    RemovedSample out;
    if (found == m_samples.end())
        return out;
    ++m_sampleMoves;
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
                sampleNotThrownAway(sample, thrown.error());
        });
    Q_EMIT samplesChanged();
    return out;
}

/// What is on the disk all the same is in the list again.
void Session::sampleNotThrownAway(const Sample &sample, const Error &why)
{
    const bool isBack = findSample(sample.onDisk) != m_samples.end() || this->sample(sample.name);
    if (!isBack) {
        if (!sample.isSaved())
            writeSample(sample);
        insertSample(sample);
    }
    Q_EMIT sampleFailed(why);
}

QString Session::bringSampleBack(const RemovedSample &removed)
{
    if (const auto stayed = findSample(removed.sample.onDisk); stayed != m_samples.end())
        return stayed->name;
    Sample back = removed.sample;
    // Its file may not be in the trash yet: that it is there says nothing.
    if (sample(back.name))
        back.name = freeSampleName(back.name);
    m_disk.run(
        [folder = m_folder, name = back.name, trashed = removed.trashed, text = back.text,
         onDisk = back.onDisk] {
            if (trashed->isEmpty()) // it could not be thrown away
                return saveText(folder, name, text, onDisk);
            return folder.restore(FileKind::Event, name, std::exchange(*trashed, {}));
        },
        this,
        [this, onDisk = back.onDisk](const Status &status) {
            const auto found = findSample(onDisk);
            if (status || found == m_samples.end())
                return;
            found->saved.reset(); // there is no file, and its text is here alone
            sampleNotSaved(*found, status.error());
        });
    if (!back.isSaved())
        writeSample(back); // it was being saved when it was thrown away, or could not be
    QString name = back.name;
    insertSample(std::move(back));
    return name;
}

void Session::checkSamples()
{
    std::map<QString, OnDisk> known;
    for (const Sample &sample : m_samples)
        known.emplace(sample.name, sample.onDisk);
    m_disk.run([folder = m_folder, known] { return othersSamples(folder, known); }, this,
               [this, moves = m_sampleMoves](const std::vector<Sample> &theirs) {
                   followSamples(theirs, moves == m_sampleMoves);
               });
}

/// Where the list is another one by now, what seems to be new may be a file of before; the next look shows.
void Session::followSamples(const std::vector<Sample> &theirs, bool isListKnown)
{
    for (const Sample &one : theirs) {
        if (const auto found = findSample(one.name); found != m_samples.end())
            followSample(*found, one);
        else if (isListKnown)
            insertSample(one);
    }
}

/// What is being saved, or was typed, meets theirs when it is saved: see keepBeside().
void Session::followSample(Sample &sample, const Sample &theirs)
{
    if (!sample.isSaved() || sample.saved == theirs.saved || m_heldSamples.contains(sample.name))
        return;
    const OnDisk onDisk = std::exchange(sample.onDisk, nullptr);
    sample = theirs;
    sample.onDisk = onDisk;
    m_disk.run([mine = onDisk, now = theirs.onDisk] { *mine = *now; });
    Q_EMIT sampleFollowed(theirs.name);
    Q_EMIT samplesChanged();
}

void Session::readOriginal(const QString &name, QObject *context,
                           const std::function<void(const Result<std::string> &)> &done)
{
    const Sample *const known = sample(name);
    const auto kept = known ? known->original : std::make_shared<std::string>();
    m_disk.run([folder = m_folder, name, kept] { return originalOf(folder, name, *kept); }, context, done);
}

} // namespace designer::ui
