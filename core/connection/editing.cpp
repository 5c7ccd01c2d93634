// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"

#include "connection/members.h"
#include "json/text.h"

#include <QCoreApplication>

#include <map>

namespace designer::connection {

namespace {

constexpr std::string_view headersOffKey = "headers_off";

Error brokenDesigner(const Connection &connection, const json::Value &designer)
{
    return {
        ErrorCode::UnsoundConnection,
        QCoreApplication::translate("Connection", "“x_designer” is no object, so nothing can be kept in it"),
        QCoreApplication::translate("Connection", "take it out of the file, or make it an object"),
        connection.file(), designer.position()};
}

/// Sets \a name of `x_designer` to \a json; nothing takes it away.
Result<Connection> withDesignerMember(const Connection &connection, std::string_view name,
                                      const std::optional<std::string> &json)
{
    const json::Value root = connection.document().root();
    const json::Value designer = root.find(key::designer);
    if (designer && !designer.isObject())
        return brokenDesigner(connection, designer);
    if (!json)
        return withoutDesignerMember(connection, name);
    if (designer)
        return connection.edited(json::setMember(designer, name, *json));
    const Result<Connection> added = connection.edited(json::setMember(root, key::designer, "{}"));
    return added ? withDesignerMember(*added, name, json) : added;
}

/// As withDesignerMember(), for a value that the file need not say: a default is written only where
/// the file has the key already.
Result<Connection> withDesignerWord(const Connection &connection, std::string_view name,
                                    const std::string &json, bool isDefault)
{
    const bool there = static_cast<bool>(connection.document().root().find(key::designer).find(name));
    return isDefault && !there ? connection : withDesignerMember(connection, name, json);
}

std::string shown(const json::Value &value)
{
    return value.isString() ? value.text() : std::string(value.raw());
}

void appendRows(std::vector<HeaderRow> &out, const json::Value &object, bool on)
{
    for (const json::Member &member : object.members())
        out.push_back({member.nameText(), shown(member.value), on});
}

/// The bytes of the members that were there, by what they say.
using Raws = std::multimap<std::pair<std::string, std::string>, json::MemberText>;

void collectRaws(Raws &out, const json::Value &object)
{
    for (const json::Member &member : object.members())
        out.emplace(std::pair(member.nameText(), shown(member.value)),
                    json::MemberText{std::string(member.name.raw()), std::string(member.value.raw())});
}

std::vector<json::MemberText> memberTexts(const std::vector<HeaderRow> &rows, bool on, Raws &raws)
{
    std::vector<json::MemberText> out;
    for (const HeaderRow &row : rows) {
        if (row.on != on)
            continue;
        const auto raw = raws.find({row.name, row.value});
        out.push_back(raw == raws.end() ? json::MemberText{json::quoted(row.name), json::quoted(row.value)}
                                        : raw->second);
        if (raw != raws.end())
            raws.erase(raw);
    }
    return out;
}

/// \a connection with an object \a name at its root.
Result<Connection> withObject(const Connection &connection, std::string_view name)
{
    const json::Value root = connection.document().root();
    const json::Value there = root.find(name);
    if (there.isObject())
        return connection;
    return connection.edited(there ? json::setMember(root, name, "{}")
                                   : json::insertMember(root, keyAfter(root, name), name, "{}"));
}

Result<Connection> withHeadersOff(const Connection &connection, const std::vector<json::MemberText> &members)
{
    const json::Value there = connection.document().root().find(key::designer).find(headersOffKey);
    if (members.empty())
        return there ? withDesignerMember(connection, headersOffKey, std::nullopt) : connection;
    if (there.isObject())
        return connection.edited(json::setMembers(there, members));
    const Result<Connection> added = withDesignerMember(connection, headersOffKey, "{}");
    return added ? withHeadersOff(*added, members) : added;
}

} // namespace

Result<Connection> withText(const Connection &connection, std::string_view name, std::string_view value)
{
    const json::Value root = connection.document().root();
    const json::Value there = root.find(name);
    if (there.isString() && there.text() == value)
        return connection;
    const std::string json = json::quoted(value);
    return connection.edited(there ? json::setMember(root, name, json)
                                   : json::insertMember(root, keyAfter(root, name), name, json));
}

Result<Connection> withActive(const Connection &connection, bool active)
{
    return withDesignerWord(connection, "active", active ? "true" : "false", !active);
}

Result<Connection> withNotes(const Connection &connection, std::string_view notes)
{
    return withDesignerMember(connection, "notes",
                              notes.empty() ? std::nullopt : std::optional(json::quoted(notes)));
}

Result<Connection> withMissingPolicy(const Connection &connection, tmpl::MissingPolicy policy)
{
    return withDesignerWord(connection, "missing_values", json::quoted(tmpl::name(policy)),
                            policy == tmpl::MissingPolicy::Omit);
}

Result<Connection> withValueMode(const Connection &connection, tmpl::ValueMode mode)
{
    return withDesignerWord(connection, "values", json::quoted(tmpl::name(mode)),
                            mode == tmpl::ValueMode::Typed);
}

Result<Connection> withConditions(const Connection &connection, std::string_view conditions)
{
    return withDesignerMember(connection, "conditions",
                              conditions.empty() ? std::nullopt : std::optional(std::string(conditions)));
}

std::vector<HeaderRow> headerRows(const Connection &connection)
{
    std::vector<HeaderRow> out;
    const json::Value root = connection.document().root();
    appendRows(out, root.find(key::headers), true);
    appendRows(out, root.find(key::designer).find(headersOffKey), false);
    return out;
}

Result<Connection> withHeaderRows(const Connection &connection, const std::vector<HeaderRow> &rows)
{
    if (rows == headerRows(connection))
        return connection;
    const json::Value root = connection.document().root();
    Raws raws;
    collectRaws(raws, root.find(key::headers));
    collectRaws(raws, root.find(key::designer).find(headersOffKey));
    const std::vector<json::MemberText> on = memberTexts(rows, true, raws);
    const Result<Connection> withOff = withHeadersOff(connection, memberTexts(rows, false, raws));
    Result<Connection> ready = withOff ? withObject(*withOff, key::headers) : withOff;
    if (!ready)
        return ready;
    return ready->edited(json::setMembers(ready->document().root().find(key::headers), on));
}

} // namespace designer::connection
