// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/roundtrip.h"

#include "connection/editing.h"
#include "connection/exportformats.h"
#include "connection/importformats.h"
#include "template/placeholder.h"

#include <QCoreApplication>

namespace designer::workspace {

namespace {

using connection::Connection;
using connection::ExportFormat;

QString tr(const char *text)
{
    return QCoreApplication::translate("Workspace", text);
}

Finding lost(const QString &message, const QString &wayOut)
{
    Finding finding;
    finding.code = "ROUND_TRIP";
    finding.severity = Severity::Error;
    finding.message = message;
    finding.fixTitle = wayOut;
    return finding;
}

/// What Hardal's seven keys say, in whichever way a file writes them.
struct SevenKeys
{
    std::vector<std::string> settings;
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<std::string> placeholders; ///< of the body
    bool operator==(const SevenKeys &) const = default;
};

SevenKeys sevenKeys(const Connection &connection)
{
    SevenKeys out;
    for (const std::string &setting : {connection.label(), connection.id(), connection.url(),
                                       connection.method(), connection.contentType()})
        out.settings.push_back(connection::withNamesForSecrets(setting));
    for (const connection::Header &header : connection.headers())
        out.headers.emplace_back(header.name, connection::withNamesForSecrets(header.value));
    // No placeholder reaches out of the string that holds it, so the text alone tells them.
    for (const tmpl::Placeholder &placeholder : tmpl::findPlaceholders(connection.templateText()).found)
        out.placeholders.push_back(placeholder.path.text());
    return out;
}

/// The connection that importing \a text makes.
Result<Connection> importedAgain(const std::string &text)
{
    const Result<connection::Imported> imported = connection::imported(text);
    return imported ? Connection::load(imported->bytes) : Result<Connection>(imported.error());
}

/// Empty where all that the window does with a file that nobody edits leaves it as it is.
QString lostByEditing(const Connection &connection)
{
    const connection::TakenApart parts = connection::TakenApart::of(connection);
    const Result<Connection> whole = connection::putTogether(parts.shell, parts.body, parts.form);
    if (!whole)
        return whole.error().sentence();
    if (whole->bytes() != connection.bytes())
        return tr("its template is written otherwise");
    return {};
}

/// Empty where the seven keys come back the same, and where Hardal's JSON cannot hold the connection.
QString lostByHardal(const Connection &connection)
{
    const auto out = connection::exported(connection, ExportFormat::Hardal);
    if (!out)
        return {};
    const Result<Connection> again = importedAgain(out->text);
    if (!again)
        return again.error().sentence();
    const auto outAgain = connection::exported(*again, ExportFormat::Hardal);
    const bool same = outAgain && outAgain->text == out->text && sevenKeys(*again) == sevenKeys(connection);
    return same ? QString() : tr("its seven keys are others");
}

} // namespace

Findings roundTrip(const Connection &connection, bool isSound)
{
    Findings out;
    const auto add = [&](const QString &what, const QString &reason, const QString &wayOut) {
        if (reason.isEmpty())
            return;
        out.push_back(lost(what.arg(reason), wayOut));
        out.back().templatePlace = connection.place(connection.document().root());
    };
    add(tr("Opened and saved again, the file would not be the same: %1."), lostByEditing(connection),
        tr("Keep a copy of the file"));
    if (!isSound)
        return out;
    add(tr("Exported as Hardal’s seven keys and imported again, the connection is not the same: %1."),
        lostByHardal(connection), tr("Export the whole file"));
    return out;
}

} // namespace designer::workspace
