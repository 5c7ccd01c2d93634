// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include <QRegularExpression>
#include <QStandardPaths>

#include <array>

#include <unistd.h>

using namespace designer;
using namespace designer::journeys;

namespace {

constexpr auto connection
    = R"({"endpoint_url":"https://collect.example.com/in","request_format":{"a":"##user_id##"}})";
constexpr int columns = 80;

/// The commands that print something, each of them in its own way.
constexpr std::array printing{"templates",
                              "templates --json",
                              "--help",
                              "--version",
                              "lint --help",
                              "new --template blank",
                              "lint c.json",
                              "lint c.json --json",
                              "match c.json --event e.json",
                              "match c.json --event e.json --json",
                              "match c.json --event e.json --ndjson",
                              "render c.json --event e.json",
                              "render c.json --event e.json --json",
                              "render c.json --event e.json --pretty",
                              "render c.json --event e.json --ndjson",
                              "predict e.json",
                              "predict e.json --json",
                              "import c.json",
                              "export c.json",
                              "export c.json --to fragments",
                              "validate c.json",
                              "validate c.json --json",
                              "lint gone.json --json",
                              "test c.json --event e.json",
                              "test c.json --event e.json --json",
                              "sandbox"};

void putFiles(const CliRunner &cli)
{
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("e.json"), "{\"user_id\":1}\n");
}

} // namespace

/// Where results go: full disks, closed pipes, terminals.
class CliOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void fullDisk_data();
    void fullDisk();
    void closedOutput_data();
    void closedOutput();
    void readerGoesAway_data();
    void readerGoesAway();
    void readerGoesAwayInTheMiddle();
    void closedErrors();
    void outToAFullDevice();
    void outPastTheLimit_data();
    void outPastTheLimit();
    void outToReadOnlyFolder();
    void outToALink();
    void outToAFolder();
    void terminalWidth_data();
    void terminalWidth();
    void coloursOnATerminalOnly();
    void controlCharactersAreShown();
};

void CliOutputTest::fullDisk_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : printing)
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliOutputTest::fullDisk()
{
    QFETCH(QString, line);
    const CliRunner cli;
    putFiles(cli);
    const Outcome outcome = cli.shell(QStringLiteral("\"$CTL\" %1 > /dev/full").arg(line));
    COMPARE_STATUS(outcome, 4);
    static const QRegularExpression complaint(
        QStringLiteral("(^|\\n)connectionctl: the output could not be written \\([^)]+\\); .+\\n"));
    VERIFY_TOLD(complaint.match(QString::fromUtf8(outcome.err)).hasMatch(), outcome.err);
    QCOMPARE(outcome.err.count("could not be written"), 1);
}

void CliOutputTest::closedOutput_data()
{
    fullDisk_data();
}

void CliOutputTest::closedOutput()
{
    QFETCH(QString, line);
    const CliRunner cli;
    putFiles(cli);
    const Outcome outcome = cli.shell(QStringLiteral("\"$CTL\" %1 >&-").arg(line));
    COMPARE_STATUS(outcome, 4);
    VERIFY_TOLD(outcome.err.contains("could not be written"), outcome.err);
    QCOMPARE(cli.names(), (QStringList{QStringLiteral("c.json"), QStringLiteral("e.json")}));
}

void CliOutputTest::readerGoesAway_data()
{
    fullDisk_data();
}

void CliOutputTest::readerGoesAway()
{
    QFETCH(QString, line);
    const CliRunner cli;
    putFiles(cli);
    // The reader is gone before the program starts: its first write fails.
    const Outcome outcome
        = cli.shell(QStringLiteral("exec 3> >(exit 0); wait $!; \"$CTL\" %1 >&3").arg(line));
    COMPARE_STATUS(outcome, 4);
    // What went wrong before it was noticed may be told; that the reader went away is not.
    if (!line.contains(QLatin1String("gone.json")))
        QCOMPARE(outcome.err, QByteArray());
}

void CliOutputTest::readerGoesAwayInTheMiddle()
{
    const CliRunner cli;
    putFiles(cli);
    for (const char *verb : {"render", "match"}) {
        const Outcome outcome = cli.shell(
            QStringLiteral("yes '{\"user_id\":1}' | \"$CTL\" %1 c.json --event - --ndjson | head -n 2; "
                           "exit ${PIPESTATUS[1]}")
                .arg(QLatin1String(verb)));
        COMPARE_STATUS(outcome, 4);
        QCOMPARE(outcome.lines().size(), 2);
        VERIFY_TOLD(!outcome.err.contains("connectionctl"), outcome.err);
    }
}

void CliOutputTest::closedErrors()
{
    const CliRunner cli;
    putFiles(cli);
    COMPARE_STATUS(cli.shell(QStringLiteral("\"$CTL\" lint gone.json 2>&-")), 3);
    COMPARE_STATUS(cli.shell(QStringLiteral("\"$CTL\" lint gone.json 2>/dev/full")), 3);
    COMPARE_STATUS(cli.shell(QStringLiteral("\"$CTL\" export c.json --out d.json 2>&- >&- <&-")), 0);
    QVERIFY(json::Document(cli.contents(QStringLiteral("d.json")).toStdString()).isValid());
    COMPARE_STATUS(cli.shell(QStringLiteral("\"$CTL\" lint - <&-")), 3);
}

void CliOutputTest::outToAFullDevice()
{
    const CliRunner cli;
    putFiles(cli);
    const Outcome outcome = cli.run(words("export c.json --out /dev/full"));
    COMPARE_STATUS(outcome, 4);
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: /dev/full: the disk is full"), outcome.err);
}

void CliOutputTest::outPastTheLimit_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"new --template insider-purchase --out a.json --force",
                             "export large.json --out a.json", "import large.json --out a.json --force"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliOutputTest::outPastTheLimit()
{
    QFETCH(QString, line);
    const CliRunner cli;
    cli.put(QStringLiteral("large.json"),
            R"({"endpoint_url":"https://a.example.com/","request_format":{"a":")" + QByteArray(5000, 'x')
                + "\"}}");
    cli.put(QStringLiteral("a.json"), "what was there");
    const QStringList before = cli.names();
    // A limit on the size of files stands for the disk that fills in the middle of a save.
    const Outcome outcome = cli.shell(QStringLiteral("ulimit -f 1; \"$CTL\" %1 --json").arg(line));
    COMPARE_STATUS(outcome, 4);
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: a.json: "), outcome.err);
    VERIFY_TOLD(outcome.err.contains("unchanged"), outcome.err);
    QCOMPARE(text(outcome.json(), "/error/code"), QByteArray("file_not_written"));
    QCOMPARE(cli.contents(QStringLiteral("a.json")), QByteArray("what was there"));
    QCOMPARE(cli.names(), before);
}

void CliOutputTest::outToReadOnlyFolder()
{
    const CliRunner cli;
    putFiles(cli);
    cli.put(QStringLiteral("folder/a.json"), "what was there");
    const QString folder = cli.path(QStringLiteral("folder"));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const Outcome outcome = cli.runUnprivileged(words("export c.json --out folder/a.json"));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    COMPARE_STATUS(outcome, 4);
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: folder/a.json: you may not write here"), outcome.err);
    QCOMPARE(cli.contents(QStringLiteral("folder/a.json")), QByteArray("what was there"));
}

void CliOutputTest::outToALink()
{
    const CliRunner cli;
    putFiles(cli);
    cli.put(QStringLiteral("real/a.json"), "{}");
    QVERIFY(QFile::link(QStringLiteral("real/a.json"), cli.path(QStringLiteral("link.json"))));
    COMPARE_STATUS(cli.run(words("export c.json --out link.json")), 0);
    QVERIFY(QFileInfo(cli.path(QStringLiteral("link.json"))).isSymLink());
    QVERIFY(cli.contents(QStringLiteral("real/a.json")).contains("endpoint_url"));
}

void CliOutputTest::outToAFolder()
{
    const CliRunner cli;
    putFiles(cli);
    cli.put(QStringLiteral("folder/a.json"), "{}");
    const Outcome outcome = cli.run(words("export c.json --out folder"));
    COMPARE_STATUS(outcome, 4);
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: folder: this is a folder; "), outcome.err);
}

void CliOutputTest::terminalWidth_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"lint published.json --event e.json", "lint purchase.json", "match purchase.json --event e.json",
          "predict payload.json", "validate unsound.json", "test published.json --event e.json"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliOutputTest::terminalWidth()
{
    QFETCH(QString, line);
    const CliRunner cli;
    COMPARE_STATUS(cli.run(words("new --template insider-purchase --out purchase.json")), 0);
    COMPARE_STATUS(cli.run(words("new --template hardal-insider-purchase --out published.json")), 0);
    cli.put(QStringLiteral("e.json"), R"({"event_name":"purchase","properties":{"price":1,"coupon":"A"}})");
    cli.put(QStringLiteral("payload.json"), R"({"users":[{"attributes":{"name":"A","frob":1}}]})");
    cli.put(QStringLiteral("unsound.json"), R"({"endpoint_url":"https://a.example.com/"})");
    const Outcome outcome = cli.run(line.split(QLatin1Char(' ')));
    QVERIFY(!outcome.out.isEmpty());
    for (const QByteArray &printed : outcome.out.split('\n')) {
        // A line may be longer where it is one word (an address), or JSON as it was answered.
        const bool isData = printed.trimmed().startsWith('{') || !printed.trimmed().contains(' ');
        VERIFY_TOLD(isData || QString::fromUtf8(printed).toUcs4().size() <= columns, printed);
    }
}

void CliOutputTest::coloursOnATerminalOnly()
{
    if (QStandardPaths::findExecutable(QStringLiteral("script")).isEmpty())
        QSKIP("“script”, which gives a program a terminal, is not installed");
    CliRunner cli;
    putFiles(cli);
    cli.setEnvironment(QStringLiteral("TERM"), QStringLiteral("xterm"));
    const QString command = QStringLiteral("script -qec '\"$CTL\" %1' /dev/null");
    const Outcome coloured = cli.shell(command.arg(QStringLiteral("match c.json --event e.json")));
    COMPARE_STATUS(coloured, 0);
    VERIFY_TOLD(coloured.out.startsWith("\033[32mFires.\033[0m\r\n"), coloured.out);
    QCOMPARE(cli.run(words("match c.json --event e.json")).out.count('\033'), 0);
    // What programs read, and the payload, are never coloured.
    for (const char *line : {"match c.json --event e.json --json", "render c.json --event e.json --pretty",
                             "lint c.json --json", "export c.json"})
        QCOMPARE(cli.shell(command.arg(QLatin1String(line))).out.count('\033'), 0);
    cli.setEnvironment(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    QCOMPARE(cli.shell(command.arg(QStringLiteral("match c.json --event e.json"))).out.count('\033'), 0);
}

void CliOutputTest::controlCharactersAreShown()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            R"({"endpoint_url":"https://a.example.com/","request_format":{"\u001b[31m":"##properties.a##",
"b":"##\u001b]0;x\u0007"},"x_designer":{"conditions":{"match":"all","rules":[
{"type":"event_name","operator":"equals","value":"a\u001b[2J"}]}}})");
    cli.put(QStringLiteral("e.json"), R"({"event_name":"a\u001b[2J\u009b1m"})");
    // Insider's answer quotes the name of an event that it refuses; the second is no escape of JSON's.
    const QByteArray users = "{\"users\":[{\"identifiers\":{\"uuid\":\"u\"},\"events\":[{\"event_name\":"
                             "\"a\\u001b[2J \xc2\x9b"
                             "1m\",\"timestamp\":\"x\\u001b[2J\xc2\x9b"
                             "1m\"}]}]}";
    cli.put(QStringLiteral("payload.json"), users);
    cli.put(QStringLiteral("insiders.json"),
            R"({"endpoint_url":"https://unification.useinsider.com/api/user/v1/upsert","headers":)"
            R"({"X-PARTNER-NAME":"p","X-REQUEST-TOKEN":"t"},"request_format":)"
                + users + '}');
    for (const char *line :
         {"lint c.json --event e.json", "match c.json --event e.json", "validate c.json",
          "render \033[31m.json --event e.json", "\033[31m", "lint insiders.json", "predict payload.json",
          "test insiders.json --event e.json", "test c.json --event e.json --send-anyway"}) {
        const Outcome outcome = cli.run(words(line));
        VERIFY_TOLD(!outcome.out.contains('\033') && !outcome.err.contains('\033'), line);
        VERIFY_TOLD(!outcome.out.contains("\xc2\x9b"), line);
    }
}

QTEST_GUILESS_MAIN(CliOutputTest)

#include "tst_cli_output.moc"
