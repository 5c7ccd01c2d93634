// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/conditions.h"
#include "json/document.h"

#include <QTest>

using namespace designer;
using condition::Conditions;

/// Groups, the trace and what is said about the tree as a whole.
class TestConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void joins_data();
    void joins();
    void firesWithoutConditions_data();
    void firesWithoutConditions();
    void writesTheTrace_data();
    void writesTheTrace();
    void saysWhy_data();
    void saysWhy();
    void limitIsAnErrorForBoth_data();
    void limitIsAnErrorForBoth();
    void namesWhatHardalCannotHold_data();
    void namesWhatHardalCannotHold();
    void speaks_data();
    void speaks();
    void outlivesItsText();
    void evaluatesDeepTrees();
};

namespace {

const QByteArray yes = R"({"type":"event_name","operator":"exists"})";
const QByteArray no = R"({"type":"event_name","operator":"not_exists"})";
const QByteArray explosive
    = R"({"type":"property","field":"properties.a","operator":"regex","value":"(a+)+$"})";

QByteArray group(const char *match, const QByteArrayList &rules)
{
    return QByteArray(R"({"match":")") + match + R"(","rules":[)" + rules.join(',') + "]}";
}

Conditions compiled(const QByteArray &text)
{
    const json::Document document(text.toStdString());
    auto out = Conditions::compile(document.root());
    if (!document.isValid() || !out.problems.empty())
        qWarning("unsound: %s", text.constData());
    return out.conditions;
}

QByteArray written(const condition::TraceNode &trace)
{
    json::Writer writer;
    write(writer, trace);
    return QByteArray::fromStdString(writer.take());
}

const std::string purchase
    = R"({"event_name":"purchase","properties":{"price":1299.90,"items":[ 1, {"a" : 2} ],
    "name":"el \u00e7antas\u0131","on":null}})";

} // namespace

void TestConditions::joins_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<bool>("fires");
    QTest::newRow("all: all hold") << group("all", {yes, yes}) << true;
    QTest::newRow("all: one does not") << group("all", {yes, no}) << false;
    QTest::newRow("any: one holds") << group("any", {no, yes}) << true;
    QTest::newRow("any: none holds") << group("any", {no, no}) << false;
    QTest::newRow("none: none holds") << group("none", {no, no}) << true;
    QTest::newRow("none: one holds") << group("none", {no, yes}) << false;
    QTest::newRow("nested") << group("all", {yes, group("any", {no, group("none", {no})})}) << true;
    QTest::newRow("nested, denied") << group("all", {yes, group("any", {no, group("none", {yes})})}) << false;
    QTest::newRow("none in none") << group("none", {group("none", {yes})}) << true;
    QTest::newRow("an empty any in all is not there") << group("all", {yes, group("any", {})}) << true;
    QTest::newRow("an empty all in any is not there") << group("any", {no, group("all", {})}) << false;
    QTest::newRow("an empty all in none is not there") << group("none", {no, group("all", {})}) << true;
    QTest::newRow("empty groups in groups are not there")
        << group("any", {no, group("all", {group("none", {group("all", {})})})}) << false;
}

void TestConditions::joins()
{
    QFETCH(QByteArray, conditions);
    QFETCH(bool, fires);
    const json::Document event(purchase);
    const Conditions tree = compiled(conditions);
    QCOMPARE(*tree.fires(event.root()), fires);
    QCOMPARE(tree.evaluate(event.root())->result, fires);
}

void TestConditions::firesWithoutConditions_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::newRow("absent") << QByteArray();
    for (const char *match : {"all", "any", "none"}) {
        QTest::newRow(match) << group(match, {});
        QTest::addRow("%s, nested", match)
            << group(match, {group("any", {}), group(match, {group("none", {})})});
    }
    QTest::newRow("rules absent") << QByteArray(R"({"match":"none"})");
}

void TestConditions::firesWithoutConditions()
{
    QFETCH(QByteArray, conditions);
    const Conditions tree = conditions.isEmpty() ? Conditions::compile({}).conditions : compiled(conditions);
    QVERIFY(tree.empty());
    const json::Document event("{}");
    QCOMPARE(*tree.fires(event.root()), true);
    QCOMPARE(written(*tree.evaluate(event.root())),
             QByteArray(R"({"match":"all","result":true,"rules":[]})"));
    QCOMPARE(tree.sentence(), QStringLiteral("every event"));
    QVERIFY(tree.beyondHardal().isEmpty());
}

void TestConditions::writesTheTrace_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QByteArray>("trace");
    const auto rule = [](const char *field, const char *more) {
        return QByteArray(R"({"type":"property","field":"properties.)") + field + R"(",)" + more + "}";
    };
    QTest::newRow("as promised")
        << group("all", {rule("price", R"("operator":"greater_than","value":100)")})
        << QByteArray(
               R"({"match":"all","result":true,"rules":[{"type":"property","field":"properties.price",)"
               R"("operator":"greater_than","value":100,"saw":1299.90,"result":true,)"
               R"("why":"1299.90 is greater than 100"}]})");
    QTest::newRow("event_name has no field")
        << group("any", {R"({"type":"event_name","field":"x","operator":"equals","value":"purchase"})"})
        << QByteArray(R"({"match":"any","result":true,"rules":[{"type":"event_name","operator":"equals",)"
                      R"("value":"purchase","saw":"purchase","result":true,)"
                      R"("why":"\"purchase\" equals \"purchase\""}]})");
    QTest::newRow("missing: no saw")
        << group("none", {rule("coupon", R"("operator":"exists","value":"passed over")")})
        << QByteArray(
               R"({"match":"none","result":true,"rules":[{"type":"property","field":"properties.coupon",)"
               R"("operator":"exists","result":false,"why":"properties.coupon is not in the event"}]})");
    QTest::newRow("ignore_case, white space, escapes")
        << group("all", {rule("items", R"("operator":"one_of","value":[ "a", 1.0 ],"ignore_case":true)")})
        << QByteArray(
               R"({"match":"all","result":false,"rules":[{"type":"property","field":"properties.items",)"
               R"("operator":"one_of","value":["a",1.0],"ignore_case":true,"saw":[1,{"a":2}],)"
               R"("result":false,"why":"[1,{\"a\":2}] is none of [\"a\",1.0]"}]})");
    QTest::newRow("traced also after the verdict is certain, empty groups left out")
        << group("all", {no, group("any", {}), group("any", {yes, no})})
        << QByteArray(
               R"({"match":"all","result":false,"rules":[{"type":"event_name","operator":"not_exists",)"
               R"("saw":"purchase","result":false,"why":"the event has it: \"purchase\""},)"
               R"({"match":"any","result":true,"rules":[{"type":"event_name","operator":"exists",)"
               R"("saw":"purchase","result":true,"why":"the event has it: \"purchase\""},)"
               R"({"type":"event_name","operator":"not_exists","saw":"purchase","result":false,)"
               R"("why":"the event has it: \"purchase\""}]}]})");
}

void TestConditions::writesTheTrace()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QByteArray, trace);
    const json::Document event(purchase);
    QCOMPARE(written(*compiled(conditions).evaluate(event.root())), trace);
}

void TestConditions::saysWhy_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *field, const char *op, const char *value, const char *why) {
        const QByteArray head = QByteArray(R"({"type":"property","field":"properties.)") + field + R"(",)";
        const QByteArray tail = *value ? QByteArray(",\"value\":") + value : QByteArray();
        QTest::addRow("%s %s %s", field, op, value)
            << head + R"("operator":")" + op + '"' + tail + '}' << QString::fromUtf8(why);
    };
    row("price", "at_most", "5", "1299.90 is greater than 5");
    row("price", "not_equals", "5", "1299.90 does not equal 5");
    row("price", "not_equals", "1299.9", "1299.90 equals 1299.9");
    row("price", "is_empty", "", "1299.90 is not empty");
    row("price", "is_true", "", "1299.90 is neither true nor the text \"true\"");
    row("price", "before", R"("2026-01-31")",
        "1299.90 is no time (RFC 3339), so it cannot be compared with \"2026-01-31\"");
    row("items", "greater_than", "5", "[1,{\"a\":2}] is no number, so it cannot be compared with 5");
    row("items", "contains", "1", "[1,{\"a\":2}] contains 1");
    row("items", "starts_with", "1",
        "[1,{\"a\":2}] is a list or an object and no text, so it is not compared with 1");
    row("on", "contains", R"("n")", "null is no text, so it is not compared with \"n\"");
    row("on", "is_empty", "", "null is empty");
    row("coupon", "not_exists", "", "properties.coupon is not in the event");
    row("coupon", "not_equals", "5",
        "properties.coupon is not in the event, and what is missing equals nothing");
    row("coupon", "not_contains", "5",
        "properties.coupon is not in the event, and what is missing contains nothing");
    row("items", "equals", R"("a\u000A\"b")", "[1,{\"a\":2}] does not equal \"a\\n\\\"b\"");
    row("name", "regex", R"("%1 %2")", "\"el çantası\" does not match \"%1 %2\"");
}

void TestConditions::saysWhy()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, why);
    const json::Document event(purchase);
    const auto trace = compiled(group("all", {rule})).evaluate(event.root());
    QCOMPARE(trace->rules.at(0).why, why);
}

void TestConditions::limitIsAnErrorForBoth_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::newRow("alone") << group("all", {explosive});
    QTest::newRow("after all is certainly false") << group("all", {no, explosive});
    QTest::newRow("after any is certainly true") << group("any", {yes, explosive});
    QTest::newRow("in a group that cannot matter") << group("none", {yes, group("all", {no, explosive})});
}

void TestConditions::limitIsAnErrorForBoth()
{
    QFETCH(QByteArray, conditions);
    const Conditions tree = compiled(conditions);
    const json::Document event(
        R"({"event_name":"x","properties":{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}})");
    const auto fast = tree.fires(event.root());
    QVERIFY(!fast);
    QCOMPARE(fast.error().code, ErrorCode::RegexLimit);
    QVERIFY2(fast.error().message.contains(QLatin1String("\"(a+)+$\"")), qPrintable(fast.error().message));
    QVERIFY(fast.error().message.contains(QLatin1String("properties.a")));
    const auto traced = tree.evaluate(event.root());
    QVERIFY(!traced);
    QCOMPARE(traced.error().message, fast.error().message);
    const json::Document harmless(R"({"event_name":"x","properties":{"a":"aaaa"}})");
    QVERIFY(tree.fires(harmless.root()).hasValue());
}

void TestConditions::namesWhatHardalCannotHold_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QStringList>("words");
    const QByteArray currency = R"({"type":"path","field":"currency","operator":"equals","value":"TRY"})";
    QTest::newRow("a flat list") << group("all", {yes, no, currency}) << QStringList();
    QTest::newRow("brackets that say nothing")
        << group("any", {group("all", {yes, group("all", {currency, yes})})}) << QStringList();
    QTest::newRow("or") << group("any", {yes, currency}) << QStringList{QStringLiteral("OR")};
    QTest::newRow("none") << group("all", {group("none", {yes})})
                          << QStringList{QStringLiteral("must not hold")};
    QTest::newRow("operator") << group("all",
                                       {R"({"type":"event_name","operator":"starts_with","value":"p"})"})
                              << QStringList{QStringLiteral("starts with")};
    QTest::newRow("ignore case") << group(
        "all", {R"({"type":"event_name","operator":"equals","value":"p","ignore_case":true})"})
                                 << QStringList{QStringLiteral("ignore case")};
    QTest::newRow("a path") << group("all", {R"({"type":"user","field":"user.email","operator":"exists"})"})
                            << QStringList{QStringLiteral("user.email")};
    QTest::newRow("several") << group(
        "any", {R"({"type":"user","field":"user.age","operator":"at_least","value":18})", yes})
                             << QStringList{QStringLiteral("OR"), QStringLiteral("is at least"),
                                            QStringLiteral("without dots")};
}

void TestConditions::namesWhatHardalCannotHold()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QStringList, words);
    const QStringList said = compiled(conditions).beyondHardal();
    QCOMPARE(said.size(), words.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        QVERIFY2(said[i].contains(words[i]), qPrintable(said[i]));
        QVERIFY(said[i].endsWith(QLatin1Char('.')));
    }
}

void TestConditions::speaks_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QString>("sentence");
    const QByteArray name = R"({"type":"event_name","operator":"equals","value":"purchase"})";
    const QByteArray price
        = R"({"type":"property","field":"properties.price","operator":"greater_than","value":100})";
    const QByteArray words
        = R"({"type":"page","field":"page.title","operator":"one_of","value":["my cart","","x"],"ignore_case":true})";
    QTest::newRow("flat") << group("all", {name, price})
                          << "event name equals purchase and properties.price is greater than 100";
    QTest::newRow("or within")
        << group("all", {name, group("any", {price, yes})})
        << "event name equals purchase and (properties.price is greater than 100 or event "
           "name exists)";
    QTest::newRow("none") << group("none", {name, yes})
                          << "none of (event name equals purchase; event name exists)";
    QTest::newRow("none of one") << group("none", {name}) << "not (event name equals purchase)";
    QTest::newRow("no control characters")
        << group("all", {R"({"type":"event_name","operator":"equals","value":"\u001b[31m"})"})
        << "event name equals \"\\u001b[31m\"";
    QTest::newRow("many values")
        << group("all", {R"({"type":"event_name","operator":"one_of","value":[1,2,3,4,5,6,7,8,9,10]})"})
        << QStringLiteral("event name is one of 1, 2, 3, 4, 5, 6, 7, 8, … (10 values)");
    QTest::newRow("many values with percent signs")
        << group("all", {R"({"type":"event_name","operator":"one_of","value":["%1","%2",3,4,5,6,7,"%3",9]})"})
        << QStringLiteral("event name is one of %1, %2, 3, 4, 5, 6, 7, %3, … (9 values)");
    QTest::newRow("percent signs") << group("all",
                                            {R"({"type":"event_name","operator":"equals","value":"%2%1"})"})
                                   << "event name equals %2%1";
    QTest::newRow("list") << group("all", {words})
                          << "page.title is one of \"my cart\", \"\", x (upper or lower case alike)";
}

void TestConditions::speaks()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QString, sentence);
    QCOMPARE(compiled(conditions).sentence(), sentence);
}

void TestConditions::outlivesItsText()
{
    Conditions tree;
    {
        auto text = std::make_unique<json::Document>(
            R"({"match":"all","rules":[{"type":"event_name","operator":"one_of","value":["purchase","a long value, too long for its place in a small text"]}]})");
        tree = Conditions::compile(text->root()).conditions;
    }
    const Conditions copy = tree;
    tree = {};
    const json::Document event(purchase);
    QCOMPARE(*copy.fires(event.root()), true);
    QVERIFY(copy.sentence().contains(QLatin1String("a long value")));
}

void TestConditions::evaluatesDeepTrees()
{
    QByteArray text = no;
    for (int i = 0; i < 250; ++i)
        text = group("none", {text});
    const json::Document event(purchase);
    const Conditions tree = compiled(text);
    QCOMPARE(*tree.fires(event.root()), false);
    QCOMPARE(tree.evaluate(event.root())->result, false);
}

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
