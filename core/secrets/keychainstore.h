// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/store.h"

#include <chrono>
#include <memory>

namespace designer::secrets {

/// The name under which the system keychain lists our secrets.
inline constexpr char keychainService[] = "Connection Designer";

/// The system keychain (through QtKeychain), behind a hard time-out. Its library can block the
/// thread that calls it, so it has a thread of its own; the calling thread never waits. To keep a secret it
/// has two minutes: the desktop may ask for the password of a new keyring first. There is
/// no plain-text fallback: without a keychain, nothing is stored.
///
/// Needs a QCoreApplication, and belongs to its thread: it is made, used and answers there.
[[nodiscard]] std::unique_ptr<Store> makeKeychainStore(std::chrono::milliseconds limit
                                                       = std::chrono::seconds(5));

} // namespace designer::secrets
