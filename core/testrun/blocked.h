// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/path.h"
#include "finding/error.h"
#include "template/rendering.h"

#include <limits>
#include <vector>

namespace designer::testrun {

/// The paths as people read them, `a, b`: the first \a most, and `…` for those that are left.
[[nodiscard]] QString pathList(const std::vector<event::Path> &paths,
                               std::size_t most = std::numeric_limits<std::size_t>::max());

/// Why nothing is made of an event, and what to do: MissingValues, PayloadTooDeep, PayloadTooLarge.
/// \a missing counts for Blocked::MissingValues alone.
[[nodiscard]] Error blockedError(tmpl::Blocked why, const std::vector<event::Path> &missing);

/// The values that address and headers of a connection need, where it blocks an event that lacks one: such an
/// event is not sent, whatever its payload is. Immutable; safe to use from several threads.
class HeadNeeds
{
public:
    explicit HeadNeeds(const connection::CompiledConnection &connection);

    /// What \a event lacks of them, each path once; empty where the connection has another policy.
    [[nodiscard]] std::vector<event::Path> missing(const json::Value &event) const;
    /// \a rendering of \a event; where it lacks some of them, blocked, without bytes and source map.
    [[nodiscard]] tmpl::Rendering applied(tmpl::Rendering rendering, const json::Value &event) const;

private:
    std::vector<connection::TextField> m_fields; ///< those with placeholders
};

} // namespace designer::testrun
