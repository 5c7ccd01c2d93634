// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include <QRegularExpression>

using namespace designer;
using namespace designer::journeys;

namespace {

constexpr auto connection
    = R"({"endpoint_label":"Mine","endpoint_id":"mine","endpoint_url":"https://collect.example.com/in",)"
      R"("request_method":"POST","content_type":"application/json",)"
      R"("request_format":{"a":"##user_id##"},"headers":{}})";
constexpr int columns = 80;

/// The longest line, in code points.
QByteArray tooWideLine(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        if (QString::fromUtf8(line).toUcs4().size() > columns)
            return line;
    }
    return {};
}

} // namespace

/// How the program is called, and how it says that it was called wrongly.
class CliUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noArguments();
    void version();
    void help();
    void helpOfAVerb_data();
    void helpOfAVerb();
    void wrongUsage_data();
    void wrongUsage();
    void newRefusesToReplace();
    void importRefusesToReplace();
    void exportReplaces();
    void standardInput_data();
    void standardInput();
    void standardInputOnce();
};

void CliUsageTest::noArguments()
{
    const CliRunner cli;
    const Outcome outcome = cli.run({});
    COMPARE_STATUS(outcome, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(outcome.complaint().startsWith("connectionctl: "));
    QVERIFY(outcome.err.contains("\nusage: connectionctl VERB ... [--json]\n"));
    QVERIFY(outcome.err.contains("\n  render"));
    QCOMPARE(tooWideLine(outcome.err), QByteArray());
    const Outcome asJson = cli.run({QStringLiteral("--json")});
    COMPARE_STATUS(asJson, 2);
    QVERIFY(isOneJsonLine(asJson.out));
    QCOMPARE(text(asJson.json(), "/error/code"), QByteArray("usage"));
}

void CliUsageTest::version()
{
    const Outcome outcome = CliRunner().run({QStringLiteral("--version")});
    COMPARE_STATUS(outcome, 0);
    static const QRegularExpression line(QStringLiteral("^connectionctl \\d+\\.\\d+\\.\\d+\\n$"));
    VERIFY_TOLD(line.match(QString::fromUtf8(outcome.out)).hasMatch(), outcome.out);
}

void CliUsageTest::help()
{
    const CliRunner cli;
    const Outcome outcome = cli.run({QStringLiteral("--help")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(tooWideLine(outcome.out), QByteArray());
    for (const char *verb : {"templates", "new", "render", "match", "lint", "predict", "test", "sandbox",
                             "import", "export", "validate"})
        VERIFY_TOLD(outcome.out.contains(QByteArray("\n  ") + verb + ' '), verb);
    QCOMPARE(cli.run({QStringLiteral("help")}).out, outcome.out);
    QCOMPARE(cli.run({QStringLiteral("-h")}).out, outcome.out);
}

void CliUsageTest::helpOfAVerb_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb : {"templates", "new", "render", "match", "lint", "predict", "test", "sandbox",
                             "import", "export", "validate"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void CliUsageTest::helpOfAVerb()
{
    QFETCH(QString, verb);
    const Outcome outcome = CliRunner().run({verb, QStringLiteral("--help")});
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY(outcome.out.startsWith("usage: connectionctl " + verb.toUtf8()));
    QVERIFY(outcome.out.contains("\nExamples:\n  connectionctl "));
    QVERIFY(outcome.out.contains("\n  --json\n"));
    QCOMPARE(tooWideLine(outcome.out), QByteArray());
}

void CliUsageTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line : {"frob",
                             "send",
                             "--frob",
                             "-",
                             "templates frob",
                             "templates --frob",
                             "new",
                             "new --template",
                             "new --template --json",
                             "new --template frob",
                             "new blank",
                             "new --template blank frob",
                             "render",
                             "render c.json",
                             "render --event e.json",
                             "render c.json --event",
                             "render c.json --event --json",
                             "render c.json c.json --event e.json",
                             "render c.json --event e.json --pretty --ndjson",
                             "render c.json --event e.json --json=yes",
                             "render c.json --event e.json --event e.json",
                             "render text.json --event e.json --ndjson",
                             "render c.json --event e.json -x",
                             "match",
                             "match c.json",
                             "match c.json --event e.json --pretty",
                             "match c.json --event e.json --event e.json",
                             "lint",
                             "lint c.json e.json",
                             "lint c.json --profile frob",
                             "lint c.json --profile",
                             "predict",
                             "predict --profile strict",
                             "predict e.json --profile frob",
                             "predict e.json --header frob",
                             "predict e.json --header :",
                             "predict e.json --header",
                             "import",
                             "import c.json --out",
                             "export",
                             "export c.json --to frob",
                             "export c.json --to",
                             "validate",
                             "validate c.json e.json",
                             "validate c.json --event e.json"})
        QTest::newRow(line) << words(line);
}

void CliUsageTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(
        QStringLiteral("text.json"),
        R"({"content_type":"text/plain","request_format":"##user_id##","x_designer":{"template":"text"}})");
    cli.put(QStringLiteral("e.json"), "{}\n");
    const Outcome outcome = cli.run(arguments);
    COMPARE_STATUS(outcome, 2);
    VERIFY_TOLD(outcome.complaint().startsWith("connectionctl: "), outcome.err);
    VERIFY_TOLD(outcome.err.contains("\nusage: connectionctl "), outcome.err);
    const bool json = arguments.contains(QStringLiteral("--json"));
    QCOMPARE(isOneJsonLine(outcome.out), json);
    QCOMPARE(outcome.out.isEmpty(), !json);
}

void CliUsageTest::newRefusesToReplace()
{
    const CliRunner cli;
    cli.put(QStringLiteral("a.json"), "mine");
    const QStringList arguments = words("new --template blank --out a.json");
    COMPARE_STATUS(cli.run(arguments), 2);
    QCOMPARE(cli.contents(QStringLiteral("a.json")), QByteArray("mine"));
    COMPARE_STATUS(cli.run(arguments + words("--force")), 0);
    QVERIFY(cli.contents(QStringLiteral("a.json")).startsWith("{"));
    QCOMPARE(cli.names(), QStringList{QStringLiteral("a.json")});
}

void CliUsageTest::importRefusesToReplace()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("a.json"), "mine");
    const QStringList arguments = words("import c.json --out a.json");
    COMPARE_STATUS(cli.run(arguments), 2);
    QCOMPARE(cli.contents(QStringLiteral("a.json")), QByteArray("mine"));
    COMPARE_STATUS(cli.run(arguments + words("--force")), 0);
    QVERIFY(cli.contents(QStringLiteral("a.json")).startsWith("{"));
}

void CliUsageTest::exportReplaces()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("a.json"), "mine");
    COMPARE_STATUS(cli.run(words("export c.json --out a.json")), 0);
    QVERIFY(cli.contents(QStringLiteral("a.json")).startsWith("{"));
    // Also the file that it came from.
    COMPARE_STATUS(cli.run(words("export c.json --to whole --out c.json")), 0);
    QCOMPARE(cli.contents(QStringLiteral("c.json")), QByteArray(connection));
}

void CliUsageTest::standardInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    const QByteArray event = R"({"event_name":"a","user_id":"b"})";
    QTest::newRow("render's event") << words("render c.json --event -") << event;
    QTest::newRow("render's connection") << words("render - --event e.json") << QByteArray(connection);
    QTest::newRow("render's lines") << words("render c.json --event - --ndjson") << event;
    QTest::newRow("match's event") << words("match c.json --event -") << event;
    QTest::newRow("lint's connection") << words("lint -") << QByteArray(connection);
    QTest::newRow("lint's event") << words("lint c.json --event -") << event;
    QTest::newRow("import") << words("import -") << QByteArray(connection);
    QTest::newRow("export") << words("export -") << QByteArray(connection);
    QTest::newRow("validate") << words("validate -") << QByteArray(connection);
}

void CliUsageTest::standardInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("e.json"), R"({"event_name":"a","user_id":"b"})");
    COMPARE_STATUS(cli.run(arguments, input), 0);
    // Bad input is told under the name that the user gave.
    const Outcome bad = cli.run(arguments, "{");
    COMPARE_STATUS(bad, 3);
    VERIFY_TOLD(bad.err.startsWith("connectionctl: -:1:2: "), bad.err);
}

void CliUsageTest::standardInputOnce()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    for (const char *line :
         {"render - --event -", "match - --event -", "lint - --event -", "lint c.json --event - --event -"})
        COMPARE_STATUS(cli.run(words(line), "{}"), 2);
}

QTEST_GUILESS_MAIN(CliUsageTest)

#include "tst_cli_usage.moc"
