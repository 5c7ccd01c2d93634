// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultserver.h"
#include "perform.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace designer;
using namespace designer::http;
using namespace std::chrono_literals;

namespace {

const QByteArray okAnswer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

QList<Phase::Kind> kinds(const Exchange &exchange)
{
    QList<Phase::Kind> out;
    for (const Phase &phase : exchange.phases)
        out.append(phase.kind);
    return out;
}

} // namespace

class TestAttempt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sendsExactBytes();
    void measuresPhases();
    void looksUpNames();
    void sendsOnceWhateverHappens_data();
    void sendsOnceWhateverHappens();
    void timesOut_data();
    void timesOut();
    void redirectsAreShown_data();
    void redirectsAreShown();
    void dripIsRead();
    void earlyRefusalIsKept_data();
    void earlyRefusalIsKept();
    void capsTheBody();
    void capsTheHead();
    void answersTwice();
    void answersHtml();
    void sendsLargeBodies();
    void refusedConnection();
    void unknownHost();
    void cancels_data();
    void cancels();
    void cancelBeforeStartIsNothing();
    void diesQuietly();
    void loopbackNeedsNoProxy();
};

void TestAttempt::sendsExactBytes()
{
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer));
    const Request request
        = requestTo(server.url("/a?b=c"), "PATCH", "{\"x\":\"\\u0000ş\"}", {{"x-Order", "1"}, {"A", "2"}});
    const Exchange exchange = perform(request);
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->status, 200);
    QCOMPARE(exchange.response->body, "{}");
    QCOMPARE(server.received(), bytes(request.head() + request.body));
    QCOMPARE(exchange.requestHead, request.head());
    QCOMPARE(exchange.requestBytes, request.size());
    QCOMPARE(exchange.bytesSent, request.size());
    QCOMPARE(server.connections(), 1);
}

void TestAttempt::measuresPhases()
{
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer));
    const Exchange exchange = perform(requestTo(server.url()));
    QCOMPARE(kinds(exchange), (QList<Phase::Kind>{Phase::Connect, Phase::Send, Phase::Wait, Phase::Receive}));
    std::chrono::microseconds sum{0};
    for (const Phase &phase : exchange.phases)
        sum += phase.duration;
    QVERIFY(sum.count() > 0 && sum <= exchange.elapsed);
    QCOMPARE(name(Phase::Wait), std::string_view("wait"));
}

void TestAttempt::looksUpNames()
{
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer));
    const QByteArray url = "http://localhost:" + QByteArray::number(server.serverPort()) + "/";
    const Exchange exchange = perform(requestTo(url));
    QVERIFY(exchange.response);
    QCOMPARE(kinds(exchange).first(), Phase::Resolve);
}

void TestAttempt::sendsOnceWhateverHappens_data()
{
    QTest::addColumn<FaultServer::Answer>("answer");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("hasResponse");
    const auto row
        = [](const char *title, const FaultServer::Answer &answer, const char *says, bool hasResponse) {
              QTest::newRow(title) << answer << QString::fromUtf8(says) << hasResponse;
          };
    row("close after reading", FaultServer::closeWithout(), "closed the connection without an answer", false);
    row("reset", FaultServer::reset(), "closed the connection without an answer", false);
    row("partial status line", FaultServer::respond("HTTP/1."), "breaks off within its headers", false);
    row("partial head", FaultServer::respond("HTTP/1.1 200 OK\r\nX"), "breaks off within its headers", false);
    row("reset in the head", FaultServer::reset("HTTP/1.1 2"), "", false);
    row("partial body", FaultServer::respond("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"),
        "breaks off before its end", true);
    row("reset in a body of unknown length", FaultServer::reset("HTTP/1.1 200 OK\r\n\r\nabc"),
        "breaks off before its end", true);
    row("another protocol", FaultServer::respond("220 mail.example ESMTP\r\n"), "is not HTTP", false);
    row("conflicting lengths",
        FaultServer::respond("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        "contradictory", true);
    row("interim answer, then close", FaultServer::respond("HTTP/1.1 100 Continue\r\n\r\n"),
        "closed the connection without an answer", false);
    row("503", FaultServer::respond("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"), "",
        true);
    row("408", FaultServer::respond("HTTP/1.1 408 Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
        "", true);
    row("401 with a challenge",
        FaultServer::respond(
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
        "", true);
}

void TestAttempt::sendsOnceWhateverHappens()
{
    QFETCH(FaultServer::Answer, answer);
    QFETCH(QString, says);
    FaultServer server;
    server.answerWith(answer);
    const Exchange exchange = perform(requestTo(server.url()));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.requests(), 1);
    QCOMPARE(server.received().count("POST / HTTP/1.1"), 1);
    QTEST(exchange.response.has_value(), "hasResponse");
    if (!says.isEmpty()) {
        QVERIFY(exchange.error);
        QCOMPARE(exchange.error->code, ErrorCode::NotDelivered);
        QVERIFY2(exchange.error->message.contains(says), qPrintable(exchange.error->message));
        QVERIFY(exchange.error->message.contains(QStringLiteral("127.0.0.1")));
        QVERIFY(!exchange.error->wayOut.isEmpty());
    }
    if (exchange.response)
        QCOMPARE(exchange.response->truncated, exchange.error.has_value());
}

void TestAttempt::timesOut_data()
{
    QTest::addColumn<FaultServer::Answer>("answer");
    QTest::addColumn<QString>("says");
    QTest::newRow("before an answer")
        << FaultServer::stall() << QStringLiteral("while waiting for an answer");
    QTest::newRow("within the head") << FaultServer::respondAndStay("HTTP/1.1 200 OK\r\n")
                                     << QStringLiteral("while receiving the answer");
    QTest::newRow("within the body") << FaultServer::respondAndStay(
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
                                     << QStringLiteral("while receiving the answer");
}

void TestAttempt::timesOut()
{
    QFETCH(FaultServer::Answer, answer);
    QFETCH(QString, says);
    FaultServer server;
    server.answerWith(answer);
    Limits limits;
    limits.total = 150ms;
    const Exchange exchange = perform(requestTo(server.url()), limits);
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->code, ErrorCode::NotDelivered);
    QVERIFY2(exchange.error->message.contains(says), qPrintable(exchange.error->message));
    QVERIFY(exchange.error->message.contains(QStringLiteral("0.15 s")));
    QVERIFY(exchange.elapsed >= 140ms);
    QCOMPARE(server.connections(), 1);
    if (exchange.response)
        QCOMPARE(exchange.response->body, "abc");
    QTRY_VERIFY(server.allClosed());
}

void TestAttempt::redirectsAreShown_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestAttempt::redirectsAreShown()
{
    QFETCH(int, status);
    FaultServer other;
    other.answerWith(FaultServer::respond(okAnswer));
    FaultServer server;
    server.answerWith(FaultServer::respond("HTTP/1.1 " + QByteArray::number(status)
                                           + " Moved\r\nLocation: " + other.url("/stolen")
                                           + "\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"));
    const Request request = requestTo(
        server.url("/?key=canary"), "POST", "{}",
        {{"Authorization", "Bearer canary"}, {"X-REQUEST-TOKEN", "canary"}, {"Cookie", "c=canary"}});
    const Exchange exchange = perform(request);
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->status, status);
    QCOMPARE(*findHeader(exchange.response->headers, "location"), other.url("/stolen").toStdString());
    QCOMPARE(server.connections(), 1);
    QVERIFY(server.received().startsWith("POST /?key=canary HTTP/1.1\r\n"));
    QCOMPARE(other.connections(), 0);
    // Nothing is kept for the next one either.
    QVERIFY(perform(requestTo(server.url())).response);
    QVERIFY(!server.received(1).toLower().contains("cookie"));
}

void TestAttempt::dripIsRead()
{
    FaultServer server;
    server.answerWith(FaultServer::drip(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n"));
    const Exchange exchange = perform(requestTo(server.url()));
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->body, "hello");
    QCOMPARE(exchange.response->trailers.size(), 1U);
}

void TestAttempt::earlyRefusalIsKept_data()
{
    QTest::addColumn<FaultServer::Answer>("answer");
    const QByteArray refusal("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
    QTest::newRow("and closed") << FaultServer::respond(refusal);
    QTest::newRow("and reset") << FaultServer::Answer([refusal](QTcpSocket *socket) {
        socket->write(refusal);
        connect(socket, &QTcpSocket::bytesWritten, socket, [socket] { socket->abort(); });
    });
    QTest::newRow("and left open") << FaultServer::respondAndStay(refusal);
}

void TestAttempt::earlyRefusalIsKept()
{
    QFETCH(FaultServer::Answer, answer);
    FaultServer server;
    server.answerEarly(answer);
    const Exchange exchange = perform(requestTo(server.url(), "POST", std::string(50'000'000, 'x')));
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->status, 413);
    QCOMPARE(exchange.response->body, "big");
    QVERIFY(!exchange.error);
    QVERIFY(exchange.bytesSent < exchange.requestBytes);
    QCOMPARE(server.connections(), 1);
}

void TestAttempt::capsTheBody()
{
    FaultServer server;
    server.answerWith(FaultServer::endless("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n",
                                           QByteArray(1 << 16, 'x'), 10'000'000'000));
    Limits limits;
    limits.maxBodyBytes = 1'000'000;
    const Exchange exchange = perform(requestTo(server.url()), limits);
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->status, 200);
    QCOMPARE(exchange.response->body.size(), 1'000'000U);
    QVERIFY(exchange.response->truncated);
    QCOMPARE(exchange.error->code, ErrorCode::NotDelivered);
    QVERIFY(exchange.error->message.contains(QStringLiteral("larger than 1000000 bytes")));
    QTRY_VERIFY(server.allClosed());
}

void TestAttempt::capsTheHead()
{
    FaultServer server;
    server.answerWith(FaultServer::endless("HTTP/1.1 200 OK\r\n",
                                           QByteArray("X-Endless: yes\r\n").repeated(1000), 300'000'000));
    const Exchange exchange = perform(requestTo(server.url()));
    QVERIFY(!exchange.response);
    QVERIFY(exchange.error->message.contains(QStringLiteral("headers of the answer")));
    QTRY_VERIFY(server.allClosed());
}

void TestAttempt::answersTwice()
{
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer + okAnswer));
    const Exchange exchange = perform(requestTo(server.url()));
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->body, "{}");
    QCOMPARE(exchange.response->extraBytes, static_cast<std::size_t>(okAnswer.size()));
    QCOMPARE(server.requests(), 1);
}

void TestAttempt::answersHtml()
{
    FaultServer server;
    server.answerWith(
        FaultServer::respond("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Log in</html>"));
    const Exchange exchange = perform(requestTo(server.url()));
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->body, "<html>Log in</html>");
}

void TestAttempt::sendsLargeBodies()
{
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer));
    const std::string body(20'000'001, 'b');
    const Request request = requestTo(server.url(), "POST", body);
    Attempt attempt(request);
    QSignalSpy finished(&attempt, &Attempt::finished);
    QSignalSpy progressed(&attempt, &Attempt::progressed);
    attempt.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QCOMPARE(server.received().size(), static_cast<qsizetype>(request.size()));
    QVERIFY(progressed.count() > 100);
    QCOMPARE(finished.first().first().value<Exchange>().bytesSent, request.size());
}

void TestAttempt::refusedConnection()
{
    QByteArray url;
    {
        FaultServer server;
        url = server.url();
    }
    const Exchange exchange = perform(requestTo(url));
    QCOMPARE(exchange.error->code, ErrorCode::NotDelivered);
    QVERIFY2(exchange.error->message.contains(QStringLiteral("refused the connection on port")),
             qPrintable(exchange.error->message));
    QCOMPARE(exchange.bytesSent, 0U);
    QVERIFY(!exchange.response);
}

void TestAttempt::unknownHost()
{
    Limits limits;
    limits.connectTimeout = 2s;
    const Exchange exchange = perform(requestTo("http://no-such-host.invalid/"), limits);
    QVERIFY(exchange.error);
    // A machine without a name server takes its time to say so.
    QVERIFY2(exchange.error->message.contains(
                 QRegularExpression(QStringLiteral("no server named|gave up after 2 s|failed while"))),
             qPrintable(exchange.error->message));
    QVERIFY(exchange.error->message.contains(QStringLiteral("no-such-host.invalid")));
    QCOMPARE(kinds(exchange), QList<Phase::Kind>{Phase::Resolve});
    QVERIFY(exchange.elapsed < 10s);
}

void TestAttempt::cancels_data()
{
    QTest::addColumn<int>("phase");
    for (const Phase::Kind kind : {Phase::Resolve, Phase::Connect, Phase::Send, Phase::Wait, Phase::Receive})
        QTest::newRow(name(kind).data()) << int(kind);
}

void TestAttempt::cancels()
{
    QFETCH(int, phase);
    FaultServer server;
    server.answerWith(FaultServer::respond("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"));
    const QByteArray url = "http://localhost:" + QByteArray::number(server.serverPort()) + "/";
    Attempt attempt(requestTo(url));
    QSignalSpy finished(&attempt, &Attempt::finished);
    connect(&attempt, &Attempt::phaseEntered, &attempt, [&](Phase::Kind entered) {
        if (entered == phase)
            attempt.cancel();
    });
    attempt.start();
    QTRY_COMPARE(finished.count(), 1);
    const auto exchange = finished.first().first().value<Exchange>();
    QCOMPARE(exchange.error->code, ErrorCode::Cancelled);
    QVERIFY(exchange.phases.back().kind >= phase);
    attempt.cancel();
    QTRY_VERIFY(server.allClosed());
    QCOMPARE(finished.count(), 1);
    QVERIFY(server.requests() == 0 || phase > Phase::Send);
}

void TestAttempt::cancelBeforeStartIsNothing()
{
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer));
    Attempt attempt(requestTo(server.url()));
    QSignalSpy finished(&attempt, &Attempt::finished);
    attempt.cancel();
    QCOMPARE(finished.count(), 0);
    attempt.start();
    attempt.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(server.connections(), 1);
    attempt.start();
    QCoreApplication::processEvents();
    QCOMPARE(server.connections(), 1);
}

void TestAttempt::diesQuietly()
{
    FaultServer server;
    int calls = 0;
    {
        Attempt attempt(requestTo(server.url()));
        connect(&attempt, &Attempt::finished, &server, [&] { ++calls; });
        attempt.start();
        QTRY_COMPARE(server.requests(), 1);
    }
    QTRY_VERIFY(server.allClosed());
    QCOMPARE(calls, 0);
}

void TestAttempt::loopbackNeedsNoProxy()
{
    FaultServer proxy;
    FaultServer server;
    server.answerWith(FaultServer::respond(okAnswer));
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()));
    const Exchange local = perform(requestTo(server.url()));
    proxy.answerWith(FaultServer::respond("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
    const Exchange elsewhere = perform(requestTo("http://198.51.100.1:9/"));
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QVERIFY(local.response);
    QVERIFY(elsewhere.error);
    QCOMPARE(proxy.connections(), 1);
    QVERIFY(proxy.received().startsWith("CONNECT 198.51.100.1:9"));
}

QTEST_GUILESS_MAIN(TestAttempt)
#include "tst_attempt.moc"
