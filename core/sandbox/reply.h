// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/field.h"

#include <string>
#include <vector>

namespace designer::sandbox {

/// An answer of the sandbox before it is bytes.
struct Reply
{
    int status = 200;
    std::string evidence; ///< goes out as X-Simulator-Evidence
    std::string body; ///< JSON
    std::vector<http::Header> headers; ///< further ones

    /// The bytes on the wire; \a withBody false for the answer to a HEAD.
    [[nodiscard]] std::string wire(bool withBody) const;
};

/// A body of our own where nobody knows Insider's, which says so.
[[nodiscard]] std::string plainWords(const std::string &message);

} // namespace designer::sandbox
