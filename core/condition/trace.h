// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/writer.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace designer::condition {

/// What one group or one rule decided on an event, and why. A value of its own: it outlives the
/// conditions and the event.
struct TraceNode
{
    bool isGroup = false;
    bool result = false;

    // A group.
    std::string match; ///< "all", "any", "none"
    std::vector<TraceNode> rules;

    // A rule.
    std::string type;
    std::string field; ///< empty for `event_name`
    std::string op;
    bool ignoreCase = false;
    std::string value; ///< JSON text of the rule's value, minified; empty where it takes none
    std::optional<std::string> saw; ///< JSON text from the event, minified; nothing: path missing
    QString why; ///< a plain sentence
};

/// The shape that `match --json` promises: keys may be added, never renamed.
void write(json::Writer &writer, const TraceNode &node);

} // namespace designer::condition
