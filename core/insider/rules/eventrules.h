// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// `events` of one user, at \a path; no value where there are none.
void checkEvents(Walk &walk, Batch &batch, const std::string &path, const json::Value &events);

} // namespace designer::insider
