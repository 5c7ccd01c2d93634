// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QStringList>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace designer::event {

/// The members of an object that is being put together, in order. No value is lost: where a name is
/// taken by another value, the later one gets a name of its own. Internal to the room.
class Fields
{
public:
    /// Adds a member and returns the name under which it stands.
    std::string add(std::string_view name, std::string_view json);
    /// Adds all members of \a object but those in \a except. Names that stand twice in it stay so
    /// (the last counts, as in any JSON text). Returns the names that had to be changed: old, new.
    std::vector<std::pair<std::string, std::string>> addAll(const json::Value &object,
                                                            const std::vector<std::string_view> &except = {});
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
    void set(Slot slot, std::string_view json) { m_slots[index(slot)] = std::string(json); }
    /// created_at, written as RFC 3339. \a name is what the source calls it.
    void setTime(const json::Value &value, std::string_view name);
    /// device_type, in lower case. \a name is what the source calls it.
    void setDevice(const json::Value &value, std::string_view name);
    Fields &user() { return m_user; }
    Fields &page() { return m_page; }

    /// A value under `properties`; a changed name is told.
    void addProperty(std::string_view name, std::string_view json);
    void addProperties(const json::Value &object, const std::vector<std::string_view> &except = {});
    /// A value that has no place of its own: under `properties`, and told in one sentence with the
    /// others of its kind.
    void addHomeless(std::string_view name, std::string_view json);

    void tell(const QString &sentence) { m_steps << sentence; }
    [[nodiscard]] QStringList steps() const;
    /// The event's JSON text, in the order of the canonical event.
    [[nodiscard]] std::string json() const;

private:
    static std::size_t index(Slot slot) { return static_cast<std::size_t>(slot); }
    void tellRenamed(const std::string &name, const std::string &now);

    std::optional<std::string> m_slots[5];
    Fields m_user;
    Fields m_page;
    Fields m_properties;
    std::vector<std::string> m_homeless;
    QStringList m_steps;
};

} // namespace designer::event
