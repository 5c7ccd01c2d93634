// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "insider/profile.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

/// Small payloads around the part that a test is about.
namespace payloads {

inline designer::insider::Moment now()
{
    return std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
}

inline std::string user(std::string_view members)
{
    return R"({"users":[{"identifiers":{"uuid":"u-17"},)" + std::string(members) + "}]}";
}

inline std::string identified(std::string_view identifiers)
{
    return R"({"users":[{"identifiers":)" + std::string(identifiers) + R"(,"attributes":{"age":41}}]})";
}

inline std::string attributes(std::string_view members)
{
    return user(R"("attributes":{)" + std::string(members) + '}');
}

inline std::string withEvent(std::string_view members)
{
    return user(R"("events":[{"event_name":"bouquet_tied","timestamp":"2026-02-28T12:00:00Z")"
                + (members.empty() ? std::string() : ',' + std::string(members)) + "}]");
}

inline std::string params(std::string_view members)
{
    return withEvent(R"("event_params":{)" + std::string(members) + '}');
}

inline std::string purchase(std::string_view params)
{
    return user(R"("events":[{"event_name":"purchase","timestamp":"2026-02-28T12:00:00Z","event_params":{)"
                + std::string(params) + "}}]");
}

inline std::string objects(std::string_view patches)
{
    return user(R"("attributes":{"age":41},"object_attributes":{"custom":{"vases":)" + std::string(patches)
                + "}}");
}

inline std::string users(std::string_view list)
{
    return R"({"users":[)" + std::string(list) + "]}";
}

/// "CODE severity /pointer", one a line, in the order in which they are found.
inline QString printed(const designer::Findings &findings)
{
    QStringList lines;
    for (const designer::Finding &finding : findings)
        lines << QString::fromStdString(finding.code + ' ' + std::string(name(finding.severity)) + ' '
                                        + finding.payloadPointer.value_or("-"));
    return lines.join(u'\n');
}

} // namespace payloads
