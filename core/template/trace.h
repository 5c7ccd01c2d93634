// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "template/template.h"

#include <optional>
#include <string_view>

namespace designer::tmpl {

/// Where a value of the payload comes from in the template.
struct Origin
{
    json::Value value; ///< the template's value (of a JSON template): what a finding points at
    std::optional<Placeholder> placeholder; ///< the one that brought the value in
    bool isParent = false; ///< the template has no such member: `value` is its nearest parent
};

/// Traces a pointer into \a payload (the parsed bytes of \a rendering) back through the source map.
/// The pointer may name a member that is not in the payload: then the template's own member of
/// that name, where it has one (its value was missing), else the nearest parent that is there.
/// Nothing for a template that is not JSON.
[[nodiscard]] std::optional<Origin> trace(const Template &compiled, const Rendering &rendering,
                                          const json::Document &payload, std::string_view pointer);

} // namespace designer::tmpl
