// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"
#include "evaluationfixture.h"
#include "template/fromsample.h"
#include "testrun/fix.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace designer;
using namespace designer::testrun;

/// What a live view is told: everything about one connection and one event at once, in the places of
/// the body as its editor shows it.
class TestEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void purchaseIsSound();
    void aLargeBodyIsWorkedOutAlike();
    void leadsFromBodyToPayloadAndEventAndBack();
    void aCaretIsAtWhatEndsThere_data();
    void aCaretIsAtWhatEndsThere();
    void knowsInsidersWhereTheBodyIsBroken();
    void placesFindingsInTheBody();
    void placesAMalformedBody();
    void placesFindingsInSplicedTextOfAnotherType();
    void leadsNowhereFromWhatIsLeftOut_data();
    void leadsNowhereFromWhatIsLeftOut();
    void keepsTheBeginningOfLargeValues();
    void judgesTheEventWithoutARun_data();
    void judgesTheEventWithoutARun();
    void offersWhatMends_data();
    void offersWhatMends();
    void worksWithoutAnEvent();
    void anEventThatDoesNotFireSpoilsNothing();
    void aConditionWithoutAFieldDoesNotCount_data();
    void aConditionWithoutAFieldDoesNotCount();
    void givesUpWhenCancelled();
    void printIsOfWhatATestHangsOn();
    void makesATemplateOfEveryField();
};

namespace {

/// As long as its payload, line for line.
const char *const lines = "{\n"
                          "  \"a\": {\n"
                          "    \"currency\": \"##b##\",\n"
                          "    \"c\": \"##c##\"\n"
                          "  },\n"
                          "  \"n\": 2, \n"
                          "  \"l\": [ ]\n"
                          "}\n";

std::size_t offsetOf(const std::string &text, const char *words)
{
    return text.find(words);
}

} // namespace

void TestEvaluation::purchaseIsSound()
{
    const Evaluation evaluation = evaluate(inputOf(galleryConnection("insider-purchase")), never);
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

/// Its own side has a thread of its own.
void TestEvaluation::aLargeBodyIsWorkedOutAlike()
{
    constexpr std::size_t members = 5000;
    std::string body = "{";
    for (std::size_t i = 0; i < members; ++i)
        body += "\n  \"name" + std::to_string(i) + "\": \"##properties.currency##\",";
    body += "\n  \"lacks\": \"##nothing.here##\"\n}";
    QVERIFY(body.size() > 150'000);
    EvaluationInput given = inputOf(galleryConnection("blank"));
    given.parts.body = body;
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(evaluation.isWellFormed());
    QVERIFY(evaluation.run);
    QCOMPARE(evaluation.values.size(), members + 1);
    QCOMPARE(evaluation.values.front().json, std::optional<std::string>("\"TRY\""));
    QVERIFY(!evaluation.values.back().json);
    QCOMPARE(evaluation.bodyRendering.bytes, evaluation.run->rendering.bytes);
    QVERIFY(std::any_of(evaluation.bodyRanges.begin(), evaluation.bodyRanges.end(),
                        [&](const BodyRange &range) { return range.end + 2 == body.size(); }));
    const Evaluation givenUp = evaluate(given, true);
    QVERIFY(!givenUp.run);
    QVERIFY(givenUp.values.empty());
}

void TestEvaluation::leadsFromBodyToPayloadAndEventAndBack()
{
    const EvaluationInput given = inputOf(galleryConnection("insider-purchase"));
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

void TestEvaluation::aCaretIsAtWhatEndsThere_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("payloadLine");
    QTest::addColumn<int>("eventLine"); // 0: none
    const QByteArray body(lines);
    const auto row = [&body](const char *name, const char *words, int into, int payloadLine, int eventLine) {
        QTest::newRow(name) << static_cast<int>(body.indexOf(words)) + into << payloadLine << eventLine;
    };
    row("on a name", "currency", 0, 3, 2);
    row("on a value", "##b##", 0, 3, 2);
    row("on its comma", "##b##", 6, 3, 2);
    row("at the line's end", "##b##", 7, 3, 2);
    row("at the end of one without a comma", "##c##", 6, 4, 3);
    row("after blanks", "2, ", 3, 6, 0);
    row("at the end of a line that opens", "\"a\": {", 6, 2, 0);
    row("on a closing bracket", "},", 0, 5, 0);
    row("after a closing bracket", "},", 2, 5, 0);
    row("before a line's first word", "  \"n", 0, 6, 0);
    row("at the end", "]", 3, 8, 0);
}

void TestEvaluation::aCaretIsAtWhatEndsThere()
{
    QFETCH(int, at);
    QFETCH(int, payloadLine);
    EvaluationInput given = inputOf(galleryConnection("blank"));
    given.event = event::Event::parse("{\"event_name\": \"x\",\n\"b\": 1,\n\"c\": 2}").value();
    given.parts.body = lines;
    const Evaluation evaluation = evaluate(given, never);
    const auto inPayload = evaluation.formattedOffset(static_cast<std::size_t>(at));
    QVERIFY(inPayload);
    const std::string &formatted = evaluation.formatted.text();
    QCOMPARE(static_cast<int>(json::positionAt(formatted, *inPayload).line), payloadLine);
    const auto inEvent = evaluation.eventOffset(static_cast<std::size_t>(at), *given.event);
    const std::string &event = given.event->document().text();
    QTEST(inEvent ? static_cast<int>(json::positionAt(event, *inEvent).line) : 0, "eventLine");
    const std::size_t end = std::min(formatted.find('\n', *inPayload), formatted.size());
    const auto back = evaluation.bodyOffset(end);
    QVERIFY(back);
    QCOMPARE(json::positionAt(lines, *back).line, json::positionAt(formatted, *inPayload).line);
}

void TestEvaluation::knowsInsidersWhereTheBodyIsBroken()
{
    EvaluationInput given = inputOf(galleryConnection("insider-purchase"));
    given.parts.body.pop_back();
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(!evaluation.isWellFormed());
    QVERIFY(evaluation.isInsiders());
    given = inputOf(galleryConnection("blank"));
    given.parts.body = "{";
    QVERIFY(!evaluate(given, never).isInsiders());
}

void TestEvaluation::placesFindingsInTheBody()
{
    const Evaluation evaluation = evaluate(inputOf(galleryConnection("hardal-insider-purchase")), never);
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
    EvaluationInput given = inputOf(galleryConnection("insider-purchase"));
    given.parts.body = "{\r\n  \"ş\": 1,\r\n  oops\r\n}";
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(evaluation.unusable);
    QVERIFY(!evaluation.isWellFormed());
    QVERIFY(!evaluation.run);
    QCOMPARE(evaluation.bodyRanges.size(), std::size_t(1));
    QCOMPARE(evaluation.bodyRanges.front().begin, offsetOf(given.parts.body, "oops"));
}

void TestEvaluation::placesFindingsInSplicedTextOfAnotherType()
{
    const auto connection = connection::Connection::load(
        "{\n  \"endpoint_url\": \"https://h.example/\",\n  \"content_type\": \"text/plain\",\n"
        "  \"request_format\": {\n    \"a\": \"ş\", \"b\": \"##gone##\"\n  }\n}\n");
    const Evaluation evaluation = evaluate(inputOf(connection.value()), never);
    QCOMPARE(evaluation.bodyRanges.size(), std::size_t(1));
    QCOMPARE(evaluation.bodyRanges.front().begin, offsetOf(evaluation.body, "##gone##"));
}

void TestEvaluation::leadsNowhereFromWhatIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QByteArray>("formatted"); // empty: nowhere
    QTest::newRow("a placeholder that is left out") << QByteArray("##gone##") << QByteArray();
    QTest::newRow("the name of its member") << QByteArray("\"a\"") << QByteArray();
    QTest::newRow("a placeholder in a text that becomes nothing") << QByteArray("##void##") << QByteArray();
    QTest::newRow("a placeholder after it") << QByteArray("##currency##") << QByteArray("\"TRY\"");
    QTest::newRow("a blank before what stays") << QByteArray(" \"c\"") << QByteArray("\"TRY\"");
}

void TestEvaluation::leadsNowhereFromWhatIsLeftOut()
{
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, formatted);
    EvaluationInput given = inputOf(galleryConnection("blank"));
    given.event = event::Event::parse(R"({"currency":"TRY"})").value();
    given.parts.body = R"({"a": "##gone##", "b": "x##void##y", "c": "##currency##"})";
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(evaluation.run);
    const auto found = evaluation.formattedOffset(offsetOf(evaluation.body, at.constData()));
    QCOMPARE(found.has_value(), !formatted.isEmpty());
    if (found)
        QVERIFY(evaluation.formatted.text().substr(*found).starts_with(formatted.toStdString()));
}

void TestEvaluation::keepsTheBeginningOfLargeValues()
{
    EvaluationInput given = inputOf(galleryConnection("blank"));
    std::string large;
    for (int i = 0; i < 3000; ++i)
        large += "ş";
    given.event
        = event::Event::parse("{\"large\":\"" + large + "\",\"properties\":{\"small\":[1, 2]}}").value();
    given.parts.body = R"({"a": "##large##", "b": "##small##", "c": "##gone##", "d": "##large##"})";
    const std::vector<PlaceholderValue> values = evaluate(given, never).values;
    QCOMPARE(values.size(), std::size_t(4));
    QVERIFY(values[0].isCut);
    QCOMPARE(*values[0].json, '"' + large.substr(0, mostJsonKept - 2)); // half a letter more is too much
    QCOMPARE(values[0].kind, json::Kind::String);
    QCOMPARE(values[3].json, values[0].json);
    QVERIFY(!values[1].isCut);
    QVERIFY(values[1].insideProperties);
    QCOMPARE(values[1].json, std::optional<std::string>("[1, 2]"));
    QCOMPARE(values[1].size, std::size_t(2));
    QVERIFY(!values[2].json);
}

void TestEvaluation::judgesTheEventWithoutARun_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<bool>("isUnsound");
    QTest::newRow("an unsound connection") << QByteArray(R"({"match":"zzq","rules":[]})") << true;
    QTest::newRow("a condition that exceeds its limits")
        << QByteArray(R"({"match":"all","rules":[{"type":"path","field":"s","operator":"regex",)"
                      R"("value":"^(a+)+$"}]})")
        << false;
}

/// There is no run, and what can be said of the event is said all the same.
void TestEvaluation::judgesTheEventWithoutARun()
{
    QFETCH(QByteArray, conditions);
    QFETCH(bool, isUnsound);
    EvaluationInput given = inputOf(
        *connection::withConditions(galleryConnection("insider-purchase"), conditions.toStdString()));
    given.event
        = event::Event::parse(R"({"s":")" + std::string(5000, 'a') + R"(!","user_id":"a","user_id":"b"})")
              .value();
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(!evaluation.run);
    QCOMPARE(evaluation.unusable.has_value(), isUnsound);
    QCOMPARE(evaluation.failed.has_value(), !isUnsound);
    const auto isOfEvent = [](const Finding &f) { return f.code == "DUPLICATE_KEY"; };
    QVERIFY(std::any_of(evaluation.findings.begin(), evaluation.findings.end(), isOfEvent));
    const auto isOfPayload = [](const Finding &f) { return f.code == "VALUE_MISSING"; };
    QCOMPARE(std::any_of(evaluation.findings.begin(), evaluation.findings.end(), isOfPayload), !isUnsound);
}

void TestEvaluation::offersWhatMends_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("mended");
    QTest::newRow("another path for a placeholder that finds nothing")
        << QByteArray(R"("event_group_id": "##properties.order_no##")")
        << QByteArray("##properties.order_id##");
    QTest::newRow("the line that is missing")
        << QByteArray() << QByteArray(R"("event_group_id": "##properties.order_id##")");
}

void TestEvaluation::offersWhatMends()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, mended);
    EvaluationInput given = inputOf(galleryConnection("insider-purchase"));
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
    EvaluationInput given = inputOf(galleryConnection("insider-purchase"));
    given.event.reset();
    const Evaluation evaluation = evaluate(given, never);
    QVERIFY(!evaluation.run);
    QVERIFY(!evaluation.unusable);
    QVERIFY(evaluation.values.empty());
    QVERIFY(!evaluation.formattedOffset(10));
    QCOMPARE(count(evaluation.findings).errors, std::size_t(0));
}

/// What it lacks is nothing to mend: none of it would be sent.
void TestEvaluation::anEventThatDoesNotFireSpoilsNothing()
{
    EvaluationInput asked = inputOf(galleryConnection("insider-purchase"));
    asked.event = event::Event::parse(R"({"event_name":"registration"})").value();
    const Evaluation other = evaluate(asked, never);
    QVERIFY(other.run && !other.run->fires());
    QCOMPARE(count(other.findings).errors, std::size_t{0});
    QVERIFY(other.bodyRanges.empty());
    asked.event = event::Event::parse(R"({"event_name":"purchase"})").value();
    QVERIFY(count(evaluate(asked, never).findings).errors > 0); // the same values, in one that fires
}

void TestEvaluation::aConditionWithoutAFieldDoesNotCount_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("counts");
    QTest::newRow("new") << QByteArray(R"({"type":"property","field":"","operator":"equals","value":""})")
                         << false;
    QTest::newRow("no member for the field") << QByteArray(R"({"type":"user","operator":"exists"})") << false;
    QTest::newRow("a field") << QByteArray(
        R"({"type":"property","field":"properties.no","operator":"exists"})")
                             << true;
    QTest::newRow("a wrong field") << QByteArray(R"({"type":"property","field":"a..b","operator":"exists"})")
                                   << true;
}

/// It stands in what is saved; what is shown beside it is as if it did not.
void TestEvaluation::aConditionWithoutAFieldDoesNotCount()
{
    QFETCH(QByteArray, rule);
    QFETCH(bool, counts);
    const std::string conditions = R"({"match":"all","rules":[)" + rule.toStdString()
        + R"(,{"type":"event_name","operator":"exists"}]})";
    const auto connection = connection::withConditions(galleryConnection("insider-purchase"), conditions);
    const Evaluation evaluation = evaluate(inputOf(*connection), never);
    QCOMPARE(evaluation.run && evaluation.run->fires(), !counts);
    QCOMPARE(evaluation.connection.bytes(), connection->bytes());
    const auto unfinished = std::find_if(evaluation.findings.begin(), evaluation.findings.end(),
                                         [](const Finding &one) { return one.code == unfinishedCode; });
    QCOMPARE(unfinished != evaluation.findings.end(), !counts);
    if (counts)
        return;
    QCOMPARE(count(evaluation.findings).errors, std::size_t{0});
    QCOMPARE(unfinished->templatePlace->pointer, std::string("/x_designer/conditions/rules/0"));
}

void TestEvaluation::givesUpWhenCancelled()
{
    const std::atomic<bool> cancelled = true;
    const Evaluation evaluation = evaluate(inputOf(galleryConnection("insider-purchase")), cancelled);
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
    QCOMPARE(tmpl::templateOfEveryField(json::Document("{}").root()), std::string("{}"));
    const json::Document twice(R"({"a":1,"b":2,"a":{"c":3}})");
    const json::Document ofTwice(tmpl::templateOfEveryField(twice.root()));
    QCOMPARE(ofTwice.root().size(), std::size_t(2));
    QCOMPARE(ofTwice.at("/a/c").text(), std::string("##a.c##"));
}

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
