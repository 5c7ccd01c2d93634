// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"

#include "event/shapes.h"
#include "event/trackcall.h"
#include "event/words.h"
#include "json/layout.h"

namespace designer::event {

namespace {

/// Whether \a text can only be meant as JSON, so that a mistake in it is a mistake in JSON.
bool beginsLikeJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n", json::byteOrderMarkLength(text));
    return first == std::string_view::npos || text[first] == '{' || text[first] == '[' || text[first] == '"';
}

Error unrecognised(const QString &name, const json::Position &position)
{
    return {
        ErrorCode::UnrecognisedFormat, Words::tr("this is no event in a shape that is known"),
        Words::tr("give a JSON object with event_name, an event of Hardal’s SDK, a push message, a record "
                  "of the Events API, or a call of hardal.track or dataLayer.push"),
        name, position};
}

/// Names that stand twice: what is dropped must not be dropped in silence.
void tellDuplicates(std::vector<Step> &steps, const json::Document &document)
{
    QStringList names;
    for (const json::DuplicateKey &twice : document.index().duplicateKeys()) {
        const QString name = json::toQString(json::Value(&document.index(), twice.second).text());
        if (!names.contains(name) && names.size() < 10)
            names << name;
    }
    if (!names.isEmpty())
        steps.push_back({Words::tr("Names that stand twice: %1. The last value of each counts.")
                             .arg(names.join(QStringLiteral(", ")))});
}

Result<Conversion> finished(Shape from, const Canonical &event, std::vector<Step> steps, const QString &name)
{
    const json::Document document(event.json());
    if (!document.isValid()) { // its parts were valid, but putting them together can exceed the depth
        Error error = fromParseError(document.error()).inFile(name);
        error.position.reset();
        return error;
    }
    const std::vector<Step> further = event.steps();
    steps.insert(steps.end(), further.begin(), further.end());
    return Conversion{from, json::formatted(document.root()) + '\n', std::move(steps)};
}

Result<Conversion> convertCall(std::string_view text, const QString &name)
{
    const Result<TrackCall> call = readTrackCall(text);
    if (!call)
        return call.error().inFile(name);
    const json::Document object(call->object);
    if (!object.isValid())
        return fromParseError(object.error()).inFile(name);
    std::vector<Step> steps;
    for (const QString &sentence : call->steps)
        steps.push_back({sentence});
    tellDuplicates(steps, object);
    return finished(Shape::TrackCall, fromTrackCall(call->kind, call->name, object.root()), std::move(steps),
                    name);
}

Canonical takenApart(Shape shape, const json::Value &root)
{
    switch (shape) {
    case Shape::SdkEvent: return fromSdkEvent(root);
    case Shape::PushEnvelope: return fromPushEnvelope(root);
    case Shape::EventsApiRecord: return fromEventsApiRecord(root);
    default: return fromTrackCall(TrackCall::Kind::DataLayer, {}, root);
    }
}

} // namespace

QString shapeName(Shape shape)
{
    switch (shape) {
    case Shape::Canonical: return Words::tr("an event");
    case Shape::SdkEvent: return Words::tr("an event of Hardal’s SDK");
    case Shape::PushEnvelope: return Words::tr("a push message");
    case Shape::EventsApiRecord: return Words::tr("a record of the Events API");
    case Shape::TrackCall: return Words::tr("a tracking call");
    case Shape::Unknown: break;
    }
    return Words::tr("an unknown format");
}

QStringList sentences(const std::vector<Step> &steps)
{
    QStringList out;
    for (const Step &step : steps)
        out << step.sentence;
    return out;
}

Shape recognise(std::string_view text)
{
    if (!beginsLikeJson(text))
        return looksLikeTrackCall(text) ? Shape::TrackCall : Shape::Unknown;
    const json::Document document{std::string(text)};
    return document.isValid() ? shapeOf(document.root()) : Shape::Unknown;
}

Result<Conversion> convert(std::string_view text, const QString &name)
{
    if (!beginsLikeJson(text) && looksLikeTrackCall(text))
        return convertCall(text, name);
    const json::Document document{std::string(text)};
    if (!document.isValid()) {
        const bool isJson
            = beginsLikeJson(text) || document.error().code == json::ParseErrorCode::WrongEncoding;
        return isJson ? fromParseError(document.error()).inFile(name)
                      : unrecognised(name, document.error().position);
    }
    const Shape shape = shapeOf(document.root());
    if (shape == Shape::Unknown)
        return unrecognised(name, document.root().position());
    if (shape == Shape::Canonical)
        return Conversion{shape, std::string(text), {}};
    std::vector<Step> steps;
    tellDuplicates(steps, document);
    return finished(shape, takenApart(shape, document.root()), std::move(steps), name);
}

} // namespace designer::event
