// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/conditionediting.h"

#include "condition/moves.h"
#include "condition/outline.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <functional>

using namespace designer;
using namespace designer::connection;
using condition::Match;
using condition::Operator;
using condition::Type;

/// Edits of the conditions, byte by byte.
class TestConditionEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void edits_data();
    void edits();
    void layouts_data();
    void layouts();
    void refusals_data();
    void refusals();
    void movesAreToldWhere();
    void randomEditsKeepTheRest();
};

namespace {

using Edit = std::function<Result<Connection>(const Connection &)>;

const std::string root(conditionsPointer);

Result<Connection> moved(const Connection &connection, const std::string &from, const std::string &group,
                         std::size_t index)
{
    const auto out = withConditionMoved(connection, root + from, root + group, index);
    return out ? Result<Connection>(out->connection) : Result<Connection>(out.error());
}

} // namespace

Q_DECLARE_METATYPE(Edit)

void TestConditionEditing::edits_data()
{
    QTest::addColumn<QByteArray>("before"); // the conditions
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const Edit &edit, const char *after) {
        QTest::newRow(name) << QByteArray(before) << edit << QByteArray(after);
    };
    row(
        "the first rule", "",
        [](const Connection &c) {
            return withRuleAdded(c, root, 0, {Type::EventName, Operator::Equals, {}, "purchase"});
        },
        R"({"match":"all","rules":[{"type":"event_name","operator":"equals","value":"purchase"}]})");
    row(
        "a rule at the end", R"({"match":"any","rules":[{"a":1}]})",
        [](const Connection &c) {
            return withRuleAdded(c, root, 9, {Type::Property, Operator::GreaterThan, "properties.x", "5"});
        },
        R"({"match":"any","rules":[{"a":1},{"type":"property","field":"properties.x","operator":"greater_than","value":5}]})");
    row(
        "a rule without a value", R"({"match":"any","rules":[]})",
        [](const Connection &c) {
            return withRuleAdded(c, root, 0, {Type::User, Operator::Exists, "user.x", {}});
        },
        R"({"match":"any","rules":[{"type":"user","field":"user.x","operator":"exists"}]})");
    row(
        "a group before", R"({"match":"all","rules":[{"a":1}]})",
        [](const Connection &c) { return withGroupAdded(c, root, 0, Match::None); },
        R"({"match":"all","rules":[{"match":"none","rules":[]},{"a":1}]})");
    row(
        "into a group without rules", R"({"match":"all","rules":[{"match":"any","x":1}]})",
        [](const Connection &c) { return withGroupAdded(c, root + "/rules/0", 0, Match::All); },
        R"({"match":"all","rules":[{"match":"any","x":1,"rules":[{"match":"all","rules":[]}]}]})");
    row(
        "one of several goes", R"({"match":"all","rules":[1, {"b":2} , 3]})",
        [](const Connection &c) { return withConditionRemoved(c, root + "/rules/1"); },
        R"({"match":"all","rules":[1, 3]})");
    row(
        "the last goes, and all with it", R"({"match":"all","rules":[{"a":1}]})",
        [](const Connection &c) { return withConditionRemoved(c, root + "/rules/0"); }, "");
    row(
        "the last goes, unknown keys stay", R"({"match":"all","rules":[{"a":1}],"k":7})",
        [](const Connection &c) { return withConditionRemoved(c, root + "/rules/0"); },
        R"({"match":"all","rules":[],"k":7})");
    row(
        "the root goes", R"([1])", [](const Connection &c) { return withConditionRemoved(c, root); }, "");
    row(
        "down", R"({"rules":["a", "b", "c"]})",
        [](const Connection &c) { return moved(c, "/rules/0", "", 2); }, R"({"rules":["b", "a", "c"]})");
    row(
        "to the end", R"({"rules":["a", "b", "c"]})",
        [](const Connection &c) { return moved(c, "/rules/0", "", 99); }, R"({"rules":["b", "c", "a"]})");
    row(
        "up", R"({"rules":["a", "b", "c"]})", [](const Connection &c) { return moved(c, "/rules/2", "", 0); },
        R"({"rules":["c", "a", "b"]})");
    row(
        "to where it is", R"({"rules":["a", "b"]})",
        [](const Connection &c) { return moved(c, "/rules/0", "", 1); }, R"({"rules":["a", "b"]})");
    row(
        "into a group behind it", R"({"rules":["a",{"rules":["b"]}]})",
        [](const Connection &c) { return moved(c, "/rules/0", "/rules/1", 0); },
        R"({"rules":[{"rules":["a","b"]}]})");
    row(
        "into an empty group", R"({"rules":[{"rules":[ ]},"a"]})",
        [](const Connection &c) { return moved(c, "/rules/1", "/rules/0", 0); },
        R"({"rules":[{"rules":["a"]}]})");
    row(
        "out of a group", R"({"rules":[{"k":1,"rules":["a"]},"b"]})",
        [](const Connection &c) { return moved(c, "/rules/0/rules/0", "", 1); },
        R"({"rules":[{"k":1,"rules":[]},"a","b"]})");
    row(
        "match", R"({"match" : "all", "x":1,"rules":[]})",
        [](const Connection &c) { return withMatch(c, root, Match::None); },
        R"({"match" : "none", "x":1,"rules":[]})");
    row(
        "type, and the field follows",
        R"({"rules":[{"type":"property","field":"properties.a.b","operator":"exists"}]})",
        [](const Connection &c) { return withType(c, root + "/rules/0", Type::User); },
        R"({"rules":[{"type":"user","field":"user.a.b","operator":"exists"}]})");
    row(
        "any path keeps the field", R"({"rules":[{"type":"property","field":"properties.a"}]})",
        [](const Connection &c) { return withType(c, root + "/rules/0", Type::Path); },
        R"({"rules":[{"type":"path","field":"properties.a"}]})");
    row(
        "an event name has no field", R"({"rules":[{"type":"page","u":[],"field":"page.a","operator":"x"}]})",
        [](const Connection &c) { return withType(c, root + "/rules/0", Type::EventName); },
        R"({"rules":[{"type":"event_name","u":[],"operator":"x"}]})");
    row(
        "from an event name", R"({"rules":[{"type":"event_name","operator":"equals"}]})",
        [](const Connection &c) { return withType(c, root + "/rules/0", Type::Page); },
        R"({"rules":[{"type":"page","field":"","operator":"equals"}]})");
    row(
        "field", R"({"rules":[{"field":"a","k":{"k":1}}]})",
        [](const Connection &c) { return withField(c, root + "/rules/0", "properties.ğ"); },
        R"({"rules":[{"field":"properties.ğ","k":{"k":1}}]})");
    row(
        "an escape that says the same stays", R"({"rules":[{"field":"\u0061"}]})",
        [](const Connection &c) { return withField(c, root + "/rules/0", "a"); },
        R"({"rules":[{"field":"\u0061"}]})");
    row(
        "operator without a value", R"({"rules":[{"operator":"equals","value":"a","z":0}]})",
        [](const Connection &c) { return withOperator(c, root + "/rules/0", Operator::IsTrue); },
        R"({"rules":[{"operator":"is_true","z":0}]})");
    row(
        "operator with what was typed before", R"({"rules":[{"operator":"exists","z":0}]})",
        [](const Connection &c) { return withOperator(c, root + "/rules/0", Operator::AtLeast, "12"); },
        R"({"rules":[{"operator":"at_least","z":0,"value":12}]})");
    row(
        "operator that wants a list", R"({"rules":[{"operator":"equals","value":"a"}]})",
        [](const Connection &c) { return withOperator(c, root + "/rules/0", Operator::OneOf); },
        R"({"rules":[{"operator":"one_of","value":["a"]}]})");
    row(
        "number", R"({"rules":[{"operator":"at_least","value": "x" }]})",
        [](const Connection &c) { return withValue(c, root + "/rules/0", "100"); },
        R"({"rules":[{"operator":"at_least","value": 100 }]})");
    row(
        "a value as JSON", R"({"rules":[{"operator":"one_of","value":["a"],"ignore_case":true}]})",
        [](const Connection &c) { return withValueJson(c, root + "/rules/0", R"(["a", 5, "5"])"); },
        R"({"rules":[{"operator":"one_of","value":["a", 5, "5"],"ignore_case":true}]})");
    row(
        "a first value as JSON", R"({"rules":[{"operator":"equals","ignore_case":true}]})",
        [](const Connection &c) { return withValueJson(c, root + "/rules/0", "5"); },
        R"({"rules":[{"operator":"equals","value":5,"ignore_case":true}]})");
    row(
        "unknown operator", R"({"rules":[{"operator":"resembles","value":1}]})",
        [](const Connection &c) { return withValue(c, root + "/rules/0", "a"); },
        R"({"rules":[{"operator":"resembles","value":"a"}]})");
    row(
        "ignore case", R"({"rules":[{"operator":"equals","value":1}]})",
        [](const Connection &c) { return withIgnoreCase(c, root + "/rules/0", true); },
        R"({"rules":[{"operator":"equals","value":1,"ignore_case":true}]})");
    row(
        "heed case", R"({"rules":[{"ignore_case":true,"operator":"equals"}]})",
        [](const Connection &c) { return withIgnoreCase(c, root + "/rules/0", false); },
        R"({"rules":[{"operator":"equals"}]})");
    row(
        "case heeded already", R"({"rules":[{"ignore_case":false}]})",
        [](const Connection &c) { return withIgnoreCase(c, root + "/rules/0", false); },
        R"({"rules":[{"ignore_case":false}]})");
}

void TestConditionEditing::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    const auto file = [](const QByteArray &conditions) {
        const QByteArray member = conditions.isEmpty() ? QByteArray() : ",\"conditions\":" + conditions;
        return std::string(R"({"endpoint_label":"\u0041", "x_designer":{"later" :[1.0]}})")
            .insert(std::string(R"({"endpoint_label":"\u0041", "x_designer":{"later" :[1.0])").size(),
                    member.toStdString());
    };
    const Result<Connection> out = edit(*Connection::load(file(before)));
    QVERIFY2(out, out ? "" : qPrintable(out.error().sentence()));
    QCOMPARE(QByteArray::fromStdString(out->bytes()), QByteArray::fromStdString(file(after)));
}

void TestConditionEditing::layouts_data()
{
    QTest::addColumn<QByteArray>("before"); // the file
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("the first rule of a file with lines")
        << QByteArray("{\n  \"a\": 1\n}\n") << Edit([](const Connection &c) {
               return withRuleAdded(c, root, 0, {Type::EventName, Operator::Equals, {}, "x"});
           })
        << QByteArray("{\n  \"a\": 1,\n  \"x_designer\": {\n    \"conditions\": {\"match\": \"all\", "
                      "\"rules\": [\n      {\"type\": \"event_name\", \"operator\": \"equals\", \"value\": "
                      "\"x\"}\n    ]}\n  }\n}\n");
    QTest::newRow("the last one goes with x_designer")
        << QByteArray("{\n  \"a\": 1,\n  \"x_designer\": {\"conditions\": {\"rules\": [1]}}\n}\n")
        << Edit([](const Connection &c) { return withConditionRemoved(c, root + "/rules/0"); })
        << QByteArray("{\n  \"a\": 1\n}\n");
    QTest::newRow("what is moved is indented as its new neighbours are")
        << QByteArray(
               "{\"x_designer\": {\"conditions\": {\"rules\": [\n  {\n    \"a\": 1\n  },\n  {\"rules\": "
               "[\n    {\"b\": 2}\n  ]}\n]}}}")
        << Edit([](const Connection &c) { return moved(c, "/rules/0", "/rules/1", 1); })
        << QByteArray(
               "{\"x_designer\": {\"conditions\": {\"rules\": [\n  {\"rules\": [\n    {\"b\": 2},\n    "
               "{\n      \"a\": 1\n    }\n  ]}\n]}}}");
}

void TestConditionEditing::layouts()
{
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    const Result<Connection> out = edit(*Connection::load(before.toStdString()));
    QVERIFY2(out, out ? "" : qPrintable(out.error().sentence()));
    QCOMPARE(QByteArray::fromStdString(out->bytes()), after);
}

void TestConditionEditing::refusals_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<Edit>("edit");
    QTest::newRow("a rule that is not there")
        << QByteArray(R"({"rules":[]})")
        << Edit([](const Connection &c) { return withField(c, root + "/rules/0", "a"); });
    QTest::newRow("rules that are no list")
        << QByteArray(R"({"rules":5})")
        << Edit([](const Connection &c) { return withGroupAdded(c, root, 0, Match::All); });
    QTest::newRow("a group into itself")
        << QByteArray(R"({"rules":[{"rules":[{"rules":[]}]}]})")
        << Edit([](const Connection &c) { return moved(c, "/rules/0", "/rules/0/rules/0", 0); });
    QTest::newRow("removing what is not there")
        << QByteArray(R"({"rules":[1]})")
        << Edit([](const Connection &c) { return withConditionRemoved(c, root + "/rules/3"); });
    QTest::newRow("removing what is no condition")
        << QByteArray(R"({"rules":[1]})")
        << Edit([](const Connection &c) { return withConditionRemoved(c, "/endpoint_label"); });
}

void TestConditionEditing::refusals()
{
    QFETCH(QByteArray, conditions);
    QFETCH(Edit, edit);
    const auto connection = Connection::load(R"({"endpoint_label":"a","x_designer":{"conditions":)"
                                             + conditions.toStdString() + "}}");
    const Result<Connection> out = edit(*connection);
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::UnsoundConnection);
}

void TestConditionEditing::movesAreToldWhere()
{
    const auto connection = Connection::load(
        R"({"x_designer":{"conditions":{"rules":["a",{"rules":["b",{"rules":["c"]}]},"d"]}}})");
    const auto deep = withConditionMoved(*connection, root + "/rules/0", root + "/rules/1/rules/1", 1);
    QCOMPARE(deep->pointer, root + "/rules/0/rules/1/rules/1");
    QCOMPARE(deep->connection.document().at(deep->pointer).text(), std::string("a"));
    const auto out = withConditionMoved(*connection, root + "/rules/1/rules/1/rules/0", root, 3);
    QCOMPARE(out->pointer, root + "/rules/3");
    QCOMPARE(out->connection.document().at(out->pointer).text(), std::string("c"));
}

namespace {

/// One random edit of a random place.
Result<Connection> anyEdit(const Connection &connection, QRandomGenerator &random)
{
    const auto below = [&random](std::size_t limit) {
        return static_cast<std::size_t>(
            random.bounded(static_cast<quint32>(std::max<std::size_t>(limit, 1))));
    };
    const condition::Outline rows = condition::outline(connection.conditions());
    const std::string place = rows.empty() ? root : rows[below(rows.size())].pointer;
    const std::string other = rows.empty() ? root : rows[below(rows.size())].pointer;
    static const std::array<const char *, 5> texts{"a", "100", "", "x, y", "\"\\ü"};
    const char *const text = texts[below(texts.size())];
    switch (below(9)) {
    case 0:
        return withRuleAdded(connection, place, below(4), {Type(below(5)), Operator(below(19)), text, text});
    case 1: return withGroupAdded(connection, place, below(4), Match(below(3)));
    case 2: return withConditionRemoved(connection, place);
    case 3: {
        const auto out = withConditionMoved(connection, place, other, below(4));
        return out ? Result<Connection>(out->connection) : Result<Connection>(out.error());
    }
    case 4: return withMatch(connection, place, Match(below(3)));
    case 5: return withType(connection, place, Type(below(5)));
    case 6: return withOperator(connection, place, Operator(below(19)), text);
    case 7: return withValue(connection, place, text);
    default: return withIgnoreCase(connection, place, below(2) == 0);
    }
}

} // namespace

void TestConditionEditing::randomEditsKeepTheRest()
{
    QRandomGenerator random(20261);
    const std::string head = "{ \"endpoint_label\" : \"\\u0041\",\r\n\t\"zz\":[1.0,2e5 ],\n";
    const std::string tail = ",\"notes\": \"n\" , \"later\":{ }\n}\n}\n\n";
    Connection connection = *Connection::load(head + "\"x_designer\": {\"active\":false" + tail);
    int done = 0;
    for (int i = 0; i < 3000; ++i) {
        const Result<Connection> next = anyEdit(connection, random);
        if (!next)
            continue;
        done += next->bytes() != connection.bytes() ? 1 : 0;
        connection = *next;
        QVERIFY(connection.document().isValid());
        QVERIFY(connection.bytes().starts_with(head));
        QCOMPARE(connection.document().at("/x_designer/notes").text(), std::string("n"));
        QCOMPARE(std::string(connection.document().at("/x_designer/later").raw()), std::string("{ }"));
    }
    QVERIFY2(done > 1000, qPrintable(QString::number(done)));
}

QTEST_APPLESS_MAIN(TestConditionEditing)
#include "tst_conditionediting.moc"
