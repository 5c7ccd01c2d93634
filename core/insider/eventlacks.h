// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/document.h"
#include "json/edit.h"

#include <QDateTime>

#include <cstdint>
#include <string_view>
#include <vector>

namespace designer::insider {

/// What Insider needs of an event (documented: a time, and a customer by an address or an id) and a
/// canonical event may be without.
enum class Lack : std::uint8_t { Time, Customer };

/// Nothing of what is no object.
[[nodiscard]] std::vector<Lack> lacksOf(const json::Document &event);
/// The edit that puts it in: the time \a now, or a customer to be written over.
[[nodiscard]] json::TextEdit filledIn(const json::Document &event, Lack lack, const QDateTime &now);
/// The e-mail address that filledIn() puts in.
inline constexpr std::string_view placeholderCustomer = "customer@example.com";

} // namespace designer::insider
