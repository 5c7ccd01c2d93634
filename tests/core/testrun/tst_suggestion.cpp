// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/suggestion.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// suggestedPath(): where an event keeps what Insider asks for.
class TestSuggestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void suggests_data();
    void suggests();
};

void TestSuggestion::suggests_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *title, const char *event, const char *name, const char *path) {
        QTest::newRow(title) << QByteArray(event) << QByteArray(name) << QByteArray(path);
    };
    row("the same name in properties", R"({"properties":{"currency":"EUR"}})", "currency",
        "properties.currency");
    row("the same name of the user", R"({"user":{"email":"a@b.example"}})", "email", "user.email");
    row("properties before the user", R"({"properties":{"email":"1"},"user":{"email":"2"}})", "email",
        "properties.email");
    row("the same name before the usual one", R"({"properties":{"event_group_id":"1","order_id":"2"}})",
        "event_group_id", "properties.event_group_id");
    row("an order", R"({"properties":{"order_id":"1"}})", "event_group_id", "properties.order_id");
    row("an order before a session", R"({"session_id":"s","properties":{"order_id":"1"}})", "event_group_id",
        "properties.order_id");
    row("a session, where nothing better is", R"({"session_id":"s"})", "event_group_id", "session_id");
    row("a sale price before a price", R"({"properties":{"price":1,"sale_price":2}})", "unit_sale_price",
        "properties.sale_price");
    row("a price for the price before the sale", R"({"properties":{"price":1,"sale_price":2}})", "unit_price",
        "properties.price");
    row("a telephone", R"({"user":{"phone":"+49"}})", "phone_number", "user.phone");
    row("the moment", R"({"created_at":"2026-01-01T00:00:00Z"})", "timestamp", "created_at");
    row("a null is there", R"({"properties":{"currency":null}})", "currency", "properties.currency");
    row("nothing of the kind", R"({"properties":{"colour":"red"}})", "currency", "");
    row("a name that no path can hold", R"({"properties":{"a b":"red"}})", "a b", "");
    row("a name with a dot is a path", R"({"properties":{"a":{"b":1}}})", "a.b", "properties.a.b");
    row("an empty event", "{}", "event_group_id", "");
    row("an empty name", R"({"properties":{"":1}})", "", "");
}

void TestSuggestion::suggests()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, path);
    const auto suggested = testrun::suggestedPath(eventOf(event), name.toStdString());
    QCOMPARE(QByteArray::fromStdString(suggested.value_or("")), path);
    QCOMPARE(suggested.has_value(), !path.isEmpty());
}

QTEST_GUILESS_MAIN(TestSuggestion)
#include "tst_suggestion.moc"
