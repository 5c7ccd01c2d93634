// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/compiledconnection.h"
#include "connection/connection.h"

#include <QTest>

using namespace designer;
using connection::Connection;
using connection::TemplateStorage;

/// Connection: a file's bytes and what they mean; and what compile() makes of it.
class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void keepsEveryByte_data();
    void keepsEveryByte();
    void readsSettings_data();
    void readsSettings();
    void readsHeaders_data();
    void readsHeaders();
    void readsOptions_data();
    void readsOptions();
    void readsDesignerKeys();
    void findsTheTemplate_data();
    void findsTheTemplate();
    void placesTemplateBytesInTheFile();
    void placesTemplateBytesInTheString();
    void edits();
    void refusesAnEditThatBreaksTheFile();
    void compiles();
    void saysWhyItDoesNotCompile_data();
    void saysWhyItDoesNotCompile();
};

namespace {

Connection loaded(const std::string &bytes)
{
    const Result<Connection> out = Connection::load(bytes, u"c.json"_qs);
    if (!out)
        qWarning("does not load: %s", bytes.c_str());
    return out ? *out : Connection();
}

std::string listed(const std::vector<connection::Header> &headers)
{
    std::string out;
    for (const connection::Header &header : headers)
        out += header.name + '=' + header.value + ';';
    return out;
}

} // namespace

void TestConnection::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *title, const QByteArray &bytes, ErrorCode code, int line, int column) {
        QTest::newRow(title) << bytes << static_cast<int>(code) << line << column;
    };
    row("an empty file", "", ErrorCode::MalformedJson, 1, 1);
    row("white space alone", " \n ", ErrorCode::MalformedJson, 2, 2);
    row("a byte order mark alone", "\xEF\xBB\xBF", ErrorCode::MalformedJson, 1, 1);
    row("truncated", "{\n  \"request_format\": {", ErrorCode::MalformedJson, 2, 22);
    row("a comma too many", "{\"a\":1,}", ErrorCode::MalformedJson, 1, 8);
    row("a bare placeholder", "{\"request_format\": {\"a\": ##b##}}", ErrorCode::MalformedJson, 1, 26);
    row("text after the end", "{}\n{}", ErrorCode::MalformedJson, 2, 1);
    row("no UTF-8", "{\"a\":\"\xFF\"}", ErrorCode::MalformedJson, 1, 7);
    row("UTF-16, little end first", QByteArray("\xFF\xFE{\0}\0", 6), ErrorCode::WrongEncoding, 1, 1);
    row("UTF-16, big end first", QByteArray("\xFE\xFF\0{\0}", 6), ErrorCode::WrongEncoding, 1, 1);
    row("UTF-32", QByteArray("\xFF\xFE\0\0{\0\0\0}\0\0\0", 12), ErrorCode::WrongEncoding, 1, 1);
    row("a lone surrogate", R"({"a":"\ud800"})", ErrorCode::MalformedJson, 1, 7);
    row("nested too deep", R"({"a":)" + QByteArray(100000, '['), ErrorCode::MalformedJson, 1, 517);
    row("an array", " []", ErrorCode::NotAConnection, 1, 2);
    row("a string", "\"a\"", ErrorCode::NotAConnection, 1, 1);
    row("a number", "1", ErrorCode::NotAConnection, 1, 1);
    row("null", "null", ErrorCode::NotAConnection, 1, 1);
}

void TestConnection::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    QFETCH(const int, line);
    QFETCH(const int, column);
    const Result<Connection> out = Connection::load(bytes.toStdString(), u"c.json"_qs);
    QVERIFY(!out);
    QCOMPARE(codeName(out.error().code), codeName(static_cast<ErrorCode>(code)));
    QCOMPARE(out.error().file, u"c.json"_qs);
    QVERIFY(out.error().position);
    QCOMPARE(static_cast<int>(out.error().position->line), line);
    QCOMPARE(static_cast<int>(out.error().position->column), column);
}

void TestConnection::keepsEveryByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF{}\n");
    QTest::newRow("odd white space, CR LF, no end of line")
        << QByteArray("\t{\r\n\"a\"  :\r1 ,\n\n\"b\":[ ]}  ");
    QTest::newRow("duplicates") << QByteArray(
        R"({"endpoint_id":"a","endpoint_id":"b","request_format":{"x":1,"x":2}})");
    QTest::newRow("numbers as they are written") << QByteArray(
        R"({"request_format":{"a":1299.90,"b":1e2,"c":-0,"d":12345678901234567890123456789012345678901}})");
    QTest::newRow("escapes as they are written")
        << QByteArray(R"({"endpoint_label":"\u0041\/\u00e7ç\n","request_format":{"\u0061":"\ud83d\ude00"}})");
    QTest::newRow("unknown names at every level") << QByteArray(
        R"({"first":null,"endpoint_id":"a","request_format":{},"x_designer":{"future":{"deep":[1]},"notes":""},"headers":{},"last":[{}]})");
    QTest::newRow("x_designer with its defaults") << QByteArray(
        R"({"x_designer":{"active":false,"missing_values":"omit","values":"typed"},"request_format":[]})");
    QTest::newRow("settings of the wrong kind")
        << QByteArray(R"({"endpoint_url":5,"headers":[],"x_designer":"no","request_format":true})");
}

void TestConnection::keepsEveryByte()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(QByteArray::fromStdString(loaded(bytes.toStdString()).bytes()), bytes);
}

void TestConnection::readsSettings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected"); // label|id|url|method|content type
    QTest::newRow("all of them") << QByteArray(
        R"({"endpoint_label":"L","endpoint_id":"i","endpoint_url":"u","request_method":"PUT","content_type":"text/plain"})")
                                 << QByteArray("L|i|u|PUT|text/plain");
    QTest::newRow("none of them") << QByteArray("{}") << QByteArray("|||POST|application/json");
    QTest::newRow("empty ones") << QByteArray(R"({"request_method":"","content_type":""})")
                                << QByteArray("||||application/json");
    QTest::newRow("with escapes") << QByteArray(R"({"endpoint_label":"\u015eube \"1\""})")
                                  << QByteArray("Şube \"1\"|||POST|application/json");
    QTest::newRow("twice: the last counts") << QByteArray(
        R"({"endpoint_id":"a","endpoint_id":"b","request_method":"GET","request_method":"POST"})")
                                            << QByteArray("|b||POST|application/json");
    QTest::newRow("of the wrong kind") << QByteArray(
        R"({"endpoint_label":1,"endpoint_id":null,"endpoint_url":{},"request_method":[],"content_type":true})")
                                       << QByteArray("|||POST|application/json");
    QTest::newRow("after a byte order mark")
        << QByteArray("\xEF\xBB\xBF{\"endpoint_id\":\"i\"}") << QByteArray("|i||POST|application/json");
}

void TestConnection::readsSettings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    const Connection c = loaded(bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(c.label() + '|' + c.id() + '|' + c.url() + '|' + c.method() + '|'
                                       + c.contentType()),
             expected);
}

void TestConnection::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("in the order of the file") << QByteArray(R"({"B":"2","A":"1"})") << QByteArray("B=2;A=1;");
    QTest::newRow("none") << QByteArray("{}") << QByteArray();
    QTest::newRow("twice: the last counts")
        << QByteArray(R"({"A":"1","B":"2","A":"3"})") << QByteArray("A=3;B=2;");
    QTest::newRow("twice, with an escape") << QByteArray(R"({"A":"1","\u0041":"3"})") << QByteArray("A=3;");
    QTest::newRow("of two cases, they are two")
        << QByteArray(R"({"a":"1","A":"2"})") << QByteArray("a=1;A=2;");
    QTest::newRow("of the wrong kind") << QByteArray(R"({"A":1,"B":null,"C":"3"})") << QByteArray("C=3;");
    QTest::newRow("no object") << QByteArray(R"(["A"])") << QByteArray();
}

void TestConnection::readsHeaders()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, expected);
    const Connection on = loaded(R"({"headers":)" + headers.toStdString() + "}");
    QCOMPARE(QByteArray::fromStdString(listed(on.headers())), expected);
    QVERIFY(on.headersOff().empty());
    for (const connection::Header &header : on.headers())
        QCOMPARE(header.place.text(), header.value);
    const Connection off = loaded(R"({"x_designer":{"headers_off":)" + headers.toStdString() + "}}");
    QCOMPARE(QByteArray::fromStdString(listed(off.headersOff())), expected);
    QVERIFY(off.headers().empty());
}

void TestConnection::readsOptions_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("missing");
    QTest::addColumn<int>("values");
    QTest::addColumn<int>("kind");
    using tmpl::ContentKind;
    using tmpl::MissingPolicy;
    using tmpl::ValueMode;
    const auto row = [](const char *title, const QByteArray &members, MissingPolicy missing, ValueMode values,
                        ContentKind kind) {
        QTest::newRow(title) << members << static_cast<int>(missing) << static_cast<int>(values)
                             << static_cast<int>(kind);
    };
    const auto policy
        = [](const QByteArray &json) { return R"("x_designer":{"missing_values":)" + json + "}"; };
    row("none", "", MissingPolicy::Omit, ValueMode::Typed, ContentKind::Json);
    row("omit", policy(R"("omit")"), MissingPolicy::Omit, ValueMode::Typed, ContentKind::Json);
    row("null", policy(R"("null")"), MissingPolicy::Null, ValueMode::Typed, ContentKind::Json);
    row("empty", policy(R"("empty")"), MissingPolicy::Empty, ValueMode::Typed, ContentKind::Json);
    row("keep", policy(R"("keep")"), MissingPolicy::Keep, ValueMode::Typed, ContentKind::Json);
    row("block", policy(R"("block")"), MissingPolicy::Block, ValueMode::Typed, ContentKind::Json);
    row("an unknown word", policy(R"("drop")"), MissingPolicy::Omit, ValueMode::Typed, ContentKind::Json);
    row("the null of JSON is no word", policy("null"), MissingPolicy::Omit, ValueMode::Typed,
        ContentKind::Json);
    row("a number is no word", policy("1"), MissingPolicy::Omit, ValueMode::Typed, ContentKind::Json);
    row("text values", R"("x_designer":{"values":"text"})", MissingPolicy::Omit, ValueMode::Text,
        ContentKind::Json);
    row("a form", R"("content_type":"Application/X-WWW-Form-Urlencoded; charset=utf-8")", MissingPolicy::Omit,
        ValueMode::Typed, ContentKind::Form);
    row("XML", R"("content_type":"application/xml")", MissingPolicy::Omit, ValueMode::Typed,
        ContentKind::Xml);
    row("plain text", R"("content_type":"text/plain")", MissingPolicy::Omit, ValueMode::Typed,
        ContentKind::Text);
}

void TestConnection::readsOptions()
{
    QFETCH(const QByteArray, members);
    const tmpl::Options options = loaded('{' + members.toStdString() + '}').options();
    QTEST(static_cast<int>(options.missing), "missing");
    QTEST(static_cast<int>(options.values), "values");
    QTEST(static_cast<int>(options.kind), "kind");
}

void TestConnection::readsDesignerKeys()
{
    const Connection full
        = loaded(R"({"x_designer":{"active":true,"notes":"a\nb","conditions":{"match":"all","rules":[]}}})");
    QVERIFY(full.active());
    QCOMPARE(full.notes(), std::string("a\nb"));
    QVERIFY(full.conditions().isObject());
    for (const char *bytes : {"{}", R"({"x_designer":{}})", R"({"x_designer":[]})",
                              R"({"x_designer":{"active":"true","notes":5}})"}) {
        const Connection bare = loaded(bytes);
        QVERIFY(!bare.active());
        QVERIFY(bare.notes().empty());
        QVERIFY(!bare.conditions());
    }
}

void TestConnection::findsTheTemplate_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("storage");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *title, const QByteArray &format, TemplateStorage storage,
                        const QByteArray &text) {
        QTest::newRow(title) << R"({"request_format":)" + format + "}" << static_cast<int>(storage) << text;
    };
    row("an object, token for token", "{ \"a\" : 1.50 }", TemplateStorage::Spliced, "{ \"a\" : 1.50 }");
    row("an array", "[1,\n2]", TemplateStorage::Spliced, "[1,\n2]");
    row("a string", R"("{\"a\":##b##}")", TemplateStorage::String, R"({"a":##b##})");
    row("an empty string", R"("")", TemplateStorage::String, "");
    row("a number", "5", TemplateStorage::None, "");
    row("null", "null", TemplateStorage::None, "");
    row("true", "true", TemplateStorage::None, "");
    row("twice: the last counts", R"({"a":1},"request_format":["b"])", TemplateStorage::Spliced, R"(["b"])");
    QTest::newRow("none") << QByteArray("{}") << static_cast<int>(TemplateStorage::None) << QByteArray();
}

void TestConnection::findsTheTemplate()
{
    QFETCH(const QByteArray, bytes);
    const Connection c = loaded(bytes.toStdString());
    QTEST(static_cast<int>(c.templateStorage()), "storage");
    QTEST(QByteArray::fromStdString(c.templateText()), "text");
}

void TestConnection::placesTemplateBytesInTheFile()
{
    const std::string bytes
        = "{\n  \"endpoint_label\": \"ğ\", \"request_format\": {\r\n    \"ş\": \"x\",\r\t\"b\": [1]\n}}";
    const Connection c = loaded(bytes);
    const std::string text = c.templateText();
    const std::size_t begin = bytes.find(text);
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
        const TemplatePlace place = c.templatePlace("/b/0", offset);
        QCOMPARE(place.pointer, std::string("/request_format/b/0"));
        QCOMPARE(place.position, json::positionAt(bytes, begin + offset));
    }
    QCOMPARE(c.templatePlace("", text.find("\"x\"")).position, (json::Position{3, 10}));
    QCOMPARE(c.templatePlace("", text.find('[')).position, (json::Position{4, 7}));
}

void TestConnection::placesTemplateBytesInTheString()
{
    const Connection c = loaded("{\n\n\"request_format\": \"{\\n  \\\"a\\\": ##b##}\"}");
    const TemplatePlace place = c.templatePlace("/a", c.templateText().find("##"));
    QCOMPARE(place.pointer, std::string("/request_format/a"));
    QCOMPARE(place.position, (json::Position{2, 8}));
}

void TestConnection::edits()
{
    const std::string bytes
        = "\xEF\xBB\xBF{ \"endpoint_id\" : \"old\" , \"request_format\" : { \"a\":1.0 }, \"more\":[ ] }\n";
    const Connection c = loaded(bytes);
    const Result<Connection> changed
        = c.edited(json::setMember(c.document().root(), "endpoint_id", "\"new\""));
    QVERIFY(changed);
    QCOMPARE(changed->id(), std::string("new"));
    QCOMPARE(changed->file(), u"c.json"_qs);
    std::string expected = bytes;
    expected.replace(expected.find("old"), 3, "new");
    QCOMPARE(changed->bytes(), expected);
    QCOMPARE(c.bytes(), bytes); // a value: the edit made another one
    const Result<Connection> back
        = changed->edited(json::setMember(changed->document().root(), "endpoint_id", "\"old\""));
    QVERIFY(back);
    QCOMPARE(back->bytes(), bytes);
}

void TestConnection::refusesAnEditThatBreaksTheFile()
{
    const Connection c = loaded("{\"a\":1}");
    const Result<Connection> broken = c.edited({0, 1, "["});
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::MalformedJson);
    QVERIFY(broken.error().position);
    const Result<Connection> other = c.edited({0, 7, "[]"});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::NotAConnection);
}

void TestConnection::compiles()
{
    const auto compiled = connection::compile(loaded(
        R"({"endpoint_url":"https://h.example/##user_id##","headers":{"A":"##a##","B":"b"},"request_format":{"x":"##x##"},)"
        R"("x_designer":{"missing_values":"block","conditions":{"match":"all","rules":[{"type":"event_name","operator":"exists"}]}}})"));
    QVERIFY(compiled);
    QCOMPARE(compiled->requestFormat.placeholders().size(), std::size_t(1));
    QCOMPARE(compiled->requestFormat.options().missing, tmpl::MissingPolicy::Block);
    QVERIFY(!compiled->conditions.empty());
    QCOMPARE(compiled->url.placeholders().found.size(), std::size_t(1));
    QCOMPARE(compiled->headers.size(), std::size_t(2));
    QCOMPARE(compiled->headers.front().name, std::string("A"));
    QCOMPARE(compiled->headers.front().place.pointer(), std::string("/headers/A"));
    QCOMPARE(compiled->source.url(), std::string("https://h.example/##user_id##"));
}

void TestConnection::saysWhyItDoesNotCompile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *title, const QByteArray &bytes, ErrorCode code, int line, int column) {
        QTest::newRow(title) << bytes << static_cast<int>(code) << line << column;
    };
    row("no request_format", "\n {}", ErrorCode::UnsoundConnection, 2, 2);
    row("a number as request_format", R"({"request_format":5})", ErrorCode::UnsoundConnection, 1, 19);
    row("an unknown policy", "{\"request_format\":{},\n\"x_designer\":{\"missing_values\":\"drop\"}}",
        ErrorCode::UnsoundConnection, 2, 32);
    row("a template that is not well formed", R"({"request_format":"{\n \"a\": }"})",
        ErrorCode::MalformedTemplate, 2, 7);
    row("an unknown operator",
        "{\"request_format\":{},\n\"x_designer\":{\"conditions\":{\"match\":\"all\",\"rules\":[{\"type\":"
        "\"event_name\",\"operator\":\"like\"}]}}}",
        ErrorCode::MalformedCondition, 2, 84);
}

void TestConnection::saysWhyItDoesNotCompile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    const auto compiled = connection::compile(loaded(bytes.toStdString()));
    QVERIFY(!compiled);
    QCOMPARE(codeName(compiled.error().code), codeName(static_cast<ErrorCode>(code)));
    QCOMPARE(compiled.error().file, u"c.json"_qs);
    QVERIFY(!compiled.error().message.endsWith(u'.'));
    QVERIFY(compiled.error().position);
    QTEST(static_cast<int>(compiled.error().position->line), "line");
    QTEST(static_cast<int>(compiled.error().position->column), "column");
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
