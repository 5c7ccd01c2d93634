// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/requestbuilder.h"
#include "text/ascii.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using testrun::BuiltRequest;

/// buildRequest(): the request that one event becomes.
class TestRequestBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void fillsTheAddress_data();
    void fillsTheAddress();
    void fillsHeaders_data();
    void fillsHeaders();
    void sendsOneContentType_data();
    void sendsOneContentType();
    void isExactOnTheWire();
    void goesToTheSandbox_data();
    void goesToTheSandbox();
    void refuses_data();
    void refuses();
    void noValueLeavesThePath_data();
    void noValueLeavesThePath();
    void putsSecretsIn();
    void readsNoSecretsFromEvents();
    void namesItsSecrets();
    void sendsNoBrokenXml_data();
    void sendsNoBrokenXml();
};

namespace {

const char *const sample
    = R"({"user_id":"u 1","evil":"a/b?c#d","n":1299.90,"dot":".","dots":"..","crlf":"a\r\nX-Evil: 1","nul":"a\u0000b","tab":"a\tb","city":"Şile","blank":" x ","port":"99999"})";

Result<BuiltRequest> built(const QByteArray &connection, const secrets::Secrets &secrets = {},
                           const std::optional<http::Endpoint> &sandbox = {})
{
    return testrun::buildRequest(compiled(connection), eventOf(sample), "{}", secrets, sandbox, "1.2");
}

QByteArray withUrl(const QByteArray &url)
{
    return R"({"request_format":{},"endpoint_url":)" + quoted(url) + '}';
}

/// \a settings: further members, each with a comma after it.
QByteArray withHeaders(const QByteArray &headers, const QByteArray &settings = {})
{
    return "{" + settings + R"("request_format":{},"endpoint_url":"https://h.example/","headers":{)" + headers
        + "}}";
}

QByteArray valueOf(const Result<BuiltRequest> &built, const char *name)
{
    const std::string *value = built ? http::findHeader(built->request.headers, name) : nullptr;
    return value ? QByteArray::fromStdString(*value) : QByteArray("(none)");
}

secrets::Secrets secretsOf(std::initializer_list<std::pair<const char *, const char *>> values)
{
    secrets::Secrets out;
    for (const auto &[name, value] : values)
        out.emplace(name, secrets::Secret(std::string(value)));
    return out;
}

} // namespace

void TestRequestBuilder::fillsTheAddress_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *title, const char *url, const char *sent) {
        QTest::newRow(title) << QByteArray(url) << QByteArray(sent);
    };
    row("as it stands", "https://h.example/a?b=c", "https://h.example/a?b=c");
    row("no path", "https://h.example", "https://h.example/");
    row("in the path", "https://h.example/##user_id##/x", "https://h.example/u%201/x");
    row("in the query", "https://h.example?q=##n##", "https://h.example/?q=1299.90");
    row("no value ends its part", "https://h.example/##evil##?q=##evil##",
        "https://h.example/a%2Fb%3Fc%23d?q=a%2Fb%3Fc%23d");
    row("no value breaks the line", "https://h.example/##crlf##", "https://h.example/a%0D%0AX-Evil%3A%201");
    row("no value ends the text", "https://h.example/##nul##", "https://h.example/a%00b");
    row("letters beyond ASCII", "https://h.example/##city##", "https://h.example/%C5%9Eile");
    row("a missing value is empty", "https://h.example/##gone##/x", "https://h.example//x");
    row("a fragment is not sent", "https://h.example/a#b", "https://h.example/a");
    row("a port", "https://h.example:8443/", "https://h.example:8443/");
    row("the scheme's own port", "http://h.example:80/", "http://h.example/");
    row("IPv6", "http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a");
    row("IDN", "https://bücher.example/", "https://xn--bcher-kva.example/");
}

void TestRequestBuilder::fillsTheAddress()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, sent);
    const auto request = built(withUrl(url));
    QVERIFY2(request, request ? "" : qPrintable(request.error().line()));
    QCOMPARE(QByteArray::fromStdString(request->request.endpoint.url()), sent);
}

void TestRequestBuilder::fillsHeaders_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *title, const char *headers, const char *name, const char *value) {
        QTest::newRow(title) << QByteArray(headers) << QByteArray(name) << QByteArray(value);
    };
    row("as it stands", R"("X-A":"b c")", "X-A", "b c");
    row("a value", R"("X-A":"id ##user_id##!")", "X-A", "id u 1!");
    row("a number by its text", R"("X-A":"##n##")", "X-A", "1299.90");
    row("letters beyond ASCII", R"("X-A":"##city##")", "X-A", "Şile");
    row("a tab inside", R"("X-A":"##tab##")", "X-A", "a\tb");
    row("blanks around it are not sent", R"("X-A":"##blank##")", "X-A", "x");
    row("a missing value is empty", R"("X-A":"##gone##")", "X-A", "");
    row("our User-Agent", R"("X-A":"")", "User-Agent", "ConnectionDesigner/1.2");
    row("the author's User-Agent", R"("user-agent":"me/1")", "User-Agent", "me/1");
    row("the author's Accept-Encoding", R"("Accept-Encoding":"gzip, br")", "Accept-Encoding", "gzip, br");
    row("a length that is ours", R"("X-A":"")", "Content-Length", "2");
}

void TestRequestBuilder::fillsHeaders()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const auto request = built(withHeaders(headers));
    QVERIFY2(request, request ? "" : qPrintable(request.error().line()));
    QCOMPARE(valueOf(request, name.constData()), value);
}

void TestRequestBuilder::sendsOneContentType_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray text = R"("content_type":"text/plain; charset=utf-8",)";
    QTest::newRow("neither") << QByteArray() << QByteArray() << QByteArray("application/json");
    QTest::newRow("the setting") << text << QByteArray() << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("the setting before the header")
        << text << QByteArray(R"("content-type":"text/html")") << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("no setting, a header")
        << QByteArray() << QByteArray(R"("Content-Type":"text/html")") << QByteArray("application/json");
    QTest::newRow("the header twice") << text << QByteArray(R"("Content-Type":"a/b","content-type":"c/d")")
                                      << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("an empty setting")
        << QByteArray(R"("content_type":"",)") << QByteArray() << QByteArray("application/json");
}

void TestRequestBuilder::sendsOneContentType()
{
    QFETCH(const QByteArray, settings);
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, sent);
    const auto request = built(withHeaders(headers, settings));
    QVERIFY(request);
    QCOMPARE(valueOf(request, "Content-Type"), sent);
    const auto &all = request->request.headers;
    QCOMPARE(
        std::count_if(all.begin(), all.end(),
                      [](const http::Header &h) { return text::equalsIgnoringCase(h.name, "content-type"); }),
        1);
}

void TestRequestBuilder::isExactOnTheWire()
{
    const auto request = built(
        withHeaders(R"("X-B":"2","Content-Type":"x/y","x-a":"##user_id##")", R"("request_method":"PUT",)"));
    QVERIFY(request);
    QCOMPARE(
        QByteArray::fromStdString(request->request.head()),
        QByteArray("PUT / HTTP/1.1\r\nHost: h.example\r\nX-B: 2\r\nContent-Type: application/json\r\n"
                   "x-a: u 1\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                   "User-Agent: ConnectionDesigner/1.2\r\nContent-Length: 2\r\nConnection: close\r\n\r\n"));
    QCOMPARE(request->request.body, std::string("{}"));
}

void TestRequestBuilder::goesToTheSandbox_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("insiders");
    const auto row = [](const char *title, const char *url, const char *sent, bool insiders) {
        QTest::newRow(title) << QByteArray(url) << QByteArray(sent) << insiders;
    };
    row("Insider's", "https://unification.useinsider.com/api/user/v1/upsert?a=##n##",
        "http://127.0.0.1:4711/api/user/v1/upsert?a=1299.90", true);
    row("Insider's by another name", "https://x.insiderone.com:8443/api/user/v1/upsert",
        "http://127.0.0.1:4711/api/user/v1/upsert", true);
    row("Insider's by its path as filled", "https://x.useinsider.com/api/##v##/v1/upsert",
        "http://127.0.0.1:4711/echo/api//v1/upsert", false);
    row("another's", "https://h.example/a?b=c", "http://127.0.0.1:4711/echo/a?b=c", false);
    row("another's without a path", "https://h.example", "http://127.0.0.1:4711/echo/", false);
    row("another's with a query alone", "https://h.example?a", "http://127.0.0.1:4711/echo/?a", false);
    row("another path of Insider's", "https://unification.useinsider.com/api/user/v1/delete",
        "http://127.0.0.1:4711/echo/api/user/v1/delete", false);
    row("a path that looks like a host", "https://h.example//evil.example/x",
        "http://127.0.0.1:4711/echo//evil.example/x", false);
}

void TestRequestBuilder::goesToTheSandbox()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, insiders);
    const auto sandbox = http::parseEndpoint("http://127.0.0.1:4711/");
    QVERIFY(sandbox);
    const auto request = built(withUrl(url), {}, *sandbox);
    QVERIFY(request);
    QCOMPARE(QByteArray::fromStdString(request->request.endpoint.url()), sent);
    QCOMPARE(valueOf(request, "Host"), QByteArray("127.0.0.1:4711"));
    QCOMPARE(request->insiders, insiders);
    const auto live = built(withUrl(url));
    QVERIFY(live);
    QCOMPARE(live->insiders, insiders);
}

void TestRequestBuilder::refuses_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *title, const QByteArray &connection, const char *says,
                        ErrorCode code = ErrorCode::InvalidRequest) {
        QTest::newRow(title) << connection << static_cast<int>(code) << QString::fromUtf8(says);
    };
    row("no address", R"({"request_format":{}})", "there is no URL");
    row("port 99999", withUrl("https://h.example:99999/"), "no port number");
    row("port 0", withUrl("https://h.example:0/"), "no port number");
    row("a port from the event", withUrl("https://h.example:##port##/"), "before its path");
    row("a host from the event", withUrl("https://##user_id##.example/"), "before its path");
    row("a scheme from the event", withUrl("##user_id##://h.example/"), "before its path");
    row("IPv6 without brackets", withUrl("https://2001:db8::1/"), "no port number");
    row("a user in the address", withUrl("https://u:p@h.example/"), "user name or password");
    row("another scheme", withUrl("ftp://h.example/"), "does not begin with https://");
    row("a line break in the address", withUrl("https://h.example/\r\nX-Evil: 1"), "control character");
    row("a NUL in the address", withUrl(QByteArray("https://h.example/\0x", 20)), "control character");
    row("a header broken by the event", withHeaders(R"("X-A":"##crlf##")"), "header X-A: ");
    row("a header ended by the event", withHeaders(R"("X-A":"##nul##")"), "a NUL byte");
    row("a header broken by the author", withHeaders(R"("X-A":"a\r\nX-Evil: 1")"), "a carriage return");
    row("a header's name broken by the author", withHeaders(R"("X-A\r\nX-Evil":"1")"), "header name");
    row("a header that is ours", withHeaders(R"("Host":"evil.example")"), "set by the program");
    row("a content type broken by the event", withHeaders("", R"("content_type":"a/b;##crlf##",)"),
        "header Content-Type: ");
    row("a method that is none", withHeaders("", R"("request_method":"GET /x",)"),
        "the method contains a blank");
    row("an empty method", withHeaders("", R"("request_method":"",)"), "the method is empty");
    row("a method broken by the author", withHeaders("", R"("request_method":"GET\r\nX: 1",)"),
        "a carriage return");
    row("a secret that is not known", withHeaders(R"("X-A":"{{secret:T}}")"), "T is not known",
        ErrorCode::SecretUnavailable);
    row("a secret in the host", withUrl("https://{{secret:T}}/"), "a secret stands in the address before");
    row("a secret in a part of the host", withUrl("https://{{secret:T}}.useinsider.com/api/user/v1/upsert"),
        "a secret stands in the address before");
    row("a secret as the port", withUrl("https://h.example:{{secret:T}}/"),
        "a secret stands in the address before");
    row("a secret for the address", withUrl("{{secret:T}}"), "a secret stands in the address before");
    row("a secret and no scheme", withUrl("h.example/{{secret:T}}"), "T is not known",
        ErrorCode::SecretUnavailable);
    row("a secret that is not complete", withHeaders(R"("X-A":"{{secret:T}")"), "not complete");
    const QByteArray blocks = R"("x_designer":{"missing_values":"block"},)";
    row("a missing value that blocks", withHeaders(R"("X-A":"##gone##")", blocks), "not rendered: gone",
        ErrorCode::MissingValues);
    row("a missing value of the address that blocks",
        "{" + blocks + R"("request_format":{},"endpoint_url":"https://h.example/##gone##"})",
        "not rendered: gone", ErrorCode::MissingValues);
}

void TestRequestBuilder::refuses()
{
    QFETCH(const QByteArray, connection);
    QFETCH(const int, code);
    QFETCH(const QString, says);
    const auto request = built(connection);
    QVERIFY(!request);
    QCOMPARE(codeName(request.error().code), codeName(static_cast<ErrorCode>(code)));
    QVERIFY2(request.error().message.contains(says), qPrintable(request.error().message));
    QVERIFY(!request.error().wayOut.isEmpty());
    // Of the event the value is not there, so it has no place.
    const bool eventLacksIt = static_cast<ErrorCode>(code) == ErrorCode::MissingValues;
    QCOMPARE(request.error().file, eventLacksIt ? QStringLiteral("e.json") : QStringLiteral("c.json"));
    QCOMPARE(request.error().position.has_value(), !eventLacksIt);
}

void TestRequestBuilder::noValueLeavesThePath_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("sound");
    const auto row = [](const char *url, bool sound) { QTest::newRow(url) << QByteArray(url) << sound; };
    row("https://h.example/a/##dots##/b", false);
    row("https://h.example/a/##dot##/b", false);
    row("https://h.example/a/##dots##", false);
    row("https://h.example/a/##dots##?q", false);
    row("https://h.example/a/##dot####dot##/b", false);
    row("https://h.example/a/.##dot##/b", false);
    row("https://h.example/a/.##gone##/b", false);
    row("https://h.example/a/%2e##dot##/b", false);
    row("https://h.example/a/%2E%2E##gone##/b", false);
    row("https://h.example/../##dots##/b", false);
    row("https://h.example/a/{{secret:UP}}/b", false);
    row("https://h.example/a/##dots##x/b", true);
    row("https://h.example/a/##dots####dots##/b", true);
    row("https://h.example/a/##gone##/b", true);
    row("https://h.example/a?q=/##dots##/", true);
    row("https://h.example/a/../##user_id##", true); // the author's own
    row("https://h.example/a/%2e%2e/b", true);
    row("https://h.example/a#/##dots##/", true); // a fragment is not sent
}

void TestRequestBuilder::noValueLeavesThePath()
{
    QFETCH(const QByteArray, url);
    QFETCH(const bool, sound);
    const auto request = built(withUrl(url), secretsOf({{"UP", ".."}}));
    QCOMPARE(request.hasValue(), sound);
    if (!sound) {
        QCOMPARE(codeName(request.error().code), codeName(ErrorCode::InvalidRequest));
        QVERIFY2(request.error().message.contains(u"another path"), qPrintable(request.error().message));
    }
}

void TestRequestBuilder::putsSecretsIn()
{
    const auto request = built(
        R"({"request_format":{},"endpoint_url":"https://h.example/{{secret:A}}?b={{secret:B}}","headers":{"X":"Bearer {{secret:A}}"}})",
        secretsOf({{"A", "a/ü"}, {"B", "&{{secret:A}}"}}));
    QVERIFY(request);
    QCOMPARE(QByteArray::fromStdString(request->request.endpoint.target),
             QByteArray("/a%2F%C3%BC?b=%26%7B%7Bsecret%3AA%7D%7D"));
    QCOMPARE(valueOf(request, "X"), QByteArray("Bearer a/ü"));
    // A secret cannot break the line either.
    const auto broken = built(withHeaders(R"("X":"{{secret:A}}")"), secretsOf({{"A", "a\r\nX-Evil: 1"}}));
    QVERIFY(!broken);
    QCOMPARE(codeName(broken.error().code), codeName(ErrorCode::InvalidRequest));
}

void TestRequestBuilder::readsNoSecretsFromEvents()
{
    const auto connection = compiled(
        R"({"request_format":{},"endpoint_url":"https://h.example/##a##","headers":{"X":"##a##","Y":"{{secret:##b##}}"}})");
    const auto event = eventOf(R"({"a":"{{secret:T}}","b":"T"})");
    const auto request = testrun::buildRequest(connection, event, {}, secretsOf({{"T", "canary"}}), {}, "1");
    QVERIFY(!request); // half a name from the event is no name
    QVERIFY(!request.error().sentence().contains(u"canary"));
    const auto plain = compiled(
        R"({"request_format":{},"endpoint_url":"https://h.example/##a##","headers":{"X":"##a##"}})");
    const auto sent = testrun::buildRequest(plain, event, {}, secretsOf({{"T", "canary"}}), {}, "1");
    QVERIFY(sent);
    QCOMPARE(valueOf(sent, "X"), QByteArray("{{secret:T}}"));
    QCOMPARE(sent->request.head().find("canary"), std::string::npos);
}

void TestRequestBuilder::namesItsSecrets()
{
    const auto connection = compiled(
        R"({"request_format":{"x":"{{secret:BODY}}"},"endpoint_url":"https://h.example/{{secret:A}}","content_type":"a/b; x={{secret:C}}",)"
        R"("headers":{"X":"{{secret:B}}{{secret:A}}","Content-Type":"{{secret:NOT_SENT}}"},"x_designer":{"template":"text","headers_off":{"Y":"{{secret:OFF}}"}}})");
    QCOMPARE(testrun::secretNames(connection), (std::vector<std::string>{"A", "B", "C"}));
}

void TestRequestBuilder::sendsNoBrokenXml_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("sound");
    const auto row = [](const char *title, const char *type, const QByteArray &body, bool sound) {
        QTest::newRow(title) << QByteArray(type) << body << sound;
    };
    row("tab and line ends", "application/xml", "<a>\t\r\n</a>", true);
    row("NUL", "application/xml", QByteArray("<a>\0</a>", 8), false);
    row("a control character", "text/xml; charset=utf-8", "<a>\x0b</a>", false);
    row("U+FFFE", "application/soap+xml", "<a>\xef\xbf\xbe</a>", false);
    row("U+FFFF", "application/xml", "<a>\xef\xbf\xbf</a>", false);
    row("U+FFFD", "application/xml", "<a>\xef\xbf\xbd</a>", true);
    row("delete", "application/xml", "<a>\x7f</a>", true);
    row("in a text that is no XML", "text/plain", "\x0b", true);
}

void TestRequestBuilder::sendsNoBrokenXml()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, sound);
    const auto connection
        = compiled(R"({"request_format":"<a/>","endpoint_url":"https://h.example/","content_type":")" + type
                   + R"(","x_designer":{"template":"text"}})");
    const auto request = testrun::buildRequest(connection, eventOf(sample), body.toStdString(), {}, {}, "1");
    QCOMPARE(request.hasValue(), sound);
    if (!sound) {
        QCOMPARE(codeName(request.error().code), codeName(ErrorCode::InvalidRequest));
        QVERIFY2(request.error().message.contains(u"XML"), qPrintable(request.error().message));
    }
}

QTEST_GUILESS_MAIN(TestRequestBuilder)
#include "tst_requestbuilder.moc"
