// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/conversion.h"
#include "json/value.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace designer::event {

using NameFilter = std::function<bool(std::string_view name)>;
/// Names that had to be changed: the old one and the new one.
using Renamed = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] bool anyName(std::string_view name);
[[nodiscard]] NameFilter allBut(std::vector<std::string_view> names);

/// The members of an object that is being put together, in order. No value is lost: where a name is
/// taken by another value, the later one gets a name of its own. Internal to the room.
class Fields
{
public:
    /// Adds a member and returns the name under which it stands.
    std::string add(std::string_view name, std::string_view json);
    /// Adds the members of \a object that \a wanted accepts. Names that stand twice in it stay so
    /// (the last counts, as in any JSON text).
    Renamed addAll(const json::Value &object, const NameFilter &wanted);
    [[nodiscard]] bool empty() const { return m_members.empty(); }
    [[nodiscard]] std::string json() const;

private:
    [[nodiscard]] std::string freeName(std::string_view name) const;
    void append(std::string name, std::string_view json);

    std::vector<std::pair<std::string, std::string>> m_members;
    std::unordered_map<std::string, std::string> m_taken; // the last value of each name
};

/// A canonical event that is being put together from another shape, and what was done so far.
class Canonical
{
public:
    enum class Slot { EventName, CreatedAt, UserId, SessionId, DeviceType };

    [[nodiscard]] bool has(Slot slot) const { return m_slots[index(slot)].has_value(); }
    /// The slot's JSON text; empty where it is not set.
    [[nodiscard]] std::string_view text(Slot slot) const;
    void set(Slot slot, std::string_view json) { m_slots[index(slot)] = std::string(json); }
    /// created_at, written as RFC 3339. \a name is what the source calls it.
    void setTime(const json::Value &value, std::string_view name);
    /// device_type, in lower case. \a name is what the source calls it.
    void setDevice(const json::Value &value, std::string_view name);
    /// A field of `page`; \a name is what the source calls it.
    void addPageField(std::string_view field, std::string_view json, std::string_view name);
    void addPage(const json::Value &object);
    void addUser(const json::Value &object, const NameFilter &wanted = anyName);

    /// A value under `properties`; a changed name is told.
    void addProperty(std::string_view name, std::string_view json);
    void addProperties(const json::Value &object, const NameFilter &wanted = anyName);
    /// A value that has no place of its own: under `properties`, and told in one sentence with the
    /// others of its kind.
    void addHomeless(std::string_view name, std::string_view json);

    void tell(const QString &sentence) { m_steps.push_back({sentence, false}); }
    /// The same of what nothing but examples suggest.
    void tellInferred(const QString &sentence) { m_steps.push_back({sentence, true}); }
    [[nodiscard]] std::vector<Step> steps() const;
    /// The event's JSON text, in the order of the canonical event.
    [[nodiscard]] std::string json() const;

private:
    static std::size_t index(Slot slot) { return static_cast<std::size_t>(slot); }
    void tellRenamed(std::string_view where, const Renamed &renamed);

    std::optional<std::string> m_slots[5];
    Fields m_user;
    Fields m_page;
    Fields m_properties;
    std::vector<std::string> m_paged; // what went under page, by the source's names
    std::vector<std::string> m_homeless;
    std::vector<Step> m_steps;
};

} // namespace designer::event
