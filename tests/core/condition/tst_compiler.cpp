// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/conditions.h"
#include "json/document.h"

#include <QTest>

using namespace designer;
using condition::Conditions;

/// What is wrong in a connection's conditions, and where.
class TestCompiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void findsProblems_data();
    void findsProblems();
    void findsAllProblems();
    void tellsPlacesAmongManyRules();
    void compiles20000Rules();
    void answersWithTheProblem();
    void accepts_data();
    void accepts();
};

namespace {

QByteArray inGroup(const QByteArray &rule)
{
    return R"({"match":"all","rules":[)" + rule + "]}";
}

QByteArray withValue(const char *op, const QByteArray &value)
{
    return inGroup(QByteArray(R"({"type":"property","field":"properties.x","operator":")") + op
                   + R"(","value":)" + value + "}");
}

} // namespace

void TestCompiler::findsProblems_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char *name, const QByteArray &conditions, const char *pointer, const char *words) {
              QTest::newRow(name) << conditions << QByteArray(pointer) << QString::fromLatin1(words);
          };
    const char *rule0 = "/c/rules/0";
    const char *value0 = "/c/rules/0/value";
    const char *field0 = "/c/rules/0/field";
    row("a text", R"("all")", "/c", "no object");
    row("null", "null", "/c", "no object");
    row("an array", "[]", "/c", "no object");
    row("a rule without group", R"({"type":"event_name","operator":"exists"})", "/c", "no group");
    row("an empty object", "{}", "/c", "joined");
    row("match missing", R"({"rules":[]})", "/c", "joined");
    row("match missing in an inner group", inGroup(R"({"rules":[]})"), rule0, "joined");
    row("match unknown", R"({"match":"some","rules":[]})", "/c/match", "\"some\"");
    row("match in capitals", R"({"match":"ALL","rules":[]})", "/c/match", "\"ALL\"");
    row("match no text", R"({"match":1,"rules":[]})", "/c/match", "1");
    row("rules no array", R"({"match":"all","rules":{}})", "/c/rules", "no array");
    row("rule no object", inGroup("7"), rule0, "7");
    row("rule empty", inGroup("{}"), rule0, "no type");
    row("rule and group", inGroup(R"({"match":"any","rules":[],"type":"event_name"})"), rule0, "at once");
    row("type missing", inGroup(R"({"operator":"exists","field":"a"})"), rule0, "no type");
    row("type unknown", inGroup(R"({"type":"cookie","field":"a","operator":"exists"})"), "/c/rules/0/type",
        "\"cookie\"");
    row("operator missing", inGroup(R"({"type":"event_name"})"), rule0, "no operator");
    row("operator unknown", inGroup(R"({"type":"event_name","operator":"resembles","value":"x"})"),
        "/c/rules/0/operator", "\"resembles\"");
    row("operator no text", inGroup(R"({"type":"event_name","operator":null})"), "/c/rules/0/operator",
        "null");
    row("field missing", inGroup(R"({"type":"property","operator":"exists"})"), rule0, "no field");
    row("field empty", inGroup(R"({"type":"path","field":"","operator":"exists"})"), field0, "no path");
    row("field ends in a dot", inGroup(R"({"type":"path","field":"a.","operator":"exists"})"), field0,
        "\"a.\"");
    row("field begins with a dot", inGroup(R"({"type":"path","field":".a","operator":"exists"})"), field0,
        "no path");
    row("field with two dots", inGroup(R"({"type":"path","field":"a..b","operator":"exists"})"), field0,
        "no path");
    row("field with a blank", inGroup(R"({"type":"path","field":"a b","operator":"exists"})"), field0,
        "no path");
    row("field in hashes", inGroup(R"({"type":"path","field":"##a##","operator":"exists"})"), field0,
        "no path");
    row("field no text", inGroup(R"({"type":"path","field":5,"operator":"exists"})"), field0, "no path");
    row("no value: equals", inGroup(R"({"type":"event_name","operator":"equals"})"), rule0, "no value");
    row("no value: regex", inGroup(R"({"type":"event_name","operator":"regex"})"), rule0, "no value");
    row("no value: one_of", inGroup(R"({"type":"event_name","operator":"one_of"})"), rule0, "no value");
    row("no value: before", inGroup(R"({"type":"event_name","operator":"before"})"), rule0, "no value");
    row("equals an object", withValue("equals", "{}"), value0, "list or an object");
    row("equals an array", withValue("not_equals", R"(["a"])"), value0, "list or an object");
    row("contains null", withValue("contains", "null"), value0, "no text");
    row("starts_with an array", withValue("starts_with", "[]"), value0, "no text");
    row("one_of a text", withValue("one_of", R"("a,b")"), value0, "no list");
    row("one_of with an object in it", withValue("one_of", R"(["a",{}])"), "/c/rules/0/value/1",
        "list or an object");
    row("greater_than a word", withValue("greater_than", R"("many")"), value0, "no number");
    row("at_least a unit", withValue("at_least", R"("5 TL")"), value0, "no number");
    row("less_than true", withValue("less_than", "true"), value0, "no number");
    row("at_most null", withValue("at_most", "null"), value0, "no number");
    row("before a word", withValue("before", R"("tomorrow")"), value0, "no time");
    row("after a number", withValue("after", "1700000000"), value0, "no time");
    row("after the 30th of February", withValue("after", R"("2026-02-30")"), value0, "no time");
    row("regex a number", withValue("regex", "5"), value0, "no regular expression");
    row("regex that does not compile", withValue("regex", "\"abc(def\""), value0,
        "missing closing parenthesis, after character 7");
    row("regex that explodes", withValue("regex", "\"(((a{1,100}){1,100}){1,100})\""), value0, "too large");
    row("ignore_case no boolean",
        inGroup(R"({"type":"event_name","operator":"equals","value":"a","ignore_case":"yes"})"),
        "/c/rules/0/ignore_case", "\"yes\"");
    row("deep inside", inGroup(R"({"match":"any","rules":[{"type":"event_name","operator":"exists"},7]})"),
        "/c/rules/0/rules/1", "7");
    row("in a group that a rule of another makes certain",
        R"({"match":"any","rules":[{"type":"event_name","operator":"exists"},{"match":"none","rules":[{}]}]})",
        "/c/rules/1/rules/0", "no type");
    row("after a group",
        R"({"match":"any","rules":[{"match":"all","rules":[{"type":"event_name",)"
        R"("operator":"exists"}]},{"type":"x","operator":"exists"}]})",
        "/c/rules/1/type", "\"x\"");
    row("in a group after a group",
        R"({"match":"any","rules":[{"match":"all","rules":[]},)"
        R"({"match":"all","rules":[{"match":"all","rules":[]},{"match":"all"},5]}]})",
        "/c/rules/1/rules/2", "5");
    row("the last of two lists of rules", R"({"match":"any","rules":[],"rules":[1]})", "/c/rules/0", "1");
    row("escapes in a key", R"({"match":"any","r\u0075les":[{"type":1,"operator":"exists"}]})",
        "/c/rules/0/type", "1");
    row("a percent sign and a number", inGroup("\"100%1 %2 %3\""), rule0, "\"100%1 %2 %3\"");
    row("a percent sign in an expression", withValue("regex", "\"%2%3%1(\""), value0,
        "\"%2%3%1(\" cannot be read: missing closing parenthesis, after character 7");
    row("a percent sign in a field", inGroup(R"({"type":"path","field":"%1%2","operator":"exists"})"), field0,
        "\"%1%2\" is no path");
    row("the last of duplicate keys counts",
        inGroup(R"({"type":"event_name","operator":"exists","operator":"resembles"})"), "/c/rules/0/operator",
        "\"resembles\"");
}

void TestCompiler::findsProblems()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QByteArray, pointer);
    QFETCH(QString, words);
    const json::Document document("{\"c\":\n " + conditions.toStdString() + "}");
    QVERIFY2(document.isValid(), conditions.constData());
    const auto compiled = Conditions::compile(document.at("/c"));
    QVERIFY(!compiled.problems.empty());
    const auto &problem = compiled.problems.front();
    QCOMPARE(QByteArray::fromStdString(problem.pointer), pointer);
    QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
    QVERIFY(!problem.wayOut.isEmpty());
    QVERIFY(!problem.message.endsWith(QLatin1Char('.')));
    QVERIFY(!problem.wayOut.endsWith(QLatin1Char('.')) || problem.wayOut.endsWith(QLatin1String("...")));
    QCOMPARE(problem.position, document.at(problem.pointer).position());
    QCOMPARE(problem.position.line, std::size_t(2));
}

void TestCompiler::findsAllProblems()
{
    const json::Document document(R"({"rules":[{"type":"x","operator":"y"},
        {"type":"property","operator":"greater_than","value":"z","ignore_case":1}]})");
    const auto compiled = Conditions::compile(document.root());
    QStringList pointers;
    for (const auto &problem : compiled.problems)
        pointers += QString::fromStdString(problem.pointer);
    QCOMPARE(pointers,
             QStringList({QString(), QStringLiteral("/rules/0/type"), QStringLiteral("/rules/0/operator"),
                          QStringLiteral("/rules/1"), QStringLiteral("/rules/1/ignore_case"),
                          QStringLiteral("/rules/1/value")}));
}

void TestCompiler::tellsPlacesAmongManyRules()
{
    std::string rules;
    for (int i = 0; i < 20'000; ++i)
        rules += (i > 0 ? ",\n" : "") + std::string(i % 2 == 0 ? R"({"type":"x","operator":"y"})" : "7");
    const json::Document document(R"({"match":"all","rules":[{"match":"any","rules":[)" + rules + "]}]}");
    const auto compiled = Conditions::compile(document.root());
    QCOMPARE(compiled.problems.size(), std::size_t(30'000));
    QCOMPARE(compiled.problems[0].pointer, std::string("/rules/0/rules/0/type"));
    QCOMPARE(compiled.problems[1].pointer, std::string("/rules/0/rules/0/operator"));
    QCOMPARE(compiled.problems[2].pointer, std::string("/rules/0/rules/1"));
    QCOMPARE(compiled.problems[29'998].pointer, std::string("/rules/0/rules/19998/operator"));
    QCOMPARE(compiled.problems[29'999].pointer, std::string("/rules/0/rules/19999"));
    QCOMPARE(compiled.problems[29'999].position, (json::Position{20'000, 1}));
}

void TestCompiler::compiles20000Rules()
{
    const QByteArray rule = R"({"type":"property","field":"n","operator":"equals","value":)";
    QByteArrayList rules;
    for (int i = 0; i < 20'000; ++i)
        rules += rule + QByteArray::number(i) + '}';
    const QByteArray text = R"({"match":"any","rules":[)" + rules.join(',') + "]}";
    const auto compiled = Conditions::compile(json::Document(text.toStdString()).root());
    QVERIFY(compiled.problems.empty());
    const json::Document last(R"({"n":19999})");
    const json::Document none(R"({"n":20000})");
    QCOMPARE(*compiled.conditions.fires(last.root()), true);
    QCOMPARE(*compiled.conditions.fires(none.root()), false);
    const auto traced = compiled.conditions.evaluate(last.root());
    QVERIFY(traced);
    QCOMPARE(traced->rules.size(), std::size_t(20'000));
    QVERIFY(traced->rules.back().result && !traced->rules.front().result);
    QVERIFY(compiled.conditions.sentence().endsWith(QStringLiteral("n equals 19999")));
}

void TestCompiler::answersWithTheProblem()
{
    const json::Document document(R"({"match":"any","rules":[{"type":"event_name","operator":"exists"},
  {"type":"event_name","operator":"resembles"}]})");
    const auto conditions = Conditions::compile(document.root()).conditions;
    QVERIFY(!conditions.empty());
    const json::Document event(R"({"event_name":"purchase"})");
    const auto fires = conditions.fires(event.root());
    QVERIFY(!fires);
    QCOMPARE(fires.error().code, ErrorCode::MalformedCondition);
    QCOMPARE(fires.error().position, (json::Position{2, 35}));
    const auto traced = conditions.evaluate(event.root());
    QVERIFY(!traced);
    QCOMPARE(traced.error().message, fires.error().message);
}

void TestCompiler::accepts_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::newRow("unknown keys") << QByteArray(
        R"({"match":"all","note":1,"rules":[{"type":"event_name","operator":"exists","x":[{}]}]})");
    QTest::newRow("a field for event_name")
        << inGroup(R"({"type":"event_name","field":"a.","operator":"exists"})");
    QTest::newRow("a value for exists") << inGroup(R"({"type":"event_name","operator":"exists","value":{}})");
    QTest::newRow("a numeric text for greater_than") << withValue("greater_than", R"("100")");
    QTest::newRow("a number for contains") << withValue("contains", "5");
    QTest::newRow("null for equals") << withValue("equals", "null");
    QTest::newRow("null in one_of") << withValue("one_of", R"([null,1,"a",true])");
    QTest::newRow("a date for before") << withValue("before", R"("2026-01-31")");
    QTest::newRow("the SDK's form for before") << withValue("before", R"("2026-01-31 10:00:00")");
    QTest::newRow("a Turkish path") << inGroup(
        R"({"type":"property","field":"properties.şehir.0.a-b_$","operator":"exists"})");
    QTest::newRow("a group without rules") << QByteArray(R"({"match":"all"})");
    QTest::newRow("every operator and type") << QByteArray(R"({"match":"none","rules":[
        {"type":"property","field":"a","operator":"not_contains","value":"x"},
        {"type":"user","field":"a","operator":"ends_with","value":"x"},
        {"type":"page","field":"a","operator":"not_exists"},
        {"type":"path","field":"a","operator":"is_empty"},
        {"type":"event_name","operator":"is_true"},
        {"type":"event_name","operator":"is_false"},
        {"type":"event_name","operator":"after","value":"2026-01-31T00:00:00Z"}]})");
}

void TestCompiler::accepts()
{
    QFETCH(QByteArray, conditions);
    const json::Document document(conditions.toStdString());
    QVERIFY(document.isValid());
    const auto compiled = Conditions::compile(document.root());
    QVERIFY2(compiled.problems.empty(),
             compiled.problems.empty() ? "" : qPrintable(compiled.problems.front().message));
}

QTEST_GUILESS_MAIN(TestCompiler)
#include "tst_compiler.moc"
