// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/document.h"

#include <cstddef>
#include <optional>

namespace designer::ui {

/// Lines that belong together in an event as it came and as it was converted: the offset in \a to of
/// what the byte at \a offset of \a from became (or was made of). Values keep their own text when an
/// event is converted, so they are known by it; else by their name. One of the two may be a call in a
/// script, which is no JSON: then names alone count. Nothing: it has no counterpart.
[[nodiscard]] std::optional<std::size_t> counterpart(const json::Document &from, const json::Document &to,
                                                     std::size_t offset);

} // namespace designer::ui
