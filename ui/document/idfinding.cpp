// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/idfinding.h"

#include "connection/connection.h"
#include "ui/document/blank.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <utility>

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
    if (isBlank(id))
        return found(idMissingCode,
                     QCoreApplication::translate("Document", "A destination needs an ID of its own."));
    if (isTaken)
        return found(idTakenCode,
                     QCoreApplication::translate("Document", "Another destination has this ID."));
    return std::nullopt;
}

void addIdFinding(Findings &findings, std::string_view id, bool isTaken)
{
    auto finding = idFinding(id, isTaken);
    const auto isThere = [&finding](const Finding &one) {
        return one.severity == Severity::Error && one.templatePlace
            && one.templatePlace->pointer == finding->templatePlace->pointer;
    };
    if (finding && std::none_of(findings.begin(), findings.end(), isThere))
        findings.push_back(std::move(*finding));
}

} // namespace designer::ui
