// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/idtaken.h"

#include "connection/connection.h"

#include <QCoreApplication>

#include <string>

namespace designer::ui {

Finding idTakenFinding()
{
    Finding out;
    out.code = idTakenCode;
    out.severity = Severity::Error;
    out.message = QCoreApplication::translate("Document", "Another destination has this ID.");
    out.templatePlace = TemplatePlace{'/' + std::string(connection::key::id), {}};
    return out;
}

} // namespace designer::ui
