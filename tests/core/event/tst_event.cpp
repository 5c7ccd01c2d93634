// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/event.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void refuses_data();
    void refuses();
    void keepsItsBytes_data();
    void keepsItsBytes();
    void namesItself_data();
    void namesItself();
    void duplicateNames();
    void duplicatesAtEveryLevel();
    void namesAreShownAsTheyAre_data();
    void namesAreShownAsTheyAre();
    void manyDuplicates();
    void byteOrderMark();
    void noFindings();
};

void TestEvent::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &text, const char *code, const char *place) {
        QTest::newRow(name) << text << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    row("empty", "", "malformed_json", "1:1");
    row("an array", "[1]", "not_an_object", "1:1");
    row("an array after white space", "\n  []", "not_an_object", "2:3");
    row("a text", "\"a\"", "not_an_object", "1:1");
    row("null", "null", "not_an_object", "1:1");
    row("truncated", "{\n\"a\":", "malformed_json", "2:5");
    row("two events", "{}\n{}", "malformed_json", "2:1");
    row("not UTF-8", "{\"a\":\"\xff\"}", "malformed_json", "1:7");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), "wrong_encoding", "1:1");
    row("a lone surrogate", R"({"a":"\ud83d"})", "malformed_json", "1:7");
    row("100,000 brackets", "{\"a\":" + QByteArray(100'000, '['), "malformed_json", "1:517");
}

void TestEvent::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const auto event = event::Event::parse(text.toStdString(), QStringLiteral("e.json"));
    QVERIFY(!event);
    QCOMPARE(codeName(event.error().code), code);
    QVERIFY2(event.error().line().startsWith(QStringLiteral("e.json:%1: ").arg(place)),
             qPrintable(event.error().line()));
    QVERIFY(!event.error().message.isEmpty());
    QVERIFY(!event.error().sentence().endsWith(QLatin1Char('.')));
}

void TestEvent::keepsItsBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("formatting, numbers, escapes, duplicates")
        << QByteArray("\r\n{ \"a\" : 1.500 ,\"\\u0061\":1e400,\t\"b\":\"\\u015f\" }\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
}

void TestEvent::keepsItsBytes()
{
    QFETCH(QByteArray, text);
    const auto event = event::Event::parse(text.toStdString(), QStringLiteral("e.json"));
    QVERIFY(event);
    QCOMPARE(QByteArray::fromStdString(event->document().text()), text);
    QCOMPARE(event->name(), QStringLiteral("e.json"));
}

void TestEvent::namesItself_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << QByteArray(R"({"event_name":"purchase"})") << QByteArray("purchase");
    QTest::newRow("unescaped") << QByteArray(R"({"event_name":"a\u015f"})") << QByteArray("aş");
    QTest::newRow("of duplicates the last")
        << QByteArray(R"({"event_name":"a","event_name":"b"})") << QByteArray("b");
    QTest::newRow("none") << QByteArray("{}") << QByteArray();
    QTest::newRow("a number") << QByteArray(R"({"event_name":1})") << QByteArray();
}

void TestEvent::namesItself()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    const auto event = event::Event::parse(text.toStdString());
    QVERIFY(event);
    QCOMPARE(QByteArray::fromStdString(event->eventName()), name);
}

void TestEvent::duplicateNames()
{
    const auto event
        = event::Event::parse("{\n  \"price\": 1,\n  \"x\": 2, \"price\": 3\n}", QStringLiteral("e.json"));
    QVERIFY(event);
    const Findings findings = event->findings();
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(findings[0].code), QByteArray("DUPLICATE_KEY"));
    QCOMPARE(findings[0].severity, Severity::Warning);
    QCOMPARE(findings[0].sample.value(), QStringLiteral("e.json"));
    QCOMPARE(findings[0].message,
             QStringLiteral("In the event the name “price” stands twice: in line 2, column 3 and in line 3, "
                            "column 11. The last one counts."));
}

void TestEvent::duplicatesAtEveryLevel()
{
    const auto event = event::Event::parse(R"({"a":1,"a":{"b":1,"b":[{"c":1,"c":2,"c":3}]}})");
    QVERIFY(event);
    QCOMPARE(event->findings().size(), std::size_t(4));
}

void TestEvent::namesAreShownAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"%1", "%2", "100%5 %1", "%L2", "%%", "a%3b%4", "\xC5\x9F%2"})
        QTest::newRow(name) << QByteArray(name);
}

void TestEvent::namesAreShownAsTheyAre()
{
    QFETCH(QByteArray, name);
    const auto event = event::Event::parse(("{\"" + name + "\":1,\"" + name + "\":2}").toStdString());
    QVERIFY(event);
    QCOMPARE(event->findings().size(), std::size_t(1));
    const QString message = event->findings().front().message;
    const QString expected = QStringLiteral("In the event the name “") + QString::fromUtf8(name)
        + QStringLiteral("” stands twice: ");
    QVERIFY2(message.startsWith(expected), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("line 1, column 2 and in line 1, column ")),
             qPrintable(message));
}

void TestEvent::manyDuplicates()
{
    std::string text = "{\"x\":0";
    for (int i = 0; i < 20'000; ++i)
        text += ",\n\"n" + std::to_string(i) + "\":1,\"n" + std::to_string(i) + "\":2";
    const auto event = event::Event::parse(text + '}', QStringLiteral("e.json"));
    QVERIFY(event);
    const Findings findings = event->findings();
    QCOMPARE(findings.size(), maximumOfOneCode + 1);
    QVERIFY(findings[999].message.contains(QStringLiteral("“n999” stands twice: in line 1001, column 1 ")));
    QCOMPARE(findings.back().code, std::string("DUPLICATE_KEY"));
    QCOMPARE(findings.back().severity, Severity::Warning);
    QCOMPARE(findings.back().more, std::size_t(19'000));
    QCOMPARE(findings.back().sample.value(), QStringLiteral("e.json"));
}

void TestEvent::byteOrderMark()
{
    const auto event = event::Event::parse("\xEF\xBB\xBF{}", QStringLiteral("e.json"));
    QVERIFY(event);
    const Findings findings = event->findings();
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(findings[0].code), QByteArray("BOM"));
    QCOMPARE(findings[0].severity, Severity::Info);
    QCOMPARE(findings[0].sample.value(), QStringLiteral("e.json"));
}

void TestEvent::noFindings()
{
    const auto event = event::Event::parse(R"({"a":{"b":1},"b":{"b":2}})");
    QVERIFY(event);
    QVERIFY(event->findings().empty());
}

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
