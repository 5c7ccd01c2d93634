// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace designer::event {

/// A sample event that ships with the program.
struct ShippedSample
{
    QString name; ///< the file's name without `.json`, `.txt`
    QString title;
    QString description; ///< one sentence: what it is good for
    QString fileName; ///< `purchase.json`
    std::string text; ///< the bytes; canonical, or one of the foreign shapes
};

/// In the order in which they are shown. Read once from the resources.
[[nodiscard]] const std::vector<ShippedSample> &shippedSamples();

} // namespace designer::event
