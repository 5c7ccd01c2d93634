// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/canonical.h"
#include "event/conversion.h"
#include "event/trackcall.h"

namespace designer::event {

/// The shape of an event that is JSON. Internal to the room. The shapes are those that Hardal's
/// documentation and SDK sources show.
[[nodiscard]] Shape shapeOf(const json::Value &root);

/// Each takes an event of that shape apart and puts the canonical one together.
[[nodiscard]] Canonical fromSdkEvent(const json::Value &root);
[[nodiscard]] Canonical fromPushEnvelope(const json::Value &root);
[[nodiscard]] Canonical fromEventsApiRecord(const json::Value &root);
/// \a name is the event's name as JSON text (track() alone has one); \a object the call's object.
[[nodiscard]] Canonical fromTrackCall(TrackCall::Kind kind, std::string_view name, const json::Value &object);

} // namespace designer::event
