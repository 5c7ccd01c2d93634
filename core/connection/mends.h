// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"

namespace designer::connection {

/// What mends the setting at \a pointer, of which \a finding complains, whoever the receiver is: a
/// scheme before an address that has none, or what the setting means where the file says nothing. No
/// value where none does it alone.
[[nodiscard]] std::optional<std::string> mendedSetting(std::string_view pointer, const Finding &finding,
                                                       const Connection &connection);

} // namespace designer::connection
