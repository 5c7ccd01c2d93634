// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/lint.h"

#include "connection/soundness.h"
#include "insider/insider.h"
#include "template/trace.h"
#include "testrun/eventsequence.h"
#include "testrun/placement.h"
#include "testrun/renderfindings.h"
#include "testrun/requestfindings.h"
#include "json/pointer.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <iterator>

namespace designer::testrun {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

void append(Findings &out, Findings more)
{
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The template's payload with every placeholder as a text that names it.
connection::CompiledConnection withPlaceholdersKept(const connection::CompiledConnection &connection)
{
    tmpl::Options options = connection.requestFormat.options();
    options.missing = tmpl::MissingPolicy::Keep;
    connection::CompiledConnection kept = connection;
    if (const auto compiled = tmpl::Template::compile(connection.requestFormat.text(), options))
        kept.requestFormat = *compiled;
    return kept;
}

/// A whole object where only Insider's own names belong: every key of the event lands beside them.
Findings wholeObjects(const connection::CompiledConnection &connection)
{
    FindingList out;
    const json::Document &document = connection.requestFormat.document();
    for (const tmpl::Placeholder &placeholder : connection.requestFormat.placeholders()) {
        const json::Value value = document.valueAt(placeholder.begin);
        const bool whole = placeholder.role == tmpl::Role::Lone || placeholder.role == tmpl::Role::Bare;
        if (!whole || !value.parent().isObject()
            || json::Value(value.index(), value.node() - 1).text() != "event_params"
            || !out.hasRoom("PARAM_CUSTOM_AT_ROOT", Severity::Error))
            continue;
        Finding finding;
        finding.code = "PARAM_CUSTOM_AT_ROOT";
        finding.severity = Severity::Error;
        finding.message
            = tr("##%1## puts every property of the event directly into event_params. Insider keeps the "
                 "names it knows there and loses all others without a word: custom parameters belong "
                 "under event_params.custom.")
                  .arg(json::toQString(placeholder.path.text()));
        finding.evidence = Evidence::Inferred;
        finding.templatePlace = placeOf(connection, value, placeholder.begin);
        finding.placeholder = placeholder.path.text();
        finding.fixTitle = tr("Name the parameters one by one, and put the rest under custom");
        out.add(std::move(finding));
    }
    return std::move(out).taken();
}

void placeAt(Finding &finding, const connection::CompiledConnection &connection, const tmpl::Origin &origin)
{
    finding.templatePlace = placeOf(connection, origin.value, origin.value.begin());
    if (origin.placeholder)
        finding.placeholder = origin.placeholder->path.text();
}

/// Whether \a object has a member whose name only an event can tell.
bool hasOpenName(const json::Value &object)
{
    for (const json::Member &member : object.members()) {
        if (member.name.text().find("##") != std::string::npos)
            return true;
    }
    return false;
}

/// Whether what \a pointer names hangs on a name that only an event can tell: it lies below such a
/// member, or it is missing where such a member may be it.
bool hangsOnOpenName(const json::Document &payload, std::string_view pointer)
{
    if (pointer.find("##") != std::string_view::npos)
        return true;
    const json::Value nearest = json::resolveNearest(payload.root(), pointer);
    return nearest.isObject() && hasOpenName(nearest);
}

/// What can be said without an event. What a placeholder's value decides is left open.
Findings templateFindings(const connection::CompiledConnection &connection, insider::Profile profile,
                          insider::Moment now)
{
    if (connection.requestFormat.options().kind != tmpl::ContentKind::Json || !isInsiders(connection))
        return {};
    const connection::CompiledConnection kept = withPlaceholdersKept(connection);
    const event::Event nothing = event::Event::parse("{}").value();
    const tmpl::Rendering rendering = kept.requestFormat.render(nothing.root());
    const json::Document payload(rendering.bytes);
    FindingList out;
    out.addAll(wholeObjects(connection));
    for (Finding &finding : insider::check(payload, profile, now)) {
        const auto origin = finding.payloadPointer
            ? tmpl::trace(kept.requestFormat, rendering, payload, *finding.payloadPointer)
            : std::nullopt;
        if (origin && origin->placeholder && !insider::isAboutName(finding.code))
            continue;
        if (finding.payloadPointer && hangsOnOpenName(payload, *finding.payloadPointer))
            continue;
        // A place is worked out for those alone that are listed.
        if (!out.hasRoom(finding.code, finding.severity))
            continue;
        if (origin)
            placeAt(finding, kept, *origin);
        out.add(std::move(finding));
    }
    return std::move(out).taken();
}

/// Neither a yes nor a no: nobody can say whether such an event is to be sent.
Findings conditionFindings(const connection::CompiledConnection &connection, const event::Event &event)
{
    const auto exceeding = connection.conditions.exceeding(event.root());
    if (!exceeding)
        return {};
    Finding finding;
    finding.code = "CONDITION_INVALID";
    finding.severity = Severity::Error;
    finding.message = tr("With this event a condition has no answer: %1.").arg(exceeding->error.sentence());
    finding.templatePlace = connection.source.place(connection.source.document().at(exceeding->pointer));
    finding.sample = event.name();
    return {std::move(finding)};
}

Findings renderedFindings(const connection::CompiledConnection &connection, const RenderedEvent &rendered,
                          insider::Profile profile, insider::Moment now)
{
    const auto &[event, rendering, payload] = rendered;
    Findings out = conditionFindings(connection, event);
    append(out, renderFindings(connection, event, rendering));
    if (rendering.blocked == tmpl::Blocked::No)
        append(out, payloadFindings(connection, event, rendering, payload, profile, now));
    return out;
}

/// The payload of each event, and what they are one after another.
Findings sequenceFindings(const connection::CompiledConnection &connection,
                          const connection::RequestHead &head, const std::vector<event::Event> &events,
                          insider::Profile profile, insider::Moment now)
{
    Findings out;
    std::deque<RenderedEvent> run;
    EventSequence sequence(connection);
    for (const event::Event &event : events) {
        const RenderedEvent &rendered = run.emplace_back(connection, event);
        Findings found = filledRequestFindings(head, event);
        append(found, renderedFindings(connection, rendered, profile, now));
        append(out, capped(std::move(found)));
        if (events.size() < 2) // nothing to compare it with, and it may be large
            return out;
        const Result<bool> fires = connection.conditions.fires(event.root());
        if (isInsiders(head, event) && (!fires || *fires))
            sequence.add(rendered);
    }
    append(out, capped(sequence.changes(out, profile, now)));
    return out;
}

/// With events, their values say whose endpoint it is.
bool isInsidersFor(const connection::RequestHead &head, const std::vector<event::Event> &events)
{
    return events.empty() ? isInsiders(head)
                          : std::any_of(events.begin(), events.end(),
                                        [&](const event::Event &event) { return isInsiders(head, event); });
}

} // namespace

Findings payloadFindings(const connection::CompiledConnection &connection, const event::Event &event,
                         const tmpl::Rendering &rendering, const json::Document &payload,
                         insider::Profile profile, insider::Moment now)
{
    if (!isInsiders(connection, event))
        return {};
    Findings out = capped(insider::check(payload, profile, now));
    Placement(connection, event, rendering, payload).place(out);
    return out;
}

Findings lint(const connection::Connection &connection, const std::vector<event::Event> &events,
              insider::Profile profile, insider::Moment now)
{
    return lint(connection, connection::examine(connection), events, profile, now);
}

Findings lint(const connection::Connection &connection, connection::Examination examined,
              const std::vector<event::Event> &events, insider::Profile profile, insider::Moment now)
{
    const connection::RequestHead head(connection);
    FindingList list;
    list.addAll(examined.findings);
    list.addAll(requestFindings(head, isInsidersFor(head, events)));
    const auto compiled = connection::compile(connection, std::move(examined));
    if (compiled && events.empty())
        list.addAll(templateFindings(*compiled, profile, now));
    Findings out = std::move(list).taken();
    if (compiled) {
        append(out, sequenceFindings(*compiled, head, events, profile, now));
        return out;
    }
    for (const event::Event &event : events) {
        Findings found = filledRequestFindings(head, event);
        append(found, event.findings());
        append(out, capped(std::move(found)));
    }
    return out;
}

} // namespace designer::testrun
