// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/eventsequence.h"

#include "insider/insider.h"
#include "testrun/placement.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace designer::testrun {

RenderedEvent::RenderedEvent(const connection::CompiledConnection &connection, const event::Event &from)
    : event(from), rendering(connection.requestFormat.render(from.root())), payload(rendering.bytes)
{ }

void EventSequence::add(const RenderedEvent &rendered)
{
    std::size_t number = 0;
    for (const json::Value &user : rendered.payload.root().find("users").elements()) {
        m_users += m_origins.empty() ? "" : ",";
        m_users += user.raw();
        m_origins.push_back({&rendered, number++});
    }
}

Findings EventSequence::changes(const Findings &known, insider::Profile profile, insider::Moment now) const
{
    Findings out;
    const json::Document all("{\"users\":[" + m_users + "]}");
    for (Finding &finding : insider::check(all, profile, now)) {
        if (finding.code != "IDENT_CHANGE" || !finding.payloadPointer)
            continue;
        const auto &[event, rendering, payload] = *moveToOrigin(*finding.payloadPointer).rendered;
        Findings placed{std::move(finding)};
        Placement(m_connection, event, rendering, payload).place(placed);
        const Finding &change = placed.front();
        const bool isKnown = std::any_of(known.begin(), known.end(), [&change](const Finding &one) {
            return one.code == change.code && one.sample == change.sample
                && one.payloadPointer == change.payloadPointer;
        });
        if (!isKnown)
            out.push_back(change);
    }
    return out;
}

/// From `/users/N/...` of the whole to the place in the user's own payload.
const EventSequence::Origin &EventSequence::moveToOrigin(std::string &pointer) const
{
    constexpr std::string_view users = "/users/";
    std::size_t number = 0;
    const char *const begin = pointer.data() + users.size();
    const char *const end = std::from_chars(begin, pointer.data() + pointer.size(), number).ptr;
    const Origin &origin = m_origins[number];
    pointer = std::string(users) + std::to_string(origin.user) + std::string(end);
    return origin;
}

} // namespace designer::testrun
