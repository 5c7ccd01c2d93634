// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "template/contenttype.h"

#include <optional>
#include <string_view>

namespace designer::tmpl {

/// What stands where an event has no value for a placeholder. Which of these Hardal itself does is
/// not documented.
enum class MissingPolicy {
    Omit, ///< the member is left out; in an array `null`; in a longer string empty text
    Null,
    Empty, ///< empty text
    Keep, ///< the placeholder's own text
    Block, ///< nothing is sent
};

/// What becomes of a string that is one placeholder.
enum class ValueMode {
    Typed, ///< the value as it stands in the event: number, boolean, object ...
    Text, ///< always a string
};

[[nodiscard]] std::string_view name(MissingPolicy policy);
[[nodiscard]] std::string_view name(ValueMode mode);
[[nodiscard]] std::optional<MissingPolicy> missingPolicyFromName(std::string_view name);
[[nodiscard]] std::optional<ValueMode> valueModeFromName(std::string_view name);

struct Options
{
    MissingPolicy missing = MissingPolicy::Omit;
    ValueMode values = ValueMode::Typed;
    ContentKind kind = ContentKind::Json;
};

} // namespace designer::tmpl
