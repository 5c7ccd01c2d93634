// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/catalogue.h"

namespace designer::insider {

/// Reads the catalogue that is compiled into the program. Internal to the room: ask catalogue().
[[nodiscard]] Catalogue loadCatalogue();

} // namespace designer::insider
