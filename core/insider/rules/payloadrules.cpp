// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/payloadrules.h"

#include "insider/formats.h"
#include "insider/rules/appendrules.h"
#include "insider/rules/batchrules.h"
#include "insider/rules/userrules.h"
#include "insider/wording.h"
#include "json/pointer.h"

namespace designer::insider {

namespace {

void checkFlag(Walk &walk, std::string_view name, const json::Value &value)
{
    if (value.isNull())
        walk.report(Rule::ContainerNull, json::appended("", name), {shown(name)});
    else if (!value.isBool())
        walk.report(Rule::FlagType, json::appended("", name), {shown(name), described(value)});
}

void checkCallback(Walk &walk, const json::Value &value)
{
    std::string buffer;
    const std::string_view address = value.isString() ? Walk::textOf(value, buffer) : std::string_view();
    if (!isWebAddress(address))
        walk.report(Rule::CallbackNoUrl, "/error_callback_endpoint", {described(value)});
    else if (isInsecureAddress(address))
        walk.report(Rule::CallbackInsecure, "/error_callback_endpoint", {shown(address)});
}

void checkRootKeys(Walk &walk, const json::Value &root)
{
    walk.eachMember(root, [&](std::string_view name, const json::Value &value) {
        if (!walk.known().rootKeys.contains(name))
            walk.report(Rule::RootKeyUndocumented, json::appended("", name), {shown(name)});
        else if (name == "error_callback_endpoint")
            checkCallback(walk, value);
        else if (name != "users")
            checkFlag(walk, name, value);
    });
    checkRequestAppend(walk, AppendFlags(root));
}

void checkUsers(Walk &walk, const json::Value &root, const json::Value &users)
{
    const std::size_t count = users.size();
    if (count == 0)
        walk.report(Rule::UsersEmpty, "/users");
    if (count > walk.known().maximumUsers)
        walk.report(Rule::UsersTooMany, "/users",
                    {QString::number(count), QString::number(walk.known().maximumUsers)});
    Batch batch;
    const AppendFlags ofRequest(root);
    std::size_t i = 0;
    for (const json::Value &user : users.elements())
        checkUser(walk, batch, ofRequest, user, i++);
    checkBatch(walk, batch, root, count);
}

} // namespace

void checkPayload(Walk &walk, const json::Value &root)
{
    if (!root.isObject()) {
        walk.report(Rule::RootNotObject, "", {described(root)});
        return;
    }
    checkRootKeys(walk, root);
    const json::Value users = root.find("users");
    if (!users)
        walk.answerRequest(Rule::UsersMissing, "/users", {}, "usersMissing");
    else if (!users.isArray())
        walk.report(Rule::UsersNotArray, "/users", {described(users)});
    else
        checkUsers(walk, root, users);
}

} // namespace designer::insider
