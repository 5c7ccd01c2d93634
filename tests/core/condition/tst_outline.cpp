// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/moves.h"
#include "condition/outline.h"
#include "json/document.h"

#include <QTest>

using namespace designer;
using namespace designer::condition;

/// The lines of a form, where they can be moved, and what each decided.
class TestOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void rows_data();
    void rows();
    void places();
    void traces_data();
    void traces();
    void steps_data();
    void steps();
    void drops_data();
    void drops();
};

namespace {

// Rows: 0 root, 1 A, 2 any, 3 B, 4 C, 5 none (empty), 6 D
const char *const tree = R"({"match": "all", "rules": [
  {"type": "event_name", "operator": "equals", "value": "A"},
  {"match": "any", "rules": [
    {"type": "property", "field": "properties.b", "operator": "exists"},
    {"type": "event_name", "operator": "exists"}]},
  {"match": "none", "rules": []},
  {"type": "property", "field": "properties.d", "operator": "not_exists"}]})";

/// "G0 R1" with a letter a kind and its depth.
QString shape(const Outline &outline)
{
    QStringList out;
    for (const OutlineRow &row : outline) {
        const char *kind = row.isGroup() ? "G" : (row.isRule() ? "R" : "?");
        out += QString::fromLatin1(kind) + QString::number(row.depth);
    }
    return out.join(QLatin1Char(' '));
}

QString text(const std::optional<Spot> &spot)
{
    return spot ? QStringLiteral("%1:%2").arg(spot->group).arg(spot->index) : QStringLiteral("-");
}

} // namespace

void TestOutline::rows_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("rules");
    QTest::newRow("tree") << QByteArray(tree) << QStringLiteral("G0 R1 G1 R2 R2 G1 R1") << 4;
    QTest::newRow("empty object") << QByteArray("{}") << QStringLiteral("G0") << 0;
    QTest::newRow("single rule") << QByteArray(R"({"type":"event_name"})") << QStringLiteral("?0") << 0;
    QTest::newRow("text") << QByteArray(R"("x")") << QStringLiteral("?0") << 0;
    QTest::newRow("both at once") << QByteArray(R"({"rules":[{"match":"all","type":"x"}]})")
                                  << QStringLiteral("G0 ?1") << 0;
    QTest::newRow("number inside") << QByteArray(R"({"rules":[5,{}]})") << QStringLiteral("G0 ?1 R1") << 1;
}

void TestOutline::rows()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QString, expected);
    QFETCH(int, rules);
    const json::Document document(conditions.toStdString());
    const Outline rowsOf = outline(document.root());
    QCOMPARE(shape(rowsOf), expected);
    QCOMPARE(static_cast<int>(ruleCount(rowsOf)), rules);
    for (const OutlineRow &row : rowsOf)
        QCOMPARE(row.raw, std::string(document.at(row.pointer).raw()));
}

void TestOutline::places()
{
    const json::Document document{std::string(tree)};
    const Outline rowsOf = outline(document.root());
    QCOMPARE(rowAt(rowsOf, "/rules/1/rules/0/field"), std::optional<std::size_t>(3));
    QCOMPARE(rowAt(rowsOf, "/rules/1/match"), std::optional<std::size_t>(2));
    QCOMPARE(rowAt(rowsOf, "/rules/17"), std::optional<std::size_t>(0));
    QCOMPARE(rowsOf[2].beyondHardal.size(), 1);
    QVERIFY(rowsOf[5].beyondHardal.isEmpty()); // it is as if it were not there
    QVERIFY(!rowsOf[5].counts);
}

void TestOutline::traces_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("results");
    QTest::newRow("fires") << QByteArray(R"({"event_name": "A"})") << QStringLiteral("yyyny-y");
    QTest::newRow("does not") << QByteArray(R"({"event_name": "B", "properties": {"b": 1, "d": 2}})")
                              << QStringLiteral("nnyyy-n");
}

void TestOutline::traces()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, results);
    const json::Document document{std::string(tree)};
    const Outline rowsOf = outline(document.root());
    const json::Document eventDocument(event.toStdString());
    const auto trace = Conditions::compile(document.root()).conditions.evaluate(eventDocument.root());
    QVERIFY(trace);
    QString out;
    for (const TraceNode *node : traced(rowsOf, *trace))
        out += QLatin1Char(node ? (node->result ? 'y' : 'n') : '-');
    QCOMPARE(out, results);
    TraceNode other = *trace;
    other.rules.pop_back();
    QVERIFY(!traced(rowsOf, other).front()); // of other conditions: nothing rather than a wrong one
}

void TestOutline::steps_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("spot");
    const auto row = [](const char *name, int at, Step step, const char *spot) {
        QTest::newRow(name) << at << static_cast<int>(step) << QString::fromLatin1(spot);
    };
    row("the first up", 1, Step::Up, "-");
    row("the first down", 1, Step::Down, "0:2");
    row("a group up", 2, Step::Up, "0:0");
    row("the first of a group up", 3, Step::Up, "0:1");
    row("the last of a group down", 4, Step::Down, "0:2");
    row("the last down", 6, Step::Down, "-");
    row("out", 3, Step::Out, "0:2");
    row("out of the root", 1, Step::Out, "-");
    row("into the group below", 1, Step::In, "2:0");
    row("into the group above", 6, Step::In, "5:0");
    row("a group into a group", 5, Step::In, "2:2");
    row("no group beside", 3, Step::In, "-");
    row("the root", 0, Step::Down, "-");
}

void TestOutline::steps()
{
    QFETCH(int, row);
    QFETCH(int, step);
    QFETCH(QString, spot);
    const json::Document document{std::string(tree)};
    const Outline rowsOf = outline(document.root());
    QCOMPARE(text(stepped(rowsOf, static_cast<std::size_t>(row), static_cast<Step>(step))), spot);
}

void TestOutline::drops_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("over");
    QTest::addColumn<bool>("below");
    QTest::addColumn<int>("depth");
    QTest::addColumn<QString>("spot");
    QTest::newRow("before a rule") << 6 << 1 << false << 1 << QStringLiteral("0:0");
    QTest::newRow("behind a rule") << 6 << 1 << true << 1 << QStringLiteral("0:1");
    QTest::newRow("on the root") << 6 << 0 << false << 0 << QStringLiteral("0:0");
    QTest::newRow("into a group") << 6 << 2 << true << 1 << QStringLiteral("2:0");
    QTest::newRow("at the end of a group") << 6 << 4 << true << 2 << QStringLiteral("2:2");
    QTest::newRow("behind a group") << 6 << 4 << true << 1 << QStringLiteral("0:2");
    QTest::newRow("into an empty group") << 1 << 5 << true << 2 << QStringLiteral("5:0");
    QTest::newRow("a group into itself") << 2 << 3 << true << 2 << QStringLiteral("-");
}

void TestOutline::drops()
{
    QFETCH(int, row);
    QFETCH(int, over);
    QFETCH(bool, below);
    QFETCH(int, depth);
    QFETCH(QString, spot);
    const json::Document document{std::string(tree)};
    const Outline rowsOf = outline(document.root());
    const Drop drop{static_cast<std::size_t>(over), below, depth};
    QCOMPARE(text(dropped(rowsOf, static_cast<std::size_t>(row), drop)), spot);
}

QTEST_APPLESS_MAIN(TestOutline)
#include "tst_outline.moc"
