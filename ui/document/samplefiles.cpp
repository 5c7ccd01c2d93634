// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/samplefiles.h"

#include "event/samples.h"
#include "workspace/file.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace designer::ui {

using workspace::FileKind;

namespace {

/// The place of a sample that ships among its like; 0 for people's own, which come first.
std::size_t shippedRank(const QString &name)
{
    static const std::vector<event::ShippedSample> shipped = event::shippedSamples({});
    const auto found = std::find_if(shipped.begin(), shipped.end(),
                                    [&](const event::ShippedSample &sample) { return sample.title == name; });
    return found == shipped.end() ? 0 : static_cast<std::size_t>(found - shipped.begin()) + 1;
}

} // namespace

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

Renamed renameSampleFile(const workspace::Folder &folder, const QString &from, const QString &to)
{
    const Status renamed = folder.rename(FileKind::Event, from, to);
    return {renamed, !renamed && QFileInfo::exists(folder.filePath(FileKind::Event, from))};
}

/// What is in the files that are not \a known, or say something else now.
std::vector<Sample> othersSamples(const workspace::Folder &folder, const std::map<QString, OnDisk> &known)
{
    std::vector<Sample> out;
    for (const QString &name : folder.names(FileKind::Event)) {
        Result<workspace::StoredFile> file = folder.read(FileKind::Event, name);
        const auto found = known.find(name);
        if (file && (found == known.end() || *found->second != file->print))
            out.push_back(readSample(folder, std::move(file).value()));
    }
    return out;
}

/// What the sample \a name was made of; \a kept, where the disk does not have it yet.
Result<std::string> originalOf(const workspace::Folder &folder, const QString &name, const std::string &kept)
{
    if (!kept.empty())
        return kept;
    return workspace::readFile(folder.originalPath(name));
}

} // namespace designer::ui
