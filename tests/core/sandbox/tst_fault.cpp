// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::sandbox;

class TestFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void plans_data();
    void plans();
};

void TestFault::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("again");
    const auto row = [](const char *text, const char *again) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(again);
    };
    for (const char *text :
         {"403", "429", "500", "504", "truncated", "partial", "reset", "hang", "slow=1", "429-retry-after=0"})
        row(text, text);
    row("slow", "slow=2000");
    row("429-retry-after", "429-retry-after=5");
    row("slow = 7", "slow=7");
}

void TestFault::parses()
{
    QFETCH(QByteArray, text);
    const Result<Fault> fault = parseFault(text.toStdString());
    QVERIFY(fault.hasValue());
    QTEST(QByteArray::fromStdString(fault->text()), "again");
}

void TestFault::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"404", "429=3", "slow=", "slow=-1", "slow=x", "slow=99999999999", "429*0",
                             "429*", "429*x", "429*-1", "429,,500", "429;500", "*3"})
        QTest::newRow(text) << QByteArray(text);
}

void TestFault::refuses()
{
    QFETCH(QByteArray, text);
    const Result<FaultPlan> plan = FaultPlan::parse(text.toStdString());
    QVERIFY(!plan.hasValue());
    QCOMPARE(plan.error().code, ErrorCode::Usage);
    QVERIFY(plan.error().wayOut.contains(QStringLiteral("429-retry-after=SECONDS")));
}

void TestFault::plans_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("turns");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{"", ""};
    QTest::newRow("blank") << QByteArray(" ") << QByteArrayList{"", ""};
    QTest::newRow("for ever") << QByteArray("500") << QByteArrayList{"500", "500", "500"};
    QTest::newRow("counted") << QByteArray("429*2") << QByteArrayList{"429", "429", ""};
    QTest::newRow("one after another")
        << QByteArray("429*2, 500*1 ,403") << QByteArrayList{"429", "429", "500", "403", "403"};
    QTest::newRow("slow goes along") << QByteArray("slow=9*2,429*1")
                                     << QByteArrayList{"429,slow=9", "slow=9", ""};
    QTest::newRow("slow after slow") << QByteArray("slow=9*1,slow=3")
                                     << QByteArrayList{"slow=9", "slow=3", "slow=3"};
}

void TestFault::plans()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, turns);
    Result<FaultPlan> plan = FaultPlan::parse(text.toStdString());
    QVERIFY(plan.hasValue());
    for (const QByteArray &turn : turns)
        QCOMPARE(QByteArray::fromStdString(plan->next().text()), turn);
}

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
