// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <span>

namespace designer::json {

/// Appends the names of \a object that stand twice. Each later name is paired with the first of
/// its kind. Fast for the common small object without duplicates: it is asked for every object of
/// every event.
void findDuplicates(std::string_view text, std::span<const Node> nodes, std::uint32_t object,
                    std::vector<DuplicateKey> &out);

} // namespace designer::json
