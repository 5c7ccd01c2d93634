// SPDX-License-Identifier: GPL-3.0-or-later
#include "rendered.h"
#include "template/contenttype.h"
#include "template/escaping.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using tmpl::ContentKind;

/// Bodies that are not JSON: text, forms, XML.
class TestContentTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void kinds_data();
    void kinds();
    void renders_data();
    void renders();
    void missing_data();
    void missing();
    void templatesAreUtf8();
    void policyNames();
};

void TestContentTypes::kinds_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("kind");
    const auto row
        = [](const char *type, ContentKind kind) { QTest::newRow(type) << QByteArray(type) << int(kind); };
    row("", ContentKind::Json);
    row("application/json", ContentKind::Json);
    row("application/json; charset=utf-8", ContentKind::Json);
    row("Application/JSON ;charset=utf-8", ContentKind::Json);
    row("\tapplication/json\t; charset=\"utf-8\"; a=\";\"", ContentKind::Json);
    row("application / json", ContentKind::Text); // no media type
    row("app lication/json; charset=utf-8", ContentKind::Text);
    row("text/plain; a=application/json", ContentKind::Text);
    row("text/json", ContentKind::Json);
    row("application/vnd.api+json", ContentKind::Json);
    row("application/x-www-form-urlencoded", ContentKind::Form);
    row(" application/x-www-form-urlencoded; charset=UTF-8", ContentKind::Form);
    row("application/xml", ContentKind::Xml);
    row("text/xml", ContentKind::Xml);
    row("application/soap+xml; action=x", ContentKind::Xml);
    row("text/plain", ContentKind::Text);
    row("text/html", ContentKind::Text);
    row("application/jsonlines", ContentKind::Text);
    row("multipart/form-data", ContentKind::Text);
}

void TestContentTypes::kinds()
{
    QFETCH(QByteArray, type);
    QFETCH(int, kind);
    QCOMPARE(int(tmpl::contentKind(type.toStdString())), kind);
}

void TestContentTypes::renders_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, ContentKind kind, const char *source, const char *expected) {
        QTest::newRow(name) << int(kind) << QByteArray(source) << QByteArray(expected);
    };
    row("text: a string, unescaped", ContentKind::Text, "Hello ##name##", "Hello Ada & \"Bo\"\n<x> ş/'");
    row("text: a number by its text", ContentKind::Text, "##price##", "1299.90");
    row("text: words by name", ContentKind::Text, "##yes## ##nothing##", "true null");
    row("text: compact JSON", ContentKind::Text, "##list##;##object##", R"([1,"a\"b"];{"k":"v w"})");
    row("text: white space and quotes of the template stay", ContentKind::Text, " \"##price##\"\r\n",
        " \"1299.90\"\r\n");
    row("text: JSON is text here", ContentKind::Text, "{ \"a\" : \"##price##\" }", "{ \"a\" : \"1299.90\" }");
    row("text: stray marks stay", ContentKind::Text, "## a ## ###price####", "## a ## #1299.90##");
    row("text: an escape is text", ContentKind::Text, "\\u0041##price##\\", "\\u00411299.90\\");
    row("text: a byte order mark goes", ContentKind::Text, "\xEF\xBB\xBF##price##", "1299.90");
    row("text: nothing", ContentKind::Text, "", "");
    row("form: a string", ContentKind::Form, "n=##name##&p=##price##",
        "n=Ada+%26+%22Bo%22%0A%3Cx%3E+%C5%9F%2F%27&p=1299.90");
    row("form: what stays", ContentKind::Form, "##safe##", "azAZ09*-._");
    row("form: what does not", ContentKind::Form, "##unsafe##", "%7E%2B%25%21%28%29%2C%3A%3B%3D%3F%40%5B%5D");
    row("form: an emoji", ContentKind::Form, "##emoji##", "%F0%9F%98%80");
    row("form: compact JSON", ContentKind::Form, "o=##object##", "o=%7B%22k%22%3A%22v+w%22%7D");
    row("form: the template's own bytes stay", ContentKind::Form, "a b=##yes##&c=%20", "a b=true&c=%20");
    row("xml: the five", ContentKind::Xml, "<n v='##name##'>##price##</n>",
        "<n v='Ada &amp; &quot;Bo&quot;\n&lt;x&gt; ş/&apos;'>1299.90</n>");
    row("xml: compact JSON", ContentKind::Xml, "<o>##object##</o>", "<o>{&quot;k&quot;:&quot;v w&quot;}</o>");
    row("xml: the template's own marks stay", ContentKind::Xml, "<a>&amp;##yes##</a>", "<a>&amp;true</a>");
}

void TestContentTypes::renders()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, expected);
    const QByteArray event
        = R"({"name":"Ada \u0026 \"Bo\"\n<x> ş\/'","price":1299.90,"yes":true,"nothing":null,
        "list":[ 1, "a\"b" ],"object":{ "k" : "v w" },"safe":"azAZ09*-._","unsafe":"~+%!(),:;=?@[]",
        "emoji":"\uD83D\uDE00"})";
    for (const tmpl::ValueMode mode : {tmpl::ValueMode::Typed, tmpl::ValueMode::Text})
        QCOMPARE(test::rendered(source, event, {{}, mode, ContentKind(kind)}).bytes, expected);
}

void TestContentTypes::missing_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("policy");
    QTest::addColumn<QByteArray>("expected");
    for (const auto &[name, kind] :
         {std::pair("text", ContentKind::Text), std::pair("form", ContentKind::Form),
          std::pair("xml", ContentKind::Xml)}) {
        const auto row = [name = name, kind = kind](test::Policy policy, const char *expected) {
            QTest::addRow("%s, %s", name, std::string(tmpl::name(policy)).c_str())
                << int(kind) << int(policy) << QByteArray(expected);
        };
        row(test::Policy::Omit, "a=&b=1");
        row(test::Policy::Null, "a=null&b=1");
        row(test::Policy::Empty, "a=&b=1");
        row(test::Policy::Keep, "a=##x.y##&b=1");
        row(test::Policy::Block, "missing");
    }
}

void TestContentTypes::missing()
{
    QFETCH(int, kind);
    QFETCH(int, policy);
    QFETCH(QByteArray, expected);
    const auto out
        = test::rendered("a=##x.y##&b=##b##", R"({"b":1})", {test::Policy(policy), {}, ContentKind(kind)});
    QCOMPARE(out.bytes, expected);
    QCOMPARE(out.missing, QStringLiteral("x.y"));
}

void TestContentTypes::templatesAreUtf8()
{
    const auto compiled = tmpl::Template::compile("a\nb\xFF", {{}, {}, ContentKind::Text});
    QVERIFY(!compiled);
    QVERIFY(compiled.error().code == ErrorCode::MalformedTemplate);
    QCOMPARE(*compiled.error().position, (json::Position{2, 2}));
    QVERIFY(!compiled.error().message.isEmpty());
    const auto text = tmpl::Template::compile("##a##", {{}, {}, ContentKind::Text});
    QVERIFY(!text->document().isValid());
    QVERIFY(text->placeholders()[0].role == tmpl::Role::InText);
}

void TestContentTypes::policyNames()
{
    for (const char *name : {"omit", "null", "empty", "keep", "block"})
        QCOMPARE(tmpl::name(*tmpl::missingPolicyFromName(name)), std::string_view(name));
    for (const char *name : {"typed", "text"})
        QCOMPARE(tmpl::name(*tmpl::valueModeFromName(name)), std::string_view(name));
    for (const char *name : {"", "Omit", "drop", "omit "}) {
        QVERIFY(!tmpl::missingPolicyFromName(name).has_value());
        QVERIFY(!tmpl::valueModeFromName(name).has_value());
    }
}

QTEST_GUILESS_MAIN(TestContentTypes)
#include "tst_contenttypes.moc"
