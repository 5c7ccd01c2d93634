// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsremarks.h"

#include "connection/importformats.h"
#include "insider/catalogue.h"
#include "template/options.h"
#include "json/text.h"

#include <QCoreApplication>

#include <utility>

namespace designer::ui {
namespace {

namespace key = connection::key;

QString tr(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::optional<FieldRemark> remarkOnLabel(const connection::Connection &connection)
{
    if (!isBlank(connection.label()))
        return std::nullopt;
    return FieldRemark{Tone::Warning, tr("Without a name it is hard to find in your list."), {}, {}};
}

std::optional<FieldRemark> remarkOnId(const connection::Connection &connection, const IdCheck &isIdTaken)
{
    const std::string id = connection.id();
    const bool isEmpty = isBlank(id);
    if (!isEmpty && !(isIdTaken && isIdTaken(id)))
        return std::nullopt;
    const std::string better = suggestedId(isEmpty ? connection.label() : id, isIdTaken);
    const QString sentence
        = isEmpty ? tr("A destination needs an ID of its own.") : tr("Another destination has this ID.");
    return FieldRemark{Tone::Error, sentence, tr("Use %1").arg(json::toQString(better)), better};
}

using WayOut = std::pair<QString, std::string>;

std::string upsertAddress()
{
    const insider::Catalogue &known = insider::catalogue();
    return "https://" + known.endpointHost + known.endpointPath;
}

WayOut addressWayOut(const Finding &finding, const std::string &url)
{
    constexpr std::string_view insecure = "http://";
    const bool isInsecure = url.starts_with(insecure);
    if (finding.code == "ENDPOINT_WRONG" && finding.severity == Severity::Warning && isInsecure)
        return {tr("Use https"), "https://" + url.substr(insecure.size())};
    if (finding.code == "ENDPOINT_WRONG" && finding.fixTitle)
        return {*finding.fixTitle, upsertAddress()};
    if (finding.code == "ENDPOINT_INVALID" && !isBlank(url) && url.find("://") == std::string::npos)
        return {tr("Begin it with https://"), "https://" + url};
    return {};
}

WayOut wayOutOf(std::string_view pointer, const Finding &finding, const connection::Connection &connection)
{
    if (pointer == '/' + std::string(key::url))
        return addressWayOut(finding, connection.url());
    if (finding.code == "METHOD_WRONG")
        return {tr("Use POST"), "POST"};
    if (finding.code == "HEADER_CONTENT_TYPE")
        return {tr("Use application/json"), "application/json"};
    if (finding.code == "SETTING_INVALID" && pointer == "/x_designer/missing_values")
        return {tr("Leave the field out"), std::string(tmpl::name(tmpl::MissingPolicy::Omit))};
    if (finding.code == "SETTING_INVALID" && pointer == "/x_designer/values")
        return {tr("Keep their type"), std::string(tmpl::name(tmpl::ValueMode::Typed))};
    return {};
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
    if (const Finding *finding = worst(pointer, findings)) {
        auto [words, value] = wayOutOf(pointer, *finding, connection);
        return FieldRemark{toneOf(finding->severity), finding->message, words, std::move(value)};
    }
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
