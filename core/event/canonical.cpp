// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/canonical.h"

#include "event/eventtime.h"
#include "event/words.h"
#include "text/ascii.h"
#include "json/writer.h"

#include <algorithm>

namespace designer::event {

namespace {

constexpr std::size_t namesTold = 12;
constexpr std::size_t stepsTold = 100;

QString listed(const std::vector<std::string> &names)
{
    QStringList out;
    for (std::size_t i = 0; i < names.size() && i < namesTold; ++i)
        out << json::toQString(names[i]);
    if (names.size() > namesTold)
        out << Words::tr("%1 more").arg(names.size() - namesTold);
    return out.join(QStringLiteral(", "));
}

} // namespace

bool anyName(std::string_view)
{
    return true;
}

NameFilter allBut(std::vector<std::string_view> names)
{
    return [names = std::move(names)](std::string_view name) {
        return std::find(names.begin(), names.end(), name) == names.end();
    };
}

void Fields::append(std::string name, std::string_view json)
{
    m_taken.insert_or_assign(name, std::string(json));
    m_members.emplace_back(std::move(name), json);
}

std::string Fields::freeName(std::string_view name) const
{
    for (std::size_t i = 2;; ++i) {
        std::string candidate = std::string(name) + '_' + std::to_string(i);
        if (!m_taken.contains(candidate))
            return candidate;
    }
}

std::string Fields::add(std::string_view name, std::string_view json)
{
    const auto taken = m_taken.find(std::string(name));
    if (taken != m_taken.end() && taken->second == json)
        return std::string(name);
    std::string free = taken == m_taken.end() ? std::string(name) : freeName(name);
    append(free, json);
    return free;
}

Renamed Fields::addAll(const json::Value &object, const NameFilter &wanted)
{
    Renamed renamed;
    std::unordered_map<std::string, std::string> own; // where this object's names went
    for (const json::Member &member : object.members()) {
        std::string name = member.nameText();
        if (!wanted(name))
            continue;
        const auto twice = own.find(name);
        if (twice != own.end()) {
            append(twice->second, member.value.raw());
            continue;
        }
        std::string now = add(name, member.value.raw());
        if (now != name)
            renamed.emplace_back(name, now);
        own.emplace(std::move(name), std::move(now));
    }
    return renamed;
}

std::string Fields::json() const
{
    json::Writer w;
    w.beginObject();
    for (const auto &[name, json] : m_members)
        w.name(name).raw(json);
    return w.endObject().take();
}

std::string_view Canonical::text(Slot slot) const
{
    const auto &json = m_slots[index(slot)];
    return json ? std::string_view(*json) : std::string_view();
}

void Canonical::setTime(const json::Value &value, std::string_view name)
{
    const EventTime time = eventTime(value, json::toQString(name));
    set(Slot::CreatedAt, time.json);
    if (!time.step.isEmpty())
        tell(time.step);
}

void Canonical::setDevice(const json::Value &value, std::string_view name)
{
    const std::string text = value.text();
    const std::string lower = value.isString() ? text::lowerCase(text) : text;
    if (lower == text) {
        set(Slot::DeviceType, value.raw());
        return;
    }
    set(Slot::DeviceType, json::quoted(lower));
    tell(Words::tr("%1 %2 is written in lower case: %3.")
             .arg(json::toQString(name), json::toQString(text), json::toQString(lower)));
}

void Canonical::addPageField(std::string_view field, std::string_view json, std::string_view name)
{
    const std::string now = m_page.add(field, json);
    m_paged.emplace_back(name);
    if (now != field)
        tellRenamed("page", {{std::string(field), now}});
}

void Canonical::addPage(const json::Value &object)
{
    tellRenamed("page", m_page.addAll(object, anyName));
}

void Canonical::addUser(const json::Value &object, const NameFilter &wanted)
{
    tellRenamed("user", m_user.addAll(object, wanted));
}

void Canonical::tellRenamed(std::string_view where, const Renamed &renamed)
{
    for (const auto &[name, now] : renamed) {
        tell(Words::tr("%1.%2 stands for two different values: the second is kept as %1.%3.")
                 .arg(json::toQString(where), json::toQString(name), json::toQString(now)));
    }
}

void Canonical::addProperty(std::string_view name, std::string_view json)
{
    const std::string now = m_properties.add(name, json);
    if (now != name)
        tellRenamed("properties", {{std::string(name), now}});
}

void Canonical::addProperties(const json::Value &object, const NameFilter &wanted)
{
    tellRenamed("properties", m_properties.addAll(object, wanted));
}

void Canonical::addHomeless(std::string_view name, std::string_view json)
{
    addProperty(name, json);
    m_homeless.emplace_back(name);
}

std::vector<Step> Canonical::steps() const
{
    std::vector<Step> out = m_steps;
    if (out.size() > stepsTold) {
        out.resize(stepsTold);
        out.push_back(
            {Words::tr("%1 further changes of the same kinds were made.").arg(m_steps.size() - stepsTold)});
    }
    if (!m_paged.empty())
        out.push_back({Words::tr("Under page went: %1.").arg(listed(m_paged))});
    if (!m_homeless.empty())
        out.push_back(
            {Words::tr("What has no place of its own went under properties: %1.").arg(listed(m_homeless)),
             true});
    return out;
}

std::string Canonical::json() const
{
    json::Writer w;
    w.beginObject();
    const auto write = [&](const char *name, Slot slot) {
        if (has(slot))
            w.name(name).raw(*m_slots[index(slot)]);
    };
    write("event_name", Slot::EventName);
    write("created_at", Slot::CreatedAt);
    write("user_id", Slot::UserId);
    write("session_id", Slot::SessionId);
    if (!m_user.empty())
        w.name("user").raw(m_user.json());
    if (!m_page.empty())
        w.name("page").raw(m_page.json());
    write("device_type", Slot::DeviceType);
    w.name("properties").raw(m_properties.json());
    return w.endObject().take();
}

} // namespace designer::event
