// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainpart.h"

#include "keychainstore.h"

namespace designer::keychain {

std::unique_ptr<secrets::Store> KeychainPart::makeStore()
{
    return makeQtKeychainStore();
}

} // namespace designer::keychain
