// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsremarks.h"

#include "connection/importformats.h"
#include "connection/mends.h"
#include "insider/mends.h"
#include "ui/document/blank.h"
#include "ui/document/idfinding.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::ui {
namespace {

namespace key = connection::key;

QString tr(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

std::optional<FieldRemark> remarkOnLabel(const connection::Connection &connection)
{
    if (!isBlank(connection.label()))
        return std::nullopt;
    return FieldRemark{Tone::Warning, tr("Without a name it is hard to find in your list."), {}, {}};
}

/// Ids go into addresses and file names.
std::optional<FieldRemark> remarkOnSpelling(const std::string &id, const IdCheck &isIdTaken)
{
    const bool isPlain = std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (isPlain)
        return std::nullopt;
    const std::string better = suggestedId(id, isIdTaken);
    return FieldRemark{Tone::Warning, tr("Small letters, digits and hyphens are safe in an ID."),
                       tr("Use %1").arg(json::toQString(better)), better};
}

std::optional<FieldRemark> remarkOnId(const connection::Connection &connection, const IdCheck &isIdTaken)
{
    const std::string id = connection.id();
    const bool isEmpty = isBlank(id);
    const std::optional<Finding> finding = idFinding(id, !isEmpty && isIdTaken && isIdTaken(id));
    if (!finding)
        return remarkOnSpelling(id, isIdTaken);
    const std::string better = suggestedId(isEmpty ? connection.label() : id, isIdTaken);
    return FieldRemark{Tone::Error, finding->message, tr("Use %1").arg(json::toQString(better)), better};
}

/// Of the link that mends what \a finding says of the field at \a pointer.
QString wordsOfMend(std::string_view pointer, const Finding &finding)
{
    if (finding.code == "ENDPOINT_WRONG")
        return finding.fixTitle.value_or(QString());
    if (finding.code == "ENDPOINT_INVALID")
        return tr("Begin it with https://");
    if (finding.code == "METHOD_WRONG")
        return tr("Use POST");
    if (finding.code == "HEADER_CONTENT_TYPE")
        return tr("Use application/json");
    return pointer == "/x_designer/values" ? tr("Keep their type") : tr("Leave the field out");
}

FieldRemark remarkOf(std::string_view pointer, const Finding &finding,
                     const connection::Connection &connection)
{
    std::optional<std::string> value = insider::mendedSetting(finding, connection.url());
    if (!value)
        value = connection::mendedSetting(pointer, finding, connection);
    return {toneOf(finding.severity), finding.message, value ? wordsOfMend(pointer, finding) : QString(),
            value.value_or(std::string())};
}

const Finding *worst(std::string_view pointer, const Findings &findings)
{
    const Finding *out = nullptr;
    for (const Finding &finding : findings) {
        if (isAbout(finding, pointer) && (!out || finding.severity < out->severity))
            out = &finding;
    }
    return out;
}

} // namespace

bool isAbout(const Finding &finding, std::string_view pointer)
{
    if (!finding.templatePlace)
        return false;
    const std::string &place = finding.templatePlace->pointer;
    if (!place.empty())
        return place == pointer;
    return (finding.code == "ENDPOINT_INVALID" && pointer.substr(1) == key::url)
        || (finding.code == "METHOD_WRONG" && pointer.substr(1) == key::method);
}

std::optional<FieldRemark> remarkOn(std::string_view pointer, const Findings &findings,
                                    const connection::Connection &connection, const IdCheck &isIdTaken)
{
    const Finding *const finding = worst(pointer, findings);
    if (finding && !isOfTheList(*finding)) // that has a way out below
        return remarkOf(pointer, *finding, connection);
    if (pointer == '/' + std::string(key::label))
        return remarkOnLabel(connection);
    if (pointer == '/' + std::string(key::id))
        return remarkOnId(connection, isIdTaken);
    return std::nullopt;
}

std::string suggestedId(std::string_view label, const IdCheck &isIdTaken)
{
    const std::string plain = connection::slug(label);
    std::string out = plain;
    for (int number = 2; isIdTaken && isIdTaken(out); ++number)
        out = plain + '-' + std::to_string(number);
    return out;
}

bool idFollowsLabel(const connection::Connection &connection, const IdCheck &isIdTaken)
{
    const std::string id = connection.id();
    const std::string label = connection.label();
    return id.empty() ? label.empty() : id == connection::slug(label) || id == suggestedId(label, isIdTaken);
}

} // namespace designer::ui
