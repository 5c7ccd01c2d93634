// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/field.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::http {

/// What the server answered, as it came.
struct Response
{
    int status = 0;
    std::string version; ///< "1.1" or "1.0"
    std::string reason; ///< the words after the status, which carry no meaning
    std::vector<Header> headers; ///< in their order; folded lines joined
    std::vector<Header> trailers; ///< after a chunked body
    std::string rawHead; ///< the bytes of status line and headers, with the empty line
    std::string body; ///< without the framing of chunks; not decoded
    bool truncated = false; ///< there was more, or should have been: Exchange::error says why
    int interimAnswers = 0; ///< 1xx answers that came before
    std::size_t extraBytes = 0; ///< bytes after the end of the answer: a server that answers twice
};

/// One stretch of an attempt, in the order in which they come.
struct Phase
{
    enum Kind : std::uint8_t {
        Resolve, ///< the host's name is looked up
        Connect,
        Tls, ///< the secure channel is set up and the certificate checked
        Send, ///< until the last byte is handed to the operating system
        Wait, ///< until the first byte of the answer
        Receive,
    };
    Kind kind = Resolve;
    std::chrono::microseconds duration{0};
};

/// "resolve", "connect", "tls", "send", "wait", "receive".
[[nodiscard]] std::string_view name(Phase::Kind kind);

/// One attempt on the wire: what went out, what came back, how long it took. A value.
///
/// There is a response, an error, or both: with both, the answer is incomplete (truncated), and
/// the error says why. A redirect is an answer like any other.
struct Exchange
{
    std::string requestHead; ///< the exact bytes, secrets included: mask before showing
    std::size_t requestBytes = 0; ///< head and body together
    std::size_t bytesSent = 0; ///< of these, handed to the operating system: 0 means nothing can have arrived
    std::optional<Response> response;
    std::vector<Phase> phases; ///< only those that occurred
    std::chrono::microseconds elapsed{0};
    std::optional<Error> error; ///< NotDelivered or Cancelled
};

} // namespace designer::http
