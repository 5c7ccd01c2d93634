// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/prediction.h"

#include <QString>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace designer::insider {

enum class Outcome {
    Accepted, ///< every user
    Rejected, ///< every user
    Partly,
    Undeliverable, ///< there is no answer
    NotFired, ///< nothing was sent
    Unknown, ///< the answer does not say, or cannot be read
};

/// `accepted`, `rejected`, `partly`, `undeliverable`, `not_fired`, `unknown`
[[nodiscard]] std::string_view name(Outcome outcome);

/// One complaint of Insider's.
struct UserError
{
    /// Of `data.fail.errors`; for a request refused as a whole the member that has the words:
    /// `error` or `message`.
    std::string key;
    std::string message;
    std::string payloadPointer; ///< the member itself, even where it is missing; empty: the whole request
    std::string header; ///< the header that a refusal complains of; may be empty
};

/// What an answer means, per user of the payload.
struct Verdict
{
    Outcome outcome = Outcome::Unknown;
    std::size_t usersAccepted = 0;
    std::size_t usersRejected = 0;
    std::vector<UserError> errors; ///< in the order of the answer
    QString summary; ///< a phrase: "1 user accepted"
    Evidence evidence = Evidence::Undocumented; ///< how the shape of the answer is known
};

/// Reads Insider's answer to \a sent. The status alone never decides where there is a body to
/// read: a rejected user comes with status 200. Never fails: what cannot be read is Unknown.
[[nodiscard]] Verdict decode(int status, std::string_view responseBody, const json::Document &sent);

/// The verdict on an endpoint that is not Insider's: 2xx is accepted, all else is not; no users.
[[nodiscard]] Verdict decodeByStatusAlone(int status);

/// A prediction in the words of a verdict. Unknown where Insider's words are not known.
[[nodiscard]] Verdict verdictOf(const Prediction &prediction, const json::Document &sent);

} // namespace designer::insider
