// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"

namespace designer::testrun {

/// ITEMS_LEFT_OUT: Hardal's format has no loop, so of an array with more lines than the template
/// addresses the rest is lost without a word. Looks at the arrays that placeholders index, and at
/// the usual lists of products (`items`, `products`, ...) of an event.
[[nodiscard]] Findings itemsLeftOut(const connection::CompiledConnection &connection,
                                    const event::Event &event);

} // namespace designer::testrun
