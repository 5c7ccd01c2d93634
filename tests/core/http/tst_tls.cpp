// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultserver.h"
#include "perform.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslSocket>

using namespace designer;
using namespace designer::http;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_default); }
    void refusesAndSendsNothing_data();
    void refusesAndSendsNothing();
    void deliversOverTls();
    void largeBodyOverTls();
    void plainServerOnTlsPort();
    void stalledHandshake();
    void cancelsInTheHandshake();
    void closesWithinTheBody();

private:
    static QString file(const char *name)
    {
        return QStringLiteral(DESIGNER_TLS_DATA "/") + QLatin1String(name);
    }
    static QString key() { return file("throwaway-test-fixture.key"); }
    static void trust(const char *certificate);

    QSslConfiguration m_default;
};

void TestTls::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("This Qt has no TLS.");
    m_default = QSslConfiguration::defaultConfiguration();
}

/// As if an administrator had installed it: the attempt itself trusts nobody by itself.
void TestTls::trust(const char *certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(QSslCertificate::fromPath(file(certificate)));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestTls::refusesAndSendsNothing_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("trusted");
    QTest::addColumn<QString>("says");
    QTest::newRow("self-signed") << QByteArray("throwaway-test-fixture.crt") << QByteArray()
                                 << QStringLiteral("signed by itself");
    QTest::newRow("another name") << QByteArray("throwaway-test-othername.crt")
                                  << QByteArray("throwaway-test-othername.crt")
                                  << QStringLiteral("is for another name");
    QTest::newRow("expired") << QByteArray("throwaway-test-expired.crt")
                             << QByteArray("throwaway-test-authority.crt") << QStringLiteral("has expired");
}

void TestTls::refusesAndSendsNothing()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, trusted);
    QFETCH(QString, says);
    FaultServer server;
    server.useTls(file(certificate.constData()), key());
    if (!trusted.isEmpty())
        trust(trusted.constData());
    const Exchange exchange = perform(requestTo(server.url(), "POST", "{}", {{"Authorization", "canary"}}));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->code, ErrorCode::NotDelivered);
    QVERIFY2(exchange.error->message.contains(says), qPrintable(exchange.error->message));
    QVERIFY(exchange.error->wayOut.contains(QStringLiteral("nothing was sent")));
    QCOMPARE(exchange.bytesSent, 0U);
    QCOMPARE(exchange.phases.back().kind, Phase::Tls);
    QTRY_VERIFY(server.allClosed());
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.received(), QByteArray());
}

void TestTls::deliversOverTls()
{
    trust("throwaway-test-fixture.crt");
    FaultServer server;
    server.useTls(file("throwaway-test-fixture.crt"), key());
    server.answerWith(FaultServer::respond("HTTP/1.1 200 OK\r\n\r\nhello"));
    const Request request = requestTo(server.url());
    const Exchange exchange = perform(request);
    QVERIFY2(!exchange.error, qPrintable(exchange.error ? exchange.error->message : QString()));
    QCOMPARE(exchange.response->body, "hello");
    QCOMPARE(server.received(), bytes(request.head() + request.body));
    QCOMPARE(exchange.bytesSent, request.size());
    QList<Phase::Kind> kinds;
    for (const Phase &phase : exchange.phases)
        kinds.append(phase.kind);
    QCOMPARE(kinds,
             (QList<Phase::Kind>{Phase::Connect, Phase::Tls, Phase::Send, Phase::Wait, Phase::Receive}));
}

void TestTls::largeBodyOverTls()
{
    trust("throwaway-test-fixture.crt");
    FaultServer server;
    server.useTls(file("throwaway-test-fixture.crt"), key());
    server.answerWith(FaultServer::respond("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n"
                                           + QByteArray(3'000'000, 'x')));
    const Request request = requestTo(server.url(), "POST", std::string(3'000'000, 'y'));
    const Exchange exchange = perform(request);
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.response->body.size(), 3'000'000U);
    QCOMPARE(server.received().size(), static_cast<qsizetype>(request.size()));
    QCOMPARE(exchange.bytesSent, request.size());
}

void TestTls::plainServerOnTlsPort()
{
    FaultServer server;
    QByteArray url = server.url();
    url.replace("http://", "https://");
    connect(&server, &FaultServer::newConnection, this, [] {});
    server.answerEarly(FaultServer::closeWithout());
    Limits limits;
    limits.connectTimeout = std::chrono::milliseconds(150);
    const Exchange exchange = perform(requestTo(url), limits);
    QVERIFY(exchange.error);
    QVERIFY(exchange.error->message.contains(QStringLiteral("while setting up the secure connection")));
    QVERIFY(!server.received().contains("POST"));
}

void TestTls::stalledHandshake()
{
    FaultServer silent;
    QByteArray url = silent.url();
    url.replace("http://", "https://");
    Limits limits;
    limits.connectTimeout = std::chrono::milliseconds(100);
    const Exchange exchange = perform(requestTo(url), limits);
    QVERIFY(exchange.error->message.contains(
        QStringLiteral("gave up after 0.1 s while setting up the secure connection")));
    QVERIFY(!exchange.response);
    QCOMPARE(exchange.bytesSent, 0U);
}

void TestTls::cancelsInTheHandshake()
{
    FaultServer server;
    server.useTls(file("throwaway-test-fixture.crt"), key());
    Attempt attempt(requestTo(server.url()));
    QSignalSpy finished(&attempt, &Attempt::finished);
    connect(&attempt, &Attempt::phaseEntered, &attempt, [&](Phase::Kind phase) {
        if (phase == Phase::Tls)
            attempt.cancel();
    });
    attempt.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<Exchange>().error->code, ErrorCode::Cancelled);
}

void TestTls::closesWithinTheBody()
{
    trust("throwaway-test-fixture.crt");
    FaultServer server;
    server.useTls(file("throwaway-test-fixture.crt"), key());
    server.answerWith(FaultServer::respond("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
    const Exchange exchange = perform(requestTo(server.url()));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.response->body, "abc");
    QVERIFY(exchange.response->truncated);
    QCOMPARE(server.connections(), 1);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
