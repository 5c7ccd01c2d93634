// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "connection/gallery.h"
#include "event/samples.h"

namespace designer {

/// As long as a test runs its events are the same.
inline const std::chrono::system_clock::time_point startOfTest = std::chrono::system_clock::now();

/// A sample event that ships, by its name, with the times of \a moment; empty: there is none of that name.
inline event::ShippedSample shippedSample(const char *name,
                                          std::chrono::system_clock::time_point moment = startOfTest)
{
    for (event::ShippedSample &sample : event::shippedSamples(moment)) {
        if (sample.name == QLatin1String(name))
            return std::move(sample);
    }
    return {};
}

/// A template of the gallery, by its name. There has to be one.
inline connection::Connection galleryConnection(const char *name)
{
    return connection::Connection::load(connection::galleryTemplate(QLatin1String(name))->bytes).value();
}

} // namespace designer
