// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "event/samples.h"
#include "workspace/file.h"

#include <QFileInfo>

#include <algorithm>

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

QString Session::addSample(const QString &wish, const std::string &text, const std::string &original)
{
    const QString free = m_folder.freeName(FileKind::Event, wish);
    QString name = free;
    for (int i = 2; sample(name); ++i)
        name = free + QLatin1Char('-') + QString::number(i);
    Sample added = sampleOf(m_folder, name, text);
    added.hasOriginal = !original.empty();
    m_samples.insert(std::upper_bound(m_samples.begin(), m_samples.end(), added, before), std::move(added));
    m_disk.run(
        [folder = m_folder, name, text, original] {
            if (!original.empty()) {
                if (Status kept = folder.saveOriginal(name, original); !kept)
                    return kept;
            }
            const auto saved = folder.save(FileKind::Event, name, text, std::nullopt);
            return saved ? ok() : Status(saved.error());
        },
        this,
        [this](const Status &status) {
            if (!status)
                Q_EMIT sampleFailed(status.error());
        });
    Q_EMIT samplesChanged();
    return name;
}

void Session::changeSample(const QString &name, const std::string &text)
{
    const auto found = std::find_if(m_samples.begin(), m_samples.end(),
                                    [&](const Sample &sample) { return sample.name == name; });
    if (found == m_samples.end() || found->text == text)
        return;
    const workspace::Fingerprint known = found->print;
    *found = sampleOf(m_folder, name, text);
    m_disk.run(
        [folder = m_folder, name, text, known] { return folder.save(FileKind::Event, name, text, known); },
        this,
        [this](const Result<workspace::Fingerprint> &result) {
            if (!result)
                Q_EMIT sampleFailed(result.error());
        });
    Q_EMIT samplesChanged();
}

QString Session::renameSample(const QString &name, const QString &wish)
{
    const auto found = std::find_if(m_samples.begin(), m_samples.end(),
                                    [&](const Sample &sample) { return sample.name == name; });
    if (found == m_samples.end() || wish.trimmed().isEmpty() || wish == name)
        return name;
    const QString to = m_folder.freeName(FileKind::Event, wish);
    found->name = to;
    std::sort(m_samples.begin(), m_samples.end(), before);
    m_disk.run([folder = m_folder, name, to] {
        static_cast<void>(folder.rename(FileKind::Event, name, to));
        QFile::rename(folder.originalPath(name), folder.originalPath(to));
    });
    for (auto &[connection, remembered] : m_state.connections) {
        if (remembered.sample == name)
            remembered.sample = to;
    }
    Q_EMIT samplesChanged();
    return to;
}

void Session::removeSample(const QString &name)
{
    const auto found = std::find_if(m_samples.begin(), m_samples.end(),
                                    [&](const Sample &sample) { return sample.name == name; });
    if (found == m_samples.end())
        return;
    m_samples.erase(found);
    m_disk.run([folder = m_folder, name] { return folder.remove(FileKind::Event, name); }, this,
               [this](const Result<QString> &trashed) {
                   if (!trashed)
                       Q_EMIT sampleFailed(trashed.error());
               });
    Q_EMIT samplesChanged();
}

std::string Session::originalOf(const QString &name) const
{
    Result<std::string> text = workspace::readFile(m_folder.originalPath(name));
    return text ? std::move(text).value() : std::string();
}

} // namespace designer::ui
