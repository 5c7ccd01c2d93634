// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference.h"
#include "rendered.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// Depth and size: what is refused in words, and what merely takes a moment.
class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void depthOfThePayload_data();
    void depthOfThePayload();
    void aBlockedPayloadLeavesNothing();
    void depthOfTheTemplate();
    void aTemplateOfFiveMegabytes();
    void aTemplateOf100000Placeholders();
    void aTemplateOf100000Paths();
    void aStringOf100000Placeholders();
    void anEventOf20Megabytes();
    void aLongArrayIsIndexed();
};

namespace {

std::string repeated(std::string_view part, int count)
{
    std::string out;
    out.reserve(part.size() * std::size_t(count));
    for (int i = 0; i < count; ++i)
        out += part;
    return out;
}

/// Arrays in arrays, \a depth of them.
std::string nested(int depth)
{
    return repeated("[", depth) + repeated("]", depth);
}

std::string around(int depth, const std::string &inside)
{
    return repeated("[", depth) + inside + repeated("]", depth);
}

} // namespace

void TestLimits::depthOfThePayload_data()
{
    QTest::addColumn<int>("outside");
    QTest::addColumn<int>("inside");
    QTest::addColumn<QByteArray>("placeholder");
    QTest::addColumn<bool>("blocked");
    const auto row = [](const char *name, int outside, int inside, const char *placeholder, bool blocked) {
        QTest::newRow(name) << outside << inside << QByteArray(placeholder) << blocked;
    };
    row("512: one outside", 1, 511, "\"##v##\"", false);
    row("513: two outside", 2, 511, "\"##v##\"", true);
    row("512: half and half", 256, 256, "\"##v##\"", false);
    row("513: half and half", 257, 256, "\"##v##\"", true);
    row("512: bare", 502, 10, "##v##", false);
    row("513: bare", 503, 10, "##v##", true);
    row("512: a scalar inside of all", 512, 0, "##v##", false);
    row("513: an empty array inside of all", 512, 1, "##v##", true);
    row("in a longer string nothing is open", 512, 500, "\"v ##v##\"", false);
}

void TestLimits::depthOfThePayload()
{
    QFETCH(int, outside);
    QFETCH(int, inside);
    QFETCH(QByteArray, placeholder);
    QFETCH(bool, blocked);
    const std::string source = around(outside, placeholder.toStdString());
    // Short values are let through without counting their brackets, longer ones are counted.
    for (const char *innermost : {"", "1, 2, 3, 4, 5, 6, 7, 8"}) {
        const std::string value = inside > 0 ? around(inside, innermost) : "7";
        const std::string event = "{\"v\":" + value + '}';
        const QByteArray bytes
            = test::rendered(QByteArray::fromStdString(source), QByteArray::fromStdString(event)).bytes;
        QCOMPARE(bytes == "too deep", blocked);
        const test::ReferenceRendering reference = test::referenceRendering(source, event, {});
        QCOMPARE(reference.blocked, blocked);
        if (!blocked) {
            QCOMPARE(bytes, QByteArray::fromStdString(reference.bytes));
            QVERIFY(json::Document(bytes.toStdString()).isValid());
        }
    }
}

void TestLimits::aBlockedPayloadLeavesNothing()
{
    const auto compiled = tmpl::Template::compile(R"([["a","##x##","##v##"]])", {});
    const json::Document event("{\"v\":" + nested(511) + '}');
    QVERIFY(event.isValid());
    const tmpl::Rendering rendering = compiled->render(event.root());
    QVERIFY(rendering.blocked == tmpl::Blocked::TooDeep);
    QVERIFY(rendering.bytes.empty());
    QVERIFY(rendering.sourceMap.segments().empty());
    QCOMPARE(rendering.missing.size(), std::size_t(1));
    tmpl::Template::Scratch scratch;
    std::string out = "kept";
    QVERIFY(compiled->renderInto(out, event.root(), scratch).blocked == tmpl::Blocked::TooDeep);
    QCOMPARE(out, std::string("kept"));
    // A wide value is not a deep one.
    const json::Document wide("{\"v\":" + around(1, repeated("[],", 5000) + "[]") + '}');
    QVERIFY(compiled->render(wide.root()).blocked == tmpl::Blocked::No);
    // Under values text the brackets stand in a string.
    const auto text = tmpl::Template::compile(R"([["##v##"]])", {{}, tmpl::ValueMode::Text, {}});
    QVERIFY(text->render(event.root()).blocked == tmpl::Blocked::No);
}

void TestLimits::depthOfTheTemplate()
{
    QCOMPARE(QByteArray::fromStdString(nested(512)),
             test::rendered(QByteArray::fromStdString(nested(512)), "{}").bytes);
    for (const std::string &deep : {nested(513), std::string(100000, '[')}) {
        const auto compiled = tmpl::Template::compile(deep, {});
        QVERIFY(!compiled);
        QCOMPARE(*compiled.error().position, (json::Position{1, 513}));
    }
}

void TestLimits::aTemplateOfFiveMegabytes()
{
    const std::string literal = std::string(60, 'x') + " \\u0041";
    const std::string source
        = "[ " + repeated("{\"name\": \"" + literal + " ##name##\", \"n\": \"##price##\"}, ", 50000) + "0 ]";
    QVERIFY(source.size() > 5000000);
    const auto compiled = tmpl::Template::compile(source, {});
    QVERIFY(compiled.hasValue());
    const tmpl::Rendering rendering = compiled->render(json::Document(R"({"name":"Ada"})").root());
    QVERIFY(rendering.bytes == '[' + repeated("{\"name\":\"" + literal + " Ada\"},", 50000) + "0]");
    QCOMPARE(rendering.missing.size(), std::size_t(1));
}

void TestLimits::aTemplateOf100000Placeholders()
{
    const std::string source = '[' + repeated("##v##,", 99999) + "\"##v##\"]";
    const auto compiled = tmpl::Template::compile(source, {});
    QCOMPARE(compiled->placeholders().size(), std::size_t(100000));
    QCOMPARE(compiled->render(json::Document(R"({"v":1.0})").root()).bytes,
             '[' + repeated("1.0,", 99999) + "1.0]");
    QCOMPARE(compiled->render(json::Document("{}").root()).bytes, '[' + repeated("null,", 99999) + "null]");
}

void TestLimits::aTemplateOf100000Paths()
{
    std::string source = "{";
    std::string event = "{";
    for (int i = 0; i < 100000; ++i) {
        const std::string name = "name" + std::to_string(i * 7919 % 100003);
        source += "\"m\":\"##" + name + "##\",";
        event += i % 2 == 0 ? '"' + name + "\":1," : std::string();
    }
    const auto compiled = tmpl::Template::compile(source + "\"end\":1}", {});
    const tmpl::Rendering rendering = compiled->render(json::Document(event + "\"end\":1}").root());
    QCOMPARE(rendering.bytes, '{' + repeated("\"m\":1,", 50000) + "\"end\":1}");
    QCOMPARE(rendering.missing.size(), std::size_t(50000));
}

void TestLimits::aStringOf100000Placeholders()
{
    const auto compiled = tmpl::Template::compile('"' + repeated("##v##", 100000) + '"', {});
    QCOMPARE(compiled->render(json::Document(R"({"v":"ab"})").root()).bytes,
             '"' + repeated("ab", 100000) + '"');
}

void TestLimits::anEventOf20Megabytes()
{
    const std::string id = '"' + std::string(150, 'x') + '"';
    const std::string items
        = '[' + repeated("{\"id\": " + id + ", \"price\": 1299.90, \"tags\": [\"a\"]}, ", 100000) + "{}]";
    QVERIFY(items.size() > 19000000);
    const json::Document event("{\"items\":" + items + ",\"last\":7}");
    QVERIFY(event.isValid());
    const auto compiled
        = tmpl::Template::compile(R"({"n":"##last##","one":"##items.99999.price##","all":"##items##"})", {});
    const std::string bytes = compiled->render(event.root()).bytes;
    const std::string all = repeated("{\"id\":" + id + ",\"price\":1299.90,\"tags\":[\"a\"]},", 100000);
    QVERIFY(bytes == "{\"n\":7,\"one\":1299.90,\"all\":[" + all + "{}]}");
}

void TestLimits::aLongArrayIsIndexed()
{
    std::string source = "[0";
    for (int i = 999; i >= 0; --i)
        source += ",##v." + std::to_string(i * 100) + "##";
    std::string event = "{\"v\":[0";
    for (int i = 1; i < 99901; ++i)
        event += ',' + std::to_string(i);
    std::string expected = "[0";
    for (int i = 999; i >= 0; --i)
        expected += ',' + std::to_string(i * 100);
    const auto compiled = tmpl::Template::compile(source + ']', {});
    QCOMPARE(compiled->render(json::Document(event + "]}").root()).bytes, expected + ']');
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
