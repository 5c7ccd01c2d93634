// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"

namespace designer::testrun {

/// What is to be said of the address, the method and the headers: whether a request can be made of
/// them (ENDPOINT_INVALID, METHOD_WRONG, HEADER_INVALID), and, with \a insiders, what Insider's rules
/// say. Placeholders and secrets in them are left open.
[[nodiscard]] Findings requestFindings(const connection::RequestHead &head, bool insiders);

/// Whether Insider's rules, prediction and decoding apply to \a head, whatever the event: a path that
/// hangs on the event is nobody's.
[[nodiscard]] bool isInsiders(const connection::RequestHead &head);
/// The same once the address is filled from \a event.
[[nodiscard]] bool isInsiders(const connection::RequestHead &head, const event::Event &event);

/// What address and headers become with \a event: ENDPOINT_INVALID and HEADER_INVALID where a value
/// makes them impossible, and what Insider's rules say of a path that hangs on the event.
[[nodiscard]] Findings filledRequestFindings(const connection::RequestHead &head, const event::Event &event);

} // namespace designer::testrun
