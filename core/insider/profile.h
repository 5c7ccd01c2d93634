// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace designer::insider {

/// How much of what Insider writes down is taken to be what its server does.
enum class Profile : std::uint8_t {
    Proven, ///< only what was captured, is documented, or follows from that
    Table, ///< also what the parameter table requires
    Strict, ///< also every documented type, format and limit: who breaks one is rejected
};

[[nodiscard]] std::string_view name(Profile profile);
[[nodiscard]] std::optional<Profile> profileFromName(std::string_view name);

/// The present, given by the caller: retention, future times and history are judged against it.
using Moment = std::chrono::system_clock::time_point;

} // namespace designer::insider
