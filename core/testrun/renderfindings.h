// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"

namespace designer::testrun {

/// What is to be said of one rendering, whoever receives it: values that are missing
/// (VALUE_MISSING) or that XML cannot hold (VALUE_INVALID), a payload that is blocked, lines of an array that
/// the template does not address (ITEMS_LEFT_OUT), and what is wrong with the event's own text.
[[nodiscard]] Findings renderFindings(const connection::CompiledConnection &connection,
                                      const event::Event &event, const tmpl::Rendering &rendering);

/// The same for a place in the template: the pointer and position of \a value of its document, or
/// of the byte at \a offset where the template is no JSON.
[[nodiscard]] TemplatePlace placeOf(const connection::CompiledConnection &connection,
                                    const json::Value &value, std::size_t offset);

} // namespace designer::testrun
