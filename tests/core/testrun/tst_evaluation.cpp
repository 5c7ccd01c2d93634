// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/gallery.h"
#include "event/samples.h"
#include "template/fromsample.h"
#include "testrun/evaluation.h"
#include "testrun/fix.h"

#include <QTest>

using namespace designer;
using namespace designer::testrun;

/// What a live view is told: everything about one connection and one event at once, in the places of
/// the body as its editor shows it.
class TestEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void purchaseIsSound();
    void leadsFromBodyToPayloadAndEventAndBack();
    void placesFindingsInTheBody();
    void placesAMalformedBody();
    void offersWhatMends_data();
    void offersWhatMends();
    void worksWithoutAnEvent();
    void givesUpWhenCancelled();
    void printIsOfWhatATestHangsOn();
    void makesATemplateOfEveryField();
};

namespace {

const std::atomic<bool> never = false;
const insider::Moment now = std::chrono::system_clock::from_time_t(1'790'000'000);

event::Event purchase()
{
    for (const event::ShippedSample &sample : event::shippedSamples(now)) {
        if (sample.name == QLatin1String("purchase"))
            return event::Event::parse(sample.text, sample.fileName).value();
    }
    return {};
}

connection::Connection galleryConnection(const char *name)
{
    return connection::Connection::load(connection::galleryTemplate(QLatin1String(name))->bytes).value();
}

EvaluationInput input(const connection::Connection &connection)
{
    EvaluationInput out{connection::TakenApart::of(connection), purchase(), {}};
    out.settings.now = now;
    out.settings.sandbox = http::parseEndpoint("http://127.0.0.1:1").value();
    return out;
}

std::size_t offsetOf(const std::string &text, const char *words)
{
    return text.find(words);
}

} // namespace

void TestEvaluation::purchaseIsSound()
{
    const Evaluation evaluation = evaluate(input(galleryConnection("insider-purchase")), never);
    QVERIFY(!evaluation.unusable);
    QVERIFY(evaluation.run);
    QVERIFY(evaluation.run->fires());
    QVERIFY(evaluation.isWellFormed());
    QVERIFY(evaluation.payloadIsSound());
    QVERIFY(evaluation.isInsiders());
    QCOMPARE(count(evaluation.findings).errors, std::size_t(0));
    QVERIFY(evaluation.run->prediction->allAccepted);
    QCOMPARE(evaluation.bodyRendering.bytes, evaluation.run->rendering.bytes);
    QVERIFY(evaluation.run->request);
    for (const PlaceholderValue &value : evaluation.values)
        QCOMPARE(evaluation.body.substr(value.begin, value.end - value.begin), "##" + value.path + "##");
}

void TestEvaluation::leadsFromBodyToPayloadAndEventAndBack()
{
    const EvaluationInput given = input(galleryConnection("insider-purchase"));
    const Evaluation evaluation = evaluate(given, never);
    const std::size_t inBody = offsetOf(evaluation.body, "##properties.currency##");
    const auto inPayload = evaluation.formattedOffset(inBody);
    QVERIFY(inPayload);
    QVERIFY(evaluation.formatted.text().substr(*inPayload).starts_with("\"TRY\""));
    const auto back = evaluation.bodyOffset(*inPayload);
    QVERIFY(back);
    QCOMPARE(json::positionAt(evaluation.body, *back).line, json::positionAt(evaluation.body, inBody).line);
    const auto inEvent = evaluation.eventOffset(inBody, *given.event);
    QVERIFY(inEvent);
    QVERIFY(given.event->document().text().substr(*inEvent).starts_with("\"TRY\""));
    const std::size_t literal = offsetOf(evaluation.body, "\"purchase\"");
    QVERIFY(
        evaluation.formatted.text().substr(*evaluation.formattedOffset(literal)).starts_with("\"purchase\""));
    QVERIFY(!evaluation.eventOffset(literal, *given.event));
}

void TestEvaluation::placesFindingsInTheBody()
{
    const Evaluation evaluation = evaluate(input(galleryConnection("hardal-insider-purchase")), never);
    QVERIFY(count(evaluation.findings).errors > 0);
    QVERIFY(!evaluation.bodyRanges.empty());
    bool pointsAtParams = false;
    for (const BodyRange &range : evaluation.bodyRanges) {
        QVERIFY(range.begin < range.end);
        QVERIFY(range.end <= evaluation.body.size());
        const std::string text = evaluation.body.substr(0, range.begin);
        pointsAtParams = pointsAtParams || text.ends_with("\"event_params\": ");
    }
    QVERIFY(pointsAtParams);
}

void TestEvaluation::placesAMalformedBody()
{
    EvaluationInput given = input(galleryConnection("insider-purchase"));
    given.parts.body = "{\r\n  \"ş\": 1,\r\n  oops\r\n}";
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(evaluation.unusable);
    QVERIFY(!evaluation.isWellFormed());
    QVERIFY(!evaluation.run);
    QCOMPARE(evaluation.bodyRanges.size(), std::size_t(1));
    QCOMPARE(evaluation.bodyRanges.front().begin, offsetOf(given.parts.body, "oops"));
}

void TestEvaluation::offersWhatMends_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("mended");
    QTest::newRow("another path for a placeholder that finds nothing")
        << QByteArray(R"("event_group_id": "##properties.order_no##")")
        << QByteArray("##properties.order_no##") << QByteArray("##properties.order_id##");
    QTest::newRow("the line that is missing")
        << QByteArray() << QByteArray() << QByteArray(R"("event_group_id": "##properties.order_id##")");
}

void TestEvaluation::offersWhatMends()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, mended);
    EvaluationInput given = input(galleryConnection("insider-purchase"));
    const std::string line = R"("event_group_id": "##properties.order_id##",)";
    const std::size_t at = given.parts.body.find(line);
    QVERIFY(at != std::string::npos);
    given.parts.body.replace(at, line.size(), from.isEmpty() ? std::string() : from.toStdString() + ',');
    const Evaluation evaluation = evaluate(given, never);
    std::optional<Fix> found;
    for (const Finding &finding : evaluation.findings) {
        const auto fix = fixFor(evaluation, finding, *given.event);
        if (fix && !found && fix->edit.text.find("order_id") != std::string::npos)
            found = fix;
    }
    QVERIFY(found);
    given.parts.body = json::applied(evaluation.body, found->edit);
    QVERIFY(given.parts.body.find(mended.toStdString()) != std::string::npos);
    QCOMPARE(count(evaluate(given, never).findings).errors, std::size_t(0));
}

void TestEvaluation::worksWithoutAnEvent()
{
    EvaluationInput given = input(galleryConnection("insider-purchase"));
    given.event.reset();
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(!evaluation.run);
    QVERIFY(!evaluation.unusable);
    QVERIFY(evaluation.values.empty());
    QVERIFY(!evaluation.formattedOffset(10));
    QCOMPARE(count(evaluation.findings).errors, std::size_t(0));
}

void TestEvaluation::givesUpWhenCancelled()
{
    const std::atomic<bool> cancelled = true;
    const Evaluation evaluation = evaluate(input(galleryConnection("insider-purchase")), cancelled);
    QVERIFY(!evaluation.run);
}

void TestEvaluation::printIsOfWhatATestHangsOn()
{
    const connection::Connection connection = galleryConnection("insider-purchase");
    const QByteArray print = testedPrint(connection);
    QCOMPARE(testedPrint(*connection::withActive(connection, true)), print);
    QCOMPARE(testedPrint(*connection::withNotes(connection, "x")), print);
    QCOMPARE(testedPrint(*connection::withText(connection, connection::key::label, "x")), print);
    QVERIFY(testedPrint(*connection::withText(connection, connection::key::url, "https://x.example/"))
            != print);
    QVERIFY(testedPrint(*connection::withConditions(connection, "")) != print);
    QVERIFY(testedPrint(*connection::withMissingPolicy(connection, tmpl::MissingPolicy::Null)) != print);
    QVERIFY(testedPrint(*connection::withHeaderRows(connection, {})) != print);
    auto parts = connection::TakenApart::of(connection);
    parts.body.replace(parts.body.find("##properties.currency##"), 23, "TRY");
    QVERIFY(testedPrint(*connection::putTogether(parts.shell, parts.body, parts.form)) != print);
}

void TestEvaluation::makesATemplateOfEveryField()
{
    const json::Document event(R"({"event_name":"x","user":{"ad soyad":1,"şehir":"İ"},"items":[1],"e":{}})");
    const json::Document made(tmpl::templateOfEveryField(event.root()));
    QVERIFY(made.isValid());
    QCOMPARE(made.at("/user/şehir").text(), std::string("##user.şehir##"));
    QCOMPARE(made.at("/items").text(), std::string("##items##"));
    QCOMPARE(made.at("/e").text(), std::string("##e##"));
    QVERIFY(!made.at("/user/ad soyad"));
}

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
