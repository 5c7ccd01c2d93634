// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/finding.h"
#include "json/document.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// How many findings of one code are listed, and what stands for the others.
class TestFindingList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lists_data();
    void lists();
    void tellsTheWorstNotListed_data();
    void tellsTheWorstNotListed();
    void codesDoNotShareTheirRoom();
    void listsTheFirst();
    void countsWhatOthersLeftOut_data();
    void countsWhatOthersLeftOut();
    void cappedTwiceIsCappedOnce();
    void standsForMoreInTheSample();
    void writesWhatIsNotListed();
    void countsLines();
};

namespace {

using Severities = QList<Severity>;

Finding finding(const char *code, Severity severity = Severity::Warning, int number = 0)
{
    Finding out;
    out.code = code;
    out.severity = severity;
    out.message = QStringLiteral("Number %1.").arg(number);
    return out;
}

Findings many(const char *code, std::size_t count, Severity severity = Severity::Warning)
{
    Findings out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(finding(code, severity, static_cast<int>(i)));
    return out;
}

Findings joined(Findings first, const Findings &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// Adds one by one, as those do who make a finding only where there is room.
Findings asked(std::size_t count)
{
    FindingList list;
    for (std::size_t i = 0; i < count; ++i) {
        if (list.hasRoom("A", Severity::Warning))
            list.add(finding("A", Severity::Warning, static_cast<int>(i)));
    }
    return std::move(list).taken();
}

} // namespace

void TestFindingList::lists_data()
{
    QTest::addColumn<std::size_t>("given");
    QTest::addColumn<std::size_t>("listed");
    QTest::addColumn<std::size_t>("more");
    QTest::newRow("none") << std::size_t(0) << std::size_t(0) << std::size_t(0);
    QTest::newRow("one") << std::size_t(1) << std::size_t(1) << std::size_t(0);
    QTest::newRow("one under the maximum") << std::size_t(999) << std::size_t(999) << std::size_t(0);
    QTest::newRow("the maximum") << std::size_t(1000) << std::size_t(1000) << std::size_t(0);
    QTest::newRow("one over it") << std::size_t(1001) << std::size_t(1000) << std::size_t(1);
    QTest::newRow("20,000") << std::size_t(20'000) << std::size_t(1000) << std::size_t(19'000);
}

void TestFindingList::lists()
{
    QFETCH(std::size_t, given);
    QFETCH(std::size_t, listed);
    QFETCH(std::size_t, more);
    const Findings findings = asked(given);
    QCOMPARE(findings.size(), listed + (more > 0 ? 1U : 0U));
    for (std::size_t i = 0; i < listed; ++i)
        QCOMPARE(findings[i], finding("A", Severity::Warning, static_cast<int>(i)));
    if (more > 0) {
        QCOMPARE(findings.back().code, std::string("A"));
        QCOMPARE(findings.back().more, more);
        QVERIFY2(findings.back().message.startsWith(QStringLiteral("%1 more ").arg(more)),
                 qPrintable(findings.back().message));
    }
    QCOMPARE(capped(many("A", given)), findings);
}

void TestFindingList::tellsTheWorstNotListed_data()
{
    QTest::addColumn<Severity>("listed");
    QTest::addColumn<Severities>("after");
    QTest::addColumn<Severity>("told");
    const auto row = [](const char *name, Severity listed, const Severities &after, Severity told) {
        QTest::newRow(name) << listed << after << told;
    };
    row("an info", Severity::Info, {Severity::Info}, Severity::Info);
    row("an error among infos", Severity::Info, {Severity::Info, Severity::Error, Severity::Info},
        Severity::Error);
    row("an error first", Severity::Warning, {Severity::Error, Severity::Warning}, Severity::Error);
    row("a warning after an info", Severity::Info, {Severity::Info, Severity::Warning}, Severity::Warning);
    row("those listed do not count", Severity::Error, {Severity::Info, Severity::Warning}, Severity::Warning);
}

void TestFindingList::tellsTheWorstNotListed()
{
    QFETCH(Severity, listed);
    QFETCH(Severities, after);
    QFETCH(Severity, told);
    Findings given = many("A", maximumOfOneCode, listed);
    for (const Severity severity : after)
        given.push_back(finding("A", severity));
    const Findings findings = capped(given);
    QCOMPARE(findings.size(), maximumOfOneCode + 1);
    QCOMPARE(findings.back().more, static_cast<std::size_t>(after.size()));
    QCOMPARE(findings.back().severity, told);
}

void TestFindingList::codesDoNotShareTheirRoom()
{
    Findings given;
    for (std::size_t i = 0; i < maximumOfOneCode + 5; ++i) {
        given.push_back(finding("B", Severity::Error));
        given.push_back(finding("A", Severity::Info));
    }
    given.push_back(finding("C"));
    const Findings findings = capped(given);
    QCOMPARE(findings.size(), 2 * maximumOfOneCode + 3);
    QCOMPARE(findings[2 * maximumOfOneCode].code, std::string("C"));
    const Finding &moreOfA = findings[2 * maximumOfOneCode + 1];
    QCOMPARE(moreOfA.code, std::string("A"));
    QCOMPARE(moreOfA.more, std::size_t(5));
    QCOMPARE(moreOfA.severity, Severity::Info);
    QCOMPARE(findings.back().code, std::string("B"));
    QCOMPARE(findings.back().more, std::size_t(5));
    QCOMPARE(findings.back().severity, Severity::Error);
}

void TestFindingList::listsTheFirst()
{
    const Findings findings = capped(joined(many("A", 1500), many("B", 2)));
    QCOMPARE(findings[999].message, QStringLiteral("Number 999."));
    QCOMPARE(findings[1000].code, std::string("B"));
    QCOMPARE(findings[1001].code, std::string("B"));
    QCOMPARE(findings[1002].more, std::size_t(500));
    QCOMPARE(findings.size(), std::size_t(1003));
}

void TestFindingList::countsWhatOthersLeftOut_data()
{
    QTest::addColumn<std::size_t>("first");
    QTest::addColumn<std::size_t>("second");
    QTest::addColumn<std::size_t>("more");
    QTest::newRow("the first left some out") << std::size_t(1500) << std::size_t(0) << std::size_t(500);
    QTest::newRow("the second left some out") << std::size_t(0) << std::size_t(1500) << std::size_t(500);
    QTest::newRow("together too many") << std::size_t(600) << std::size_t(700) << std::size_t(300);
    QTest::newRow("both left some out") << std::size_t(1500) << std::size_t(20'000) << std::size_t(20'500);
}

void TestFindingList::countsWhatOthersLeftOut()
{
    QFETCH(std::size_t, first);
    QFETCH(std::size_t, second);
    QFETCH(std::size_t, more);
    FindingList list;
    list.addAll(capped(many("A", first, Severity::Info)));
    list.addAll(capped(many("A", second, Severity::Warning)));
    const Findings findings = std::move(list).taken();
    QCOMPARE(findings.size(), maximumOfOneCode + 1);
    QCOMPARE(findings.back().more, more);
    QCOMPARE(findings.back().severity, second > 0 ? Severity::Warning : Severity::Info);
}

void TestFindingList::cappedTwiceIsCappedOnce()
{
    const Findings once = capped(joined(many("A", 1234, Severity::Error), many("B", 1001)));
    QCOMPARE(capped(once), once);
}

void TestFindingList::standsForMoreInTheSample()
{
    Findings given = many("A", 1001);
    for (Finding &each : given)
        each.sample = QStringLiteral("purchase.json");
    QCOMPARE(capped(given).back().sample, QStringLiteral("purchase.json"));
    QVERIFY(!capped(many("A", 1001)).back().sample.has_value());
}

void TestFindingList::writesWhatIsNotListed()
{
    json::Writer w;
    write(w, Findings{capped(many("A", 1003, Severity::Error)).back()});
    const json::Document written(w.take());
    QVERIFY(written.isValid());
    QCOMPARE(written.at("/0/code").text(), std::string("A"));
    QCOMPARE(written.at("/0/severity").text(), std::string("error"));
    QVERIFY(written.at("/0/message").text().starts_with("3 more "));
    QVERIFY(written.at("/0/template").isNull());
}

void TestFindingList::countsLines()
{
    const FindingCounts counts
        = count(joined(joined(many("A", 3, Severity::Error), many("B", 2, Severity::Warning)),
                       many("C", 1, Severity::Info)));
    QCOMPARE(counts.errors, std::size_t(3));
    QCOMPARE(counts.warnings, std::size_t(2));
    QCOMPARE(counts.infos, std::size_t(1));
}

QTEST_GUILESS_MAIN(TestFindingList)
#include "tst_findinglist.moc"
