// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using event::Shape;

/// convert(): whole events, and what is said of them.
class TestConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void canonicalStaysAsItIs_data();
    void canonicalStaysAsItIs();
    void golden_data();
    void golden();
    void whatExamplesAloneSuggestIsInferred_data();
    void whatExamplesAloneSuggestIsInferred();
};

void TestConversion::canonicalStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("formatting") << QByteArray("\r\n{ \"event_name\" : \"a\" }");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"event_name\":\"a\"}");
    QTest::newRow("duplicates") << QByteArray(R"({"event_name":"a","event_name":"b"})");
    QTest::newRow("unknown keys") << QByteArray(R"({"event_name":"a","x":1e400,"user":{"y":"\u015f"}})");
    QTest::newRow("a time in UTC beside a user")
        << QByteArray(R"({"event_name":"a","created_at":"2026-11-01 10:00:00","user":{}})");
}

void TestConversion::canonicalStaysAsItIs()
{
    QFETCH(QByteArray, text);
    const auto converted = event::convert(text.toStdString());
    QVERIFY(converted);
    QCOMPARE(int(converted->from), int(Shape::Canonical));
    QCOMPARE(QByteArray::fromStdString(converted->text), text);
    QVERIFY(converted->steps.empty());
}

void TestConversion::golden_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QStringList>("steps");
    const auto row = [](const char *name, const char *text, const char *event, const QStringList &steps) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(event) << steps;
    };
    row("SDK event", R"({
  "event_name": "page_view",
  "properties": {
    "distinct": {"server_distinct_id": "hr_tmp_00"},
    "page": {"url": "https://shop.example.com/?a=1", "title": "Shop", "hash": ""},
    "browser": {"name": "Firefox"},
    "device_type": "Desktop",
    "timezone": "Europe/Istanbul",
    "price": 10.00
  },
  "created_at": "2025-02-01 10:00:00"
})",
        R"({
  "event_name": "page_view",
  "created_at": "2025-02-01T10:00:00Z",
  "page": {
    "url": "https://shop.example.com/?a=1",
    "title": "Shop",
    "hash": ""
  },
  "device_type": "desktop",
  "properties": {
    "distinct": {
      "server_distinct_id": "hr_tmp_00"
    },
    "browser": {
      "name": "Firefox"
    },
    "timezone": "Europe/Istanbul",
    "price": 10.00
  }
}
)",
        {QStringLiteral("created_at 2025-02-01 10:00:00 is in UTC: written as 2025-02-01T10:00:00Z."),
         QStringLiteral("properties.page became page."),
         QStringLiteral("properties.device_type became device_type."),
         QStringLiteral("device_type Desktop is written in lower case: desktop.")});
    row("SDK event, wrapped once too often",
        R"({"event_name":"a","properties":{"timezone":"UTC","properties":{"x":1}},"created_at":"2026-11-01T10:00:00+03:00"})",
        R"({
  "event_name": "a",
  "created_at": "2026-11-01T10:00:00+03:00",
  "properties": {
    "x": 1,
    "timezone": "UTC"
  }
}
)",
        {QStringLiteral("The fields were wrapped in properties once too often: one level was taken off.")});
    row("SDK event of phones",
        R"({"event":"a","properties":{"x":[]},"timestamp":"2026-11-01 10:00:00","app":"demo"})",
        R"({
  "event_name": "a",
  "created_at": "2026-11-01T10:00:00Z",
  "properties": {
    "app": "demo",
    "x": []
  }
}
)",
        {QStringLiteral("event became event_name."),
         QStringLiteral("timestamp 2026-11-01 10:00:00 is in UTC: written as 2026-11-01T10:00:00Z."),
         QStringLiteral("What has no place of its own went under properties: app.")});
    row("SDK event without created_at",
        R"({"event_name":"a","properties":{"screen":{},"timestamp":"2026-11-01 10:00:00"}})",
        R"({
  "event_name": "a",
  "created_at": "2026-11-01T10:00:00Z",
  "properties": {
    "screen": {},
    "timestamp": "2026-11-01 10:00:00"
  }
}
)",
        {QStringLiteral("There was no created_at: properties.timestamp was taken."),
         QStringLiteral("timestamp 2026-11-01 10:00:00 is in UTC: written as 2026-11-01T10:00:00Z.")});
    row("push message", R"({"type":"event","payload":{"website":"demo","name":"purchase",
"url":"https://shop.example.com/","title":"Shop","device_type":"mobile","language":"en-US","platform":"web",
"timestamp":1794468271482,"data":{"order_id":"\u004f1","price":99.90}},"event_name":"purchase"})",
        R"({
  "event_name": "purchase",
  "created_at": "2026-11-12T07:24:31.482Z",
  "page": {
    "url": "https://shop.example.com/",
    "title": "Shop"
  },
  "device_type": "mobile",
  "properties": {
    "order_id": "\u004f1",
    "price": 99.90,
    "website": "demo",
    "language": "en-US",
    "platform": "web"
  }
}
)",
        {QStringLiteral("name became event_name."), QStringLiteral("data became properties."),
         QStringLiteral("timestamp 1794468271482 counts from 1970: written as 2026-11-12T07:24:31.482Z."),
         QStringLiteral("Under page went: url, title."),
         QStringLiteral("What has no place of its own went under properties: website, language, platform.")});
    row("push message with the order in the payload itself",
        R"({"type":"event","payload":{"name":"purchase","transaction_id":"T1","revenue":12.50,"items":[{"item_id":"S"}],
"test":true,"timestamp":"2026-11-12T07:24:31.000Z"}})",
        R"({
  "event_name": "purchase",
  "created_at": "2026-11-12T07:24:31.000Z",
  "properties": {
    "transaction_id": "T1",
    "revenue": 12.50,
    "items": [
      {
        "item_id": "S"
      }
    ],
    "test": true
  }
}
)",
        {QStringLiteral("name became event_name."),
         QStringLiteral(
             "What has no place of its own went under properties: transaction_id, revenue, items, test.")});
    row("push message whose name stands beside the payload",
        R"({"event_name":"page_view","type":"event","payload":{"signal":"s","data":{}},"cache":"c"})",
        R"({
  "event_name": "page_view",
  "properties": {
    "signal": "s",
    "cache": "c"
  }
}
)",
        {QStringLiteral("event_name stood beside the payload: it was taken."),
         QStringLiteral("data became properties."),
         QStringLiteral("What has no place of its own went under properties: signal, cache.")});
    row("identify",
        R"({"type":"identify","payload":{"name":"identify","session_id":"s1","data":{"userId":12345678901234567890,
"email":"a@example.com","phone":"+905550000001","name":"A","country":"TR","language":"tr_TR","email_optin":true,
"plan":"premium"}}})",
        R"({
  "event_name": "identify",
  "user_id": 12345678901234567890,
  "session_id": "s1",
  "user": {
    "email": "a@example.com",
    "phone": "+905550000001",
    "name": "A",
    "country": "TR",
    "language": "tr_TR",
    "email_optin": true
  },
  "properties": {
    "plan": "premium"
  }
}
)",
        {QStringLiteral("name became event_name."), QStringLiteral("userId became user_id."),
         QStringLiteral("What describes the customer went under user, the rest under properties.")});
    row("identify without payload",
        R"({"type":"identify","website":"w","name":"distinct","url":"app://home","data":{"user_id":"7","userId":"8"}})",
        R"({
  "event_name": "distinct",
  "user_id": "7",
  "page": {
    "url": "app://home"
  },
  "properties": {
    "userId": "8",
    "website": "w"
  }
}
)",
        {QStringLiteral("name became event_name."),
         QStringLiteral("What describes the customer went under user, the rest under properties."),
         QStringLiteral("Under page went: url."),
         QStringLiteral("What has no place of its own went under properties: website.")});
    row("Events API record",
        R"({"id":"evt_1","website_id":"w","session_id":"s1","hostname":"shop.example.com","os":"macOS",
"device":"Desktop","country":"Germany","url":"/checkout","referrer":"/p","page_title":"Checkout",
"event_name":"begin_checkout","created_at":"2026-11-12T10:21:07+03:00"})",
        R"({
  "event_name": "begin_checkout",
  "created_at": "2026-11-12T10:21:07+03:00",
  "session_id": "s1",
  "page": {
    "hostname": "shop.example.com",
    "url": "/checkout",
    "referrer": "/p",
    "title": "Checkout"
  },
  "device_type": "desktop",
  "properties": {
    "id": "evt_1",
    "website_id": "w",
    "os": "macOS",
    "country": "Germany"
  }
}
)",
        {QStringLiteral("device Desktop is written in lower case: desktop."),
         QStringLiteral("Under page went: hostname, url, referrer, page_title."),
         QStringLiteral("What has no place of its own went under properties: id, website_id, os, country.")});
    row("Events API record with its data", R"({"event_name":"a","website_id":"w","event_data":{"x":1}})",
        R"({
  "event_name": "a",
  "properties": {
    "x": 1,
    "website_id": "w"
  }
}
)",
        {QStringLiteral("event_data became properties."),
         QStringLiteral("What has no place of its own went under properties: website_id.")});
    row("track call", "hardal.track('purchase', { price: 1299.90, /* list */ tags: ['a',] });",
        R"({
  "event_name": "purchase",
  "properties": {
    "price": 1299.90,
    "tags": [
      "a"
    ]
  }
}
)",
        {QStringLiteral(
             "Script notation became JSON: names and texts in double quotes, no comments, no comma "
             "after the last item."),
         QStringLiteral("The call’s name became event_name, its fields properties.")});
    row("track call, wrapped", R"(hardal.track("a", {"properties": {"x": 1}, "y": 2}))",
        R"({
  "event_name": "a",
  "properties": {
    "x": 1,
    "y": 2
  }
}
)",
        {QStringLiteral("The fields were wrapped in properties once too often: one level was taken off."),
         QStringLiteral("The call’s name became event_name, its fields properties.")});
    row("track call, name alone", R"(hardal.track("a"))",
        "{\n  \"event_name\": \"a\",\n  \"properties\": {}\n}\n",
        {QStringLiteral("The call’s name became event_name, its fields properties.")});
    row("distinct call", R"(hardal.distinct({"userId": "7", "email": "a@example.com", "plan": "x"}))",
        R"({
  "event_name": "identify",
  "user_id": "7",
  "user": {
    "email": "a@example.com"
  },
  "properties": {
    "plan": "x"
  }
}
)",
        {QStringLiteral("userId became user_id."),
         QStringLiteral("What describes the customer went under user, the rest under properties.")});
    row("data layer",
        R"(dataLayer.push({"event": "purchase", "page_type": "done", "ecommerce": {"currency": "TRY", "items": []}}))",
        R"({
  "event_name": "purchase",
  "properties": {
    "currency": "TRY",
    "items": [],
    "page_type": "done"
  }
}
)",
        {QStringLiteral("event became event_name, the other fields properties."),
         QStringLiteral("What ecommerce holds went under properties.")});
    row("data layer as JSON", R"({"event":"a","ecommerce":{"x":1}})",
        R"({
  "event_name": "a",
  "properties": {
    "x": 1
  }
}
)",
        {QStringLiteral("event became event_name, the other fields properties."),
         QStringLiteral("What ecommerce holds went under properties.")});
    row("names that stand twice",
        R"({"type":"event","payload":{"name":"a","name":"b","data":{"x":1,"x":2}}})",
        R"({
  "event_name": "b",
  "properties": {
    "x": 1,
    "x": 2
  }
}
)",
        {QStringLiteral("Names that stand twice: name, x. The last value of each counts."),
         QStringLiteral("name became event_name."), QStringLiteral("data became properties.")});
}

void TestConversion::golden()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    QFETCH(QStringList, steps);
    const auto converted = event::convert(text.toStdString());
    QVERIFY2(converted, converted ? "" : qPrintable(converted.error().line()));
    QCOMPARE(QByteArray::fromStdString(converted->text), event);
    QCOMPARE(event::sentences(converted->steps), steps);
}

void TestConversion::whatExamplesAloneSuggestIsInferred_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("inferred");
    const auto row = [](const char *name, const char *text, const QStringList &inferred) {
        QTest::newRow(name) << QByteArray(text) << inferred;
    };
    row("push", R"({"type":"event","payload":{"name":"a","url":"u","website":"w","data":{"b":1}}})",
        {QStringLiteral("data became properties."),
         QStringLiteral("What has no place of its own went under properties: website.")});
    row("SDK event, where the variables say it",
        R"({"event_name":"a","created_at":"2025-02-01 10:00:00","properties":{"page":{"url":"u"}}})", {});
    row("SDK event, wrapped twice", R"({"event_name":"a","properties":{"page":{},"properties":{"b":1}}})",
        {QStringLiteral("The fields were wrapped in properties once too often: one level was taken off.")});
    row("track", R"(hardal.track("a", {b: 1}))", {});
    row("identify", R"({"type":"identify","payload":{"name":"identify","data":{"email":"e"}}})",
        {QStringLiteral("What describes the customer went under user, the rest under properties.")});
}

void TestConversion::whatExamplesAloneSuggestIsInferred()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, inferred);
    const auto converted = event::convert(text.toStdString());
    QVERIFY(converted);
    QVERIFY(!converted->steps.empty());
    QStringList found;
    for (const event::Step &step : converted->steps) {
        if (step.isInferred)
            found << step.sentence;
    }
    QCOMPARE(found, inferred);
}

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
