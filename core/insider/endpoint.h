// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"

#include <string_view>

namespace designer::insider {

/// Whether Insider's rules, prediction and decoding apply to \a url: its path is
/// `/api/user/v1/upsert`, and its host is under Insider's domains or is a loopback address.
/// Text that is no http or https address is nobody's endpoint.
[[nodiscard]] bool isUpsertEndpoint(std::string_view url);

/// ENDPOINT_WRONG: a host of Insider's with another path, a host that is known not to take
/// upserts, a path that deletes, http instead of https. Nothing for other people's endpoints.
[[nodiscard]] Findings checkEndpoint(std::string_view url);

/// The findings on method and path of a raw request. An empty path is not judged.
[[nodiscard]] Findings checkRequestLine(std::string_view method, std::string_view path);

} // namespace designer::insider
