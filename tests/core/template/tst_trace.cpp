// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/trace.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// From a place in the payload back to the template.
class TestTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void traces_data();
    void traces();
    void everyValueLeadsBack();
    void wholeTemplateInserted();
    void nothingToTrace();
    void membersOfALongObject();
    void elementsOfALongArray();
    void segmentsOfARendering();
    void segmentsOfEscapedJson();
};

namespace {

const std::string source = R"({
  "users": [
    {"id": "##user.id##", "name": "Dear ##user.name##", "fixed": {"n": 1.50},
     "gone": "##coupon##", "deep": {"also": {"gone": ##nowhere##, "kept": [1, "##user.id##"]}},
     "whole": "##user##", "bare": ##items##, "##user.name##": "by name", "k_##user.id##": {"v": 2},
     "list": ["##coupon##", "##items.1##", "a##coupon##"]}
  ],
  "twice": "##user.id##", "twice": "##price##"
})";

const std::string sample
    = R"({"user":{"id":42,"name":"Ada \"L\"","tags":["x",{"y":1}]},"items":[{"q":1},{"q":2}],"price":9.90})";

const tmpl::Template &compiledSource()
{
    static const tmpl::Template compiled = tmpl::Template::compile(source, {}).value();
    return compiled;
}

struct Traced
{
    Traced() : event(sample), rendering(compiledSource().render(event.root())), payload(rendering.bytes) { }
    std::optional<tmpl::Origin> of(std::string_view pointer) const
    {
        return tmpl::trace(compiledSource(), rendering, payload, pointer);
    }
    json::Document event;
    tmpl::Rendering rendering;
    json::Document payload;
};

} // namespace

void TestTrace::traces_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value"); // in the template
    QTest::addColumn<QByteArray>("placeholder");
    QTest::addColumn<bool>("isParent");
    const auto row = [](const char *name, const char *pointer, const char *value, const char *placeholder,
                        bool isParent = false) {
        QTest::newRow(name) << QByteArray(pointer) << QByteArray(value) << QByteArray(placeholder)
                            << isParent;
    };
    row("the root", "", "", "");
    row("a literal", "/users/0/fixed/n", "/users/0/fixed/n", "");
    row("a literal object", "/users/0/fixed", "/users/0/fixed", "");
    row("a literal array", "/users", "/users", "");
    row("a typed value", "/users/0/id", "/users/0/id", "user.id");
    row("a longer string", "/users/0/name", "/users/0/name", "user.name");
    row("an element", "/users/0/deep/also/kept/0", "/users/0/deep/also/kept/0", "");
    row("a typed element", "/users/0/deep/also/kept/1", "/users/0/deep/also/kept/1", "user.id");
    row("a whole object", "/users/0/whole", "/users/0/whole", "user");
    row("inside of a whole object", "/users/0/whole/tags/1/y", "/users/0/whole", "user");
    row("missing inside of a whole object", "/users/0/whole/email", "/users/0/whole", "user", true);
    row("missing deep inside of a whole object", "/users/0/whole/tags/1/z/0", "/users/0/whole", "user", true);
    row("a bare array", "/users/0/bare", "/users/0/bare", "items");
    row("inside of a bare array", "/users/0/bare/1/q", "/users/0/bare", "items");
    row("a member that was left out", "/users/0/gone", "/users/0/gone", "coupon");
    row("a bare member that was left out", "/users/0/deep/also/gone", "/users/0/deep/also/gone", "nowhere");
    row("below a member that was left out", "/users/0/gone/x", "/users/0/gone", "coupon", true);
    row("a member that the template lacks", "/users/0/email", "/users/0", "", true);
    row("a deeper one that the template lacks", "/users/0/fixed/n/m/o", "/users/0/fixed/n", "", true);
    row("a member of the root that the template lacks", "/nobody", "", "", true);
    row("an element that the template lacks", "/users/1/id", "/users", "", true);
    row("a value under an interpolated name", "/users/0/Ada \"L\"", "/users/0/##user.name##", "");
    row("below an interpolated name", "/users/0/k_42/v", "/users/0/k_##user.id##/v", "");
    row("missing below an interpolated name", "/users/0/k_42/w", "/users/0/k_##user.id##", "", true);
    row("a missing element", "/users/0/list/0", "/users/0/list/0", "coupon");
    row("an element after a missing one", "/users/0/list/1/q", "/users/0/list/1", "items.1");
    row("a longer string with a missing value", "/users/0/list/2", "/users/0/list/2", "coupon");
    row("a name that stands twice", "/twice", "/twice", "price");
    row("no pointer", "users", "", "");
}

void TestTrace::traces()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, placeholder);
    QFETCH(bool, isParent);
    const Traced traced;
    const auto origin = traced.of(pointer.toStdString());
    QVERIFY(origin.has_value());
    QCOMPARE(QByteArray::fromStdString(origin->value.pointer()), value);
    QCOMPARE(origin->placeholder ? QByteArray::fromStdString(origin->placeholder->path.text()) : QByteArray(),
             placeholder);
    QCOMPARE(origin->isParent, isParent);
}

void TestTrace::everyValueLeadsBack()
{
    const Traced traced;
    const json::Index &index = traced.payload.index();
    for (std::uint32_t node = 0; node < index.nodes().size(); ++node) {
        const json::Value value(&index, node);
        const auto origin = traced.of(value.pointer());
        QVERIFY(origin.has_value());
        QVERIFY(bool(origin->value));
        QVERIFY(!origin->isParent);
        QVERIFY(origin->value.index() == &compiledSource().document().index());
    }
}

void TestTrace::wholeTemplateInserted()
{
    const json::Document event(R"({"v":{"a":[1]}})");
    for (const char *text : {"\"##v##\"", " ##v##"}) {
        const auto compiled = tmpl::Template::compile(text, {});
        const tmpl::Rendering rendering = compiled->render(event.root());
        const json::Document payload(rendering.bytes);
        for (const char *pointer : {"", "/a", "/a/0", "/b"}) {
            const auto origin = tmpl::trace(*compiled, rendering, payload, pointer);
            QVERIFY(origin.has_value());
            QVERIFY(origin->value == compiled->document().root());
            QCOMPARE(origin->placeholder->path.text(), std::string("v"));
            QCOMPARE(origin->isParent, std::string_view(pointer) == "/b");
        }
    }
}

void TestTrace::nothingToTrace()
{
    const json::Document event("{}");
    const auto text = tmpl::Template::compile("a ##b##", {{}, {}, tmpl::ContentKind::Text});
    const tmpl::Rendering plain = text->render(event.root());
    QVERIFY(!tmpl::trace(*text, plain, json::Document(plain.bytes), "/a").has_value());
    const auto blocking = tmpl::Template::compile("[\"##b##\"]", {tmpl::MissingPolicy::Block, {}, {}});
    const tmpl::Rendering blocked = blocking->render(event.root());
    QVERIFY(!tmpl::trace(*blocking, blocked, json::Document(blocked.bytes), "/0").has_value());
}

void TestTrace::membersOfALongObject()
{
    constexpr int count = 20'000;
    std::string text = "{\"fixed\":1";
    for (int i = 0; i < count; ++i)
        text += ",\"n" + std::to_string(i) + "\":\"##v" + std::to_string(i) + "##\"";
    const auto compiled = tmpl::Template::compile(text + '}', {});
    // Every other member is left out.
    std::string event = "{\"x\":1";
    for (int i = 0; i < count; i += 2)
        event += ",\"v" + std::to_string(i) + "\":0";
    const json::Document values(event + '}');
    const tmpl::Rendering rendering = compiled->render(values.root());
    const json::Document payload(rendering.bytes);
    int strangers = 0;
    for (int i = 0; i < count; ++i) {
        const auto origin = tmpl::trace(*compiled, rendering, payload, "/n" + std::to_string(i));
        strangers += !origin || !origin->placeholder || origin->isParent
            || origin->placeholder->path.text() != 'v' + std::to_string(i);
    }
    QCOMPARE(strangers, 0);
}

void TestTrace::elementsOfALongArray()
{
    constexpr int count = 20'000;
    std::string text = "[0";
    for (int i = 1; i < count; ++i)
        text += i % 2 == 0 ? ",{\"e\":##v##}" : ", 1";
    const auto compiled = tmpl::Template::compile(text + ']', {});
    const tmpl::Rendering rendering = compiled->render(json::Document(R"({"v":"a text"})").root());
    const json::Document payload(rendering.bytes);
    int strangers = 0;
    for (int i = 1; i < count; ++i) {
        const std::string pointer = '/' + std::to_string(i) + (i % 2 == 0 ? "/e" : "");
        const auto origin = tmpl::trace(*compiled, rendering, payload, pointer);
        strangers += !origin || origin->placeholder.has_value() != (i % 2 == 0)
            || (i % 100 == 0 && origin->value.pointer() != pointer);
    }
    QCOMPARE(strangers, 0);
}

void TestTrace::segmentsOfARendering()
{
    const auto compiled = tmpl::Template::compile(R"({ "a" : "x##n##" , "b":"##m##", "c":##n## })", {});
    const tmpl::Rendering rendering = compiled->render(json::Document(R"({"n":42})").root());
    QCOMPARE(rendering.bytes, std::string(R"({"a":"x42","c":42})"));
    QString printed;
    for (const tmpl::Segment &s : rendering.sourceMap.segments()) {
        printed += QStringLiteral("%1-%2 from %3-%4")
                       .arg(s.payloadBegin)
                       .arg(s.payloadEnd)
                       .arg(s.templateBegin)
                       .arg(s.templateEnd);
        printed += s.isLiteral() ? QStringLiteral("; ") : QStringLiteral(" #%1; ").arg(s.placeholder);
    }
    QCOMPARE(printed,
             QStringLiteral("0-1 from 0-1; 1-4 from 2-5; 4-5 from 6-7; 5-7 from 8-10; 7-9 from 10-15 #0; "
                            "9-10 from 15-16; 10-11 from 30-31; 11-15 from 32-36; 15-17 from 36-41 #2; "
                            "17-18 from 42-43; "));
    QVERIFY(rendering.sourceMap.at(8) == &rendering.sourceMap.segments()[4]);
    QVERIFY(!rendering.sourceMap.at(18));
    QVERIFY(!tmpl::SourceMap().at(0));
}

void TestTrace::segmentsOfEscapedJson()
{
    const auto compiled = tmpl::Template::compile(R"(["<##v##>"])", {});
    const tmpl::Rendering rendering = compiled->render(json::Document(R"({"v":["\"\\"]})").root());
    QCOMPARE(rendering.bytes, std::string(R"(["<[\"\\\"\\\\\"]>"])"));
    const tmpl::Segment *segment = rendering.sourceMap.at(5);
    QVERIFY(segment && !segment->isLiteral());
    QCOMPARE(int(segment->payloadBegin), 3);
    QCOMPARE(int(segment->payloadEnd), 17);
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
