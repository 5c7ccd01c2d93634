// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/eventlacks.h"

#include "json/text.h"

namespace designer::insider {

namespace {

bool says(const json::Value &value)
{
    return (value.isString() && value.raw() != "\"\"") || value.isNumber();
}

/// The member that a new one stands before, so that it comes right after the event's name.
std::string afterName(const json::Value &root)
{
    bool passed = false;
    for (const json::Member &member : root.members()) {
        std::string name = member.nameText();
        if (passed)
            return name;
        passed = name == "event_name";
    }
    return {};
}

} // namespace

std::vector<Lack> lacksOf(const json::Document &event)
{
    std::vector<Lack> out;
    if (!event.isValid() || !event.root().isObject())
        return out;
    const json::Value root = event.root();
    const json::Value user = root.find("user");
    if (!says(root.find("created_at")))
        out.push_back(Lack::Time);
    if (!says(root.find("user_id")) && !says(user.find("email")) && !says(user.find("phone")))
        out.push_back(Lack::Customer);
    return out;
}

json::TextEdit filledIn(const json::Document &event, Lack lack, const QDateTime &now)
{
    const json::Value root = event.root();
    if (lack == Lack::Time) {
        const std::string time = json::quoted(now.toUTC().toString(Qt::ISODateWithMs).toStdString());
        if (root.find("created_at"))
            return json::setMember(root, "created_at", time);
        return json::insertMember(root, afterName(root), "created_at", time);
    }
    const std::string customer = json::quoted(placeholderCustomer);
    if (const json::Value user = root.find("user"); user.isObject())
        return json::setMember(user, "email", customer);
    const std::string user = "{\"email\": " + customer + "}";
    if (root.find("user"))
        return json::setMember(root, "user", user);
    return json::insertMember(root, afterName(root), "user", user);
}

} // namespace designer::insider
