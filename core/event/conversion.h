// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/event.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace designer::event {

/// The shapes in which Hardal events are met. Only `Canonical` is rendered and matched; the others
/// are converted on import.
enum class Shape {
    Canonical, ///< event_name, created_at, user_id, session_id, user, page, device_type, properties
    SdkEvent, ///< SDK 1.2: event_name, created_at, and page, device_type, ... under `properties`
    PushEnvelope, ///< {type, payload{name, url, title, ..., data}}, also identify
    EventsApiRecord, ///< a record of the Events API: id, website_id, url, page_title, ...
    TrackCall, ///< dataLayer.push({...}) or hardal.track("name", {...}) as text
    Unknown,
};

[[nodiscard]] QString shapeName(Shape shape);
/// Which shape \a text has. Reads all of it, as convert() does. Never fails: what is none of them is Unknown.
[[nodiscard]] Shape recognise(std::string_view text);

/// One thing that was done, in a sentence for people.
struct Step
{
    QString sentence;
    /// Hardal's examples suggest that it does so itself; nowhere does it say it.
    bool isInferred = false;
    bool operator==(const Step &) const = default;
};

struct Conversion
{
    Shape from = Shape::Canonical;
    std::string text; ///< the canonical event, formatted; the same bytes where it was canonical
    std::vector<Step> steps; ///< empty where nothing was done
};

[[nodiscard]] QStringList sentences(const std::vector<Step> &steps);

/// Turns an event of any recognised shape into the canonical one. Values keep their own text
/// (numbers, escapes); what has no place of its own goes under `properties`, so nothing is lost.
/// Errors: ErrorCode::UnrecognisedFormat with what was expected, MalformedJson with the place.
[[nodiscard]] Result<Conversion> convert(std::string_view text, const QString &name = {});

} // namespace designer::event
