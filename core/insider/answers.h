// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/walk.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::insider {

/// The body of Insider's answer that judges the users one by one, as minified JSON with the keys
/// in Insider's order: counts of zero are left out, error keys are sorted bytewise.
[[nodiscard]] std::string userAnswer(std::size_t accepted, std::size_t rejected,
                                     std::vector<ErrorEntry> errors);

/// An answer to a whole request that does not depend on the payload.
enum class KnownAnswer {
    PartnerInvalid, ///< 400
    ContentType, ///< 400
    NotJson, ///< 400
    BodyTooLarge, ///< 400
    UsersMissing, ///< 400
    TokenInvalid, ///< 401
    AccessDenied, ///< 403
    RateLimited, ///< 429, with Retry-After in seconds "sometimes"
    ServerError, ///< 500
    Overloaded, ///< 503, no body documented
    TimedOut, ///< 504, no body documented
    Unreachable, ///< 520, no body documented
};

struct Answer
{
    int status = 0;
    std::optional<std::string> body; ///< minified JSON; nothing where Insider documents none
    Evidence evidence = Evidence::Inferred;
};

/// What stands in the catalogue for it: the sandbox's faults answer with these.
[[nodiscard]] Answer answer(KnownAnswer which);

} // namespace designer::insider
