// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/placement.h"

#include "template/trace.h"
#include "testrun/renderfindings.h"
#include "testrun/suggestion.h"
#include "text/ascii.h"
#include "json/pointer.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::testrun {

std::optional<Traced> Placement::trace(std::string_view payloadPointer) const
{
    const auto origin = tmpl::trace(m_connection.requestFormat, m_rendering, m_payload, payloadPointer);
    if (!origin)
        return std::nullopt;
    Traced traced;
    traced.place = placeOf(m_connection, origin->value, origin->value.begin());
    if (origin->placeholder) {
        traced.placeholder = origin->placeholder->path.text();
        traced.missingInEvent = !event::lookUp(m_event.root(), origin->placeholder->path).value;
    }
    return traced;
}

Traced Placement::traceHeader(std::string_view name) const
{
    const json::Value root = m_connection.source.document().root();
    const auto header
        = std::find_if(m_connection.headers.begin(), m_connection.headers.end(),
                       [&](const auto &one) { return text::equalsIgnoringCase(one.name, name); });
    // What is sent as Content-Type is the setting, whatever a header says.
    const bool isSetting = text::equalsIgnoringCase(name, "Content-Type");
    json::Value at = root.find(isSetting ? connection::key::contentType : connection::key::headers);
    if (header != m_connection.headers.end() && !(isSetting && at))
        at = header->place;
    Traced traced;
    traced.place = m_connection.source.place(at ? at : root);
    if (at && header != m_connection.headers.end() && at == header->place
        && !header->value.placeholders().found.empty()) {
        const event::Path &path = header->value.placeholders().found.front().path;
        traced.placeholder = path.text();
        traced.missingInEvent = !event::lookUp(m_event.root(), path).value;
    }
    return traced;
}

/// Where a required member is missing from the template itself: the line to add, filled from the
/// event, where it has a likely value.
void Placement::suggest(Finding &finding) const
{
    const auto tokens = json::pointerTokens(*finding.payloadPointer);
    if (!tokens || tokens->empty())
        return;
    if (const auto path = suggestedPath(m_event, tokens->back())) {
        finding.fixTitle = QCoreApplication::translate("TestRun", "Add \"%1\": \"##%2##\"")
                               .arg(json::toQString(tokens->back()), json::toQString(*path));
    }
}

void Placement::place(Findings &findings) const
{
    for (Finding &finding : findings) {
        finding.sample = m_event.name();
        if (!finding.payloadPointer)
            continue;
        const std::optional<Traced> traced = trace(*finding.payloadPointer);
        if (!traced)
            continue;
        finding.templatePlace = traced->place;
        finding.placeholder = traced->placeholder;
        if (finding.code.starts_with("EVENT_PARAM_REQUIRED") && !traced->placeholder)
            suggest(finding);
        if (traced->missingInEvent) {
            finding.message += QLatin1Char(' ')
                + QCoreApplication::translate("TestRun", "%1 is not in this event.")
                      .arg(json::toQString(*traced->placeholder));
        }
    }
}

} // namespace designer::testrun
