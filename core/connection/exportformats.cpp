// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/exportformats.h"

#include "connection/compiledconnection.h"
#include "connection/indentation.h"

#include "condition/conditions.h"
#include "secrets/reference.h"
#include "template/template.h"
#include "json/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::connection {

namespace {

constexpr int indent = 2;

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

/// A setting as the file has it, escapes and all.
std::string settingText(const Connection &connection, std::string_view name)
{
    const json::Value value = connection.document().root().find(name);
    if (!value.isString())
        return json::quoted(defaultSetting(name));
    const std::string text = value.text();
    const std::string named = withNamesForSecrets(text);
    return named == text ? std::string(value.raw()) : json::quoted(named);
}

void writeSettings(json::Writer &writer, const Connection &connection)
{
    for (const std::string_view name : key::settings)
        writer.name(name).raw(settingText(connection, name));
}

void writeHeaders(json::Writer &writer, const Connection &connection)
{
    writer.beginObject();
    for (const Header &header : connection.headers()) {
        writer.name(header.name);
        const std::string named = withNamesForSecrets(header.value);
        named == header.value ? writer.raw(header.place.raw()) : writer.string(named);
    }
    writer.endObject();
}

Error refused(const Connection &connection, const QString &message, const QString &wayOut,
              const json::Position &at)
{
    return {ErrorCode::ExportRefused, message, wayOut, connection.file(), at};
}

struct Body
{
    std::string json;
    bool isText = false; ///< it is rendered as a text, so its white space is the author's too
    std::size_t quotedPlaceholders = 0;
};

Error noJson(const Connection &connection, const Error &why, const json::Position &at)
{
    const QString message = why.position
        ? tr("line %1 of the body cannot be read: %2").arg(why.position->line).arg(why.message)
        : tr("the body cannot be read: %1").arg(why.message);
    return refused(connection, message, tr("mend the body, or export the whole file"), at);
}

/// The template's JSON with quotes around bare placeholders, and nothing before or after it.
Body quotedBody(const tmpl::Template &compiled)
{
    const json::Value root = compiled.document().root();
    const std::string_view text = compiled.text();
    Body body;
    std::size_t at = root.begin();
    for (const tmpl::Placeholder &placeholder : compiled.placeholders()) {
        if (placeholder.role != tmpl::Role::Bare)
            continue;
        body.json += text.substr(at, placeholder.begin - at);
        body.json += '"';
        body.json += text.substr(placeholder.begin, placeholder.end - placeholder.begin);
        body.json += '"';
        at = placeholder.end;
        ++body.quotedPlaceholders;
    }
    body.json += text.substr(at, root.end() - at);
    return body;
}

/// The template as JSON: bare placeholders go out quoted.
Result<Body> bodyOf(const Connection &connection)
{
    const json::Value format = connection.document().root().find(key::requestFormat);
    if (format.isContainer())
        return Body{std::string(format.raw()), connection.options().kind != tmpl::ContentKind::Json};
    const json::Position place = format.position();
    if (connection.options().kind != tmpl::ContentKind::Json) {
        return refused(connection, tr("the body is no JSON, and Hardal’s JSON can hold no other"),
                       tr("set content_type to application/json, or export the whole file"), place);
    }
    const auto compiled = tmpl::Template::compile(connection.templateText(), connection.options());
    if (!compiled)
        return noJson(connection, compiled.error(), place);
    const json::Value root = compiled->document().root();
    if (!root.isContainer()) {
        return refused(connection,
                       tr("the body is one single value, and Hardal’s JSON holds an object or a list"),
                       tr("make it an object or a list, or export the whole file"), place);
    }
    Body body = quotedBody(*compiled);
    if (body.quotedPlaceholders > 0 && connection.options().values == tmpl::ValueMode::Text) {
        return refused(
            connection,
            tr("the template has placeholders without quotes, which JSON cannot hold, and with values set "
               "to “text” quotes would change what is sent"),
            tr("put quotes around them, set values to “typed”, or export the whole file"), place);
    }
    return body;
}

/// What the seven keys cannot hold.
QStringList notesOn(const Connection &connection, const Body &body)
{
    QStringList notes;
    if (body.quotedPlaceholders > 0) {
        notes << tr("Placeholders without quotes (there are %1) went out in quotes. What is sent stays the "
                    "same.")
                     .arg(body.quotedPlaceholders);
    }
    const auto compiled = condition::Conditions::compile(connection.conditions());
    if (!compiled.problems.empty())
        notes << tr("The conditions cannot be used as they stand, and are left out.");
    if (compiled.problems.empty() && !compiled.conditions.empty()) {
        const QStringList beyond = compiled.conditions.beyondHardal();
        notes << tr("The conditions are left out: Hardal keeps them on a screen of its own. Enter there: %1.")
                     .arg(compiled.conditions.sentence());
        if (!beyond.isEmpty()) {
            notes << tr("Hardal’s list of conditions cannot hold all of them: %1 The way out: several "
                        "connections, one for each branch.")
                         .arg(beyond.join(QLatin1Char(' ')));
        }
    }
    if (!connection.headersOff().empty())
        notes << tr("Headers that are switched off are left out.");
    const tmpl::Options options = connection.options();
    if (options.missing != tmpl::MissingPolicy::Omit || options.values != tmpl::ValueMode::Typed)
        notes << tr("What happens to missing values, and whether values are texts, is left out.");
    return notes;
}

Result<Exported> exportHardal(const Connection &connection, const Body &body)
{
    Exported out;
    json::Writer writer(indent);
    writer.beginObject();
    writeSettings(writer, connection);
    writer.name(key::requestFormat).raw(body.json);
    writer.name(key::headers);
    writeHeaders(writer, connection);
    writer.endObject();
    out.text = writer.take() + '\n';
    return out;
}

Result<Exported> exportFragments(const Connection &connection, const Body &body)
{
    Exported out;
    json::Writer endpoint(indent);
    endpoint.beginObject();
    writeSettings(endpoint, connection);
    endpoint.endObject();
    json::Writer headers(indent);
    headers.beginObject().name(key::headers);
    writeHeaders(headers, connection);
    headers.endObject();
    out.parts = {endpoint.take(), headers.take(), body.isText ? body.json : atLeftEdge(body.json)};
    for (const std::string &part : out.parts)
        out.text += part + '\n';
    return out;
}

} // namespace

std::optional<ExportFormat> exportFormatFromName(std::string_view name)
{
    if (name == "hardal")
        return ExportFormat::Hardal;
    if (name == "whole")
        return ExportFormat::Whole;
    if (name == "fragments")
        return ExportFormat::Fragments;
    return std::nullopt;
}

std::string withNamesForSecrets(std::string_view text)
{
    std::string out;
    std::size_t at = 0;
    for (const secrets::Reference &reference : secrets::findReferences(text)) {
        out += text.substr(at, reference.begin - at);
        out += secrets::exportedName(reference.name);
        at = reference.end;
    }
    return out.append(text.substr(at));
}

Result<Exported> exported(const Connection &connection, ExportFormat format)
{
    if (format == ExportFormat::Whole)
        return Exported{connection.bytes(), {}, {}};
    // What would be written in the place of such a setting would be our invention.
    if (const std::optional<Error> unsound = unsoundSetting(connection))
        return *unsound;
    const Result<Body> body = bodyOf(connection);
    if (!body)
        return body.error();
    Result<Exported> out = format == ExportFormat::Hardal ? exportHardal(connection, *body)
                                                          : exportFragments(connection, *body);
    if (out)
        out->notes = notesOn(connection, *body);
    return out;
}

} // namespace designer::connection
