// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"
#include "connection/gallery.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::connection;

/// Edits of a connection: what they change, and that they change nothing else.
class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void editsOneKey_data();
    void editsOneKey();
    void refusesABrokenDesigner();
    void headerRows_data();
    void headerRows();
    void headerRowsKeepEscapesAndKinds();
    void takesApartAndPutsTogether_data();
    void takesApartAndPutsTogether();
    void everyGalleryTemplateComesBack();
    void writesBodies_data();
    void writesBodies();
};

namespace {

using Edit = std::function<Result<Connection>(const Connection &)>;

Connection loaded(const QByteArray &bytes)
{
    return Connection::load(bytes.toStdString()).value();
}

} // namespace

Q_DECLARE_METATYPE(Edit)

void TestEditing::editsOneKey_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const Edit &edit, const char *after) {
        QTest::newRow(name) << QByteArray(before) << edit << QByteArray(after);
    };
    const Edit label = [](const Connection &c) { return withText(c, key::label, "New"); };
    const Edit active = [](const Connection &c) { return withActive(c, true); };
    const Edit inactive = [](const Connection &c) { return withActive(c, false); };
    const Edit notes = [](const Connection &c) { return withNotes(c, "a \"b\""); };
    const Edit noNotes = [](const Connection &c) { return withNotes(c, ""); };
    const Edit block = [](const Connection &c) { return withMissingPolicy(c, tmpl::MissingPolicy::Block); };
    const Edit omit = [](const Connection &c) { return withMissingPolicy(c, tmpl::MissingPolicy::Omit); };
    const Edit textual = [](const Connection &c) { return withValueMode(c, tmpl::ValueMode::Text); };
    const Edit rules = [](const Connection &c) { return withConditions(c, R"({"match":"all","rules":[]})"); };
    const Edit noRules = [](const Connection &c) { return withConditions(c, ""); };
    row("a label", R"({"endpoint_label":"Old","x":1})", label, R"({"endpoint_label":"New","x":1})");
    row("of two labels the last", R"({"endpoint_label":"a","endpoint_label":"b"})", label,
        R"({"endpoint_label":"a","endpoint_label":"New"})");
    row("a label that was not there", R"({"request_format":{}})", label,
        R"({"endpoint_label":"New","request_format":{}})");
    row("a label before the first key that follows it",
        R"({"x":1,"endpoint_url":"u","request_format":{},"x_designer":{}})", label,
        R"({"x":1,"endpoint_label":"New","endpoint_url":"u","request_format":{},"x_designer":{}})");
    row("x_designer stays last", R"({"x":1,"x_designer":{"k":1}})", label,
        R"({"x":1,"endpoint_label":"New","x_designer":{"k":1}})");
    row("a label that was a number", R"({"endpoint_label":7})", label, R"({"endpoint_label":"New"})");
    row("active, without x_designer", R"({"a": 1})", active, R"({"a": 1,"x_designer": {"active":true}})");
    row("active, a key a line", "{\n  \"a\": 1\n}\n", active,
        "{\n  \"a\": 1,\n  \"x_designer\": {\n    \"active\": true\n  }\n}\n");
    row("a default is not written anew", R"({"a":1})", inactive, R"({"a":1})");
    row("a default that is there is set", R"({"x_designer":{"active":true,"k":2}})", inactive,
        R"({"x_designer":{"active":false,"k":2}})");
    row("notes", R"({"x_designer":{"k":2}})", notes, R"({"x_designer":{"k":2,"notes":"a \"b\""}})");
    row("notes taken away", R"({"x_designer":{"notes":"x","k":2}})", noNotes, R"({"x_designer":{"k":2}})");
    row("notes taken away that stand there twice", R"({"x_designer":{"notes":"x","k":2,"notes":"y"}})",
        noNotes, R"({"x_designer":{"k":2}})");
    row("the last thing taken away, there twice", R"({"a":1,"x_designer":{"notes":"x","notes":"y"}})",
        noNotes, R"({"a":1})");
    row("the last thing taken away", R"({"a":1,"x_designer":{"notes":"x"}})", noNotes, R"({"a":1})");
    row("block", R"({"x_designer":{"missing_values":"omit"}})", block,
        R"({"x_designer":{"missing_values":"block"}})");
    row("omit is not written anew", R"({"x_designer":{}})", omit, R"({"x_designer":{}})");
    row("text", R"({"x_designer":{}})", textual, R"({"x_designer":{"values":"text"}})");
    row("conditions", R"({"x_designer":{"k":1}})", rules,
        R"({"x_designer":{"k":1,"conditions":{"match":"all","rules":[]}}})");
    row("no conditions", R"({"x_designer":{"conditions":{"rules":[]},"k":1}})", noRules,
        R"({"x_designer":{"k":1}})");
}

void TestEditing::editsOneKey()
{
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    const Result<Connection> edited = edit(loaded(before));
    QVERIFY(edited);
    QCOMPARE(QByteArray::fromStdString(edited->bytes()), after);
}

void TestEditing::refusesABrokenDesigner()
{
    const Connection broken = loaded(R"({"x_designer":[1]})");
    const Result<Connection> edited = withActive(broken, true);
    QVERIFY(!edited);
    QCOMPARE(edited.error().code, ErrorCode::UnsoundConnection);
    QVERIFY(withText(broken, key::label, "x"));
}

void TestEditing::headerRows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("rowCount");
    QTest::addColumn<int>("switchedOff"); // the row to switch off; -1: add one instead
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("add") << QByteArray(R"({"headers":{"A":"1"}})") << 1 << -1
                         << QByteArray(R"({"headers":{"A":"1","N":"9"}})");
    QTest::newRow("add, no headers yet") << QByteArray(R"({"a":1,"x_designer":{"k":1}})") << 0 << -1
                                         << QByteArray(R"({"a":1,"headers":{"N":"9"},"x_designer":{"k":1}})");
    QTest::newRow("add, headers are no object")
        << QByteArray(R"({"headers":3})") << 0 << -1 << QByteArray(R"({"headers":{"N":"9"}})");
    QTest::newRow("add, a header a line")
        << QByteArray("{\n  \"headers\": {\n    \"A\": \"1\"\n  }\n}") << 1 << -1
        << QByteArray("{\n  \"headers\": {\n    \"A\": \"1\",\n    \"N\": \"9\"\n  }\n}");
    QTest::newRow("switch off") << QByteArray(R"({"headers":{"A":"1","B":"2"}})") << 2 << 0
                                << QByteArray(
                                       R"({"headers":{"B":"2"},"x_designer":{"headers_off":{"A":"1"}}})");
    QTest::newRow("switch another off")
        << QByteArray(R"({"headers":{"A":"1"},"x_designer":{"headers_off":{"B":"2"}}})") << 2 << 0
        << QByteArray(R"({"headers":{},"x_designer":{"headers_off":{"A":"1","B":"2"}}})");
}

void TestEditing::headerRows()
{
    QFETCH(QByteArray, before);
    QFETCH(int, rowCount);
    QFETCH(int, switchedOff);
    QFETCH(QByteArray, after);
    const Connection connection = loaded(before);
    std::vector<HeaderRow> rows = connection::headerRows(connection);
    QCOMPARE(rows.size(), static_cast<std::size_t>(rowCount));
    if (switchedOff < 0)
        rows.push_back({"N", "9", true});
    else
        rows[static_cast<std::size_t>(switchedOff)].on = false;
    const Result<Connection> edited = withHeaderRows(connection, rows);
    QVERIFY(edited);
    QCOMPARE(QByteArray::fromStdString(edited->bytes()), after);
}

void TestEditing::headerRowsKeepEscapesAndKinds()
{
    const Connection connection = loaded(R"({"headers":{"\u0041":"\u00e7","N":7,"A":"twice"}})");
    std::vector<HeaderRow> rows = connection::headerRows(connection);
    QCOMPARE(rows.size(), std::size_t(3));
    std::swap(rows[0], rows[1]);
    const Result<Connection> edited = withHeaderRows(connection, rows);
    QVERIFY(edited);
    QCOMPARE(edited->bytes(), std::string(R"({"headers":{"N":7,"\u0041":"\u00e7","A":"twice"}})"));
    QCOMPARE(withHeaderRows(connection, connection::headerRows(connection))->bytes(), connection.bytes());
}

void TestEditing::takesApartAndPutsTogether_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *file, const char *body) {
        QTest::newRow(name) << QByteArray(file) << QByteArray(body);
    };
    row("one line", R"({"request_format":{"a":1}})", R"({"a":1})");
    row("indented", "{\n  \"request_format\": {\n    \"a\": 1\n  }\n}", "{\n  \"a\": 1\n}");
    row("tabs", "{\n\t\"request_format\": [\n\t\t1\n\t]\n}", "[\n\t1\n]");
    row("CR LF", "{\r\n  \"request_format\": {\r\n    \"a\": 1\r\n  }\r\n}", "{\r\n  \"a\": 1\r\n}");
    row("an empty line inside", "{\n  \"request_format\": {\n\n    \"a\": 1\n  }\n}", "{\n\n  \"a\": 1\n}");
    row("a line further left", "{\n  \"request_format\": {\n\"a\": 1\n  }\n}", "{\n\"a\": 1\n  }");
    row("a line of blanks", "{\n  \"request_format\": {\n  \n    \"a\": 1\n  }\n}",
        "{\n  \n    \"a\": 1\n  }");
    row("a string with escapes", R"({"request_format":"{\"a\":##\u0061##}"})", "{\"a\":##a##}");
    row("text for another content type", R"({"content_type":"text/plain","request_format":"a\n b"})",
        "a\n b");
    row("JSON for another content type",
        "{\n  \"content_type\":\"text/plain\",\n  \"request_format\":{\n  }\n}", "{\n  }");
    row("none", R"({"a":1})", "");
    row("no template at all", R"({"request_format":7})", "");
    row("an escaped name", R"({"request_\u0066ormat":{"a":[]}})", R"({"a":[]})");
}

void TestEditing::takesApartAndPutsTogether()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, body);
    const TakenApart parts = TakenApart::of(loaded(file));
    QCOMPARE(QByteArray::fromStdString(parts.body), body);
    const Result<Connection> whole = putTogether(parts.shell, parts.body, parts.form);
    QVERIFY(whole);
    QCOMPARE(QByteArray::fromStdString(whole->bytes()), file);
}

void TestEditing::everyGalleryTemplateComesBack()
{
    for (const GalleryTemplate &one : gallery()) {
        const TakenApart parts = TakenApart::of(Connection::load(one.bytes).value());
        QVERIFY2(parts.body.ends_with("\n}") || parts.body.ends_with("\n]"), qPrintable(one.name));
        QCOMPARE(putTogether(parts.shell, parts.body, parts.form)->bytes(), one.bytes);
        const Result<Connection> changed = putTogether(parts.shell, R"({"a":1})", parts.form);
        QVERIFY(changed);
        QVERIFY(changed->bytes() != one.bytes);
        const TakenApart of = TakenApart::of(*changed);
        QCOMPARE(of.body, std::string(R"({"a":1})"));
        const Result<Connection> changedBack = putTogether(of.shell, parts.body, of.form);
        QVERIFY(changedBack);
        QCOMPARE(changedBack->bytes(), one.bytes);
        // White space around it is left out.
        QCOMPARE(putTogether(parts.shell, parts.body + ' ', parts.form)->bytes(), one.bytes);
    }
}

void TestEditing::writesBodies_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *file, const char *body, const char *after) {
        QTest::newRow(name) << QByteArray(file) << QByteArray(body) << QByteArray(after);
    };
    row("JSON is spliced in, indented", "{\n  \"request_format\": {\n  }\n}", "{\n  \"b\": 2\n}",
        "{\n  \"request_format\": {\n    \"b\": 2\n  }\n}");
    row("what is not indented stays so", "{\n  \"request_format\": {\n\"a\": 1\n}\n}", "{\n\"a\": 2\n}",
        "{\n  \"request_format\": {\n\"a\": 2\n}\n}");
    row("bare placeholders become a marked string", R"({"request_format":{}})", R"({"q":##a##})",
        R"({"request_format":"{\"q\":##a##}","x_designer":{ "template": "json" }})");
    row("half a text becomes a marked string", R"({"request_format":{},"x_designer":{"k":1}})", R"({"q":)",
        R"({"request_format":"{\"q\":","x_designer":{"k":1,"template":"text"}})");
    row("JSON again loses the mark", R"({"request_format":"{\"q\":","x_designer":{"k":1,"template":"text"}})",
        R"({"q":1})", R"({"request_format":{"q":1},"x_designer":{"k":1}})");
    row("JSON again loses a mark that stands there twice",
        R"({"request_format":"{","x_designer":{"template":"text","template":"text"}})", R"({"q":1})",
        R"({"request_format":{"q":1}})");
    row("JSON again loses what held the mark", R"({"request_format":"{","x_designer":{"template":"text"}})",
        R"({"q":1})", R"({"request_format":{"q":1}})");
    row("nothing", R"({"request_format":{"a":1}})", "",
        R"({"request_format":"","x_designer":{ "template": "text" }})");
    row("a template where there was none", R"({"a":1,"headers":{}})", R"({"q":1})",
        R"({"a":1,"request_format":{"q":1},"headers":{}})");
    row("another content type is never spliced", R"({"content_type":"text/plain","request_format":"a"})",
        R"({ "q": 1 })",
        R"({"content_type":"text/plain","request_format":"{ \"q\": 1 }","x_designer":{ "template": "text" }})");
}

void TestEditing::writesBodies()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, after);
    const TakenApart parts = TakenApart::of(loaded(file));
    const Result<Connection> whole = putTogether(parts.shell, body.toStdString(), parts.form);
    QVERIFY(whole);
    QCOMPARE(QByteArray::fromStdString(whole->bytes()), after);
    QCOMPARE(TakenApart::of(*whole).body, body.toStdString());
}

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
