// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/lint.h"
#include "testrun/testrun.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// Connections and events of which 3,000 parts are wrong: all are counted, a thousand are listed.
class TestManyFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void counts_data();
    void counts();
    void countsForEachEvent();
    void countsInATestRun();
    void placesThoseListed_data();
    void placesThoseListed();
    void showsNamesAsTheyAre_data();
    void showsNamesAsTheyAre();

private:
    static void withoutEventRows();
    static void withEventRows();
};

namespace {

constexpr int many = 3'000;

/// \a part so many times, joined by commas: `#` is the number, `@` the mark of a placeholder.
QByteArray numbered(const char *part, int count = many)
{
    QByteArrayList parts;
    for (int i = 0; i < count; ++i)
        parts += QByteArray(part).replace('#', QByteArray::number(i)).replace('@', "##");
    return parts.join(",\n");
}

/// A connection to Insider with further members.
QByteArray connectionWith(const QByteArray &format, const QByteArray &headers = {},
                          const QByteArray &designer = {})
{
    return R"({"endpoint_url":"https://unification.useinsider.com/api/user/v1/upsert","request_format":)"
        + format + R"(,"headers":{"X-PARTNER-NAME":"a","X-REQUEST-TOKEN":"b")"
        + (headers.isEmpty() ? "" : "," + headers) + R"(},"x_designer":{)" + designer + "}}";
}

QByteArray userWith(const QByteArray &members)
{
    return R"({"users":[{"identifiers":{"uuid":"u"},)" + members + "}]}";
}

QByteArray attributes(const QByteArray &members)
{
    return userWith(R"("attributes":{)" + members + "}");
}

QByteArray events(const QByteArray &list)
{
    return userWith(R"("events":[)" + list + "]");
}

Findings lintOf(const QByteArray &connection, const QByteArrayList &texts)
{
    const auto loaded = connection::Connection::load(connection.toStdString());
    std::vector<event::Event> list;
    for (const QByteArray &text : texts)
        list.push_back(event::Event::parse(text.toStdString(), QStringLiteral("e.json")).value());
    const insider::Moment now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 31);
    return testrun::lint(loaded.value(), list, insider::Profile::Table, now);
}

/// "listed + more" of a code.
QString tally(const Findings &findings, std::string_view code)
{
    std::size_t listed = 0;
    std::size_t more = 0;
    for (const Finding &finding : findings) {
        if (finding.code == code) {
            listed += finding.more == 0;
            more += finding.more;
        }
    }
    return QStringLiteral("%1 + %2").arg(listed).arg(more);
}

void row(const char *name, const QByteArray &connection, const QByteArray &event, const char *code,
         const char *expected = "1000 + 2000")
{
    QTest::newRow(name) << connection << event << QByteArray(code) << QString::fromLatin1(expected);
}

} // namespace

void TestManyFindings::withoutEventRows()
{
    row("attributes", connectionWith(attributes(numbered(R"("zzq_#":"x")"))), "", "ATTR_CUSTOM_AT_ROOT");
    row("attributes with placeholders", connectionWith(attributes(numbered(R"("zzq_#":"@v#@")"))), "",
        "ATTR_CUSTOM_AT_ROOT");
    row("attributes whose values an event decides", connectionWith(attributes(numbered(R"("age":"@v#@")"))),
        "", "ATTR_TYPE", "0 + 0");
    row("events", connectionWith(events(numbered(R"({"event_name":"zzq","timestamp":"#x"})"))), "",
        "TIMESTAMP_FORMAT");
    row("whole objects among parameters",
        connectionWith(events(
            numbered(R"({"event_name":"a","timestamp":"2026-01-30T00:00:00Z","event_params":"@p#@"})"))),
        "", "PARAM_CUSTOM_AT_ROOT");
    row("headers", connectionWith("{}", numbered(R"("bad name #":"x")")), "", "HEADER_INVALID");
    row("headers that are no text", connectionWith("{}", numbered(R"("X-#":#)")), "", "SETTING_INVALID");
    row("condition rules",
        connectionWith("{}", {},
                       R"("conditions":{"match":"all","rules":[)"
                           + numbered(R"({"type":"zzq","operator":"exists"})") + "]}"),
        "", "CONDITION_INVALID");
    row("nested condition rules",
        connectionWith(
            "{}", {},
            R"("conditions":{"match":"all","rules":[)"
                + numbered(R"({"match":"any","rules":[{"type":"path","field":"a..#","operator":"exists"}]})")
                + "]}"),
        "", "CONDITION_INVALID");
    row("duplicate names", connectionWith(userWith(numbered(R"("n#":1,"n#":2)"))), "", "DUPLICATE_KEY");
}

void TestManyFindings::withEventRows()
{
    row("placeholders that miss their values", connectionWith(attributes(numbered(R"("zzq_#":"@v#@")"))),
        "{}", "VALUE_MISSING");
    row("one value missing in many places", connectionWith(attributes(numbered(R"("zzq_#":"@v@")"))), "{}",
        "VALUE_MISSING");
    row("placeholders that have their values", connectionWith(attributes(numbered(R"("zzq_#":"@v#@")"))),
        '{' + numbered(R"("v#":"x")") + '}', "ATTR_CUSTOM_AT_ROOT");
    row("events of an event's own", connectionWith(events(R"("a")").replace(R"(["a"])", R"("##list##")")),
        R"({"list":[)" + numbered(R"({"event_name":"zzq","timestamp":"#x"})") + "]}", "TIMESTAMP_FORMAT");
    row("headers that miss their values", connectionWith("{}", numbered(R"("X-#":"@v#@")")), "{}",
        "VALUE_MISSING");
    row("duplicate names of the event", connectionWith("{}"), '{' + numbered(R"("n#":1,"n#":2)") + '}',
        "DUPLICATE_KEY");
}

void TestManyFindings::counts_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("expected");
    withoutEventRows();
    withEventRows();
}

void TestManyFindings::counts()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, code);
    QFETCH(QString, expected);
    const Findings findings = lintOf(connection, event.isEmpty() ? QByteArrayList() : QByteArrayList{event});
    QStringList codes;
    for (const Finding &finding : findings) {
        const QString name = QString::fromStdString(finding.code);
        if (!codes.contains(name))
            codes += name;
    }
    QVERIFY2(tally(findings, code.toStdString()) == expected,
             qPrintable(tally(findings, code.toStdString()) + QStringLiteral(" of ") + codes.join(u' ')));
}

void TestManyFindings::countsForEachEvent()
{
    const QByteArray connection = connectionWith(attributes(numbered(R"("zzq_#":"@v#@")", 1500)));
    const Findings findings = lintOf(connection, {"{}", R"({"v0":1})", "{}"});
    QCOMPARE(tally(findings, "VALUE_MISSING"), QStringLiteral("3000 + 1499"));
}

void TestManyFindings::countsInATestRun()
{
    const QByteArray bytes = connectionWith("{}", numbered(R"("bad name #":"x")"));
    const auto connection = connection::compile(connection::Connection::load(bytes.toStdString()).value());
    QVERIFY(connection);
    const auto run = testrun::prepare(*connection, event::Event::parse("{}").value(), {});
    QVERIFY(run);
    QCOMPARE(tally(run->findings, "HEADER_INVALID"), QStringLiteral("1000 + 2000"));
}

void TestManyFindings::placesThoseListed_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("without an event") << QByteArray();
    QTest::newRow("with an event") << '{' + numbered(R"("v#":"x")", 1500) + '}';
}

void TestManyFindings::placesThoseListed()
{
    QFETCH(QByteArray, event);
    const QByteArray connection = connectionWith(attributes(numbered(R"("zzq_#":"@v#@")", 1500)));
    int number = 0;
    for (const Finding &finding :
         lintOf(connection, event.isEmpty() ? QByteArrayList() : QByteArrayList{event})) {
        if (finding.code != "ATTR_CUSTOM_AT_ROOT" || finding.more > 0)
            continue;
        const std::string at = std::to_string(number++);
        QVERIFY(finding.templatePlace.has_value());
        QCOMPARE(finding.templatePlace->pointer, "/request_format/users/0/attributes/zzq_" + at);
        QCOMPARE(finding.placeholder, std::optional('v' + at));
    }
    QCOMPARE(number, 1000);
}

void TestManyFindings::showsNamesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("words");
    const auto named
        = [](const char *name, const QByteArray &connection, const char *code, const char *words) {
              QTest::newRow(name) << connection << QByteArray(code) << QString::fromUtf8(words);
          };
    named("an attribute", connectionWith(attributes(R"("zzq%2%1":"x")")), "ATTR_CUSTOM_AT_ROOT", "zzq%2%1");
    named("a header that is no text", connectionWith("{}", R"("X-%2%1":1)"), "SETTING_INVALID",
          "The header X-%2%1 must have a text as its value, and has a number.");
    named("two headers of one name", connectionWith("{}", R"("X-%2":"a","x-%2":"b")"), "HEADER_INVALID",
          "The headers X-%2 and x-%2 are the same one");
    named("a name that stands twice", connectionWith(R"({"%2%3%1":1,"%2%3%1":2})"), "DUPLICATE_KEY",
          "The name “%2%3%1” stands twice in one object: in line 1, column ");
    named("a rule", connectionWith("{}", {}, R"("conditions":{"match":"all","rules":["%1%2"]})"),
          "CONDITION_INVALID", "A condition cannot be used: \"%1%2\" is no rule and no group; ");
    named("a setting", connectionWith("{}", {}, R"("values":"%1%2%3")"), "SETTING_INVALID",
          "it is \"%1%2%3\".");
}

void TestManyFindings::showsNamesAsTheyAre()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, code);
    QFETCH(QString, words);
    QString told;
    for (const Finding &finding : lintOf(connection, {})) {
        if (finding.code == code.toStdString())
            told += finding.message + u'\n';
    }
    QVERIFY2(told.contains(words), qPrintable(told));
}

QTEST_GUILESS_MAIN(TestManyFindings)
#include "tst_manyfindings.moc"
