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

/// An answer to a whole request that does not hang on what stands in it: those that a sandbox gives.
enum class KnownAnswer {
    BodyTooLarge, ///< 400
    AccessDenied, ///< 403
    RateLimited, ///< 429, with Retry-After in seconds "sometimes"
    ServerError, ///< 500
    TimedOut, ///< 504, no body documented
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
