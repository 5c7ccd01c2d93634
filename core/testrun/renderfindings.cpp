// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/renderfindings.h"

#include "testrun/itemsleftout.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

QString whatBecomesOfIt(tmpl::MissingPolicy policy, tmpl::Role role)
{
    const bool whole = role == tmpl::Role::Lone || role == tmpl::Role::Bare;
    switch (policy) {
    case tmpl::MissingPolicy::Omit:
        return whole ? tr("its field is left out (in a list: null)") : tr("empty text stands in its place");
    case tmpl::MissingPolicy::Null: return tr("null stands in its place");
    case tmpl::MissingPolicy::Empty: return tr("empty text stands in its place");
    case tmpl::MissingPolicy::Keep: return tr("the placeholder's own text stands in its place");
    case tmpl::MissingPolicy::Block: return tr("nothing is sent");
    }
    return {};
}

Finding missingValue(const connection::CompiledConnection &connection, const tmpl::Placeholder &placeholder,
                     const QString &sample)
{
    const tmpl::MissingPolicy policy = connection.requestFormat.options().missing;
    Finding finding;
    finding.code = "VALUE_MISSING";
    finding.severity = policy == tmpl::MissingPolicy::Block ? Severity::Error : Severity::Warning;
    finding.message
        = tr("%1 is not in this event: %2. What Hardal itself does then is not documented.")
              .arg(json::toQString(placeholder.path.text()), whatBecomesOfIt(policy, placeholder.role));
    finding.templatePlace = placeOf(
        connection, connection.requestFormat.document().valueAt(placeholder.begin), placeholder.begin);
    finding.sample = sample;
    finding.placeholder = placeholder.path.text();
    return finding;
}

void addMissing(Findings &out, const connection::CompiledConnection &connection,
                const tmpl::Rendering &rendering, const QString &sample)
{
    const auto &placeholders = connection.requestFormat.placeholders();
    for (const event::Path &path : rendering.missing) {
        const auto first = std::find_if(placeholders.begin(), placeholders.end(),
                                        [&](const tmpl::Placeholder &p) { return p.path == path; });
        if (first != placeholders.end())
            out.push_back(missingValue(connection, *first, sample));
    }
}

/// Placeholders of the URL and of header values that the event does not answer.
void addMissingField(Findings &out, const connection::CompiledConnection &connection,
                     const event::Event &event, const connection::TextField &field, const json::Value &place)
{
    const tmpl::MissingPolicy policy = connection.requestFormat.options().missing;
    for (const event::Path &path : field.fill(event.root(), policy).missing) {
        Finding finding;
        finding.code = "VALUE_MISSING";
        finding.severity = policy == tmpl::MissingPolicy::Block ? Severity::Error : Severity::Warning;
        finding.message = tr("%1 is not in this event: %2. What Hardal itself does then is not documented.")
                              .arg(json::toQString(path.text()), whatBecomesOfIt(policy, tmpl::Role::InText));
        finding.templatePlace = connection.source.place(place);
        finding.sample = event.name();
        finding.placeholder = path.text();
        out.push_back(std::move(finding));
    }
}

void addBlocked(Findings &out, const connection::CompiledConnection &connection,
                const tmpl::Rendering &rendering, const QString &sample)
{
    if (rendering.blocked != tmpl::Blocked::TooDeep && rendering.blocked != tmpl::Blocked::TooLarge)
        return;
    Finding finding;
    finding.code = rendering.blocked == tmpl::Blocked::TooDeep ? "PAYLOAD_TOO_DEEP" : "PAYLOAD_TOO_LARGE";
    finding.severity = Severity::Error;
    finding.message = rendering.blocked == tmpl::Blocked::TooDeep
        ? tr("With this event the payload would be nested deeper than %1 levels, so it is not made.")
              .arg(json::maximumDepth)
        : tr("With this event the payload would be larger than 4 GB, so it is not made.");
    finding.templatePlace = connection.source.templatePlace({}, 0);
    finding.sample = sample;
    out.push_back(std::move(finding));
}

} // namespace

TemplatePlace placeOf(const connection::CompiledConnection &connection, const json::Value &value,
                      std::size_t offset)
{
    return value ? connection.source.templatePlace(value.pointer(), value.begin())
                 : connection.source.templatePlace({}, offset);
}

Findings renderFindings(const connection::CompiledConnection &connection, const event::Event &event,
                        const tmpl::Rendering &rendering)
{
    Findings out = event.findings();
    addMissing(out, connection, rendering, event.name());
    addMissingField(out, connection, event, connection.url,
                    connection.source.document().root().find(connection::key::url));
    for (const connection::CompiledHeader &header : connection.headers)
        addMissingField(out, connection, event, header.value, header.place);
    addBlocked(out, connection, rendering, event.name());
    const Findings items = itemsLeftOut(connection, event);
    out.insert(out.end(), items.begin(), items.end());
    return out;
}

} // namespace designer::testrun
