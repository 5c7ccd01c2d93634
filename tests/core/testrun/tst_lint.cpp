// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/lint.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// lint(): all that can be said of a connection, with events and without.
class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void judgesWithoutEvents_data();
    void judgesWithoutEvents();
    void judgesWithAnEvent_data();
    void judgesWithAnEvent();
    void judgesEachEvent();
    void comparesTheEvents();
    void saysSoWhereARegexGivesUp();
    void followsTheProfile();
    void namesWhatIsLeftOut_data();
    void namesWhatIsLeftOut();
    void namesTheCharacterThatXmlCannotHold();
    void agreesWithATest();
};

namespace {

Findings linted(const QByteArray &connection, const QList<QByteArray> &events = {},
                insider::Profile profile = insider::Profile::Proven)
{
    std::vector<event::Event> parsed;
    for (const QByteArray &event : events)
        parsed.push_back(eventOf(event));
    return testrun::lint(loaded(connection), parsed, profile,
                         insider::Moment(std::chrono::seconds(1767225600)));
}

/// `CODE severity /pointer placeholder`, without line and column.
QStringList brief(const Findings &findings)
{
    QStringList out;
    for (const Finding &finding : findings) {
        QString line = QString::fromStdString(finding.code) + u' '
            + QString::fromStdString(std::string(name(finding.severity)));
        if (finding.templatePlace)
            line += u' ' + QString::fromStdString(finding.templatePlace->pointer);
        if (finding.placeholder)
            line += u' ' + QString::fromStdString(*finding.placeholder);
        out += line;
    }
    return out;
}

const QByteArray endpoint = R"("endpoint_url":"https://unification.useinsider.com/api/user/v1/upsert",)";
const QByteArray headers = R"("headers":{"X-PARTNER-NAME":"p","X-REQUEST-TOKEN":"{{secret:T}}"},)";
const QByteArray user = R"({"users":[{"identifiers":{"uuid":"##user_id##"},"attributes":{"name":"x"}}]})";

QByteArray insiders(const QByteArray &format = user, const QByteArray &more = {})
{
    return "{" + endpoint + headers + "\"request_format\":" + format + more + "}";
}

QByteArray at(const QByteArray &url, const QByteArray &more = {}, const QByteArray &format = user)
{
    return "{\"endpoint_url\":" + quoted(url) + ",\"request_format\":" + format + more + "}";
}

const QByteArray host = "https://unification.useinsider.com";
const QByteArray badHeader = R"(,"headers":{"X-A":"a\nb"})";

} // namespace

void TestLint::judgesWithoutEvents_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *title, const QByteArray &connection, const QStringList &expected) {
        QTest::newRow(title) << connection << expected;
    };
    const QString partner = QStringLiteral("HEADER_MISSING error /endpoint_url");
    row("sound", insiders(), {});
    row("another's", at("https://h.example/"), {});
    row("names that only an event can tell",
        insiders(R"({"users":[{"identifiers":{"##kind##":"##user_id##"},"attributes":{"##name##":"##v##"},)"
                 R"("events":[{"event_name":"purchase","timestamp":"##created_at##",)"
                 R"("event_params":{"##a##":"##b##"}}]}]})"),
        {});
    row("a root whose names only an event can tell", insiders(R"({"##users##":[]})"), {});
    row("beside such a name",
        insiders(R"({"users":[{"identifiers":{"##kind##":"##user_id##"},)"
                 R"("attributes":{"##name##":"##v##","phone":"1"}}]})"),
        {QStringLiteral("ATTR_UNKNOWN error /request_format/users/0/attributes/phone")});

    // A fault of one part hides none of another's.
    const QStringList request{QStringLiteral("ENDPOINT_INVALID error /endpoint_url"),
                              QStringLiteral("METHOD_WRONG error /request_method"),
                              QStringLiteral("HEADER_INVALID error /headers/X-A")};
    const QByteArray wrong = badHeader + R"(,"request_method":"A B")";
    row("a malformed template", at("ftp://h", wrong, R"("{")"),
        QStringList{QStringLiteral("TEMPLATE_MALFORMED error /request_format")} + request);
    row("no template", R"({"endpoint_url":"ftp://h")" + wrong + "}",
        QStringList{QStringLiteral("SETTING_INVALID error ")} + request);
    row("a condition that is none",
        at("ftp://h", wrong + R"(,"x_designer":{"conditions":{"match":"all","rules":[{"type":"x"}]}})"),
        QStringList{QStringLiteral("CONDITION_INVALID error /x_designer/conditions/rules/0/type"),
                    QStringLiteral("CONDITION_INVALID error /x_designer/conditions/rules/0")}
            + request);
    row("a secret in the host", at("https://{{secret:T}}.h.example/{{secret:U}}"),
        {QStringLiteral("ENDPOINT_INVALID error /endpoint_url")});
    row("a secret in the path", at("https://h.example/{{secret:T}}"), {});
    row("a secret that may make the path Insider's", at(host + "/api/user/{{secret:T}}/upsert"), {});
    row("what is not sent of an address", at("https://h.example/a#b"),
        {QStringLiteral("ENDPOINT_INVALID warning /endpoint_url")});
    row("no placeholder in an address", at("https://h.example/a?x=##a.##&y=1"),
        {QStringLiteral("PLACEHOLDER_INVALID warning /endpoint_url"),
         QStringLiteral("ENDPOINT_INVALID warning /endpoint_url")});
    row("an empty method is not taken for POST", at("https://h.example/", R"(,"request_method":"")"),
        {QStringLiteral("METHOD_WRONG error /request_method")});
    row("an empty content type", at("https://h.example/", R"(,"content_type":"")"),
        {QStringLiteral("HEADER_INVALID warning /content_type")});
    row("a malformed template on the way to Insider", "{" + endpoint + R"("request_format":"{"})",
        {QStringLiteral("TEMPLATE_MALFORMED error /request_format"), QStringLiteral("HEADER_MISSING error "),
         QStringLiteral("HEADER_MISSING error ")});

    // Whose endpoint it is.
    const QStringList missing{QStringLiteral("HEADER_MISSING error "),
                              QStringLiteral("HEADER_MISSING error ")};
    row("a placeholder in the query changes nothing", at(host + "/api/user/v1/upsert?a=##a##"), missing);
    row("a placeholder for the whole query changes nothing", at(host + "/api/user/v1/upsert?##a##"), missing);
    row("a placeholder in the path is left open", at(host + "/api/user/v1/upsert##a##"), {});
    row("and so is one in its midst", at(host + "/api/##a##/v1/upsert"), {});
    row("another path", at(host + "/api/user/v1/upser"),
        {QStringLiteral("ENDPOINT_WRONG error /endpoint_url")});
    row("a placeholder in the host", at("https://##a##.useinsider.com/api/user/v1/upsert"),
        {QStringLiteral("ENDPOINT_INVALID error /endpoint_url a")});

    // What the author wrote is judged, what a value decides is not.
    row("a custom attribute at the root",
        insiders(R"({"users":[{"identifiers":{"uuid":"##user_id##"},"attributes":{"shoe_size":"##a##"}}]})"),
        {QStringLiteral("ATTR_CUSTOM_AT_ROOT error /request_format/users/0/attributes/shoe_size a")});
    row("a value that a placeholder gives",
        insiders(R"({"users":[{"identifiers":{"uuid":"##user_id##"},"attributes":{"age":"##a##"}}]})"), {});
    row("a value that is wrong as it stands",
        insiders(R"({"users":[{"identifiers":{"uuid":5},"attributes":{"name":"x"}}]})"),
        {QStringLiteral("IDENT_TYPE error /request_format/users/0/identifiers/uuid")});
    row("a secret in the body",
        insiders(R"({"users":[{"identifiers":{"uuid":"{{secret:T}}"},"attributes":{"name":"x"}}]})"),
        {QStringLiteral("PLACEHOLDER_INVALID warning /request_format/users/0/identifiers/uuid")});

    row("packed answers", at("https://h.example/", R"(,"headers":{"accept-encoding":"gzip"})"), {});
    row("answers as they come", at("https://h.example/", R"(,"headers":{"Accept-Encoding":"identity"})"), {});
    row("a header twice", at("https://h.example/", R"(,"headers":{"X-A":"1","x-a":"2"})"),
        {QStringLiteral("HEADER_INVALID warning /headers/x-a")});
    row("two content types",
        at("https://h.example/",
           R"(,"content_type":"application/json","headers":{"Content-Type":"text/plain"})"),
        {QStringLiteral("HEADER_INVALID error /headers/Content-Type")});
}

void TestLint::judgesWithoutEvents()
{
    QFETCH(const QByteArray, connection);
    QTEST(brief(linted(connection)), "expected");
}

void TestLint::judgesWithAnEvent_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QStringList>("expected");
    const auto row
        = [](const char *title, const QByteArray &connection, const QByteArray &event,
             const QStringList &expected) { QTest::newRow(title) << connection << event << expected; };
    const QByteArray id = R"({"user_id":"u"})";
    row("sound", insiders(), id, {});
    const QByteArray brand = R"("headers":{"X-PARTNER-NAME":"##brand##","X-REQUEST-TOKEN":"{{secret:T}}"},)";
    row("a partner name that the event makes wrong",
        "{" + endpoint + brand + "\"request_format\":" + user + "}", R"({"user_id":"u","brand":"My Brand"})",
        {QStringLiteral("HEADER_PARTNER_CASE error /headers/X-PARTNER-NAME brand")});
    row("a partner name that the event leaves empty",
        "{" + endpoint + brand + "\"request_format\":" + user + "}", R"({"user_id":"u","brand":""})",
        {QStringLiteral("HEADER_MISSING error /headers/X-PARTNER-NAME brand")});
    row("a partner name that the event makes right",
        "{" + endpoint + brand + "\"request_format\":" + user + "}", R"({"user_id":"u","brand":"lale"})", {});
    row("a value is missing", at("https://h.example/"), "{}",
        {QStringLiteral("VALUE_MISSING warning /request_format/users/0/identifiers/uuid user_id")});
    row("a value is missing, and that blocks",
        at("https://h.example/", R"(,"x_designer":{"missing_values":"block"})"), "{}",
        {QStringLiteral("VALUE_MISSING error /request_format/users/0/identifiers/uuid user_id")});
    row("a value that Insider refuses", insiders(), R"({"user_id":5})",
        {QStringLiteral("IDENT_TYPE error /request_format/users/0/identifiers/uuid user_id")});
    row("the path as filled is Insider's", at(host + "/api/##what##/v1/upsert"),
        R"({"user_id":"u","what":"user"})",
        {QStringLiteral("HEADER_MISSING error "), QStringLiteral("HEADER_MISSING error ")});
    row("and its rules hold for the payload",
        at(host + "/api/##what##/v1/upsert", headers.chopped(1).prepend(',')),
        R"({"user_id":5,"what":"user"})",
        {QStringLiteral("IDENT_TYPE error /request_format/users/0/identifiers/uuid user_id")});
    row("the path as filled is wrong", at(host + "/api/##what##/v1/upsert"),
        R"({"user_id":5,"what":"users"})", {QStringLiteral("ENDPOINT_WRONG error /endpoint_url what")});
    row("a path that is filled up to another one", at(host + "/api/user/v1/upsert##what##"),
        R"({"user_id":5,"what":"s"})", {QStringLiteral("ENDPOINT_WRONG error /endpoint_url what")});
    row("a value leads out of the path", at("https://h.example/a/##what##/b"),
        R"({"user_id":"u","what":".."})", {QStringLiteral("ENDPOINT_INVALID error /endpoint_url what")});
    row("a value breaks a header", at("https://h.example/", R"(,"headers":{"X-A":"##what##"})"),
        R"({"user_id":"u","what":"a\nb"})", {QStringLiteral("HEADER_INVALID error /headers/X-A what")});
    row("of two values the one that breaks a header",
        at("https://h.example/", R"(,"headers":{"X-A":"##user_id## ##what##"})"),
        R"({"user_id":"u","what":"a\nb"})", {QStringLiteral("HEADER_INVALID error /headers/X-A what")});
    row("of two values the one that leads out of the path", at("https://h.example/##user_id##/##what##/b"),
        R"({"user_id":"u","what":".."})", {QStringLiteral("ENDPOINT_INVALID error /endpoint_url what")});
    row("two values that lead out of the path together", at("https://h.example/##what####what##/b"),
        R"({"user_id":"u","what":"."})", {QStringLiteral("ENDPOINT_INVALID error /endpoint_url")});
    row("beside a malformed template", at("https://h.example/##what##", {}, R"("{")"),
        R"({"what":"..","what":".."})",
        {QStringLiteral("TEMPLATE_MALFORMED error /request_format"),
         QStringLiteral("ENDPOINT_INVALID error /endpoint_url what"),
         QStringLiteral("DUPLICATE_KEY warning")});
    row("too deep", at("https://h.example/", {}, R"(["##a##"])"),
        R"({"a":)" + QByteArray(511, '[') + QByteArray(511, ']') + "}", {});
    row("deeper than that", at("https://h.example/", {}, R"([["##a##"]])"),
        R"({"a":)" + QByteArray(511, '[') + QByteArray(511, ']') + "}",
        {QStringLiteral("PAYLOAD_TOO_DEEP error /request_format")});
}

void TestLint::judgesWithAnEvent()
{
    QFETCH(const QByteArray, connection);
    QFETCH(const QByteArray, event);
    QTEST(brief(linted(connection, {event})), "expected");
}

void TestLint::judgesEachEvent()
{
    const Findings findings
        = linted(insiders(), {R"({"user_id":5})", R"({"user_id":"u"})", R"({"user_id":6})"});
    QCOMPARE(
        brief(findings),
        QStringList(2, QStringLiteral("IDENT_TYPE error /request_format/users/0/identifiers/uuid user_id")));
    for (const Finding &finding : findings)
        QCOMPARE(finding.sample, std::optional(QStringLiteral("e.json")));
    // One event for which it is Insider's is enough for Insider's headers to be asked for, once.
    const QStringList headersOnce
        = brief(linted(at(host + "/api/##what##/v1/upsert"),
                       {R"({"user_id":"u","what":"user"})", R"({"user_id":"u","what":"user"})"}));
    QCOMPARE(headersOnce.count(QStringLiteral("HEADER_MISSING error ")), 2);
}

/// Insider keeps a profile's first identifiers: what one event says of a person, and another otherwise.
void TestLint::comparesTheEvents()
{
    const QByteArray two = insiders(
        R"({"users":[{"identifiers":{"uuid":"##user_id##","email":"##mail##"},"attributes":{"name":"x"}}]})");
    const QByteArray first = R"({"user_id":"u","mail":"a@b.co"})";
    const QByteArray second = R"({"user_id":"u","mail":"c@d.co"})";
    const Findings found = linted(two, {first, first, second});
    QCOMPARE(
        brief(found),
        QStringList{QStringLiteral("IDENT_CHANGE warning /request_format/users/0/identifiers/email mail")});
    QCOMPARE(found.front().payloadPointer, std::optional<std::string>("/users/0/identifiers/email"));
    QVERIFY2(found.front().message.contains(QStringLiteral("c@d.co")), qPrintable(found.front().message));
    QVERIFY(linted(two, {first}).empty());
    QVERIFY(linted(two, {first, first}).empty());
    QVERIFY(linted(two, {first, R"({"user_id":"v","mail":"c@d.co"})"}).empty());
}

void TestLint::saysSoWhereARegexGivesUp()
{
    const QByteArray connection
        = at("https://h.example/", R"(,"x_designer":{"conditions":{"match":"all","rules":[
{"type":"path","field":"a","operator":"exists"},
{"match":"none","rules":[{"type":"path","field":"a","operator":"regex","value":"^(a+)+$"}]}]}})");
    const QByteArray exploding = R"({"user_id":"u","a":")" + QByteArray(5000, 'a') + R"(!"})";
    const Findings found = linted(connection, {R"({"user_id":"u","a":"a"})", exploding});
    QCOMPARE(brief(found),
             QStringList{QStringLiteral("CONDITION_INVALID error /x_designer/conditions/rules/1/rules/0")});
    QCOMPARE(found.front().templatePlace->position.line, std::size_t(3));
    QCOMPARE(found.front().sample, std::optional(QStringLiteral("e.json")));
    QVERIFY2(found.front().message.contains(u"than is allowed"), qPrintable(found.front().message));
    QVERIFY(linted(connection).empty());
}

void TestLint::followsTheProfile()
{
    const QByteArray purchase = insiders(
        R"({"users":[{"identifiers":{"uuid":"##user_id##"},"events":[{"event_name":"purchase","timestamp":"2025-12-31T00:00:00Z","event_params":{}}]}]})");
    const QByteArray event = R"({"user_id":"u"})";
    const auto errors
        = [&](insider::Profile profile) { return count(linted(purchase, {event}, profile)).errors; };
    const std::size_t proven = errors(insider::Profile::Proven);
    const std::size_t table = errors(insider::Profile::Table);
    QVERIFY(proven > 0);
    QVERIFY2(table > proven,
             qPrintable(brief(linted(purchase, {event}, insider::Profile::Table)).join(u'\n')));
    QVERIFY(errors(insider::Profile::Strict) >= table);
}

void TestLint::namesWhatIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("says"); ///< empty: nothing
    const auto row = [](const char *title, const char *format, const char *event, const char *says) {
        QTest::newRow(title) << QByteArray(format) << QByteArray(event) << QString::fromUtf8(says);
    };
    const char *const first = R"({"a":"##properties.items.0.id##"})";
    row("all are read", R"({"a":"##properties.items.0.id##","b":"##properties.items.1.id##"})",
        R"({"properties":{"items":[{"id":1},{"id":2}]}})", "");
    row("one is not", first, R"({"properties":{"items":[{"id":1},{"id":2},{"id":3}]}})", "numbered 1, 2 ");
    row("many are not", first,
        R"({"properties":{"items":[{"id":0},{"id":1},{"id":2},{"id":3},{"id":4},{"id":5},{"id":6}]}})",
        "numbered 1, 2, 3, 4, 5, … ");
    row("none is read", R"({"a":1})", R"({"properties":{"items":[{"id":1},{"id":2}]}})",
        "reads none of them");
    row("one product and none read", R"({"a":1})", R"({"properties":{"items":[{"id":1}]}})", "");
    row("the whole list goes in", R"({"a":"##properties.items##"})",
        R"({"properties":{"items":[{"id":1},{"id":2}]}})", "");
    row("the whole list goes in by its short path", R"({"a":"##items##"})",
        R"({"properties":{"items":[{"id":1},{"id":2}]}})", "");
    row("all are read by their short paths", R"({"a":"##items.0.id##","b":"##properties.items.1.id##"})",
        R"({"properties":{"items":[{"id":1},{"id":2}]}})", "");
    row("one is not, by its short path", R"({"a":"##items.0.id##"})",
        R"({"properties":{"items":[{"id":1},{"id":2}]}})", "items has 2 lines");
    row("all properties go in", R"({"a":"##properties##"})",
        R"({"properties":{"items":[{"id":1},{"id":2}]}})", "");
    row("a list of another name", R"({"a":1})", R"({"properties":{"tags":[{"id":1},{"id":2}]}})", "");
    row("a list of no objects", R"({"a":1})", R"({"properties":{"items":[1,2]}})", "");
    row("an indexed list of another name", R"({"a":"##properties.tags.0##"})",
        R"({"properties":{"tags":["x","y"]}})", "properties.tags has 2 lines");
    row("an object with a number for a name", first,
        R"({"properties":{"items":{"0":{"id":1},"1":{"id":2}}}})", "");
}

void TestLint::namesWhatIsLeftOut()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, event);
    QFETCH(const QString, says);
    Findings findings = linted(at("https://h.example/", {}, format), {event});
    std::erase_if(findings, [](const Finding &finding) { return finding.code != "ITEMS_LEFT_OUT"; });
    QCOMPARE(findings.size(), std::size_t(says.isEmpty() ? 0 : 1));
    if (!says.isEmpty())
        QVERIFY2(findings.front().message.contains(says), qPrintable(findings.front().message));
}

void TestLint::namesTheCharacterThatXmlCannotHold()
{
    const QByteArray xml
        = R"({"endpoint_url":"https://h.example/","content_type":"application/xml",)"
          R"("request_format":"<a>\n <b>##ok##</b><c>##bad##</c></a>","x_designer":{"template":"text"}})";
    const Findings findings = linted(xml, {R"({"ok":"<&>\t\n","bad":"x\u0001\u0000"})"});
    QCOMPARE(shown(findings), QStringList{QStringLiteral("VALUE_INVALID error /request_format 2:18 bad")});
    QVERIFY2(findings.front().message.contains(u"U+0001"), qPrintable(findings.front().message));
    QCOMPARE(findings.front().sample, std::optional(QStringLiteral("e.json")));
    const QByteArray own = R"({"endpoint_url":"https://h.example/","content_type":"application/xml",)"
                           R"("request_format":"<a>\n \u0000##ok##</a>","x_designer":{"template":"text"}})";
    const Findings ofTemplate = linted(own, {R"({"ok":"x"})"});
    QCOMPARE(shown(ofTemplate), QStringList{QStringLiteral("VALUE_INVALID error /request_format 2:2")});
    // JSON has an escape for every character.
    QCOMPARE(shown(linted(at("https://h.example/", {}, R"(["##bad##"])"), {R"({"bad":"\u0001"})"})),
             QStringList());
}

void TestLint::agreesWithATest()
{
    const auto connection = compiled(insiders());
    const auto event = eventOf(R"({"user_id":5})");
    const tmpl::Rendering rendering = connection.requestFormat.render(event.root());
    const Findings ofPayload = testrun::payloadFindings(
        connection, event, rendering, json::Document(rendering.bytes), insider::Profile::Proven,
        insider::Moment(std::chrono::seconds(1767225600)));
    QCOMPARE(shown(ofPayload), shown(linted(insiders(), {R"({"user_id":5})"})));
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
