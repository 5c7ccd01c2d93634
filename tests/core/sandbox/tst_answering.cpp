// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answering.h"

#include "running.h"

#include "json/document.h"

#include <QRegularExpression>

using namespace designer;
using namespace designer::sandbox;

namespace {

const QByteArray goodUser(R"J({"users":[{"identifiers":{"email":"a@b.co"},"attributes":{"name":"A"}}]})J");
const QByteArray twoUsers(
    R"J({"users":[{"identifiers":{"email":"a@b.co"},"attributes":{"name":"A"}},{"identifiers":{"uuid":"u"},"attributes":{"name":"B"}}]})J");

Received request(const QByteArray &body,
                 std::vector<http::Header> headers = {{"x-partner-name", "mybrand"},
                                                      {"X-REQUEST-TOKEN", "canary"},
                                                      {"Content-Type", "application/json"}})
{
    return {"POST", upsertPath.toStdString(), std::move(headers), body.toStdString()};
}

Judgement judged(const Received &received)
{
    return judge(received, insider::Profile::Proven, noon());
}

std::string plain(const Judgement &judgement)
{
    return json::Document(judgement.reply.body).root().find("simulator").text();
}

} // namespace

class TestAnswering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void answersAsPredicted_data();
    void answersAsPredicted();
    void saysWhereNobodyKnows_data();
    void saysWhereNobodyKnows();
    void echoes();
    void echoKeepsOddBytes();
    void profilesDiffer();
    void silentLosses();
    void faults_data();
    void faults();
    void partialNeedsAnAcceptedUser();
    void whatARejectedUserWouldHaveLostIsNoLoss();
};

void TestAnswering::answersAsPredicted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("accepted") << goodUser << 200
                              << QByteArray(R"J({"data":{"successful":{"count":1},"fail":{}}})J");
    QTest::newRow("rejected")
        << QByteArray(R"J({"users":[{"identifiers":{"email":"nobody"},"attributes":{"name":"A"}}]})J") << 200
        << QByteArray(
               R"J({"data":{"successful":{},"fail":{"count":1,"errors":)J"
               R"J({"users.0.identifiers.*.regexp(^.+@.+\\..+$)":["not a valid email address: nobody"]}}}})J");
    QTest::newRow("no users") << QByteArray("{}") << 400
                              << QByteArray(R"J({"error":"users must be defined: bad request"})J");
    QTest::newRow("no JSON")
        << QByteArray("{") << 400
        << QByteArray(R"J({"success":false,"message":"Request data is not in valid JSON format."})J");
    QTest::newRow("too large")
        << QByteArray(R"J({"users":[]})J") + QByteArray(5'000'000, ' ') << 400
        << QByteArray(R"J({"error":"request body is bigger than maximum allowed size 5,000,000 bytes"})J");
}

void TestAnswering::answersAsPredicted()
{
    QFETCH(QByteArray, body);
    const Judgement judgement = judged(request(body));
    QTEST(judgement.reply.status, "status");
    QTEST(QByteArray::fromStdString(judgement.reply.body), "answer");
    insider::Request asInsider;
    const std::string bytes = body.toStdString();
    asInsider.body = bytes;
    const insider::Prediction prediction = insider::predict(asInsider, insider::Profile::Proven, noon());
    QCOMPARE(judgement.reply.evidence, std::string(name(prediction.basis)));
    QCOMPARE(judgement.reply.body, *prediction.body);
    QCOMPARE(judgement.usersAccepted, prediction.usersAccepted);
    QCOMPARE(judgement.usersRejected, prediction.usersRejected);
    QCOMPARE(judgement.findings, prediction.findings.size());
}

void TestAnswering::saysWhereNobodyKnows_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("users is no list")
        << QByteArray("POST") << upsertPath << QByteArray(R"J({"users":{}})J") << 200;
    QTest::newRow("another path") << QByteArray("POST") << QByteArray("/api/user/v1/delete") << goodUser
                                  << 404;
    QTest::newRow("root") << QByteArray("POST") << QByteArray("/") << goodUser << 404;
    QTest::newRow("longer path") << QByteArray("POST") << upsertPath + "/x" << goodUser << 404;
    QTest::newRow("echo's neighbour") << QByteArray("POST") << QByteArray("/echoes") << goodUser << 404;
    QTest::newRow("GET") << QByteArray("GET") << upsertPath << QByteArray() << 405;
    QTest::newRow("PUT") << QByteArray("PUT") << upsertPath << goodUser << 405;
    QTest::newRow("unheard of") << QByteArray("PURGE") << upsertPath << goodUser << 405;
}

void TestAnswering::saysWhereNobodyKnows()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    Received received = request(body);
    received.method = method.toStdString();
    received.target = target.toStdString();
    const Judgement judgement = judged(received);
    QTEST(judgement.reply.status, "status");
    QCOMPARE(judgement.reply.evidence, std::string("undocumented"));
    QVERIFY2(plain(judgement).find("Insider does not document") == 0, judgement.reply.body.c_str());
    QVERIFY(judgement.reply.body.find("successful") == std::string::npos);
    QCOMPARE(judgement.usersAccepted, 0U);
}

void TestAnswering::echoes()
{
    Received received = request("{\"a\":\"ş\"}");
    received.method = "PATCH";
    received.target = "/echo/services/x?y=%20z";
    const Judgement judgement = judged(received);
    QCOMPARE(judgement.reply.status, 200);
    QCOMPARE(judgement.reply.evidence, std::string("echo"));
    const json::Document document(judgement.reply.body);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().find("method").text(), std::string("PATCH"));
    QCOMPARE(document.root().find("path").text(), received.target);
    QCOMPARE(document.root().find("body").text(), received.body);
    QCOMPARE(document.root().find("bytes").raw(), std::string_view("10"));
    QCOMPARE(document.root().find("headers").size(), 3U);
    QCOMPARE(document.root().find("headers").at(0).raw(),
             std::string_view(R"J(["x-partner-name","mybrand"])J"));
    received.target = "/echo";
    QCOMPARE(judged(received).reply.evidence, std::string("echo"));
}

void TestAnswering::echoKeepsOddBytes()
{
    Received received = request(QByteArray("\xff\0\"\n", 4));
    received.target = "/echo/";
    received.headers.push_back({"X-Odd", "\xc4"});
    const json::Document document(judged(received).reply.body);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().find("body").text(), std::string("\xef\xbf\xbd\0\"\n", 6));
    QCOMPARE(document.root().find("bytes").raw(), std::string_view("4"));
}

void TestAnswering::profilesDiffer()
{
    const Received received = request(
        R"J({"users":[{"identifiers":{"email":"a@b.co"},"events":[{"event_name":"purchase",)J"
        R"J("timestamp":"2024-06-07T10:00:00Z","event_params":{"event_group_id":"g","unit_sale_price":1.5}}]}]})J");
    const Judgement proven = judge(received, insider::Profile::Proven, noon());
    const Judgement table = judge(received, insider::Profile::Table, noon());
    QCOMPARE(proven.usersAccepted, 1U);
    QCOMPARE(table.usersRejected, 1U);
    QVERIFY(table.reply.body.find("currency parameter is required on purchase event") != std::string::npos);
}

void TestAnswering::silentLosses()
{
    const Judgement judgement = judged(request(
        R"J({"users":[{"identifiers":{"email":"a@b.co"},"attributes":{"name":"A","favourite":"x"}}]})J"));
    QCOMPARE(judgement.usersAccepted, 1U);
    QCOMPARE(judgement.silentLosses.size(), 1U);
    QCOMPARE(judgement.silentLosses.front().payloadPointer, std::string("/users/0/attributes/favourite"));
}

void TestAnswering::faults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("evidence");
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<int>("accepted");
    QTest::addColumn<int>("rejected");
    QTest::newRow("403") << QByteArray("403") << 403 << QByteArray("inferred") << QByteArray("Access Denied.")
                         << 0 << 0;
    QTest::newRow("429") << QByteArray("429") << 429 << QByteArray("documented")
                         << QByteArray(R"J({"error":"rejected: too many requests"})J") << 0 << 0;
    QTest::newRow("500") << QByteArray("500") << 500 << QByteArray("inferred") << QByteArray("unknown error")
                         << 0 << 0;
    QTest::newRow("504, applied") << QByteArray("504") << 504 << QByteArray("undocumented")
                                  << QByteArray("taken all the same") << 2 << 0;
    QTest::newRow("partial")
        << QByteArray("partial") << 200 << QByteArray("inferred")
        << QByteArray(R"J({"data":{"successful":{"count":1},"fail":{"count":1,"errors":{"users.1.)J") << 1
        << 1;
}

void TestAnswering::faults()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, contains);
    Judgement judgement = judged(request(twoUsers));
    apply(*parseFault(fault.toStdString()), judgement);
    QTEST(judgement.reply.status, "status");
    QTEST(QByteArray::fromStdString(judgement.reply.evidence), "evidence");
    QVERIFY2(QByteArray::fromStdString(judgement.reply.body).contains(contains),
             judgement.reply.body.c_str());
    QTEST(int(judgement.usersAccepted), "accepted");
    QTEST(int(judgement.usersRejected), "rejected");
    QVERIFY(judgement.reply.headers.empty());
    Judgement later = judged(request(twoUsers));
    apply({Fault::TooManyRetryAfter, 7}, later);
    QCOMPARE(later.reply.status, 429);
    QVERIFY((later.reply.headers == std::vector<http::Header>{{"Retry-After", "7"}}));
}

void TestAnswering::partialNeedsAnAcceptedUser()
{
    Judgement judgement = judged(request("{}"));
    apply({Fault::Partial, 0}, judgement);
    QCOMPARE(judgement.reply.status, 400);
    QVERIFY(judgement.reply.body.find("users must be defined") != std::string::npos);
}

void TestAnswering::whatARejectedUserWouldHaveLostIsNoLoss()
{
    const QByteArray lossy
        = R"({"identifiers":{"email":"a@example.org"},"attributes":{"favourite":"tulip"}})";
    Judgement judgement
        = judged(request("{\"users\":[" + lossy + ',' + QByteArray(lossy).replace("a@", "b@") + "]}"));
    QCOMPARE(judgement.silentLosses.size(), std::size_t(2));
    apply({Fault::Partial, 0}, judgement);
    QCOMPARE(judgement.silentLosses.size(), std::size_t(1));
    QCOMPARE(judgement.silentLosses.front().payloadPointer, std::string("/users/0/attributes/favourite"));
}

QTEST_GUILESS_MAIN(TestAnswering)
#include "tst_answering.moc"
