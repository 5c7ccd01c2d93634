// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace designer::connection {

/// A connection that ships with the program, to start from.
struct GalleryTemplate
{
    QString name; ///< what `new --template` takes
    QString title;
    QString tab; ///< the group it stands in
    QString description; ///< one sentence: what it is for
    bool published = false; ///< Hardal's published original, with its faults
    std::string bytes; ///< the connection file
};

/// In the order in which they are shown. Read once from the resources.
[[nodiscard]] const std::vector<GalleryTemplate> &gallery();
/// Null where there is none of that name.
[[nodiscard]] const GalleryTemplate *galleryTemplate(const QString &name);

} // namespace designer::connection
