// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomjson.h"
#include "json/document.h"
#include "json/layout.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;

/// Minifying and formatting change white space and nothing else.
class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void minifies_data();
    void minifies();
    void formats_data();
    void formats();
    void indentIsAskedFor();
    void appendsToWhatIsThere();
    void aPartAlone();
    void bareTokensStay();
    void randomTextsKeepTheirTokens();
};

namespace {

std::string minifiedText(const std::string &text)
{
    return minified(Document(text).root());
}

} // namespace

void TestLayout::minifies_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("a scalar", " 1.50 ", "1.50");
    row("a string keeps its blanks", "\" a  b \"", "\" a  b \"");
    row("every place of white space", " { \"a\" : [ 1 , 2 ] , \"b\" : { } }\n", R"({"a":[1,2],"b":{}})");
    row("white space in the innermost only", R"({"a":[[1, 2]]})", R"({"a":[[1,2]]})");
    row("white space after the opening bracket only", "[ 1]", "[1]");
    row("white space before the closing bracket only", "[1 ]", "[1]");
    row("white space before a colon only", "{\"a\" :1}", "{\"a\":1}");
    row("white space after a colon only", "{\"a\": 1}", "{\"a\":1}");
    row("white space before a comma only", "[1 ,2]", "[1,2]");
    row("white space in an empty container only", "[[ ]]", "[[]]");
    row("nothing to do", R"({"a":[1,2]})", R"({"a":[1,2]})");
    row("a quote that is escaped", R"([ "a\" , b" ])", R"(["a\" , b"])");
    row("a backslash before the closing quote", R"([ "a\\" , "b" ])", R"(["a\\","b"])");
    row("number text stays", "[ 1299.90, 1E+02, -0 ]", "[1299.90,1E+02,-0]");
    row("escapes stay", R"([ "\u0041\/", "é" ])", R"(["\u0041\/","é"])");
    row("order and duplicates stay", R"({ "b": 1, "a": 2, "b": 3 })", R"({"b":1,"a":2,"b":3})");
    row("CR LF", "[\r\n1\r\n]", "[1]");
}

void TestLayout::minifies()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(minifiedText(text.toStdString())), expected);
}

void TestLayout::formats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("a scalar", " 1.50 ", "1.50");
    row("an empty object", "{ }", "{}");
    row("an empty array", "[\n]", "[]");
    row("an array", "[1,2]", "[\n  1,\n  2\n]");
    row("an object", R"({"a":1,"b":[]})", "{\n  \"a\": 1,\n  \"b\": []\n}");
    row("levels", R"([{"a":[0]}])", "[\n  {\n    \"a\": [\n      0\n    ]\n  }\n]");
    row("empty containers side by side", "[[],{},[]]", "[\n  [],\n  {},\n  []\n]");
    row("what was formatted otherwise", "{\t\"a\"\r\n:1 }", "{\n  \"a\": 1\n}");
    row("brackets in strings", R"(["{","}]"])", "[\n  \"{\",\n  \"}]\"\n]");
}

void TestLayout::formats()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const Document document(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(formatted(document.root())), expected);
}

void TestLayout::indentIsAskedFor()
{
    const Document document("[[1]]");
    QCOMPARE(formatted(document.root(), 4), std::string("[\n    [\n        1\n    ]\n]"));
    QCOMPARE(formatted(document.root(), 0), std::string("[\n[\n1\n]\n]"));
}

void TestLayout::appendsToWhatIsThere()
{
    std::string out = "before";
    appendMinified(out, Document("[ 1 ]").root());
    QCOMPARE(out, std::string("before[1]"));
}

void TestLayout::aPartAlone()
{
    const Document document("{\"a\": {\"b\": [1, 2]},\n\"c\": \"x y\"}");
    QCOMPARE(minified(document.at("/a")), std::string(R"({"b":[1,2]})"));
    QCOMPARE(minified(document.at("/a/b")), std::string("[1,2]"));
    QCOMPARE(minified(document.at("/c")), std::string("\"x y\""));
    QCOMPARE(formatted(document.at("/a")), std::string("{\n  \"b\": [\n    1,\n    2\n  ]\n}"));
}

void TestLayout::bareTokensStay()
{
    const ParseOptions options{
        [](std::string_view rest) { return rest.front() == '#' ? rest.find_first_of(", ]}") : 0; }};
    const Document document("{ \"a\" : ##b.c## , \"d\":[ ##e## ]}", options);
    QVERIFY(document.isValid());
    QVERIFY(document.at("/a").is(Kind::Bare));
    QCOMPARE(minified(document.root()), std::string("{\"a\":##b.c##,\"d\":[##e##]}"));
    QCOMPARE(formatted(document.root()), std::string("{\n  \"a\": ##b.c##,\n  \"d\": [\n    ##e##\n  ]\n}"));
}

void TestLayout::randomTextsKeepTheirTokens()
{
    test::RandomJson random(8259);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = random.text(i % 2 == 0);
        const Document document(text);
        QVERIFY2(document.isValid(), text.c_str());
        const std::vector<std::string> tokens = test::tokensOf(text);
        const std::string small = minified(document.root());
        const std::string large = formatted(document.root());
        QVERIFY2(test::tokensOf(small) == tokens, text.c_str());
        QVERIFY2(test::tokensOf(large) == tokens, text.c_str());
        std::string joined;
        for (const std::string &token : tokens)
            joined += token;
        QCOMPARE(small, joined);
        QCOMPARE(minifiedText(large), small);
        QCOMPARE(minifiedText(small), small);
        QCOMPARE(formatted(Document(large).root()), large);
    }
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
