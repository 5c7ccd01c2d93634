// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/prediction.h"
#include "insider/profile.h"
#include "sandbox/fault.h"
#include "sandbox/received.h"
#include "sandbox/reply.h"

#include <cstddef>
#include <vector>

namespace designer::sandbox {

/// What the sandbox makes of a request: the answer, and what its log tells of it.
struct Judgement
{
    Reply reply;
    std::size_t usersAccepted = 0;
    std::size_t usersRejected = 0;
    std::size_t findings = 0;
    std::vector<insider::SilentLoss> silentLosses;
};

/// Answers as Insider does: what it is predicted to say, or a plain word where it documents
/// nothing; the echo below `/echo`. Pure: no socket, no clock.
[[nodiscard]] Judgement judge(const Received &request, insider::Profile profile, insider::Moment now);

/// The answer to a request, of which the head is there, and whose body of \a bytes was not read to its end.
[[nodiscard]] Judgement judgeTooLarge(const Received &request, std::size_t bytes);
/// The answer to what is no HTTP request that anybody could answer.
[[nodiscard]] Judgement judgeUnreadable(int status);
/// The answer to an X-Simulator-Fault header that names none.
[[nodiscard]] Judgement judgeUnknownFault(const Error &error);

/// Changes the answer as \a fault wants it. Slow, Truncated, Reset and Hang are a matter of the
/// wire and change nothing here.
void apply(const Fault &fault, Judgement &judgement);

} // namespace designer::sandbox
