// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <string>

namespace designer::tmpl {

/// A template with a placeholder for every field of \a event, in the event's own shape and order.
/// Fields whose names no placeholder can hold are left out; of a name that stands twice the last counts.
[[nodiscard]] std::string templateOfEveryField(const json::Value &event);

} // namespace designer::tmpl
