// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/effectwords.h"

#include "connection/blanks.h"
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

/// Whose account it is. A word that stands there in the place of a name says nothing.
QString partnerOf(const testrun::TestRun &run)
{
    const std::string *const partner
        = run.request ? http::findHeader(run.request->headers, "X-PARTNER-NAME") : nullptr;
    const bool known = partner && !partner->empty() && connection::blankWords(*partner).empty();
    return known ? json::toQString(*partner) : tr("Insider");
}

} // namespace

QString effectWords(const testrun::TestRun &run, Happens happens)
{
    const bool really = happens == Happens::Really;
    const json::Value users = run.payload.root().find("users");
    if (users.size() == 0)
        return {};
    const QString partner = partnerOf(run);
    if (users.size() > 1) {
        return (really ? tr("This writes to the profiles of %1 customers at %2.")
                       : tr("Sent live, it would write to the profiles of %1 customers at %2."))
            .arg(users.size())
            .arg(partner);
    }
    const json::Value user = users.at(0);
    const QString customer = customerOf(user);
    const QString events = eventsOf(user);
    if (customer.isEmpty())
        return {};
    if (events.isEmpty()) {
        return (really ? tr("This changes the profile of %1 at %2.")
                       : tr("Sent live, it would change the profile of %1 at %2."))
            .arg(customer, partner);
    }
    return (really ? tr("This adds %1 to the profile of %2 at %3.")
                   : tr("Sent live, it would add %1 to the profile of %2 at %3."))
        .arg(events, customer, partner);
}

} // namespace designer::ui
