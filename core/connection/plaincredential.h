// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace designer::connection {

/// Whether \a value, of a header named \a header, is a credential that stands there as it is: not the name
/// of a secret, not a placeholder, not a word that its owner has still to write over.
[[nodiscard]] bool isPlainCredential(std::string_view header, std::string_view value);

} // namespace designer::connection
