// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace designer::http {

/// What one attempt may take. Nothing on the wire is unbounded.
struct Limits
{
    std::chrono::milliseconds connectTimeout{10'000}; ///< resolve, connect and tls together
    std::chrono::milliseconds total{30'000}; ///< everything, from start() on
    std::size_t maxHeaderBytes = std::size_t{64} * 1024; ///< all heads and trailers of the answer together
    std::size_t maxHeaderCount = 256;
    std::size_t maxBodyBytes = std::size_t{10} * 1024 * 1024;
};

} // namespace designer::http
