// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/part.h"

#include <QObject>

namespace designer::keychain {

/// The part itself: what Qt makes of the file when the program asks for it.
class KeychainPart : public QObject, public Part
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "connection-designer.keychain")
    Q_INTERFACES(designer::keychain::Part)

public:
    [[nodiscard]] std::unique_ptr<secrets::Store> makeStore() override;
};

} // namespace designer::keychain
