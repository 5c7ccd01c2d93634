// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/walk.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace designer::insider {

/// What the users of one payload have to do with each other: gathered user by user, judged at the
/// end.
class Batch
{
public:
    /// One identifier with a value, `email` or `custom.loyalty_id`, of the user at \a user.
    void noteIdentifier(std::size_t user, std::string_view kind, std::string_view value, std::string pointer);
    void noteOptOut() { ++m_optOuts; }
    /// That the request's own flag overwrites a list has been said.
    void noteOverwriting() { m_overwritesNoted = true; }
    [[nodiscard]] bool overwritesNoted() const { return m_overwritesNoted; }
    /// An event older than a day; the first one is named.
    void noteHistory(std::string_view event, std::string_view timestamp);

    struct Sighting
    {
        std::size_t user = 0;
        std::string pointer;
    };
    struct Shared
    {
        std::string kind;
        std::string value;
        std::vector<Sighting> sightings; ///< in the order of the users
    };
    struct History
    {
        std::string event;
        std::string timestamp;
    };

    /// Values in the order of their first sighting.
    [[nodiscard]] const std::vector<Shared> &identifiers() const { return m_identifiers; }
    [[nodiscard]] std::size_t optOuts() const { return m_optOuts; }
    [[nodiscard]] const std::optional<History> &history() const { return m_history; }

private:
    std::vector<Shared> m_identifiers;
    std::unordered_map<std::string, std::size_t> m_byValue;
    std::size_t m_optOuts = 0;
    std::optional<History> m_history;
    bool m_overwritesNoted = false;
};

/// USER_DUPLICATE, IDENT_CHANGE, one value on many strangers, GDPR_OPTOUT of everybody, SKIP_HOOK_HISTORY.
void checkBatch(Walk &walk, const Batch &batch, const json::Value &root, std::size_t users);

} // namespace designer::insider
