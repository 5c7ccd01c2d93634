// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/samplefields.h"

#include "event/path.h"
#include "event/walk.h"

#include <QLatin1String>

#include <algorithm>

namespace designer::ui {
namespace {

constexpr std::size_t deepest = 12;
constexpr qsizetype most = 5000;
constexpr std::size_t mostValues = 100; // of one array

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

SampleFields::SampleFields(std::shared_ptr<const event::Event> event)
    : m_event(std::move(event)), m_eventName(QString::fromStdString(m_event->eventName()))
{
    event::walk(m_event->root(), event::Elements::First, [this](const event::Step &step) {
        if (m_paths.size() >= most)
            return event::Onward::Stop;
        if (step.path.empty())
            return event::Onward::Past; // a name that no rule could write
        m_paths += QString::fromStdString(step.path);
        return step.depth + 1 < deepest ? event::Onward::Into : event::Onward::Past;
    });
    m_paths.removeDuplicates();
}

std::vector<std::string> SampleFields::values(std::optional<condition::Type> type,
                                              const std::string &field) const
{
    const auto path = event::Path::parse(type == condition::Type::EventName ? "event_name" : field);
    const json::Value seen = m_event && path ? event::lookUp(m_event->root(), *path).value : json::Value();
    std::vector<std::string> out;
    const auto add = [&out](const json::Value &value) {
        std::string text(value.raw());
        if (value && !value.isContainer() && out.size() < mostValues
            && std::find(out.begin(), out.end(), text) == out.end())
            out.push_back(std::move(text));
    };
    add(seen);
    for (const json::Value &element : seen.elements())
        add(element);
    return out;
}

QString SampleFields::shortened(const QString &path, std::optional<condition::Type> type)
{
    const QLatin1String prefix = type ? prefixOf(*type) : QLatin1String("");
    return path.startsWith(prefix) ? path.mid(prefix.size()) : path;
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
