// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/document.h"
#include "json/edit.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace designer::ui {

/// What Insider needs of an event and a sample may be without.
enum class Lack { Time, Customer };

/// Nothing of what is no object.
[[nodiscard]] std::vector<Lack> lacksOf(const json::Document &event);
[[nodiscard]] QString lackInWords(Lack lack);
/// The words of the link that puts it in.
[[nodiscard]] QString remedyInWords(Lack lack);
/// The edit that puts it in: the time \a now, or a customer to be written over.
[[nodiscard]] json::TextEdit filledIn(const json::Document &event, Lack lack, const QDateTime &now);
/// The e-mail address that filledIn() puts in.
inline constexpr std::string_view placeholderCustomer = "customer@example.com";

} // namespace designer::ui
