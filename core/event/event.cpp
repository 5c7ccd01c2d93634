// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/event.h"

#include <QCoreApplication>

namespace designer::event {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Event", text);
}

Finding duplicateKey(const json::Document &document, const json::DuplicateKey &twice, const QString &sample)
{
    const json::Value first(&document.index(), twice.first);
    const json::Value second(&document.index(), twice.second);
    const json::Position one = first.position();
    const json::Position two = second.position();
    Finding finding;
    finding.code = "DUPLICATE_KEY";
    finding.severity = Severity::Warning;
    finding.message
        = tr("In the event the name “%1” stands twice: in line %2, column %3 and in line %4, "
             "column %5. The last one counts.")
              .arg(json::toQString(first.text()), QString::number(one.line), QString::number(one.column),
                   QString::number(two.line), QString::number(two.column));
    finding.sample = sample;
    return finding;
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
    for (const json::DuplicateKey &twice : m_document.index().duplicateKeys()) {
        if (out.hasRoom("DUPLICATE_KEY", Severity::Warning))
            out.add(duplicateKey(m_document, twice, m_name));
    }
    return std::move(out).taken();
}

} // namespace designer::event
