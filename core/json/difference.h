// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/edit.h"

#include <optional>
#include <string_view>

namespace designer::json {

/// The smallest single edit of whole characters that makes \a after of \a before, both valid UTF-8;
/// nothing where they are equal.
[[nodiscard]] std::optional<TextEdit> difference(std::string_view before, std::string_view after);

} // namespace designer::json
