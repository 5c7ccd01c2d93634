// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/gallery.h"

#include "json/document.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace designer::connection {

namespace {

std::string resource(const QString &path)
{
    QFile file(QStringLiteral(":/templates/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The words of the index are translated under the context "Gallery".
QString translated(const json::Value &value)
{
    return QCoreApplication::translate("Gallery", value.text().c_str());
}

std::vector<GalleryTemplate> readGallery()
{
    std::vector<GalleryTemplate> out;
    const json::Document index(resource(QStringLiteral("templates.json")));
    for (const json::Value &entry : index.root().find("templates").elements()) {
        GalleryTemplate item;
        item.name = json::toQString(entry.find("name").text());
        item.title = translated(entry.find("title"));
        item.tab = translated(entry.find("tab"));
        item.description = translated(entry.find("description"));
        item.published = entry.find("published").isTrue();
        item.bytes = resource(json::toQString(entry.find("file").text()));
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace

const std::vector<GalleryTemplate> &gallery()
{
    static const std::vector<GalleryTemplate> items = readGallery();
    return items;
}

const GalleryTemplate *galleryTemplate(const QString &name)
{
    const auto &items = gallery();
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const GalleryTemplate &item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace designer::connection
