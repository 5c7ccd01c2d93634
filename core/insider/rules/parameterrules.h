// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/walk.h"

namespace designer::insider {

/// `event_params` of the event \a name at position \a number of its user; \a path is theirs, and
/// \a params is no value where there are none. An empty name: the event has none.
void checkParameters(Walk &walk, const std::string &path, const json::Value &params, std::string_view name,
                     std::size_t number);

} // namespace designer::insider
