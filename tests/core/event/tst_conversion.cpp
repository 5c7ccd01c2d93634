// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace designer;
using event::Shape;

class TestConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void recognises_data();
    void recognises();
    void namesShapes();
    void canonicalStaysAsItIs_data();
    void canonicalStaysAsItIs();
    void golden_data();
    void golden();
    void times_data();
    void times();
    void devices_data();
    void devices();
    void clashes_data();
    void clashes();
    void errors_data();
    void errors();
    void tooDeepWhenConverted();
};

void TestConversion::recognises_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("shape");
    const auto row = [](const char *name, const char *text, Shape shape) {
        QTest::newRow(name) << QByteArray(text) << int(shape);
    };
    row("canonical", R"({"event_name":"a","created_at":"2026-11-01T00:00:00Z","user":{},"properties":{}})",
        Shape::Canonical);
    row("canonical: a name alone", R"({"event_name":"a"})", Shape::Canonical);
    row("canonical: the three keys of old",
        R"({"event_name":"a","properties":{"b":1},"created_at":"2026-11-01T00:00:00Z"})", Shape::Canonical);
    row("canonical: page at the root", R"({"event_name":"a","page":{},"properties":{"browser":{}}})",
        Shape::Canonical);
    row("canonical: after a byte order mark", "\xEF\xBB\xBF{\"event_name\":\"a\"}", Shape::Canonical);
    row("SDK: page inside properties", R"({"event_name":"a","properties":{"page":{}}})", Shape::SdkEvent);
    row("SDK: distinct", R"({"event_name":"a","properties":{"distinct":{}}})", Shape::SdkEvent);
    row("SDK: device_type", R"({"event_name":"a","properties":{"device_type":"mobile"}})", Shape::SdkEvent);
    row("SDK: its time", R"({"event_name":"a","properties":{},"created_at":"2026-11-01 00:00:00"})",
        Shape::SdkEvent);
    row("SDK: properties twice", R"({"event_name":"a","properties":{"properties":{}}})", Shape::SdkEvent);
    row("SDK: of phones", R"({"event":"a","properties":{},"timestamp":"2026-11-01T00:00:00Z"})",
        Shape::SdkEvent);
    row("push: event", R"({"type":"event","payload":{"name":"a"}})", Shape::PushEnvelope);
    row("push: empty payload", R"({"type":"event","payload":{}})", Shape::PushEnvelope);
    row("push: identify", R"({"type":"identify","payload":{"name":"identify","data":{}}})",
        Shape::PushEnvelope);
    row("push: identify without payload", R"({"type":"identify","name":"distinct","data":{}})",
        Shape::PushEnvelope);
    row("push: event_name beside it", R"({"event_name":"a","type":"event","payload":{"name":"a"}})",
        Shape::PushEnvelope);
    row("record", R"({"event_name":"a","website_id":"w","url":"/"})", Shape::EventsApiRecord);
    row("record: by its type", R"({"event_name":"a","event_type":"custom"})", Shape::EventsApiRecord);
    row("track", "hardal.track('a', {})", Shape::TrackCall);
    row("distinct", "hardal.distinct({})", Shape::TrackCall);
    row("data layer", "window.dataLayer.push({event: 'a'})", Shape::TrackCall);
    row("data layer as JSON", R"({"event":"a","ecommerce":{}})", Shape::TrackCall);
    row("empty", "", Shape::Unknown);
    row("text", "hello", Shape::Unknown);
    row("array", R"([{"event_name":"a"}])", Shape::Unknown);
    row("empty object", "{}", Shape::Unknown);
    row("no event", R"({"name":"a"})", Shape::Unknown);
    row("a type alone", R"({"type":"event"})", Shape::Unknown);
    row("truncated", R"({"event_name":"a")", Shape::Unknown);
    row("a connection", R"({"endpoint_url":"https://example.com","request_format":{}})", Shape::Unknown);
    row("a template's body", R"({"event_name":"##event_name##","properties":"##properties##"})",
        Shape::Unknown);
    row("a body for Insider", R"({"users":[{"events":[{"event_name":"a"}]}]})", Shape::Unknown);
}

void TestConversion::recognises()
{
    QFETCH(QByteArray, text);
    QFETCH(int, shape);
    QCOMPARE(int(event::recognise(text.toStdString())), shape);
}

void TestConversion::namesShapes()
{
    QSet<QString> names;
    for (const Shape shape : {Shape::Canonical, Shape::SdkEvent, Shape::PushEnvelope, Shape::EventsApiRecord,
                              Shape::TrackCall, Shape::Unknown})
        names << event::shapeName(shape);
    QCOMPARE(names.size(), 6);
    QVERIFY(!names.contains(QString()));
}

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
    QVERIFY(converted->steps.isEmpty());
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
    QCOMPARE(converted->steps, steps);
}

void TestConversion::times_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("created");
    const auto row = [](const char *json, const char *created) {
        QTest::newRow(json) << QByteArray(json) << QByteArray(created);
    };
    row(R"("2026-11-01T10:00:00Z")", R"("2026-11-01T10:00:00Z")");
    row(R"("2026-11-01t10:00:00.123456789z")", R"("2026-11-01t10:00:00.123456789z")");
    row(R"("2026-11-01T10:00:00-05:30")", R"("2026-11-01T10:00:00-05:30")");
    row(R"("2026\u002d11-01T10:00:00Z")", R"("2026\u002d11-01T10:00:00Z")");
    row(R"("2026-11-01 10:00:00")", R"("2026-11-01T10:00:00Z")");
    row(R"("2026-11-01 10:00:00.250")", R"("2026-11-01T10:00:00.250Z")");
    row(R"("2026-11-01T10:00:00")", R"("2026-11-01T10:00:00Z")");
    row(R"("2026-11-01 10:00:00+03:00")", R"("2026-11-01T10:00:00+03:00")");
    row(R"("2026-11-01")", R"("2026-11-01T00:00:00Z")");
    row("1794468271482", R"("2026-11-12T07:24:31.482Z")");
    row("1794468271", R"("2026-11-12T07:24:31Z")");
    row("1794468271000", R"("2026-11-12T07:24:31.000Z")");
    row("1794468271.5", "1794468271.5");
    row("1e12", "1e12");
    row("0", "0");
    row("-5", "-5");
    row("99999999999999999999", "99999999999999999999");
    row("253402300800000", "253402300800000");
    row(R"("1794468271482")", R"("1794468271482")");
    row(R"("yesterday")", R"("yesterday")");
    row(R"("")", R"("")");
    row("null", "null");
    row("true", "true");
    row("{}", "{}");
}

void TestConversion::times()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, created);
    const std::string text
        = R"({"type":"event","payload":{"name":"a","timestamp":)" + json.toStdString() + "}}";
    const auto converted = event::convert(text);
    QVERIFY(converted);
    const json::Document document(converted->text);
    QCOMPARE(QByteArray::fromStdString(std::string(document.root().find("created_at").raw())), created);
    const bool isTime = created.startsWith("\"2");
    const QStringList steps = converted->steps.filter(QRegularExpression(QStringLiteral("^timestamp ")));
    QCOMPARE(steps.size(), isTime && json == created ? 0 : 1);
    if (!isTime)
        QCOMPARE(steps[0], QStringLiteral("timestamp is no time that can be read: it stays as it is."));
}

void TestConversion::devices_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("device");
    const auto row = [](const char *fields, const char *device) {
        QTest::newRow(fields) << QByteArray(fields) << QByteArray(device);
    };
    row(R"("device_type":"mobile")", R"("mobile")");
    row(R"("device_type":"MOBILE")", R"("mobile")");
    row(R"("device_type":"\u0054ablet")", R"("tablet")");
    row(R"("device_type":"mob\u0069le")", R"("mob\u0069le")");
    row(R"("device_type":null)", "null");
    row(R"("device":"Desktop")", R"("desktop")");
    row(R"("device":"Desktop","device_type":"Tablet")", R"("tablet")");
    row(R"("device":{"model":"X"})", "");
}

void TestConversion::devices()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, device);
    const auto converted
        = event::convert(R"({"type":"event","payload":{"name":"a",)" + fields.toStdString() + "}}");
    QVERIFY(converted);
    const json::Document document(converted->text);
    QCOMPARE(QByteArray::fromStdString(std::string(document.root().find("device_type").raw())), device);
}

void TestConversion::clashes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<bool>("told");
    const auto row = [](const char *name, const char *payload, const char *properties, bool told) {
        QTest::newRow(name) << QByteArray(payload) << QByteArray(properties) << told;
    };
    row("another value gets a name of its own", R"({"a":1,"data":{"a":2}})", R"({"a":2,"a_2":1})", true);
    row("the same value stands once", R"({"a":1,"data":{"a":1}})", R"({"a":1})", false);
    row("the same value in other digits is another", R"({"a":1.0,"data":{"a":1}})", R"({"a":1,"a_2":1.0})",
        true);
    row("the next free name", R"({"a":1,"a_2":5,"data":{"a":2,"a_2":3,"a_3":4}})",
        R"({"a":2,"a_2":3,"a_3":4,"a_4":1,"a_2_2":5})", true);
    row("data that is no object stays", R"({"data":[1]})", R"({"data":[1]})", false);
}

void TestConversion::clashes()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, properties);
    QFETCH(bool, told);
    const auto converted = event::convert(R"({"type":"event","payload":)" + payload.toStdString() + "}");
    QVERIFY(converted);
    const json::Document document(converted->text);
    QByteArray compact = QByteArray::fromStdString(std::string(document.root().find("properties").raw()));
    compact.replace(' ', "").replace('\n', "");
    QCOMPARE(compact, properties);
    QCOMPARE(!converted->steps.filter(QStringLiteral("stands for two different values")).isEmpty(), told);
}

void TestConversion::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &text, const char *code, const char *place) {
        QTest::newRow(name) << text << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    row("empty", "", "malformed_json", "1:1");
    row("text", "hello", "unrecognised_format", "1:1");
    row("another call", "gtag('event', 'a')", "unrecognised_format", "1:1");
    row("an array", " [1]", "unrecognised_format", "1:2");
    row("an object that is no event", "{}", "unrecognised_format", "1:1");
    row("a number", "12", "unrecognised_format", "1:1");
    row("truncated JSON", "{\"event_name\":\n\"a\"", "malformed_json", "2:4");
    row("not UTF-8", "{\"event_name\":\"\xff\"}", "malformed_json", "1:16");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), "wrong_encoding", "1:1");
    row("100,000 brackets", QByteArray(100'000, '['), "malformed_json", "1:513");
    row("100,000 brackets in a push message", "{\"type\":\"event\",\"payload\":" + QByteArray(100'000, '['),
        "malformed_json", "1:538");
    row("a variable in a call", "hardal.track('a', {b: c})", "malformed_json", "1:23");
    row("100,000 brackets in a call", "hardal.track('a', {b: " + QByteArray(100'000, '['), "malformed_json",
        "1:533");
    row("a call that is not UTF-8", "hardal.track('\xff')", "malformed_json", "1:15");
    row("a truncated call", "dataLayer.push({event: 'a'", "malformed_json", "1:27");
}

void TestConversion::errors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const auto converted = event::convert(text.toStdString(), QStringLiteral("e.json"));
    QVERIFY(!converted);
    QCOMPARE(codeName(converted.error().code), code);
    QVERIFY2(converted.error().line().startsWith(QStringLiteral("e.json:%1: ").arg(place)),
             qPrintable(converted.error().line()));
}

/// What moves under properties can come to lie a level deeper.
void TestConversion::tooDeepWhenConverted()
{
    const std::string value = std::string(511, '[') + std::string(511, ']');
    const auto converted = event::convert(R"({"event_name":"a","website_id":"w","x":)" + value + "}");
    QVERIFY(!converted);
    QCOMPARE(converted.error().code, ErrorCode::MalformedJson);
    QVERIFY(!converted.error().position);
}

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
