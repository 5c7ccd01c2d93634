// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exporttext.h"

#include "condition/conditions.h"
#include "connection/editing.h"
#include "connection/plaincredential.h"
#include "secrets/reference.h"
#include "json/layout.h"
#include "json/text.h"

#include <QCoreApplication>

namespace designer::ui {

namespace {

using connection::Connection;
using connection::ExportFormat;

void addUses(std::vector<SecretUse> &uses, const std::string &text, const QString &where)
{
    for (const secrets::Reference &reference : secrets::findReferences(text))
        uses.push_back({reference.name, where});
}

std::size_t bytesWithoutSpaces(const std::string &text)
{
    const json::Document document(text);
    return document.isValid() ? json::minified(document.root()).size() : text.size();
}

} // namespace

std::vector<SecretUse> secretUses(const Connection &connection)
{
    std::vector<SecretUse> uses;
    addUses(uses, connection.url(), QCoreApplication::translate("ExportPage", "Endpoint URL"));
    for (const connection::Header &header : connection.headers())
        addUses(uses, header.value, json::toQString(header.name));
    return uses;
}

QStringList plainCredentials(const Connection &connection)
{
    QStringList out;
    for (const connection::Header &header : connection.headers()) {
        if (connection::isPlainCredential(header.name, header.value))
            out << json::toQString(header.name);
    }
    return out;
}

Result<Connection> withSecretValues(const Connection &connection, const secrets::Secrets &values)
{
    std::vector<connection::HeaderRow> rows = connection::headerRows(connection);
    for (connection::HeaderRow &row : rows) {
        if (!row.on)
            continue;
        Result<std::string> filled = secrets::substitute(row.value, values, secrets::Insertion::AsItIs);
        if (!filled)
            return filled.error();
        row.value = std::move(filled).value();
    }
    const Result<std::string> url
        = secrets::substitute(connection.url(), values, secrets::Insertion::PercentEncoded);
    if (!url)
        return url.error();
    Result<Connection> withRows = connection::withHeaderRows(connection, rows);
    if (!withRows || *url == connection.url())
        return withRows;
    return connection::withText(*withRows, connection::key::url, *url);
}

ExportText exportText(const Connection &connection, ExportFormat format)
{
    ExportText out;
    Result<connection::Exported> exported = connection::exported(connection, format);
    if (!exported) {
        out.refused = exported.error();
        return out;
    }
    out.exported = std::move(exported).value();
    if (format != ExportFormat::Fragments)
        out.bytes = bytesWithoutSpaces(out.exported.text);
    if (format != ExportFormat::Whole) {
        const auto compiled = condition::Conditions::compile(connection.conditions());
        out.hasConditions = compiled.problems.empty() && !compiled.conditions.empty();
        if (out.hasConditions)
            out.beyondHardal = compiled.conditions.beyondHardal().size();
    }
    return out;
}

} // namespace designer::ui
