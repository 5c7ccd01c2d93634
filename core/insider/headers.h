// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::insider {

/// The room's own, as it knows nothing of HTTP: what it judges may be a connection's headers or those of
/// a request on the wire (http::Header), and to look into either it would have to link the network.
struct Header
{
    std::string name;
    std::string value;
};

/// A finding on one header. Which place that is the caller knows: `/headers/NAME` of a connection
/// file, or nowhere. For a missing header, `headerName` is the name it would have; for a wrong
/// content type that no header gives, it is empty: the connection's own setting is meant.
struct HeaderFinding
{
    Finding finding;
    std::string headerName; ///< as written by the author
};

/// What Insider makes of \a headers. \a contentType is what the connection sends beside them
/// (empty: `application/json`); nothing: \a headers are all there is, as on the wire.
/// Values with a `{{secret:NAME}}` or a `##placeholder##` in them are not judged.
[[nodiscard]] std::vector<HeaderFinding> checkHeaders(const std::vector<Header> &headers,
                                                      std::optional<std::string_view> contentType = {});

/// How Insider answers because of \a headers alone, as they are on the wire.
enum class HeaderVerdict {
    Fine, ///< as far as they can be judged: whether a token is right only Insider knows
    PartnerInvalid, ///< the partner name has capitals or blanks
    ContentType, ///< absent, or not `application/json`
    PartnerMissing, ///< what Insider answers is not documented
    TokenMissing, ///< and all else is fine
};
[[nodiscard]] HeaderVerdict judgeHeaders(const std::vector<Header> &headers);

} // namespace designer::insider
