// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/store.h"

#include <QtPlugin>

#include <memory>

namespace designer::keychain {

/// What the part that knows the keychain's libraries offers to the program. Internal to the room.
class Part
{
public:
    Part() = default;
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;
    virtual ~Part() = default;
    [[nodiscard]] virtual std::unique_ptr<secrets::Store> makeStore() = 0;
};

} // namespace designer::keychain

/// Of another version there is nothing to load: both are built together, and installed together.
Q_DECLARE_INTERFACE(designer::keychain::Part, "connection-designer.keychain/" DESIGNER_VERSION)
