// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// convert(): single values, names that clash, and what is no event.
class TestConvertedValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
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

void TestConvertedValues::times_data()
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

void TestConvertedValues::times()
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
    const QStringList steps
        = event::sentences(converted->steps).filter(QRegularExpression(QStringLiteral("^timestamp ")));
    QCOMPARE(steps.size(), isTime && json == created ? 0 : 1);
    if (!isTime)
        QCOMPARE(steps[0], QStringLiteral("timestamp is no time that can be read: it stays as it is."));
}

void TestConvertedValues::devices_data()
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

void TestConvertedValues::devices()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, device);
    const auto converted
        = event::convert(R"({"type":"event","payload":{"name":"a",)" + fields.toStdString() + "}}");
    QVERIFY(converted);
    const json::Document document(converted->text);
    QCOMPARE(QByteArray::fromStdString(std::string(document.root().find("device_type").raw())), device);
}

void TestConvertedValues::clashes_data()
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

void TestConvertedValues::clashes()
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
    QCOMPARE(!event::sentences(converted->steps)
                  .filter(QStringLiteral("stands for two different values"))
                  .isEmpty(),
             told);
}

void TestConvertedValues::errors_data()
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

void TestConvertedValues::errors()
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
void TestConvertedValues::tooDeepWhenConverted()
{
    const std::string value = std::string(511, '[') + std::string(511, ']');
    const auto converted = event::convert(R"({"event_name":"a","website_id":"w","x":)" + value + "}");
    QVERIFY(!converted);
    QCOMPARE(converted.error().code, ErrorCode::MalformedJson);
    QVERIFY(!converted.error().position);
}

QTEST_GUILESS_MAIN(TestConvertedValues)
#include "tst_convertedvalues.moc"
