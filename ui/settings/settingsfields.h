// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "finding/result.h"

#include <QString>

#include <string>
#include <string_view>

class QComboBox;

namespace designer::ui {

/// The fields of the settings, each by its place in the file.
namespace place {
inline constexpr std::string_view label = "/endpoint_label";
inline constexpr std::string_view id = "/endpoint_id";
inline constexpr std::string_view url = "/endpoint_url";
inline constexpr std::string_view method = "/request_method";
inline constexpr std::string_view contentType = "/content_type";
inline constexpr std::string_view missingValues = "/x_designer/missing_values";
inline constexpr std::string_view values = "/x_designer/values";
} // namespace place

/// "Change the address": what undo says of an edit at \a place.
[[nodiscard]] QString stepName(std::string_view place);
/// \a connection with \a value at \a place. Words that mean nothing there change nothing.
[[nodiscard]] Result<connection::Connection> withSetting(const connection::Connection &connection,
                                                         std::string_view place, const std::string &value);

/// What the combo boxes offer; of Missing values each with its word in the file as data.
void fillMethods(QComboBox &box);
void fillContentTypes(QComboBox &box);
void fillMissingPolicies(QComboBox &box);

} // namespace designer::ui
