// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/blocked.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// blockedError(): why nothing is made of an event, and what to do.
class TestBlocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void saysWhy_data();
    void saysWhy();
    void namesTheMissingValues();
    void namesNoMoreThanCanBeRead();
    void comesFromTheRendering_data();
    void comesFromTheRendering();
};

namespace {

std::vector<event::Path> paths(int count)
{
    std::vector<event::Path> out;
    for (int i = 0; i < count; ++i)
        out.push_back(*event::Path::parse("properties.p" + std::to_string(i)));
    return out;
}

} // namespace

void TestBlocked::saysWhy_data()
{
    QTest::addColumn<int>("why");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *title, tmpl::Blocked why, ErrorCode code, const char *says) {
        QTest::newRow(title) << static_cast<int>(why) << static_cast<int>(code) << QString::fromUtf8(says);
    };
    row("missing values", tmpl::Blocked::MissingValues, ErrorCode::MissingValues, "properties.p0");
    row("too deep", tmpl::Blocked::TooDeep, ErrorCode::PayloadTooDeep, "512 levels");
    row("too large", tmpl::Blocked::TooLarge, ErrorCode::PayloadTooLarge, "4 GB");
}

void TestBlocked::saysWhy()
{
    QFETCH(const int, why);
    QFETCH(const int, code);
    QFETCH(const QString, says);
    const Error error = testrun::blockedError(static_cast<tmpl::Blocked>(why), paths(1));
    QCOMPARE(codeName(error.code), codeName(static_cast<ErrorCode>(code)));
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(!error.message.endsWith(u'.'));
    QVERIFY(!error.wayOut.isEmpty());
}

void TestBlocked::namesTheMissingValues()
{
    const Error error = testrun::blockedError(tmpl::Blocked::MissingValues, paths(3));
    QVERIFY2(error.message.contains(QStringLiteral("properties.p0, properties.p1, properties.p2 ")),
             qPrintable(error.message));
}

void TestBlocked::namesNoMoreThanCanBeRead()
{
    const QString twenty = testrun::blockedError(tmpl::Blocked::MissingValues, paths(20)).message;
    QVERIFY(twenty.contains(QStringLiteral("p19")));
    QVERIFY(!twenty.contains(u'…'));
    const QString many = testrun::blockedError(tmpl::Blocked::MissingValues, paths(1000)).message;
    QVERIFY(many.contains(QStringLiteral("p19, …")));
    QVERIFY(!many.contains(QStringLiteral("p20")));
}

void TestBlocked::comesFromTheRendering_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<int>("why");
    QTest::newRow("a value is there") << QByteArray(R"({"a":1})") << static_cast<int>(tmpl::Blocked::No);
    QTest::newRow("a null is there") << QByteArray(R"({"a":null})") << static_cast<int>(tmpl::Blocked::No);
    QTest::newRow("a value is missing") << QByteArray("{}") << static_cast<int>(tmpl::Blocked::MissingValues);
    QTest::newRow("as deep as it goes") << QByteArray(R"({"a":)") + QByteArray(511, '[')
            + QByteArray(511, ']') + '}' << static_cast<int>(tmpl::Blocked::TooDeep);
}

void TestBlocked::comesFromTheRendering()
{
    QFETCH(const QByteArray, event);
    QFETCH(const int, why);
    const auto connection
        = compiled(R"({"request_format":{"x":["##a##"]},"x_designer":{"missing_values":"block"}})");
    const tmpl::Rendering rendering = connection.requestFormat.render(eventOf(event).root());
    QCOMPARE(static_cast<int>(rendering.blocked), why);
    QCOMPARE(rendering.bytes.empty(), why != static_cast<int>(tmpl::Blocked::No));
}

QTEST_GUILESS_MAIN(TestBlocked)
#include "tst_blocked.moc"
