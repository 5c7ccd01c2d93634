// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// `append` and `not_append` of the request: APPEND_CONFLICT.
void checkRequestAppend(Walk &walk, const json::Value &root);
/// Those of one user, beside those of the request: APPEND_CONFLICT, APPEND_LEVEL, NOT_APPEND_ARRAY.
void checkUserAppend(Walk &walk, Batch &batch, const std::string &path, const json::Value &root,
                     const json::Value &user);

} // namespace designer::insider
