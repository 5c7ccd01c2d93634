// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/testrun.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using testrun::TestRun;

/// prepare() and concluded(): one event through one connection, and what came of it.
class TestTestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void prepares_data();
    void prepares();
    void saysSoWhereARegexGivesUp();
    void predicts();
    void concludes_data();
    void concludes();
    void tracesComplaintsToTheTemplate();
    void tracesRefusalsToTheirHeader_data();
    void tracesRefusalsToTheirHeader();
    void secretsDoNotDecideWhoseItIs();
    void saysThatAnAnswerIsPacked_data();
    void saysThatAnAnswerIsPacked();
    void printsWhatWasPromised();
};

namespace {

const QByteArray upsert = R"("endpoint_url":"https://unification.useinsider.com/api/user/v1/upsert",)"
                          R"("headers":{"X-PARTNER-NAME":"p","X-REQUEST-TOKEN":"t"},)";
const QByteArray other = R"("endpoint_url":"https://h.example/",)";
const QByteArray users
    = R"("request_format":{"users":[{"identifiers":{"uuid":"##user_id##"},"attributes":{"name":"x"}}]})";
const QByteArray onlyPurchases
    = R"("conditions":{"match":"all","rules":[{"type":"event_name","operator":"equals","value":"purchase"}]})";

QByteArray connectionWith(const QByteArray &endpoint, const QByteArray &designer = {},
                          const QByteArray &format = users)
{
    return "{" + endpoint + format + ",\"x_designer\":{" + designer + "}}";
}

testrun::Settings settings(bool sendAnyway = false)
{
    testrun::Settings out;
    out.now = insider::Moment(std::chrono::seconds(1767225600));
    out.sendAnyway = sendAnyway;
    out.version = "1";
    return out;
}

http::Exchange answered(int status, const QByteArray &body, const std::vector<http::Header> &headers = {})
{
    http::Exchange out;
    out.response.emplace();
    out.response->status = status;
    out.response->body = body.toStdString();
    out.response->headers = headers;
    return out;
}

http::Exchange undelivered()
{
    http::Exchange out;
    out.error.emplace(
        Error{ErrorCode::NotDelivered, QStringLiteral("h.example refused"), QString(), QString(), {}});
    return out;
}

QString outcome(const TestRun &run)
{
    return QString::fromStdString(std::string(insider::name(run.verdict.outcome)));
}

const QByteArray rejected
    = R"~({"data":{"successful":{},"fail":{"count":1,"errors":{"users.0.identifiers.*.type(string)":["uuid must be string: 5"]}}}})~";

} // namespace

void TestTestRun::prepares_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("sendAnyway");
    QTest::addColumn<QString>("outcome"); ///< before an answer: unknown
    QTest::addColumn<bool>("waits");
    QTest::addColumn<QString>("refused"); ///< code, or empty
    const auto row = [](const char *title, const QByteArray &connection, const char *event,
                        const char *outcome, bool waits, const char *refused = "", bool sendAnyway = false) {
        QTest::newRow(title) << connection << QByteArray(event) << sendAnyway << QString::fromUtf8(outcome)
                             << waits << QString::fromUtf8(refused);
    };
    const char *const purchase = R"({"event_name":"purchase","user_id":"u"})";
    const char *const visit = R"({"event_name":"visit","user_id":"u"})";
    const char *const nobody = R"({"event_name":"visit"})";
    const QByteArray blocks = R"("missing_values":"block")";
    row("to be sent", connectionWith(upsert), purchase, "unknown", true);
    row("to be sent elsewhere", connectionWith(other), purchase, "unknown", true);
    row("fires", connectionWith(upsert, onlyPurchases), purchase, "unknown", true);
    row("does not fire", connectionWith(upsert, onlyPurchases), visit, "not_fired", false);
    row("does not fire, and is sent anyway", connectionWith(upsert, onlyPurchases), visit, "unknown", true,
        "", true);
    row("a value is missing", connectionWith(upsert, blocks), nobody, "undeliverable", false,
        "missing_values");
    row("does not fire, whatever is missing", connectionWith(upsert, blocks + "," + onlyPurchases), nobody,
        "not_fired", false);
    row("sent anyway, and a value is missing", connectionWith(upsert, blocks + "," + onlyPurchases), nobody,
        "undeliverable", false, "missing_values", true);
    row("no address", connectionWith({}), purchase, "undeliverable", false, "invalid_request");
    row("does not fire, whatever the address", connectionWith({}, onlyPurchases), visit, "not_fired", false);
    row("no such secret", connectionWith(R"("endpoint_url":"https://h.example/{{secret:X}}",)"), purchase,
        "undeliverable", false, "secret_unavailable");
    const QByteArray deep = R"({"user_id":)" + QByteArray(510, '[') + QByteArray(510, ']') + "}";
    row("too deep", connectionWith(other), deep.constData(), "undeliverable", false, "payload_too_deep");
}

void TestTestRun::prepares()
{
    QFETCH(const QByteArray, connection);
    QFETCH(const QByteArray, event);
    QFETCH(const bool, sendAnyway);
    QFETCH(const QString, refused);
    const auto run = testrun::prepare(compiled(connection), eventOf(event), settings(sendAnyway));
    QVERIFY2(run, run ? "" : qPrintable(run.error().line()));
    QTEST(outcome(*run), "outcome");
    QTEST(run->waitsForAnswer(), "waits");
    QCOMPARE(run->refused ? codeName(run->refused->code) : QString(), refused);
    if (run->refused) {
        QCOMPARE(run->verdict.summary, run->refused->sentence());
        QVERIFY(!run->refused->file.isEmpty());
    }
    if (run->waitsForAnswer())
        QCOMPARE(run->request->body, run->rendering.bytes);
}

void TestTestRun::saysSoWhereARegexGivesUp()
{
    const QByteArray regex
        = R"("conditions":{"match":"all","rules":[{"type":"path","field":"a","operator":"regex","value":"(a+)+$"}]})";
    const QByteArray event = R"({"a":")" + QByteArray(5000, 'a') + R"(b"})";
    const auto run = testrun::prepare(compiled(connectionWith(other, regex)), eventOf(event), settings());
    QVERIFY(!run);
    QCOMPARE(codeName(run.error().code), codeName(ErrorCode::RegexLimit));
    QCOMPARE(run.error().file, QStringLiteral("e.json"));
}

void TestTestRun::predicts()
{
    const auto event = eventOf(R"({"user_id":"u"})");
    const auto run = testrun::prepare(compiled(connectionWith(upsert)), event, settings());
    QVERIFY(run && run->prediction);
    QVERIFY(run->insiders);
    QVERIFY(run->prediction->allAccepted);
    const auto elsewhere = testrun::prepare(compiled(connectionWith(other)), event, settings());
    QVERIFY(elsewhere);
    QVERIFY(!elsewhere->insiders);
    QVERIFY(!elsewhere->prediction);
    // The headers that go out are judged, not those that are right.
    QByteArray capitals = connectionWith(upsert);
    capitals.replace("\"p\"", "\"P\"");
    const auto refused = testrun::prepare(compiled(capitals), event, settings());
    QVERIFY(refused && refused->prediction);
    QCOMPARE(refused->prediction->status, 400);
    // Whose the endpoint is, the event may decide.
    QByteArray open = connectionWith(upsert);
    open.replace("/api/user/", "/api/##what##/");
    const auto filled
        = testrun::prepare(compiled(open), eventOf(R"({"user_id":"u","what":"user"})"), settings());
    QVERIFY(filled && filled->insiders && filled->prediction);
    const auto wrong = testrun::prepare(compiled(open), eventOf(R"({"user_id":"u","what":"x"})"), settings());
    QVERIFY(wrong && !wrong->insiders && !wrong->prediction);
}

void TestTestRun::concludes_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<int>("status"); ///< 0: no answer
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("accepted");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char *title, const QByteArray &endpoint, int status, const QByteArray &body,
                        const char *outcome, int accepted = 0, int rejected = 0) {
        QTest::newRow(title) << endpoint << status << body << QString::fromUtf8(outcome) << accepted
                             << rejected;
    };
    row("accepted", upsert, 200, R"({"data":{"successful":{"count":1},"fail":{}}})", "accepted", 1);
    row("rejected with status 200", upsert, 200, rejected, "rejected", 0, 1);
    row("partly", upsert, 200,
        R"~({"data":{"successful":{"count":2},"fail":{"count":1,"errors":{"users.0.identifiers.*.type(string)":["uuid must be string: 5"]}}}})~",
        "partly", 2, 1);
    row("refused as a whole", upsert, 400,
        R"({"success":false,"message":"Request data is not in valid JSON format."})", "rejected", 0, 1);
    row("an answer that does not say", upsert, 200, "<html>", "unknown");
    row("no answer", upsert, 0, {}, "undeliverable");
    row("another's, accepted", other, 204, {}, "accepted");
    row("another's, whatever it says", other, 200, rejected, "accepted");
    row("another's, rejected", other, 404, {}, "rejected");
    row("another's, elsewhere", other, 302, {}, "rejected");
    row("another's, no answer", other, 0, {}, "undeliverable");
}

void TestTestRun::concludes()
{
    QFETCH(const QByteArray, endpoint);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto connection = compiled(connectionWith(endpoint));
    const auto event = eventOf(R"({"user_id":"u"})");
    const auto prepared = testrun::prepare(connection, event, settings());
    QVERIFY(prepared && prepared->waitsForAnswer());
    const http::Exchange exchange = status == 0 ? undelivered() : answered(status, body);
    const TestRun run = testrun::concluded(*prepared, connection, event, exchange);
    QTEST(outcome(run), "outcome");
    QTEST(int(run.verdict.usersAccepted), "accepted");
    QTEST(int(run.verdict.usersRejected), "rejected");
    QVERIFY(!run.waitsForAnswer());
    QVERIFY(!run.verdict.summary.isEmpty());
    QCOMPARE(run.errors.size(), run.verdict.errors.size());
    QCOMPARE(run.problem() != nullptr, status == 0);
    if (status == 0) {
        QCOMPARE(run.verdict.summary, QStringLiteral("h.example refused"));
        QCOMPARE(run.problem()->file, QStringLiteral("c.json"));
        QVERIFY(run.problem()->position == json::Position({1, 17}));
    }
}

void TestTestRun::tracesComplaintsToTheTemplate()
{
    const auto connection = compiled(connectionWith(upsert));
    const auto event = eventOf(R"({"user_id":5})");
    const auto prepared = testrun::prepare(connection, event, settings());
    QVERIFY(prepared);
    const TestRun run = testrun::concluded(*prepared, connection, event, answered(200, rejected));
    QCOMPARE(run.errors.size(), std::size_t(1));
    const testrun::TracedError &error = run.errors.front();
    QCOMPARE(error.error.key, std::string("users.0.identifiers.*.type(string)"));
    QCOMPARE(error.error.payloadPointer, std::string("/users/0/identifiers/uuid"));
    QVERIFY(error.traced);
    QCOMPARE(error.traced->place.pointer, std::string("/request_format/users/0/identifiers/uuid"));
    QCOMPARE(error.traced->placeholder, std::optional<std::string>("user_id"));
    QVERIFY(!error.traced->missingInEvent);
}

void TestTestRun::tracesRefusalsToTheirHeader_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("placeholder");
    const auto row = [](const char *name, const char *headers, int status, const char *words,
                        const char *place, const char *placeholder = "") {
        QTest::newRow(name) << QByteArray(headers) << status << QByteArray(words) << QByteArray(place)
                            << QByteArray(placeholder);
    };
    const char *const both = R"("headers":{"x-partner-name":"p","X-REQUEST-TOKEN":"##properties.t##"},)";
    row("partner", both, 400, R"({"success":false,"message":"Partner is invalid."})",
        "/headers/x-partner-name");
    row("token", both, 401, R"({"success":false,"message":"Partner token authentication failed."})",
        "/headers/X-REQUEST-TOKEN", "properties.t");
    row("a header that is not there", R"("headers":{},)", 400,
        R"({"success":false,"message":"Partner is invalid."})", "/headers");
    row("no headers at all", "", 400, R"({"success":false,"message":"Partner is invalid."})", "");
    row("content type by its setting", R"("content_type":"text/plain","headers":{"Content-Type":"a/b"},)",
        400, R"({"error":"content type must be application/json"})", "/content_type");
    row("content type by its header", R"("headers":{"Content-Type":"a/b"},)", 400,
        R"({"error":"content type must be application/json"})", "/headers/Content-Type");
    row("about no header", both, 429, R"({"error":"rejected: too many requests"})", "/request_format");
}

void TestTestRun::tracesRefusalsToTheirHeader()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const int, status);
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArray, placeholder);
    const auto connection = compiled(connectionWith(
        R"("endpoint_url":"https://unification.useinsider.com/api/user/v1/upsert",)" + headers));
    const auto event = eventOf(R"({"user_id":"u"})");
    const auto prepared = testrun::prepare(connection, event, settings());
    QVERIFY(prepared);
    const TestRun run = testrun::concluded(*prepared, connection, event, answered(status, words));
    QCOMPARE(run.errors.size(), std::size_t(1));
    QVERIFY(run.errors.front().traced);
    const testrun::Traced &traced = *run.errors.front().traced;
    QTEST(QByteArray::fromStdString(traced.place.pointer), "place");
    QCOMPARE(QByteArray::fromStdString(traced.placeholder.value_or("")), placeholder);
    QCOMPARE(traced.missingInEvent, !placeholder.isEmpty());
}

void TestTestRun::secretsDoNotDecideWhoseItIs()
{
    const auto connection = compiled(connectionWith(
        R"("endpoint_url":"https://unification.useinsider.com/api/user/{{secret:V}}/upsert",)"));
    const auto event = eventOf(R"({"user_id":"u"})");
    secrets::Secrets secrets;
    secrets.emplace("V", secrets::Secret(std::string("v1")));
    testrun::Settings with = settings();
    with.secrets = &secrets;
    const auto prepared = testrun::prepare(connection, event, with);
    QVERIFY(prepared);
    QVERIFY(!prepared->insiders);
    QVERIFY(std::none_of(prepared->findings.begin(), prepared->findings.end(),
                         [](const Finding &finding) { return finding.code == "ENDPOINT_WRONG"; }));
}

void TestTestRun::saysThatAnAnswerIsPacked_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("packed");
    QTest::newRow("packed") << QByteArray("gzip") << QByteArray("\x1f\x8b\x08") << true;
    QTest::newRow("packed otherwise") << QByteArray("br") << QByteArray("\x0b\x01") << true;
    QTest::newRow("as it is") << QByteArray("identity") << QByteArray("\x1f\x8b\x08") << false;
    QTest::newRow("said, and not done")
        << QByteArray("gzip") << QByteArray(R"({"data":{"successful":{"count":1},"fail":{}}})") << false;
}

void TestTestRun::saysThatAnAnswerIsPacked()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, packed);
    const auto connection = compiled(connectionWith(upsert));
    const auto event = eventOf(R"({"user_id":"u"})");
    const auto prepared = testrun::prepare(connection, event, settings());
    QVERIFY(prepared);
    const TestRun run = testrun::concluded(*prepared, connection, event,
                                           answered(200, body, {{"content-encoding", coding.toStdString()}}));
    QCOMPARE(run.verdict.summary.contains(QStringLiteral("compressed (%1)").arg(QString::fromUtf8(coding))),
             packed);
    if (packed)
        QCOMPARE(outcome(run), QStringLiteral("unknown"));
}

void TestTestRun::printsWhatWasPromised()
{
    const auto connection = compiled(connectionWith(upsert));
    const auto event = eventOf(R"({"user_id":5})");
    const auto prepared = testrun::prepare(connection, event, settings());
    QVERIFY(prepared);
    http::Exchange exchange = answered(200, rejected, {{"X-A", "1"}, {"X-A", "2"}});
    exchange.phases = {{http::Phase::Connect, std::chrono::microseconds(1500)}};
    exchange.elapsed = std::chrono::microseconds(2500);
    const TestRun run = testrun::concluded(*prepared, connection, event, exchange);
    json::Writer w;
    write(w, run, secrets::Masker());
    const json::Document json{std::string(w.text())};
    QVERIFY(json.isValid());
    const auto raw = [&json](const char *pointer) { return std::string(json.at(pointer).raw()); };
    QCOMPARE(raw("/fires"), std::string("true"));
    QCOMPARE(raw("/request/method"), std::string("\"POST\""));
    QCOMPARE(raw("/request/url"), std::string("\"https://unification.useinsider.com/api/user/v1/upsert\""));
    QCOMPARE(raw("/request/bytes"), std::to_string(run.rendering.bytes.size()));
    QCOMPARE(raw("/response/status"), std::string("200"));
    QCOMPARE(raw("/response/headers"), std::string(R"([["X-A","1"],["X-A","2"]])"));
    QCOMPARE(raw("/verdict/outcome"), std::string("\"rejected\""));
    QCOMPARE(raw("/verdict/users_rejected"), std::string("1"));
    QCOMPARE(raw("/verdict/errors/0/payload/pointer"), std::string("\"/users/0/identifiers/uuid\""));
    QCOMPARE(raw("/verdict/errors/0/template/pointer"),
             std::string("\"/request_format/users/0/identifiers/uuid\""));
    QCOMPARE(raw("/verdict/errors/0/placeholder"), std::string("\"user_id\""));
    QCOMPARE(raw("/phases"), std::string(R"([{"name":"connect","ms":1.500}])"));
    QCOMPARE(raw("/elapsed_ms"), std::string("2.500"));
    QCOMPARE(raw("/attempts"), std::string("1"));
    // A run that was not sent has neither answer nor attempt.
    json::Writer unsent;
    write(unsent, *prepared, secrets::Masker());
    const json::Document before{std::string(unsent.text())};
    QCOMPARE(std::string(before.at("/response").raw()), std::string("null"));
    QCOMPARE(std::string(before.at("/attempts").raw()), std::string("0"));
}

QTEST_GUILESS_MAIN(TestTestRun)
#include "tst_testrun.moc"
