// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/document.h"

#include <cstdint>
#include <optional>
#include <string>

namespace designer::insider {

/// A switch of the request that stands in its body.
enum class Switch : std::uint8_t {
    SkipHook, ///< `skip_hook` at the root: historical data starts no journeys (documented)
    /// Arrays are replaced instead of added to: `not_append` of each user, or of the request for those
    /// that have no switch of their own; `append`, where it is given, wins (documented).
    NotAppend,
};

enum class SwitchState : std::uint8_t {
    Off,
    On,
    Mixed, ///< on for some users, or left to a placeholder
};

/// How \a which stands in \a body, a template or a payload; nothing where there is no place for it.
[[nodiscard]] std::optional<SwitchState> switchState(const json::Document &body, Switch which);
/// The text of \a body with \a which on or off; all else in it stays byte for byte. What decides is
/// changed where the author wrote it; where nothing does, on is written anew, and off is as it is.
[[nodiscard]] std::string withSwitch(const json::Document &body, Switch which, bool on);

} // namespace designer::insider
