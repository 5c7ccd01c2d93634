// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/example.h"

#include "connection/gallery.h"
#include "event/conversion.h"
#include "event/samples.h"
#include "workspace/fileerror.h"
#include "workspace/localstate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

namespace designer::workspace {

namespace {

/// What an Insider customer in Istanbul would have in his list.
constexpr const char *exampleTemplates[]
    = {"insider-general",        "insider-purchase", "insider-registration", "blank", "meta",
       "segmentify-product-view"};
constexpr const char *shownFirst = "insider-purchase";

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
        if (Status original = folder.saveOriginal(name, sample.text); !original)
            return original;
    }
    const auto saved = folder.save(FileKind::Event, name, converted->text, std::nullopt);
    return saved ? ok() : Status(saved.error());
}

/// In this order, and on what most people come for.
Status arrange(const Folder &folder)
{
    LocalState state;
    for (const char *name : exampleTemplates)
        state.order << QLatin1String(name);
    state.selected = QLatin1String(shownFirst);
    return state.write(folder);
}

/// Makes the whole example at \a path. What an earlier start left half-made there is made whole.
Status fill(const QString &path)
{
    const Result<Folder> folder = Folder::create(path);
    if (!folder)
        return folder.error();
    for (const char *name : exampleTemplates) {
        if (Status added = addConnection(*folder, QLatin1String(name)); !added)
            return added;
    }
    if (Status arranged = arrange(*folder); !arranged)
        return arranged;
    return addShippedSamples(*folder);
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
    const QDir target(path);
    const QString making = target.absolutePath() + QStringLiteral(".making");
    // Something is there, and was whole when it came there: what people made of it since is theirs.
    if (target.exists()
        && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return Folder::create(path);
    if (const Status made = fill(making); !made)
        return made.error();
    // An empty folder gives way to the full one in the same step.
    if (std::rename(QFile::encodeName(making).constData(),
                    QFile::encodeName(target.absolutePath()).constData())
        != 0)
        return writeError(path, errno);
    return Folder::open(path);
}

} // namespace designer::workspace
