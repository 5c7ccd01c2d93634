// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/idfinding.h"

#include "connection/connection.h"

#include <QCoreApplication>

#include <string>

namespace designer::ui {

namespace {

Finding found(std::string_view code, const QString &message)
{
    Finding out;
    out.code = code;
    out.severity = Severity::Error;
    out.message = message;
    out.templatePlace = TemplatePlace{'/' + std::string(connection::key::id), {}};
    return out;
}

} // namespace

bool isOfTheList(const Finding &finding)
{
    return finding.code == idTakenCode || finding.code == idMissingCode;
}

std::optional<Finding> idFinding(std::string_view id, bool isTaken)
{
    if (id.find_first_not_of(" \t") == std::string_view::npos)
        return found(idMissingCode,
                     QCoreApplication::translate("Document", "A destination needs an ID of its own."));
    if (isTaken)
        return found(idTakenCode,
                     QCoreApplication::translate("Document", "Another destination has this ID."));
    return std::nullopt;
}

} // namespace designer::ui
