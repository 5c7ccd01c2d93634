// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/effectwords.h"

#include "json/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace designer::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Testing", text);
}

/// By what people know the customer.
QString customerOf(const json::Value &user)
{
    const json::Value identifiers = user.find("identifiers");
    for (const std::string_view name : {"email", "phone_number", "uuid"}) {
        if (const json::Value value = identifiers.find(name); value.isString())
            return json::toQString(value.text());
    }
    for (const json::Member &member : identifiers.members()) {
        if (member.value.isString())
            return json::toQString(member.value.text());
    }
    return {};
}

QString eventsOf(const json::Value &user)
{
    QStringList out;
    for (const json::Value event : user.find("events").elements())
        out << QStringLiteral("“%1”").arg(json::toQString(event.find("event_name").text()));
    return out.join(QStringLiteral(", "));
}

QString partnerOf(const testrun::TestRun &run)
{
    if (!run.request)
        return {};
    const std::string *const partner = http::findHeader(run.request->headers, "X-PARTNER-NAME");
    return partner ? json::toQString(*partner) : QString();
}

} // namespace

QString effectWords(const testrun::TestRun &run)
{
    const json::Value users = run.payload.root().find("users");
    if (users.size() == 0)
        return {};
    const QString partner = partnerOf(run).isEmpty() ? tr("Insider") : partnerOf(run);
    if (users.size() > 1)
        return tr("This writes to the profiles of %1 customers at %2.").arg(users.size()).arg(partner);
    const json::Value user = users.at(0);
    const QString customer = customerOf(user);
    const QString events = eventsOf(user);
    if (customer.isEmpty())
        return {};
    return events.isEmpty() ? tr("This changes the profile of %1 at %2.").arg(customer, partner)
                            : tr("This adds %1 to the profile of %2 at %3.").arg(events, customer, partner);
}

} // namespace designer::ui
