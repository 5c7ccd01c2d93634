// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/compiledconnection.h"
#include "connection/soundness.h"
#include "finding/duplicatekeys.h"

#include <QTest>

using namespace designer;
using connection::Connection;

/// soundness(): what a file's own settings have wrong with them, and where.
class TestSoundness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void says_data();
    void says();
    void namesBothPlacesOfADuplicate();
    void tellsWhatIsMeant_data();
    void tellsWhatIsMeant();
    void findsDuplicatesOfAnyDocument();
    void findingsAreWhole();
    void compilesOnce();
};

namespace {

Findings findingsOf(const QByteArray &bytes)
{
    const Result<Connection> loaded = Connection::load(bytes.toStdString());
    if (!loaded)
        qWarning("does not load: %s", bytes.constData());
    return loaded ? connection::soundness(*loaded) : Findings();
}

/// `CODE severity /pointer line:column`
QString shown(const Finding &finding)
{
    QString out = QString::fromStdString(finding.code) + u' '
        + QString::fromStdString(std::string(name(finding.severity)));
    if (finding.templatePlace)
        out += u" %1 %2:%3"_qs.arg(QString::fromStdString(finding.templatePlace->pointer))
                   .arg(finding.templatePlace->position.line)
                   .arg(finding.templatePlace->position.column);
    return out;
}

QStringList shown(const Findings &findings)
{
    QStringList out;
    for (const Finding &finding : findings)
        out += shown(finding);
    return out;
}

const QByteArray format = R"("request_format":{})";

QByteArray withDesigner(const QByteArray &members)
{
    return "{" + format + ",\n\"x_designer\":{" + members + "}}";
}

QByteArray withConditions(const QByteArray &rule)
{
    return withDesigner("\"conditions\":{\"match\":\"all\",\"rules\":[\n" + rule + "]}");
}

} // namespace

void TestSoundness::says_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *title, const QByteArray &bytes, const QStringList &expected) {
        QTest::newRow(title) << bytes << expected;
    };
    const auto setting = [&row](const char *title, const QByteArray &bytes, const QString &place) {
        row(title, bytes, {u"SETTING_INVALID error "_qs + place});
    };
    row("a secret in the body", R"({"request_format":{"a":["{{secret:T}}", "x {{secret:T}}{{secret:U}}"]}})",
        {u"PLACEHOLDER_INVALID warning /request_format/a/0 1:25"_qs,
         u"PLACEHOLDER_INVALID warning /request_format/a/1 1:41"_qs,
         u"PLACEHOLDER_INVALID warning /request_format/a/1 1:41"_qs});
    row("a secret in a body that is a text",
        R"({"request_format":"a=\n {{secret:T}}","content_type":"text/plain","x_designer":{"template":"text"}})",
        {u"PLACEHOLDER_INVALID warning /request_format 2:2"_qs});
    row("secrets where they belong",
        R"({"request_format":{},"endpoint_url":"https://h/{{secret:T}}","headers":{"A":"{{secret:T}}"}})",
        {});
    row("the least that is sound", "{" + format + "}", {});
    row("an array", R"({"request_format":[]})", {});
    row("all keys, as they should be",
        R"({"endpoint_label":"","endpoint_id":"","endpoint_url":"","request_method":"","content_type":"","request_format":{},"headers":{"A":"b"},"x_designer":{"active":true,"conditions":{"match":"any","rules":[]},"missing_values":"block","values":"text","headers_off":{"B":"c"},"notes":"n","template":"json"}})",
        {});
    row("a header whose last value counts", R"({"request_format":{},"headers":{"A":1,"A":"b"}})",
        {u"DUPLICATE_KEY warning /headers/A 1:43"_qs});
    row("unknown keys", R"({"x":1,"request_format":{},"x_designer":{"y":2},"headers":{}})", {});

    setting("no request_format", "\n {}", u" 2:2"_qs);
    setting("request_format a number", R"({"request_format":5})", u"/request_format 1:19"_qs);
    setting("request_format null", R"({"request_format":null})", u"/request_format 1:19"_qs);
    setting("request_format true", R"({"request_format":true})", u"/request_format 1:19"_qs);
    row("request_format twice: the last counts", "{\"request_format\":{},\n\"request_format\":5}",
        {u"SETTING_INVALID error /request_format 2:18"_qs, u"DUPLICATE_KEY warning /request_format 2:18"_qs});

    for (const char *key :
         {"endpoint_label", "endpoint_id", "endpoint_url", "request_method", "content_type"}) {
        const QByteArray bytes = "{" + format + ",\n\"" + key + "\":5}";
        setting(key, bytes, u"/%1 2:%2"_qs.arg(QLatin1String(key)).arg(qstrlen(key) + 4));
    }
    setting("headers a list", "{" + format + ",\n\"headers\":[]}", u"/headers 2:11"_qs);
    setting("a header's value a number", "{" + format + ",\n\"headers\":{\"A/b\":1}}",
            u"/headers/A~1b 2:18"_qs);
    setting("a header's value null", "{" + format + ",\n\"headers\":{\"A\":null}}", u"/headers/A 2:16"_qs);
    setting("x_designer a text", "{" + format + ",\n\"x_designer\":\"no\"}", u"/x_designer 2:14"_qs);
    setting("x_designer a list", "{" + format + ",\n\"x_designer\":[]}", u"/x_designer 2:14"_qs);
    setting("active a text", withDesigner(R"("active":"true")"), u"/x_designer/active 2:24"_qs);
    setting("notes a number", withDesigner(R"("notes":1)"), u"/x_designer/notes 2:23"_qs);
    setting("headers_off a text", withDesigner(R"("headers_off":"A")"), u"/x_designer/headers_off 2:29"_qs);
    setting("a header that is off, a number", withDesigner(R"("headers_off":{"A":1})"),
            u"/x_designer/headers_off/A 2:34"_qs);
    setting("an unknown policy", withDesigner(R"("missing_values":"drop")"),
            u"/x_designer/missing_values 2:32"_qs);
    setting("a policy of another case", withDesigner(R"("missing_values":"Omit")"),
            u"/x_designer/missing_values 2:32"_qs);
    setting("a policy that is null itself", withDesigner(R"("missing_values":null)"),
            u"/x_designer/missing_values 2:32"_qs);
    setting("an unknown mode of values", withDesigner(R"("values":"raw")"), u"/x_designer/values 2:24"_qs);
    setting("values a list", withDesigner(R"("values":[])"), u"/x_designer/values 2:24"_qs);
    setting("an unknown kind of template", withDesigner(R"("template":"xml")"),
            u"/x_designer/template 2:26"_qs);

    row("a byte order mark", "\xEF\xBB\xBF{" + format + "}", {u"BOM info  1:1"_qs});
    row("a name twice at the top", "{" + format + ",\"endpoint_id\":\"a\",\n\"endpoint_id\":\"b\"}",
        {u"DUPLICATE_KEY warning /endpoint_id 2:15"_qs});
    row("a name twice in the template", R"({"request_format":{"a":[{"b":1,"b":2}]}})",
        {u"DUPLICATE_KEY warning /request_format/a/0/b 1:36"_qs});
    row("a header twice", "{" + format + R"(,"headers":{"A":"1","A":"2"}})",
        {u"DUPLICATE_KEY warning /headers/A 1:45"_qs});
    row("a name three times", "{" + format + R"(,"a":1,"a":2,"a":3})",
        {u"DUPLICATE_KEY warning /a 1:32"_qs, u"DUPLICATE_KEY warning /a 1:38"_qs});
    row("a name twice in a template kept as a string", R"({"request_format":"{\"a\":1,\n \"a\":##b##}"})",
        {u"DUPLICATE_KEY warning /request_format/a 2:6"_qs});

    row("a bare placeholder in a string",
        R"({"request_format":"{\"a\":##b##}","x_designer":{"template":"json"}})", {});
    row("the same without a mark", R"({"request_format":"{\"a\":##b##}"})", {});
    row("plain text",
        R"({"content_type":"text/plain","request_format":"Hello ##a##, {","x_designer":{"template":"text"}})",
        {});
    row("plain text without a mark", R"({"content_type":"text/plain","request_format":"Hello ##a##, {"})",
        {});
    row("a form", R"({"content_type":"application/x-www-form-urlencoded","request_format":"a=##a##&b=[1"})",
        {});
    row("a template that is not well formed", "\n\n{\"request_format\":\"{\\n \\\"a\\\": 1,\\r\\n }\"}",
        {u"TEMPLATE_MALFORMED error /request_format 3:2"_qs});
    row("an empty template", R"({"request_format":""})",
        {u"TEMPLATE_MALFORMED error /request_format 1:1"_qs});
    row("a text where JSON is to be", R"({"request_format":"Hello"})",
        {u"TEMPLATE_MALFORMED error /request_format 1:1"_qs});

    const auto stray = [&row](const char *title, const QByteArray &bytes, const QString &place) {
        row(title, bytes, {u"PLACEHOLDER_INVALID warning "_qs + place});
    };
    stray("an empty placeholder", "{\"request_format\":{\n\"a\": \"####\"}}", u"/request_format/a 2:6"_qs);
    stray("one that does not end", "{\"request_format\":{\n\"a\": \"x ##a\"}}", u"/request_format/a 2:6"_qs);
    stray("one with blanks", "{\"request_format\":[0,\n\"## a ##\"]}", u"/request_format/1 2:1"_qs);
    stray("one that ends in a dot", R"({"request_format":{"a":"##a.##"}})", u"/request_format/a 1:24"_qs);
    stray("one in a name", "{\"request_format\":\n{\"##a\":1}}", u"/request_format/##a 2:8"_qs);
    stray("one cut by an escape", R"({"request_format":{"a":"##a\u0023#"}})", u"/request_format/a 1:24"_qs);
    stray("one in a template kept as a string", R"({"request_format":"{\"a\":\n[1, \"## b ##\"]}"})",
          u"/request_format/a/1 2:5"_qs);
    stray("one in a plain text", R"({"content_type":"text/plain","request_format":"a\nbc ## d"})",
          u"/request_format 2:4"_qs);

    const auto condition = [&row](const char *title, const QByteArray &rule, const QString &place) {
        row(title, withConditions(rule),
            {u"CONDITION_INVALID error /x_designer/conditions/rules/0"_qs + place});
    };
    condition("an unknown operator", R"({"type":"event_name","operator":"like","value":"a"})",
              u"/operator 3:33"_qs);
    condition("an unknown type", R"({"type":"name","operator":"exists"})", u"/type 3:9"_qs);
    condition("an empty field", R"({"type":"property","field":"","operator":"exists"})", u"/field 3:28"_qs);
    condition("a field that ends in a dot", R"({"type":"property","field":"a.","operator":"exists"})",
              u"/field 3:28"_qs);
    condition("a text for one of", R"({"type":"event_name","operator":"one_of","value":"a"})",
              u"/value 3:50"_qs);
    condition("no number for greater than",
              R"({"type":"property","field":"properties.a","operator":"greater_than","value":"much"})",
              u"/value 3:77"_qs);
    condition("no time for before",
              R"({"type":"path","field":"created_at","operator":"before","value":"soon"})",
              u"/value 3:65"_qs);
    condition("no value at all", R"({"type":"event_name","operator":"equals"})", u" 3:1"_qs);
    condition("an expression that does not compile",
              R"({"type":"event_name","operator":"regex","value":"("})", u"/value 3:49"_qs);
    row("conditions that are a list", withDesigner(R"("conditions":[])"),
        {u"CONDITION_INVALID error /x_designer/conditions 2:28"_qs});

    row("several at once, in the order of their kinds",
        "\xEF\xBB\xBF{\"headers\":5,\"endpoint_id\":1,\"x\":1,\"x\":2}",
        {u"BOM info  1:1"_qs, u"SETTING_INVALID error /endpoint_id 1:28"_qs,
         u"SETTING_INVALID error /headers 1:12"_qs, u"SETTING_INVALID error  1:1"_qs,
         u"DUPLICATE_KEY warning /x 1:40"_qs});
}

void TestSoundness::says()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, expected);
    QCOMPARE(shown(findingsOf(bytes)), expected);
}

void TestSoundness::namesBothPlacesOfADuplicate()
{
    const Findings found = findingsOf("{" + format + ",\n \"endpoint_id\":\"a\",\n   \"endpoint_id\":\"b\"}");
    QCOMPARE(found.size(), std::size_t(1));
    const QString message = found.front().message;
    QVERIFY2(message.contains(u"endpoint_id") && message.contains(u"line 2, column 2")
                 && message.contains(u"line 3, column 4"),
             qPrintable(message));
}

void TestSoundness::tellsWhatIsMeant_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("the key and what it is")
        << "{" + format + R"(,"endpoint_url":5})" << QStringList{u"endpoint_url"_qs, u"a number"_qs};
    QTest::newRow("headers that are off, by their name")
        << withDesigner(R"("headers_off":5)") << QStringList{u"headers_off"_qs};
    QTest::newRow("the words to choose from")
        << withDesigner(R"("missing_values":"drop")")
        << QStringList{u"missing_values"_qs, u"omit, null, empty, keep or block"_qs, u"\"drop\""_qs};
    QTest::newRow("the stray mark itself")
        << QByteArray(R"({"request_format":["x ## ä ## y"]})") << QStringList{u"“## ä ##”"_qs};
    QTest::newRow("why a template is malformed")
        << QByteArray(R"({"request_format":"{\"a\":}"})")
        << QStringList{u"The template is not well formed: “}” cannot stand here."_qs};
}

void TestSoundness::tellsWhatIsMeant()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, words);
    const Findings found = findingsOf(bytes);
    QCOMPARE(found.size(), std::size_t(1));
    for (const QString &word : words)
        QVERIFY2(found.front().message.contains(word), qPrintable(found.front().message));
}

void TestSoundness::findsDuplicatesOfAnyDocument()
{
    const json::Document document(R"({"a":{"b":1,"\u0062":2},"a":3})");
    QCOMPARE(shown(duplicateKeys(document)),
             (QStringList{u"DUPLICATE_KEY warning /a/b 1:22"_qs, u"DUPLICATE_KEY warning /a 1:29"_qs}));
    QVERIFY(duplicateKeys(json::Document(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})")).empty());
}

void TestSoundness::findingsAreWhole()
{
    const Findings found
        = findingsOf(R"({"endpoint_id":1,"x_designer":{"values":1,"conditions":5},"a":1,"a":2})");
    QCOMPARE(found.size(), std::size_t(5));
    for (const Finding &finding : found) {
        QVERIFY2(finding.message.endsWith(u'.'), qPrintable(finding.message));
        QCOMPARE(finding.evidence, Evidence::Ours);
        QVERIFY(finding.templatePlace && !finding.payloadPointer && !finding.sample);
    }
}

void TestSoundness::compilesOnce()
{
    const Result<Connection> loaded = Connection::load(R"({"request_format":{"a":"##a##"}})");
    QVERIFY(loaded);
    connection::Examination examined = connection::examine(*loaded);
    QVERIFY(examined.findings.empty());
    QVERIFY(examined.requestFormat);
    // Copies of a template share what was compiled: the same document means the same compilation.
    const json::Index *document = &examined.requestFormat->document().index();
    const auto compiled = connection::compile(*loaded, std::move(examined));
    QVERIFY(compiled);
    QVERIFY(&compiled->requestFormat.document().index() == document);
    const auto malformed = Connection::load(R"({"request_format":"{"})");
    QVERIFY(malformed);
    QVERIFY(!connection::examine(*malformed).requestFormat);
}

QTEST_GUILESS_MAIN(TestSoundness)
#include "tst_soundness.moc"
