// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/valuetext.h"

#include <QTest>

using namespace designer::condition;

/// A rule's value as people type it, and as the file holds it.
class TestValueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void typing_data();
    void typing();
    void showing_data();
    void showing();
    void lines_data();
    void lines();
    void pastedLines();
    void converting_data();
    void converting();
};

namespace {

Operator op(const char *name)
{
    return *operatorFromName(name);
}

} // namespace

void TestValueText::typing_data()
{
    QTest::addColumn<QByteArray>("operatorName");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *op, const char *typed, const char *before,
                        const char *json) {
        QTest::newRow(name) << QByteArray(op) << QByteArray(typed) << QByteArray(before) << QByteArray(json);
    };
    row("a text", "equals", "purchase", "", R"("purchase")");
    row("digits are a text where nothing says otherwise", "equals", "100", "", R"("100")");
    row("digits stay a number", "equals", "100", "10", "100");
    row("a number becomes a text", "equals", "10x", "10", R"("10x")");
    row("a number keeps how it is written", "equals", "1.50", "2", "1.50");
    row("true stays a boolean", "equals", "false", "true", "false");
    row("true is a text beside a text", "equals", "true", R"("x")", R"("true")");
    row("an operator that wants a number", "greater_than", "100", "", "100");
    row("blanks around a number", "at_most", " 1e3 ", "", "1e3");
    row("a comma is no number", "greater_than", "99,90", "1", R"("99,90")");
    row("nothing yet", "greater_than", "", "1", R"("")");
    row("quotes and backslashes", "contains", "a\"b\\c", "", R"("a\"b\\c")");
    row("blanks of a text stay", "contains", " a ", "", R"(" a ")");
    row("a pattern is a text", "regex", "^1$", "1", R"("^1$")");
    row("a time", "before", " 2026-01-31 ", "", R"("2026-01-31")");
    row("a list", "one_of", "a, b,c", "", R"(["a", "b", "c"])");
    row("a list of one", "one_of", "a", "", R"(["a"])");
    row("an empty list", "one_of", "", "", "[]");
    row("a comma at the end", "one_of", "a, ", R"(["a"])", R"(["a"])");
    row("a comma inside of quotes", "one_of", R"("a, b", c)", "", R"(["a, b", "c"])");
    row("quotes that do not end", "one_of", R"("a, b)", "", R"(["\"a, b"])");
    row("numbers in a list stay numbers", "one_of", "1, 2, 3", "[1, 2]", "[1, 2, 3]");
    row("a number that stood there", "one_of", "a, 2", R"(["x", 2])", R"(["a", 2])");
    row("digits in a list are a number", "one_of", "a, 2", R"(["a"])", R"(["a", 2])");
    row("digits in quotes are a text", "one_of", R"(a, "2")", R"(["a", 2])", R"(["a", "2"])");
    row("forty digits", "one_of", "1234567890123456789012345678901234567890", "",
        "[1234567890123456789012345678901234567890]");
    row("digits that are no number", "one_of", "007, +1, 1e", "", R"(["007", "+1", "1e"])");
    row("true and a text of it", "one_of", R"(true, "true", yes)", "", R"([true, "true", "yes"])");
    row("quotes inside", "one_of", R"(6" pipe, b)", "", R"(["6\" pipe", "b"])");
    row("an empty text", "one_of", R"("", a)", "", R"(["", "a"])");
    row("a list in a list", "one_of", R"([1,"a, b"], c)", "", R"([[1,"a, b"], "c"])");
    row("brackets that do not end", "one_of", "[1, 2", "", R"(["[1, 2"])");
    row("brackets in a word", "one_of", "a[0], b", "", R"(["a[0]", "b"])");
    row("an operator without a value", "exists", "a", R"("b")", "");
    row("Turkish letters", "equals", "İstanbul", "", R"("İstanbul")");
}

void TestValueText::typing()
{
    QFETCH(QByteArray, operatorName);
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, json);
    const std::string value
        = valueOf(op(operatorName.constData()), typed.toStdString(), before.toStdString());
    QCOMPARE(QByteArray::fromStdString(value), json);
    // What is shown for it means the same again.
    QCOMPARE(QByteArray::fromStdString(valueOf(op(operatorName.constData()), typedText(value), value)), json);
}

void TestValueText::showing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("text") << QByteArray(R"("a\u0041\n")") << QByteArray("aA\n");
    QTest::newRow("number") << QByteArray("1.50") << QByteArray("1.50");
    QTest::newRow("null") << QByteArray("null") << QByteArray("null");
    QTest::newRow("list") << QByteArray(R"(["a",1,"b, c",""," d","e\"f"])")
                          << QByteArray(R"(a, 1, "b, c", "", " d", "e\"f")");
    QTest::newRow("numbers and texts of digits")
        << QByteArray(R"([5,"5","5x",null,"null"])") << QByteArray(R"(5, "5", 5x, null, "null")");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1})");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestValueText::showing()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(typedText(json.toStdString())), text);
}

void TestValueText::lines_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const char *json, const char *lines) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(lines);
    };
    row("nothing", "[]", "");
    row("texts", R"(["a", "b c"])", "a\nb c\n");
    row("commas", R"(["a, b", ","])", "a, b\n,\n");
    row("quotes and backslashes", R"(["6\" pipe", "a\\b"])", "6\" pipe\na\\b\n");
    row("a text that is quoted itself", R"(["\"a\""])", "\"\\\"a\\\"\"\n");
    row("numbers and texts of digits", R"([5, "5", 1.50, "1.50"])", "5\n\"5\"\n1.50\n\"1.50\"\n");
    row("literals", R"([true, "true", null])", "true\n\"true\"\nnull\n");
    row("white space", R"(["", " a", "b\nc", "d\te"])", "\"\"\n\" a\"\n\"b\\nc\"\n\"d\\te\"\n");
    row("lists", R"([[1,2], "[1]"])", "[1,2]\n\"[1]\"\n");
    row("Turkish letters", R"(["İstanbul, Şişli"])", "İstanbul, Şişli\n");
}

void TestValueText::lines()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, lines);
    QCOMPARE(QByteArray::fromStdString(typedLines(json.toStdString())), lines);
    QCOMPARE(QByteArray::fromStdString(listOfLines(lines.toStdString())), json);
    // And the same through one line.
    const std::string inOne = valueOf(Operator::OneOf, typedText(json.toStdString()), {});
    QCOMPARE(QByteArray::fromStdString(inOne), json);
}

void TestValueText::pastedLines()
{
    QCOMPARE(listOfLines("a\r\n\n  b \rc"), std::string(R"(["a", "b", "c"])"));
}

void TestValueText::converting_data()
{
    QTest::addColumn<QByteArray>("operatorName");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *op, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(op) << QByteArray(before) << QByteArray(after);
    };
    row("a text becomes a list", "one_of", R"("a")", R"(["a"])");
    row("an empty text becomes an empty list", "one_of", R"("")", "[]");
    row("a list stays as it is written", "one_of", R"([ "a" ])", R"([ "a" ])");
    row("a list of one becomes its text", "equals", R"(["a, b"])", R"("a, b")");
    row("a list becomes a text", "equals", R"(["a","b"])", R"("a, b")");
    row("a text becomes a number", "greater_than", R"("100")", "100");
    row("a text that is no number stays", "greater_than", R"("many")", R"("many")");
    row("a number stays one beside texts", "contains", "100", "100");
    row("a number becomes a pattern", "regex", "100", R"("100")");
}

void TestValueText::converting()
{
    QFETCH(QByteArray, operatorName);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(QByteArray::fromStdString(convertedValue(op(operatorName.constData()), before.toStdString())),
             after);
}

QTEST_APPLESS_MAIN(TestValueText)
#include "tst_valuetext.moc"
