// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::http;

class TestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void isExactOnTheWire();
    void keepsWhatTheUserGives();
    void keepsTheAuthorsAcceptEncoding_data();
    void keepsTheAuthorsAcceptEncoding();
    void announcesALength_data();
    void announcesALength();
    void refuses_data();
    void refuses();
};

void TestRequest::isExactOnTheWire()
{
    const auto request
        = makeRequest("POST", "https://Example.com:8443/a?b#c",
                      {{"X-B", " two "}, {"x-a", "1"}, {"X-B", "three"}, {"X-Empty", ""}}, "{}", "1.2");
    QVERIFY(request.hasValue());
    QCOMPARE(QByteArray::fromStdString(request->head()),
             QByteArray("POST /a?b HTTP/1.1\r\n"
                        "Host: example.com:8443\r\n"
                        "X-B: two\r\n"
                        "x-a: 1\r\n"
                        "X-B: three\r\n"
                        "X-Empty: \r\n"
                        "Accept: */*\r\n"
                        "Accept-Encoding: identity\r\n"
                        "User-Agent: ConnectionDesigner/1.2\r\n"
                        "Content-Length: 2\r\n"
                        "Connection: close\r\n"
                        "\r\n"));
    QCOMPARE(request->size(), request->head().size() + 2);
}

void TestRequest::keepsWhatTheUserGives()
{
    const auto request = makeRequest(
        "GET", "http://h", {{"user-agent", "me"}, {"ACCEPT", "a/b"}, {"accept-encoding", "br"}}, {}, "1.2");
    QVERIFY(request.hasValue());
    QCOMPARE(
        QByteArray::fromStdString(request->head()),
        QByteArray("GET / HTTP/1.1\r\nHost: h\r\nuser-agent: me\r\nACCEPT: a/b\r\naccept-encoding: br\r\n"
                   "Connection: close\r\n\r\n"));
}

void TestRequest::keepsTheAuthorsAcceptEncoding_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::newRow("gzip") << QByteArray("gzip");
    QTest::newRow("a list") << QByteArray("gzip, deflate, br;q=0.1");
    QTest::newRow("anything") << QByteArray("*");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("identity") << QByteArray(" identity ");
}

void TestRequest::keepsTheAuthorsAcceptEncoding()
{
    QFETCH(const QByteArray, given);
    const auto request
        = makeRequest("GET", "http://h", {{"Accept-encoding", given.toStdString()}}, {}, "1.2");
    QVERIFY(request.hasValue());
    QCOMPARE(QByteArray::fromStdString(*findHeader(request->headers, "Accept-Encoding")), given.trimmed());
    const QByteArray head = QByteArray::fromStdString(request->head()).toLower();
    QCOMPARE(head.count("accept-encoding"), 1);
}

void TestRequest::announcesALength_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("GET without body") << QByteArray("GET") << QByteArray() << QByteArray();
    QTest::newRow("GET with body") << QByteArray("GET") << QByteArray("x") << QByteArray("1");
    QTest::newRow("DELETE without body") << QByteArray("DELETE") << QByteArray() << QByteArray();
    QTest::newRow("POST without body") << QByteArray("POST") << QByteArray() << QByteArray("0");
    QTest::newRow("bytes, not letters") << QByteArray("PUT") << QByteArray("ş") << QByteArray("2");
}

void TestRequest::announcesALength()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    const auto request = makeRequest(method.toStdString(), "http://h", {}, body.toStdString(), "0");
    QVERIFY(request.hasValue());
    const std::string *length = findHeader(request->headers, "content-LENGTH");
    QTEST(length ? QByteArray::fromStdString(*length) : QByteArray(), "length");
}

void TestRequest::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("says");
    const QByteArray post("POST");
    const QByteArray url("http://h/");
    QTest::newRow("method") << QByteArray("P\r\n") << url << QByteArray("X") << QByteArray("y")
                            << QStringLiteral("the method contains a carriage return");
    QTest::newRow("url") << post << QByteArray("http://h:99999/") << QByteArray("X") << QByteArray("y")
                         << QStringLiteral("no port number");
    QTest::newRow("name") << post << url << QByteArray("X\n") << QByteArray("y")
                          << QStringLiteral("the header name contains a line feed");
    QTest::newRow("value names its header")
        << post << url << QByteArray("X-Key") << QByteArray("a\r\nb")
        << QStringLiteral("header X-Key: the header value contains a carriage return");
    QTest::newRow("value that begins with a line feed")
        << post << url << QByteArray("X") << QByteArray("\ny") << QStringLiteral("contains a line feed");
    QTest::newRow("own length") << post << url << QByteArray("Content-Length") << QByteArray("5")
                                << QStringLiteral("set by the program itself");
}

void TestRequest::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, says);
    const auto request = makeRequest(method.toStdString(), url.toStdString(),
                                     {{name.toStdString(), value.toStdString()}}, "{}", "0");
    QVERIFY(!request.hasValue());
    QCOMPARE(request.error().code, ErrorCode::InvalidRequest);
    QVERIFY2(request.error().message.contains(says), qPrintable(request.error().message));
    QVERIFY(!request.error().message.contains(QStringLiteral("a\r\nb")));
}

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
