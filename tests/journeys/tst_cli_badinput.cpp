// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include <QRegularExpression>

#include <unistd.h>

using namespace designer;
using namespace designer::journeys;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// A connection whose members after the URL are \a rest.
QByteArray withRest(const QByteArray &rest)
{
    return "{\"endpoint_url\":\"https://collect.example.com/in\"," + rest + "}";
}

QByteArray withTemplate(const QByteArray &requestFormat)
{
    return withRest("\"request_format\":" + requestFormat);
}

QByteArray withUrl(const QByteArray &url)
{
    return "{\"endpoint_url\":\"" + url + "\",\"request_format\":{}}";
}

QByteArray withHeader(const QByteArray &header)
{
    return withRest("\"request_format\":{},\"headers\":{" + header + "}");
}

QByteArray withRule(const QByteArray &rule)
{
    return withRest(R"("request_format":{},"x_designer":{"conditions":{"match":"all","rules":[)" + rule
                    + "]}}");
}

/// Codes of the findings of an outcome of `lint --json` or `validate --json`.
QByteArrayList codes(const json::Value &findings)
{
    QByteArrayList out;
    for (const json::Value &finding : findings.elements())
        out << text(finding.find("severity")) + ' ' + text(finding.find("code"));
    return out;
}

/// The way out that an error names: what stands after the semicolon.
bool namesAWayOut(const QByteArray &complaint)
{
    return complaint.lastIndexOf("; ") > 0;
}

} // namespace

/// Whatever a file holds: a clear error with its place and a way out, and never a signal.
class CliBadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void malformed_data();
    void malformed();
    void byteOrderMark();
    void duplicateKeys();
    void noPermission();
    void unsound_data();
    void unsound();
    void unknownKeysSurvive();
    void placeholders_data();
    void placeholders();
    void addresses_data();
    void addresses();
    void headers_data();
    void headers();
    void largeTemplate();
    void manyPlaceholders();
    void largeEvent();
    void explodingExpression();
    void unreachableDepth();
};

void CliBadInputTest::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, const QByteArray &bytes, const char *place, const char *word) {
        QTest::newRow(name) << bytes << QByteArray(place) << QByteArray(word);
    };
    row("empty", "", "1:1", "empty");
    row("white space", " \n\t ", "2:3", "empty");
    row("not UTF-8", "{\n \"a\": \"\xc3\x28\"}", "2:8", "UTF-8");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), "1:1", "UTF-16");
    row("UTF-16, big end first", QByteArray("\xfe\xff\0{\0}", 6), "1:1", "UTF-16");
    row("UTF-32", QByteArray("\xff\xfe\0\0{\0\0\0}\0\0\0", 12), "1:1", "UTF-32");
    row("cut off", "{\"a\": [1, 2", "1:12", "ends");
    row("cut off in a string", "{\"a\": \"xy", "1:10", "ends");
    row("cut off after a line feed", "{\"a\": 1,\n", "2:1", "ends");
    row("100,000 brackets", QByteArray(100'000, '['), "1:513", "512");
    row("100,000 objects", QByteArray("{\"a\":").repeated(100'000), "1:2561", "512");
    row("comment", "{} // x", "1:4", "");
    row("trailing comma", "{\"a\":1,}", "1:8", "");
    row("single quotes", "{'a':1}", "1:2", "");
    row("NUL", QByteArray("{\"a\":\0}", 7), "1:6", "");
    row("control character", "{\"a\":\"x\x01\"}", "1:8", "");
    row("lone surrogate", R"({"a":"x\ud800y"})", "1:8", "");
    row("old Mac line ends", "{\r\"a\": ?}", "2:6", "");
    row("emoji before", "{\"\xf0\x9f\x8e\x81\": ?}", "1:7", "");
    row("leading zero", "{\"a\":01}", "1:7", "");
}

void CliBadInputTest::malformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, word);
    const CliRunner cli;
    cli.put(QStringLiteral("bad.json"), bytes);
    cli.put(QStringLiteral("c.json"), withTemplate("{}"));
    cli.put(QStringLiteral("e.json"), "{}");
    for (const char *line :
         {"render bad.json --event e.json", "render c.json --event bad.json", "match bad.json --event e.json",
          "match c.json --event bad.json", "lint bad.json", "lint c.json --event bad.json", "export bad.json",
          "validate bad.json", "import bad.json", "test bad.json --event e.json",
          "test c.json --event bad.json"}) {
        const Outcome outcome = cli.run(words(line));
        const QByteArray told = QByteArray(line) + ": " + outcome.err;
        VERIFY_TOLD(outcome.status == 3, told);
        QCOMPARE(outcome.out, QByteArray());
        const bool placed = outcome.err.startsWith("connectionctl: bad.json:" + place + ": ");
        // What is imported may be text that is no JSON at all.
        VERIFY_TOLD(placed || (line == QByteArray("import bad.json") && outcome.err.contains("bad.json")),
                    told);
        VERIFY_TOLD(outcome.err.count('\n') == 1 && namesAWayOut(outcome.err), told);
        if (placed)
            VERIFY_TOLD(outcome.err.contains(word), told);
    }
    QCOMPARE(cli.contents(QStringLiteral("bad.json")), bytes);
    // A payload is what Insider would read: it answers, and names the place.
    const Outcome predicted = cli.run(words("predict bad.json --json"));
    COMPARE_STATUS(predicted, 1);
    QVERIFY(predicted.out.contains("JSON_INVALID"));
}

void CliBadInputTest::byteOrderMark()
{
    const CliRunner cli;
    const QByteArray mark("\xef\xbb\xbf");
    cli.put(QStringLiteral("c.json"), mark + withTemplate(R"({"a":"##user_id##"})"));
    cli.put(QStringLiteral("e.json"), mark + R"({"user_id":1})");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QCOMPARE(render.out, QByteArray(R"({"a":1})"));
    const Outcome lint = cli.run(words("lint c.json --event e.json --json"));
    COMPARE_STATUS(lint, 0);
    QCOMPARE(codes(lint.json().at("/findings")).count("info BOM"), 2);
    const Outcome whole = cli.run(words("export c.json --to whole --out out.json"));
    COMPARE_STATUS(whole, 0);
    QCOMPARE(cli.contents(QStringLiteral("out.json")), cli.contents(QStringLiteral("c.json")));
    const Outcome validate = cli.run(words("validate c.json --json"));
    COMPARE_STATUS(validate, 0);
    QVERIFY(codes(validate.json().at("/files/0/findings")).contains("info BOM"));
}

void CliBadInputTest::duplicateKeys()
{
    const CliRunner cli;
    const QByteArray connection
        = R"({"endpoint_url":"https://a.example.com/","endpoint_url":"https://b.example.com/",
"request_format":{"a":1,"a":"##user_id##","b":{"c":1,"c":2}},"headers":{"X-A":"1","X-A":"2"}})";
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("e.json"), R"({"user_id":1,"user_id":2,"properties":{"x":1,"x":2}})");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QCOMPARE(render.out, QByteArray(R"({"a":1,"a":2,"b":{"c":1,"c":2}})"));
    const Outcome lint = cli.run(words("lint c.json --event e.json --json"));
    const json::Document document = lint.json();
    QByteArrayList pointers;
    for (const json::Value &finding : document.at("/findings").elements()) {
        if (finding.find("code").text() == "DUPLICATE_KEY" && finding.find("template").isObject())
            pointers << text(finding.find("template").find("pointer"));
    }
    for (const char *pointer : {"/endpoint_url", "/request_format/a", "/request_format/b/c", "/headers/X-A"})
        VERIFY_TOLD(pointers.contains(pointer), (pointer + QByteArray(" is not in ") + pointers.join(' ')));
    QCOMPARE(lint.out.count("\"DUPLICATE_KEY\""), 6);
    QCOMPARE(text(cli.run(words("export c.json")).json(), "/endpoint_url"),
             QByteArray("https://b.example.com/"));
    QCOMPARE(cli.run(words("export c.json --to whole")).out, connection);
}

void CliBadInputTest::noPermission()
{
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withTemplate("{}"));
    QVERIFY(QFile::setPermissions(cli.path(QStringLiteral("c.json")), QFile::Permissions()));
    const Outcome outcome = cli.run(words("lint c.json"));
    COMPARE_STATUS(outcome, 3);
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: c.json: ") && namesAWayOut(outcome.err), outcome.err);
}

void CliBadInputTest::unsound_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("code"); ///< empty: it is sound
    QTest::addColumn<int>("rendered");
    const auto row = [](const char *name, const QByteArray &connection, const char *code, int rendered) {
        QTest::newRow(name) << connection << QByteArray(code) << rendered;
    };
    row("no request_format", withRest(R"("headers":{})"), "SETTING_INVALID", 3);
    row("request_format is a number", withTemplate("5"), "SETTING_INVALID", 3);
    row("request_format is true", withTemplate("true"), "SETTING_INVALID", 3);
    row("request_format is null", withTemplate("null"), "SETTING_INVALID", 3);
    row("request_format is an array", withTemplate(R"(["##user_id##"])"), "", 0);
    row("request_format is a string", withTemplate(R"("{\"a\": ##user_id##}")"), "", 0);
    row("request_format is a string that is no JSON", withTemplate(R"("{\"a\": ")"), "TEMPLATE_MALFORMED", 3);
    row("unknown keys", withRest(R"("request_format":{},"x":1,"x_designer":{"y":{"z":2}})"), "", 0);
    row("unknown policy", withRest(R"("request_format":{},"x_designer":{"missing_values":"frob"})"),
        "SETTING_INVALID", 3);
    row("unknown values", withRest(R"("request_format":{},"x_designer":{"values":"frob"})"),
        "SETTING_INVALID", 3);
    row("x_designer is a list", withRest(R"("request_format":{},"x_designer":[])"), "SETTING_INVALID", 3);
    row("unknown operator", withRule(R"({"type":"event_name","operator":"frob","value":"a"})"),
        "CONDITION_INVALID", 3);
    row("unknown type", withRule(R"({"type":"frob","field":"a","operator":"exists"})"), "CONDITION_INVALID",
        3);
    row("no operator", withRule(R"({"type":"path","field":"a"})"), "CONDITION_INVALID", 3);
    row("empty field", withRule(R"({"type":"path","field":"","operator":"exists"})"), "CONDITION_INVALID", 3);
    row("field that ends in a dot", withRule(R"({"type":"path","field":"a.","operator":"exists"})"),
        "CONDITION_INVALID", 3);
    row("field with two dots", withRule(R"({"type":"path","field":"a..b","operator":"exists"})"),
        "CONDITION_INVALID", 3);
    row("no field", withRule(R"({"type":"path","operator":"exists"})"), "CONDITION_INVALID", 3);
    row("no value", withRule(R"({"type":"event_name","operator":"equals"})"), "CONDITION_INVALID", 3);
    row("one of a text", withRule(R"({"type":"event_name","operator":"one_of","value":"a"})"),
        "CONDITION_INVALID", 3);
    row("greater than a word",
        withRule(R"({"type":"path","field":"a","operator":"greater_than","value":"b"})"), "CONDITION_INVALID",
        3);
    row("before no time", withRule(R"({"type":"path","field":"a","operator":"before","value":"b"})"),
        "CONDITION_INVALID", 3);
    row("broken regular expression",
        withRule(R"({"type":"path","field":"a","operator":"regex","value":"("})"), "CONDITION_INVALID", 3);
    row("no match in a group", withRest(R"("request_format":{},"x_designer":{"conditions":{"rules":[]}})"),
        "CONDITION_INVALID", 3);
    row("conditions are a list", withRest(R"("request_format":{},"x_designer":{"conditions":[]})"),
        "CONDITION_INVALID", 3);
}

void CliBadInputTest::unsound()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, code);
    QFETCH(int, rendered);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("e.json"), R"({"user_id":1})");
    const int judged = code.isEmpty() ? 0 : 1;
    const Outcome lint = cli.run(words("lint c.json --json"));
    COMPARE_STATUS(lint, judged);
    const Outcome validate = cli.run(words("validate c.json --json"));
    COMPARE_STATUS(validate, judged);
    if (!code.isEmpty()) {
        VERIFY_TOLD(codes(lint.json().at("/findings")).contains("error " + code), lint.out);
        VERIFY_TOLD(codes(validate.json().at("/files/0/findings")).contains("error " + code), validate.out);
    }
    for (const char *line : {"render c.json --event e.json", "match c.json --event e.json",
                             "render c.json --event e.json --ndjson", "match c.json --event e.json --ndjson",
                             "test c.json --event e.json"}) {
        if (rendered == 0 && QByteArray(line).startsWith("test"))
            continue;
        const Outcome outcome = cli.run(words(line));
        VERIFY_TOLD(outcome.status == rendered, QByteArray(line) + ": " + outcome.err);
        if (rendered != 0)
            VERIFY_TOLD(outcome.err.startsWith("connectionctl: c.json:") && namesAWayOut(outcome.err),
                        QByteArray(line) + ": " + outcome.err);
    }
}

void CliBadInputTest::unknownKeysSurvive()
{
    const CliRunner cli;
    const QByteArray connection = R"({ "zeta" : [1.0], "endpoint_id":"a", "endpoint_label":"A",
  "request_format":{}, "headers" : { "A":"b" ,  "n": 5 }, "x_designer":{"y":{"z":2e0}},
  "endpoint_url":"https://a.example.com/"  } )";
    cli.put(QStringLiteral("c.json"), connection);
    COMPARE_STATUS(cli.run(words("export c.json --to whole --out c.json")), 0);
    QCOMPARE(cli.contents(QStringLiteral("c.json")), connection);
    COMPARE_STATUS(cli.run(words("import c.json --out d.json")), 0);
    QCOMPARE(cli.contents(QStringLiteral("d.json")), connection);
}

void CliBadInputTest::placeholders_data()
{
    QTest::addColumn<QByteArray>("text"); ///< as it stands in the file
    QTest::addColumn<QByteArray>("rendered");
    QTest::addColumn<bool>("found");
    QTest::newRow("####") << QByteArray("####") << QByteArray("####") << true;
    QTest::newRow("##a") << QByteArray("##a") << QByteArray("##a") << true;
    QTest::newRow("## a ##") << QByteArray("## a ##") << QByteArray("## a ##") << true;
    QTest::newRow("##a.##") << QByteArray("##a.##") << QByteArray("##a.##") << true;
    QTest::newRow("##.a##") << QByteArray("##.a##") << QByteArray("##.a##") << true;
    QTest::newRow("##a..b##") << QByteArray("##a..b##") << QByteArray("##a..b##") << true;
    QTest::newRow("cut by an escape") << QByteArray(R"(##a\u0062##)") << QByteArray(R"(##a\u0062##)") << true;
    QTest::newRow("cut by an escaped quote") << QByteArray(R"(##a\"##)") << QByteArray(R"(##a\"##)") << true;
    QTest::newRow("three and a placeholder") << QByteArray("###a##") << QByteArray("#x") << false;
}

void CliBadInputTest::placeholders()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rendered);
    QFETCH(bool, found);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withTemplate("{\"k\":\"" + text + "\"}"));
    cli.put(QStringLiteral("e.json"), R"({"a":"x"})");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QCOMPARE(render.out, "{\"k\":\"" + rendered + "\"}");
    const Outcome lint = cli.run(words("lint c.json --json"));
    COMPARE_STATUS(lint, 0);
    QCOMPARE(lint.out.contains("PLACEHOLDER_INVALID"), found);
    if (found)
        QCOMPARE(journeys::text(lint.json(), "/findings/0/template/pointer"),
                 QByteArray("/request_format/k"));
}

void CliBadInputTest::addresses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("sound");
    const auto row
        = [](const char *name, const QByteArray &url, bool sound) { QTest::newRow(name) << url << sound; };
    row("port of 99999", "https://a.example.com:99999/", false);
    row("port of no number", "https://a.example.com:x/", false);
    row("CRLF", "https://a.example.com/\\r\\nX: 1", false);
    row("LF in the host", "https://a.exa\\nmple.com/", false);
    row("NUL", "https://a.example.com/\\u0000", false);
    row("blank in the host", "https://a b.example.com/", false);
    row("no scheme", "a.example.com/in", false);
    row("another scheme", "ftp://a.example.com/", false);
    row("file", "file:///etc/passwd", false);
    row("no host", "https:///in", false);
    row("empty", "", false);
    row("a placeholder as host", "https://##user_id##.example.com/", false);
    row("IPv6", "https://[2001:db8::1]:8443/in", true);
    row("IPv6, broken", "https://[2001:db8::1/in", false);
    row("IPv6, no address", "https://[frob]/in", false);
    row("IDN",
        "https://ma\xc4\x9f"
        "aza.example/in",
        true);
    row("a placeholder in the path", "https://a.example.com/##user_id##?x=##event_name##", true);
}

void CliBadInputTest::addresses()
{
    QFETCH(QByteArray, url);
    QFETCH(bool, sound);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withUrl(url));
    const Outcome lint = cli.run(words("lint c.json --json"));
    COMPARE_STATUS(lint, sound ? 0 : 1);
    QCOMPARE(codes(lint.json().at("/findings")).contains("error ENDPOINT_INVALID"), !sound);
    if (!sound)
        QCOMPARE(text(lint.json(), "/findings/0/template/pointer"), QByteArray("/endpoint_url"));
    // What a person sees holds no control character of the file.
    const Outcome people = cli.run(words("lint c.json"));
    for (const char c : people.out)
        QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
}

void CliBadInputTest::headers_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("sound");
    QTest::newRow("NUL in a value") << QByteArray(R"("X-A":"a\u0000b")") << false;
    QTest::newRow("CRLF in a value") << QByteArray(R"("X-A":"a\r\nX-B: c")") << false;
    QTest::newRow("LF in a value") << QByteArray(R"("X-A":"a\nb")") << false;
    QTest::newRow("NUL in a name") << QByteArray(R"("X-\u0000A":"a")") << false;
    QTest::newRow("a blank in a name") << QByteArray(R"("X A":"a")") << false;
    QTest::newRow("a colon in a name") << QByteArray(R"("X:A":"a")") << false;
    QTest::newRow("an empty name") << QByteArray(R"("":"a")") << false;
    QTest::newRow("an empty value") << QByteArray(R"("X-A":"")") << true;
    QTest::newRow("a tab in a value") << QByteArray(R"("X-A":"a\tb")") << true;
}

void CliBadInputTest::headers()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, sound);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withHeader(header));
    const Outcome lint = cli.run(words("lint c.json --json"));
    COMPARE_STATUS(lint, sound ? 0 : 1);
    QCOMPARE(codes(lint.json().at("/findings")).contains("error HEADER_INVALID"), !sound);
    if (!sound)
        QVERIFY(text(lint.json(), "/findings/0/template/pointer").startsWith("/headers/"));
}

void CliBadInputTest::largeTemplate()
{
    const CliRunner cli;
    constexpr int fiveMegabytes = 5'000'000;
    const QByteArray filler(fiveMegabytes, 'x');
    cli.put(QStringLiteral("c.json"), withTemplate("{\"a\":\"" + filler + "\",\"b\":\"##user_id##\"}"));
    cli.put(QStringLiteral("e.json"), R"({"user_id":1})");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QVERIFY(render.out == "{\"a\":\"" + filler + "\",\"b\":1}");
    COMPARE_STATUS(cli.run(words("lint c.json --event e.json --json")), 0);
    COMPARE_STATUS(cli.run(words("export c.json --out out.json")), 0);
}

void CliBadInputTest::manyPlaceholders()
{
    const CliRunner cli;
    constexpr int count = 100'000;
    QByteArrayList members;
    QByteArrayList expected;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = QByteArray::number(i);
        members << "\"" + name + "\":\"##properties.p" + name + "##\"";
        expected << "\"" + name + "\":1";
    }
    cli.put(QStringLiteral("c.json"), withTemplate("{" + members.join(',') + "}"));
    QByteArrayList properties;
    for (int i = 0; i < count; ++i)
        properties << "\"p" + QByteArray::number(i) + "\":1";
    cli.put(QStringLiteral("e.json"), "{\"properties\":{" + properties.join(',') + "}}");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QVERIFY(render.out == "{" + expected.join(',') + "}");
    // None of them is there: no more is listed than can be read, and all are counted.
    cli.put(QStringLiteral("none.json"), "{}");
    const Outcome lint = cli.run(words("lint c.json --event none.json --json"));
    COMPARE_STATUS(lint, 0);
    QCOMPARE(lint.out.count("\"VALUE_MISSING\""), 1001);
    VERIFY_TOLD(lint.out.contains("99000") || lint.out.contains("99,000"), lint.out.right(600));
}

void CliBadInputTest::largeEvent()
{
    const CliRunner cli;
    constexpr int twentyMegabytes = 20'000'000;
    const QByteArray value(twentyMegabytes, 'x');
    cli.put(QStringLiteral("c.json"), withTemplate(R"({"a":"##properties.big##"})"));
    cli.put(QStringLiteral("e.json"), "{\"properties\":{\"big\":\"" + value + "\"}}");
    for (const char *line : {"render c.json --event e.json", "render c.json --event e.json --ndjson"}) {
        const Outcome render = cli.run(words(line));
        COMPARE_STATUS(render, 0);
        QVERIFY(render.out.trimmed() == "{\"a\":\"" + value + "\"}");
    }
    COMPARE_STATUS(cli.run(words("match c.json --event e.json --json")), 0);
}

void CliBadInputTest::explodingExpression()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            withRule(R"({"type":"event_name","operator":"regex","value":"^(a+)+$"})"));
    const QByteArray event = "{\"event_name\":\"" + QByteArray(5000, 'a') + "!\"}";
    cli.put(QStringLiteral("e.json"), event);
    for (const char *line : {"match c.json --event e.json", "render c.json --event e.json --fired-only",
                             "match c.json --event e.json --ndjson", "test c.json --event e.json"}) {
        const Outcome outcome = cli.run(words(line));
        VERIFY_TOLD(outcome.status == 3, QByteArray(line) + ": " + outcome.err);
        VERIFY_TOLD(outcome.err.startsWith("connectionctl: e.json:"), outcome.err);
    }
    const Outcome lines = cli.run(words("match c.json --event - --ndjson"), event + "\n{}\n");
    COMPARE_STATUS(lines, 3);
    QCOMPARE(lines.lines().size(), 2);
    QCOMPARE(text(json::Document(lines.lines().at(0).toStdString()), "/error/code"),
             QByteArray("regex_limit"));
    QCOMPARE(lines.lines().at(1), QByteArray(R"({"fires":false})"));
}

void CliBadInputTest::unreachableDepth()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withTemplate(R"({"a":"##properties##"})"));
    constexpr int deepest = 511; // and one for the event
    const QByteArray nested = QByteArray("[").repeated(deepest) + QByteArray("]").repeated(deepest);
    cli.put(QStringLiteral("fits.json"), "{\"properties\":" + nested + "}");
    COMPARE_STATUS(cli.run(words("render c.json --event fits.json")), 0);
    cli.put(QStringLiteral("d.json"), withTemplate(R"({"a":["##properties##"]})"));
    const Outcome blocked = cli.run(words("render d.json --event fits.json"));
    COMPARE_STATUS(blocked, 1);
    QVERIFY(blocked.err.contains("512"));
    const Outcome lint = cli.run(words("lint d.json --event fits.json --json"));
    COMPARE_STATUS(lint, 1);
}

QTEST_GUILESS_MAIN(CliBadInputTest)

#include "tst_cli_badinput.moc"
