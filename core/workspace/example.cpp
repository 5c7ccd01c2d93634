// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/example.h"

#include "connection/gallery.h"
#include "event/conversion.h"
#include "event/samples.h"
#include "workspace/file.h"

#include <QDir>
#include <QFileInfo>

namespace designer::workspace {

namespace {

/// What an Insider customer in Istanbul would have in his list.
constexpr const char *exampleTemplates[]
    = {"insider-general",        "insider-purchase", "insider-registration", "blank", "meta",
       "segmentify-product-view"};

Status addConnection(const Folder &folder, const QString &name)
{
    const connection::GalleryTemplate *const chosen = connection::galleryTemplate(name);
    if (!chosen || QFileInfo::exists(folder.filePath(FileKind::Connection, name)))
        return ok();
    const auto saved = folder.save(FileKind::Connection, name, chosen->bytes, std::nullopt);
    return saved ? ok() : Status(saved.error());
}

Status addSample(const Folder &folder, const event::ShippedSample &sample)
{
    const QString name = folder.freeName(FileKind::Event, sample.title);
    if (name != sample.title)
        return ok();
    const Result<event::Conversion> converted = event::convert(sample.text, sample.fileName);
    if (!converted)
        return converted.error();
    if (converted->from != event::Shape::Canonical) {
        QDir().mkpath(QFileInfo(folder.originalPath(name)).path());
        if (Status original = saveFile(folder.originalPath(name), sample.text); !original)
            return original;
    }
    const auto saved = folder.save(FileKind::Event, name, converted->text, std::nullopt);
    return saved ? ok() : Status(saved.error());
}

} // namespace

Status addShippedSamples(const Folder &folder)
{
    for (const event::ShippedSample &sample : event::shippedSamples(std::chrono::system_clock::now())) {
        if (Status added = addSample(folder, sample); !added)
            return added;
    }
    return ok();
}

Result<Folder> exampleWorkspace(const QString &path)
{
    const bool isNew = !QFileInfo::exists(path);
    const Result<Folder> folder = Folder::create(path);
    if (!folder || !isNew)
        return folder;
    for (const char *name : exampleTemplates) {
        if (const Status added = addConnection(*folder, QLatin1String(name)); !added)
            return added.error();
    }
    if (const Status added = addShippedSamples(*folder); !added)
        return added.error();
    return folder;
}

} // namespace designer::workspace
