// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/membertrace.h"
#include "json/document.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;

class TestMemberTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void keys_data();
    void keys();
    void values_data();
    void values();
    void pointers_data();
    void pointers();
};

void TestMemberTrace::keys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("user");
    QTest::addColumn<int>("event");
    QTest::addColumn<QByteArray>("tail");
    const auto row = [](const char *key, int user, int event, const char *tail) {
        QTest::newRow(*key ? key : "empty") << QByteArray(key) << user << event << QByteArray(tail);
    };
    row("users.12.identifiers.required", 12, -1, "identifiers.required");
    row("users.0.events.3.event_name.*.regexp(^[a-z0-9][a-zA-Z0-9._-]*$)", 0, 3,
        "event_name.*.regexp(^[a-z0-9][a-zA-Z0-9._-]*$)");
    row("users.0", 0, -1, "");
    row("users.0.events.1", 0, 1, "");
    row("users.x.identifiers.required", -1, -1, "users.x.identifiers.required");
    row("users.1x.identifiers", -1, -1, "users.1x.identifiers");
    row("users.99999999999999999999999.a", -1, -1, "users.99999999999999999999999.a");
    row("users.0.events.required", 0, -1, "events.required");
    row("", -1, -1, "");
}

void TestMemberTrace::keys()
{
    QFETCH(QByteArray, key);
    QFETCH(int, user);
    QFETCH(int, event);
    QFETCH(QByteArray, tail);
    const std::string text = key.toStdString();
    const ErrorKey parsed = ErrorKey::parse(text);
    QCOMPARE(parsed.user ? static_cast<int>(*parsed.user) : -1, user);
    QCOMPARE(parsed.event ? static_cast<int>(*parsed.event) : -1, event);
    QCOMPARE(QByteArray::fromStdString(std::string(parsed.tail)), tail);
}

void TestMemberTrace::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("expected");
    const QByteArray both = "%1 parameter is required on %2 event";
    const QStringList none{QStringLiteral("none")};
    QTest::newRow("two") << both << QByteArray("unit_sale_price parameter is required on purchase event")
                         << QStringList{QStringLiteral("unit_sale_price"), QStringLiteral("purchase")};
    QTest::newRow("at the end") << QByteArray("bad: %1") << QByteArray("bad: a: b")
                                << QStringList{QStringLiteral("a: b")};
    QTest::newRow("empty value") << QByteArray("bad: %1") << QByteArray("bad: ") << QStringList{QString()};
    QTest::newRow("no place") << QByteArray("bad") << QByteArray("bad") << QStringList();
    QTest::newRow("no place, more text") << QByteArray("bad") << QByteArray("bad thing") << none;
    QTest::newRow("another message") << both << QByteArray("currency is required") << none;
    QTest::newRow("another end") << both << QByteArray("a parameter is required on b") << none;
    QTest::newRow("empty message") << both << QByteArray() << none;
}

void TestMemberTrace::values()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    QFETCH(QStringList, expected);
    const auto found = valuesOf(text.toStdString(), message.toStdString());
    QStringList printed{QStringLiteral("none")};
    if (found) {
        printed.clear();
        for (const std::string &value : *found)
            printed << QString::fromStdString(value);
    }
    QCOMPARE(printed, expected);
}

void TestMemberTrace::pointers_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("occurrence");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *key, const char *message, int occurrence,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(key) << QByteArray(message) << occurrence << QByteArray(expected);
    };
    row("missing parameter", "users.0.events.1.event_params.*.required",
        "event_group_id parameter is required on purchase event", 0,
        "/users/0/events/1/event_params/event_group_id");
    row("parameter nobody knows", "users.0.events.1.event_params.*.required", "something is amiss", 0,
        "/users/0/events/1/event_params");
    row("event name", "users.0.events.1.event_name.*.regexp(^[a-z0-9][a-zA-Z0-9._-]*$)",
        "invalid event name: A b", 0, "/users/0/events/1/event_name");
    row("address by value", "users.0.identifiers.*.regexp(^.+@.+\\..+$)", "not a valid email address: ada", 0,
        "/users/0/identifiers/em");
    row("number by value", "users.0.identifiers.*.regexp(^\\+[1-9]\\d{6,14}$)",
        "user has an invalid phone number: 5", 0, "/users/0/identifiers/phone_number");
    row("address that is not there", "users.0.identifiers.*.regexp(^.+@.+\\..+$)",
        "not a valid email address: eve", 0, "/users/0/identifiers");
    row("uuid", "users.0.identifiers.*.type(string)", "uuid must be string: 12", 0,
        "/users/0/identifiers/uuid");
    row("first unknown key", "users.0.identifiers.*.in(defaults_column)",
        "key must be one of phone_number(pn), email(em) or uuid", 0, "/users/0/identifiers/a~1b");
    row("second unknown key", "users.0.identifiers.*.in(defaults_column)",
        "key must be one of phone_number(pn), email(em) or uuid", 1, "/users/0/identifiers/crm");
    row("no identifiers", "users.0.identifiers.required", "either insider_id or idenifiers must be specified",
        0, "/users/0/identifiers");
    row("no insider_id", "users.0.insider_id.required", "either insider_id or idenifiers must be specified",
        0, "/users/0/insider_id");
    row("a rule to come", "users.0.events.0.timestamp.*.required", "timestamp?", 0,
        "/users/0/events/0/timestamp");
    row("a user that was not sent", "users.7.identifiers.*.type(string)", "uuid must be string: 1", 0,
        "/users/7/identifiers");
    row("no user", "request", "no", 0, "");
}

void TestMemberTrace::pointers()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(int, occurrence);
    QFETCH(QByteArray, expected);
    const json::Document payload(
        R"({"users":[{"identifiers":{"email":"ok@x.co","em":"ada","phone_number":"5","uuid": 12,"a/b":1,"crm":2}}]})");
    const std::string pointer = memberPointer(key.toStdString(), message.toStdString(),
                                              static_cast<std::size_t>(occurrence), payload.root());
    QCOMPARE(QByteArray::fromStdString(pointer), expected);
}

QTEST_GUILESS_MAIN(TestMemberTrace)

#include "tst_membertrace.moc"
