// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/verdict.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;

namespace {

constexpr auto threeUsers = R"~({"users":[{"identifiers":{"email":"a"}},{"identifiers":{"email":"b"}},{}]})~";

/// "outcome accepted/rejected"
QString printed(const Verdict &verdict)
{
    return QString::fromStdString(std::string(name(verdict.outcome)) + ' '
                                  + std::to_string(verdict.usersAccepted) + '/'
                                  + std::to_string(verdict.usersRejected));
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void answers_data();
    void answers();
    void errorsAreTracedBack();
    void everyPrefixOfAnAnswerIsReadable();
    void summaries_data();
    void summaries();
    void statusAlone_data();
    void statusAlone();
    void predictionRoundTrip_data();
    void predictionRoundTrip();
    void unknownPrediction();
};

void TestVerdict::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("errors");
    const auto row
        = [](const char *name, int status, const QByteArray &body, const char *expected, int errors = 0) {
              QTest::newRow(name) << status << body << QString::fromLatin1(expected) << errors;
          };
    row("all accepted", 200, R"~({"data":{"successful":{"count":3},"fail":{}}})~", "accepted 3/0");
    row("all rejected", 200,
        R"~({"data":{"successful":{},"fail":{"count":3,"errors":{"users.0.identifiers.required":["x"]}}}})~",
        "rejected 0/3", 1);
    row("some", 200,
        R"~({"data":{"successful":{"count":1},"fail":{"count":2,"errors":{"users.0.a":["x","y"],"users.1.b":["z"]}}}})~",
        "partly 1/2", 3);
    row("errors without a count", 200,
        R"~({"data":{"successful":{"count":1},"fail":{"errors":{"users.0.a":["x"],"users.0.b":["x"],"users.2.b":["z"]}}}})~",
        "partly 1/2", 3);
    row("errors that are no lists", 200,
        R"~({"data":{"fail":{"count":1,"errors":{"users.0.a":"x","users.0.b":[4,null]}}}})~", "rejected 0/1",
        3);
    row("null parts", 200, R"~({"data":{"successful":null,"fail":null}})~", "unknown 0/0");
    row("nobody counted", 200, R"~({"data":{"successful":{},"fail":{}}})~", "unknown 0/0");
    row("count a text", 200, R"~({"data":{"successful":{"count":"3"},"fail":{}}})~", "unknown 0/0");
    row("count negative", 200, R"~({"data":{"successful":{"count":-3},"fail":{}}})~", "unknown 0/0");
    row("part a list", 200, R"~({"data":{"successful":[],"fail":{}}})~", "unknown 0/0");
    row("data a list", 200, R"~({"data":[]})~", "unknown 0/0");
    row("another object", 200, R"~({"ok":true})~", "unknown 0/0");
    row("success without data", 200, R"~({"success":true})~", "unknown 0/0");
    row("empty", 200, "", "unknown 0/0");
    row("web page", 200, "<html><body>hello</body></html>", "unknown 0/0");
    row("cut off", 200, R"~({"data":{"successful":{"count":)~", "unknown 0/0");
    row("no UTF-8", 200, "\xFF\xFE", "unknown 0/0");
    row("200 that says no", 200, R"~({"success":false,"message":"Partner is invalid."})~", "rejected 0/3", 1);
    row("200 with an error", 200, R"~({"error":"something"})~", "rejected 0/3", 1);
    row("users missing", 400, R"~({"error":"users must be defined: bad request"})~", "rejected 0/3", 1);
    row("400 without words", 400, "", "rejected 0/3");
    row("400 that judges users", 400, R"~({"data":{"successful":{"count":2},"fail":{"count":1}}})~",
        "partly 2/1");
    row("302", 302, "", "unknown 0/0");
    row("401", 401, R"~({"success":false,"message":"Partner token authentication failed."})~", "rejected 0/3",
        1);
    row("403", 403, R"~({"success":false,"message":"Access Denied."})~", "rejected 0/3", 1);
    row("403 web page", 403, "<!DOCTYPE html>", "rejected 0/3");
    row("404", 404, R"~({"message":"no Route matched"})~", "rejected 0/3", 1);
    row("429", 429, R"~({"error":"rejected: too many requests"})~", "rejected 0/3", 1);
    row("429 without words", 429, "", "rejected 0/3");
    row("500", 500, R"~({"success":false,"message":"The request processing has failed."})~", "rejected 0/3",
        1);
    row("503 without words", 503, "", "rejected 0/3");
    row("504", 504, "", "unknown 0/0");
    row("504 web page", 504, "<html>", "unknown 0/0");
    row("520", 520, "error code: 520", "unknown 0/0");
    row("redirect", 302, "", "unknown 0/0");
    row("no answer", 0, "", "undeliverable 0/0");
}

void TestVerdict::answers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QFETCH(int, errors);
    const Verdict verdict = decode(status, body.toStdString(), json::Document(threeUsers));
    QCOMPARE(printed(verdict), expected);
    QCOMPARE(static_cast<int>(verdict.errors.size()), errors);
    QVERIFY(!verdict.summary.isEmpty());
    QVERIFY2(!verdict.summary.contains(u'%'), qPrintable(verdict.summary));
}

void TestVerdict::errorsAreTracedBack()
{
    const json::Document sent(
        R"~({"users":[{"identifiers":{"a":1,"b":2}},{"insider_id":"i9","events":[{"event_name":"purchase"}]}]})~");
    const Verdict verdict = decode(
        200,
        R"~({"data":{"successful":{},"fail":{"count":2,"errors":{)~"
        R"~("users.0.identifiers.*.in(defaults_column)":["key must be one of phone_number(pn), email(em) or uuid","key must be one of phone_number(pn), email(em) or uuid"],)~"
        R"~("users.1.events.0.event_params.*.required":["unit_sale_price parameter is required on purchase event"]}}}})~",
        sent);
    QCOMPARE(verdict.errors.size(), std::size_t(3));
    QCOMPARE(verdict.errors[0].payloadPointer, std::string("/users/0/identifiers/a"));
    QCOMPARE(verdict.errors[1].payloadPointer, std::string("/users/0/identifiers/b"));
    QCOMPARE(verdict.errors[2].payloadPointer, std::string("/users/1/events/0/event_params/unit_sale_price"));
    const Verdict missing
        = decode(400, R"~({"error":"users must be defined: bad request"})~", json::Document("{}"));
    QCOMPARE(missing.errors.front().payloadPointer, std::string("/users"));
    QCOMPARE(missing.evidence, Evidence::Documented);
}

void TestVerdict::everyPrefixOfAnAnswerIsReadable()
{
    const std::string whole
        = R"~({"data":{"successful":{"count":1},"fail":{"count":2,"errors":{"users.0.identifiers.*.regexp(^.+@.+\\..+$)":["not a valid email address: a"]}}}})~";
    const json::Document sent(threeUsers);
    for (std::size_t length = 0; length < whole.size(); ++length)
        QCOMPARE(decode(200, whole.substr(0, length), sent).outcome, Outcome::Unknown);
    QCOMPARE(decode(200, whole, sent).outcome, Outcome::Partly);
}

void TestVerdict::summaries_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("expected");
    const QByteArray one = R"~({"users":[{}]})~";
    QTest::newRow("one") << 200 << QByteArray(R"~({"data":{"successful":{"count":1},"fail":{}}})~") << one
                         << QStringLiteral("1 user accepted");
    QTest::newRow("three") << 200 << QByteArray(R"~({"data":{"successful":{"count":3},"fail":{}}})~")
                           << QByteArray(threeUsers) << QStringLiteral("3 users accepted");
    QTest::newRow("not as many as sent")
        << 200 << QByteArray(R"~({"data":{"successful":{"count":2},"fail":{}}})~") << one
        << QStringLiteral("2 users accepted (1 sent)");
    QTest::newRow("rejected") << 200
                              << QByteArray(
                                     R"~({"data":{"fail":{"count":1,"errors":{"users.0.x":["no good"]}}}})~")
                              << one << QStringLiteral("rejected: no good");
    QTest::newRow("partly")
        << 200
        << QByteArray(
               R"~({"data":{"successful":{"count":1},"fail":{"count":2,"errors":{"users.0.x":["no good"]}}}})~")
        << QByteArray(threeUsers) << QStringLiteral("1 user accepted, 2 rejected: no good");
    QTest::newRow("page") << 200 << QByteArray("<html>") << one
                          << QStringLiteral("Insider’s answer cannot be read (status 200): it is a web page");
    QTest::newRow("cut off") << 200 << QByteArray("{\"data\":") << one
                             << QStringLiteral("Insider’s answer cannot be read (status 200): it breaks off");
    QTest::newRow("503") << 503 << QByteArray() << one
                         << QStringLiteral("rejected with status 503; send the same request again later");
}

void TestVerdict::summaries()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, sent);
    QFETCH(QString, expected);
    QCOMPARE(decode(status, body.toStdString(), json::Document(sent.toStdString())).summary, expected);
}

void TestVerdict::statusAlone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("expected");
    QTest::newRow("200") << 200 << QStringLiteral("accepted 0/0");
    QTest::newRow("204") << 204 << QStringLiteral("accepted 0/0");
    QTest::newRow("299") << 299 << QStringLiteral("accepted 0/0");
    QTest::newRow("199") << 199 << QStringLiteral("rejected 0/0");
    QTest::newRow("300") << 300 << QStringLiteral("rejected 0/0");
    QTest::newRow("500") << 500 << QStringLiteral("rejected 0/0");
    QTest::newRow("none") << 0 << QStringLiteral("undeliverable 0/0");
}

void TestVerdict::statusAlone()
{
    QFETCH(int, status);
    QFETCH(QString, expected);
    const Verdict verdict = decodeByStatusAlone(status);
    QCOMPARE(printed(verdict), expected);
    QVERIFY(verdict.errors.empty());
    QCOMPARE(verdict.evidence, Evidence::Ours);
}

void TestVerdict::predictionRoundTrip_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QStringList>("pointers");
    const auto row = [](const char *name, const char *user, const QStringList &pointers) {
        QTest::newRow(name) << QByteArray(user) << pointers;
    };
    row("accepted", R"~({"insider_id":"i9","attributes":{"age":4}})~", {});
    row("no identifier", R"~({"attributes":{"age":4}})~",
        {QStringLiteral("/users/1/identifiers"), QStringLiteral("/users/1/insider_id")});
    row("address", R"~({"identifiers":{"email":"ok@x.co","em":"x\ny"},"attributes":{"age":4}})~",
        {QStringLiteral("/users/1/identifiers/em")});
    row("number", R"~({"identifiers":{"pn":"+1"},"attributes":{"age":4}})~",
        {QStringLiteral("/users/1/identifiers/pn")});
    row("uuid", R"~({"identifiers":{"uuid":[ 1 ]},"attributes":{"age":4}})~",
        {QStringLiteral("/users/1/identifiers/uuid")});
    row("keys", R"~({"identifiers":{"a/b":"1","~":"2"},"attributes":{"age":4}})~",
        {QStringLiteral("/users/1/identifiers/a~1b"), QStringLiteral("/users/1/identifiers/~0")});
    row("events",
        R"~({"insider_id":"i9","events":[{"event_name":"Big","timestamp":"2026-02-28T12:00:00Z"},{"event_name":"purchase","timestamp":"2026-02-28T12:00:00Z"}]})~",
        {QStringLiteral("/users/1/events/0/event_name"),
         QStringLiteral("/users/1/events/1/event_params/event_group_id"),
         QStringLiteral("/users/1/events/1/event_params/unit_sale_price")});
}

void TestVerdict::predictionRoundTrip()
{
    QFETCH(QByteArray, user);
    QFETCH(QStringList, pointers);
    const std::string payload
        = R"~({"users":[{"insider_id":"i1","attributes":{"age":4}},)~" + user.toStdString() + "]}";
    const json::Document sent(payload);
    const Prediction prediction = predict({payload, {}, "POST", {}}, Profile::Proven, {});
    const Verdict verdict = verdictOf(prediction, sent);
    QCOMPARE(verdict.usersAccepted, prediction.usersAccepted);
    QCOMPARE(verdict.usersRejected, prediction.usersRejected);
    QCOMPARE(verdict.evidence, prediction.basis);
    QStringList found;
    for (const UserError &error : verdict.errors)
        found << QString::fromStdString(error.payloadPointer);
    QCOMPARE(found, pointers);
    // The findings of rejecting rules stand at the same places, but for the missing identifier,
    // which has one finding on the user.
    for (const QString &pointer : std::as_const(pointers)) {
        const bool isFound
            = std::any_of(prediction.findings.begin(), prediction.findings.end(), [&](const Finding &f) {
                  return f.severity == Severity::Error
                      && pointer.startsWith(QString::fromStdString(*f.payloadPointer));
              });
        QVERIFY2(isFound, qPrintable(pointer));
    }
}

void TestVerdict::unknownPrediction()
{
    const json::Document sent("[]");
    const Verdict verdict = verdictOf(predict({"[]", {}, "POST", {}}, Profile::Proven, {}), sent);
    QCOMPARE(verdict.outcome, Outcome::Unknown);
    QVERIFY(verdict.summary.contains(QStringLiteral("does not document")));
}

QTEST_GUILESS_MAIN(TestVerdict)

#include "tst_verdict.moc"
