// SPDX-License-Identifier: GPL-3.0-or-later
#include "running.h"

#include "json/document.h"

#include <QRegularExpression>

using namespace designer;
using namespace designer::sandbox;

namespace {

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &moreHeaders = {})
{
    return "POST " + path
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-PARTNER-NAME: mybrand\r\n"
        + "X-REQUEST-TOKEN: canary\r\n" + moreHeaders + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

const QByteArray goodUser(R"({"users":[{"identifiers":{"email":"a@b.co"},"attributes":{"name":"A"}}]})");
const QByteArray accepted(R"({"data":{"successful":{"count":1},"fail":{}}})");

} // namespace

/// The sandbox as seen by clients that write their own bytes.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void isExactOnTheWire();
    void readsWhatClientsSend_data();
    void readsWhatClientsSend();
    void headHasNoBody();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void byteByByte();
    void waitingClientIsToldToGoOn();
    void oneAnswerAConnection();
    void announcedBodyIsNotRead();
    void chunkedBodyIsCutOff();
    void largeBodyIsNoErrorElsewhere();
    void clientThatLeaves();
};

void TestWire::isExactOnTheWire()
{
    Running running;
    QCOMPARE(exchangeRaw(running.port, post(upsertPath, goodUser)),
             QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 45\r\n"
                        "X-Simulator-Evidence: captured\r\nConnection: close\r\n\r\n")
                 + accepted);
}

void TestWire::readsWhatClientsSend_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray head
        = "POST /api/user/v1/upsert HTTP/1.1\r\nhost: x\r\ncontent-type: application/json; charset=utf-8\r\n"
          "x-partner-name: mybrand\r\nx-request-token: t\r\n";
    const QByteArray size = QByteArray::number(goodUser.size(), 16);
    QTest::newRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n" + goodUser
            + "\r\n0\r\n\r\n";
    QTest::newRow("many chunks") << head + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + goodUser.left(5)
            + "\r\n" + QByteArray::number(goodUser.size() - 5, 16) + "\r\n" + goodUser.mid(5)
            + "\r\n0\r\n\r\n";
    QTest::newRow("HTTP/1.0") << post(upsertPath, goodUser).replace("HTTP/1.1", "HTTP/1.0");
    QTest::newRow("whole URL") << post("http://127.0.0.1:1" + upsertPath, goodUser);
    QTest::newRow("query") << post(upsertPath + "?x=1", goodUser);
}

void TestWire::readsWhatClientsSend()
{
    QFETCH(QByteArray, request);
    Running running;
    const QByteArray answer = exchangeRaw(running.port, request);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith(accepted), answer.constData());
    QCOMPARE(running.log.size(), 1);
}

void TestWire::headHasNoBody()
{
    Running running;
    const QByteArray answer = exchangeRaw(running.port, "HEAD /echo/x HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("\r\n\r\n"), answer.constData());
}

void TestWire::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("garbage") << QByteArray("hello there\r\n\r\n") << QByteArray("400");
    QTest::newRow("bad header") << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n") << QByteArray("400");
    QTest::newRow("endless header") << "GET / HTTP/1.1\r\nX: " + QByteArray(100'000, 'x')
                                    << QByteArray("431");
    QByteArray lines;
    for (int i = 1; i < 100; ++i)
        lines += "X-" + QByteArray::number(i) + ": y\r\n";
    QTest::newRow("as many headers as are read") << "POST /echo HTTP/1.1\r\n" + lines
            + "Content-Length: 0\r\n\r\n" << QByteArray("200");
    QTest::newRow("a header more") << "POST /echo HTTP/1.1\r\nHost: x\r\n" + lines
            + "Content-Length: 0\r\n\r\n"
                                   << QByteArray("431");
    QTest::newRow("unheard-of method")
        << QByteArray("PURGE /api/user/v1/upsert HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("405");
    QTest::newRow("invented method") << QByteArray("INVENTED /echo/x HTTP/1.1\r\nHost: x\r\n\r\n")
                                     << QByteArray("200");
    QTest::newRow("odd length") << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: ten\r\n\r\n")
                                << QByteArray("400");
    QTest::newRow("negative length") << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: -5\r\n\r\n")
                                     << QByteArray("400");
}

void TestWire::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    Running running;
    const QByteArray answer = exchangeRaw(running.port, request);
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status + ' '), answer.left(300).constData());
    QCOMPARE(running.log.size(), 1);
}

void TestWire::byteByByte()
{
    Running running;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, running.port);
    QVERIFY(socket.waitForConnected());
    for (const char c : post(upsertPath, goodUser)) {
        socket.write(&c, 1);
        socket.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().endsWith(accepted));
}

void TestWire::waitingClientIsToldToGoOn()
{
    Running running;
    QByteArray request = post(upsertPath, goodUser, "Expect: 100-continue\r\n");
    const qsizetype bodyAt = request.indexOf("\r\n\r\n") + 4;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, running.port);
    socket.write(request.left(bodyAt));
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write(request.mid(bodyAt));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK") && answer.endsWith(accepted), answer.constData());
}

void TestWire::oneAnswerAConnection()
{
    Running running;
    const QByteArray answer
        = exchangeRaw(running.port, post(upsertPath, goodUser) + post(upsertPath, goodUser));
    QCOMPARE(answer.count("HTTP/1.1 200 OK"), 1);
    QCOMPARE(running.log.size(), 1);
}

void TestWire::announcedBodyIsNotRead()
{
    Running running;
    const QByteArray answer = exchangeRaw(
        running.port, "POST /api/user/v1/upsert HTTP/1.1\r\nContent-Length: 1000000000000\r\n\r\nabc");
    QVERIFY2(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), answer.constData());
    QVERIFY(answer.contains("X-Simulator-Evidence: documented\r\n"));
    QVERIFY(
        answer.endsWith(R"({"error":"request body is bigger than maximum allowed size 5,000,000 bytes"})"));
    QCOMPARE(running.log.size(), 1);
}

void TestWire::chunkedBodyIsCutOff()
{
    Running running("", insider::Profile::Proven, 100'000);
    const QByteArray chunk = "10000\r\n" + QByteArray(65536, 'x') + "\r\n";
    const QByteArray answer = exchangeRaw(
        running.port, "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeated(20));
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.left(300).constData());
    QVERIFY2(answer.contains(R"("body":null,"bytes":1)"), answer.right(300).constData());
    QCOMPARE(running.log.size(), 1);
}

/// Insider's rules are for Insider's endpoints alone.
void TestWire::largeBodyIsNoErrorElsewhere()
{
    Running running("", insider::Profile::Proven, 100'000);
    const QByteArray answer
        = exchangeRaw(running.port, "POST /echo/x HTTP/1.1\r\nContent-Length: 100001\r\n\r\nabc");
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.left(300).constData());
    QVERIFY2(answer.endsWith(R"("body":null,"bytes":100001})"), answer.right(300).constData());
}

void TestWire::clientThatLeaves()
{
    Running running("slow=50");
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, running.port);
        socket.write(post(upsertPath, goodUser));
        QTRY_COMPARE(running.log.size(), 1);
    }
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, running.port);
        socket.write("POST / HTTP/1.1\r\nContent-Len");
        QVERIFY(socket.waitForBytesWritten());
    }
    QVERIFY(exchangeRaw(running.port, post(upsertPath, goodUser)).endsWith(accepted));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
