// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/part.h"

#include "keychainstore.h"

#include <QObject>

namespace designer::keychain {

class KeychainPart : public QObject, public Part
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "connection-designer.keychain")
    Q_INTERFACES(designer::keychain::Part)

public:
    [[nodiscard]] std::unique_ptr<secrets::Store> makeStore() override { return makeQtKeychainStore(); }
};

} // namespace designer::keychain

#include "part.moc"
