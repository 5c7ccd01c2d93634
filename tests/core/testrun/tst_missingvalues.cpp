// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/lint.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// VALUE_MISSING: one for each place where a value is missing, with what becomes of that place.
class TestMissingValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tells_data();
    void tells();
    void placesInAStringTemplate();
    void placesOfTheRequest();
};

namespace {

Findings missing(const QByteArray &connection, const QByteArray &event)
{
    const auto loaded = connection::Connection::load(connection.toStdString());
    const std::vector<event::Event> events{
        event::Event::parse(event.toStdString(), QStringLiteral("e.json")).value()};
    Findings out;
    for (Finding &finding :
         testrun::lint(loaded.value(), events, insider::Profile::Proven, insider::Moment())) {
        if (finding.code == "VALUE_MISSING")
            out.push_back(std::move(finding));
    }
    return out;
}

QByteArray connectionWith(const QByteArray &format, const QByteArray &policy)
{
    return R"({"endpoint_url":"https://example.com/","request_format":)" + format
        + R"(,"x_designer":{"missing_values":")" + policy + "\"}}";
}

/// `path /place severity: what becomes of it`
QString told(const Finding &finding)
{
    const QString end = QStringLiteral(". What Hardal itself does then is not documented.");
    const QString begin
        = QString::fromStdString(*finding.placeholder) + QStringLiteral(" is not in this event: ");
    QString words = finding.message;
    if (!words.startsWith(begin) || !words.endsWith(end) || finding.sample != QStringLiteral("e.json"))
        return QStringLiteral("unlike: ") + words;
    words = words.sliced(begin.size()).chopped(end.size());
    return QString::fromStdString(*finding.placeholder) + u' '
        + QString::fromStdString(finding.templatePlace->pointer) + u' '
        + QString::fromStdString(std::string(name(finding.severity))) + QStringLiteral(": ") + words;
}

QStringList told(const Findings &findings)
{
    QStringList out;
    for (const Finding &finding : findings)
        out += told(finding);
    return out;
}

} // namespace

void TestMissingValues::tells_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *format, const char *policy,
                        std::initializer_list<const char *> lines) {
        QStringList expected;
        for (const char *line : lines)
            expected += QString::fromUtf8(line);
        QTest::newRow(name) << QByteArray(format) << QByteArray(policy) << expected;
    };
    row("nothing is missing", R"({"a":"##there##","##there##":1})", "omit", {});
    row("one place", R"({"a":"##x##"})", "omit",
        {"x /request_format/a warning: its field is left out (in a list: null)"});
    row("each place of one path", R"({"a":"##x##","b":["##x##","to ##x##"]})", "omit",
        {"x /request_format/a warning: its field is left out (in a list: null)",
         "x /request_format/b/0 warning: its field is left out (in a list: null)",
         "x /request_format/b/1 warning: empty text stands in its place"});
    row("twice in one text", R"({"a":"##x## and ##x##"})", "omit",
        {"x /request_format/a warning: empty text stands in its place",
         "x /request_format/a warning: empty text stands in its place"});
    row("two paths", R"({"a":"##x##","b":"##there##","c":"##y.z##"})", "omit",
        {"x /request_format/a warning: its field is left out (in a list: null)",
         "y.z /request_format/c warning: its field is left out (in a list: null)"});
    row("a member's whole name", R"({"##x##":1})", "omit",
        {"x /request_format/##x## warning: the member whose name it is is left out"});
    row("a part of a member's name", R"({"k_##x##":1})", "omit",
        {"x /request_format/k_##x## warning: empty text stands in its place"});
    row("a name and its value", R"({"##x##":"##x##"})", "omit",
        {"x /request_format/##x## warning: the member whose name it is is left out",
         "x /request_format/##x## warning: its field is left out (in a list: null)"});
    row("a name whose value is an object", R"({"##x##":{"a":"##there##"}})", "omit",
        {"x /request_format/##x## warning: the member whose name it is is left out"});
    row("null", R"({"a":"##x##","##x##":1})", "null",
        {"x /request_format/a warning: null stands in its place",
         "x /request_format/##x## warning: null stands in its place"});
    row("empty", R"({"a":"##x##","##x##":1})", "empty",
        {"x /request_format/a warning: empty text stands in its place",
         "x /request_format/##x## warning: empty text stands in its place"});
    row("keep", R"({"a":"##x##","##x##":1})", "keep",
        {"x /request_format/a warning: the placeholder’s own text stands in its place",
         "x /request_format/##x## warning: the placeholder’s own text stands in its place"});
    row("block", R"({"a":"##x##","##x##":1})", "block",
        {"x /request_format/a error: nothing is sent", "x /request_format/##x## error: nothing is sent"});
}

void TestMissingValues::tells()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, policy);
    QFETCH(QStringList, expected);
    QCOMPARE(told(missing(connectionWith(format, policy), R"({"there":"t"})")), expected);
}

void TestMissingValues::placesInAStringTemplate()
{
    const Findings findings = missing(connectionWith(R"("{\n \"a\": ##x##,\n \"##x##\": 1}")", "omit"), "{}");
    QCOMPARE(findings.size(), std::size_t(2));
    QCOMPARE(findings[0].templatePlace, (TemplatePlace{"/request_format/a", {2, 7}}));
    QCOMPARE(findings[1].templatePlace, (TemplatePlace{"/request_format/##x##", {3, 11}}));
}

void TestMissingValues::placesOfTheRequest()
{
    const Findings findings = missing(R"({"endpoint_url":"https://example.com/##x##?a=##x##",
 "request_format":{},"headers":{"A":"##x##","B":"##there## ##x##"}})",
                                      R"({"there":"t"})");
    QCOMPARE(told(findings),
             QStringList({QStringLiteral("x /endpoint_url warning: empty text stands in its place"),
                          QStringLiteral("x /endpoint_url warning: empty text stands in its place"),
                          QStringLiteral("x /headers/A warning: empty text stands in its place"),
                          QStringLiteral("x /headers/B warning: empty text stands in its place")}));
}

QTEST_GUILESS_MAIN(TestMissingValues)
#include "tst_missingvalues.moc"
