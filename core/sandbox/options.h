// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/profile.h"
#include "sandbox/fault.h"

#include <cstdint>
#include <functional>

namespace designer::sandbox {

struct Options
{
    std::uint16_t port = 0; ///< 0: any that is free
    insider::Profile profile = insider::Profile::Proven;
    FaultPlan faults;
    /// The present; tests hold it still.
    std::function<insider::Moment()> clock = [] { return std::chrono::system_clock::now(); };
    /// Bodies beyond this are refused without being read to their end. Insider's own limit is far
    /// below it, and is answered in Insider's words.
    std::size_t largestBody = std::size_t{64} * 1024 * 1024;
};

} // namespace designer::sandbox
