// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/instant.h"
#include "event/shapes.h"

#include <algorithm>

namespace designer::event {

namespace {

bool hasAny(const json::Value &object, std::initializer_list<std::string_view> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return bool(object.find(name)); });
}

bool isPlaceholder(const json::Value &value)
{
    return value.isString() && value.raw().starts_with("\"##") && value.raw().ends_with("##\"")
        && value.raw().find_first_of(" \t") == std::string_view::npos;
}

/// A template's body may have an event name too; a placeholder beside it tells it from an event. Deeper
/// inside anything may stand in an event.
bool holdsPlaceholder(const json::Value &root)
{
    for (const json::Member &member : root.members()) {
        if (isPlaceholder(member.value))
            return true;
    }
    return false;
}

bool isPushEnvelope(const json::Value &root)
{
    const std::string type = root.find("type").text();
    if (!root.find("type").isString())
        return false;
    const json::Value payload = root.find("payload");
    if (payload.isObject())
        return type == "event" || type == "identify" || hasAny(payload, {"name", "website", "signal"});
    return (type == "event" || type == "identify") && root.find("data").isObject()
        && root.find("name").isString();
}

bool isEventsApiRecord(const json::Value &root)
{
    return root.find("event_name") && !root.find("properties").isObject()
        && hasAny(root, {"website_id", "event_type", "page_title"});
}

bool isSdkTime(const json::Value &value)
{
    return value.isString() && instantFromEvent(value.text()) && !instantFromRfc3339(value.text());
}

bool isSdkEvent(const json::Value &root)
{
    const json::Value properties = root.find("properties");
    if (!properties.isObject() || hasAny(root, {"user", "page", "user_id", "session_id", "device_type"}))
        return false;
    return properties.find("page").isObject() || properties.find("properties").isObject()
        || hasAny(properties, {"distinct", "browser", "screen", "device_type", "query_params"})
        || isSdkTime(root.find("created_at")) || !root.find("event_name");
}

} // namespace

Shape shapeOf(const json::Value &root)
{
    if (!root.isObject() || holdsPlaceholder(root))
        return Shape::Unknown;
    if (isPushEnvelope(root))
        return Shape::PushEnvelope;
    if (isEventsApiRecord(root))
        return Shape::EventsApiRecord;
    const bool mobile = root.find("event").isString() && root.find("properties").isObject();
    if ((root.find("event_name") || mobile) && isSdkEvent(root))
        return Shape::SdkEvent;
    if (root.find("event_name"))
        return Shape::Canonical;
    const bool dataLayer = root.find("event").isString() && root.find("ecommerce").isObject();
    return dataLayer ? Shape::TrackCall : Shape::Unknown;
}

} // namespace designer::event
