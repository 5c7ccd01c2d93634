// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace designer;
using event::Shape;

/// recognise(): which shape a text has.
class TestRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void recognises_data();
    void recognises();
    void namesShapes();
};

void TestRecognition::recognises_data()
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
    row("a template's body with a fixed name", R"({"event_name":"purchase","email":"##user.email##"})",
        Shape::Unknown);
    row("an event that speaks of number signs",
        R"({"event_name":"a","b":"## and ##","c":"x##y##","properties":{"d":"##e##"}})", Shape::Canonical);
    row("a body for Insider", R"({"users":[{"events":[{"event_name":"a"}]}]})", Shape::Unknown);
}

void TestRecognition::recognises()
{
    QFETCH(QByteArray, text);
    QFETCH(int, shape);
    QCOMPARE(int(event::recognise(text.toStdString())), shape);
}

void TestRecognition::namesShapes()
{
    QSet<QString> names;
    for (const Shape shape : {Shape::Canonical, Shape::SdkEvent, Shape::PushEnvelope, Shape::EventsApiRecord,
                              Shape::TrackCall, Shape::Unknown})
        names << event::shapeName(shape);
    QCOMPARE(names.size(), 6);
    QVERIFY(!names.contains(QString()));
}

QTEST_GUILESS_MAIN(TestRecognition)
#include "tst_recognition.moc"
