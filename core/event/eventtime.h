// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QString>

#include <string>

namespace designer::event {

/// An event's time as RFC 3339. Internal to the room.
struct EventTime
{
    std::string json; ///< JSON text; the value's own where it already was RFC 3339
    QString step; ///< what was done, in a sentence; empty where nothing was
};

/// \a value as `created_at`. A time without offset is UTC, as Hardal's SDK writes it; a whole number
/// is milliseconds since 1970 (seconds where it is too small for that). What is no time stays as it
/// is, and the step says so. \a name is what the sentence calls it.
[[nodiscard]] EventTime eventTime(const json::Value &value, const QString &name);

} // namespace designer::event
