// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/insider.h"
#include "json/document.h"
#include "json/pointer.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace designer;
using namespace designer::insider;

namespace {

/// A payload with every kind of field.
constexpr std::string_view whole
    = R"~({"skip_hook":true,"error_callback_endpoint":"https://x.example","append":false,"users":[)~"
      R"~({"insider_id":"i1","identifiers":{"email":"ada@example.org","pn":"+905321234567","uuid":"u1","custom":{"card":"c1"}},)~"
      R"~("attributes":{"email":"ada@example.org","gdpr_optin":true,"birthday":"1988-02-03T00:00:00Z","country":"TR",)~"
      R"~("language":"tr_TR","static_segment_id":[1],"list_id":[2],"na":"Ada","vase":"blue","custom":{"colours":["red"]}},)~"
      R"~("events":[{"event_name":"purchase","timestamp":"2026-02-28T12:00:00Z","event_params":{"event_group_id":"o1",)~"
      R"~("unit_sale_price":9.5,"currency":"TRY","quantity":2,"taxonomy":["a"],"url":"https://x.example/v","custom":{"r":1}}}],)~"
      R"~("object_attributes":{"custom":{"vases":[{"action":"merge","match":{"a":1},"value":{"b":2}}]}},"not_append":true},)~"
      R"~({"identifiers":{"email":"ben@example.org"},"attributes":{"age":4}}]})~";

constexpr std::array<std::string_view, 12> replacements{
    "null",   "true",    "false", "0",    "-1.5e3", R"("")",
    R"("x")", R"("  ")", "[]",    "[{}]", "{}",     "{\"a/b\":{\"%1\":\"\\u0000\\\"\\\\\"}}",
};

Moment now()
{
    return std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
}

/// What must hold of every prediction, whatever the payload.
void checkPrediction(const std::string &payload, Profile profile)
{
    const json::Document sent(payload);
    const Prediction prediction = predict({payload, {}, "POST", {}}, profile, now());
    QVERIFY2(prediction.body.has_value() == (prediction.basis != Evidence::Undocumented), payload.c_str());
    QVERIFY2(prediction.basis != Evidence::Ours, payload.c_str());
    QVERIFY2(!prediction.allAccepted || prediction.usersRejected == 0, payload.c_str());
    QVERIFY2(prediction.findings == check(sent, profile, now()), payload.c_str());
    for (const Finding &finding : prediction.findings) {
        QVERIFY2(!finding.message.isEmpty() && finding.payloadPointer, payload.c_str());
        QVERIFY2(json::resolveNearest(sent.root(), *finding.payloadPointer) || !sent.isValid(),
                 payload.c_str());
    }
    if (!prediction.body || prediction.status != 200)
        return;
    QVERIFY2(json::Document(*prediction.body).isValid(), payload.c_str());
    const Verdict verdict = verdictOf(prediction, sent);
    QCOMPARE(verdict.usersAccepted, prediction.usersAccepted);
    QCOMPARE(verdict.usersRejected, prediction.usersRejected);
    QCOMPARE(verdict.outcome == Outcome::Accepted, prediction.allAccepted);
    for (const UserError &error : verdict.errors)
        QVERIFY2(error.payloadPointer.starts_with("/users/"), payload.c_str());
}

} // namespace

class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void anyValueAnywhere_data();
    void anyValueAnywhere();
    void anyPrefix();
    void profilesGrowStricter();
};

void TestProperties::anyValueAnywhere_data()
{
    QTest::addColumn<int>("profile");
    for (const Profile profile : {Profile::Proven, Profile::Table, Profile::Strict})
        QTest::newRow(std::string(name(profile)).c_str()) << static_cast<int>(profile);
}

void TestProperties::anyValueAnywhere()
{
    QFETCH(int, profile);
    const json::Document document{std::string(whole)};
    QVERIFY(document.isValid());
    for (const json::Node &node : document.index().nodes()) {
        for (const std::string_view replacement : replacements) {
            const std::string payload = std::string(whole.substr(0, node.begin)) + std::string(replacement)
                + std::string(whole.substr(node.end));
            checkPrediction(payload, static_cast<Profile>(profile));
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestProperties::anyPrefix()
{
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Prediction prediction
            = predict({whole.substr(0, length), {}, "POST", {}}, Profile::Proven, now());
        QCOMPARE(prediction.status, 400);
        QCOMPARE(prediction.findings.size(), std::size_t(1));
        QCOMPARE(prediction.findings.front().code, std::string("JSON_INVALID"));
    }
}

/// Who is rejected under a profile is not accepted under a stricter one.
void TestProperties::profilesGrowStricter()
{
    const json::Document document{std::string(whole)};
    for (const json::Node &node : document.index().nodes()) {
        for (const std::string_view replacement : replacements) {
            const std::string payload = std::string(whole.substr(0, node.begin)) + std::string(replacement)
                + std::string(whole.substr(node.end));
            std::size_t accepted = 2;
            for (const Profile profile : {Profile::Proven, Profile::Table, Profile::Strict}) {
                const Prediction prediction = predict({payload, {}, "POST", {}}, profile, now());
                QVERIFY2(prediction.usersAccepted <= accepted, payload.c_str());
                accepted = prediction.usersAccepted;
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestProperties)

#include "tst_properties.moc"
