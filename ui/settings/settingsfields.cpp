// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsfields.h"

#include "connection/editing.h"
#include "template/options.h"
#include "json/text.h"

#include <QComboBox>
#include <QCoreApplication>

#include <array>
#include <utility>

namespace designer::ui {
namespace {

struct Row
{
    std::string_view place;
    const char *step;
};

constexpr std::array rows{
    Row{place::label, QT_TRANSLATE_NOOP("Settings", "Change the label")},
    Row{place::id, QT_TRANSLATE_NOOP("Settings", "Change the ID")},
    Row{place::url, QT_TRANSLATE_NOOP("Settings", "Change the address")},
    Row{place::method, QT_TRANSLATE_NOOP("Settings", "Change the method")},
    Row{place::contentType, QT_TRANSLATE_NOOP("Settings", "Change the content type")},
    Row{place::missingValues, QT_TRANSLATE_NOOP("Settings", "Change what missing values become")},
    Row{place::values, QT_TRANSLATE_NOOP("Settings", "Change how values are written")},
};

constexpr std::array<std::pair<tmpl::MissingPolicy, const char *>, 5> policies{{
    {tmpl::MissingPolicy::Omit, QT_TRANSLATE_NOOP("Settings", "Leave the field out")},
    {tmpl::MissingPolicy::Null, QT_TRANSLATE_NOOP("Settings", "null")},
    {tmpl::MissingPolicy::Empty, QT_TRANSLATE_NOOP("Settings", "Empty text")},
    {tmpl::MissingPolicy::Keep, QT_TRANSLATE_NOOP("Settings", "Keep the placeholder")},
    {tmpl::MissingPolicy::Block, QT_TRANSLATE_NOOP("Settings", "Do not send")},
}};

} // namespace

QString stepName(std::string_view place)
{
    for (const Row &row : rows) {
        if (row.place == place)
            return QCoreApplication::translate("Settings", row.step);
    }
    return {};
}

Result<connection::Connection> withSetting(const connection::Connection &connection, std::string_view place,
                                           const std::string &value)
{
    if (place == place::missingValues) {
        const auto policy = tmpl::missingPolicyFromName(value);
        return policy ? connection::withMissingPolicy(connection, *policy) : connection;
    }
    if (place == place::values) {
        const auto mode = tmpl::valueModeFromName(value);
        return mode ? connection::withValueMode(connection, *mode) : connection;
    }
    return connection::withText(connection, place.substr(1), value);
}

void fillMethods(QComboBox &box)
{
    for (const char *method : {"POST", "GET", "PUT", "PATCH", "DELETE"})
        box.addItem(QLatin1String(method));
}

void fillContentTypes(QComboBox &box)
{
    for (const char *type : {"application/json", "application/x-www-form-urlencoded", "application/xml",
                             "text/plain", "application/x-ndjson"})
        box.addItem(QLatin1String(type));
}

void fillMissingPolicies(QComboBox &box)
{
    for (const auto &[policy, words] : policies)
        box.addItem(QCoreApplication::translate("Settings", words), json::toQString(tmpl::name(policy)));
}

} // namespace designer::ui
