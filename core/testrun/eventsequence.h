// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"
#include "finding/finding.h"
#include "insider/profile.h"
#include "json/document.h"

#include <cstddef>
#include <string>
#include <vector>

namespace designer::testrun {

/// What became of one event. Refers to it: it must outlive this.
struct RenderedEvent
{
    RenderedEvent(const connection::CompiledConnection &connection, const event::Event &from);

    const event::Event &event;
    tmpl::Rendering rendering;
    json::Document payload; ///< invalid where nothing is rendered, or no JSON
};

/// What Insider sees when several events are sent one after another: all their users, in one payload
/// that nobody sends. Refers to what it is given, which must outlive it.
class EventSequence
{
public:
    explicit EventSequence(const connection::CompiledConnection &connection) : m_connection(connection) { }

    void add(const RenderedEvent &rendered);
    /// IDENT_CHANGE between the payloads (section 7 of Insider's contract, inferred), placed in those to
    /// which they belong; what one of them has by itself stands in \a known, and is left out.
    [[nodiscard]] Findings changes(const Findings &known, insider::Profile profile,
                                   insider::Moment now) const;

private:
    struct Origin
    {
        const RenderedEvent *rendered = nullptr;
        std::size_t user = 0; ///< its number in that payload
    };
    [[nodiscard]] const Origin &moveToOrigin(std::string &pointer) const;

    const connection::CompiledConnection &m_connection;
    std::string m_users; ///< of all payloads, joined by commas
    std::vector<Origin> m_origins;
};

} // namespace designer::testrun
