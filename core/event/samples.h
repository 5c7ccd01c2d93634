// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
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

/// In the order in which they are shown. Their times are moved by whole hours, so that each event
/// happened within the hour before \a now: what is a day old is history to Insider. Nothing else of
/// a text changes, nor does its length.
[[nodiscard]] std::vector<ShippedSample> shippedSamples(std::chrono::system_clock::time_point now);

} // namespace designer::event
