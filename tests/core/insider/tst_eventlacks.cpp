// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/eventlacks.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;

/// What an event is without, and the edit that puts it in.
class TestEventLacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lacks_data();
    void lacks();
    void fills_data();
    void fills();
};

namespace {

constexpr const char *moment = "2026-01-02T03:04:05.000Z";

QDateTime present()
{
    return QDateTime::fromString(QString::fromLatin1(moment), Qt::ISODateWithMs);
}

} // namespace

void TestEventLacks::lacks_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("time");
    QTest::addColumn<bool>("customer");
    const auto row = [](const char *name, const char *event, bool time, bool customer) {
        QTest::newRow(name) << QByteArray(event) << time << customer;
    };
    row("nothing there", "{}", true, true);
    row("both there", R"({"created_at":"2026-01-02T03:04:05Z","user":{"email":"a@b.c"}})", false, false);
    row("a time as a number", R"({"created_at":1,"user_id":"7"})", false, false);
    row("an empty time", R"({"created_at":"","user_id":"7"})", true, false);
    row("a time that is null", R"({"created_at":null,"user_id":"7"})", true, false);
    row("an id as a number", R"({"created_at":"x","user_id":7})", false, false);
    row("an id that is empty", R"({"created_at":"x","user_id":""})", false, true);
    row("a telephone", R"({"created_at":"x","user":{"phone":"+905551112233"}})", false, false);
    row("a customer by name alone", R"({"created_at":"x","user":{"name":"Ada"}})", false, true);
    row("an empty address", R"({"created_at":"x","user":{"email":""}})", false, true);
    row("a list", "[]", false, false);
    row("no JSON", "{", false, false);
}

void TestEventLacks::lacks()
{
    QFETCH(QByteArray, event);
    QFETCH(bool, time);
    QFETCH(bool, customer);
    std::vector<Lack> expected;
    if (time)
        expected.push_back(Lack::Time);
    if (customer)
        expected.push_back(Lack::Customer);
    const json::Document document(event.toStdString());
    QVERIFY(lacksOf(document) == expected);
}

void TestEventLacks::fills_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("time");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *event, bool time, const QByteArray &expected) {
        QTest::newRow(name) << QByteArray(event) << time << expected;
    };
    const QByteArray now = moment;
    row("the time, after the name", R"({"event_name":"a","user":{}})", true,
        R"({"event_name":"a","created_at":")" + now + R"(","user":{}})");
    row("the time, at the end without a name", R"({"x":1})", true, R"({"x":1,"created_at":")" + now + "\"}");
    row("the time, in its place", R"({"created_at":null,"event_name":"a"})", true,
        R"({"created_at":")" + now + R"(","event_name":"a"})");
    row("a customer, into the user", R"({"user":{"name":"Ada"}})", false,
        R"({"user":{"name":"Ada","email":"customer@example.com"}})");
    row("a customer, in the place of an empty address", R"({"user":{"email":""}})", false,
        R"({"user":{"email":"customer@example.com"}})");
    row("a customer, after the name", R"({"event_name":"a","x":1})", false,
        R"({"event_name":"a","user":{"email": "customer@example.com"},"x":1})");
    row("a customer, in the place of a user that is none", R"({"user":null})", false,
        R"({"user":{"email": "customer@example.com"}})");
}

void TestEventLacks::fills()
{
    QFETCH(QByteArray, event);
    QFETCH(bool, time);
    QFETCH(QByteArray, expected);
    const json::Document document(event.toStdString());
    const Lack lack = time ? Lack::Time : Lack::Customer;
    const std::string filled = json::applied(document.text(), filledIn(document, lack, present()));
    QCOMPARE(QByteArray::fromStdString(filled), expected);
    const std::vector<Lack> left = lacksOf(json::Document(filled));
    QVERIFY(std::find(left.begin(), left.end(), lack) == left.end());
}

QTEST_APPLESS_MAIN(TestEventLacks)
#include "tst_eventlacks.moc"
