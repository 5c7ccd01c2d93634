// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/appendrules.h"
#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// One element of `users`, at \a number.
void checkUser(Walk &walk, Batch &batch, const AppendFlags &ofRequest, const json::Value &user,
               std::size_t number);

} // namespace designer::insider
