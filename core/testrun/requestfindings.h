// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"

namespace designer::testrun {

/// What is to be said of the address, the method and the headers: whether a request can be made of
/// them (ENDPOINT_INVALID, METHOD_WRONG, HEADER_INVALID), and what Insider's rules say where the
/// endpoint is Insider's. Placeholders and secrets in them are left open.
[[nodiscard]] Findings requestFindings(const connection::CompiledConnection &connection);

/// Whether Insider's rules, prediction and decoding apply to \a connection.
[[nodiscard]] bool isInsiders(const connection::CompiledConnection &connection);

/// The headers that go out, in the file's order: those that are on, with exactly one Content-Type,
/// which is the connection's content type.
struct OutgoingHeader
{
    std::string name;
    connection::TextField value;
};
[[nodiscard]] std::vector<OutgoingHeader> outgoingHeaders(const connection::CompiledConnection &connection);

} // namespace designer::testrun
