// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/suggestion.h"

#include "event/path.h"

#include <array>
#include <utility>

namespace designer::testrun {

namespace {

/// Insider's name and where events usually keep it, the best first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> usualPlaces{{
    {"event_group_id", "properties.order_id"},
    {"event_group_id", "properties.transaction_id"},
    {"event_group_id", "properties.cart_id"},
    {"event_group_id", "session_id"},
    {"unit_sale_price", "properties.sale_price"},
    {"unit_sale_price", "properties.price"},
    {"unit_sale_price", "properties.product_price"},
    {"unit_price", "properties.price"},
    {"unit_price", "properties.product_price"},
    {"product_id", "properties.item_id"},
    {"product_id", "properties.sku"},
    {"name", "properties.product_name"},
    {"name", "properties.item_name"},
    {"email", "user.email"},
    {"phone_number", "user.phone"},
    {"uuid", "user_id"},
    {"timestamp", "created_at"},
}};

bool isThere(const event::Event &event, std::string_view path)
{
    const auto parsed = event::Path::parse(path);
    return parsed && event::lookUp(event.root(), *parsed).value;
}

} // namespace

std::optional<std::string> suggestedPath(const event::Event &event, std::string_view name)
{
    for (const std::string &same : {"properties." + std::string(name), "user." + std::string(name)}) {
        if (isThere(event, same))
            return same;
    }
    for (const auto &[wanted, path] : usualPlaces) {
        if (wanted == name && isThere(event, path))
            return std::string(path);
    }
    return std::nullopt;
}

} // namespace designer::testrun
