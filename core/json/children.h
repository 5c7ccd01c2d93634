// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace designer::json {

/// The children of a text's long containers by name and by number, noted when one is asked about
/// for the second time: asking about every child of a container does not search it each time. May
/// be asked from several threads. Internal to the room.
class Children
{
public:
    /// As json::child(). All questions are about one index, which must not change.
    [[nodiscard]] Value of(const Value &parent, std::string_view token) const;

private:
    struct Table
    {
        bool filled = false;
        std::unordered_map<std::string, std::uint32_t> byName;
        std::vector<std::uint32_t> byNumber;
    };
    static void fill(Table &table, const Value &parent);

    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::uint32_t, Table> m_tables; // by the container's node
};

} // namespace designer::json
