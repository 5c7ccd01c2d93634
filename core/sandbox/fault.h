// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::sandbox {

/// A misbehaviour that the sandbox plays, as real services do on bad days.
struct Fault
{
    enum Kind : std::uint8_t {
        Forbidden, ///< `403`
        TooMany, ///< `429`
        TooManyRetryAfter, ///< `429-retry-after=SECONDS`
        ServerError, ///< `500`
        TimedOut, ///< `504`: the data is taken all the same
        Slow, ///< `slow=MILLISECONDS`: the right answer, late
        Truncated, ///< `truncated`: the connection closes in the middle of the answer
        Partial, ///< `partial`: the last user of an otherwise accepted request is rejected
        Reset, ///< `reset`: the connection is reset instead of an answer
        Hang, ///< `hang`: there is never an answer
    };
    Kind kind = ServerError;
    int amount = 0; ///< seconds of TooManyRetryAfter, milliseconds of Slow

    /// As it is written: `429-retry-after=5`.
    [[nodiscard]] std::string text() const;
    bool operator==(const Fault &) const = default;
};

/// Reads one fault; Usage errors name all there are.
[[nodiscard]] Result<Fault> parseFault(std::string_view text);

/// Which requests get which fault: entries separated by commas, each for the first N requests
/// that are left to it (`429*3`) or, without a number, for all. `429*2,500` is two times 429, then
/// 500 for ever. `slow` goes together with the others.
class FaultPlan
{
public:
    /// What the next request gets.
    struct Turn
    {
        std::optional<Fault> fault; ///< never Slow
        std::chrono::milliseconds delay{0};
        [[nodiscard]] std::string text() const; ///< "" where there is nothing
    };

    [[nodiscard]] static Result<FaultPlan> parse(std::string_view text);
    [[nodiscard]] Turn next();

private:
    struct Entry
    {
        Fault fault;
        int left = -1; ///< requests; negative: no end
    };
    std::vector<Entry> m_entries;
};

} // namespace designer::sandbox
