// SPDX-License-Identifier: GPL-3.0-or-later
#include "rendered.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using test::rendered;

/// How a JSON template is filled, sentence by sentence.
class TestRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void typed_data();
    void typed();
    void asText_data();
    void asText();
    void interpolated_data();
    void interpolated();
    void names_data();
    void names();
    void readsPlaceholders_data();
    void readsPlaceholders();
    void looksUp_data();
    void looksUp();
    void tellsNamesApart_data();
    void tellsNamesApart();
    void wireForm_data();
    void wireForm();
    void tellsWhatPropertiesAnswered();
    void rendersForManyEvents();
    void rendersWithoutAnEvent();
};

namespace {

constexpr const char *order = R"({
  "event_name": "purchase", "price": 1299.90, "id": 1234567890123456789012345678901234567890, "rate": 1e2,
  "minus": -0.0, "paid": true, "gift": false, "coupon": null, "empty": "", "name": "Ada",
  "quote": "a \"b\" \\ c", "line": "a\nb\u000a", "unicode": "\u015fehir \uD83D\uDE00 \/", "raw": "ş 😀",
  "text": "##name##", "digits": "42",
  "list": [ 1, "two" , [ ] ], "items": [ { "id" : "x1" }, { "id": "x2" } ],
  "user": { "e-mail" : "ada@example.com" , "tags": { } }
})";

void columns()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected");
}

void row(const char *name, const char *source, const char *expected)
{
    QTest::newRow(name) << QByteArray(source) << QByteArray(expected);
}

} // namespace

#define COMPARE_RENDERED(event, options)                                                                     \
    QFETCH(QByteArray, source);                                                                              \
    QFETCH(QByteArray, expected);                                                                            \
    QCOMPARE(rendered(source, event, options).bytes, expected)

void TestRendering::typed_data()
{
    columns();
    row("a number", R"({"v":"##price##"})", R"({"v":1299.90})");
    row("a number of 40 digits", R"({"v":"##id##"})", R"({"v":1234567890123456789012345678901234567890})");
    row("a number with an exponent", R"({"v":"##rate##"})", R"({"v":1e2})");
    row("minus zero", R"({"v":"##minus##"})", R"({"v":-0.0})");
    row("true", R"({"v":"##paid##"})", R"({"v":true})");
    row("false", R"({"v":"##gift##"})", R"({"v":false})");
    row("null", R"({"v":"##coupon##"})", R"({"v":null})");
    row("a string", R"({"v":"##name##"})", R"({"v":"Ada"})");
    row("an empty string", R"({"v":"##empty##"})", R"({"v":""})");
    row("a string of digits", R"({"v":"##digits##"})", R"({"v":"42"})");
    row("quotes and backslashes", R"({"v":"##quote##"})", R"({"v":"a \"b\" \\ c"})");
    row("escapes stay as they stand", R"({"v":"##unicode##"})", R"({"v":"\u015fehir \uD83D\uDE00 \/"})");
    row("letters stay as they stand", R"({"v":"##raw##"})", "{\"v\":\"ş 😀\"}");
    row("an array", R"({"v":"##list##"})", R"({"v":[1,"two",[]]})");
    row("an object", R"({"v":"##user##"})", R"({"v":{"e-mail":"ada@example.com","tags":{}}})");
    row("an array of objects", R"({"v":"##items##"})", R"({"v":[{"id":"x1"},{"id":"x2"}]})");
    row("in an array", R"(["##price##","##name##"])", R"([1299.90,"Ada"])");
    row("the whole template", R"("##items##")", R"([{"id":"x1"},{"id":"x2"}])");
    row("a placeholder in a value is not filled", R"({"v":"##text##"})", R"({"v":"##name##"})");
    row("bare: a number", R"({"v":##price##})", R"({"v":1299.90})");
    row("bare: a string", R"({"v":##name##})", R"({"v":"Ada"})");
    row("bare: an object", R"({"v": ##user## })", R"({"v":{"e-mail":"ada@example.com","tags":{}}})");
    row("bare: null", R"([##coupon##])", "[null]");
    row("bare: in an array", R"([##price##,##paid## , ##gift##])", "[1299.90,true,false]");
    row("bare: the whole template", " ##list##\n", R"([1,"two",[]])");
    row("bare: beside numbers and words", R"([1,##price##,true,"##paid##",null])",
        "[1,1299.90,true,true,null]");
    row("bare: not a name", R"({##name##:1})", "malformed");
    row("bare: not two", "[##price####price##]", "malformed");
    row("bare: not beside a digit", "[1##price##]", "malformed");
    row("bare: not without a valid path", "[##a.##]", "malformed");
}

void TestRendering::typed()
{
    COMPARE_RENDERED(order, tmpl::Options());
}

void TestRendering::asText_data()
{
    columns();
    row("a number", R"({"v":"##price##"})", R"({"v":"1299.90"})");
    row("a number of 40 digits", R"({"v":"##id##"})", R"({"v":"1234567890123456789012345678901234567890"})");
    row("true", R"({"v":"##paid##"})", R"({"v":"true"})");
    row("false", R"({"v":"##gift##"})", R"({"v":"false"})");
    row("null", R"({"v":"##coupon##"})", R"({"v":"null"})");
    row("a string", R"({"v":"##name##"})", R"({"v":"Ada"})");
    row("a string's escapes", R"({"v":"##unicode##"})", R"({"v":"\u015fehir \uD83D\uDE00 \/"})");
    row("an array", R"({"v":"##list##"})", R"({"v":"[1,\"two\",[]]"})");
    row("an object", R"({"v":"##user##"})", R"({"v":"{\"e-mail\":\"ada@example.com\",\"tags\":{}}"})");
    row("an object that holds escapes", R"(["##.##"])", R"(["##.##"])");
    row("the whole template", R"("##price##")", R"("1299.90")");
    row("a bare one stays typed", R"({"v":##price##,"w":##list##,"n":##coupon##})",
        R"({"v":1299.90,"w":[1,"two",[]],"n":null})");
    row("a longer string as ever", R"({"v":"##price## TL"})", R"({"v":"1299.90 TL"})");
}

void TestRendering::asText()
{
    COMPARE_RENDERED(order, (tmpl::Options{tmpl::MissingPolicy::Omit, tmpl::ValueMode::Text, {}}));
}

void TestRendering::interpolated_data()
{
    columns();
    row("a string", R"(["Hello ##name##!"])", R"(["Hello Ada!"])");
    row("a number by its text", R"(["##price## TL"])", R"(["1299.90 TL"])");
    row("an exponent by its text", R"(["x##rate##"])", R"(["x1e2"])");
    row("true and false by name", R"(["##paid##/##gift##"])", R"(["true/false"])");
    row("null by name", R"(["[##coupon##]"])", R"(["[null]"])");
    row("an empty string", R"(["<##empty##>"])", R"(["<>"])");
    row("own escapes are kept", R"(["##unicode##."])", R"(["\u015fehir \uD83D\uDE00 \/."])");
    row("quotes stay escaped", R"(["##quote##."])", R"(["a \"b\" \\ c."])");
    row("line ends stay escaped", R"(["##line##."])", R"(["a\nb\u000a."])");
    row("an array as compact JSON", R"(["list: ##list##"])", R"(["list: [1,\"two\",[]]"])");
    row("an object as compact JSON", R"(["##user##;"])",
        R"(["{\"e-mail\":\"ada@example.com\",\"tags\":{}};"])");
    row("two side by side", R"(["##name####price##"])", R"(["Ada1299.90"])");
    row("three with text between", R"(["##name##, ##price##, ##name##"])", R"(["Ada, 1299.90, Ada"])");
    row("the template's escapes are kept", R"(["\u0041\n##name##\\"])", R"(["\u0041\nAda\\"])");
    row("a blank in front is a longer string", R"([" ##price##"])", R"([" 1299.90"])");
    row("a placeholder in a value is not filled", R"(["##text##!"])", R"(["##name##!"])");
    row("a backslash of the template in front", R"(["\\##quote##"])", R"(["\\a \"b\" \\ c"])");
}

void TestRendering::interpolated()
{
    COMPARE_RENDERED(order, tmpl::Options());
}

void TestRendering::names_data()
{
    columns();
    row("a string", R"({"##name##":1})", R"({"Ada":1})");
    row("part of a name", R"({"user_##name##_x":1})", R"({"user_Ada_x":1})");
    row("a number", R"({"##price##":1})", R"({"1299.90":1})");
    row("null", R"({"##coupon##":1})", R"({"null":1})");
    row("an array", R"({"##list##":1})", R"({"[1,\"two\",[]]":1})");
    row("escapes", R"({"##quote##":1})", R"({"a \"b\" \\ c":1})");
    row("name and value", R"({"##name##":"##price##"})", R"({"Ada":1299.90})");
    row("of an object", R"({"##name##":{"##digits##":["##paid##"]}})", R"({"Ada":{"42":[true]}})");
}

void TestRendering::names()
{
    COMPARE_RENDERED(order, tmpl::Options());
}

void TestRendering::readsPlaceholders_data()
{
    columns();
    // Each in a string, with this event: a is 1, b is 2, a-b_$9 is 3, şehir is 4, é (decomposed) is 5.
    row("one", "##a##", "1");
    row("letters, digits, _, - and $", "##a-b_$9##", "3");
    row("letters beyond ASCII", "##şehir##", "4");
    row("a combining mark", "##e\xCC\x81##", "5");
    row("a hash in front", "###a##", "\"#1\"");
    row("two hashes in front", "####a##", "\"##1\"");
    row("a hash behind", "##a###", "\"1#\"");
    row("a placeholder and text that looks like one", "##a##b##", "\"1b##\"");
    row("marks shared by none", "##a####b##", "\"12\"");
    row("four hashes", "####", "\"####\"");
    row("three hashes", "###", "\"###\"");
    row("two hashes", "##", "\"##\"");
    row("one hash", "#", "\"#\"");
    row("not closed", "##a", "\"##a\"");
    row("closed by one hash", "##a#", "\"##a#\"");
    row("blanks inside", "## a ##", "\"## a ##\"");
    row("a dot at the end", "##a.##", "\"##a.##\"");
    row("a dot in front", "##.a##", "\"##.a##\"");
    row("two dots", "##a..b##", "\"##a..b##\"");
    row("a sign that is none of a name", "##a+b##", "\"##a+b##\"");
    row("an emoji", "##\xF0\x9F\x98\x80##", "\"##\xF0\x9F\x98\x80##\"");
    row("an escape inside", R"(##\u0061##)", R"("##\u0061##")");
    row("an escape at the end", R"(##a\u0062##)", R"("##a\u0062##")");
    row("an escaped hash", R"(#\u0023a##)", R"("#\u0023a##")");
    row("a quote inside", R"(##a\"##)", R"("##a\"##")");
    row("after a stray mark", "## ##a##", "\"## 1\"");
    row("a path into a number", "##a.b##", "null");
}

void TestRendering::readsPlaceholders()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, expected);
    const QByteArray event = "{\"a\":1,\"b\":2,\"a-b_$9\":3,\"şehir\":4,\"e\xCC\x81\":5}";
    QCOMPARE(rendered("[\"" + source + "\"]", event).bytes, '[' + expected + ']');
}

void TestRendering::looksUp_data()
{
    columns();
    QTest::addColumn<QString>("missing");
    const auto found
        = [](const char *name, const char *path, const char *expected, const char *missing = "") {
              QTest::newRow(name) << QByteArray(path) << QByteArray(expected) << QString::fromUtf8(missing);
          };
    found("from the root", "name", "\"root\"");
    found("below the root", "user.name", "\"u\"");
    found("inside properties by its full path", "properties.name", "\"inner\"");
    found("inside properties by its own name", "page.url", "\"/p\"");
    found("inside properties, a scalar", "device", "\"tv\"");
    found("the root comes first", "user.plan", "null", "user.plan");
    found("null at the root counts", "nothing", "null");
    found("null at the root has no members", "nothing.x", "null", "nothing.x");
    found("missing in both", "coupon", "null", "coupon");
    found("properties has properties", "properties.properties", "\"own\"");
    found("index 0", "items.0.id", "\"i0\"");
    found("index 1", "items.1.id", "\"i1\"");
    found("index 10", "many.10", "10");
    found("index 01 is none", "many.01", "null", "many.01");
    found("index 00 is none", "many.00", "null", "many.00");
    found("an index past the end", "many.11", "null", "many.11");
    found("an index beyond all numbers", "many.99999999999999999999999999", "null",
          "many.99999999999999999999999999");
    found("a minus one is no index", "many.-1", "null", "many.-1");
    found("a name for an array", "many.first", "null", "many.first");
    found("the length of an array", "many.length", "null", "many.length");
    found("a number names a member", "user.0", "\"zero\"");
    found("a number with a leading zero names a member", "user.01", "\"one\"");
    found("a number at the root", "7", "\"seven\"");
    found("into a string", "name.0", "null", "name.0");
    found("an index into an array in an array", "grid.1.0", "3");
    found("duplicates: the last wins", "twice", "2");
    found("duplicates: an object", "pair.v", "2");
    found("duplicates: the last lacks it", "pair.w", "null", "pair.w");
    found("duplicates: an object inserted whole keeps its text", "whole", R"({"x":1,"x":2})");
    found("a name with an escape", "esc", "\"escaped\"");
    found("case counts", "Name", "null", "Name");
}

void TestRendering::looksUp()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, expected);
    QFETCH(QString, missing);
    const QByteArray event
        = R"({"name":"root","user":{"name":"u","0":"zero","01":"one"},"7":"seven","nothing":null,
        "twice":1,"twice":2,"pair":{"v":1,"w":1},"pair":{"v":2},"whole":{"x":1, "x":2},"\u0065sc":"escaped",
        "items":[{"id":"i0"},{"id":"i1"}],"many":[0,1,2,3,4,5,6,7,8,9,10],"grid":[[1,2],[3,4]],
        "properties":{"name":"inner","page":{"url":"/p"},"device":"tv","user":{"plan":"x"},"nothing":1,
        "properties":"own"}})";
    const test::Rendered typed = rendered("[\"##" + source + "##\"]", event);
    QCOMPARE(typed.bytes, '[' + expected + ']');
    QCOMPARE(typed.missing, missing);
}

void TestRendering::tellsNamesApart_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("others"); // further paths beside the two
    for (const int others : {0, 40}) {
        for (const int length : {1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 18, 24, 33})
            QTest::addRow("%d letters, %d others", length, others) << length << others;
    }
}

void TestRendering::tellsNamesApart()
{
    QFETCH(int, length);
    QFETCH(int, others);
    const QByteArray name(length, 'a');
    QByteArray further;
    for (int i = 0; i < others; ++i)
        further += ",\"##_" + QByteArray::number(i) + "##\"";
    const QByteArray expected = "[1,2" + QByteArray(",null").repeated(others) + ']';
    for (int at = 0; at < length; ++at) {
        QByteArray other = name;
        other[at] = 'b';
        const QByteArray source = "[\"##" + name + "##\",\"##" + other + "##\"" + further + "]";
        QCOMPARE(test::rendered(source, "{\"" + other + "\":2,\"" + name + "\":1}").bytes, expected);
        QCOMPARE(test::rendered("\"##" + name + "##\"", "{\"" + other + "\":2,\"" + name + "a\":3}").missing,
                 QString::fromLatin1(name));
    }
}

void TestRendering::wireForm_data()
{
    columns();
    row("white space goes", "\n{ \"a\" : [ 1 , 2 ] ,\t\"b\":\r\n{ } }\n", R"({"a":[1,2],"b":{}})");
    row("white space in strings stays", R"({ "a b" : " c " })", R"({"a b":" c "})");
    row("key order stays", R"({"z":1,"a":2,"m":3})", R"({"z":1,"a":2,"m":3})");
    row("duplicates stay", R"({"a":1,"a":2})", R"({"a":1,"a":2})");
    row("number text stays", "[1299.90,1E+02,-0,10000000000000000000000000000000000000001]",
        "[1299.90,1E+02,-0,10000000000000000000000000000000000000001]");
    row("escapes stay", R"(["\u0041\/\"é"])", R"(["\u0041\/\"é"])");
    row("a byte order mark goes", "\xEF\xBB\xBF[1]", "[1]");
    row("a scalar", " 1.0 ", "1.0");
    row("empty containers", "[ { } , [ ] ]", "[{},[]]");
    row("colons and commas in strings", R"({":,":",:" , "a":"," })", R"({":,":",:","a":","})");
    row("not JSON", "{a:1}", "malformed");
    row("nothing", "", "malformed");
    row("not UTF-8", "[\"\xFF\"]", "malformed");
    row("a lone surrogate", R"(["\uD800"])", "malformed");
    row("a lone surrogate before a placeholder", R"(["\uD83D##a##"])", "malformed");
}

void TestRendering::wireForm()
{
    COMPARE_RENDERED(QByteArray("{}"), tmpl::Options());
}

void TestRendering::tellsWhatPropertiesAnswered()
{
    const auto compiled
        = tmpl::Template::compile(R"(["##a##","##b.c##","##d##","##b.c##","##properties.a##"])", {});
    const json::Document event(R"({"a":1,"properties":{"a":2,"b":{"c":3}}})");
    const tmpl::Rendering rendering = compiled->render(event.root());
    QCOMPARE(rendering.bytes, std::string("[1,3,null,3,2]"));
    QCOMPARE(rendering.insideProperties.size(), std::size_t(1));
    QCOMPARE(rendering.insideProperties[0].text(), std::string("b.c"));
    QCOMPARE(rendering.missing.size(), std::size_t(1));
}

void TestRendering::rendersForManyEvents()
{
    const auto compiled = tmpl::Template::compile(R"({"n":"##n##","t":"###n##"})", {});
    tmpl::Template::Scratch scratch;
    std::string out;
    for (const char *event : {R"({"n":1})", "{}", R"({"properties":{"n":[2]}})", R"({"n":"3"})"}) {
        compiled->renderInto(out, json::Document(event).root(), scratch);
        out += '\n';
    }
    QCOMPARE(out,
             std::string("{\"n\":1,\"t\":\"#1\"}\n{\"t\":\"#\"}\n{\"n\":[2],\"t\":\"#[2]\"}\n"
                         "{\"n\":\"3\",\"t\":\"#3\"}\n"));
}

void TestRendering::rendersWithoutAnEvent()
{
    const auto compiled = tmpl::Template::compile(R"({"a":"##a##","b":1})", {});
    QCOMPARE(compiled->render({}).bytes, std::string("{\"b\":1}"));
    QCOMPARE(compiled->render(json::Document("[1]").root()).bytes, std::string("{\"b\":1}"));
}

QTEST_GUILESS_MAIN(TestRendering)
#include "tst_rendering.moc"
