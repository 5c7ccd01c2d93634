// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/store.h"

#include <memory>

namespace designer::keychain {

/// The name under which the system keychain lists our secrets.
inline constexpr char keychainService[] = "Connection Designer";

/// The system keychain (through QtKeychain). Its library can block the thread that calls it, so it has a
/// thread of its own; the calling thread never waits.
[[nodiscard]] std::unique_ptr<secrets::Store> makeQtKeychainStore();

} // namespace designer::keychain
