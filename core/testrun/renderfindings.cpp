// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/renderfindings.h"

#include "testrun/itemsleftout.h"
#include "testrun/xmltext.h"

#include <QCoreApplication>

#include <string_view>
#include <unordered_set>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

/// Whether the placeholder is all there is of a member's name.
bool isWholeName(const tmpl::Template &compiled, const tmpl::Placeholder &placeholder)
{
    const json::Value value = compiled.document().memberValueAt(placeholder.begin);
    if (placeholder.role != tmpl::Role::InName || !value)
        return false;
    const json::Value name(value.index(), value.node() - 1);
    return name.begin() + 1 == placeholder.begin && name.end() == placeholder.end + 1;
}

QString whatBecomesOfIt(tmpl::MissingPolicy policy, tmpl::Role role, bool wholeName = false)
{
    const bool whole = role == tmpl::Role::Lone || role == tmpl::Role::Bare;
    if (policy == tmpl::MissingPolicy::Omit && wholeName)
        return tr("the member whose name it is is left out");
    switch (policy) {
    case tmpl::MissingPolicy::Omit:
        return whole ? tr("its field is left out (in a list: null)") : tr("empty text stands in its place");
    case tmpl::MissingPolicy::Null: return tr("null stands in its place");
    case tmpl::MissingPolicy::Empty: return tr("empty text stands in its place");
    case tmpl::MissingPolicy::Keep: return tr("the placeholder’s own text stands in its place");
    case tmpl::MissingPolicy::Block: return tr("nothing is sent");
    }
    return {};
}

Severity missingSeverity(const connection::CompiledConnection &connection)
{
    return connection.requestFormat.options().missing == tmpl::MissingPolicy::Block ? Severity::Error
                                                                                    : Severity::Warning;
}

Finding missingValue(const connection::CompiledConnection &connection, const tmpl::Placeholder &placeholder,
                     const QString &sample)
{
    const tmpl::MissingPolicy policy = connection.requestFormat.options().missing;
    Finding finding;
    finding.code = "VALUE_MISSING";
    finding.severity = missingSeverity(connection);
    finding.message = tr("%1 is not in this event: %2. What Hardal itself does then is not documented.")
                          .arg(json::toQString(placeholder.path.text()),
                               whatBecomesOfIt(policy, placeholder.role,
                                               isWholeName(connection.requestFormat, placeholder)));
    finding.templatePlace = placeOf(
        connection, connection.requestFormat.document().memberValueAt(placeholder.begin), placeholder.begin);
    finding.sample = sample;
    finding.placeholder = placeholder.path.text();
    return finding;
}

/// One finding for each place where a value is missing: what becomes of it differs by the place.
void addMissing(FindingList &out, const connection::CompiledConnection &connection,
                const tmpl::Rendering &rendering, const QString &sample)
{
    std::unordered_set<std::string_view> missing;
    for (const event::Path &path : rendering.missing)
        missing.insert(path.text());
    const Severity severity = missingSeverity(connection);
    for (const tmpl::Placeholder &placeholder : connection.requestFormat.placeholders()) {
        if (missing.contains(placeholder.path.text()) && out.hasRoom("VALUE_MISSING", severity))
            out.add(missingValue(connection, placeholder, sample));
    }
}

/// Placeholders of the URL and of header values that the event does not answer.
void addMissingField(FindingList &out, const connection::CompiledConnection &connection,
                     event::Finder &values, const connection::TextField &field, const json::Value &place,
                     const QString &sample)
{
    const tmpl::MissingPolicy policy = connection.requestFormat.options().missing;
    for (const event::Path &path : field.fill(values, policy).missing) {
        if (!out.hasRoom("VALUE_MISSING", missingSeverity(connection)))
            continue;
        Finding finding;
        finding.code = "VALUE_MISSING";
        finding.severity = missingSeverity(connection);
        finding.message = tr("%1 is not in this event: %2. What Hardal itself does then is not documented.")
                              .arg(json::toQString(path.text()), whatBecomesOfIt(policy, tmpl::Role::InText));
        finding.templatePlace = connection.source.place(place);
        finding.sample = sample;
        finding.placeholder = path.text();
        out.add(std::move(finding));
    }
}

void addBlocked(FindingList &out, const connection::CompiledConnection &connection,
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
    out.addAll({std::move(finding)});
}

Finding nonXml(const connection::CompiledConnection &connection, const tmpl::Segment &segment,
               const NonXml &found, const QString &sample)
{
    Finding finding;
    finding.code = "VALUE_INVALID";
    finding.severity = Severity::Error;
    finding.sample = sample;
    if (segment.isLiteral()) {
        finding.templatePlace = connection.source.templatePlace({}, segment.templateBegin + found.offset);
        finding.message = tr("The template holds the character %1, which XML cannot hold, not even escaped: "
                             "the payload would be no XML.")
                              .arg(found.name());
        return finding;
    }
    const std::string &path = connection.requestFormat.placeholders()[segment.placeholder].path.text();
    finding.templatePlace = connection.source.templatePlace({}, segment.templateBegin);
    finding.placeholder = path;
    finding.message = tr("The value of %1 holds the character %2, which XML cannot hold, not even escaped: "
                         "the payload would be no XML.")
                          .arg(json::toQString(path), found.name());
    return finding;
}

/// Escaping cannot help the control characters: XML 1.0 has no way to write them.
void addNonXml(FindingList &out, const connection::CompiledConnection &connection,
               const tmpl::Rendering &rendering, const QString &sample)
{
    if (connection.requestFormat.options().kind != tmpl::ContentKind::Xml)
        return;
    const std::string_view bytes = rendering.bytes;
    for (const tmpl::Segment &segment : rendering.sourceMap.segments()) {
        const auto found
            = findNonXml(bytes.substr(segment.payloadBegin, segment.payloadEnd - segment.payloadBegin));
        if (found && out.hasRoom("VALUE_INVALID", Severity::Error))
            out.add(nonXml(connection, segment, *found, sample));
    }
}

} // namespace

TemplatePlace placeOf(const connection::CompiledConnection &connection, const json::Value &value,
                      std::size_t offset)
{
    if (!value)
        return connection.source.templatePlace({}, offset);
    // In the template's own text the value knows its place without reading the text again.
    if (connection.source.templateStorage() == connection::TemplateStorage::String)
        return {std::string(connection::key::requestFormatPointer) + value.pointer(), value.position()};
    return connection.source.templatePlace(value.pointer(), value.begin());
}

Findings renderFindings(const connection::CompiledConnection &connection, const event::Event &event,
                        const tmpl::Rendering &rendering)
{
    FindingList out;
    out.addAll(event.findings());
    addMissing(out, connection, rendering, event.name());
    event::Finder values(event.root());
    addMissingField(out, connection, values, connection.url,
                    connection.source.document().root().find(connection::key::url), event.name());
    for (const connection::CompiledHeader &header : connection.headers)
        addMissingField(out, connection, values, header.value, header.place, event.name());
    addBlocked(out, connection, rendering, event.name());
    addNonXml(out, connection, rendering, event.name());
    out.addAll(itemsLeftOut(connection, event));
    return std::move(out).taken();
}

} // namespace designer::testrun
