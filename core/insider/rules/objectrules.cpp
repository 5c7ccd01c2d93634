// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/objectrules.h"

#include "insider/wording.h"
#include "json/pointer.h"

#include <QCoreApplication>

namespace designer::insider {

namespace {

/// Reports a shape that is not \a wanted.
bool isShape(Walk &walk, const std::string &pointer, std::string_view name, json::Kind wanted,
             const json::Value &value)
{
    if (value.is(wanted))
        return true;
    const QString shape = wanted == json::Kind::Object ? QCoreApplication::translate("Insider", "an object")
                                                       : QCoreApplication::translate("Insider", "a list");
    walk.report(Rule::ObjectType, pointer, {shown(name), shape, described(value)});
    return false;
}

void checkAction(Walk &walk, const std::string &path, std::string_view attribute, const json::Value &patch)
{
    if (!isShape(walk, path, attribute, json::Kind::Object, patch))
        return;
    const json::Value action = patch.find("action");
    if (!action) {
        walk.report(Rule::ObjectFieldMissing, path + "/action", {QStringLiteral("action"), shown(attribute)});
        return;
    }
    const ObjectAction *row = action.isString() ? walk.known().objectAction(action.text()) : nullptr;
    if (!row) {
        walk.report(Rule::ObjectActionUnknown, path + "/action", {described(action)});
        return;
    }
    for (const std::string &needed : row->needs) {
        if (!patch.find(needed))
            walk.report(Rule::ObjectFieldMissing, json::appended(path, needed),
                        {shown(needed), shown(row->name)});
    }
    if (row->name == "remove" && !patch.find("match"))
        walk.report(Rule::ObjectRemoveAll, path, {shown(attribute)});
}

void checkCustom(Walk &walk, const std::string &path, const json::Value &attributes)
{
    const json::Value custom = attributes.find("custom");
    if (!custom) {
        walk.report(Rule::ObjectFieldMissing, path + "/custom",
                    {QStringLiteral("custom"), QStringLiteral("object_attributes")});
        return;
    }
    if (!isShape(walk, path + "/custom", "custom", json::Kind::Object, custom))
        return;
    walk.eachMember(custom, [&](std::string_view name, const json::Value &patches) {
        const std::string pointer = json::appended(path + "/custom", name);
        if (!isShape(walk, pointer, name, json::Kind::Array, patches))
            return;
        std::size_t i = 0;
        for (const json::Value &patch : patches.elements())
            checkAction(walk, json::appended(pointer, i++), name, patch);
    });
}

} // namespace

void checkObjectAttributes(Walk &walk, const std::string &path, const json::Value &attributes)
{
    if (!attributes)
        return;
    if (attributes.isNull())
        walk.report(Rule::ContainerNull, path, {QStringLiteral("object_attributes")});
    else if (attributes.isObject() && attributes.size() == 0)
        walk.report(Rule::CustomEmpty, path, {QStringLiteral("object_attributes")});
    else if (isShape(walk, path, "object_attributes", json::Kind::Object, attributes))
        checkCustom(walk, path, attributes);
}

} // namespace designer::insider
