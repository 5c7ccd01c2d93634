// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/appendrules.h"

#include "insider/wording.h"
#include "json/pointer.h"

#include <QCoreApplication>

namespace designer::insider {

namespace {

void checkConflict(Walk &walk, const std::string &path, const AppendFlags &flags)
{
    if (!flags.append || !flags.notAppend)
        return;
    const QString outcome = flags.overwrites()
        ? QCoreApplication::translate("Insider", "lists overwrite what is stored")
        : QCoreApplication::translate("Insider", "lists are added to what is stored");
    walk.report(Rule::AppendConflict, path + "/not_append", {outcome});
}

void checkUserFlag(Walk &walk, const std::string &path, std::string_view name, const json::Value &value)
{
    if (!value || value.isBool())
        return;
    if (value.isNull())
        walk.report(Rule::ContainerNull, json::appended(path, name), {shown(name)});
    else
        walk.report(Rule::FlagType, json::appended(path, name), {shown(name), described(value)});
}

/// The first list among the attributes, or nothing.
QString firstList(const json::Value &attributes)
{
    for (const json::Member &member : attributes.members()) {
        if (member.value.isArray())
            return shown(member.nameText());
    }
    for (const json::Member &member : attributes.find("custom").members()) {
        if (member.value.isArray())
            return shown(member.nameText());
    }
    return {};
}

/// \a path: of the place where \a flags stand. Those of the request are reported once.
void checkOverwriting(Walk &walk, Batch &batch, const std::string &path, const AppendFlags &flags,
                      const json::Value &attributes)
{
    if (!flags.overwrites() || (path.empty() && batch.overwritesNoted()))
        return;
    const QString list = firstList(attributes);
    if (list.isEmpty())
        return;
    if (path.empty())
        batch.noteOverwriting();
    const std::string flag(flags.decisive());
    walk.report(Rule::NotAppendArray, path + '/' + flag,
                {list, shown(flag), flag == "append" ? QStringLiteral("false") : QStringLiteral("true")});
}

} // namespace

AppendFlags::AppendFlags(const json::Value &holder)
    : append(holder.find("append")), notAppend(holder.find("not_append"))
{ }

bool AppendFlags::overwrites() const
{
    return append.isBool() ? !append.isTrue() : notAppend.isTrue();
}

void checkRequestAppend(Walk &walk, const AppendFlags &ofRequest)
{
    checkConflict(walk, {}, ofRequest);
}

void checkUserAppend(Walk &walk, Batch &batch, const std::string &path, const AppendFlags &ofRequest,
                     const json::Value &user)
{
    const AppendFlags ofUser(user);
    if (!ofRequest.any() && !ofUser.any())
        return;
    checkUserFlag(walk, path, "append", ofUser.append);
    checkUserFlag(walk, path, "not_append", ofUser.notAppend);
    checkConflict(walk, path, ofUser);
    if (ofRequest.any() && ofUser.any()) {
        const std::string name(ofUser.decisive());
        walk.report(Rule::AppendLevel, path + '/' + name, {shown(name)});
    }
    checkOverwriting(walk, batch, ofUser.any() ? path : std::string(), ofUser.any() ? ofUser : ofRequest,
                     user.find("attributes"));
}

} // namespace designer::insider
