// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/instant.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace designer;

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void orders_data();
    void orders();
    void agreesWithTheCalendar();
};

void TestInstant::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("minute");
    QTest::addColumn<int>("second");
    QTest::addColumn<QByteArray>("fraction");
    QTest::addColumn<bool>("rfc3339");
    const auto row = [](const char *text, qint64 minute, int second, const char *fraction, bool rfc3339) {
        QTest::newRow(text) << QByteArray(text) << minute << second << QByteArray(fraction) << rfc3339;
    };
    row("1970-01-01T00:00:00Z", 0, 0, "", true);
    row("1970-01-01t00:01:02z", 1, 2, "", true);
    row("1970-01-01 00:01:02Z", 1, 2, "", true);
    row("1969-12-31T23:59:59.9Z", -1, 59, "9", true);
    row("1970-01-01T03:00:00+03:00", 0, 0, "", true);
    row("1969-12-31T12:30:00-11:30", 0, 0, "", true);
    row("1970-01-01T00:00:00-00:00", 0, 0, "", true);
    row("1970-01-01T00:00:00.1234567890123456789012345678901234567890Z", 0, 0,
        "123456789012345678901234567890123456789", true);
    row("1970-01-01T00:00:00.000Z", 0, 0, "", true);
    row("2016-12-31T23:59:60Z", 24720479, 60, "", true);
    row("2017-01-01T02:59:60.5+03:00", 24720479, 60, "5", true);
    row("0000-01-01T00:00:00Z", -1036120320, 0, "", true);
    row("9999-12-31T23:59:59Z", 4223371679, 59, "", true);
    row("1970-01-02", 1440, 0, "", false);
    row("1970-01-02 00:00:05", 1440, 5, "", false);
    row("1970-01-02T00:00:05.50", 1440, 5, "5", false);
}

void TestInstant::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, minute);
    QFETCH(int, second);
    QFETCH(QByteArray, fraction);
    QFETCH(bool, rfc3339);
    const auto instant = event::instantFromEvent(text.toStdString());
    QVERIFY(instant);
    QCOMPARE(qint64(instant->minute), minute);
    QCOMPARE(instant->second, second);
    QCOMPARE(QByteArray::fromStdString(instant->fraction), fraction);
    const auto strict = event::instantFromRfc3339(text.toStdString());
    QCOMPARE(strict.has_value(), rfc3339);
    if (strict)
        QVERIFY(*strict == *instant);
}

void TestInstant::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "now",
                             "0",
                             "1700000000",
                             "2026",
                             "2026-01",
                             "2026-1-1",
                             "26-01-01",
                             "2026-00-01",
                             "2026-13-01",
                             "2026-01-00",
                             "2026-01-32",
                             "2026-02-29",
                             "1900-02-29",
                             "2026-04-31",
                             "2026-01-01T",
                             "2026-01-01T10",
                             "2026-01-01T10:00",
                             "2026-01-01T10:00Z",
                             "2026-01-01T24:00:00Z",
                             "2026-01-01T10:60:00Z",
                             "2026-01-01T10:00:61Z",
                             "2026-01-01T10:00:60Z",
                             "2026-01-30T23:59:60Z",
                             "2026-01-31T23:59:60-01:00",
                             "2026-01-01T10:00:00.Z",
                             "2026-01-01T10:00:00,5Z",
                             "2026-01-01T10:00:00+3",
                             "2026-01-01T10:00:00+0300",
                             "2026-01-01T10:00:00+24:00",
                             "2026-01-01T10:00:00+03:60",
                             "2026-01-01T10:00:00 Z",
                             "2026-01-01T10:00:00ZZ",
                             " 2026-01-01T10:00:00Z",
                             "2026-01-01T10:00:00Z ",
                             "2026-01-01_10:00:00Z",
                             "2026-01-01  10:00:00",
                             "2026-01-01Z",
                             "+2026-01-01",
                             "12026-01-01",
                             "2026/01/01",
                             "20260101T100000Z",
                             "2026-W01-1",
                             "2026-01-01T1a:00:00Z"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void TestInstant::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!event::instantFromEvent(text.toStdString()));
    QVERIFY(!event::instantFromRfc3339(text.toStdString()));
}

void TestInstant::orders_data()
{
    QTest::addColumn<QByteArray>("earlier");
    QTest::addColumn<QByteArray>("later");
    const auto row = [](const char *name, const char *earlier, const char *later) {
        QTest::newRow(name) << QByteArray(earlier) << QByteArray(later);
    };
    row("days", "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z");
    row("fractions by value, not length", "2026-01-01T00:00:00.09Z", "2026-01-01T00:00:00.1Z");
    row("a fraction and its longer form", "2026-01-01T00:00:00.1Z",
        "2026-01-01T00:00:00.10000000000000000001Z");
    row("no fraction first", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.0001Z");
    row("offsets", "2026-01-01T00:30:00+01:00", "2025-12-31T23:45:00Z");
    row("before a leap second", "2016-12-31T23:59:59.999Z", "2016-12-31T23:59:60Z");
    row("after a leap second", "2016-12-31T23:59:60.999Z", "2017-01-01T00:00:00Z");
    row("before 1970", "1969-12-31T23:59:58Z", "1969-12-31T23:59:59Z");
}

void TestInstant::orders()
{
    QFETCH(QByteArray, earlier);
    QFETCH(QByteArray, later);
    const auto a = event::instantFromRfc3339(earlier.toStdString());
    const auto b = event::instantFromRfc3339(later.toStdString());
    QVERIFY(a && b);
    QVERIFY(*a < *b);
    QVERIFY(!(*b < *a));
    QVERIFY(*a != *b);
}

void TestInstant::agreesWithTheCalendar()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 5'000; ++i) {
        const QDate day = QDate(1, 1, 1).addDays(random.bounded(3'652'000));
        const QByteArray text = day.toString(QStringLiteral("yyyy-MM-dd")).toLatin1();
        const auto instant = event::instantFromEvent(text.toStdString());
        QVERIFY2(instant, text.constData());
        QCOMPARE(qint64(instant->minute), QDate(1970, 1, 1).daysTo(day) * 1440);
        const bool endsMonth = day.addDays(1).day() == 1;
        const auto leap = event::instantFromRfc3339(text.toStdString() + "T23:59:60Z");
        QCOMPARE(leap.has_value(), endsMonth);
    }
}

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
