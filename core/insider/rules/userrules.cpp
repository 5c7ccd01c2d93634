// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/userrules.h"

#include "insider/rules/attributerules.h"
#include "insider/rules/eventrules.h"
#include "insider/rules/identifierrules.h"
#include "insider/rules/objectrules.h"
#include "insider/wording.h"
#include "json/pointer.h"

namespace designer::insider {

namespace {

/// Where a name that stands directly in the user belongs, or nothing.
QString rightPlace(const Catalogue &known, std::string_view name)
{
    if (known.identifiers.contains(name))
        return QStringLiteral("identifiers");
    if (known.attributes.contains(name))
        return QStringLiteral("attributes");
    if (name == "custom")
        return QStringLiteral("attributes.custom");
    if (name == "event_name" || name == "event_params" || name == "timestamp")
        return QStringLiteral("events");
    return {};
}

void checkUserKeys(Walk &walk, const std::string &path, const json::Value &user)
{
    walk.eachMember(user, [&](std::string_view name, const json::Value &) {
        if (walk.known().userKeys.contains(name))
            return;
        const QString place = rightPlace(walk.known(), name);
        if (place.isEmpty())
            walk.report(Rule::UserKeyUndocumented, json::appended(path, name), {shown(name)});
        else
            walk.report(Rule::UserKeyMisplaced, json::appended(path, name), {shown(name), place});
    });
}

/// Whether there is something in \a attributes to write. A shape that is no object has its own
/// finding, and is not empty.
bool holdsAttributes(const json::Value &attributes)
{
    if (!attributes || attributes.isNull())
        return false;
    if (!attributes.isObject())
        return true;
    for (const json::Member &member : attributes.members()) {
        const bool isEmptyCustom = member.name.raw() == "\"custom\""
            && (member.value.isNull() || (member.value.isObject() && member.value.size() == 0));
        if (!isEmptyCustom)
            return true;
    }
    return false;
}

bool holdsEvents(const json::Value &events)
{
    return events && !events.isNull() && (!events.isArray() || events.size() > 0);
}

void checkContent(Walk &walk, const std::string &path, const json::Value &user)
{
    if (holdsAttributes(user.find("attributes")) || holdsEvents(user.find("events")))
        return;
    const bool hasObjects = user.find("object_attributes").size() > 0;
    walk.report(hasObjects ? Rule::UserOnlyObjectAttributes : Rule::UserEmpty, path);
}

} // namespace

void checkUser(Walk &walk, Batch &batch, const AppendFlags &ofRequest, const json::Value &user,
               std::size_t number)
{
    const std::string path = "/users/" + std::to_string(number);
    walk.beginUser(number);
    if (user.isObject()) {
        checkUserKeys(walk, path, user);
        checkIdentity(walk, batch, path, user);
        checkContent(walk, path, user);
        checkAttributes(walk, batch, path + "/attributes", user.find("attributes"));
        checkUserAppend(walk, batch, path, ofRequest, user);
        checkEvents(walk, batch, path + "/events", user.find("events"));
        checkObjectAttributes(walk, path + "/object_attributes", user.find("object_attributes"));
    } else {
        walk.report(Rule::UserNotObject, path, {described(user)});
    }
    walk.endUser();
}

} // namespace designer::insider
