// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/exportformats.h"

#include <QTest>

using namespace designer;
using connection::Connection;
using connection::Exported;
using connection::ExportFormat;

/// exported(): Hardal's seven keys, the whole file, the three fragments.
class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void knowsItsFormats();
    void writesTheSevenKeys_data();
    void writesTheSevenKeys();
    void splicesTheBody_data();
    void splicesTheBody();
    void writesThreeFragments();
    void putsTheBodyAtTheLeftEdge_data();
    void putsTheBodyAtTheLeftEdge();
    void keepsABodyThatIsSentAsText_data();
    void keepsABodyThatIsSentAsText();
    void keepsTheWholeFile_data();
    void keepsTheWholeFile();
    void namesSecrets_data();
    void namesSecrets();
    void notes_data();
    void notes();
    void asksForSoundSettings_data();
    void asksForSoundSettings();
    void refuses_data();
    void refuses();
};

namespace {

Connection loaded(const QByteArray &bytes)
{
    const Result<Connection> out = Connection::load(bytes.toStdString(), u"c.json"_qs);
    if (!out)
        qWarning("does not load: %s", bytes.constData());
    return out ? *out : Connection();
}

Exported exportOf(const QByteArray &bytes, ExportFormat format)
{
    const Result<Exported> out = connection::exported(loaded(bytes), format);
    if (!out)
        qWarning("refused: %s", qPrintable(out.error().line()));
    return out ? *out : Exported();
}

QByteArray asHardal(const QByteArray &bytes)
{
    return QByteArray::fromStdString(exportOf(bytes, ExportFormat::Hardal).text);
}

/// Hardal's JSON with these texts for values.
QByteArray seven(const QByteArray &label, const QByteArray &id, const QByteArray &url,
                 const QByteArray &method, const QByteArray &type, const QByteArray &body,
                 const QByteArray &headers)
{
    return "{\n  \"endpoint_label\": " + label + ",\n  \"endpoint_id\": " + id + ",\n  \"endpoint_url\": "
        + url + ",\n  \"request_method\": " + method + ",\n  \"content_type\": " + type
        + ",\n  \"request_format\": " + body + ",\n  \"headers\": " + headers + "\n}\n";
}

QByteArray withBody(const QByteArray &body)
{
    return seven(R"("")", R"("")", R"("")", R"("POST")", R"("application/json")", body, "{}");
}

} // namespace

void TestExport::knowsItsFormats()
{
    QCOMPARE(connection::exportFormatFromName("hardal"), std::optional(ExportFormat::Hardal));
    QCOMPARE(connection::exportFormatFromName("whole"), std::optional(ExportFormat::Whole));
    QCOMPARE(connection::exportFormatFromName("fragments"), std::optional(ExportFormat::Fragments));
    for (const char *name : {"", "Hardal", "json", "hardal "})
        QVERIFY(!connection::exportFormatFromName(name));
}

void TestExport::writesTheSevenKeys_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray all = seven(R"("L")", R"("i")", R"("https://h/")", R"("PUT")", R"("application/json")",
                                 "{}", "{\n    \"A\": \"1\",\n    \"B\": \"2\"\n  }");
    QTest::newRow("its own output, unchanged") << all << all;
    QTest::newRow("in Hardal's order, without what is ours and what nobody knows") << QByteArray(
        R"({"x":1,"headers":{"A":"1","B":"2"},"x_designer":{"notes":"n"},"request_format":{},"content_type":"application/json","request_method":"PUT","endpoint_url":"https://h/","endpoint_id":"i","endpoint_label":"L"})")
                                                                                   << all;
    QTest::newRow("defaults for what is not there")
        << QByteArray(R"({"request_format":{}})") << withBody("{}");
    QTest::newRow("duplicates: the last counts") << QByteArray(
        R"({"endpoint_id":"x","request_format":{"x":1},"headers":{"X":"x"},"endpoint_id":"i","request_format":{},"headers":{"A":"x","B":"2","A":"1"},"endpoint_label":"L","endpoint_url":"https://h/","request_method":"PUT"})")
                                                 << all;
    QTest::newRow("escapes as they are written")
        << QByteArray(R"({"endpoint_label":"\u015eube\/","request_format":{},"headers":{"A":"\u0041\t"}})")
        << seven(R"("\u015eube\/")", R"("")", R"("")", R"("POST")", R"("application/json")", "{}",
                 "{\n    \"A\": \"\\u0041\\t\"\n  }");
    QTest::newRow("no byte order mark")
        << QByteArray("\xEF\xBB\xBF{\"request_format\":{}}") << withBody("{}");
    QTest::newRow("without headers that are off")
        << QByteArray(R"({"request_format":{},"x_designer":{"headers_off":{"A":"1"}}})") << withBody("{}");
}

void TestExport::writesTheSevenKeys()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    QCOMPARE(asHardal(bytes), expected);
    QVERIFY(json::Document(expected.toStdString()).isValid());
}

void TestExport::splicesTheBody_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("body");
    const auto same = [](const char *title, const QByteArray &body) { QTest::newRow(title) << body << body; };
    same("an array", "[{\"a\":1}]");
    same("odd white space", "{\n\t\"a\" :\r\n [ ] }");
    same("number text", R"({"a":1299.90,"b":1e2,"c":-0.0,"d":12345678901234567890123456789012345678901})");
    same("escapes", R"({"\u0061":"\u00e7\/\ud83d\ude00ç"})");
    same("order and duplicates", R"({"b":1,"a":2,"b":3})");
    same("placeholders and stray marks", R"({"a":"##b##","##c##":"x ## y"})");
    QTest::newRow("a string with a bare placeholder") << QByteArray(R"("{\"a\": ##b##, \"c\": [##d.0##]}")")
                                                      << QByteArray(R"({"a": "##b##", "c": ["##d.0##"]})");
    QTest::newRow("a string without one")
        << QByteArray(R"("{\"a\": \"##b##\"}")") << QByteArray(R"({"a": "##b##"})");
    QTest::newRow("a string with white space around")
        << QByteArray(R"(" \n{\"a\": ##b##}\n")") << QByteArray(R"({"a": "##b##"})");
    QTest::newRow("a string with a byte order mark")
        << QByteArray(R"("\ufeff{\"a\": ##b##}")") << QByteArray(R"({"a": "##b##"})");
    QTest::newRow("a string within a string")
        << QByteArray(R"("{\"a\": \"\\u00e7\\\"\"}")") << QByteArray(R"({"a": "\u00e7\""})");
}

void TestExport::splicesTheBody()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, body);
    QCOMPARE(asHardal(R"({"request_format":)" + format + "}"), withBody(body));
    QVERIFY(json::Document(withBody(body).toStdString()).isValid());
}

void TestExport::writesThreeFragments()
{
    const Exported out
        = exportOf(R"({"headers":{"A":"\u0041"},"request_format":["##a##"],"endpoint_id":"i","more":1})",
                   ExportFormat::Fragments);
    QCOMPARE(
        out.parts[0],
        std::string("{\n  \"endpoint_label\": \"\",\n  \"endpoint_id\": \"i\",\n  \"endpoint_url\": \"\",\n  "
                    "\"request_method\": \"POST\",\n  \"content_type\": \"application/json\"\n}"));
    QCOMPARE(out.parts[1], std::string("{\n  \"headers\": {\n    \"A\": \"\\u0041\"\n  }\n}"));
    QCOMPARE(out.parts[2], std::string("[\"##a##\"]"));
    QCOMPARE(out.text, out.parts[0] + '\n' + out.parts[1] + '\n' + out.parts[2] + '\n');
    const Exported bare = exportOf(R"({"request_format":{}})", ExportFormat::Fragments);
    QCOMPARE(bare.parts[1], std::string("{\n  \"headers\": {}\n}"));
    QCOMPARE(bare.parts[2], std::string("{}"));
}

void TestExport::putsTheBodyAtTheLeftEdge_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("as files have it")
        << QByteArray("{\n    \"a\": [\n      1\n    ]\n  }") << QByteArray("{\n  \"a\": [\n    1\n  ]\n}");
    QTest::newRow("with tabs") << QByteArray("{\n\t\t\"a\": 1\n\t}") << QByteArray("{\n\t\"a\": 1\n}");
    QTest::newRow("with CR LF") << QByteArray("{\r\n    \"a\": 1\r\n  }")
                                << QByteArray("{\r\n  \"a\": 1\r\n}");
    QTest::newRow("already there") << QByteArray("{\n  \"a\": 1\n}") << QByteArray("{\n  \"a\": 1\n}");
    QTest::newRow("with a line further left")
        << QByteArray("{\n \"a\":\n    1\n  }") << QByteArray("{\n \"a\":\n  1\n}");
    QTest::newRow("with an empty line")
        << QByteArray("{\n\n    \"a\": 1\n  }") << QByteArray("{\n\n  \"a\": 1\n}");
    QTest::newRow("on one line") << QByteArray("{ \"a\": 1 }") << QByteArray("{ \"a\": 1 }");
}

void TestExport::putsTheBodyAtTheLeftEdge()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, body);
    QCOMPARE(QByteArray::fromStdString(
                 exportOf(R"({"request_format":)" + format + "}", ExportFormat::Fragments).parts[2]),
             body);
}

void TestExport::keepsABodyThatIsSentAsText_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("format");
    const QByteArray standing("{\n    \"a\": \"##b##\"\n  }");
    QTest::newRow("plain") << QByteArray("text/plain") << standing;
    QTest::newRow("with a parameter") << QByteArray("text/plain; charset=utf-8") << standing;
    QTest::newRow("XML") << QByteArray("application/xml") << standing;
    QTest::newRow("a list") << QByteArray("text/plain") << QByteArray("[\r\n\t1\r\n\t]");
}

/// Its white space is part of what is sent.
void TestExport::keepsABodyThatIsSentAsText()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, format);
    const Exported out = exportOf(R"({"content_type":")" + type + R"(","request_format":)" + format + "}",
                                  ExportFormat::Fragments);
    QCOMPARE(QByteArray::fromStdString(out.parts[2]), format);
}

void TestExport::keepsTheWholeFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("order, duplicates, unknown keys, secrets, a mark") << QByteArray(
        "\xEF\xBB\xBF{ "
        "\"b\":1,\t\"endpoint_id\":\"a\",\"endpoint_id\":\"b\",\"headers\":{\"A\":\"{{secret:K}}\"}}");
    QTest::newRow("without request_format") << QByteArray("{}");
    QTest::newRow("what the other formats refuse")
        << QByteArray(R"({"content_type":"text/plain","request_format":"a"})");
}

void TestExport::keepsTheWholeFile()
{
    QFETCH(const QByteArray, bytes);
    const Exported out = exportOf(bytes, ExportFormat::Whole);
    QCOMPARE(QByteArray::fromStdString(out.text), bytes);
    QVERIFY(out.notes.isEmpty());
}

void TestExport::namesSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray("Bearer abc") << QByteArray("Bearer abc");
    QTest::newRow("one") << QByteArray("Bearer {{secret:API_KEY}}") << QByteArray("Bearer YOUR_API_KEY");
    QTest::newRow("several") << QByteArray("{{secret:A}}{{secret:B}}:{{secret:A}}")
                             << QByteArray("YOUR_AYOUR_B:YOUR_A");
    QTest::newRow("one that does not end") << QByteArray("{{secret:A}") << QByteArray("{{secret:A}");
    QTest::newRow("something else in braces")
        << QByteArray("{{A}} {{secret}}") << QByteArray("{{A}} {{secret}}");
}

void TestExport::namesSecrets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(connection::withNamesForSecrets(text.toStdString())), expected);
    for (const ExportFormat format : {ExportFormat::Hardal, ExportFormat::Fragments}) {
        const std::string out = exportOf(R"({"endpoint_url":"https://h/?k=)" + text + R"(","headers":{"A":")"
                                             + text + R"("},"request_format":{}})",
                                         format)
                                    .text;
        QVERIFY2(out.find("\"https://h/?k=" + expected.toStdString() + '"') != std::string::npos,
                 out.c_str());
        QVERIFY2(out.find("\"A\": \"" + expected.toStdString() + '"') != std::string::npos, out.c_str());
    }
    // However it is written.
    const QByteArray escaped
        = R"({"headers":{"A":"\u007b{secret:K}}"},"endpoint_url":"{\u007bsecret:K}}","request_format":{}})";
    QCOMPARE(asHardal(escaped),
             seven(R"("")", R"("")", R"("YOUR_K")", R"("POST")", R"("application/json")", "{}",
                   "{\n    \"A\": \"YOUR_K\"\n  }"));
}

void TestExport::notes_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QStringList>("words"); // one for each note
    const auto row = [](const char *title, const QByteArray &members, const QStringList &words) {
        QTest::newRow(title) << members << words;
    };
    const QByteArray flat = R"({"type":"event_name","operator":"equals","value":"purchase"})";
    const QByteArray format = R"("request_format":{})";
    row("nothing to say", format, {});
    row("defaults, spelled out",
        format
            + R"(,"x_designer":{"active":false,"missing_values":"omit","values":"typed","headers_off":{},"conditions":{"match":"all","rules":[]}})",
        {});
    row("headers that are off", format + R"(,"x_designer":{"headers_off":{"A":"1"}})", {u"switched off"_qs});
    row("a policy", format + R"(,"x_designer":{"missing_values":"null"})", {u"missing values"_qs});
    row("text values", format + R"(,"x_designer":{"values":"text"})", {u"missing values"_qs});
    row("conditions that Hardal can hold",
        format + R"(,"x_designer":{"conditions":{"match":"all","rules":[)" + flat + "]}}", {u"purchase"_qs});
    row("conditions that Hardal cannot hold",
        format + R"(,"x_designer":{"conditions":{"match":"any","rules":[)" + flat + ',' + flat + "]}}",
        {u"purchase"_qs, u"several connections"_qs});
    row("conditions that are unsound",
        format + R"(,"x_designer":{"conditions":{"match":"all","rules":[{}]}})",
        {u"conditions cannot be used"_qs});
    row("a bare placeholder", R"("request_format":"[##a##, ##b##, \"##c##\"]")", {u"2"_qs});
}

void TestExport::notes()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QStringList, words);
    for (const ExportFormat format : {ExportFormat::Hardal, ExportFormat::Fragments}) {
        const QStringList said = exportOf('{' + members + '}', format).notes;
        QCOMPARE(said.size(), words.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(said.at(i).contains(words.at(i)), qPrintable(said.at(i)));
    }
}

void TestExport::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::newRow("bare placeholders with text values")
        << QByteArray("{\n\"request_format\":\"[##a##]\",\"x_designer\":{\"values\":\"text\"}}")
        << u"without quotes"_qs << 2;
    QTest::newRow("plain text") << QByteArray(
        "{\"content_type\":\"text/plain\",\n\n\"request_format\":\"Hello\"}")
                                << u"no JSON"_qs << 3;
    QTest::newRow("a form that would be JSON, too")
        << QByteArray(R"({"content_type":"application/x-www-form-urlencoded","request_format":"[1]"})")
        << u"no JSON"_qs << 1;
    QTest::newRow("a text where JSON is to be")
        << QByteArray("\n{\"request_format\":\"Hello\"}")
        << u"line 1 of the body cannot be read: “H” cannot stand here"_qs << 2;
    QTest::newRow("one string") << QByteArray(R"({"request_format":"\"Hello ##a##\""})")
                                << u"one single value"_qs << 1;
    QTest::newRow("one placeholder") << QByteArray(
        R"({"request_format":"##properties##","x_designer":{"template":"json"}})")
                                     << u"one single value"_qs << 1;
    QTest::newRow("one number") << QByteArray(R"({"request_format":"5"})") << u"one single value"_qs << 1;
}

void TestExport::asksForSoundSettings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("column");
    const auto row = [](const char *bytes, const char *name, int column) {
        QTest::newRow(bytes) << QByteArray(bytes) << QString::fromUtf8(name) << column;
    };
    row("{}", "request_format", 1);
    row(R"({"request_format":5})", "request_format", 19);
    row(R"({"request_format":{},"endpoint_label":1})", "endpoint_label", 39);
    row(R"({"request_format":{},"endpoint_id":[]})", "endpoint_id", 36);
    row(R"({"request_format":{},"endpoint_url":null})", "endpoint_url", 37);
    row(R"({"request_format":{},"request_method":{}})", "request_method", 39);
    row(R"({"request_format":{},"content_type":true})", "content_type", 37);
    row(R"({"request_format":{},"headers":[]})", "headers", 32);
    row(R"({"request_format":{},"headers":{"A":5}})", "A", 37);
    row(R"({"request_format":{},"x_designer":[]})", "x_designer", 35);
    row(R"({"request_format":{},"x_designer":{"missing_values":"frob"}})", "missing_values", 53);
    row(R"({"request_format":{},"x_designer":{"missing_values":null}})", "missing_values", 53);
    row(R"({"request_format":{},"x_designer":{"values":"frob"}})", "values", 45);
}

void TestExport::asksForSoundSettings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    QFETCH(const int, column);
    for (const ExportFormat format : {ExportFormat::Hardal, ExportFormat::Fragments}) {
        const Result<Exported> out = connection::exported(loaded(bytes), format);
        QVERIFY(!out);
        QCOMPARE(out.error().code, ErrorCode::UnsoundConnection); // as for every verb that would use it
        QVERIFY2(out.error().message.contains(name), qPrintable(out.error().message));
        QVERIFY(!out.error().wayOut.isEmpty());
        QCOMPARE(out.error().file, u"c.json"_qs);
        QVERIFY(out.error().position == json::Position({1, static_cast<std::size_t>(column)}));
    }
    QCOMPARE(QByteArray::fromStdString(exportOf(bytes, ExportFormat::Whole).text), bytes);
}

void TestExport::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, message);
    QFETCH(const int, line);
    for (const ExportFormat format : {ExportFormat::Hardal, ExportFormat::Fragments}) {
        const Result<Exported> out = connection::exported(loaded(bytes), format);
        QVERIFY(!out);
        QCOMPARE(out.error().code, ErrorCode::ExportRefused);
        QVERIFY2(out.error().message.contains(message), qPrintable(out.error().message));
        QVERIFY(!out.error().wayOut.isEmpty());
        QCOMPARE(out.error().file, u"c.json"_qs);
        QVERIFY(out.error().position);
        QCOMPARE(static_cast<int>(out.error().position->line), line);
    }
    QVERIFY(connection::exported(loaded(bytes), ExportFormat::Whole));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
