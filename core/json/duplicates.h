// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <span>
#include <string_view>
#include <vector>

namespace designer::json {

/// The names that stand twice in an object of \a text, in the order of the later one. Each later name is
/// paired with the first of its kind. Fast for the common small object without duplicates.
[[nodiscard]] std::vector<DuplicateKey> findDuplicates(std::string_view text, std::span<const Node> nodes);

} // namespace designer::json
