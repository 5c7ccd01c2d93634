// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

#include <unistd.h>

using namespace designer;
using namespace designer::journeys;

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
    void folders_data();
    void folders();
    void noPermission();
    void unknownKeysSurvive();
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

void CliBadInputTest::folders_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"render folder --event e.json", "render c.json --event folder",
          "render c.json --event folder --ndjson", "match folder --event e.json",
          "match c.json --event folder --ndjson", "lint folder", "lint c.json --event folder",
          "test folder --event e.json", "test c.json --event folder", "predict folder", "import folder",
          "export folder"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliBadInputTest::folders()
{
    QFETCH(QString, line);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withTemplate("{}"));
    cli.put(QStringLiteral("e.json"), "{}");
    cli.put(QStringLiteral("folder/c.json"), "{}");
    const Outcome outcome = cli.run(words(line));
    COMPARE_STATUS(outcome, 3);
    QCOMPARE(outcome.out, QByteArray());
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: folder: ") && namesAWayOut(outcome.err), outcome.err);
    QCOMPARE(outcome.err.count('\n'), 1);
}

void CliBadInputTest::noPermission()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withTemplate("{}"));
    cli.put(QStringLiteral("secret.json"), withTemplate("{}"));
    QVERIFY(QFile::setPermissions(cli.path(QStringLiteral("secret.json")), QFile::Permissions()));
    for (const char *line : {"lint secret.json", "render c.json --event secret.json", "predict secret.json",
                             "render c.json --event secret.json --ndjson", "validate secret.json"}) {
        const Outcome outcome = cli.runUnprivileged(words(line));
        COMPARE_STATUS(outcome, 3);
        VERIFY_TOLD(outcome.err.startsWith("connectionctl: secret.json: ") && namesAWayOut(outcome.err),
                    outcome.err);
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

QTEST_GUILESS_MAIN(CliBadInputTest)

#include "tst_cli_badinput.moc"
