// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace designer::http {

/// How the end of an answer's body is known.
struct Framing
{
    enum Kind : std::uint8_t {
        NoBody,
        Length,
        Chunked,
        UntilClose,
        Contradictory, ///< two lengths that differ, or a length that is no number
        UnknownCoding, ///< a transfer coding that nobody asked for
    };
    Kind kind = NoBody;
    std::uint64_t length = 0; ///< for Length; a number too large to hold is the largest one
};

/// RFC 9112, 6.3. \a toHead: the request was a HEAD, whose answer has no body whatever it says.
[[nodiscard]] Framing framingOf(const Response &response, bool toHead);

/// The hexadecimal number at the beginning of a chunk's line; extensions after ";" are passed over.
[[nodiscard]] std::optional<std::uint64_t> chunkSize(std::string_view line);

} // namespace designer::http
