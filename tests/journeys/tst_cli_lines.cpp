// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include <QRegularExpression>

using namespace designer;
using namespace designer::journeys;

namespace {

/// A connection with a template, a policy for missing values, and a condition on the event's name.
QByteArray connection(const QByteArray &policy = "omit", const QByteArray &rules = {})
{
    return R"({"endpoint_url":"https://collect.example.com/in","content_type":"application/json",)"
           R"("request_format":{"a":"##user_id##"},"headers":{},"x_designer":{"missing_values":")"
        + policy + R"(","conditions":{"match":"all","rules":[)" + rules + "]}}}";
}

constexpr auto isPurchase = R"({"type":"event_name","operator":"equals","value":"purchase"})";

} // namespace

/// One event a line: what goes in, what comes out, what goes on.
class CliLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void render_data();
    void render();
    void whatAddressAndHeadersLackBlocksToo_data();
    void whatAddressAndHeadersLackBlocksToo();
    void match_data();
    void match();
    void matchAnswersABadLine();
    void badLinesFarApart();
    void firedOnlySingle();
    void linesAsObjects();
    void matchTraces();
    void missingFile();
    void slowLinesAreNotHeldBack();
};

void CliLinesTest::render_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("complaints"); // places, joined by a blank
    const QByteArray one = R"({"event_name":"purchase","user_id":1})";
    const QByteArray out = R"({"a":1})";
    const auto row = [](const char *name, const QByteArray &policy, const QByteArray &input,
                        const QByteArray &output, int status, const QByteArray &complaints) {
        QTest::newRow(name) << policy << input << output << status << complaints;
    };
    row("empty file", "omit", "", "", 0, "");
    row("blank lines only", "omit", "\n \t\r\n\n", "", 0, "");
    row("one without a line feed", "omit", one, out + "\n", 0, "");
    row("CR LF", "omit", one + "\r\n" + one + "\r\n", out + "\n" + out + "\n", 0, "");
    row("a carriage return ends a line for places", "omit", "{\"a\":\r x}\r\n" + one + "\n{", out + "\n", 3,
        "2:2 4:2");
    row("blank lines are skipped", "omit", "\n" + one + "\n\n" + one + "\n", out + "\n" + out + "\n", 0, "");
    row("blank lines are counted", "omit", "\n\n{\n" + one, out + "\n", 3, "3:2");
    row("goes on after a bad line", "omit", one + "\n!\n" + one, out + "\n" + out + "\n", 3, "2:1");
    row("two bad lines", "omit", "{]\n" + one + "\n  {\"a\":}", out + "\n", 3, "1:2 3:8");
    row("not an object", "omit", "[1]\n" + one + "\n 5", out + "\n", 3, "1:1 3:2");
    row("not UTF-8", "omit", "{\"a\":\"\xff\"}\n" + one, out + "\n", 3, "1:7");
    row("missing, omitted", "omit", "{}\n", "{}\n", 0, "");
    row("missing, blocked", "block", one + "\n{}\n" + one, out + "\n" + out + "\n", 1, "2");
    row("3 wins over 1", "block", "{}\n{\n{}\n", "", 3, "1 2:2 3");
    row("NUL bytes", "omit", QByteArray("\0\0", 2) + "\n" + one, out + "\n", 3, "1:1");
    row("two on a line", "omit", one + one + "\n" + one, out + "\n", 3, "1:38");
    row("byte order mark", "omit", "\xef\xbb\xbf" + one + "\n", out + "\n", 0, "");
}

void CliLinesTest::render()
{
    QFETCH(QByteArray, policy);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    QFETCH(int, status);
    QFETCH(QByteArray, complaints);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection(policy));
    cli.put(QStringLiteral("e.ndjson"), input);
    const Outcome outcome = cli.run(words("render c.json --event e.ndjson --ndjson"));
    COMPARE_STATUS(outcome, status);
    QCOMPARE(outcome.out, output);
    static const QRegularExpression place(
        QStringLiteral("^connectionctl: e\\.ndjson:(\\d+(?::\\d+)?): .+[^.]$"));
    QStringList expected = QString::fromUtf8(complaints).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QByteArrayList said = outcome.err.split('\n');
    QVERIFY(said.takeLast().isEmpty());
    QCOMPARE(said.size(), expected.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        const auto found = place.match(QString::fromUtf8(said.at(i)));
        VERIFY_TOLD(found.hasMatch(), said.at(i));
        VERIFY_TOLD(found.captured(1) == expected.at(i)
                        || found.captured(1).startsWith(expected.at(i) + QLatin1Char(':')),
                    said.at(i));
    }
    // From a pipe it is the same.
    const Outcome piped = cli.run(words("render c.json --event - --ndjson"), input);
    QCOMPARE(piped.status, status);
    QCOMPARE(piped.out, output);
}

void CliLinesTest::whatAddressAndHeadersLackBlocksToo_data()
{
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QByteArray>("into");
    QTest::newRow("path") << QByteArray("com/in") << QByteArray("com/##tenant##");
    QTest::newRow("query") << QByteArray("com/in") << QByteArray("com/in?t=##tenant##");
    QTest::newRow("header") << QByteArray(R"("headers":{})")
                            << QByteArray(R"("headers":{"X-T":"a ##tenant##"})");
}

void CliLinesTest::whatAddressAndHeadersLackBlocksToo()
{
    QFETCH(QByteArray, changed);
    QFETCH(QByteArray, into);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("block").replace(changed, into));
    const QByteArray lacks = R"({"user_id":1})";
    const QByteArray has = R"({"user_id":2,"tenant":"t"})";
    const Outcome lines = cli.run(words("render c.json --event - --ndjson"), lacks + '\n' + has + '\n');
    QCOMPARE(lines.status, 1);
    QCOMPARE(lines.out, QByteArray("{\"a\":2}\n"));
    QVERIFY2(lines.err.contains("tenant"), lines.err.constData());
    const Outcome single = cli.run(words("render c.json --event - --json"), lacks);
    QCOMPARE(single.status, 1);
    QVERIFY2(single.out.startsWith(R"({"payload":null,"bytes":0,"missing":["tenant"],)"),
             single.out.constData());
    QCOMPARE(cli.run(words("render c.json --event -"), lacks).out, QByteArray());
    // Any other policy fills in something.
    cli.put(QStringLiteral("c.json"), connection("omit").replace(changed, into));
    QCOMPARE(cli.run(words("render c.json --event -"), lacks).out, QByteArray(R"({"a":1})"));
}

void CliLinesTest::match_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("status");
    const QByteArray yes = R"({"event_name":"purchase"})";
    const QByteArray no = R"({"event_name":"view"})";
    const QByteArray fires = "{\"fires\":true}\n";
    const QByteArray not_ = "{\"fires\":false}\n";
    QTest::newRow("empty file") << QByteArray(isPurchase) << QByteArray() << QByteArray() << 0;
    QTest::newRow("all answered") << QByteArray(isPurchase) << yes + "\n" + no + "\n" << fires + not_ << 0;
    QTest::newRow("all no") << QByteArray(isPurchase) << no << not_ << 0;
    QTest::newRow("no conditions") << QByteArray() << no + "\n{}" << fires + fires << 0;
    QTest::newRow("blank lines") << QByteArray(isPurchase) << "\n" + yes + "\n  \n" << fires << 0;
}

void CliLinesTest::match()
{
    QFETCH(QByteArray, rules);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    QFETCH(int, status);
    const CliRunner cli;
    // The policy that blocks is none of match's business.
    cli.put(QStringLiteral("c.json"), connection("block", rules));
    const Outcome outcome = cli.run(words("match c.json --event - --ndjson"), input);
    COMPARE_STATUS(outcome, status);
    QCOMPARE(outcome.out, output);
    QCOMPARE(outcome.err, QByteArray());
}

void CliLinesTest::matchAnswersABadLine()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("omit", isPurchase));
    const Outcome outcome = cli.run(words("match c.json --event - --ndjson"),
                                    "{}\n\n{\"a\":]\n{\"event_name\":\"purchase\"}\n");
    COMPARE_STATUS(outcome, 3);
    const QList<QByteArray> lines = outcome.lines();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), QByteArray(R"({"fires":false})"));
    QCOMPARE(lines.at(2), QByteArray(R"({"fires":true})"));
    const json::Document error(lines.at(1).toStdString());
    QCOMPARE(keys(error.at("/error")), QByteArray("code message file line column"));
    QCOMPARE(text(error, "/error/code"), QByteArray("malformed_json"));
    QCOMPARE(text(error, "/error/file"), QByteArray("-"));
    QCOMPARE(text(error, "/error/line"), QByteArray("3"));
    QCOMPARE(text(error, "/error/column"), QByteArray("6"));
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: -:3:6: "), outcome.err);
}

void CliLinesTest::badLinesFarApart()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection());
    // Several blocks of the pipeline: line numbers must count across them.
    const QByteArray event = "{\"user_id\":\"" + QByteArray(2000, 'x') + "\"}\n";
    QByteArray input;
    for (int i = 1; i <= 3000; ++i)
        input += i % 1000 == 0 ? QByteArray("!\n") : event;
    const Outcome render = cli.run(words("render c.json --event - --ndjson"), input);
    COMPARE_STATUS(render, 3);
    QCOMPARE(render.out.count('\n'), 2997);
    for (const char *place : {"-:1000:1: ", "-:2000:1: ", "-:3000:1: "})
        VERIFY_TOLD(render.err.contains(place), place);
    const Outcome match = cli.run(words("match c.json --event - --ndjson"), input);
    COMPARE_STATUS(match, 3);
    const QList<QByteArray> lines = match.lines();
    QCOMPARE(lines.size(), 3000);
    for (const int line : {1000, 2000, 3000})
        QCOMPARE(text(json::Document(lines.at(line - 1).toStdString()), "/error/line"),
                 QByteArray::number(line));
}

void CliLinesTest::firedOnlySingle()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("omit", isPurchase));
    cli.put(QStringLiteral("no.json"), R"({"event_name":"view","user_id":1})");
    cli.put(QStringLiteral("yes.json"), R"({"event_name":"purchase","user_id":1})");
    const Outcome no = cli.run(words("render c.json --event no.json --fired-only"));
    COMPARE_STATUS(no, 1);
    QCOMPARE(no.out, QByteArray());
    const Outcome yes = cli.run(words("render c.json --event yes.json --fired-only"));
    COMPARE_STATUS(yes, 0);
    QCOMPARE(yes.out, QByteArray(R"({"a":1})"));
    const Outcome without = cli.run(words("render c.json --event no.json"));
    COMPARE_STATUS(without, 0);
    const Outcome lines
        = cli.run(words("render c.json --event - --ndjson --fired-only"),
                  cli.contents(QStringLiteral("no.json")) + "\n" + cli.contents(QStringLiteral("yes.json")));
    COMPARE_STATUS(lines, 0);
    QCOMPARE(lines.out, QByteArray("{\"a\":1}\n"));
    const Outcome none = cli.run(words("render c.json --event - --ndjson --fired-only"),
                                 cli.contents(QStringLiteral("no.json")));
    COMPARE_STATUS(none, 0);
    QCOMPARE(none.out, QByteArray());
    // An event that is left out is not blocked either.
    cli.put(QStringLiteral("c.json"), connection("block", isPurchase));
    COMPARE_STATUS(cli.run(words("render c.json --event - --ndjson --fired-only"), "{}"), 0);
}

void CliLinesTest::linesAsObjects()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection());
    const Outcome outcome
        = cli.run(words("render c.json --event - --ndjson --json"), "{\"user_id\":1}\n{}\n");
    COMPARE_STATUS(outcome, 0);
    const QList<QByteArray> lines = outcome.lines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(text(json::Document(lines.at(0).toStdString()), "/payload"), QByteArray(R"({"a":1})"));
    QCOMPARE(text(json::Document(lines.at(1).toStdString()), "/missing/0"), QByteArray("user_id"));
}

void CliLinesTest::matchTraces()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection("omit", isPurchase));
    const Outcome outcome = cli.run(words("match c.json --event - --ndjson --json"), "{}\n");
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(keys(json::Document(outcome.out.toStdString()).root()), QByteArray("fires trace"));
}

void CliLinesTest::missingFile()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection());
    for (const char *verb : {"render", "match"}) {
        const Outcome gone
            = cli.run(QStringList{QLatin1String(verb)} + words("c.json --event gone --ndjson"));
        COMPARE_STATUS(gone, 3);
        VERIFY_TOLD(gone.err.startsWith("connectionctl: gone: "), gone.err);
        const Outcome folder = cli.run(QStringList{QLatin1String(verb)} + words("c.json --event . --ndjson"));
        COMPARE_STATUS(folder, 3);
        VERIFY_TOLD(folder.err.startsWith("connectionctl: .: "), folder.err);
        VERIFY_TOLD(folder.err.contains("folder"), folder.err);
    }
}

void CliLinesTest::slowLinesAreNotHeldBack()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection());
    QProcess process;
    cli.prepare(process, words("render c.json --event - --ndjson"));
    process.start();
    QVERIFY(process.waitForStarted());
    process.write("{\"user_id\":1}\n");
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).endsWith('\n'), 20'000);
    QCOMPARE(out, QByteArray("{\"a\":1}\n"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(CliLinesTest)

#include "tst_cli_lines.moc"
