// SPDX-License-Identifier: GPL-3.0-or-later
//
// What insider18.json renders, written by hand for this one template. Missing values are left out
// by JSON.stringify. With --fired-only, purchases alone.
import { mapLines } from "./lines.mjs";

const firedOnly = process.argv[3] === "--fired-only";

mapLines(line => {
    const event = JSON.parse(line);
    if (firedOnly && event.event_name !== "purchase")
        return "";
    const { user, page, properties } = event;
    return JSON.stringify({
        users: [{
            identifiers: {
                email: user.email,
                uuid: event.user_id,
                custom: { session: event.session_id },
            },
            attributes: {
                name: `${user.name ?? ""} ${user.surname ?? ""}`,
                country: user.country,
                language: user.language,
                email_optin: user.email_optin,
                custom: { last_device: event.device_type },
            },
            events: [{
                event_name: event.event_name,
                timestamp: event.created_at,
                event_params: {
                    event_group_id: properties.order_id,
                    unit_sale_price: properties.price,
                    currency: properties.currency,
                    quantity: properties.quantity,
                    url: page.url,
                    custom: { coupon: properties.coupon, items: properties.items },
                },
            }],
        }],
    }) + "\n";
});
