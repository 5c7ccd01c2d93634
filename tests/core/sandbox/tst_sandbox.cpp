// SPDX-License-Identifier: GPL-3.0-or-later
#include "../http/perform.h"
#include "running.h"

#include "json/document.h"

#include <QRegularExpression>

#include <vector>

using namespace designer;
using namespace designer::sandbox;
using namespace std::chrono_literals;

namespace {

const std::string goodUser = R"({"users":[{"identifiers":{"email":"a@b.co"},"attributes":{"name":"A"}}]})";

std::vector<http::Header> goodHeaders(std::string_view fault = {})
{
    std::vector<http::Header> headers{{"Content-Type", "application/json"},
                                      {"X-PARTNER-NAME", "mybrand"},
                                      {"X-REQUEST-TOKEN", "token-canary"}};
    if (!fault.empty())
        headers.push_back({"X-Simulator-Fault", std::string(fault)});
    return headers;
}

http::Request upsert(const Running &running, const std::string &body = goodUser, std::string_view fault = {})
{
    return http::requestTo(running.url + upsertPath, "POST", body, goodHeaders(fault));
}

QByteArray evidenceOf(const http::Exchange &exchange)
{
    const std::string *value
        = exchange.response ? http::findHeader(exchange.response->headers, "X-Simulator-Evidence") : nullptr;
    return value ? QByteArray::fromStdString(*value) : QByteArray();
}

json::Document parsed(const QByteArray &line)
{
    return json::Document(line.toStdString());
}

} // namespace

/// The sandbox with our own HTTP client in front of it.
class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void starts();
    void portThatIsTaken();
    void onLoopbackOnly();
    void accepts();
    void token_data();
    void token();
    void pathsAndMethods_data();
    void pathsAndMethods();
    void oversized_data();
    void oversized();
    void largeEcho();
    void faultsOnTheWire_data();
    void faultsOnTheWire();
    void truncatedAnswerToHead();
    void planThenHeader();
    void unknownFaultIsSaid();
    void slowAnswersComeLate();
    void hangsUntilTheClientGivesUp();
    void manyAtOnce();
    void logLine();
    void logHoldsNoSecret();
    void stopsUnderWay();
};

void TestSandbox::starts()
{
    Running running;
    QVERIFY(QRegularExpression(QStringLiteral("^http://127\\.0\\.0\\.1:[0-9]+$"))
                .match(QString::fromLatin1(running.url))
                .hasMatch());
    QVERIFY(running.sandbox.isRunning());
    QCOMPARE(running.sandbox.start()->toEncoded(), running.url);
    running.sandbox.stop();
    QVERIFY(!running.sandbox.isRunning());
    const http::Exchange refused = http::perform(upsert(running));
    QVERIFY(!refused.response);
    QVERIFY(running.sandbox.start().hasValue());
}

void TestSandbox::portThatIsTaken()
{
    Running running;
    Options options;
    options.port = running.port;
    Sandbox second(options);
    const Result<QUrl> started = second.start();
    QVERIFY(!started.hasValue());
    QCOMPARE(started.error().code, ErrorCode::PortTaken);
    QCOMPARE(started.error().message,
             QStringLiteral("port %1 is taken by another program").arg(running.port));
    QVERIFY(!started.error().wayOut.isEmpty());
    QVERIFY(!second.isRunning());
}

void TestSandbox::onLoopbackOnly()
{
    Running running;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.2"), running.port);
    QVERIFY(!socket.waitForConnected(2000)); // bound to 127.0.0.1 alone
}

void TestSandbox::accepts()
{
    Running running;
    const http::Exchange exchange = http::perform(upsert(running));
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->status, 200);
    QCOMPARE(exchange.response->body, R"({"data":{"successful":{"count":1},"fail":{}}})");
    QCOMPARE(*http::findHeader(exchange.response->headers, "Content-Type"), "application/json");
    QCOMPARE(exchange.response->extraBytes, 0U);
}

void TestSandbox::token_data()
{
    QTest::addColumn<QByteArray>("missing");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("evidence");
    QTest::newRow("nothing missing") << QByteArray("none") << 200 << QByteArray("captured");
    QTest::newRow("token") << QByteArray("X-REQUEST-TOKEN") << 401 << QByteArray("inferred");
    QTest::newRow("partner") << QByteArray("X-PARTNER-NAME") << 403 << QByteArray("undocumented");
    QTest::newRow("content type") << QByteArray("Content-Type") << 400 << QByteArray("inferred");
}

void TestSandbox::token()
{
    QFETCH(QByteArray, missing);
    Running running;
    for (const bool emptied : {true, false}) {
        std::vector<http::Header> headers = goodHeaders();
        if (emptied) {
            for (http::Header &header : headers)
                header.value = header.name == missing.toStdString() ? "" : header.value;
        } else {
            std::erase_if(headers,
                          [&](const http::Header &header) { return header.name == missing.toStdString(); });
        }
        const http::Exchange exchange
            = http::perform(http::requestTo(running.url + upsertPath, "POST", goodUser, headers));
        QTEST(exchange.response->status, "status");
        QTEST(evidenceOf(exchange), "evidence");
    }
}

void TestSandbox::pathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("evidence");
    const auto row = [](const char *title, const char *method, const char *path, int status,
                        const char *evidence) {
        QTest::newRow(title) << QByteArray(method) << QByteArray(path) << status << QByteArray(evidence);
    };
    row("another path", "POST", "/api/user/v1/profile", 404, "undocumented");
    row("root", "POST", "/", 404, "undocumented");
    row("GET", "GET", "/api/user/v1/upsert", 405, "undocumented");
    row("PUT", "PUT", "/api/user/v1/upsert", 405, "undocumented");
    row("DELETE", "DELETE", "/api/user/v1/upsert", 405, "undocumented");
    row("echo", "POST", "/echo/hooks/1?x=y", 200, "echo");
    row("echo of GET", "GET", "/echo", 200, "echo");
    row("echo of Insider's path", "POST", "/echo/api/user/v1/upsert", 200, "echo");
}

void TestSandbox::pathsAndMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    Running running;
    const http::Exchange exchange
        = http::perform(http::requestTo(running.url + path, method.toStdString(), goodUser, goodHeaders()));
    QVERIFY(!exchange.error);
    QTEST(exchange.response->status, "status");
    QTEST(evidenceOf(exchange), "evidence");
    QVERIFY(json::Document(exchange.response->body).isValid());
    if (exchange.response->status == 405)
        QCOMPARE(*http::findHeader(exchange.response->headers, "Allow"), "POST");
}

void TestSandbox::oversized_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("at the limit") << 5'000'000 << 200;
    QTest::newRow("one more") << 5'000'001 << 400;
    QTest::newRow("beyond what is read") << 70'000'000 << 400;
}

void TestSandbox::oversized()
{
    QFETCH(int, bytes);
    Running running;
    std::string body = goodUser;
    body.resize(static_cast<std::size_t>(bytes), ' ');
    const http::Exchange exchange = http::perform(upsert(running, body));
    QVERIFY2(exchange.response, qPrintable(exchange.error ? exchange.error->sentence() : QString()));
    QTEST(exchange.response->status, "status");
    QCOMPARE(exchange.response->body.find("bigger than maximum allowed size") != std::string::npos,
             bytes > 5'000'000);
    QCOMPARE(evidenceOf(exchange), QByteArray(bytes > 5'000'000 ? "documented" : "captured"));
    QCOMPARE(running.log.size(), 1);
}

void TestSandbox::largeEcho()
{
    Running running;
    const std::string body(6'000'000, 'e');
    const http::Exchange exchange = http::perform(http::requestTo(running.url + "/echo", "POST", body));
    QVERIFY(!exchange.error);
    QVERIFY(exchange.response->body.find(body) != std::string::npos);
}

void TestSandbox::faultsOnTheWire_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("complete");
    QTest::newRow("403") << QByteArray("403") << 403 << true;
    QTest::newRow("429") << QByteArray("429") << 429 << true;
    QTest::newRow("429-retry-after") << QByteArray("429-retry-after=3") << 429 << true;
    QTest::newRow("500") << QByteArray("500") << 500 << true;
    QTest::newRow("504") << QByteArray("504") << 504 << true;
    QTest::newRow("slow") << QByteArray("slow=1") << 200 << true;
    QTest::newRow("partial") << QByteArray("partial") << 200 << true;
    QTest::newRow("truncated") << QByteArray("truncated") << 200 << false;
    QTest::newRow("reset") << QByteArray("reset") << 0 << false;
}

void TestSandbox::faultsOnTheWire()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, complete);
    Running planned(fault.constData());
    Running asked;
    for (const http::Exchange &exchange :
         {http::perform(upsert(planned)), http::perform(upsert(asked, goodUser, http::view(fault)))}) {
        QTEST(exchange.response ? exchange.response->status : 0, "status");
        QCOMPARE(!exchange.error, complete);
        if (fault == "429-retry-after=3")
            QCOMPARE(*http::findHeader(exchange.response->headers, "Retry-After"), "3");
    }
    QCOMPARE(planned.log.size(), 1);
    QCOMPARE(planned.log, asked.log);
    QCOMPARE(parsed(planned.log.first()).at("/fault").text(), fault.toStdString());
    QCOMPARE(parsed(planned.log.first()).at("/status").isNull(), fault == "reset");
}

void TestSandbox::truncatedAnswerToHead()
{
    const Running running("truncated");
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, running.port);
    socket.write("HEAD /echo HTTP/1.1\r\nHost: h\r\nX-Long: " + QByteArray(2000, 'x') + "\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
    QVERIFY2(!answer.endsWith("\r\n\r\n"), answer.constData());
}

void TestSandbox::planThenHeader()
{
    Running running("429*2");
    QList<int> statuses;
    for (const char *fault : {"", "403", "", ""})
        statuses.append(http::perform(upsert(running, goodUser, fault)).response->status);
    QCOMPARE(statuses, (QList<int>{429, 403, 429, 200}));
}

void TestSandbox::unknownFaultIsSaid()
{
    Running running;
    const http::Exchange exchange = http::perform(upsert(running, goodUser, "418"));
    QCOMPARE(exchange.response->status, 400);
    QVERIFY(exchange.response->body.find("is no fault that the sandbox can play") != std::string::npos);
    QCOMPARE(evidenceOf(exchange), QByteArray("undocumented"));
}

void TestSandbox::slowAnswersComeLate()
{
    Running running("slow=120");
    const http::Exchange exchange = http::perform(upsert(running));
    QCOMPARE(exchange.response->status, 200);
    QVERIFY(exchange.elapsed >= 110ms);
}

void TestSandbox::hangsUntilTheClientGivesUp()
{
    Running running("hang*1");
    http::Limits limits;
    limits.total = 150ms;
    const http::Exchange exchange = http::perform(upsert(running), limits);
    QVERIFY(!exchange.response && exchange.error);
    QCOMPARE(running.log.size(), 1);
    QCOMPARE(http::perform(upsert(running)).response->status, 200);
}

void TestSandbox::manyAtOnce()
{
    Running running("slow=5");
    std::vector<std::unique_ptr<http::Attempt>> attempts;
    int answered = 0;
    for (int i = 0; i < 50; ++i) {
        const QByteArray path = i % 2 ? upsertPath : "/echo/" + QByteArray::number(i);
        attempts.push_back(std::make_unique<http::Attempt>(http::requestTo(
            running.url + path, "POST", i % 2 ? goodUser : std::string(static_cast<std::size_t>(i), 'x'),
            goodHeaders())));
        connect(attempts.back().get(), &http::Attempt::finished, this,
                [&answered, i, path](const http::Exchange &exchange) {
                    const bool right = exchange.response
                        && exchange.response->body.find(i % 2 ? "successful" : path.constData())
                            != std::string::npos;
                    answered += right ? 1 : 0;
                });
        attempts.back()->start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 50, 20'000);
    QCOMPARE(running.log.size(), 50);
}

void TestSandbox::logLine()
{
    Running running;
    QVERIFY(
        http::perform(
            upsert(
                running,
                R"({"users":[{"identifiers":{"email":"a@b.co"},"attributes":{"favourite":"x"}},{"attributes":{"name":"A"}}]})"))
            .response);
    QCOMPARE(running.log.size(), 1);
    const json::Document line = parsed(running.log.first());
    QVERIFY(line.isValid());
    QVERIFY(!running.log.first().contains('\n'));
    QCOMPARE(line.at("/time").text(), std::string("2024-06-07T12:00:00.250Z"));
    QCOMPARE(line.at("/method").text(), std::string("POST"));
    QCOMPARE(line.at("/path").text(), upsertPath.toStdString());
    QCOMPARE(line.at("/bytes").raw(), std::string_view("105"));
    QCOMPARE(line.at("/status").raw(), std::string_view("200"));
    QVERIFY(!line.at("/evidence").text().empty());
    QVERIFY(line.at("/fault").isNull());
    QCOMPARE(line.at("/users_accepted").raw(), std::string_view("1"));
    QCOMPARE(line.at("/users_rejected").raw(), std::string_view("1"));
    QVERIFY(line.at("/findings").raw() != std::string_view("0"));
    QCOMPARE(line.at("/silent_losses").size(), 1U);
    QCOMPARE(line.at("/silent_losses/0/pointer").text(), std::string("/users/0/attributes/favourite"));
    QVERIFY(!line.at("/silent_losses/0/message").text().empty());
}

void TestSandbox::logHoldsNoSecret()
{
    Running running;
    std::vector<http::Header> headers = goodHeaders();
    headers.push_back({"Authorization", "Bearer secret-canary"});
    headers.push_back({"X-Odd", "secret-canary"});
    headers[1].value = "Partner Canary";
    for (const char *path :
         {"/api/user/v1/upsert?key=secret-canary", "/echo?key=secret-canary", "/other?secret-canary"})
        QVERIFY(http::perform(http::requestTo(running.url + path, "POST", goodUser, headers)).response);
    headers.push_back({"X-Simulator-Fault", "secret-canary"});
    QVERIFY(http::perform(http::requestTo(running.url + upsertPath, "POST", goodUser, headers)).response);
    QCOMPARE(running.log.size(), 4);
    for (const QByteArray &line : running.log)
        QVERIFY2(!line.toLower().contains("canary"), line.constData());
}

void TestSandbox::stopsUnderWay()
{
    Running running("hang");
    http::Attempt attempt(upsert(running));
    QSignalSpy finished(&attempt, &http::Attempt::finished);
    attempt.start();
    QTRY_COMPARE(running.log.size(), 1);
    running.sandbox.stop();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.first().first().value<http::Exchange>().error.has_value());
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
