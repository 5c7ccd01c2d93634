// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/fittingevent.h"

#include "condition/conditions.h"
#include "connection/unfinished.h"

namespace designer::connection {

std::optional<std::size_t> fittingEvent(const Connection &connection,
                                        const std::vector<const event::Event *> &events,
                                        std::string_view name)
{
    const WhileWritten judged = whileWritten(connection);
    const auto compiled = condition::Conditions::compile(judged.connection.conditions());
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Result<bool> fires
            = events[i] ? compiled.conditions.fires(events[i]->root()) : Result<bool>(false);
        if (!fires || !*fires)
            continue;
        if (name.empty() || events[i]->eventName() == name)
            return i;
        if (!first)
            first = i;
    }
    return first;
}

} // namespace designer::connection
