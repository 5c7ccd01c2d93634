// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// `attributes` of one user, at \a path; no value where there are none.
void checkAttributes(Walk &walk, Batch &batch, const std::string &path, const json::Value &attributes);

/// Whether \a value has the JSON type that a field must have.
[[nodiscard]] bool hasType(const json::Value &value, FieldType type);

} // namespace designer::insider
