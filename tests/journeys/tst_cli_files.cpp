// SPDX-License-Identifier: GPL-3.0-or-later
#include "clishapes.h"

using namespace designer;
using namespace designer::journeys;

/// What the verbs that make, take in, hand out and check files print.
class CliFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void templatesAreListed();
    void everyTemplateIsWritten_data();
    void everyTemplateIsWritten();
    void importSays();
    void exportIsHardals();
    void exportFragments();
    void exportRefuses();
    void validateSays();
    void validateAWorkspace();
    void validateNamesEachUnreadableFile();
    void validateChecksTheRoundTrip();
    void whatWasWrittenIsDescribed_data();
    void whatWasWrittenIsDescribed();
    void importKeepsTheOriginal_data();
    void importKeepsTheOriginal();
    void standardOutputHasAName_data();
    void standardOutputHasAName();
};

void CliFilesTest::templatesAreListed()
{
    const CliRunner cli;
    const Outcome asJson = cli.run({QStringLiteral("templates"), QStringLiteral("--json")});
    COMPARE_STATUS(asJson, 0);
    QVERIFY(isOneJsonLine(asJson.out));
    QCOMPARE(asJson.err, QByteArray());
    const json::Document document = asJson.json();
    QCOMPARE(keys(document.root()), QByteArray("templates"));
    const json::Value templates = document.at("/templates");
    QVERIFY(templates.size() >= 16);
    const Outcome plain = cli.run({QStringLiteral("templates")});
    COMPARE_STATUS(plain, 0);
    for (const json::Value &item : templates.elements()) {
        for (const char *name : {"name", "title", "description"})
            QCOMPARE(kind(item.find(name)), QByteArray("string"));
    }
    QByteArray expected; // name, tab, one sentence
    for (const json::Value &item : templates.elements())
        expected += text(item.find("name")) + '\t' + text(item.find("description")) + '\n';
    QCOMPARE(plain.out, expected);
}

void CliFilesTest::everyTemplateIsWritten_data()
{
    QTest::addColumn<QString>("name");
    const CliRunner cli;
    const json::Document list = cli.run({QStringLiteral("templates"), QStringLiteral("--json")}).json();
    for (const json::Value &item : list.at("/templates").elements())
        QTest::newRow(text(item.find("name")).constData()) << json::toQString(item.find("name").text());
}

void CliFilesTest::everyTemplateIsWritten()
{
    QFETCH(QString, name);
    const CliRunner cli;
    const QStringList make{QStringLiteral("new"), QStringLiteral("--template"), name};
    const Outcome printed = cli.run(make);
    COMPARE_STATUS(printed, 0);
    QVERIFY(keys(printed.json().root()).startsWith(connectionKeys));
    COMPARE_STATUS(cli.run(make + QStringList{QStringLiteral("--out"), QStringLiteral("a.json")}), 0);
    QCOMPARE(cli.contents(QStringLiteral("a.json")), printed.out);
    QCOMPARE(QFile::permissions(cli.path(QStringLiteral("a.json")))
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    const Outcome lint
        = cli.run({QStringLiteral("lint"), QStringLiteral("a.json"), QStringLiteral("--json")});
    const json::Document findings = lint.json();
    checkFindings(findings.at("/findings"));
    // What Hardal publishes may have faults; what is ours has none.
    const bool isTheirs = name.startsWith(QLatin1String("hardal-")) || name == QLatin1String("meta")
        || name == QLatin1String("tiktok") || name.startsWith(QLatin1String("segmentify"));
    if (!isTheirs)
        QCOMPARE(text(findings, "/errors"), QByteArray("0"));
    COMPARE_STATUS(cli.run({QStringLiteral("validate"), QStringLiteral("a.json")}), 0);
}

void CliFilesTest::importSays()
{
    const CliRunner cli;
    cli.put(QStringLiteral("parts.json"),
            "{\"endpoint_url\":\"https://collect.example.com/in\",\"request_method\":\"POST\","
            "\"content_type\":\"application/json\"}\n{\"headers\":{\"A\":\"b\"}}\n{\"x\":\"##user_id##\"}\n");
    const Outcome plain = cli.run({QStringLiteral("import"), QStringLiteral("parts.json")});
    COMPARE_STATUS(plain, 0);
    const json::Document made = plain.json();
    QVERIFY(keys(made.root()).startsWith(connectionKeys));
    QCOMPARE(text(made, "/endpoint_label"), QByteArray("collect.example.com"));
    QCOMPARE(text(made, "/headers/A"), QByteArray("b"));
    VERIFY_TOLD(plain.err.contains("collect.example.com"), plain.err);
    const Outcome asJson
        = cli.run({QStringLiteral("import"), QStringLiteral("parts.json"), QStringLiteral("--json")});
    COMPARE_STATUS(asJson, 0);
    QVERIFY(isOneJsonLine(asJson.out));
    QCOMPARE(text(asJson.json(), "/text"), plain.out);
}

void CliFilesTest::exportIsHardals()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            R"({"x_mine":1,"headers":{"T":"{{secret:TOKEN}}"},"request_format":{"a" : 1},
                "endpoint_url":"https://collect.example.com/in","x_designer":{"conditions":{"match":"any","rules":[
                {"type":"event_name","operator":"equals","value":"a"},
                {"type":"event_name","operator":"equals","value":"b"}]}}})");
    const Outcome outcome = cli.run({QStringLiteral("export"), QStringLiteral("c.json")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(keys(outcome.json().root()), QByteArray(connectionKeys));
    QCOMPARE(text(outcome.json(), "/headers/T"), QByteArray("YOUR_TOKEN"));
    VERIFY_TOLD(outcome.err.contains("condition"), outcome.err);
    QCOMPARE(cli.run({QStringLiteral("export"), QStringLiteral("c.json"), QStringLiteral("--to"),
                      QStringLiteral("hardal")})
                 .out,
             outcome.out);
    const Outcome whole = cli.run({QStringLiteral("export"), QStringLiteral("c.json"), QStringLiteral("--to"),
                                   QStringLiteral("whole")});
    COMPARE_STATUS(whole, 0);
    QCOMPARE(whole.out, cli.contents(QStringLiteral("c.json")));
    const Outcome asJson
        = cli.run({QStringLiteral("export"), QStringLiteral("c.json"), QStringLiteral("--json")});
    QVERIFY(isOneJsonLine(asJson.out));
    QCOMPARE(text(asJson.json(), "/text"), outcome.out);
}

void CliFilesTest::exportFragments()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection(R"({"a":"##user_id##"})"));
    const Outcome outcome
        = cli.run({QStringLiteral("export"), QStringLiteral("c.json"), QStringLiteral("--to"),
                   QStringLiteral("fragments"), QStringLiteral("--out"), QStringLiteral("parts.json")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.out, QByteArray());
    const Outcome back = cli.run({QStringLiteral("import"), QStringLiteral("parts.json")});
    COMPARE_STATUS(back, 0);
    QCOMPARE(text(back.json(), "/endpoint_id"), QByteArray("mine"));
    QCOMPARE(text(back.json(), "/request_format/a"), QByteArray("##user_id##"));
}

void CliFilesTest::exportRefuses()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            connection(R"("{\"a\": ##user_id##}")", R"({"template":"json","values":"text"})"));
    const Outcome outcome = cli.run({QStringLiteral("export"), QStringLiteral("c.json"),
                                     QStringLiteral("--out"), QStringLiteral("out.json")});
    COMPARE_STATUS(outcome, 1);
    QVERIFY(outcome.err.startsWith("connectionctl: c.json"));
    QVERIFY(!cli.names().contains(QStringLiteral("out.json")));
}

void CliFilesTest::validateSays()
{
    const CliRunner cli;
    cli.put(QStringLiteral("good.json"), connection("{}"));
    cli.put(QStringLiteral("unsound.json"), R"({"endpoint_url":"https://a.example.com/"})");
    cli.put(QStringLiteral("bad.json"), "{\n  \"a\": }");
    cli.put(QStringLiteral("event.json"), R"({"event_name":"x"})");
    const auto validate = [&](const char *file) {
        return cli.run({QStringLiteral("validate"), QString::fromLatin1(file), QStringLiteral("--json")});
    };
    const Outcome good = validate("good.json");
    COMPARE_STATUS(good, 0);
    QVERIFY(isOneJsonLine(good.out));
    QVERIFY(good.json().at("/ok").isTrue());
    QCOMPARE(keys(good.json().root()), QByteArray("ok files"));
    QCOMPARE(keys(good.json().at("/files/0")), QByteArray("file kind findings"));
    QCOMPARE(text(good.json(), "/files/0/kind"), QByteArray("connection"));
    QCOMPARE(text(validate("event.json").json(), "/files/0/kind"), QByteArray("event"));
    const Outcome unsound = validate("unsound.json");
    COMPARE_STATUS(unsound, 1);
    QVERIFY(!unsound.json().at("/ok").isTrue());
    checkFindings(unsound.json().at("/files/0/findings"));
    const Outcome bad = validate("bad.json");
    COMPARE_STATUS(bad, 3);
    QVERIFY(isOneJsonLine(bad.out));
    QCOMPARE(text(bad.json(), "/error/line"), QByteArray("2"));
    QCOMPARE(keys(bad.json().at("/files/0")), QByteArray("file kind findings error"));
    QCOMPARE(text(bad.json(), "/files/0/error/line"), QByteArray("2"));
}

void CliFilesTest::validateAWorkspace()
{
    const CliRunner cli;
    cli.put(QStringLiteral("w/connections/a.json"), connection("{}"));
    cli.put(QStringLiteral("w/samples/b.json"), R"({"event_name":"x"})");
    const QStringList validate{QStringLiteral("validate"), QStringLiteral("w"), QStringLiteral("--json")};
    const Outcome good = cli.run(validate);
    COMPARE_STATUS(good, 0);
    QCOMPARE(good.json().at("/files").size(), std::size_t(2));
    cli.put(QStringLiteral("w/connections/c.json"), "{");
    cli.put(QStringLiteral("w/connections/d.json"), "{}");
    const Outcome bad = cli.run(validate);
    COMPARE_STATUS(bad, 3);
    QVERIFY(isOneJsonLine(bad.out));
    QVERIFY(!bad.json().at("/ok").isTrue());
    QCOMPARE(bad.json().at("/files").size(), std::size_t(4));
    QCOMPARE(keys(bad.json().at("/error")), QByteArray("code message file line column"));
    QVERIFY(text(bad.json(), "/error/file").endsWith("c.json"));
    VERIFY_TOLD(bad.err.contains("c.json:1:2: "), bad.err);
}

void CliFilesTest::validateNamesEachUnreadableFile()
{
    const CliRunner cli;
    cli.put(QStringLiteral("w/connections/a.json"), "{");
    cli.put(QStringLiteral("w/connections/b.json"), connection("{}"));
    cli.put(QStringLiteral("w/samples/c.json"), "[]");
    cli.put(QStringLiteral("w/samples/originals/d.txt"), "hello");
    const Outcome asJson = cli.run(words("validate w --json"));
    COMPARE_STATUS(asJson, 3);
    QVERIFY(isOneJsonLine(asJson.out));
    const json::Document document = asJson.json();
    QByteArrayList told;
    for (const json::Value &file : document.at("/files").elements()) {
        const json::Value error = file.find("error");
        told << text(file.find("kind")) + ' ' + text(error.find("code"));
        if (error)
            QCOMPARE(keys(error), QByteArray("code message file line column"));
    }
    QCOMPARE(told,
             (QByteArrayList{"connection malformed_json", "connection (none)", "event not_an_object",
                             "event unrecognised_format"}));
    QCOMPARE(text(document, "/error/code"), QByteArray("malformed_json")); // the first
    QCOMPARE(asJson.err.count('\n'), 3);
    const Outcome people = cli.run(words("validate w"));
    COMPARE_STATUS(people, 3);
    QCOMPARE(people.err, asJson.err);
    VERIFY_TOLD(people.out.contains("sound  w/connections/b.json"), people.out);
}

void CliFilesTest::validateChecksTheRoundTrip()
{
    const CliRunner cli;
    const QByteArray tooDeep = QByteArray("[").repeated(512) + QByteArray("]").repeated(512);
    cli.put(QStringLiteral("c.json"), connection('"' + tooDeep + '"'));
    const Outcome outcome = cli.run(words("validate c.json --json"));
    COMPARE_STATUS(outcome, 1);
    QCOMPARE(text(outcome.json(), "/files/0/findings/0/code"), QByteArray("ROUND_TRIP"));
    checkFindings(outcome.json().at("/files/0/findings"));
}

/// With --json and --out together: the file has the text, standard output one object about it.
void CliFilesTest::whatWasWrittenIsDescribed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("has");
    QTest::newRow("new") << QStringList{QStringLiteral("new"), QStringLiteral("--template"),
                                        QStringLiteral("slack")}
                         << QByteArray("file");
    QTest::newRow("export") << QStringList{QStringLiteral("export"), QStringLiteral("c.json")}
                            << QByteArray("format file notes");
    QTest::newRow("import") << QStringList{QStringLiteral("import"), QStringLiteral("e.json")}
                            << QByteArray("kind from notes file");
}

void CliFilesTest::whatWasWrittenIsDescribed()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, has);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("{}"));
    cli.put(QStringLiteral("e.json"), R"({"event_name":"purchase","properties":{}})");
    const Outcome outcome = cli.run(
        words + QStringList{QStringLiteral("--out"), QStringLiteral("out.json"), QStringLiteral("--json")});
    COMPARE_STATUS(outcome, 0);
    QVERIFY(isOneJsonLine(outcome.out));
    QCOMPARE(keys(outcome.json().root()), has);
    QCOMPARE(text(outcome.json(), "/file"), QByteArray("out.json"));
    QVERIFY(json::Document(cli.contents(QStringLiteral("out.json")).toStdString()).root().isObject());
}

/// A sample of a workspace keeps what it was converted from.
void CliFilesTest::importKeepsTheOriginal_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("out");
    QTest::addColumn<bool>("kept");
    const QByteArray call = R"(hardal.track("purchase",{"price":1}))";
    QTest::newRow("another shape") << call << QStringLiteral("w/samples/x.json") << true;
    QTest::newRow("our own shape") << QByteArray(R"({"event_name":"purchase","properties":{}})")
                                   << QStringLiteral("w/samples/x.json") << false;
    QTest::newRow("beside no workspace") << call << QStringLiteral("samples/x.json") << false;
    QTest::newRow("elsewhere in it") << call << QStringLiteral("w/x.json") << false;
}

void CliFilesTest::importKeepsTheOriginal()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QString, out);
    QFETCH(const bool, kept);
    const CliRunner cli;
    cli.put(QStringLiteral("w/connections/c.json"), connection("{}"));
    cli.put(QStringLiteral("w/samples/other.json"), "{}");
    cli.put(QStringLiteral("samples/other.json"), "{}");
    const Outcome outcome
        = cli.run({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--out"), out}, event);
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(QFile::exists(cli.path(QStringLiteral("w/samples/originals"))), kept);
    if (kept)
        QCOMPARE(cli.contents(QStringLiteral("w/samples/originals/x.txt")), event);
    QVERIFY(!QFile::exists(cli.path(QStringLiteral("samples/originals"))));
}

void CliFilesTest::standardOutputHasAName_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"new --template blank", "export c.json", "export c.json --to fragments",
                             "export c.json --json", "import c.json", "import c.json --json"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

/// `-` is no file, to write as to read.
void CliFilesTest::standardOutputHasAName()
{
    QFETCH(QString, line);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("{}"));
    const Outcome without = cli.run(words(line));
    COMPARE_STATUS(without, 0);
    const Outcome with = cli.run(words(line + QStringLiteral(" --out -")));
    COMPARE_STATUS(with, 0);
    QCOMPARE(with.out, without.out);
    QCOMPARE(with.err, without.err);
    QCOMPARE(cli.names(), QStringList{QStringLiteral("c.json")});
}

QTEST_GUILESS_MAIN(CliFilesTest)

#include "tst_cli_files.moc"
