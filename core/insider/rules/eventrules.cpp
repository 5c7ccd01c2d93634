// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/eventrules.h"

#include "event/instant.h"
#include "insider/formats.h"
#include "insider/rules/parameterrules.h"
#include "insider/wording.h"
#include "text/ascii.h"
#include "json/pointer.h"

#include <QCoreApplication>

#include <optional>
#include <unordered_map>

namespace designer::insider {

namespace {

constexpr std::int64_t secondsOfDay = 86'400;

/// The lines of an order: name and time of an event, and the group it belongs to.
using Lines = std::unordered_map<std::string, std::string>;

/// `Order Completed` as a name that Insider takes: `order_completed`. Empty where there is none.
std::string mendedName(std::string_view name)
{
    std::string out;
    bool wasLower = false;
    for (const char c : name.substr(0, 64)) {
        if (text::isUpper(c) && wasLower)
            out += '_';
        out += c == ' ' ? '_' : text::toLower(c);
        wasLower = text::isLower(c) || text::isDigit(c);
    }
    return isInsiderEventName(out) ? out : std::string();
}

void rejectName(Walk &walk, const std::string &path, std::string_view name, std::size_t number)
{
    const std::string mended = mendedName(name);
    const QString title = mended.empty()
        ? QCoreApplication::translate("Insider", "Use lower-case letters and underscores")
        : filled(QCoreApplication::translate("Insider", "Write %1"), {shown(mended)});
    walk.reject(Rule::EventNameInvalid, path + "/event_name",
                {shown(name), mended.empty() ? QString() : u' ' + title + u'.', title},
                {"eventName", "events." + std::to_string(number) + '.', {std::string(name)}});
}

/// \returns the name where it is one; what cannot be judged without it is not.
std::optional<std::string> checkName(Walk &walk, const std::string &path, const json::Value &name,
                                     std::size_t number)
{
    if (!name || name.isNull()) {
        walk.report(Rule::EventNameMissing, path + "/event_name");
        return std::nullopt;
    }
    if (!name.isString()) {
        walk.report(Rule::EventNameType, path + "/event_name", {described(name)});
        return std::nullopt;
    }
    std::string text = name.text();
    if (!isInsiderEventName(text))
        rejectName(walk, path, text, number);
    else if (walk.known().purchaseNames.contains(text))
        walk.report(Rule::PurchaseName, path + "/event_name", {shown(text)});
    return text;
}

const Retention &retentionOf(const Catalogue &known, std::string_view event)
{
    const Retention *const own = lookUp(known.retention, event);
    return own ? *own : known.customEvents;
}

QString words(const Retention &retention)
{
    return retention.months > 0 ? QCoreApplication::translate("Insider", "%1 months").arg(retention.months)
                                : QCoreApplication::translate("Insider", "%1 days").arg(retention.days);
}

void checkAge(Walk &walk, Batch &batch, const std::string &pointer, std::string_view event,
              std::string_view timestamp)
{
    const std::optional<event::Instant> instant = event::instantFromRfc3339(timestamp);
    const std::int64_t age = walk.nowSeconds() - (instant->minute * 60 + instant->second);
    if (age < -walk.known().clockSkewSeconds)
        walk.report(Rule::TimestampFuture, pointer, {shown(timestamp)});
    if (age > walk.known().historySeconds)
        batch.noteHistory(event, timestamp);
    const Retention &kept = retentionOf(walk.known(), event);
    if (age > kept.days * secondsOfDay)
        walk.report(Rule::EventOld, pointer, {shown(event), shown(timestamp), words(kept)});
}

/// Whether \a timestamp is one that Insider documents.
bool checkTimestamp(Walk &walk, const std::string &pointer, const json::Value &timestamp)
{
    std::string buffer;
    if (!timestamp || timestamp.isNull())
        walk.report(Rule::TimestampMissing, pointer);
    else if (!timestamp.isString() || !isTimestamp(Walk::textOf(timestamp, buffer)))
        walk.report(Rule::TimestampFormat, pointer, {described(timestamp)});
    else
        return true;
    return false;
}

/// Two lines of one order share their group; two events with one name and time and no group may
/// be taken for the same.
void checkLine(Walk &walk, Lines &lines, const std::string &pointer, const std::string &name,
               std::string_view timestamp, const json::Value &params, std::size_t number)
{
    const json::Value group = params.find("event_group_id");
    const std::string groupText = group && !group.isNull() ? std::string(group.raw()) : std::string();
    const auto [line, isNew] = lines.try_emplace(name + '\n' + std::string(timestamp), groupText);
    if (!isNew && (groupText.empty() || line->second != groupText))
        walk.report(Rule::EventSameTimestamp, pointer, {QString::number(number + 1)});
}

void checkEventKeys(Walk &walk, const std::string &path, const json::Value &event)
{
    walk.eachMember(event, [&](std::string_view name, const json::Value &) {
        if (name == "event_name" || name == "timestamp" || name == "event_params")
            return;
        const Catalogue &known = walk.known();
        const bool isParameter = known.parameters.contains(name) || known.otherParameters.contains(name);
        walk.report(Rule::EventMisplaced, json::appended(path, name),
                    {shown(name),
                     isParameter || name == "custom" ? QStringLiteral("event_params")
                                                     : QStringLiteral("event_params.custom")});
    });
}

void checkEvent(Walk &walk, Batch &batch, Lines *lines, const std::string &path, const json::Value &event,
                std::size_t number)
{
    if (!event.isObject()) {
        walk.report(Rule::EventType, path, {described(event)});
        return;
    }
    checkEventKeys(walk, path, event);
    const std::optional<std::string> name = checkName(walk, path, event.find("event_name"), number);
    const json::Value timestamp = event.find("timestamp");
    const json::Value params = event.find("event_params");
    const std::string pointer = path + "/timestamp";
    if (checkTimestamp(walk, pointer, timestamp) && name) {
        std::string buffer;
        const std::string_view text = Walk::textOf(timestamp, buffer);
        checkAge(walk, batch, pointer, *name, text);
        if (lines)
            checkLine(walk, *lines, pointer, *name, text, params, number);
    }
    checkParameters(walk, path + "/event_params", params, name.value_or(std::string()), number);
}

} // namespace

void checkEvents(Walk &walk, Batch &batch, const std::string &path, const json::Value &events)
{
    if (!events)
        return;
    if (events.isNull())
        walk.report(Rule::ContainerNull, path, {QStringLiteral("events")});
    else if (!events.isArray())
        walk.report(Rule::EventsType, path, {described(events)});
    const std::size_t count = events.isArray() ? events.size() : 0;
    if (events.isArray() && count == 0)
        walk.report(Rule::EventsEmpty, path);
    Lines lines;
    std::size_t number = 0;
    for (const json::Value &event : events.elements()) {
        checkEvent(walk, batch, count > 1 ? &lines : nullptr, path + '/' + std::to_string(number), event,
                   number);
        ++number;
    }
}

} // namespace designer::insider
