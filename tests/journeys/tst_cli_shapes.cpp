// SPDX-License-Identifier: GPL-3.0-or-later
#include "clishapes.h"

using namespace designer;
using namespace designer::journeys;

/// What the verbs that judge print: the promise to other people's scripts.
class CliShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void renderPrintsTheBytes();
    void renderPretty();
    void renderJson();
    void renderBlockedJson();
    void matchTrace();
    void matchWithoutConditions();
    void lintCounts();
    void lintJudgesAllJson();
    void predictAnswers_data();
    void predictAnswers();
    void predictHeaders();
    void errorsHaveTheirShape_data();
    void errorsHaveTheirShape();
};

void CliShapesTest::renderPrintsTheBytes()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            connection("{ \"a\" : \"##properties.price##\",\n  \"b\": [ \"##user_id##\" ] }"));
    cli.put(QStringLiteral("e.json"),
            R"({"event_name":"x","user_id":"u\u00e9","properties":{"price":1299.90}})");
    const Outcome outcome = cli.run({QStringLiteral("render"), QStringLiteral("c.json"),
                                     QStringLiteral("--event"), QStringLiteral("e.json")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.out, QByteArray(R"({"a":1299.90,"b":["u\u00e9"]})"));
    QCOMPARE(outcome.err, QByteArray());
}

void CliShapesTest::renderPretty()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection(R"({"a":["##user_id##"]})"));
    cli.put(QStringLiteral("e.json"), R"({"user_id":1.50})");
    const Outcome outcome
        = cli.run({QStringLiteral("render"), QStringLiteral("c.json"), QStringLiteral("--event"),
                   QStringLiteral("e.json"), QStringLiteral("--pretty")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.out, QByteArray("{\n  \"a\": [\n    1.50\n  ]\n}\n"));
}

void CliShapesTest::renderJson()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection(R"({"a":"##user_id##","b":"##properties.coupon##"})"));
    cli.put(QStringLiteral("e.json"), "{\"user_id\":\"\xc5\x9f\"}");
    const Outcome outcome
        = cli.run({QStringLiteral("render"), QStringLiteral("c.json"), QStringLiteral("--event"),
                   QStringLiteral("e.json"), QStringLiteral("--json")});
    COMPARE_STATUS(outcome, 0);
    QVERIFY(isOneJsonLine(outcome.out));
    const json::Document document = outcome.json();
    for (const char *name : {"payload", "bytes", "missing", "findings"})
        VERIFY_TOLD(document.root().find(name), name);
    QCOMPARE(text(document, "/payload"), QByteArray("{\"a\":\"\xc5\x9f\"}"));
    QCOMPARE(text(document, "/bytes"), QByteArray("10"));
    QCOMPARE(QByteArray::fromStdString(std::string(document.at("/missing").raw())),
             QByteArray(R"(["properties.coupon"])"));
    checkFindings(document.at("/findings"));
    QCOMPARE(text(document, "/findings/0/code"), QByteArray("VALUE_MISSING"));
    QCOMPARE(text(document, "/findings/0/sample"), QByteArray("e.json"));
    QCOMPARE(text(document, "/findings/0/placeholder"), QByteArray("properties.coupon"));
    QCOMPARE(text(document, "/findings/0/template/pointer"), QByteArray("/request_format/b"));
    QCOMPARE(text(document, "/findings/0/template/line"), QByteArray("7"));
}

void CliShapesTest::renderBlockedJson()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection(R"({"a":"##user_id##"})", R"({"missing_values":"block"})"));
    cli.put(QStringLiteral("e.json"), "{}");
    const QStringList words{QStringLiteral("render"), QStringLiteral("c.json"), QStringLiteral("--event"),
                            QStringLiteral("e.json")};
    const Outcome plain = cli.run(words);
    COMPARE_STATUS(plain, 1);
    QCOMPARE(plain.out, QByteArray());
    QVERIFY(plain.err.contains("user_id"));
    const Outcome asJson = cli.run(words + QStringList{QStringLiteral("--json")});
    COMPARE_STATUS(asJson, 1);
    QVERIFY(isOneJsonLine(asJson.out));
    QVERIFY(asJson.json().at("/payload").isNull());
    QCOMPARE(text(asJson.json(), "/missing/0"), QByteArray("user_id"));
}

void CliShapesTest::matchTrace()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("{}", R"({"conditions":{"match":"all","rules":[
        {"type":"event_name","operator":"equals","value":"purchase"},
        {"match":"any","rules":[
          {"type":"property","field":"properties.price","operator":"greater_than","value":100},
          {"type":"user","field":"user.email","operator":"exists"}]}]}})"));
    cli.put(QStringLiteral("yes.json"), R"({"event_name":"purchase","properties":{"price":1299.90}})");
    cli.put(QStringLiteral("no.json"), R"({"event_name":"view","properties":{"price":1299.90}})");
    const Outcome yes = cli.run({QStringLiteral("match"), QStringLiteral("c.json"), QStringLiteral("--event"),
                                 QStringLiteral("yes.json"), QStringLiteral("--json")});
    COMPARE_STATUS(yes, 0);
    QVERIFY(isOneJsonLine(yes.out));
    const json::Document document = yes.json();
    QCOMPARE(keys(document.root()), QByteArray("fires trace"));
    QVERIFY(document.at("/fires").isTrue());
    QCOMPARE(keys(document.at("/trace")), QByteArray("match result rules"));
    QCOMPARE(keys(document.at("/trace/rules/1/rules/0")),
             QByteArray("type field operator value saw result why"));
    QCOMPARE(text(document, "/trace/rules/1/rules/0/saw"), QByteArray("1299.90"));
    QCOMPARE(kind(document.at("/trace/rules/1/rules/0/saw")), QByteArray("number"));
    QVERIFY(!document.at("/trace/rules/1/rules/1").find("saw"));
    QCOMPARE(kind(document.at("/trace/rules/1/rules/1/result")), QByteArray("boolean"));
    const Outcome no = cli.run({QStringLiteral("match"), QStringLiteral("c.json"), QStringLiteral("--event"),
                                QStringLiteral("no.json"), QStringLiteral("--json")});
    COMPARE_STATUS(no, 1);
    QVERIFY(!no.json().at("/fires").isTrue());
    const Outcome people = cli.run({QStringLiteral("match"), QStringLiteral("c.json"),
                                    QStringLiteral("--event"), QStringLiteral("no.json")});
    COMPARE_STATUS(people, 1);
    QVERIFY(people.out.startsWith("Does not fire.\n"));
    QVERIFY(people.out.contains("1299.90"));
}

void CliShapesTest::matchWithoutConditions()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("{}"));
    cli.put(QStringLiteral("e.json"), "{}");
    const Outcome outcome
        = cli.run({QStringLiteral("match"), QStringLiteral("c.json"), QStringLiteral("--event"),
                   QStringLiteral("e.json"), QStringLiteral("--json")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.out,
             QByteArray(R"({"fires":true,"trace":{"match":"all","result":true,"rules":[]}})"
                        "\n"));
}

void CliShapesTest::lintCounts()
{
    const CliRunner cli;
    COMPARE_STATUS(cli.run({QStringLiteral("new"), QStringLiteral("--template"),
                            QStringLiteral("hardal-insider-purchase"), QStringLiteral("--out"),
                            QStringLiteral("c.json")}),
                   0);
    cli.put(
        QStringLiteral("e.json"),
        R"({"event_name":"purchase","properties":{"price":1,"coupon":"A"},"user":{"email":"a@example.com"}})");
    const Outcome outcome
        = cli.run({QStringLiteral("lint"), QStringLiteral("c.json"), QStringLiteral("--event"),
                   QStringLiteral("e.json"), QStringLiteral("--json")});
    COMPARE_STATUS(outcome, 1);
    QVERIFY(isOneJsonLine(outcome.out));
    const json::Document document = outcome.json();
    QCOMPARE(keys(document.root()), QByteArray("findings errors warnings infos"));
    checkFindings(document.at("/findings"));
    QMap<QByteArray, int> severities;
    for (const json::Value &finding : document.at("/findings").elements())
        ++severities[text(finding.find("severity"))];
    QCOMPARE(text(document, "/errors").toInt(), severities.value("error"));
    QCOMPARE(text(document, "/warnings").toInt(), severities.value("warning"));
    QCOMPARE(text(document, "/infos").toInt(), severities.value("info"));
    QVERIFY(severities.value("error") > 0);
    QVERIFY(outcome.out.contains("\"EVENT_PARAM_REQUIRED\""));
}

/// JSON that is no object is an unsound connection, and no unreadable one.
void CliShapesTest::lintJudgesAllJson()
{
    const CliRunner cli;
    const Outcome outcome
        = cli.run({QStringLiteral("lint"), QStringLiteral("-"), QStringLiteral("--json")}, "\n [1]");
    COMPARE_STATUS(outcome, 1);
    QVERIFY(isOneJsonLine(outcome.out));
    checkFindings(outcome.json().at("/findings"));
    QCOMPARE(text(outcome.json(), "/findings/0/code"), QByteArray("SETTING_INVALID"));
    QCOMPARE(text(outcome.json(), "/findings/0/template/line"), QByteArray("2"));
    QCOMPARE(text(outcome.json(), "/findings/0/template/column"), QByteArray("2"));
    QCOMPARE(text(outcome.json(), "/errors"), QByteArray("1"));
}

void CliShapesTest::predictAnswers_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("bodyKind");
    const QByteArray good
        = R"({"users":[{"identifiers":{"email":"a@example.com"},"attributes":{"name":"A"}}]})";
    QTest::newRow("accepted") << good << 0 << QByteArray("200") << QByteArray("object");
    QTest::newRow("no identifiers") << QByteArray(R"({"users":[{"attributes":{"name":"A"}}]})") << 1
                                    << QByteArray("200") << QByteArray("object");
    QTest::newRow("no JSON") << QByteArray("{") << 1 << QByteArray("400") << QByteArray("object");
    QTest::newRow("empty") << QByteArray() << 1 << QByteArray("400") << QByteArray("object");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" + good) << 1 << QByteArray("400")
                                     << QByteArray("object");
    QTest::newRow("root is no object") << QByteArray("[]") << 1 << QByteArray() << QByteArray("null");
}

void CliShapesTest::predictAnswers()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, exit);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, bodyKind);
    const CliRunner cli;
    cli.put(QStringLiteral("p.json"), payload);
    const Outcome outcome
        = cli.run({QStringLiteral("predict"), QStringLiteral("p.json"), QStringLiteral("--json")});
    COMPARE_STATUS(outcome, exit);
    QVERIFY(isOneJsonLine(outcome.out));
    const json::Document document = outcome.json();
    QCOMPARE(keys(document.root()), QByteArray("status body basis findings"));
    QCOMPARE(kind(document.at("/status")), QByteArray("number"));
    if (!status.isEmpty())
        QCOMPARE(text(document, "/status"), status);
    QCOMPARE(kind(document.at("/body")), bodyKind);
    QCOMPARE(text(document, "/basis") == "undocumented", bodyKind == "null");
    checkFindings(document.at("/findings"));
    COMPARE_STATUS(cli.run({QStringLiteral("predict"), QStringLiteral("-")}, payload), exit);
}

void CliShapesTest::predictHeaders()
{
    const CliRunner cli;
    cli.put(QStringLiteral("p.json"),
            R"({"users":[{"identifiers":{"email":"a@example.com"},"attributes":{"name":"A"}}]})");
    const QStringList predict{QStringLiteral("predict"), QStringLiteral("p.json"), QStringLiteral("--json")};
    const QStringList type{QStringLiteral("--header"), QStringLiteral("Content-Type: application/json")};
    const Outcome partner
        = cli.run(predict + type
                  + QStringList{QStringLiteral("--header"), QStringLiteral("X-PARTNER-NAME: My Shop"),
                                QStringLiteral("--header"), QStringLiteral("X-REQUEST-TOKEN: t")});
    COMPARE_STATUS(partner, 1);
    QCOMPARE(text(partner.json(), "/status"), QByteArray("400"));
    QVERIFY(partner.out.contains("Partner is invalid."));
    const Outcome noType = cli.run(
        predict + QStringList{QStringLiteral("--header"), QStringLiteral("X-PARTNER-NAME: myshop")});
    COMPARE_STATUS(noType, 1);
    QVERIFY(noType.out.contains("content type must be application/json"));
    const Outcome noHeader = cli.run(predict + QStringList{QStringLiteral("--header"), QStringLiteral("x")});
    COMPARE_STATUS(noHeader, 2);
}

void CliShapesTest::errorsHaveTheirShape_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *words, int exit, const char *line, const char *code) {
        QTest::newRow(name) << QString::fromUtf8(words).split(QLatin1Char(' ')) << exit
                            << QString::fromUtf8(line) << QByteArray(code);
    };
    row("an unknown verb", "frob", 2, "^connectionctl: [^:]+; .+$", "usage");
    row("an unknown option", "lint c.json --frob", 2, "^connectionctl: .+$", "usage");
    row("an unknown template", "new --template frob", 2, "^connectionctl: .+; .+$", "unknown_template");
    row("a file that is there", "new --template blank --out c.json", 2, "^connectionctl: c\\.json: .+; .+$",
        "file_exists");
    row("no such file", "lint gone.json", 3, "^connectionctl: gone\\.json: .+; .+$", "file_not_found");
    row("malformed connection", "lint bad.json", 3, "^connectionctl: bad\\.json:2:8: .+; .+$",
        "malformed_json");
    row("malformed event", "match c.json --event bad.json", 3, "^connectionctl: bad\\.json:2:8: .+; .+$",
        "malformed_json");
    row("an event that is no object", "render c.json --event list.json", 3,
        "^connectionctl: list\\.json:1:1: .+$", "not_an_object");
    row("a folder", "predict .", 3, "^connectionctl: \\.: .+; .+$", "file_unreadable");
    row("no folder to write to", "new --template blank --out no/such/a.json", 4,
        "^connectionctl: no/such/a\\.json: .+; .+$", "file_not_written");
}

void CliShapesTest::errorsHaveTheirShape()
{
    QFETCH(QStringList, words);
    QFETCH(int, exit);
    QFETCH(QString, line);
    QFETCH(QByteArray, code);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("{}"));
    cli.put(QStringLiteral("bad.json"), "{\n  \"\xc5\x9f\": }");
    cli.put(QStringLiteral("list.json"), "[]");
    const Outcome plain = cli.run(words);
    COMPARE_STATUS(plain, exit);
    QCOMPARE(plain.out, QByteArray());
    VERIFY_TOLD(QRegularExpression(line).match(QString::fromUtf8(plain.complaint())).hasMatch(),
                plain.complaint());
    const bool usage = exit == 2;
    QCOMPARE(plain.lines().size(), 0);
    QCOMPARE(plain.err.count('\n'), usage ? 2 : 1);
    QCOMPARE(plain.err.contains("\nusage: connectionctl"), usage);
    const Outcome asJson = cli.run(words + QStringList{QStringLiteral("--json")});
    COMPARE_STATUS(asJson, exit);
    QCOMPARE(asJson.complaint(), plain.complaint());
    QVERIFY(isOneJsonLine(asJson.out));
    const json::Document document = asJson.json();
    QCOMPARE(keys(document.root()), QByteArray("error"));
    const json::Value error = document.at("/error");
    QCOMPARE(keys(error), QByteArray("code message file line column"));
    QCOMPARE(text(error.find("code")), code);
    const bool placed = plain.complaint().contains(":2:8: ") || plain.complaint().contains(":1:1: ");
    QCOMPARE(kind(error.find("line")), QByteArray(placed ? "number" : "null"));
    QCOMPARE(kind(error.find("column")), QByteArray(placed ? "number" : "null"));
    VERIFY_TOLD(plain.complaint().endsWith(text(error.find("message"))), text(error.find("message")));
}

QTEST_GUILESS_MAIN(CliShapesTest)

#include "tst_cli_shapes.moc"
