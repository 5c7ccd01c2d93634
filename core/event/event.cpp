// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/event.h"

#include "finding/duplicatekeys.h"

#include <QCoreApplication>

namespace designer::event {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Event", text);
}

} // namespace

Result<Event> Event::parse(std::string text, const QString &name)
{
    Event event;
    event.m_name = name;
    event.m_document = json::Document(std::move(text));
    if (!event.m_document.isValid())
        return fromParseError(event.m_document.error()).inFile(name);
    if (!event.root().isObject()) {
        return Error{ErrorCode::NotAnObject, tr("an event is a JSON object, and this is none"),
                     tr("give one event in braces { }"), name, event.root().position()};
    }
    return event;
}

std::string Event::eventName() const
{
    const json::Value name = root().find("event_name");
    return name.isString() ? name.text() : std::string();
}

Findings Event::findings() const
{
    FindingList out;
    if (m_document.index().hasByteOrderMark()) {
        Finding finding;
        finding.code = "BOM";
        finding.severity = Severity::Info;
        finding.message = tr("The event begins with a byte order mark. It is passed over.");
        finding.sample = m_name;
        out.addAll({std::move(finding)});
    }
    out.addAll(duplicateKeysOfEvent(m_document, m_name));
    return std::move(out).taken();
}

} // namespace designer::event
