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

Sample sampleOf(const workspace::Folder &folder, const QString &name, std::string text)
{
    Sample out;
    out.name = name;
    out.print = workspace::fingerprint(text);
    out.hasOriginal = QFileInfo::exists(folder.originalPath(name));
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

Status saveNew(const workspace::Folder &folder, const QString &name, const std::string &text)
{
    const auto saved = folder.save(FileKind::Event, name, text, std::nullopt);
    return saved ? ok() : Status(saved.error());
}

Status copyOriginal(const workspace::Folder &folder, const QString &from, const QString &to)
{
    const Result<std::string> original = workspace::readFile(folder.originalPath(from));
    return original ? folder.saveOriginal(to, *original) : Status(original.error());
}

} // namespace

void Session::readSamples()
{
    m_samples.clear();
    for (const QString &name : m_folder.names(FileKind::Event)) {
        if (Result<workspace::StoredFile> file = m_folder.read(FileKind::Event, name)) {
            m_samples.push_back(sampleOf(m_folder, name, std::move(file->bytes)));
        } else {
            Sample unreadable;
            unreadable.name = name;
            unreadable.error = file.error();
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

QString Session::addSample(const QString &wish, const std::string &text, const std::string &original)
{
    const QString name = freeSampleName(wish);
    Sample added = sampleOf(m_folder, name, text);
    added.hasOriginal = !original.empty();
    m_disk.run(
        [folder = m_folder, name, text, original] {
            const Status kept = original.empty() ? ok() : folder.saveOriginal(name, original);
            return kept ? saveNew(folder, name, text) : kept;
        },
        this, [this](const Status &status) { tellSampleFailure(status); });
    insertSample(std::move(added));
    return name;
}

QString Session::duplicateSample(const QString &name, const QString &wish)
{
    const auto found = findSample(name);
    if (found == m_samples.end())
        return {};
    Sample added = *found;
    added.name = freeSampleName(wish);
    m_disk.run(
        [folder = m_folder, name, to = added.name, text = added.text, converted = added.hasOriginal] {
            const Status saved = saveNew(folder, to, text);
            return saved && converted ? copyOriginal(folder, name, to) : saved;
        },
        this, [this](const Status &status) { tellSampleFailure(status); });
    QString to = added.name;
    insertSample(std::move(added));
    return to;
}

void Session::changeSample(const QString &name, const std::string &text)
{
    const auto found = findSample(name);
    if (found == m_samples.end() || found->text == text)
        return;
    const workspace::Fingerprint known = found->print;
    const bool converted = found->hasOriginal;
    *found = sampleOf(m_folder, name, text);
    found->hasOriginal = converted; // the disk may not have it yet
    m_disk.run(
        [folder = m_folder, name, text, known] {
            const auto saved = folder.save(FileKind::Event, name, text, known);
            return saved ? ok() : Status(saved.error());
        },
        this, [this](const Status &status) { tellSampleFailure(status); });
    Q_EMIT samplesChanged();
}

QString Session::renameSample(const QString &name, const QString &wish)
{
    const auto found = findSample(name);
    if (found == m_samples.end() || wish.trimmed().isEmpty() || wish == name)
        return name;
    const QString to = freeSampleName(wish);
    found->name = to;
    std::sort(m_samples.begin(), m_samples.end(), before);
    m_disk.run([folder = m_folder, name, to] { return folder.rename(FileKind::Event, name, to); }, this,
               [this](const Status &status) { tellSampleFailure(status); });
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
        [folder = m_folder, name, trashed = out.trashed] {
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
        [folder = m_folder, name = back.name, trashed = removed.trashed, text = back.text] {
            if (trashed->isEmpty()) // it could not be thrown away
                return saveNew(folder, name, text);
            return folder.restore(FileKind::Event, name, std::exchange(*trashed, {}));
        },
        this, [this](const Status &status) { tellSampleFailure(status); });
    QString name = back.name;
    insertSample(std::move(back));
    return name;
}

void Session::readOriginal(const QString &name, QObject *context,
                           const std::function<void(const Result<std::string> &)> &done)
{
    m_disk.run([path = m_folder.originalPath(name)] { return workspace::readFile(path); }, context, done);
}

} // namespace designer::ui
