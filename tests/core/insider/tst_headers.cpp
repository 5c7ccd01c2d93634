// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/headers.h"
#include "insider/prediction.h"
#include "text/ascii.h"

#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace designer;
using namespace designer::insider;

using Headers = std::vector<Header>;
Q_DECLARE_METATYPE(Headers)

namespace {

Headers good()
{
    return {{"X-PARTNER-NAME", "lale"}, {"X-REQUEST-TOKEN", "t0ken"}, {"Content-Type", "application/json"}};
}

/// The good headers with one of them changed, or without it.
Headers with(std::string_view name, std::optional<std::string> value)
{
    Headers out;
    for (Header &header : good()) {
        if (!text::equalsIgnoringCase(header.name, name))
            out.push_back(std::move(header));
    }
    if (value)
        out.push_back({std::string(name), std::move(*value)});
    return out;
}

QStringList printed(const std::vector<HeaderFinding> &findings)
{
    QStringList out;
    for (const HeaderFinding &found : findings)
        out << QString::fromStdString(found.finding.code + ' ' + found.headerName);
    return out;
}

} // namespace

class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void onTheWire_data();
    void onTheWire();
    void besideASetting_data();
    void besideASetting();
    void answers_data();
    void answers();
    void assumedCorrectWithout();
    void tokensMayBeLeftAside();
};

void TestHeaders::onTheWire_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Headers &headers, const QStringList &expected) {
        QTest::newRow(name) << headers << expected;
    };
    row("good", good(), {});
    row("names have no case",
        {{"x-partner-name", "lale"}, {"x-request-token", "t"}, {"content-type", "application/json"}}, {});
    row("partner in capitals", with("X-PARTNER-NAME", "Lale"),
        {QStringLiteral("HEADER_PARTNER_CASE X-PARTNER-NAME")});
    row("partner with a blank", with("X-PARTNER-NAME", "la le"),
        {QStringLiteral("HEADER_PARTNER_CASE X-PARTNER-NAME")});
    row("partner from a secret", with("X-PARTNER-NAME", "{{secret:PARTNER}}"), {});
    row("partner from a placeholder", with("X-PARTNER-NAME", "##user.Brand##"), {});
    row("no partner", with("X-PARTNER-NAME", {}), {QStringLiteral("HEADER_MISSING X-PARTNER-NAME")});
    row("empty partner", with("X-PARTNER-NAME", ""), {QStringLiteral("HEADER_MISSING X-PARTNER-NAME")});
    row("no token", with("X-REQUEST-TOKEN", {}), {QStringLiteral("HEADER_MISSING X-REQUEST-TOKEN")});
    row("blank token", with("x-request-token", "  "), {QStringLiteral("HEADER_MISSING x-request-token")});
    row("no content type", with("Content-Type", {}), {QStringLiteral("HEADER_CONTENT_TYPE Content-Type")});
    row("text content type", with("Content-Type", "text/plain"),
        {QStringLiteral("HEADER_CONTENT_TYPE Content-Type")});
    row("content type with parameters", with("Content-Type", "Application/JSON; charset=utf-8"), {});
    row("content type with quoted parameters",
        with("Content-Type", " application/json ;charset=\"utf-8\"; a=\"b;c\""), {});
    row("content type of JSON in a parameter alone", with("Content-Type", "text/plain; a=application/json"),
        {QStringLiteral("HEADER_CONTENT_TYPE Content-Type")});
    row("content type with blanks inside", with("Content-Type", "application / json; charset=utf-8"),
        {QStringLiteral("HEADER_CONTENT_TYPE Content-Type")});
    row("foreign header", with("authorization", "Bearer x"), {QStringLiteral("HEADER_WRONG authorization")});
    row("foreign header of Insider's", with("X-INS-AUTH-KEY", "x"),
        {QStringLiteral("HEADER_WRONG X-INS-AUTH-KEY")});
    row("nothing", {},
        {QStringLiteral("HEADER_MISSING X-PARTNER-NAME"), QStringLiteral("HEADER_MISSING X-REQUEST-TOKEN"),
         QStringLiteral("HEADER_CONTENT_TYPE Content-Type")});
}

void TestHeaders::onTheWire()
{
    QFETCH(Headers, headers);
    QFETCH(QStringList, expected);
    const auto findings = checkHeaders(headers);
    QCOMPARE(printed(findings), expected);
    for (const HeaderFinding &found : findings) {
        QCOMPARE(found.finding.severity, Severity::Error);
        QVERIFY(!found.finding.payloadPointer);
    }
}

void TestHeaders::besideASetting_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QStringList>("expected");
    const Headers none = with("Content-Type", {});
    QTest::newRow("absent setting") << none << QByteArray() << QStringList();
    QTest::newRow("JSON") << none << QByteArray("application/json") << QStringList();
    QTest::newRow("another type") << none << QByteArray("text/plain")
                                  << QStringList(QStringLiteral("HEADER_CONTENT_TYPE "));
    QTest::newRow("same in a header") << good() << QByteArray() << QStringList();
    QTest::newRow("JSON with a parameter")
        << none << QByteArray("application/json; charset=utf-8") << QStringList();
    QTest::newRow("another type with a parameter") << none << QByteArray("text/plain; charset=utf-8")
                                                   << QStringList(QStringLiteral("HEADER_CONTENT_TYPE "));
    QTest::newRow("a blank inside") << none << QByteArray("application/ json")
                                    << QStringList(QStringLiteral("HEADER_CONTENT_TYPE "));
    QTest::newRow("a parameter in the header alone")
        << with("Content-Type", "application/json; charset=utf-8") << QByteArray("application/json")
        << QStringList();
    QTest::newRow("a blank inside in the header alone")
        << with("Content-Type", "application /json") << QByteArray("application/json")
        << QStringList(QStringLiteral("HEADER_CONTENT_TYPE Content-Type"));
    QTest::newRow("differing header") << with("Content-Type", "text/xml") << QByteArray("application/json")
                                      << QStringList(QStringLiteral("HEADER_CONTENT_TYPE Content-Type"));
}

void TestHeaders::besideASetting()
{
    QFETCH(Headers, headers);
    QFETCH(QByteArray, contentType);
    QFETCH(QStringList, expected);
    QCOMPARE(printed(checkHeaders(headers, contentType.toStdString())), expected);
}

void TestHeaders::answers_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray payload = R"({"users":[{"identifiers":{"uuid":"u9"},"attributes":{"age":4}}]})";
    const QByteArray accepted = R"({"data":{"successful":{"count":1},"fail":{}}})";
    const QByteArray partner = R"({"success":false,"message":"Partner is invalid."})";
    const QByteArray type = R"({"error":"content type must be application/json"})";
    QTest::newRow("good") << good() << payload << 200 << accepted;
    const QByteArray token = R"({"success":false,"message":"Partner token authentication failed."})";
    QTest::newRow("whether a token is right only Insider knows")
        << with("X-REQUEST-TOKEN", "wrong") << payload << 200 << accepted;
    QTest::newRow("no token") << with("X-REQUEST-TOKEN", {}) << payload << 401 << token;
    QTest::newRow("a blank token") << with("X-REQUEST-TOKEN", " ") << payload << 401 << token;
    QTest::newRow("content type before the token")
        << Headers{{"X-PARTNER-NAME", "a"}} << payload << 400 << type;
    QTest::newRow("partner") << with("X-PARTNER-NAME", "My Brand") << payload << 400 << partner;
    QTest::newRow("content type") << with("Content-Type", "text/plain") << payload << 400 << type;
    QTest::newRow("no content type") << with("Content-Type", {}) << payload << 400 << type;
    QTest::newRow("partner before content type")
        << Headers{{"X-PARTNER-NAME", "A"}} << payload << 400 << partner;
    QTest::newRow("headers before the body")
        << with("X-PARTNER-NAME", "A") << QByteArray("{") << 400 << partner;
    QTest::newRow("no partner: nobody knows") << with("X-PARTNER-NAME", {}) << payload << 403 << QByteArray();
}

void TestHeaders::answers()
{
    QFETCH(Headers, headers);
    QFETCH(QByteArray, payload);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const std::string bytes = payload.toStdString();
    const Prediction prediction = predict({bytes, headers, "POST", {}}, Profile::Proven, {});
    QCOMPARE(prediction.status, status);
    QCOMPARE(QByteArray::fromStdString(prediction.body.value_or("")), body);
    QCOMPARE(prediction.allAccepted, status == 200);
    QCOMPARE(prediction.basis == Evidence::Undocumented, body.isEmpty());
}

void TestHeaders::tokensMayBeLeftAside()
{
    const std::string body = R"({"users":[{"identifiers":{"uuid":"u9"},"attributes":{"age":4}}]})";
    Request request{body, with("X-REQUEST-TOKEN", {}), "POST", {}};
    request.needsToken = false;
    const Prediction prediction = predict(request, Profile::Proven, {});
    QCOMPARE(prediction.status, 200);
    QVERIFY(prediction.allAccepted);
    QCOMPARE(prediction.findings.size(), 1U); // HEADER_MISSING: that it is not there is said
}

void TestHeaders::assumedCorrectWithout()
{
    const Prediction prediction
        = predict({R"({"users":[{"identifiers":{"uuid":"u9"},"attributes":{"age":4}}]})", {}, "POST", {}},
                  Profile::Proven, {});
    QCOMPARE(prediction.status, 200);
    QVERIFY(prediction.findings.empty());
}

QTEST_GUILESS_MAIN(TestHeaders)

#include "tst_headers.moc"
