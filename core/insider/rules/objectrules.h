// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/walk.h"

namespace designer::insider {

/// `object_attributes` of one user (lists of objects, changed by actions), at \a path; no value
/// where there are none.
void checkObjectAttributes(Walk &walk, const std::string &path, const json::Value &attributes);

} // namespace designer::insider
