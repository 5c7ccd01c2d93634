// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"

namespace designer::testrun {

/// What is to be said of the address, the method and the headers: whether a request can be made of
/// them (ENDPOINT_INVALID, METHOD_WRONG, HEADER_INVALID), and what Insider's rules say where the
/// endpoint is Insider's. Placeholders and secrets in them are left open.
[[nodiscard]] Findings requestFindings(const connection::CompiledConnection &connection);

/// Whether Insider's rules, prediction and decoding apply to \a connection.
[[nodiscard]] bool isInsiders(const connection::CompiledConnection &connection);

/// What address and headers become with \a event: ENDPOINT_INVALID and HEADER_INVALID where a value
/// makes them impossible.
[[nodiscard]] Findings filledRequestFindings(const connection::CompiledConnection &connection,
                                             const event::Event &event);

} // namespace designer::testrun
