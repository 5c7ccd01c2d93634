// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <QStringList>

#include <string>
#include <string_view>

namespace designer::event {

/// A call of a page's script that reports an event. Internal to the room.
struct TrackCall
{
    enum class Kind {
        Track, ///< hardal.track("name", {...})
        Distinct, ///< hardal.distinct({...}): who the visitor is
        DataLayer, ///< dataLayer.push({...})
    };
    Kind kind = Kind::Track;
    std::string name; ///< the first argument of track() as a JSON string; empty for the others
    std::string object = "{}"; ///< the object as JSON text
    QStringList steps; ///< what had to be written in another way
};

/// Whether \a text is script that begins with such a call; what comes before it may be comments,
/// `<script>`, and the line that sets the data layer up. Says nothing about the call's arguments.
[[nodiscard]] bool looksLikeTrackCall(std::string_view text);

/// Reads the one call in \a text (valid UTF-8 or not). The script is read, never run. A push of
/// nothing but nulls, which pages put before another push to empty the data layer, is passed over.
/// Errors: MalformedJson with the place, for what is no literal and for a second call.
[[nodiscard]] Result<TrackCall> readTrackCall(std::string_view text);

} // namespace designer::event
