// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/blocked.h"

#include "testrun/requestbuilder.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace designer::testrun {

namespace {

constexpr std::size_t namesTold = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

} // namespace

QString pathList(const std::vector<event::Path> &paths, std::size_t most)
{
    QStringList out;
    for (std::size_t i = 0; i < std::min(paths.size(), most); ++i)
        out << json::toQString(paths[i].text());
    if (paths.size() > most)
        out << QStringLiteral("…");
    return out.join(QStringLiteral(", "));
}

HeadNeeds::HeadNeeds(const connection::CompiledConnection &connection)
{
    if (connection.requestFormat.options().missing != tmpl::MissingPolicy::Block)
        return;
    const auto add = [this](const connection::TextField &field) {
        if (!field.placeholders().found.empty())
            m_fields.push_back(field);
    };
    add(connection.url);
    for (const OutgoingHeader &header : outgoingHeaders(connection))
        add(header.value);
}

std::vector<event::Path> HeadNeeds::missing(const json::Value &event) const
{
    std::vector<event::Path> out;
    for (const connection::TextField &field : m_fields) {
        for (event::Path &path : field.fill(event, tmpl::MissingPolicy::Block).missing) {
            const bool isKnown = std::any_of(out.begin(), out.end(), [&path](const event::Path &one) {
                return one.text() == path.text();
            });
            if (!isKnown)
                out.push_back(std::move(path));
        }
    }
    return out;
}

tmpl::Rendering HeadNeeds::applied(tmpl::Rendering rendering, const json::Value &event) const
{
    if (rendering.blocked != tmpl::Blocked::No)
        return rendering;
    std::vector<event::Path> lacking = missing(event);
    if (lacking.empty())
        return rendering;
    tmpl::Rendering out;
    out.blocked = tmpl::Blocked::MissingValues;
    out.missing = std::move(lacking); // the payload itself lacks nothing, or it would be blocked
    out.insideProperties = std::move(rendering.insideProperties);
    return out;
}

Error blockedError(tmpl::Blocked why, const std::vector<event::Path> &missing)
{
    const auto error = [](ErrorCode code, const QString &message, const QString &wayOut) {
        return Error{code, message, wayOut, {}, {}};
    };
    switch (why) {
    case tmpl::Blocked::TooDeep:
        return error(
            ErrorCode::PayloadTooDeep,
            tr("not rendered: the payload would be nested deeper than %1 levels").arg(json::maximumDepth),
            tr("put in a smaller part of the event"));
    case tmpl::Blocked::TooLarge:
        return error(ErrorCode::PayloadTooLarge, tr("not rendered: the payload would be larger than 4 GB"),
                     tr("put in a smaller part of the event"));
    case tmpl::Blocked::MissingValues:
    case tmpl::Blocked::No: break;
    }
    return error(ErrorCode::MissingValues,
                 tr("not rendered: %1 not in this event, and the connection blocks then")
                     .arg(pathList(missing, namesTold)),
                 tr("give the event these values, or choose another policy for missing values"));
}

} // namespace designer::testrun
