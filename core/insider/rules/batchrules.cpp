// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/batchrules.h"

#include "insider/wording.h"
#include "text/ascii.h"

#include <algorithm>
#include <map>
#include <set>

namespace designer::insider {

namespace {

/// So many people with one value are strangers, not one person sent twice.
constexpr std::size_t strangers = 3;

/// E-mail addresses that differ in case or in blanks around them are the same person's; other
/// identifiers are compared as they stand.
std::string normalised(std::string_view kind, std::string_view value)
{
    std::string out(value);
    if (kind != "email")
        return out;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    out.erase(out.begin(), std::find_if_not(out.begin(), out.end(), isBlank));
    out.erase(std::find_if_not(out.rbegin(), out.rend(), isBlank).base(), out.end());
    return text::lowerCase(out);
}

/// What tells people apart for certain: one person may have several uuids, but hardly one uuid
/// several addresses and numbers.
bool isPersonal(std::string_view kind)
{
    return kind == "email" || kind == "phone_number";
}

using ValuesOfUser
    = std::unordered_map<std::size_t, std::vector<std::pair<std::string_view, std::string_view>>>;

ValuesOfUser personalValues(const Batch &batch)
{
    ValuesOfUser out;
    for (const Batch::Shared &shared : batch.identifiers()) {
        for (const Batch::Sighting &sighting : shared.sightings) {
            if (isPersonal(shared.kind))
                out[sighting.user].emplace_back(shared.kind, shared.value);
        }
    }
    return out;
}

bool joinsStrangers(const Batch::Shared &shared, const ValuesOfUser &personal)
{
    std::set<std::string_view> emails;
    std::set<std::string_view> phones;
    for (const Batch::Sighting &sighting : shared.sightings) {
        const auto found = personal.find(sighting.user);
        if (found == personal.end())
            continue;
        for (const auto &[kind, value] : found->second) {
            if (kind != shared.kind)
                (kind == "email" ? emails : phones).insert(value);
        }
    }
    return emails.size() >= strangers || phones.size() >= strangers;
}

void reportShared(Walk &walk, const Batch::Shared &shared)
{
    for (const Batch::Sighting &sighting : shared.sightings)
        walk.report(Rule::IdentifierShared, sighting.pointer,
                    {QString::number(shared.sightings.size()), shown(shared.kind), shown(shared.value)});
}

/// One identifier of a user.
struct Identifier
{
    const Batch::Shared *shared = nullptr; ///< its kind and value
    const std::string *pointer = nullptr;
};

/// What each user has, in the order of the users.
std::map<std::size_t, std::vector<Identifier>> identifiersOfUsers(const Batch &batch)
{
    std::map<std::size_t, std::vector<Identifier>> out;
    for (const Batch::Shared &shared : batch.identifiers()) {
        for (const Batch::Sighting &sighting : shared.sightings)
            out[sighting.user].push_back({&shared, &sighting.pointer});
    }
    return out;
}

using Person = std::map<std::string_view, std::string_view>; // the first value of each kind
using PersonOf = std::map<const Batch::Shared *, std::size_t>;

/// What is known of \a from is \a to's; where both have a value of one kind, \a to keeps its own.
void join(std::vector<Person> &people, PersonOf &personOf, std::size_t from, std::size_t to)
{
    people[to].merge(people[from]);
    for (auto &[identifier, person] : personOf) {
        if (person == from)
            person = to;
    }
}

/// The number of the one whom \a identifiers belong to. Several that were known apart are one from now on.
std::size_t personWith(const std::vector<Identifier> &identifiers, std::vector<Person> &people,
                       PersonOf &personOf)
{
    std::optional<std::size_t> found;
    for (const Identifier &one : identifiers) {
        const auto known = personOf.find(one.shared);
        if (known == personOf.end())
            continue;
        if (!found)
            found = known->second;
        else if (known->second != *found)
            join(people, personOf, known->second, *found);
    }
    if (!found) {
        people.emplace_back();
        found = people.size() - 1;
    }
    return *found;
}

/// Users who have one of \a joining in common are one person: of each kind of identifier the first value
/// counts, and another one is a change.
void checkChanges(Walk &walk, const Batch &batch, const std::set<const Batch::Shared *> &joining)
{
    if (joining.empty())
        return;
    std::vector<Person> people;
    PersonOf personOf;
    for (const auto &[user, identifiers] : identifiersOfUsers(batch)) {
        const std::size_t person = personWith(identifiers, people, personOf);
        for (const Identifier &one : identifiers) {
            const auto [first, isNew] = people[person].try_emplace(one.shared->kind, one.shared->value);
            if (!isNew && first->second != one.shared->value)
                walk.report(Rule::IdentifierChange, *one.pointer,
                            {shown(one.shared->kind), shown(one.shared->value), shown(first->second)});
            if (joining.contains(one.shared))
                personOf.try_emplace(one.shared, person);
        }
    }
}

void checkIdentifiers(Walk &walk, const Batch &batch)
{
    std::optional<ValuesOfUser> personal;
    std::set<std::size_t> reported; // one finding a user, however many identifiers it shares
    std::set<const Batch::Shared *> joining; // what makes one person of several users
    for (const Batch::Shared &shared : batch.identifiers()) {
        if (shared.sightings.size() < 2)
            continue;
        if (shared.sightings.size() >= strangers) {
            if (!personal)
                personal = personalValues(batch);
            if (joinsStrangers(shared, *personal)) {
                reportShared(walk, shared);
                continue;
            }
        }
        if (!walk.known().placeholders.contains(text::lowerCase(shared.value)))
            joining.insert(&shared);
        for (auto it = shared.sightings.begin() + 1; it != shared.sightings.end(); ++it) {
            if (reported.insert(it->user).second)
                walk.report(Rule::UserDuplicate, it->pointer,
                            {shown(shared.kind), shown(shared.value),
                             QString::number(shared.sightings.front().user + 1)});
        }
    }
    checkChanges(walk, batch, joining);
}

} // namespace

void Batch::noteIdentifier(std::size_t user, std::string_view kind, std::string_view value,
                           std::string pointer)
{
    std::string plain = normalised(kind, value);
    std::string key(kind);
    key += '\n';
    key += plain;
    const auto [entry, isNew] = m_byValue.try_emplace(std::move(key), m_identifiers.size());
    if (isNew)
        m_identifiers.push_back({std::string(kind), std::move(plain), {}});
    auto &sightings = m_identifiers[entry->second].sightings;
    if (sightings.empty() || sightings.back().user != user)
        sightings.push_back({user, std::move(pointer)});
}

void Batch::noteHistory(std::string_view event, std::string_view timestamp)
{
    if (!m_history)
        m_history = History{std::string(event), std::string(timestamp)};
}

void checkBatch(Walk &walk, const Batch &batch, const json::Value &root, std::size_t users)
{
    checkIdentifiers(walk, batch);
    if (users >= 2 && batch.optOuts() == users)
        walk.report(Rule::GdprBatch, "/users", {QString::number(users)});
    if (batch.history() && !root.find("skip_hook").isTrue())
        walk.report(Rule::SkipHookHistory, "/skip_hook",
                    {u'“' + shown(batch.history()->event) + u'”', shown(batch.history()->timestamp)});
}

} // namespace designer::insider
