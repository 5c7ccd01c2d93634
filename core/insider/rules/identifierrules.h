// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// `insider_id` and `identifiers` of the user at \a path.
void checkIdentity(Walk &walk, Batch &batch, const std::string &path, const json::Value &user);

/// CUSTOM_C_PREFIX, for a name inside a `custom`.
void checkCustomName(Walk &walk, const std::string &path, std::string_view name);

} // namespace designer::insider
