// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomjson.h"
#include "json/document.h"
#include "json/edit.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;

/// Edits touch one member; every other byte stays.
class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sets_data();
    void sets();
    void inserts_data();
    void inserts();
    void removes_data();
    void removes();
    void removesNothing();
    void appliedKeepsBothSides();
    void randomEditsKeepTheOtherMembers();
};

namespace {

void editColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
}

void row(const char *rowName, const char *text, const char *pointer, const char *name, const char *expected)
{
    QTest::newRow(rowName) << QByteArray(text) << QByteArray(pointer) << QByteArray(name)
                           << QByteArray(expected);
}

/// Name and value, as they stand in the text, of each member.
std::vector<std::string> membersOf(const Value &object)
{
    std::vector<std::string> out;
    for (const Member &member : object.members())
        out.push_back(std::string(member.name.raw()) + ':' + std::string(member.value.raw()));
    return out;
}

} // namespace

void TestEdit::sets_data()
{
    editColumns();
    row("in place", R"({"a": 1 , "b":2})", "", "a", R"({"a": 9 , "b":2})");
    row("in place, an object", R"({"a":{"x":1},"b":2})", "", "a", R"({"a":9,"b":2})");
    row("of duplicates the last", R"({"a":1,"a":2,"b":3})", "", "a", R"({"a":1,"a":9,"b":3})");
    row("a name with an escape", R"({"\u0061":1})", "", "a", R"({"\u0061":9})");
    row("in an inner object", R"({"x":[{"a":1}]})", "/x/0", "a", R"({"x":[{"a":9}]})");
    row("at the end", R"({"b":2})", "", "a", R"({"b":2,"a":9})");
    row("at the end, a blank after colons", R"({"b": 2})", "", "a", R"({"b": 2,"a": 9})");
    row("at the end, blanks inside braces", R"({ "b": 2 })", "", "a", R"({ "b": 2, "a": 9 })");
    row("at the end, blanks after commas", R"({"b": 2, "c": 3})", "", "a", R"({"b": 2, "c": 3, "a": 9})");
    row("at the end, one member a line", "{\n  \"b\": 2\n}\n", "", "a", "{\n  \"b\": 2,\n  \"a\": 9\n}\n");
    row("at the end, four blanks", "{\n    \"b\" : 2\n}", "", "a", "{\n    \"b\" : 2,\n    \"a\": 9\n}");
    row("at the end, tabs", "{\n\t\"b\":2\n}", "", "a", "{\n\t\"b\":2,\n\t\"a\":9\n}");
    row("at the end, CR LF", "{\r\n  \"b\": 2\r\n}", "", "a", "{\r\n  \"b\": 2,\r\n  \"a\": 9\r\n}");
    row("into nothing", "{}", "", "a", R"({"a":9})");
    row("into nothing, a line feed at the end of the file", "{}\n", "", "a", "{\"a\":9}\n");
    row("into nothing inside", R"({"x":{},"y":1})", "/x", "a", R"({"x":{"a":9},"y":1})");
    row("into nothing, one member a line", "{\n  \"x\": {}\n}", "/x", "a",
        "{\n  \"x\": {\n    \"a\": 9\n  }\n}");
    row("into nothing, CR LF", "{\r\n  \"x\": {}\r\n}", "/x", "a",
        "{\r\n  \"x\": {\r\n    \"a\": 9\r\n  }\r\n}");
    row("after a byte order mark", "\xEF\xBB\xBF{\"b\":2}", "", "a", "\xEF\xBB\xBF{\"b\":2,\"a\":9}");
    row("a name that needs escapes", R"({"b":2})", "", "q\"\n", R"({"b":2,"q\"\n":9})");
}

void TestEdit::sets()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    const Document document(text.toStdString());
    const TextEdit edit = setMember(document.at(pointer.toStdString()), name.toStdString(), "9");
    const std::string after = applied(document.text(), edit);
    QCOMPARE(QByteArray::fromStdString(after), expected);
    const Document changed(after);
    QVERIFY(changed.isValid());
    QCOMPARE(changed.at(pointer.toStdString()).find(name.toStdString()).raw(), std::string_view("9"));
}

void TestEdit::inserts_data()
{
    editColumns();
    row("before the first", R"({"b":2,"c":3})", "", "b", R"({"n":9,"b":2,"c":3})");
    row("before a later one", R"({"b":2,"c":3})", "", "c", R"({"b":2,"n":9,"c":3})");
    row("before the first, a member a line", "{\n  \"b\": 2,\n  \"c\": 3\n}", "", "b",
        "{\n  \"n\": 9,\n  \"b\": 2,\n  \"c\": 3\n}");
    row("before the last, a member a line", "{\n  \"b\": 2,\n  \"c\": 3\n}", "", "c",
        "{\n  \"b\": 2,\n  \"n\": 9,\n  \"c\": 3\n}");
    row("before the first, blanks after commas", R"({"b": 2, "c": 3})", "", "b",
        R"({"n": 9, "b": 2, "c": 3})");
    row("before the last of duplicates", R"({"b":2,"b":3})", "", "b", R"({"b":2,"n":9,"b":3})");
    row("before nobody", R"({"b":2})", "", "x", R"({"b":2,"n":9})");
    row("before nobody, by the empty name", R"({"b":2})", "", "", R"({"b":2,"n":9})");
    row("into nothing", "{}", "", "x", R"({"n":9})");
}

void TestEdit::inserts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    const Document document(text.toStdString());
    const TextEdit edit = insertMember(document.at(pointer.toStdString()), name.toStdString(), "n", "9");
    QCOMPARE(QByteArray::fromStdString(applied(document.text(), edit)), expected);
}

void TestEdit::removes_data()
{
    editColumns();
    row("the only one", R"({"a":1})", "", "a", "{}");
    row("the only one, a member a line", "{\n  \"a\": 1\n}\n", "", "a", "{}\n");
    row("the first", R"({"a":1,"b":2})", "", "a", R"({"b":2})");
    row("the last", R"({"b":2,"a":1})", "", "a", R"({"b":2})");
    row("in the middle", R"({"b":2,"a":1,"c":3})", "", "a", R"({"b":2,"c":3})");
    row("the first, a member a line", "{\n  \"a\": 1,\n  \"b\": 2\n}", "", "a", "{\n  \"b\": 2\n}");
    row("the last, a member a line", "{\n  \"b\": 2,\n  \"a\": 1\n}", "", "a", "{\n  \"b\": 2\n}");
    row("in the middle, a member a line", "{\n  \"b\": 2,\n  \"a\": 1,\n  \"c\": 3\n}", "", "a",
        "{\n  \"b\": 2,\n  \"c\": 3\n}");
    row("duplicates, first and last", R"({"a":1,"b":2,"a":3})", "", "a", R"({"b":2})");
    row("duplicates side by side", R"({"a":1,"a":3,"b":2})", "", "a", R"({"b":2})");
    row("duplicates side by side at the end", R"({"b":2,"a":1,"a":3})", "", "a", R"({"b":2})");
    row("duplicates alone", R"({"a":1, "a":3})", "", "a", "{}");
    row("duplicates between others", "{\n  \"b\": 2,\n  \"a\": 1,\n  \"c\": 3,\n  \"a\": 4,\n  \"d\": 5\n}",
        "", "a", "{\n  \"b\": 2,\n  \"c\": 3,\n  \"d\": 5\n}");
    row("a whole object", R"({"a":{"x":[1,2]},"b":2})", "", "a", R"({"b":2})");
    row("an escaped name", R"({"\u0061":1,"b":2})", "", "a", R"({"b":2})");
    row("in an inner object", R"({"x":{"a":1},"a":2})", "/x", "a", R"({"x":{},"a":2})");
    row("the same name deeper stays", R"({"x":{"a":1},"a":2})", "", "a", R"({"x":{"a":1}})");
}

void TestEdit::removes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    const Document document(text.toStdString());
    const auto edit = removeMember(document.at(pointer.toStdString()), name.toStdString());
    QVERIFY(edit.has_value());
    QCOMPARE(QByteArray::fromStdString(applied(document.text(), *edit)), expected);
}

void TestEdit::removesNothing()
{
    const Document document(R"({"b":{"a":1}})");
    QVERIFY(!removeMember(document.root(), "a").has_value());
    QVERIFY(!removeMember(Document("{}").root(), "a").has_value());
}

void TestEdit::appliedKeepsBothSides()
{
    QCOMPARE(applied("abc", {1, 2, "XY"}), std::string("aXYc"));
    QCOMPARE(applied("abc", {0, 0, "X"}), std::string("Xabc"));
    QCOMPARE(applied("abc", {3, 3, "X"}), std::string("abcX"));
    QCOMPARE(applied("abc", {0, 3, ""}), std::string());
}

void TestEdit::randomEditsKeepTheOtherMembers()
{
    test::RandomJson random(31);
    int objects = 0;
    for (int i = 0; i < 2000; ++i) {
        const Document document(random.text(i % 3 != 0));
        const Value root = document.root();
        if (!root.isObject())
            continue;
        ++objects;
        const std::vector<std::string> before = membersOf(root);
        const Document more(applied(document.text(), setMember(root, "new one", "[true]")));
        QVERIFY2(more.isValid(), document.text().c_str());
        std::vector<std::string> expected = before;
        expected.push_back("\"new one\":[true]");
        QVERIFY2(membersOf(more.root()) == expected, more.text().c_str());
        const auto back = removeMember(more.root(), "new one");
        QVERIFY(back.has_value());
        const Document again(applied(more.text(), *back));
        QVERIFY2(again.isValid(), more.text().c_str());
        QVERIFY2(membersOf(again.root()) == before, again.text().c_str());
        if (!before.empty())
            QCOMPARE(again.text(), document.text());
    }
    QVERIFY(objects > 200);
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
