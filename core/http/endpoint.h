// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace designer::http {

/// Where a request goes: the parts of an http or https URL, checked, as they are put on the wire.
struct Endpoint
{
    bool secure = true; ///< https
    std::string host; ///< lower case; IDN in its ASCII form; an IPv6 address without brackets
    std::uint16_t port = 443;
    std::string target = "/"; ///< path and query, percent-encoded; never empty

    /// What stands in the Host header: the port only where it is not the scheme's own.
    [[nodiscard]] std::string authority() const;
    [[nodiscard]] std::string url() const;
    /// localhost, a name under it, or a loopback address: such a request stays on this computer.
    [[nodiscard]] bool isLoopback() const;
    /// Whether the host is a number, so that no name has to be looked up.
    [[nodiscard]] bool isAddress() const;
    bool operator==(const Endpoint &) const = default;
};

/// Reads \a url. A fragment is dropped, an empty path becomes "/", what may not stand in a path or
/// query is percent-encoded; a user name or password, a port that is none, blanks and control
/// characters, and hosts that programs read differently (`0x7f.1`) are refused with InvalidRequest.
[[nodiscard]] Result<Endpoint> parseEndpoint(std::string_view url);

} // namespace designer::http
