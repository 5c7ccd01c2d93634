// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/endpoint.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::http;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void everyByteInAPath();
    void everyByteInAHost();
    void loopback_data();
    void loopback();
};

void TestEndpoint::reads_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authority");
    const auto row
        = [](const char *url, const char *host, int port, const char *target, const char *authority) {
              QTest::newRow(url) << QByteArray(url) << QByteArray(host) << port << QByteArray(target)
                                 << QByteArray(authority);
          };
    row("https://example.com/a/b?c=d&e=f", "example.com", 443, "/a/b?c=d&e=f", "example.com");
    row("http://example.com", "example.com", 80, "/", "example.com");
    row("HTTPS://Example.COM/A", "example.com", 443, "/A", "example.com");
    row("https://example.com:443/", "example.com", 443, "/", "example.com");
    row("https://example.com:80/", "example.com", 80, "/", "example.com:80");
    row("https://example.com:/x", "example.com", 443, "/x", "example.com");
    row("http://example.com:65535", "example.com", 65535, "/", "example.com:65535");
    row("http://example.com?q=1", "example.com", 80, "/?q=1", "example.com");
    row("http://example.com/a#fragment", "example.com", 80, "/a", "example.com");
    row("http://example.com#fragment", "example.com", 80, "/", "example.com");
    row("http://example.com/a?b#c?d", "example.com", 80, "/a?b", "example.com");
    row("http://127.0.0.1:8080/x", "127.0.0.1", 8080, "/x", "127.0.0.1:8080");
    row("http://[::1]:8080/x", "::1", 8080, "/x", "[::1]:8080");
    row("https://[2001:DB8:0::1]/", "2001:db8::1", 443, "/", "[2001:db8::1]");
    row("https://münchen.example/", "xn--mnchen-3ya.example", 443, "/", "xn--mnchen-3ya.example");
    row("https://MÜNCHEN.example/", "xn--mnchen-3ya.example", 443, "/", "xn--mnchen-3ya.example");
    row("https://my_host.example./", "my_host.example.", 443, "/", "my_host.example.");
    row("http://h/ş?ğ=ü", "h", 80, "/%C5%9F?%C4%9F=%C3%BC", "h");
    row("http://h/a%2Fb%20c", "h", 80, "/a%2Fb%20c", "h");
    row("http://h/{x}|\"<>^`\\", "h", 80, "/%7Bx%7D%7C%22%3C%3E%5E%60%5C", "h");
    row("http://h/../a//b/./c", "h", 80, "/../a//b/./c", "h");
    row("http://h/@user:pass", "h", 80, "/@user:pass", "h");
    row("http://h/?a[]=1&b=https://x", "h", 80, "/?a[]=1&b=https://x", "h");
}

void TestEndpoint::reads()
{
    QFETCH(QByteArray, url);
    const Result<Endpoint> endpoint = parseEndpoint(url.toStdString());
    QVERIFY2(endpoint.hasValue(), qPrintable(endpoint ? QString() : endpoint.error().sentence()));
    QTEST(QByteArray::fromStdString(endpoint->host), "host");
    QTEST(int(endpoint->port), "port");
    QTEST(QByteArray::fromStdString(endpoint->target), "target");
    QTEST(QByteArray::fromStdString(endpoint->authority()), "authority");
    QCOMPARE(endpoint->secure, url.toLower().startsWith("https"));
    QCOMPARE(*parseEndpoint(endpoint->url()), *endpoint);
}

void TestEndpoint::refuses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *title, const QByteArray &url, const char *says) {
        QTest::newRow(title) << url << QString::fromUtf8(says);
    };
    row("empty", "", "there is no URL");
    row("no scheme", "example.com/x", "does not begin with https:// or http://");
    row("other scheme", "ftp://example.com/", "does not begin with https:// or http://");
    row("scheme relative", "//example.com/", "does not begin with https:// or http://");
    row("javascript", "javascript:alert(1)", "does not begin with https:// or http://");
    row("no host", "https:///x", "names no host");
    row("port alone", "https://:80/x", "names no host");
    row("port too large", "https://h:99999/", "\"99999\" is no port number");
    row("port zero", "https://h:0/", "\"0\" is no port number");
    row("port negative", "https://h:-1/", "\"-1\" is no port number");
    row("port of letters", "https://h:https/", "\"https\" is no port number");
    row("port as long as is shown", "https://h:canary01234567890123/",
        "\"canary01234567890123\" is no port number");
    row("port too long to be shown", "https://h:canary012345678901234/",
        "what stands after the host is no port number");
    row("port overflowing", "https://h:18446744073709551617/", "is no port number");
    row("user and password", "https://u:p@h/", "a user name or password");
    row("user", "https://u@h/", "a user name or password");
    row("empty user", "https://@h/", "a user name or password");
    row("CR LF in path", "https://h/a\r\nX: y", "a line break or another control character");
    row("CR LF in host", "https://h\r\n/", "a line break or another control character");
    row("NUL", QByteArray("https://h/\0", 11), "a line break or another control character");
    row("blank in path", "https://h/a b", "contains a blank");
    row("blank after", "https://h/ ", "contains a blank");
    row("blank before", " https://h/", "contains a blank");
    row("not UTF-8", "https://h/\xff", "not valid UTF-8");
    row("lone percent", "https://h/100%", "not followed by two hexadecimal digits");
    row("cut percent", "https://h/a%2", "not followed by two hexadecimal digits");
    row("backslash for slash", "https://h\\@evil/", "a backslash after the host");
    row("unclosed bracket", "https://[::1/", "is not closed");
    row("bad IPv6", "https://[::zz]/", "is no IPv6 address");
    row("IPv4 in brackets", "https://[127.0.0.1]/", "is no IPv6 address");
    row("IPv6 with zone", "https://[fe80::1%25eth0]/", "is no IPv6 address");
    row("text after bracket", "https://[::1]x/", "between the host and the port");
    row("IPv6 without brackets", "https://2001:db8::1/", "is no port number");
    row("short IPv4", "https://127.1/", "is no host name");
    row("hexadecimal IPv4", "https://0x7f.0.0.1/", "is no host name");
    row("IPv4 as one number", "https://2130706433/", "is no host name");
    row("hexadecimal number", "https://0x7f000001/", "is no host name");
    row("octal IPv4", "https://0177.0.0.1/", "is no host name");
    row("IPv4 over 255", "https://256.1.1.1/", "is no host name");
    row("percent in host", "https://exa%6dple.com/", "is no host name");
    row("star in host", "https://*.example.com/", "is no host name");
    row("two dots", "https://a..b/", "is no host name");
    row("dot first", "https://.b/", "is no host name");
    row("long label", "https://" + QByteArray(64, 'a') + ".b/", "is no host name");
    row("long name", "https://" + QByteArray("abcdefg.").repeated(32) + "b/", "is no host name");
    row("full-width slash", "https://a／b.example/", "is no host name");
    row("unfilled data centre", "https://[your-data-center].example/", "between the host and the port");
}

void TestEndpoint::refuses()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, says);
    const Result<Endpoint> endpoint = parseEndpoint(url.toStdString());
    QVERIFY2(!endpoint.hasValue(), endpoint ? endpoint->url().c_str() : "");
    QCOMPARE(endpoint.error().code, ErrorCode::InvalidRequest);
    QVERIFY2(endpoint.error().message.contains(says), qPrintable(endpoint.error().message));
    QVERIFY(!endpoint.error().wayOut.isEmpty());
}

void TestEndpoint::everyByteInAPath()
{
    for (int byte = 0; byte < 256; ++byte) {
        const std::string url = std::string("http://h/a") + static_cast<char>(byte) + "b";
        const Result<Endpoint> endpoint = parseEndpoint(url);
        const bool allowed = byte > 0x20 && byte < 0x7f && byte != '%';
        QVERIFY2(endpoint.hasValue() == allowed, qPrintable(QString::number(byte)));
        if (endpoint)
            QCOMPARE(endpoint->host, "h");
    }
}

void TestEndpoint::everyByteInAHost()
{
    for (int byte = 0; byte < 256; ++byte) {
        const std::string url = std::string("http://a") + static_cast<char>(byte) + "b.example/x";
        const Result<Endpoint> endpoint = parseEndpoint(url);
        const bool letter
            = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        const bool endsHost = byte == '/' || byte == '?' || byte == '#';
        const bool allowed = letter || endsHost || byte == '.' || byte == '-' || byte == '_';
        QVERIFY2(endpoint.hasValue() == allowed, qPrintable(QString::number(byte)));
        if (endpoint && endsHost)
            QCOMPARE(endpoint->host, "a");
    }
}

void TestEndpoint::loopback_data()
{
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<bool>("address");
    QTest::newRow("http://localhost/") << true << false;
    QTest::newRow("http://LOCALHOST./") << true << false;
    QTest::newRow("http://a.localhost/") << true << false;
    QTest::newRow("http://127.0.0.1/") << true << true;
    QTest::newRow("http://127.9.8.7/") << true << true;
    QTest::newRow("http://[::1]/") << true << true;
    QTest::newRow("http://[::ffff:127.0.0.1]/") << true << true;
    QTest::newRow("http://localhost.example/") << false << false;
    QTest::newRow("http://notlocalhost/") << false << false;
    QTest::newRow("http://10.0.0.1/") << false << true;
    QTest::newRow("http://[2001:db8::1]/") << false << true;
}

void TestEndpoint::loopback()
{
    const Result<Endpoint> endpoint = parseEndpoint(QTest::currentDataTag());
    QVERIFY(endpoint.hasValue());
    QTEST(endpoint->isLoopback(), "loopback");
    QTEST(endpoint->isAddress(), "address");
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
