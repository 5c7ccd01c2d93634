// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "event/samples.h"
#include "workspace/file.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

/// Not saved yet, and made of nothing else.
Sample sampleOf(const QString &name, std::string text)
{
    Sample out;
    out.name = name;
    out.onDisk = std::make_shared<std::optional<workspace::Fingerprint>>();
    auto event = event::Event::parse(text, name);
    if (event)
        out.event = std::make_shared<const event::Event>(std::move(event).value());
    else
        out.error = event.error();
    out.text = std::move(text);
    return out;
}

/// The place of a sample that ships among its like; 0 for people's own, which come first.
std::size_t shippedRank(const QString &name)
{
    static const std::vector<event::ShippedSample> shipped = event::shippedSamples({});
    const auto found = std::find_if(shipped.begin(), shipped.end(),
                                    [&](const event::ShippedSample &sample) { return sample.title == name; });
    return found == shipped.end() ? 0 : static_cast<std::size_t>(found - shipped.begin()) + 1;
}

/// In the order in which they are listed.
bool before(const Sample &a, const Sample &b)
{
    const std::size_t rankA = shippedRank(a.name);
    const std::size_t rankB = shippedRank(b.name);
    return rankA != rankB ? rankA < rankB : QString::localeAwareCompare(a.name, b.name) < 0;
}

Sample readSample(const workspace::Folder &folder, workspace::StoredFile file)
{
    Sample out = sampleOf(file.name, std::move(file.bytes));
    *out.onDisk = file.print;
    out.saved = out.text;
    out.hasOriginal = QFileInfo::exists(folder.originalPath(file.name));
    return out;
}

/// The same with another text.
Sample changedTo(const Sample &sample, const std::string &text)
{
    Sample out = sampleOf(sample.name, text);
    out.onDisk = sample.onDisk;
    out.hasOriginal = sample.hasOriginal; // the disk may not have it yet
    out.original = sample.original;
    out.saved = sample.saved;
    out.notSaved = out.isSaved() ? std::nullopt : sample.notSaved;
    return out;
}

/// On the disk's queue.
Status saveText(const workspace::Folder &folder, const QString &name, const std::string &text,
                const OnDisk &onDisk)
{
    const auto saved = folder.save(FileKind::Event, name, text, *onDisk);
    if (!saved)
        return saved.error();
    *onDisk = *saved;
    return ok();
}

/// With what it was made of, where that is not on the disk yet.
Status saveWhole(const workspace::Folder &folder, const QString &name, const std::string &text,
                 const OnDisk &onDisk, std::string &original)
{
    Status saved = saveText(folder, name, text, onDisk);
    if (!saved || original.empty())
        return saved;
    Status kept = folder.saveOriginal(name, original);
    if (kept)
        original.clear();
    return kept;
}

/// What the sample \a name was made of; \a kept, where the disk does not have it yet.
Result<std::string> originalOf(const workspace::Folder &folder, const QString &name, const std::string &kept)
{
    if (!kept.empty())
        return kept;
    return workspace::readFile(folder.originalPath(name));
}

} // namespace

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
    found->name = to;
    std::sort(m_samples.begin(), m_samples.end(), before);
    m_disk.run(
        [folder = m_folder, name, to, onDisk = found->onDisk, hasFile = found->saved.has_value()] {
            return hasFile || *onDisk ? folder.rename(FileKind::Event, name, to) : ok();
        },
        this, [this](const Status &status) { tellSampleFailure(status); });
    for (auto &[connection, remembered] : m_state.connections) {
        if (remembered.sample == name)
            remembered.sample = to;
    }
    Q_EMIT samplesChanged();
    return to;
}

RemovedSample Session::removeSample(const QString &name)
{
    const auto found = findSample(name);
    RemovedSample out;
    if (found == m_samples.end())
        return out;
    out.sample = std::move(*found);
    m_samples.erase(found);
    m_disk.run(
        [folder = m_folder, name, trashed = out.trashed, onDisk = out.sample.onDisk,
         hasFile = out.sample.saved.has_value()] {
            if (!hasFile && !*onDisk) // it could not be saved, so far
                return ok();
            const Result<QString> removed = folder.remove(FileKind::Event, name);
            *trashed = removed ? *removed : QString();
            return removed ? ok() : Status(removed.error());
        },
        this, [this](const Status &status) { tellSampleFailure(status); });
    Q_EMIT samplesChanged();
    return out;
}

QString Session::bringSampleBack(const RemovedSample &removed)
{
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

void Session::readOriginal(const QString &name, QObject *context,
                           const std::function<void(const Result<std::string> &)> &done)
{
    const Sample *const known = sample(name);
    const auto kept = known ? known->original : std::make_shared<std::string>();
    m_disk.run([folder = m_folder, name, kept] { return originalOf(folder, name, *kept); }, context, done);
}

} // namespace designer::ui
