// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

using namespace designer;
using namespace designer::journeys;

/// Whatever a connection is set to: findings that say so, and no use of what is unsound.
class CliBadSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void unsound_data();
    void unsound();
    void placeholders_data();
    void placeholders();
    void addresses_data();
    void addresses();
    void headers_data();
    void headers();
    void cannotBeSent_data();
    void cannotBeSent();
};

void CliBadSettingsTest::unsound_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("code"); ///< empty: it is sound
    QTest::addColumn<int>("rendered"); ///< the exit status of render
    QTest::addColumn<int>("matched");
    const auto row
        = [](const char *name, const QByteArray &connection, const char *code, int rendered, int matched) {
              QTest::newRow(name) << connection << QByteArray(code) << rendered << matched;
          };
    row("no request_format", withRest(R"("headers":{})"), "SETTING_INVALID", 3, 0);
    row("request_format is a number", withTemplate("5"), "SETTING_INVALID", 3, 0);
    row("request_format is true", withTemplate("true"), "SETTING_INVALID", 3, 0);
    row("request_format is null", withTemplate("null"), "SETTING_INVALID", 3, 0);
    row("request_format is an array", withTemplate(R"(["##user_id##"])"), "", 0, 0);
    row("request_format is a string", withTemplate(R"("{\"a\": ##user_id##}")"), "", 0, 0);
    row("request_format is a string that is no JSON", withTemplate(R"("{\"a\": ")"), "TEMPLATE_MALFORMED", 3,
        0);
    row("unknown keys", withRest(R"("request_format":{},"x":1,"x_designer":{"y":{"z":2}})"), "", 0, 0);
    row("unknown policy", withRest(R"("request_format":{},"x_designer":{"missing_values":"frob"})"),
        "SETTING_INVALID", 3, 0);
    row("unknown values", withRest(R"("request_format":{},"x_designer":{"values":"frob"})"),
        "SETTING_INVALID", 3, 0);
    row("x_designer is a list", withRest(R"("request_format":{},"x_designer":[])"), "SETTING_INVALID", 3, 3);
    row("unknown operator", withRule(R"({"type":"event_name","operator":"frob","value":"a"})"),
        "CONDITION_INVALID", 0, 3);
    row("unknown type", withRule(R"({"type":"frob","field":"a","operator":"exists"})"), "CONDITION_INVALID",
        0, 3);
    row("no operator", withRule(R"({"type":"path","field":"a"})"), "CONDITION_INVALID", 0, 3);
    row("empty field", withRule(R"({"type":"path","field":"","operator":"exists"})"), "CONDITION_INVALID", 0,
        3);
    row("field that ends in a dot", withRule(R"({"type":"path","field":"a.","operator":"exists"})"),
        "CONDITION_INVALID", 0, 3);
    row("field with two dots", withRule(R"({"type":"path","field":"a..b","operator":"exists"})"),
        "CONDITION_INVALID", 0, 3);
    row("no field", withRule(R"({"type":"path","operator":"exists"})"), "CONDITION_INVALID", 0, 3);
    row("no value", withRule(R"({"type":"event_name","operator":"equals"})"), "CONDITION_INVALID", 0, 3);
    row("one of a text", withRule(R"({"type":"event_name","operator":"one_of","value":"a"})"),
        "CONDITION_INVALID", 0, 3);
    row("greater than a word",
        withRule(R"({"type":"path","field":"a","operator":"greater_than","value":"b"})"), "CONDITION_INVALID",
        0, 3);
    row("before no time", withRule(R"({"type":"path","field":"a","operator":"before","value":"b"})"),
        "CONDITION_INVALID", 0, 3);
    row("broken regular expression",
        withRule(R"({"type":"path","field":"a","operator":"regex","value":"("})"), "CONDITION_INVALID", 0, 3);
    row("no match in a group", withRest(R"("request_format":{},"x_designer":{"conditions":{"rules":[]}})"),
        "CONDITION_INVALID", 0, 3);
    row("conditions are a list", withRest(R"("request_format":{},"x_designer":{"conditions":[]})"),
        "CONDITION_INVALID", 0, 3);
}

void CliBadSettingsTest::unsound()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, code);
    QFETCH(int, rendered);
    QFETCH(int, matched);
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
    const int both = std::max(rendered, matched);
    const std::vector<std::pair<const char *, int>> verbs{{"render c.json --event e.json", rendered},
                                                          {"render c.json --event e.json --ndjson", rendered},
                                                          {"match c.json --event e.json", matched},
                                                          {"match c.json --event e.json --ndjson", matched},
                                                          {"render c.json --event e.json --fired-only", both},
                                                          {"test c.json --event e.json", both}};
    for (const auto &[line, status] : verbs) {
        if (status == 0 && QByteArray(line).startsWith("test"))
            continue;
        const Outcome outcome = cli.run(words(line));
        VERIFY_TOLD(outcome.status == status, QByteArray(line) + ": " + outcome.err);
        if (status != 0)
            VERIFY_TOLD(outcome.err.startsWith("connectionctl: c.json:") && namesAWayOut(outcome.err),
                        QByteArray(line) + ": " + outcome.err);
    }
    // What Hardal's JSON has no place for at all (conditions) is told; a template that is no JSON is refused.
    const int exported = code == "SETTING_INVALID" ? 3 : code == "TEMPLATE_MALFORMED" ? 1 : 0;
    for (const char *line : {"export c.json", "export c.json --to fragments"}) {
        const Outcome outcome = cli.run(words(line));
        COMPARE_STATUS(outcome, exported);
        QCOMPARE(outcome.out.isEmpty(), exported != 0);
        VERIFY_TOLD(code.isEmpty() || !outcome.err.isEmpty(), line);
        if (exported != 0)
            VERIFY_TOLD(outcome.err.startsWith("connectionctl: c.json:") && namesAWayOut(outcome.err),
                        outcome.err);
    }
    const Outcome whole = cli.run(words("export c.json --to whole"));
    COMPARE_STATUS(whole, 0);
    QCOMPARE(whole.out, connection);
}

void CliBadSettingsTest::placeholders_data()
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

void CliBadSettingsTest::placeholders()
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

void CliBadSettingsTest::addresses_data()
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

void CliBadSettingsTest::addresses()
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

void CliBadSettingsTest::headers_data()
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

void CliBadSettingsTest::headers()
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

void CliBadSettingsTest::cannotBeSent_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("place"); ///< of what is wrong
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &connection, const char *place, int status = 4) {
        QTest::newRow(name) << connection << QByteArray(place) << status;
    };
    row("a port of 99999", "{\n \"request_format\":{},\n \"endpoint_url\":\"https://a.example.com:99999/\"}",
        "c.json:3:17");
    row("no address", R"( {"request_format":{}})", "c.json:1:2");
    row("an address that the event breaks", withUrl("https://a.example.com/##dots##/x"), "c.json:1:17");
    row("a header that the event breaks", withHeader("\n\"X-A\":\"##lines##\""), "c.json:2:7");
    row("a header that the author broke", withHeader("\n\"X-A\":\"a\\r\\nX-B: c\""), "c.json:2:7");
    row("a header's name", withHeader("\n\"X A\":\"a\""), "c.json:2:7");
    row("a method", withRest("\n\"request_method\":\"GET /x\",\"request_format\":{}"), "c.json:2:18");
    row("an empty method", withRest("\n\"request_method\":\"\",\"request_format\":{}"), "c.json:2:18");
    row("a content type", withRest("\n\"content_type\":\"a/b\\nc\",\"request_format\":\"x\""), "c.json:2:16");
    row("XML that is none",
        withRest("\"content_type\":\"application/xml\",\n\"request_format\":\"<a>\\u0001</a>\""),
        "c.json:2:18");
    // Blocked by the connection's own wish: a verdict, as it is for render.
    row("a value that is missing",
        withRest(R"("request_format":{"a":"##gone##"},"x_designer":{"missing_values":"block"})"), "e.json",
        1);
}

void CliBadSettingsTest::cannotBeSent()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, place);
    QFETCH(int, status);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("e.json"), R"({"dots":"..","lines":"a\r\nX-B: c"})");
    for (const QString &line : {QStringLiteral("test c.json --event e.json"),
                                QStringLiteral("test c.json --event e.json --live")}) {
        const Outcome plain = cli.run(words(line));
        COMPARE_STATUS(plain, status);
        VERIFY_TOLD(plain.err.startsWith("connectionctl: " + place + ": ") && namesAWayOut(plain.err),
                    plain.err);
        QCOMPARE(plain.err.count('\n'), 1);
        const Outcome asJson = cli.run(words(line + QStringLiteral(" --json")));
        COMPARE_STATUS(asJson, status);
        QCOMPARE(asJson.err, plain.err);
        QVERIFY(isOneJsonLine(asJson.out));
        const json::Document run = asJson.json();
        QCOMPARE(text(run, "/verdict/outcome"), QByteArray("undeliverable"));
        QCOMPARE(keys(run.at("/error")), QByteArray("code message file line column"));
        VERIFY_TOLD(plain.err.endsWith(": " + text(run, "/error/message") + '\n'), plain.err);
    }
}

QTEST_GUILESS_MAIN(CliBadSettingsTest)

#include "tst_cli_badsettings.moc"
