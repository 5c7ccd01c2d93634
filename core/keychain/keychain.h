// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/store.h"

#include <chrono>
#include <memory>

namespace designer::keychain {

/// The system keychain, behind a hard time-out. To keep a secret it has two minutes: the desktop may ask
/// for the password of a new keyring first. There is no plain-text fallback: without a keychain, nothing is
/// stored.
///
/// Its libraries are a fifth of what starting the command line costs, and most runs need no secret: they
/// are in a part of their own (keychain/part), which is loaded when the first secret is asked for. A part
/// that is missing is a keychain that is not there: Unreachable, and the detail says what to install.
///
/// Needs a QCoreApplication, and belongs to its thread: it is made, used and answers there.
[[nodiscard]] std::unique_ptr<secrets::Store> makeKeychainStore(std::chrono::milliseconds limit
                                                                = std::chrono::seconds(5));

/// The same, with the part in another file.
[[nodiscard]] std::unique_ptr<secrets::Store> makeKeychainStore(std::chrono::milliseconds limit,
                                                                const QString &partFile);

} // namespace designer::keychain
