// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/prediction.h"
#include "payloads.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;
using namespace payloads;

class TestFindingDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void table_data();
    void table();
    void messagesNameFieldAndValue();
    void badJsonHasAPlaceAndAWayOut_data();
    void badJsonHasAPlaceAndAWayOut();
    void sharedValueOfStrangers();
    void retention_data();
    void retention();
    void silentLosses_data();
    void silentLosses();
    void manyFindingsAreBounded();
};

static void row(const char *name, const std::string &payload, const char *expected)
{
    QTest::newRow(name) << QByteArray::fromStdString(payload) << QString::fromUtf8(expected);
}

void TestFindingDetails::table_data()
{
    QTest::addColumn<int>("profile");
    QTest::addColumn<bool>("isError");
    QTest::newRow("proven") << static_cast<int>(Profile::Proven) << false;
    QTest::newRow("table") << static_cast<int>(Profile::Table) << true;
    QTest::newRow("strict") << static_cast<int>(Profile::Strict) << true;
}

void TestFindingDetails::table()
{
    QFETCH(int, profile);
    QFETCH(bool, isError);
    const json::Document payload(purchase(R"("event_group_id":"o1","unit_sale_price":9.5,"currency":"TRY")"));
    const Findings findings = check(payload, static_cast<Profile>(profile), now());
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().code, std::string("EVENT_PARAM_REQUIRED_TABLE"));
    QCOMPARE(findings.front().severity == Severity::Error, isError);
}

void TestFindingDetails::messagesNameFieldAndValue()
{
    const Findings findings
        = check(json::Document(attributes(R"("firstName":"Ada","country":"us")")), Profile::Proven, now());
    QCOMPARE(findings.size(), std::size_t(2));
    QVERIFY(findings[0].message.contains(QStringLiteral("firstName")));
    QVERIFY(findings[0].message.contains(QStringLiteral("without a word")));
    QCOMPARE(findings[0].fixTitle.value_or(QString()), QStringLiteral("Rename it to name"));
    QCOMPARE(findings[0].evidence, Evidence::Inferred);
    QVERIFY(findings[1].message.contains(QStringLiteral("“us”")));
    QCOMPARE(findings[1].fixTitle.value_or(QString()), QStringLiteral("Write US"));
}

void TestFindingDetails::badJsonHasAPlaceAndAWayOut_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("wayOut");
    const auto row = [](const char *title, const QByteArray &payload, const char *place, const char *wayOut) {
        QTest::newRow(title) << payload << QString::fromUtf8(place) << QString::fromUtf8(wayOut);
    };
    row("a comma too many", "{\n  \"users\": [,]\n}", "line 2, column 13",
        "; look for a missing or superfluous comma, quote or bracket here or just before.");
    row("not to the end", R"({"users":)", "line 1, column 10",
        "; add what is missing, or fetch the whole file again.");
    row("another text behind", "{} {}", "line 1, column 4", "; remove what follows");
    row("nothing", {}, "line 1, column 1", "; ");
    row("a byte order mark", "\xEF\xBB\xBF{}", "line 1, column 1", "; save the file without it.");
}

void TestFindingDetails::badJsonHasAPlaceAndAWayOut()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, place);
    QFETCH(const QString, wayOut);
    const Findings findings = check(json::Document(payload.toStdString()), Profile::Proven, now());
    QCOMPARE(findings.front().code, std::string("JSON_INVALID"));
    const QString &message = findings.front().message;
    QVERIFY2(message.contains(place), qPrintable(message));
    QVERIFY2(message.contains(wayOut), qPrintable(message));
    QVERIFY2(!message.contains(QStringLiteral(" ;")) && !message.contains(QStringLiteral("; .")),
             qPrintable(message));
}

void TestFindingDetails::sharedValueOfStrangers()
{
    std::string list;
    for (int i = 0; i < 3; ++i) {
        list += i ? "," : "";
        list += R"({"identifiers":{"uuid":"web","email":"p)" + std::to_string(i)
            + R"(@example.org"},"attributes":{"age":4}})";
    }
    QCOMPARE(printed(check(json::Document(users(list)), Profile::Proven, now())),
             QStringLiteral("IDENT_PLACEHOLDER error /users/0/identifiers/uuid\n"
                            "IDENT_PLACEHOLDER error /users/1/identifiers/uuid\n"
                            "IDENT_PLACEHOLDER error /users/2/identifiers/uuid"));
}

void TestFindingDetails::retention_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("words");
    QTest::newRow("purchase") << QByteArray("purchase") << 730 << "730 days";
    QTest::newRow("page view") << QByteArray("homepage_view") << 90 << "90 days";
    QTest::newRow("sign-up") << QByteArray("sign_up_confirmation") << 365 << "365 days";
    QTest::newRow("custom") << QByteArray("bouquet_tied") << 92
                            << "3 months"; // 3 months, July and August among them
    QTest::newRow("sign-up form") << QByteArray("sign_up") << 365 << "365 days";
    QTest::newRow("only the ceiling is known") << QByteArray("session_start") << 731 << "24 months";
}

void TestFindingDetails::retention()
{
    QFETCH(QByteArray, event);
    QFETCH(int, days);
    const std::string payload = R"({"skip_hook":true,"users":[{"insider_id":"i9","events":[{"event_name":")"
        + event.toStdString()
        + R"(","timestamp":"2024-01-01T00:00:00Z","event_params":{"event_group_id":"o","unit_sale_price":1,"currency":"TRY","quantity":1}}]}]})";
    const json::Document document(payload);
    const Moment sent = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);
    const Moment last = sent + std::chrono::days(days);
    QCOMPARE(printed(check(document, Profile::Proven, last)), QString());
    const Findings late = check(document, Profile::Proven, last + std::chrono::seconds(1));
    QCOMPARE(printed(late), QStringLiteral("EVENT_OLDER_THAN_TTL warning /users/0/events/0/timestamp"));
    QFETCH(QString, words);
    QVERIFY2(late.front().message.contains(QStringLiteral("for %1 only").arg(words)),
             qPrintable(late.front().message));
}

void TestFindingDetails::silentLosses_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected");
    row("nothing", attributes(R"("age":41)"), "");
    row("misplaced", attributes(R"("favourite":"tulip")"), "/users/0/attributes/favourite");
    row("wrong type and old event",
        user(R"("attributes":{"age":"41"},"events":[{"event_name":"a","timestamp":"2025-01-01T00:00:00Z"}])"),
        "/users/0/attributes/age /users/0/events/0/timestamp");
    row("refused aloud", R"({"users":[{"identifiers":{"email":"ada"},"attributes":{"favourite":"tulip"}}]})",
        "");
}

void TestFindingDetails::silentLosses()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, expected);
    QStringList pointers;
    const std::string body = payload.toStdString();
    const Prediction prediction = predict({body, {}, "POST", {}}, Profile::Proven, now());
    for (const SilentLoss &loss : prediction.silentLosses)
        pointers << QString::fromStdString(loss.payloadPointer);
    QCOMPARE(pointers.join(u' '), expected);
}

void TestFindingDetails::manyFindingsAreBounded()
{
    std::string members;
    for (int i = 0; i < 30'000; ++i)
        members += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
    const Findings findings = check(json::Document(attributes(members)), Profile::Proven, now());
    QCOMPARE(findings.size(), std::size_t(20'000));
}

QTEST_GUILESS_MAIN(TestFindingDetails)

#include "tst_findingdetails.moc"
