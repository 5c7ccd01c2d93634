// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

#include <string_view>

namespace designer::connection {

/// The key before which the key \a name of a file belongs that does not have it: the first that follows
/// it in the order of key::all and is there; empty where there is none. So `x_designer` stays last.
[[nodiscard]] std::string_view keyAfter(const json::Value &root, std::string_view name);

/// \a connection without the member \a name of its `x_designer`, and without that where nothing is left
/// of it.
[[nodiscard]] Result<Connection> withoutDesignerMember(const Connection &connection, std::string_view name);

} // namespace designer::connection
