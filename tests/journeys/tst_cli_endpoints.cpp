// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"
#include "faultserver.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <csignal>

#include <sys/types.h>

using namespace designer;
using namespace designer::journeys;
using http::FaultServer;

/// Whatever an endpoint does, a test says what became of it, in time and with its exit status.
class CliEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void answers_data();
    void answers();
    void isGivenUp_data();
    void isGivenUp();
};

namespace {

/// A test of an event against \a server; the event loop goes on, so that it can answer.
class LiveTest
{
public:
    LiveTest(const FaultServer &server, const QByteArray &path)
    {
        m_cli.put(QStringLiteral("c.json"),
                  "{\"endpoint_url\":\"" + server.url(path)
                      + R"(","headers":{"X-PARTNER-NAME":"p","X-REQUEST-TOKEN":"t"},"request_format":)"
                        R"({"users":[{"identifiers":{"uuid":"##user_id##"},"attributes":{"name":"x"}}]}})");
        m_cli.put(QStringLiteral("e.json"), R"({"user_id":"u"})");
        m_cli.prepare(m_process, words("test c.json --event e.json --live --json"));
    }
    QProcess &process() { return m_process; }

    /// Fails where it does not end.
    [[nodiscard]] Outcome ended()
    {
        QSignalSpy finished(&m_process, &QProcess::finished);
        constexpr int fiveMinutes = 300'000;
        if (m_process.state() != QProcess::NotRunning && !finished.wait(fiveMinutes))
            m_process.kill();
        return CliRunner::finished(m_process);
    }

private:
    CliRunner m_cli;
    QProcess m_process;
};

QByteArray answer(const QByteArray &body, const QByteArray &head = "HTTP/1.1 200 OK\r\n")
{
    return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray accepted = R"({"data":{"successful":{"count":1},"fail":{}}})";
const QByteArray rejected
    = R"~({"data":{"successful":{},"fail":{"count":1,"errors":{"users.0.identifiers.*.type(string)":["uuid must be string: u"]}}}})~";
const QByteArray upsert = "/api/user/v1/upsert";

} // namespace

void CliEndpointsTest::answers_data()
{
    QTest::addColumn<FaultServer::Answer>("answer");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const FaultServer::Answer &answer, int status, const char *outcome,
                        const QByteArray &path = upsert) {
        QTest::newRow(name) << answer << path << status << QByteArray(outcome);
    };
    const QByteArray html = "<html>Log in</html>";
    const QByteArray tenGigabytes = "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n";
    row("accepts", FaultServer::respond(answer(accepted)), 0, "accepted");
    row("answers 200 with fail", FaultServer::respond(answer(rejected)), 1, "rejected");
    row("answers 200 with fail, not Insider", FaultServer::respond(answer(rejected)), 0, "accepted", "/in");
    row("answers HTML", FaultServer::respond(answer(html)), 1, "unknown");
    row("answers HTML, not Insider", FaultServer::respond(answer(html)), 0, "accepted", "/in");
    row("answers twice", FaultServer::respond(answer(accepted) + answer(rejected)), 0, "accepted");
    row("answers 10 GB", FaultServer::endless(tenGigabytes, QByteArray(1 << 20, 'x'), 10'000'000'000), 1,
        "unknown");
    row("resets", FaultServer::reset(), 4, "undeliverable");
    row("resets in the head", FaultServer::reset("HTTP/1.1 2"), 4, "undeliverable");
    row("closes without an answer", FaultServer::closeWithout(), 4, "undeliverable");
    row("speaks another protocol", FaultServer::respond("220 mail.example ESMTP\r\n"), 4, "undeliverable");
    row("redirects", FaultServer::respond(answer({}, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\n")), 1,
        "rejected", "/in");
}

void CliEndpointsTest::answers()
{
    QFETCH(FaultServer::Answer, answer);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, outcome);
    FaultServer server;
    server.answerWith(answer);
    LiveTest test(server, path);
    test.process().start();
    const Outcome run = test.ended();
    COMPARE_STATUS(run, status);
    QCOMPARE(server.requests(), 1);
    QVERIFY(isOneJsonLine(run.out));
    QCOMPARE(text(run.json(), "/verdict/outcome"), outcome);
    QCOMPARE(text(run.json(), "/attempts"), QByteArray("1"));
    QCOMPARE(run.json().at("/response").isNull(), status == 4);
    if (status == 4)
        VERIFY_TOLD(run.err.startsWith("connectionctl: c.json:1:17: ") && run.err.contains("; ")
                        && run.err.count('\n') == 1,
                    run.err);
    else
        QCOMPARE(run.err, QByteArray());
}

void CliEndpointsTest::isGivenUp_data()
{
    QTest::addColumn<FaultServer::Answer>("answer");
    QTest::newRow("before an answer") << FaultServer::stall();
    QTest::newRow("within the head") << FaultServer::respondAndStay("HTTP/1.1 200 OK\r\n");
}

/// One that hangs is waited for as long as people like.
void CliEndpointsTest::isGivenUp()
{
    QFETCH(FaultServer::Answer, answer);
    FaultServer server;
    server.answerWith(answer);
    LiveTest test(server, upsert);
    test.process().start();
    constexpr int aMinute = 60'000;
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, aMinute);
    QCOMPARE(::kill(static_cast<pid_t>(test.process().processId()), SIGINT), 0);
    const Outcome run = test.ended();
    COMPARE_STATUS(run, 4);
    QCOMPARE(text(run.json(), "/verdict/outcome"), QByteArray("undeliverable"));
    QCOMPARE(text(run.json(), "/error/code"), QByteArray("cancelled"));
    QVERIFY(run.err.startsWith("connectionctl: c.json:1:17: "));
}

QTEST_GUILESS_MAIN(CliEndpointsTest)

#include "tst_cli_endpoints.moc"
