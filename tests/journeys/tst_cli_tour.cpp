// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <csignal>
#include <memory>

using namespace designer;
using namespace designer::journeys;

namespace {

/// A sandbox that runs beside the test.
class RunningSandbox
{
public:
    explicit RunningSandbox(const CliRunner &cli, const QStringList &options = {})
    {
        cli.prepare(m_process, QStringList{QStringLiteral("sandbox")} + options);
        m_process.start();
    }
    RunningSandbox(const RunningSandbox &) = delete;
    RunningSandbox &operator=(const RunningSandbox &) = delete;
    ~RunningSandbox()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    /// The next line that it prints; empty where none comes.
    [[nodiscard]] QByteArray line()
    {
        constexpr int patience = 20'000;
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patience))
                return {};
        }
        return m_process.readLine().trimmed();
    }
    [[nodiscard]] bool endsAfter(int signal)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        return m_process.waitForFinished();
    }
    [[nodiscard]] const QProcess &process() const { return m_process; }

private:
    QProcess m_process;
};

/// Posts \a body and gives all that comes back.
QByteArray posted(const QUrl &url, const QByteArray &path, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected())
        return {};
    socket.write("POST " + path + " HTTP/1.1\r\nHost: " + url.authority().toUtf8()
                 + "\r\nContent-Type: application/json\r\nX-PARTNER-NAME: shop\r\n"
                   "X-REQUEST-TOKEN: t\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead())
        answer += socket.readAll();
    return answer;
}

} // namespace

/// The commands that a newcomer types, in their order, each in the folder that the one before left.
class CliTourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase();

    void templates();
    void newConnection();
    void lint();
    void match();
    void render();
    void testIsAccepted();
    void testOfThePublishedPurchase();
    void testForPeople();
    void testOfTheBlankTemplate();
    void testThatDoesNotFire();
    void testMasksSecrets();
    void testWithASecretThatIsNotThere();
    void testAsksForNoSecretInVain_data();
    void testAsksForNoSecretInVain();
    void testUndeliverable();
    void predict();
    void import();
    void exportAndBack();
    void everySampleIsUsable();
    void sandbox_data();
    void sandbox();
    void sandboxPortTaken();
    void sandboxWrongUsage_data();
    void sandboxWrongUsage();
    void sandboxReaderGoesAway();

private:
    [[nodiscard]] Outcome run(const QString &line) const { return m_cli->run(words(line)); }

    std::unique_ptr<CliRunner> m_cli;
};

void CliTourTest::initTestCase()
{
    m_cli = std::make_unique<CliRunner>();
    const QDir samples(QStringLiteral(DESIGNER_SOURCE_DIR "/resources/samples"));
    const QStringList names = samples.entryList(QDir::Files);
    QVERIFY(names.size() >= 13);
    QVERIFY(QDir(m_cli->folder()).mkdir(QStringLiteral("samples")));
    for (const QString &name : names)
        QVERIFY(QFile::copy(samples.filePath(name), m_cli->path(QStringLiteral("samples/") + name)));
}

void CliTourTest::templates()
{
    const Outcome outcome = run(QStringLiteral("templates"));
    COMPARE_STATUS(outcome, 0);
    QVERIFY(outcome.out.contains("\ninsider-purchase\t"));
}

void CliTourTest::newConnection()
{
    const Outcome outcome = run(QStringLiteral("new --template insider-purchase --out purchase.json"));
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.out, QByteArray());
    COMPARE_STATUS(run(QStringLiteral("new --template hardal-insider-purchase --out hardal-purchase.json")),
                   0);
    COMPARE_STATUS(run(QStringLiteral("new --template blank --out blank.json")), 0);
}

void CliTourTest::lint()
{
    const Outcome outcome = run(QStringLiteral("lint purchase.json --event samples/purchase.json --json"));
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(text(outcome.json(), "/errors"), QByteArray("0"));
}

void CliTourTest::match()
{
    const Outcome outcome = run(QStringLiteral("match purchase.json --event samples/purchase.json"));
    COMPARE_STATUS(outcome, 0);
    QVERIFY(outcome.out.startsWith("Fires.\n"));
}

void CliTourTest::render()
{
    const Outcome outcome = run(QStringLiteral("render purchase.json --event samples/purchase.json"));
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(outcome.err, QByteArray());
    const json::Document payload = outcome.json();
    QVERIFY(payload.isValid());
    QVERIFY(!outcome.out.endsWith('\n'));
    QCOMPARE(text(payload, "/users/0/events/0/event_params/unit_sale_price"), QByteArray("1299.90"));
    m_cli->put(QStringLiteral("payload.json"), outcome.out);
}

void CliTourTest::testIsAccepted()
{
    const Outcome outcome = run(QStringLiteral("test purchase.json --event samples/purchase.json --json"));
    COMPARE_STATUS(outcome, 0);
    QVERIFY(isOneJsonLine(outcome.out));
    const json::Document document = outcome.json();
    for (const char *name : {"fires", "request", "response", "verdict", "phases", "elapsed_ms", "attempts"})
        VERIFY_TOLD(document.root().find(name), name);
    QVERIFY(document.at("/fires").isTrue());
    QCOMPARE(text(document, "/request/method"), QByteArray("POST"));
    QCOMPARE(QByteArray::fromStdString(document.at("/request/body").text()),
             m_cli->contents(QStringLiteral("payload.json")));
    QCOMPARE(text(document, "/request/bytes").toLongLong(),
             m_cli->contents(QStringLiteral("payload.json")).size());
    QCOMPARE(kind(document.at("/request/headers/0")), QByteArray("array"));
    QCOMPARE(document.at("/request/headers/0").size(), std::size_t(2));
    QCOMPARE(QUrl(json::toQString(document.at("/request/url").text())).path(),
             QStringLiteral("/api/user/v1/upsert"));
    QVERIFY(keys(document.at("/response")).startsWith("status headers body"));
    QCOMPARE(text(document, "/response/status"), QByteArray("200"));
    QCOMPARE(text(document, "/verdict/outcome"), QByteArray("accepted"));
    QCOMPARE(text(document, "/verdict/users_accepted"), QByteArray("1"));
    QCOMPARE(text(document, "/verdict/users_rejected"), QByteArray("0"));
    QCOMPARE(document.at("/verdict/errors").size(), std::size_t(0));
    for (const json::Value &phase : document.at("/phases").elements()) {
        QCOMPARE(keys(phase), QByteArray("name ms"));
        QVERIFY(QByteArrayList({"resolve", "connect", "tls", "send", "wait", "receive"})
                    .contains(text(phase.find("name"))));
        QVERIFY(phase.find("ms").isNumber());
    }
    QVERIFY(document.at("/elapsed_ms").isNumber());
    QCOMPARE(text(document, "/attempts"), QByteArray("1"));
}

void CliTourTest::testOfThePublishedPurchase()
{
    const Outcome outcome
        = run(QStringLiteral("test hardal-purchase.json --event samples/purchase.json --json"));
    COMPARE_STATUS(outcome, 1);
    const json::Document document = outcome.json();
    QCOMPARE(text(document, "/response/status"), QByteArray("200"));
    QCOMPARE(text(document, "/verdict/outcome"), QByteArray("rejected"));
    QCOMPARE(text(document, "/verdict/users_rejected"), QByteArray("1"));
    const json::Value errors = document.at("/verdict/errors");
    QVERIFY(errors.size() > 0);
    // Line and column of event_params in the file, counted here by hand.
    const QByteArrayList lines = m_cli->contents(QStringLiteral("hardal-purchase.json")).split('\n');
    qsizetype line = 0;
    while (line < lines.size() && !lines.at(line).contains("\"event_params\": "))
        ++line;
    QVERIFY(line < lines.size());
    const qsizetype column
        = lines.at(line).indexOf("\"event_params\": ") + qsizetype(sizeof("\"event_params\": "));
    for (const json::Value &error : errors.elements()) {
        QCOMPARE(keys(error), QByteArray("key message payload template placeholder"));
        QVERIFY(text(error.find("key")).startsWith("users.0.events.0.event_params"));
        QVERIFY(!text(error.find("message")).isEmpty());
        QCOMPARE(text(error.find("template").find("pointer")),
                 QByteArray("/request_format/users/0/events/0/event_params"));
        QCOMPARE(text(error.find("template").find("line")), QByteArray::number(line + 1));
        QCOMPARE(text(error.find("template").find("column")), QByteArray::number(column));
        QVERIFY(text(error.find("payload").find("pointer")).startsWith("/users/0/events/0/event_params"));
    }
}

void CliTourTest::testForPeople()
{
    const Outcome outcome = run(QStringLiteral("test hardal-purchase.json --event samples/purchase.json"));
    COMPARE_STATUS(outcome, 1);
    static const QRegularExpression place(QStringLiteral("\\n  hardal-purchase\\.json:\\d+:\\d+: "));
    VERIFY_TOLD(place.match(QString::fromUtf8(outcome.out)).hasMatch(), outcome.out);
    VERIFY_TOLD(outcome.out.contains("/request_format/users/0/events/0/event_params"), outcome.out);
    VERIFY_TOLD(outcome.out.contains("Way out: "), outcome.out);
}

void CliTourTest::testOfTheBlankTemplate()
{
    const Outcome outcome = run(QStringLiteral("test blank.json --event samples/purchase.json --json"));
    COMPARE_STATUS(outcome, 0);
    const json::Document document = outcome.json();
    QCOMPARE(text(document, "/verdict/outcome"), QByteArray("accepted"));
    QCOMPARE(text(document, "/verdict/users_accepted"), QByteArray("0"));
    QVERIFY(
        QUrl(json::toQString(document.at("/request/url").text())).path().startsWith(QLatin1String("/echo")));
    QVERIFY(outcome.out.contains("X-Simulator-Evidence"));
    const json::Document echoed(document.at("/response/body").text());
    QVERIFY(echoed.isValid());
    for (const char *name : {"method", "path", "headers", "body", "bytes"})
        VERIFY_TOLD(echoed.root().find(name), name);
    QCOMPARE(text(echoed, "/bytes"), text(document, "/request/bytes"));
}

void CliTourTest::testThatDoesNotFire()
{
    const Outcome outcome
        = run(QStringLiteral("test purchase.json --event samples/registration.json --json"));
    COMPARE_STATUS(outcome, 1);
    const json::Document document = outcome.json();
    QVERIFY(document.at("/fires") && !document.at("/fires").isTrue());
    QCOMPARE(text(document, "/verdict/outcome"), QByteArray("not_fired"));
    QVERIFY(document.at("/response").isNull());
    COMPARE_STATUS(run(QStringLiteral("test purchase.json --event samples/registration.json")), 1);
}

void CliTourTest::testMasksSecrets()
{
    CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            R"({"endpoint_url":"https://a.example.com/in?k=1","request_format":{"a":"##user_id##"},
"headers":{"X-KEY":"Bearer {{secret:KEY}}"}})");
    cli.put(QStringLiteral("e.json"), R"({"user_id":1})");
    cli.put(QStringLiteral("key.txt"), "s3cr3t-value-4711\n");
    cli.setEnvironment(QStringLiteral("MY_KEY"), QStringLiteral("s3cr3t-value-4711"));
    for (const char *source : {"KEY=env:MY_KEY", "KEY=file:key.txt"}) {
        for (const char *form : {"", " --json"}) {
            const Outcome outcome = cli.run(words(QStringLiteral("test c.json --event e.json --secret %1%2")
                                                      .arg(QLatin1String(source), QLatin1String(form))));
            COMPARE_STATUS(outcome, 0);
            VERIFY_TOLD(!outcome.out.contains("s3cr3t") && !outcome.err.contains("s3cr3t"), outcome.out);
        }
    }
    const Outcome descriptor = cli.shell(
        QStringLiteral("\"$CTL\" test c.json --event e.json --json --secret KEY=fd:3 3< key.txt"));
    COMPARE_STATUS(descriptor, 0);
    QVERIFY(!descriptor.out.contains("s3cr3t"));
    // A value on the command line itself would stand in the list of processes.
    COMPARE_STATUS(cli.run(words(QStringLiteral("test c.json --event e.json --secret KEY=s3cr3t"))), 2);
}

void CliTourTest::testWithASecretThatIsNotThere()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), R"({"endpoint_url":"https://a.example.com/","request_format":{}})");
    cli.put(QStringLiteral("e.json"), "{}");
    const Outcome outcome
        = cli.run(words(QStringLiteral("test c.json --event e.json --secret KEY=env:NOT_SET_ANYWHERE")));
    COMPARE_STATUS(outcome, 3);
    VERIFY_TOLD(outcome.err.contains("NOT_SET_ANYWHERE"), outcome.err);
}

/// A secret is asked for, and its file read, for a request that goes out alone.
void CliTourTest::testAsksForNoSecretInVain_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<int>("status");
    QTest::newRow("a secret in the host")
        << QByteArray(R"({"endpoint_url":"https://{{secret:KEY}}.example.com/","request_format":{}})") << 4;
    QTest::newRow("another header that is none")
        << QByteArray(R"({"endpoint_url":"https://a.example.com/","request_format":{},)"
                      R"("headers":{"X-Key":"{{secret:KEY}}","X Y":"1"}})")
        << 4;
    QTest::newRow("does not fire") << QByteArray(
        R"({"endpoint_url":"https://a.example.com/{{secret:KEY}}","request_format":{},"x_designer":{"conditions":)"
        R"({"match":"all","rules":[{"type":"path","field":"gone","operator":"exists"}]}}})")
                                   << 1;
    QTest::newRow("is blocked") << QByteArray(
        R"({"endpoint_url":"https://a.example.com/{{secret:KEY}}","request_format":{"a":"##gone##"},)"
        R"("x_designer":{"missing_values":"block"}})")
                                << 1;
}

void CliTourTest::testAsksForNoSecretInVain()
{
    QFETCH(QByteArray, connection);
    QFETCH(int, status);
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), connection);
    cli.put(QStringLiteral("e.json"), "{}");
    for (const char *live : {"", " --live"}) {
        const Outcome outcome
            = cli.run(words(QStringLiteral("test c.json --event e.json --secret KEY=file:gone --json")
                            + QString::fromLatin1(live)));
        COMPARE_STATUS(outcome, status);
        VERIFY_TOLD(!outcome.err.contains("gone: ") && !outcome.err.contains("opened"), outcome.err);
    }
}

void CliTourTest::testUndeliverable()
{
    // A port on which nobody listens any more.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            "{\"endpoint_url\":\"http://127.0.0.1:" + QByteArray::number(port)
                + "/in\",\"request_format\":{}}");
    cli.put(QStringLiteral("e.json"), "{}");
    const Outcome outcome = cli.run(words(QStringLiteral("test c.json --event e.json --live --json")));
    COMPARE_STATUS(outcome, 4);
    QCOMPARE(text(outcome.json(), "/verdict/outcome"), QByteArray("undeliverable"));
    QVERIFY(outcome.json().at("/response").isNull());
    QCOMPARE(text(outcome.json(), "/error/code"), QByteArray("not_delivered"));
    VERIFY_TOLD(outcome.err.startsWith("connectionctl: c.json:1:17: ") && outcome.err.count('\n') == 1,
                outcome.err);
    // To the sandbox it goes all the same.
    COMPARE_STATUS(cli.run(words(QStringLiteral("test c.json --event e.json"))), 0);
}

void CliTourTest::predict()
{
    const Outcome outcome = run(QStringLiteral("predict payload.json --json"));
    COMPARE_STATUS(outcome, 0);
    QCOMPARE(text(outcome.json(), "/status"), QByteArray("200"));
}

void CliTourTest::import()
{
    COMPARE_STATUS(run(QStringLiteral("export purchase.json --to fragments --out fragments.json")), 0);
    const Outcome outcome = run(QStringLiteral("import fragments.json --out imported.json"));
    COMPARE_STATUS(outcome, 0);
    const Outcome again = run(QStringLiteral("render imported.json --event samples/purchase.json"));
    COMPARE_STATUS(again, 0);
    QCOMPARE(again.out, m_cli->contents(QStringLiteral("payload.json")));
}

void CliTourTest::exportAndBack()
{
    const Outcome outcome = run(QStringLiteral("export purchase.json --to hardal"));
    COMPARE_STATUS(outcome, 0);
    m_cli->put(QStringLiteral("seven.json"), outcome.out);
    COMPARE_STATUS(run(QStringLiteral("import seven.json --out back.json")), 0);
    QCOMPARE(run(QStringLiteral("render back.json --event samples/purchase.json")).out,
             m_cli->contents(QStringLiteral("payload.json")));
    COMPARE_STATUS(run(QStringLiteral("validate back.json")), 0);
}

void CliTourTest::everySampleIsUsable()
{
    const QDir samples(m_cli->path(QStringLiteral("samples")));
    for (const QString &name : samples.entryList(QDir::Files)) {
        const Outcome converted
            = m_cli->run({QStringLiteral("import"), QStringLiteral("samples/") + name,
                          QStringLiteral("--out"), QStringLiteral("event.json"), QStringLiteral("--force")});
        COMPARE_STATUS(converted, 0);
        COMPARE_STATUS(run(QStringLiteral("render purchase.json --event event.json")), 0);
    }
    COMPARE_STATUS(run(QStringLiteral("test purchase.json --event samples/purchase-lines.json")), 0);
}

void CliTourTest::sandbox_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void CliTourTest::sandbox()
{
    QFETCH(int, signal);
    RunningSandbox running(*m_cli);
    const QUrl url(QString::fromUtf8(running.line()));
    QVERIFY(url.isValid() && url.scheme() == QLatin1String("http") && url.port() > 0);
    QVERIFY(QHostAddress(url.host()).isLoopback());
    const QByteArray answer
        = posted(url, "/api/user/v1/upsert", m_cli->contents(QStringLiteral("payload.json")));
    VERIFY_TOLD(answer.startsWith("HTTP/1.1 200 "), answer);
    VERIFY_TOLD(answer.toLower().contains("x-simulator-evidence: "), answer);
    const json::Document first(running.line().toStdString());
    QVERIFY(first.isValid() && first.root().isObject());
    QVERIFY(!posted(url, "/echo/x", "{}").isEmpty());
    QVERIFY(json::Document(running.line().toStdString()).root().isObject());
    QVERIFY(running.endsAfter(signal));
    QCOMPARE(running.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(running.process().exitCode(), 0);
}

void CliTourTest::sandboxPortTaken()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Outcome outcome = run(QStringLiteral("sandbox --json --port %1").arg(server.serverPort()));
    COMPARE_STATUS(outcome, 4);
    QCOMPARE(text(outcome.json(), "/error/code"), QByteArray("port_taken"));
    VERIFY_TOLD(outcome.err.contains(QByteArray::number(server.serverPort())), outcome.err);
    VERIFY_TOLD(outcome.err.contains("; "), outcome.err);
}

void CliTourTest::sandboxWrongUsage_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"sandbox --port 99999", "sandbox --port -1", "sandbox --port x", "sandbox x",
                             "sandbox --fault frob", "sandbox --profile frob", "test purchase.json", "test",
                             "test purchase.json --event e.json --secret frob",
                             "test purchase.json --event e.json --secret A=frob:b"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliTourTest::sandboxWrongUsage()
{
    QFETCH(QString, line);
    const Outcome outcome = run(line);
    COMPARE_STATUS(outcome, 2);
    VERIFY_TOLD(outcome.err.contains("\nusage: connectionctl "), outcome.err);
}

void CliTourTest::sandboxReaderGoesAway()
{
    // The first line is read, then nobody reads any more; the next request ends the program.
    const Outcome outcome = m_cli->shell(QStringLiteral(
        "coproc CTL2 { \"$CTL\" sandbox; }; pid=$COPROC_PID; read -r url <&${CTL2[0]}; exec {CTL2[0]}<&-; "
        "exec 3<>/dev/tcp/127.0.0.1/${url##*:}; "
        "printf 'GET /echo/ HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n' >&3; "
        "wait $CTL2_PID"));
    COMPARE_STATUS(outcome, 4);
}

QTEST_GUILESS_MAIN(CliTourTest)

#include "tst_cli_tour.moc"
