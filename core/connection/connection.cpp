// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"

#include <QCoreApplication>

#include <unordered_map>

namespace designer::connection {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

} // namespace

std::string_view defaultSetting(std::string_view name)
{
    if (name == key::method)
        return "POST";
    return name == key::contentType ? "application/json" : "";
}

Result<Connection> Connection::load(std::string bytes, const QString &file)
{
    Connection connection;
    connection.m_file = file;
    connection.m_document = json::Document(std::move(bytes));
    if (!connection.m_document.isValid())
        return fromParseError(connection.m_document.error()).inFile(file);
    const json::Value root = connection.m_document.root();
    if (!root.isObject()) {
        return Error{ErrorCode::NotAConnection, tr("a connection is a JSON object, and this is none"),
                     tr("choose a connection file, or make one with “new”"), file, root.position()};
    }
    return connection;
}

Result<Connection> Connection::edited(const json::TextEdit &edit) const
{
    return load(json::applied(bytes(), edit), m_file);
}

std::string Connection::text(std::string_view name) const
{
    const json::Value value = member(name);
    return value.isString() ? value.text() : std::string();
}

json::Value Connection::designerMember(std::string_view name) const
{
    return member(key::designer).find(name);
}

std::string Connection::method() const
{
    const json::Value given = member(key::method);
    return given.isString() ? given.text() : std::string(defaultSetting(key::method));
}

std::string Connection::contentType() const
{
    const std::string given = text(key::contentType);
    return given.empty() ? std::string(defaultSetting(key::contentType)) : given;
}

std::vector<Header> Connection::headersOf(const json::Value &object) const
{
    std::vector<Header> out;
    std::unordered_map<std::string, std::size_t> places;
    for (const json::Member &member : object.members()) {
        if (!member.value.isString())
            continue;
        Header header{member.nameText(), member.value.text(), member.value};
        const auto [earlier, isNew] = places.try_emplace(header.name, out.size());
        if (isNew)
            out.push_back(std::move(header));
        else
            out[earlier->second] = std::move(header);
    }
    return out;
}

std::vector<Header> Connection::headers() const
{
    return headersOf(member(key::headers));
}

std::vector<Header> Connection::headersOff() const
{
    return headersOf(designerMember("headers_off"));
}

bool Connection::active() const
{
    return designerMember("active").isTrue();
}

std::string Connection::notes() const
{
    const json::Value notes = designerMember("notes");
    return notes.isString() ? notes.text() : std::string();
}

json::Value Connection::conditions() const
{
    return designerMember("conditions");
}

tmpl::Options Connection::options() const
{
    // Only a text is a word: the literal null is no policy, though one is called so.
    const auto word = [this](std::string_view name) {
        const json::Value value = designerMember(name);
        return value.isString() ? value.text() : std::string();
    };
    tmpl::Options options;
    options.missing = tmpl::missingPolicyFromName(word("missing_values")).value_or(tmpl::MissingPolicy::Omit);
    options.values = tmpl::valueModeFromName(word("values")).value_or(tmpl::ValueMode::Typed);
    options.kind = tmpl::contentKind(contentType());
    return options;
}

TemplateStorage Connection::templateStorage() const
{
    const json::Value format = member(key::requestFormat);
    if (format.isContainer())
        return TemplateStorage::Spliced;
    return format.isString() ? TemplateStorage::String : TemplateStorage::None;
}

std::string Connection::templateText() const
{
    const json::Value format = member(key::requestFormat);
    return templateStorage() == TemplateStorage::None ? std::string() : format.text();
}

TemplatePlace Connection::templatePlace(std::string_view pointer, std::size_t offset) const
{
    TemplatePlace place;
    place.pointer = std::string(key::requestFormatPointer) + std::string(pointer);
    const json::Value format = member(key::requestFormat);
    place.position = format.isString() ? json::positionAt(format.text(), offset)
                                       : m_document.positionAt(format.begin() + offset);
    return place;
}

TemplatePlace Connection::place(const json::Value &value) const
{
    return {value.pointer(), value.position()};
}

} // namespace designer::connection
