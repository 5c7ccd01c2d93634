// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// One element of `users`, at \a number; \a root is the payload around it.
void checkUser(Walk &walk, Batch &batch, const json::Value &root, const json::Value &user,
               std::size_t number);

} // namespace designer::insider
