// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/endpoint.h"
#include "http/field.h"

#include <string>
#include <string_view>
#include <vector>

namespace designer::http {

/// A request as it goes out: made by makeRequest(), which checks every part of it. What head() and
/// body say is what is on the wire, byte for byte.
struct Request
{
    std::string method;
    Endpoint endpoint;
    std::vector<Header> headers; ///< all that are sent, in their order, ours included
    std::string body;

    /// Request line and headers, up to and with the empty line.
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::size_t size() const { return head().size() + body.size(); }
};

/// Builds the request, or says what is wrong with it (InvalidRequest) before a byte is sent.
///
/// \a headers go out as given: in their order, their case and their number, without blanks around
/// the value. Before them stands Host; after them, each only where it was not given, Accept: */*,
/// Accept-Encoding: identity (an answer is shown as it comes), User-Agent with \a version; then
/// Content-Length (where there is a body, or the method means one) and Connection: close.
[[nodiscard]] Result<Request> makeRequest(std::string_view method, std::string_view url,
                                          const std::vector<Header> &headers, std::string body,
                                          std::string_view version);

/// What makeRequest() asks of one of \a headers. A message on a value names its header.
[[nodiscard]] Status validateHeader(const Header &header);

/// The value of the first header of that name, or nothing.
[[nodiscard]] const std::string *findHeader(const std::vector<Header> &headers, std::string_view name);

} // namespace designer::http
