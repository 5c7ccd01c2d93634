// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace designer::testrun {

/// A place of the payload, traced to the template and on to the event.
struct Traced
{
    TemplatePlace place;
    std::optional<std::string> placeholder; ///< the path as written in the template
    bool missingInEvent = false; ///< the placeholder is there, and the event has no value for it
};

/// One payload with what it was made from: traces its places back. Refers to what it is given,
/// which must outlive it.
class Placement
{
public:
    Placement(const connection::CompiledConnection &connection, const event::Event &event,
              const tmpl::Rendering &rendering, const json::Document &payload)
        : m_connection(connection), m_event(event), m_rendering(rendering), m_payload(payload)
    { }

    /// Nothing where the template is no JSON.
    [[nodiscard]] std::optional<Traced> trace(std::string_view payloadPointer) const;
    /// Where the header \a name is set, or what it is missing from.
    [[nodiscard]] Traced traceHeader(std::string_view name) const;
    /// Gives each finding that has a payload place its place in the template, its placeholder and
    /// its sample; the message is told which property is missing.
    void place(Findings &findings) const;

private:
    void suggest(Finding &finding) const;

    const connection::CompiledConnection &m_connection;
    const event::Event &m_event;
    const tmpl::Rendering &m_rendering;
    const json::Document &m_payload;
};

} // namespace designer::testrun
