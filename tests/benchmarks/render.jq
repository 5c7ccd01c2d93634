# What insider18.json renders. A missing value is left out.
def present: del(.[] | nulls);
{users: [{
    identifiers: ({email: .user.email, uuid: .user_id, custom: ({session: .session_id} | present)} | present),
    attributes: ({
        name: "\(.user.name // "") \(.user.surname // "")",
        country: .user.country,
        language: .user.language,
        email_optin: .user.email_optin,
        custom: ({last_device: .device_type} | present)
    } | present),
    events: [{
        event_name,
        timestamp: .created_at,
        event_params: ({
            event_group_id: .properties.order_id,
            unit_sale_price: .properties.price,
            currency: .properties.currency,
            quantity: .properties.quantity,
            url: .page.url,
            custom: ({coupon: .properties.coupon, items: .properties.items} | present)
        } | present)
    } | present]
}]}
