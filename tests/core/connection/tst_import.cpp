// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/exportformats.h"
#include "connection/importformats.h"
#include "connection/soundness.h"

#include <QTest>

#include <algorithm>

using namespace designer;
using connection::Connection;
using connection::ExportFormat;
using connection::Imported;

/// imported(), looksLikeConnection() and slug().
class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void comesBackAsItWentOut_data();
    void comesBackAsItWentOut();
    void keepsAWholeFile_data();
    void keepsAWholeFile();
    void completesAWholeFile_data();
    void completesAWholeFile();
    void takesPartsInAnyOrder();
    void takesParts_data();
    void takesParts();
    void namesWhatHasNoName_data();
    void namesWhatHasNoName();
    void saysWhatItMadeUp_data();
    void saysWhatItMadeUp();
    void refuses_data();
    void refuses();
    void tellsConnectionsFromEvents_data();
    void tellsConnectionsFromEvents();
    void makesSlugs_data();
    void makesSlugs();
};

namespace {

const QByteArray endpoint
    = R"({"endpoint_url":"https://unification.example.com/api","request_method":"POST","content_type":"application/json"})";
const QByteArray headers = R"({"headers":{"X-A":"a","X-B":"b"}})";
const QByteArray body = R"({"users":[{"id":"##user_id##"}]})";

Imported importOf(const QByteArray &text)
{
    const Result<Imported> out = connection::imported(text.toStdString(), u"in.json"_qs);
    if (!out)
        qWarning("refused: %s", qPrintable(out.error().line()));
    return out ? *out : Imported();
}

Connection connectionOf(const QByteArray &text)
{
    const Result<Connection> out = Connection::load(importOf(text).bytes);
    if (!out)
        qWarning("does not load: %s", qPrintable(out.error().line()));
    return out ? *out : Connection();
}

QByteArray exportOf(const Connection &connection, ExportFormat format)
{
    const auto out = connection::exported(connection, format);
    return out ? QByteArray::fromStdString(out->text) : QByteArray("refused");
}

/// All that an import has to bring in, in one line.
QByteArray shown(const Connection &c)
{
    std::string out
        = c.label() + '|' + c.id() + '|' + c.url() + '|' + c.method() + '|' + c.contentType() + '|';
    for (const connection::Header &header : c.headers())
        out += header.name + '=' + header.value + ';';
    return QByteArray::fromStdString(out + '|' + c.templateText());
}

} // namespace

void TestImport::comesBackAsItWentOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray settings
        = R"("endpoint_label":"\u015eube","endpoint_id":"i","endpoint_url":"https://h/?a=##b##","request_method":"PUT","content_type":"application/json",)";
    const auto row = [&settings](const char *title, const QByteArray &rest) {
        QTest::newRow(title) << '{' + settings + rest + '}';
    };
    row("on one line", R"("request_format":{"a":"##b##"},"headers":{"A":"1"})");
    row("over several lines",
        "\n  \"request_format\": {\n    \"a\": [\n      1.50,\n      \"##b##\"\n    ]\n  },\n  \"headers\": "
        "{\n    \"A\": \"\\u0041\"\n  }\n");
    row("with odd white space",
        "\"request_format\":\t{\r\n\t\"a\" :\r\n [ ] ,\r\n\r\n \"b\":{}\r\n   },\"headers\":{ }");
    row("an array", R"("request_format":[{"a":1,"a":2}],"headers":{})");
    row("without headers", R"("request_format":{})");
    row("with x_designer and unknown keys",
        R"("request_format":{},"more":[1],"x_designer":{"active":true,"notes":"n","future":1})");
    row("with a bare placeholder",
        R"("request_format":"{\n  \"a\": ##b##\n}","x_designer":{"template":"json"})");
    row("with headers twice", R"("request_format":{},"headers":{"A":"1","B":"2","A":"3"})");
    row("with a secret", R"("request_format":{},"headers":{"A":"{{secret:K}}"})");
    row("with a body that has our names inside",
        R"("request_format":{"headers":{"a":1},"x":{"endpoint_url":"u"}})");
    row("with a body that looks like headers", R"("request_format":{"headers":{"a":"##b##"}},"headers":{})");
    row("with a body that looks like settings", R"("request_format":{"request_method":"GET"},"headers":{})");
    row("with a body that looks like our own key", R"("request_format":{"x_designer":{}},"headers":{})");
}

void TestImport::comesBackAsItWentOut()
{
    QFETCH(const QByteArray, bytes);
    const Result<Connection> original = Connection::load(bytes.toStdString());
    QVERIFY(original);
    for (const ExportFormat format : {ExportFormat::Hardal, ExportFormat::Whole, ExportFormat::Fragments}) {
        const QByteArray out = exportOf(*original, format);
        const Imported in = importOf(out);
        const Result<Connection> back = Connection::load(in.bytes);
        QVERIFY(back);
        QCOMPARE(exportOf(*back, format), out);
        QVERIFY2(in.notes.isEmpty(), qPrintable(in.notes.join(u'\n')));
        QCOMPARE(count(connection::soundness(*back)).errors, std::size_t(0));
    }
}

void TestImport::keepsAWholeFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("as others write it")
        << QByteArray("{\t\"endpoint_id\":\"i\" "
                      ",\"endpoint_label\":\"L\",\r\n\"more\":1,\"request_format\":{\"a\":1.0,\"a\":2}}");
    QTest::newRow("with a byte order mark")
        << QByteArray("\xEF\xBB\xBF{\"endpoint_label\":\"\",\"endpoint_id\":\"\",\"request_format\":{}}\n");
    QTest::newRow("unsound, which is for lint to say")
        << QByteArray(R"({"endpoint_label":5,"endpoint_id":null,"request_format":7,"x_designer":[]})");
}

void TestImport::keepsAWholeFile()
{
    QFETCH(const QByteArray, bytes);
    const Imported in = importOf(bytes);
    QCOMPARE(QByteArray::fromStdString(in.bytes), bytes);
    QVERIFY(in.notes.isEmpty());
}

void TestImport::completesAWholeFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("label and id, nothing else moves")
        << QByteArray("\xEF\xBB\xBF{ \"endpoint_url\":\"https://h.example/\", \"request_format\":{ "
                      "\"a\":1.0}, \"more\":[ ] }")
        << QByteArray(
               "\xEF\xBB\xBF{ \"endpoint_label\":\"h.example\", \"endpoint_id\":\"h-example\", "
               "\"endpoint_url\":\"https://h.example/\", \"request_format\":{ \"a\":1.0}, \"more\":[ ] }");
    QTest::newRow("an id for a label")
        << QByteArray(R"({"endpoint_label":"My Label","request_format":{}})")
        << QByteArray(R"({"endpoint_id":"my-label","endpoint_label":"My Label","request_format":{}})");
    QTest::newRow("a bare placeholder goes into a string")
        << QByteArray(R"({"endpoint_label":"L","endpoint_id":"i","request_format":{"a": ##b##},"x":1})")
        << QByteArray(
               R"({"endpoint_label":"L","endpoint_id":"i","request_format":"{\"a\": ##b##}","x":1,"x_designer":{ "template": "json" }})");
    QTest::newRow("the same beside other keys of ours")
        << QByteArray(
               R"({"endpoint_label":"L","endpoint_id":"i","request_format":[##b##],"x_designer":{"notes":"n"}})")
        << QByteArray(
               R"({"endpoint_label":"L","endpoint_id":"i","request_format":"[##b##]","x_designer":{"notes":"n","template":"json"}})");
    for (const char *designer : {"5", "null", R"([ "mine" ])", R"("{\"a\":1}")"}) {
        const QByteArray others = QByteArray(R"(,"x_designer":)") + designer + '}';
        QTest::addRow("an x_designer that can hold no mark stays: %s", designer)
            << R"({"endpoint_label":"L","endpoint_id":"i","request_format":[##b##])" + others
            << R"({"endpoint_label":"L","endpoint_id":"i","request_format":"[##b##]")" + others;
    }
    QTest::newRow("without an address")
        << QByteArray(R"({"request_format":{},"headers":{}})")
        << QByteArray(
               R"({"endpoint_label":"Imported connection","endpoint_id":"imported-connection","request_format":{},"headers":{}})");
}

void TestImport::completesAWholeFile()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const Imported in = importOf(text);
    QCOMPARE(QByteArray::fromStdString(in.bytes), expected);
    QVERIFY(!in.notes.isEmpty());
}

void TestImport::takesPartsInAnyOrder()
{
    QByteArrayList parts{endpoint, headers, body};
    std::sort(parts.begin(), parts.end());
    const QByteArray expected = "unification.example.com|unification-example-com|https://"
                                "unification.example.com/api|POST|application/json|X-A=a;X-B=b;|"
        + body;
    do {
        for (const char *between : {"\n", "", " \r\n\t", "\xEF\xBB\xBF"})
            QCOMPARE(shown(connectionOf(parts.join(between))), expected);
    } while (std::next_permutation(parts.begin(), parts.end()));
}

void TestImport::takesParts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray nothing = "Imported connection|imported-connection||POST|application/json||";
    const QByteArray named = "unification.example.com|unification-example-com|https://"
                             "unification.example.com/api|POST|application/json|";
    QTest::newRow("a body alone") << body << nothing + body;
    QTest::newRow("headers alone")
        << headers
        << QByteArray("Imported connection|imported-connection||POST|application/json|X-A=a;X-B=b;|{}");
    QTest::newRow("settings alone") << endpoint << named + "|{}";
    QTest::newRow("a body as request_format") << "{\"request_format\":" + body + "}" << nothing + body;
    QTest::newRow("settings and request_format")
        << endpoint + "{\"request_format\":" + body + "}" << named + '|' + body;
    QTest::newRow("settings with headers, and a body")
        << QByteArray(R"({"endpoint_url":"https://unification.example.com/api","headers":{"X-A":"a"}})")
            + body
        << named + "X-A=a;|" + body;
    QTest::newRow("a body with bare placeholders")
        << endpoint + R"({"a": ##b##, "c": "##d##"})" << named + R"(|{"a": ##b##, "c": "##d##"})";
    QTest::newRow("a bare placeholder as the body")
        << endpoint + "##properties##" << named + "|##properties##";
    QTest::newRow("a quoted placeholder as the body")
        << endpoint + "\"##properties##\"" << named + "|##properties##";
    QTest::newRow("a body with a name of ours")
        << endpoint + R"({"content_type":"product","v":1})" << named + R"(|{"content_type":"product","v":1})";
    QTest::newRow("a body with headers of its own")
        << endpoint + R"({"headers":{"a":1},"v":1})" << named + R"(|{"headers":{"a":1},"v":1})";
    QTest::newRow("an empty body") << endpoint + "{}" << named + "|{}";
    QTest::newRow("a list as the body") << endpoint + "[1,2]" << named + "|[1,2]";
    QTest::newRow("twice in one part: the last counts")
        << QByteArray(R"({"endpoint_id":"a","endpoint_id":"b","endpoint_label":"L"})") + body
        << "L|b||POST|application/json||" + body;
    QTest::newRow("a body over several lines is indented")
        << endpoint + "{\n  \"a\": [\n    1\n  ]\n}" << named + "|{\n    \"a\": [\n      1\n    ]\n  }";
    QTest::newRow("request_format over several lines is not")
        << endpoint + "{\n  \"request_format\": {\n    \"a\": 1\n  }\n}" << named + "|{\n    \"a\": 1\n  }";
}

void TestImport::takesParts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(shown(connectionOf(text)), expected);
    QCOMPARE(count(connection::soundness(connectionOf(text))).errors, std::size_t(0));
}

void TestImport::namesWhatHasNoName_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("id");
    const auto url
        = [](const char *title, const QByteArray &text, const QByteArray &label, const QByteArray &id) {
              QTest::newRow(title) << R"("endpoint_url":")" + text + '"' << label << id;
          };
    url("a host", "https://api.example.com/x?y", "api.example.com", "api-example-com");
    url("with user and port", "https://me:pw@api.example.com:8443/x", "api.example.com", "api-example-com");
    url("of capitals", "https://API.Example.COM/", "api.example.com", "api-example-com");
    url("of other letters", "https://b\u00fccher.example/x", "b\u00fccher.example", "bucher-example");
    url("of Turkish letters", "https://\u015fube.com.tr/x", "\u015fube.com.tr", "sube-com-tr");
    url("of other letters, encoded", "https://xn--bcher-kva.example/x", "b\u00fccher.example",
        "bucher-example");
    url("an IPv4 address", "http://127.0.0.1:80/", "127.0.0.1", "127-0-0-1");
    url("an IPv6 address", "http://[::1]:80/", "::1", "1");
    url("with a name to fill in", "https://[YOUR-DATA-CENTER].example.com/add?k=[YOUR-API-KEY]",
        "[YOUR-DATA-CENTER].example.com", "your-data-center-example-com");
    url("without a scheme", "api.example.com/x", "api.example.com", "api-example-com");
    url("none at all", "", "Imported connection", "imported-connection");
    QTest::newRow("a label and no id")
        << QByteArray(R"("endpoint_label":"Şubemiz 1","endpoint_url":"https://h/")")
        << QByteArray("Şubemiz 1") << QByteArray("subemiz-1");
    QTest::newRow("an id and no label")
        << QByteArray(R"("endpoint_id":"my-id","endpoint_url":"https://h.example/")")
        << QByteArray("h.example") << QByteArray("my-id");
    QTest::newRow("both") << QByteArray(R"("endpoint_id":"my-id","endpoint_label":"L")") << QByteArray("L")
                          << QByteArray("my-id");
}

void TestImport::namesWhatHasNoName()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, label);
    QFETCH(const QByteArray, id);
    for (const QByteArray &text : {'{' + members + '}' + body, '{' + members + R"(,"request_format":{}})"}) {
        const Connection c = connectionOf(text);
        QCOMPARE(QByteArray::fromStdString(c.label()), label);
        QCOMPARE(QByteArray::fromStdString(c.id()), id);
    }
}

void TestImport::saysWhatItMadeUp_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("words");
    const QByteArray all = R"({"endpoint_label":"L","endpoint_id":"i","endpoint_url":"https://h/"})";
    QTest::newRow("nothing") << all + body << QStringList();
    QTest::newRow("label and id") << endpoint
            + body << QStringList{u"“unification.example.com”"_qs, u"“unification-example-com”"_qs};
    QTest::newRow("the address") << QByteArray(R"({"endpoint_label":"L","endpoint_id":"i"})") + body
                                 << QStringList{u"endpoint_url"_qs};
    QTest::newRow("the body") << all << QStringList{u"request_format"_qs};
    QTest::newRow("quotes") << all + "[##a##]" << QStringList{u"without quotes"_qs};
    QTest::newRow("a name that stood twice")
        << all.chopped(1) + R"(,"x_designer":{},"endpoint_id":"2","x_designer":{"active":true}})" + body
        << QStringList{u"endpoint_id” stood"_qs, u"x_designer” stood"_qs};
    QTest::newRow("no mark") << all.chopped(1) + R"(,"x_designer":[1]})" + "[##a##]"
                             << QStringList{u"without quotes"_qs, u"not marked"_qs};
}

void TestImport::saysWhatItMadeUp()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, words);
    const QStringList said = importOf(text).notes;
    QCOMPARE(said.size(), words.size());
    for (qsizetype i = 0; i < words.size(); ++i)
        QVERIFY2(said.at(i).contains(words.at(i)), qPrintable(said.at(i)));
}

void TestImport::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line"); // 0: no place
    QTest::addColumn<int>("column");
    const auto row = [](const char *title, const QByteArray &text, ErrorCode code, int line, int column) {
        QTest::newRow(title) << text << static_cast<int>(code) << line << column;
    };
    row("nothing", "", ErrorCode::MalformedJson, 1, 1);
    row("white space", " \n", ErrorCode::MalformedJson, 2, 1);
    row("garbage", "\n hello", ErrorCode::MalformedJson, 2, 2);
    row("garbage after a part", endpoint + "\n{\"a\":1}\n  }", ErrorCode::MalformedJson, 3, 3);
    row("a part that is cut off", endpoint + "\n{\"a\":", ErrorCode::MalformedJson, 2, 6);
    row("a stray mark without quotes", endpoint + "\n{\"a\":## b ##}", ErrorCode::MalformedJson, 2, 6);
    row("a placeholder as a setting", "{\"endpoint_label\":\"L\",\n\"endpoint_id\":##a##}" + body,
        ErrorCode::MalformedJson, 2, 15);
    row("a placeholder as a setting of a whole file", "{\"request_format\":{},\n\"endpoint_id\":##a##}",
        ErrorCode::MalformedJson, 2, 15);
    row("a placeholder as a header", body + "\n{\"headers\":{\"A\":##a##}}", ErrorCode::MalformedJson, 2, 17);
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), ErrorCode::WrongEncoding, 1, 1);
    row("an event", R"({"event_name":"purchase","properties":{"price":1}})", ErrorCode::UnrecognisedFormat, 0,
        0);
    row("events, one a line", "{\"event_name\":\"a\"}\n{\"event_name\":\"b\"}\n",
        ErrorCode::UnrecognisedFormat, 0, 0);
    row("many documents", QByteArray("{\"a\":\"##b##\"}\n").repeated(100000), ErrorCode::UnrecognisedFormat,
        0, 0);
    row("an empty object", "{}", ErrorCode::UnrecognisedFormat, 0, 0);
    row("a number", "5", ErrorCode::UnrecognisedFormat, 0, 0);
    row("a number as the body", endpoint + "5", ErrorCode::UnrecognisedFormat, 0, 0);
    row("two bodies", body + "\n " + body, ErrorCode::UnrecognisedFormat, 2, 2);
    row("a body and a request_format", endpoint + body + "\n{\"request_format\":{}}",
        ErrorCode::UnrecognisedFormat, 2, 1);
    row("a body beside a whole file", body + "\n{\"endpoint_id\":\"i\",\"request_format\":{}}",
        ErrorCode::UnrecognisedFormat, 2, 1);
    row("two settings", endpoint + "\n" + endpoint, ErrorCode::UnrecognisedFormat, 2, 1);
    row("headers twice", headers + endpoint + "\n" + headers, ErrorCode::UnrecognisedFormat, 2, 1);
}

void TestImport::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, code);
    QFETCH(const int, line);
    const Result<Imported> out = connection::imported(text.toStdString(), u"in.json"_qs);
    QVERIFY(!out);
    QCOMPARE(codeName(out.error().code), codeName(static_cast<ErrorCode>(code)));
    QCOMPARE(out.error().file, u"in.json"_qs);
    QCOMPARE(out.error().position.has_value(), line > 0);
    if (line > 0) {
        QCOMPARE(static_cast<int>(out.error().position->line), line);
        QTEST(static_cast<int>(out.error().position->column), "column");
    }
}

void TestImport::tellsConnectionsFromEvents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("connection");
    QTest::newRow("a whole file") << QByteArray(R"({"endpoint_id":"i","request_format":{}})") << true;
    QTest::newRow("settings") << endpoint << true;
    QTest::newRow("headers") << headers << true;
    QTest::newRow("request_format") << QByteArray(R"({"request_format":[]})") << true;
    QTest::newRow("x_designer") << QByteArray(R"({"x_designer":{}})") << true;
    QTest::newRow("a body") << body << true;
    QTest::newRow("a body with a bare placeholder") << QByteArray("[##a##]") << true;
    QTest::newRow("parts") << endpoint + "{}" << true;
    QTest::newRow("an event") << QByteArray(R"({"event_name":"a","properties":{}})") << false;
    QTest::newRow("an event with a name of ours")
        << QByteArray(R"({"event_name":"a","content_type":"product","headers":{}})") << false;
    QTest::newRow("events, one a line")
        << QByteArray("{\"event_name\":\"a\"}\n{\"event_name\":\"b\"}") << false;
    QTest::newRow("a body without placeholders") << QByteArray(R"({"users":[]})") << false;
    QTest::newRow("an empty object") << QByteArray("{}") << false;
    QTest::newRow("a string with a placeholder") << QByteArray("\"##a##\"") << false;
    QTest::newRow("a stray mark") << QByteArray(R"({"a":"## b"})") << false;
    QTest::newRow("garbage") << QByteArray("hello ##a##") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestImport::tellsConnectionsFromEvents()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, connection);
    QCOMPARE(connection::looksLikeConnection(text.toStdString()), connection);
}

void TestImport::makesSlugs_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("slug");
    const auto row = [](const QByteArray &label, const QByteArray &slug) {
        QTest::newRow(label.isEmpty() ? "(empty)" : label.constData()) << label << slug;
    };
    row("My Endpoint", "my-endpoint");
    row("Insider Integration", "insider-integration");
    row("İstanbul Şubesi", "istanbul-subesi");
    row("ISPARTA ılıca", "isparta-ilica");
    row("ÇĞİÖŞÜ çğıöşü", "cgiosu-cgiosu");
    row("Ångström & Søren", "angstrom-soren");
    row("Straße Łódź Œuvre", "strasse-lodz-oeuvre");
    row("é as two characters: e\u0301", "e-as-two-characters-e");
    row("GA4 (v2.0)", "ga4-v2-0");
    row("  --edge--  ", "edge");
    row("a___b", "a-b");
    row("ﬁne ①", "fine-1");
    row("日本 shop", "shop");
    row("日本", "connection");
    row("😀", "connection");
    row("", "connection");
}

void TestImport::makesSlugs()
{
    QFETCH(const QByteArray, label);
    QFETCH(const QByteArray, slug);
    QCOMPARE(QByteArray::fromStdString(connection::slug(label.toStdString())), slug);
    QCOMPARE(QByteArray::fromStdString(connection::slug(slug.toStdString())), slug);
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
