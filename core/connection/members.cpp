// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/members.h"

#include <algorithm>

namespace designer::connection {

namespace {

/// Whether \a object has no other members than \a name.
bool holdsOnly(const json::Value &object, std::string_view name)
{
    bool only = true;
    for (const json::Member &member : object.members())
        only = only && member.nameText() == name;
    return only;
}

} // namespace

std::string_view keyAfter(const json::Value &root, std::string_view name)
{
    const auto own = std::find(key::all.begin(), key::all.end(), name);
    const auto next = std::find_if(own, key::all.end(),
                                   [&](std::string_view other) { return other != name && root.find(other); });
    return next == key::all.end() ? std::string_view() : *next;
}

Result<Connection> withoutDesignerMember(const Connection &connection, std::string_view name)
{
    const json::Value root = connection.document().root();
    const json::Value designer = root.find(key::designer);
    if (!designer.find(name))
        return connection;
    const auto removal = holdsOnly(designer, name) ? json::removeMember(root, key::designer)
                                                   : json::removeMember(designer, name);
    return connection.edited(removal.value());
}

} // namespace designer::connection
