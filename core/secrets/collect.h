// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "secrets/secret.h"
#include "secrets/store.h"

#include <functional>
#include <string>
#include <vector>

namespace designer::secrets {

/// How a reason is told that a store has for not giving a secret: the way out differs by program.
using StoreWords = Error (*)(const std::string &name, const Store::Answer &answer);

/// Brings together the values of \a names: those in \a given first, the others from \a store, one
/// after another. \a done is called once: with all of them, or with the first reason why one is
/// not to be had. Where nothing is to be asked of the store, at once; else from the event loop.
/// \a store must outlive the answer.
void collect(const std::vector<std::string> &names, Secrets given, Store &store,
             std::function<void(Result<Secrets>)> done, StoreWords words = storeError);

} // namespace designer::secrets
