// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/samplefields.h"

#include "event/path.h"

#include <QLatin1String>

namespace designer::ui {
namespace {

constexpr int deepest = 12;
constexpr qsizetype most = 5000;

QLatin1String prefixOf(condition::Type type)
{
    switch (type) {
    case condition::Type::Property: return QLatin1String("properties.");
    case condition::Type::User: return QLatin1String("user.");
    case condition::Type::Page: return QLatin1String("page.");
    case condition::Type::EventName:
    case condition::Type::Path: break;
    }
    return QLatin1String("");
}

} // namespace

SampleFields::SampleFields(const event::Event &event) : m_eventName(QString::fromStdString(event.eventName()))
{
    for (const json::Member &member : event.root().members())
        collect(member.value, QString::fromStdString(member.nameText()), 1);
    m_paths.removeDuplicates();
}

void SampleFields::collect(const json::Value &value, const QString &path, int depth)
{
    if (m_paths.size() >= most || !event::Path::parse(path.toStdString()))
        return; // a name that no rule could write
    m_paths += path;
    if (depth >= deepest)
        return;
    for (const json::Member &member : value.members())
        collect(member.value, path + QLatin1Char('.') + QString::fromStdString(member.nameText()), depth + 1);
    if (const json::Value first = value.at(0))
        collect(first, path + QLatin1String(".0"), depth + 1);
}

QStringList SampleFields::paths(std::optional<condition::Type> type) const
{
    const QLatin1String prefix = type ? prefixOf(*type) : QLatin1String("");
    QStringList out;
    for (const QString &path : m_paths) {
        if (path.startsWith(prefix))
            out += path;
    }
    return out;
}

} // namespace designer::ui
