// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/samples.h"

#include "event/instant.h"
#include "json/document.h"
#include "json/edit.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

namespace designer::event {

namespace {

/// The words stand here and not beside the files, so that translators find them.
struct Entry
{
    const char *file;
    const char *title;
    const char *description;
};

constexpr Entry entries[] = {
    {"purchase.json", QT_TRANSLATE_NOOP("Samples", "Purchase, one product"),
     QT_TRANSLATE_NOOP("Samples",
                       "A complete order of one product, with every field that the Insider purchase "
                       "template reads.")},
    {"purchase-lines.json", QT_TRANSLATE_NOOP("Samples", "Purchase, three lines"),
     QT_TRANSLATE_NOOP("Samples",
                       "An order of three products under “items”: shows which lines a template leaves out.")},
    {"registration.json", QT_TRANSLATE_NOOP("Samples", "Registration"),
     QT_TRANSLATE_NOOP("Samples", "A new customer with consent and the way of signing up.")},
    {"product-view.json", QT_TRANSLATE_NOOP("Samples", "Product view"),
     QT_TRANSLATE_NOOP("Samples", "A look at one product, with brand, category and price.")},
    {"cart.json", QT_TRANSLATE_NOOP("Samples", "Cart"),
     QT_TRANSLATE_NOOP("Samples", "A product put into the cart, with the cart’s number and total.")},
    {"sign-up-without-email.json", QT_TRANSLATE_NOOP("Samples", "Sign-up without e-mail"),
     QT_TRANSLATE_NOOP("Samples",
                       "A customer known by phone alone: shows what becomes of the missing e-mail and "
                       "consent.")},
    {"turkish-letters-and-emoji.json", QT_TRANSLATE_NOOP("Samples", "Turkish letters and emoji"),
     QT_TRANSLATE_NOOP("Samples",
                       "A purchase full of letters beyond English ones, in names and in values: all must "
                       "arrive unchanged.")},
    {"missing-price.json", QT_TRANSLATE_NOOP("Samples", "Price missing"),
     QT_TRANSLATE_NOOP("Samples", "A purchase without any price: Insider rejects it.")},
    {"price-as-text.json", QT_TRANSLATE_NOOP("Samples", "Price as text"),
     QT_TRANSLATE_NOOP("Samples",
                       "A purchase whose prices are texts, one of them with a unit, where Insider wants "
                       "numbers.")},
    {"forty-digit-id.json", QT_TRANSLATE_NOOP("Samples", "40-digit number"),
     QT_TRANSLATE_NOOP("Samples",
                       "A purchase with numbers longer than most programs can hold: every digit must "
                       "arrive.")},
    {"quotes-and-newlines.json", QT_TRANSLATE_NOOP("Samples", "Quotes and line breaks"),
     QT_TRANSLATE_NOOP("Samples",
                       "A contact form with quotes, line breaks, backslashes and text that looks like JSON "
                       "or a placeholder.")},
    {"sdk-event.json", QT_TRANSLATE_NOOP("Samples", "Event of the web SDK"),
     QT_TRANSLATE_NOOP("Samples",
                       "A purchase as Hardal’s older web SDK sends it, with everything under “properties”: "
                       "convert it first.")},
    {"push-envelope.json", QT_TRANSLATE_NOOP("Samples", "Push message"),
     QT_TRANSLATE_NOOP("Samples", "A purchase as it is sent to Hardal’s push address: convert it first.")},
    {"events-api-record.json", QT_TRANSLATE_NOOP("Samples", "Events API record"),
     QT_TRANSLATE_NOOP("Samples", "An event as Hardal’s Events API returns it: convert it first.")},
    {"track-call.txt", QT_TRANSLATE_NOOP("Samples", "hardal.track call"),
     QT_TRANSLATE_NOOP("Samples",
                       "A purchase as it stands in a page’s script, not yet JSON: convert it first.")},
};

ShippedSample sample(const Entry &entry)
{
    ShippedSample out;
    out.fileName = QLatin1String(entry.file);
    out.name = out.fileName.section(QLatin1Char('.'), 0, 0);
    out.title = QCoreApplication::translate("Samples", entry.title);
    out.description = QCoreApplication::translate("Samples", entry.description);
    QFile file(QStringLiteral(":/samples/") + out.fileName);
    if (file.open(QIODevice::ReadOnly))
        out.text = file.readAll().toStdString();
    return out;
}

const std::vector<ShippedSample> &samplesAsTheyStand()
{
    static const std::vector<ShippedSample> samples = [] {
        std::vector<ShippedSample> all;
        for (const Entry &entry : entries)
            all.push_back(sample(entry));
        return all;
    }();
    return samples;
}

/// The hours by which a time is to be moved so that it is less than one before \a now.
std::chrono::hours hoursUntil(const Instant &time, std::chrono::system_clock::time_point now)
{
    const std::chrono::seconds since1970
        = std::chrono::minutes(time.minute) + std::chrono::seconds(time.second);
    return std::chrono::floor<std::chrono::hours>(now - std::chrono::sys_seconds(since1970));
}

/// The date and the hour that \a time, a text in quotes, begins with, as an edit that moves them.
json::TextEdit moved(const json::Value &time, std::chrono::hours by)
{
    constexpr std::size_t length = 13; // YYYY-MM-DDTHH
    constexpr qsizetype separator = 10; // a T or a blank
    const std::size_t begin = time.begin() + 1;
    const QString text = json::toQString(time.raw().substr(1, length));
    const QDateTime before(QDate::fromString(text.left(separator), Qt::ISODate),
                           QTime(text.mid(separator + 1).toInt(), 0), Qt::UTC);
    QString after = before.addSecs(std::chrono::seconds(by).count()).toString(Qt::ISODate).left(length);
    after[separator] = text[separator];
    return {begin, begin + length, after.toStdString()};
}

/// \a text, an event, with its times moved. What has no created_at stays as it is.
std::string recent(std::string text, std::chrono::system_clock::time_point now)
{
    const json::Document document(text);
    const json::Value created = document.root().find("created_at");
    const std::optional<Instant> time = instantFromEvent(created.isString() ? created.text() : std::string());
    if (!time)
        return text;
    const std::chrono::hours by = hoursUntil(*time, now);
    for (const json::Value &value : {created, document.root().find("properties").find("timestamp")}) {
        if (value.isString() && instantFromEvent(value.text()))
            text = json::applied(text, moved(value, by)); // as long as it was: later places stay right
    }
    return text;
}

} // namespace

std::vector<ShippedSample> shippedSamples(std::chrono::system_clock::time_point now)
{
    std::vector<ShippedSample> samples = samplesAsTheyStand();
    for (ShippedSample &one : samples)
        one.text = recent(std::move(one.text), now);
    return samples;
}

} // namespace designer::event
