// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/walk.h"

namespace designer::insider {

/// Walks over the whole payload: the request's own fields, then user by user.
void checkPayload(Walk &walk, const json::Value &root);

} // namespace designer::insider
