// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/placement.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// Placement: from a place of the payload to line, column and placeholder of the template.
class TestPlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void traces_data();
    void traces();
    void tracesNothingWithoutJson();
    void placesFindings();
    void tellsWhichPropertyIsMissing();
    void suggestsTheLineToAdd_data();
    void suggestsTheLineToAdd();
    void leavesWhatHasNoPlace();
};

namespace {

/// The template: spliced into the file, or kept as a string of it.
const QByteArray body = "{\n \"users\": [\n  {\"id\": \"##user_id##\", \"all\": \"##properties##\",\n"
                        "   \"text\": \"<##a##>\", \"fixed\": 1, \"gone\": \"##properties.gone##\"}]}";
const QByteArray spliced = "{\"request_format\":\n" + body + "}";
const QByteArray asText = "{\"request_format\":" + quoted(body) + ",\"x_designer\":{\"template\":\"json\"}}";
const char *const sample = R"({"user_id":"u","a":"x","properties":{"p":[1,{"q":2}]}})";

/// One payload with all that it was made from.
class Placed
{
public:
    Placed(const QByteArray &connection, const QByteArray &event)
        : m_connection(compiled(connection)), m_event(eventOf(event)),
          m_rendering(m_connection.requestFormat.render(m_event.root())), m_payload(m_rendering.bytes)
    { }
    [[nodiscard]] testrun::Placement placement() const
    {
        return {m_connection, m_event, m_rendering, m_payload};
    }

private:
    connection::CompiledConnection m_connection;
    event::Event m_event;
    tmpl::Rendering m_rendering;
    json::Document m_payload;
};

/// `/pointer line:column placeholder`, with ` missing` where the event has no value.
QString shown(const std::optional<testrun::Traced> &traced)
{
    if (!traced)
        return QStringLiteral("nothing");
    QString out = QStringLiteral("%1 %2:%3")
                      .arg(QString::fromStdString(traced->place.pointer))
                      .arg(traced->place.position.line)
                      .arg(traced->place.position.column);
    if (traced->placeholder)
        out += u' ' + QString::fromStdString(*traced->placeholder);
    return traced->missingInEvent ? out + QStringLiteral(" missing") : out;
}

Finding about(const char *code, const char *pointer)
{
    Finding finding;
    finding.code = code;
    finding.message = QStringLiteral("Wrong.");
    finding.payloadPointer = pointer;
    return finding;
}

const QByteArray insiders
    = R"({"request_format":{"users":[{"events":[{"event_name":"purchase","event_params":{"name":"##properties.n##"}}]}]}})";

} // namespace

void TestPlacement::traces_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("inFile"); ///< where the template is spliced in
    QTest::addColumn<QString>("inText"); ///< where it is kept as a string: lines count within it
    const auto row = [](const char *title, const char *pointer, const char *inFile, const char *inText) {
        QTest::newRow(title) << QByteArray(pointer) << QString::fromUtf8(inFile) << QString::fromUtf8(inText);
    };
    row("the whole", "", "/request_format 2:1", "/request_format 1:1");
    row("a lone placeholder", "/users/0/id", "/request_format/users/0/id 4:10 user_id",
        "/request_format/users/0/id 3:10 user_id");
    row("what a placeholder brought in", "/users/0/all/p/1/q", "/request_format/users/0/all 4:32 properties",
        "/request_format/users/0/all 3:32 properties");
    row("what it did not bring in", "/users/0/all/none", "/request_format/users/0/all 4:32 properties",
        "/request_format/users/0/all 3:32 properties");
    row("fixed", "/users/0/fixed", "/request_format/users/0/fixed 5:32",
        "/request_format/users/0/fixed 4:32");
    row("omitted: the value was missing", "/users/0/gone",
        "/request_format/users/0/gone 5:43 properties.gone missing",
        "/request_format/users/0/gone 4:43 properties.gone missing");
    row("no such member: its nearest parent", "/users/0/nowhere/deep", "/request_format/users/0 4:3",
        "/request_format/users/0 3:3");
    row("no such element", "/users/7", "/request_format/users 3:11", "/request_format/users 2:11");
    row("no pointer", "users", "/request_format 2:1", "/request_format 1:1");
}

void TestPlacement::traces()
{
    QFETCH(const QByteArray, pointer);
    QFETCH(const QString, inFile);
    QFETCH(const QString, inText);
    const Placed fromFile(spliced, sample);
    QCOMPARE(shown(fromFile.placement().trace(pointer.toStdString())), inFile);
    const Placed fromText(asText, sample);
    QCOMPARE(shown(fromText.placement().trace(pointer.toStdString())), inText);
}

void TestPlacement::tracesNothingWithoutJson()
{
    const Placed form(
        R"({"content_type":"application/x-www-form-urlencoded","request_format":"a=##a##","x_designer":{"template":"text"}})",
        sample);
    QCOMPARE(shown(form.placement().trace("/a")), QStringLiteral("nothing"));
    // A template that is JSON once it is filled badly: the payload is none.
    const Placed blocked(R"({"request_format":["##no##"],"x_designer":{"missing_values":"block"}})", sample);
    QCOMPARE(shown(blocked.placement().trace("/0")), QStringLiteral("nothing"));
}

void TestPlacement::placesFindings()
{
    Findings findings{about("A", "/users/0/id"), about("B", "/users/0/fixed")};
    Placed(spliced, sample).placement().place(findings);
    QCOMPARE(designer::shown(findings),
             (QStringList{QStringLiteral("A warning /request_format/users/0/id 4:10 user_id"),
                          QStringLiteral("B warning /request_format/users/0/fixed 5:32")}));
    for (const Finding &finding : findings) {
        QCOMPARE(finding.sample, std::optional(QStringLiteral("e.json")));
        QCOMPARE(finding.message, QStringLiteral("Wrong."));
    }
}

void TestPlacement::tellsWhichPropertyIsMissing()
{
    Findings findings{about("A", "/users/0/gone")};
    Placed(spliced, sample).placement().place(findings);
    QCOMPARE(findings.front().message, QStringLiteral("Wrong. properties.gone is not in this event."));
    QCOMPARE(findings.front().placeholder, std::optional<std::string>("properties.gone"));
}

void TestPlacement::suggestsTheLineToAdd_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("fix");
    const auto row
        = [](const char *title, const char *event, const char *code, const char *member, const char *fix) {
              QTest::newRow(title) << QByteArray(event) << QByteArray(code) << QByteArray(member)
                                   << QString::fromUtf8(fix);
          };
    const char *const order = R"({"properties":{"order_id":"7","n":"x"}})";
    row("from the event", order, "EVENT_PARAM_REQUIRED", "event_group_id",
        R"(Add "event_group_id": "##properties.order_id##")");
    row("of the table too", order, "EVENT_PARAM_REQUIRED_TABLE", "event_group_id",
        R"(Add "event_group_id": "##properties.order_id##")");
    row("where the event has none", "{}", "EVENT_PARAM_REQUIRED", "event_group_id", "");
    row("for a required one only", order, "PARAM_TYPE", "event_group_id", "");
    row("not where a placeholder is there already", R"({"properties":{"name":"x"}})", "EVENT_PARAM_REQUIRED",
        "name", "");
}

void TestPlacement::suggestsTheLineToAdd()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, member);
    QFETCH(const QString, fix);
    Findings findings{about(code.constData(), ("/users/0/events/0/event_params/" + member).constData())};
    Placed(insiders, event).placement().place(findings);
    QCOMPARE(findings.front().fixTitle.value_or(QString()), fix);
}

void TestPlacement::leavesWhatHasNoPlace()
{
    Findings findings(1);
    findings.front().message = QStringLiteral("Wrong.");
    Placed(spliced, sample).placement().place(findings);
    QVERIFY(!findings.front().templatePlace);
    QVERIFY(!findings.front().placeholder);
    QCOMPARE(findings.front().sample, std::optional(QStringLiteral("e.json")));
}

QTEST_GUILESS_MAIN(TestPlacement)
#include "tst_placement.moc"
