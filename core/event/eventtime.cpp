// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/eventtime.h"

#include "event/instant.h"
#include "event/words.h"

#include <QDateTime>

#include <charconv>
#include <optional>

namespace designer::event {

namespace {

/// Smaller numbers are seconds: as milliseconds they would lie before 5 March 1973.
constexpr std::int64_t leastMilliseconds = 100'000'000'000;
constexpr std::int64_t lastMillisecond = 253'402'300'799'999; // the end of the year 9999

std::optional<std::string> fromEpoch(std::string_view number)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || value <= 0)
        return {};
    const bool seconds = value < leastMilliseconds;
    if (value > lastMillisecond)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(seconds ? value * 1000 : value, Qt::UTC);
    return time.toString(seconds ? Qt::ISODate : Qt::ISODateWithMs).toStdString();
}

/// \a text, a time in UTC without offset or a date alone, as RFC 3339.
std::string withOffset(std::string text)
{
    constexpr std::size_t dateLength = 10;
    if (text.size() == dateLength)
        text += "T00:00:00";
    text[dateLength] = 'T';
    return text + 'Z';
}

EventTime changed(const json::Value &value, const QString &name, const std::string &time, const QString &why)
{
    const QString step = why.arg(name, json::toQString(value.text()), json::toQString(time));
    return {json::quoted(time), step};
}

} // namespace

EventTime eventTime(const json::Value &value, const QString &name)
{
    EventTime unknown{std::string(value.raw()),
                      Words::tr("%1 is no time that can be read: it stays as it is.").arg(name)};
    if (value.isNumber()) {
        const auto time = fromEpoch(value.raw());
        return time ? changed(value, name, *time, Words::tr("%1 %2 counts from 1970: written as %3."))
                    : unknown;
    }
    std::string text = value.text();
    if (!value.isString() || !instantFromEvent(text))
        return unknown;
    if (!instantFromRfc3339(text))
        return changed(value, name, withOffset(text), Words::tr("%1 %2 is in UTC: written as %3."));
    const std::size_t space = text.find(' ');
    if (space == std::string::npos)
        return {std::string(value.raw()), {}};
    text[space] = 'T';
    return changed(value, name, text, Words::tr("%1 %2 is written as %3."));
}

} // namespace designer::event
