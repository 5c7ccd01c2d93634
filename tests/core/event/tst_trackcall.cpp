// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/trackcall.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestTrackCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void recognises_data();
    void recognises();
    void values_data();
    void values();
    void objects_data();
    void objects();
    void calls_data();
    void calls();
    void errors_data();
    void errors();
    void countsWhatItDoesNotTell();
};

void TestTrackCall::recognises_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("is");
    const auto row
        = [](const char *text, bool is) { QTest::newRow(*text ? text : "empty") << QByteArray(text) << is; };
    row("hardal.track('a')", true);
    row("hardal.track(", true);
    row("window.hardal.track('a')", true);
    row("hardal?.track?.('a')", true);
    row(" hardal . track ( 'a' ) ", true);
    row("hardal.distinct({})", true);
    row("dataLayer.push({})", true);
    row("window.dataLayer.push({})", true);
    row("// why\n/* and\nhow */ hardal.track('a')", true);
    row("<script>hardal.track('a')</script>", true);
    row("<script type=\"text/javascript\">\nhardal.track('a')", true);
    row("window.dataLayer = window.dataLayer || [];\ndataLayer.push({})", true);
    row("var dataLayer = window.dataLayer || []; dataLayer.push({})", true);
    row("\xEF\xBB\xBFhardal.track('a')", true);
    row("", false);
    row("hello", false);
    row("hardal", false);
    row("hardal.track", false);
    row("hardal.page('a')", false);
    row("other.track('a')", false);
    row("track('a')", false);
    row("document.hardal.track('a')", false);
    row("window.window.hardal.track('a')", false);
    row("gtag('event', 'a')", false);
    row("// hardal.track('a')", false);
    row("/* hardal.track('a')", false);
    row("\"hardal.track('a')\"", false);
    row("{\"a\":\"hardal.track()\"}", false);
    row("\xff\xfe", false);
}

void TestTrackCall::recognises()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, is);
    QCOMPARE(event::looksLikeTrackCall(text.toStdString()), is);
}

void TestTrackCall::values_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *script, const char *json, const char *step = "") {
        QTest::newRow(script) << QByteArray(script) << QByteArray(json) << QString::fromUtf8(step);
    };
    // Numbers keep their text where JSON knows it.
    row("0", "0");
    row("-0", "-0");
    row("1299.90", "1299.90");
    row("1E+05", "1E+05");
    row("1e400", "1e400");
    row("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890");
    row(".5", "0.5", "Line 1: .5 is written as 0.5.");
    row("-.5e3", "-0.5e3", "Line 1: -.5e3 is written as -0.5e3.");
    row("5.", "5", "Line 1: 5. is written as 5.");
    row("5.e3", "5e3", "Line 1: 5.e3 is written as 5e3.");
    row("+3", "3", "Line 1: +3 is written as 3.");
    row("0x1F", "31", "Line 1: 0x1F is written as 31.");
    row("0XfF", "255", "Line 1: 0XfF is written as 255.");
    row("0o17", "15", "Line 1: 0o17 is written as 15.");
    row("0b101", "5", "Line 1: 0b101 is written as 5.");
    row("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175",
        "Line 1: 0xFFFFFFFFFFFFFFFFFFFF is written as 1208925819614629174706175.");
    row("1_000", "1000", "Line 1: 1_000 is written as 1000.");
    row("1_0.5_0", "10.50", "Line 1: 1_0.5_0 is written as 10.50.");
    row("123n", "123", "Line 1: 123n is written as 123.");
    row("- 7", "-7", "Line 1: - 7 is written as -7.");
    // Words.
    row("true", "true");
    row("false", "false");
    row("null", "null");
    row("!0", "true", "Line 1: !0 is written as true.");
    row("!1", "false", "Line 1: !1 is written as false.");
    row("undefined", "null", "Line 1: undefined has no form in JSON: written as null.");
    row("NaN", "null", "Line 1: NaN has no form in JSON: written as null.");
    row("Infinity", "null", "Line 1: Infinity has no form in JSON: written as null.");
    row("-Infinity", "null", "Line 1: -Infinity has no form in JSON: written as null.");
    // Texts keep their escapes where JSON knows them.
    row(R"("a\n\t\"\\\/\b\f\r\u015F")", R"("a\n\t\"\\\/\b\f\r\u015F")");
    row(R"("\ud83c\udf82")", R"("\ud83c\udf82")");
    row(R"('it\'s "so"')", R"("it's \"so\"")");
    row(R"("it\'s")", R"("it's")");
    row(R"('\x41\x0a\xe9')", R"("A\né")");
    row(R"('\v\0')", R"("\u000b\u0000")");
    row(R"('\u{1F382}\u{41}')", R"("🎂A")");
    row(R"('\q\ş')", R"("qş")");
    row("'one \\\ntwo \\\r\nthree'", R"("one two three")");
    row("`a\nb\r\nc\td\"`", R"("a\nb\nc\td\"")");
    row("`$5 {x}`", R"("$5 {x}")");
    row("\"tab\there\"", R"("tab\there")");
    row("'şehir 🎂'", R"("şehir 🎂")");
    row("''", R"("")");
    // Lists.
    row("[]", "[]");
    row("[ 1 , 'a' , [ ] , { } ]", R"([1,"a",[],{}])");
    row("[1,2,]", "[1,2]");
    row("[1,,2]", "[1,null,2]", "Line 1: a gap in a list has no form in JSON: written as null.");
    row("[/* a */1// b\n,2]", "[1,2]");
}

void TestTrackCall::values()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, json);
    QFETCH(QString, step);
    const auto call = event::readTrackCall("hardal.track(\"e\",{\"v\":" + script.toStdString() + "})");
    QVERIFY2(call, call ? "" : qPrintable(call.error().line()));
    QCOMPARE(QByteArray::fromStdString(call->object), "{\"v\":" + json + "}");
    const QStringList told = call->steps.filter(QStringLiteral("Line "));
    QCOMPARE(told, step.isEmpty() ? QStringList() : QStringList{step});
}

void TestTrackCall::objects_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *script, const char *json) {
        QTest::newRow(script) << QByteArray(script) << QByteArray(json);
    };
    row("{}", "{}");
    row("{ /* nothing */ }", "{}");
    row("{a:1}", R"({"a":1})");
    row("{ 'a b' : 1, \"c\" : 2, $d_1 : 3, }", R"({"a b":1,"c":2,"$d_1":3})");
    row("{şehir: 'İzmir'}", R"({"şehir":"İzmir"})");
    row("{0: 'a', 12: 'b'}", R"({"0":"a","12":"b"})");
    row("{true: 1, null: 2, function: 3}", R"({"true":1,"null":2,"function":3})");
    row("{a:1,a:2}", R"({"a":1,"a":2})");
    row("{a:{b:{c:[{d:1}]}}}", R"({"a":{"b":{"c":[{"d":1}]}}})");
    row("{a:1 // one\n,// two\nb:2}", R"({"a":1,"b":2})");
    row("{\xC2\xA0"
        "a:\xE2\x80\xA8"
        "1}",
        R"({"a":1})");
}

void TestTrackCall::objects()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, json);
    const auto call = event::readTrackCall("dataLayer.push(" + script.toStdString() + ");");
    QVERIFY2(call, call ? "" : qPrintable(call.error().line()));
    QCOMPARE(QByteArray::fromStdString(call->object), json);
}

void TestTrackCall::calls_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("object");
    using Kind = event::TrackCall::Kind;
    const auto row = [](const char *script, Kind kind, const char *name, const char *object) {
        QTest::newRow(script) << QByteArray(script) << int(kind) << QByteArray(name) << QByteArray(object);
    };
    row("hardal.track('a')", Kind::Track, R"("a")", "{}");
    row("hardal.track(\"a\",)", Kind::Track, R"("a")", "{}");
    row("hardal.track(`a`, {x:1},);", Kind::Track, R"("a")", R"({"x":1})");
    row("window.hardal?.track?.( 'a' , {} ) ;", Kind::Track, R"("a")", "{}");
    row("hardal.distinct({userId: 7})", Kind::Distinct, "", R"({"userId":7})");
    row("dataLayer.push({event:'a'})", Kind::DataLayer, "", R"({"event":"a"})");
    row("dataLayer.push({ecommerce:null});dataLayer.push({event:'a'});", Kind::DataLayer, "",
        R"({"event":"a"})");
    row("dataLayer.push({ecommerce:null})", Kind::DataLayer, "", R"({"ecommerce":null})");
    row("<script>\nwindow.dataLayer = window.dataLayer || [];\ndataLayer.push({event:'a'})\n</script>\n",
        Kind::DataLayer, "", R"({"event":"a"})");
}

void TestTrackCall::calls()
{
    QFETCH(QByteArray, script);
    QFETCH(int, kind);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, object);
    const auto call = event::readTrackCall(script.toStdString());
    QVERIFY2(call, call ? "" : qPrintable(call.error().line()));
    QCOMPARE(int(call->kind), kind);
    QCOMPARE(QByteArray::fromStdString(call->name), name);
    QCOMPARE(QByteArray::fromStdString(call->object), object);
}

void TestTrackCall::errors_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *script, const char *place, const char *words) {
        QTest::newRow(QByteArray(script).left(60).constData())
            << QByteArray(script) << QString::fromLatin1(place) << QString::fromUtf8(words);
    };
    row("hardal.track('a', {b: c})", "1:23", "“c” is script and no value");
    row("hardal.track('a', {\n  b: function() {}})", "2:6", "“function” is script and no value");
    row("hardal.track('a', {b: () => 1})", "1:23", "known only in the page");
    row("hardal.track('a', {b: new Date()})", "1:23", "“new” is script and no value");
    row("hardal.track('a', {b: 1 + 2})", "1:25", "this is computed");
    row("hardal.track('a', {b: 'x' + y})", "1:27", "this is computed");
    row("hardal.track('a', {b: -c})", "1:23", "this is no number");
    row("hardal.track('a', {b: !c})", "1:23", "this is computed");
    row("hardal.track('a', {b: /x/})", "1:23", "this is computed");
    row("hardal.track('a', {b: `x${c}`})", "1:25", "${ } is filled in only in the page");
    row("hardal.track('a', {b})", "1:20", "a name and its value");
    row("hardal.track('a', {b() {}})", "1:20", "a name and its value");
    row("hardal.track('a', {get b() {}})", "1:20", "a name and its value");
    row("hardal.track('a', {...b})", "1:20", "a field’s name is expected");
    row("hardal.track('a', {[b]: 1})", "1:20", "a field’s name is expected");
    row("hardal.track('a', {1.5: 1})", "1:20", "a field’s name is expected");
    row("hardal.track('a', {,})", "1:20", "a field’s name is expected");
    row("hardal.track('a', {b: 010})", "1:23", "this is no number");
    row("hardal.track('a', {b: 1__0})", "1:23", "this is no number");
    row("hardal.track('a', {b: 0x})", "1:23", "this is no number");
    row("hardal.track('a', {b: 5px})", "1:23", "this is no number");
    row("hardal.track('a', {b: 1e})", "1:23", "this is no number");
    row("hardal.track('a', {b: .})", "1:23", "this is no number");
    row("hardal.track('a', {b: 'x\ny'})", "1:23", "a text begins here and does not end");
    row("hardal.track('a', {b: \"x", "1:23", "a text begins here and does not end");
    row("hardal.track('a', {b: '\\u12'})", "1:24", "four hexadecimal digits");
    row("hardal.track('a', {b: '\\ud83c'})", "1:24", "four hexadecimal digits");
    row("hardal.track('a', {b: '\\udf82'})", "1:24", "four hexadecimal digits");
    row("hardal.track('a', {b: '\\u{110000}'})", "1:24", "four hexadecimal digits");
    row("hardal.track('a', {b: '\\u{D800}'})", "1:24", "four hexadecimal digits");
    row("hardal.track('a', {b: '\\xZ1'})", "1:24", "two hexadecimal digits");
    row("hardal.track('a', {b: '\\12'})", "1:24", "a backslash before a digit");
    row("hardal.track('a', {b: 1 c: 2})", "1:25", "a comma or a closing bracket");
    row("hardal.track('a', {b: 1]", "1:24", "a comma or a closing bracket");
    row("hardal.track('a', {b: [1}", "1:25", "a comma or a closing bracket");
    row("hardal.track('a', {b: 1", "1:24", "the text ends before the call does");
    row("hardal.track('a', {b:", "1:22", "the text ends before the call does");
    row("hardal.track('a', {", "1:20", "the text ends before the call does");
    row("hardal.track('a',", "1:18", "the text ends before the call does");
    row("hardal.track('a'", "1:17", "the text ends before the call does");
    row("hardal.track(", "1:14", "the text ends before the call does");
    row("hardal.track('a\\", "1:17", "the text ends before the call does");
    row("hardal.track(name, {})", "1:14", "the event’s name is expected");
    row("hardal.track({a: 1})", "1:14", "the event’s name is expected");
    row("hardal.track('a', fields)", "1:19", "an object in braces");
    row("hardal.track('a', [1])", "1:19", "an object in braces");
    row("hardal.track('a' {})", "1:18", "closing parenthesis");
    row("hardal.track('a', {}, {})", "1:23", "closing parenthesis");
    row("dataLayer.push(arguments)", "1:16", "an object in braces");
    row("hardal.track('a', {}); hardal.track('b')", "1:24", "a second call begins here");
    row("hardal.track('a', {}); foo()", "1:24", "this is no call that reports an event");
    row("hardal.track('a', {b: 1 /* x })", "1:25", "a comment begins here and does not end");
    QTest::newRow("not UTF-8") << QByteArray("hardal.track('a', {b: '\xff'})") << QStringLiteral("1:24")
                               << QStringLiteral("not valid UTF-8");
    QTest::newRow("100,000 brackets") << "hardal.track('a', {b: " + QByteArray(100'000, '[')
                                      << QStringLiteral("1:533") << QStringLiteral("nested deeper than 512");
    QTest::newRow("100,000 objects") << "dataLayer.push(" + QByteArray("{a:").repeated(100'000)
                                     << QStringLiteral("1:1549") << QStringLiteral("nested deeper than 512");
}

void TestTrackCall::errors()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, place);
    QFETCH(QString, words);
    const auto call = event::readTrackCall(script.toStdString());
    QVERIFY(!call);
    const Error &error = call.error();
    QCOMPARE(error.code, ErrorCode::MalformedJson);
    QVERIFY(error.position);
    QCOMPARE(QStringLiteral("%1:%2").arg(error.position->line).arg(error.position->column), place);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY(!error.wayOut.isEmpty());
    QVERIFY(!error.sentence().endsWith(QLatin1Char('.')));
}

void TestTrackCall::countsWhatItDoesNotTell()
{
    const auto call = event::readTrackCall("hardal.track('a', {b: ["
                                           + QByteArray("NaN,").repeated(100).toStdString() + "]})");
    QVERIFY(call);
    QCOMPARE(call->steps.filter(QStringLiteral("Line ")).size(), 20);
    QCOMPARE(call->steps.last(),
             QStringLiteral("80 further values were written in another way, as the ones above."));
}

QTEST_GUILESS_MAIN(TestTrackCall)
#include "tst_trackcall.moc"
