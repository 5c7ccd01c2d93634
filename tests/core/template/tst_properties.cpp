// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/path.h"
#include "randomtemplate.h"
#include "reference.h"
#include "template/resolver.h"
#include "template/template.h"
#include "json/layout.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace designer;
using tmpl::Template;

/// What holds for every template and every event: 10,000 random pairs, told by their seed.
class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void json_data() { seeds(10, 1000); }
    void json();
    void otherContentTypes_data() { seeds(3, 500); }
    void otherContentTypes();
    void resolverAnswersAsOneLookUpWould();

private:
    static void seeds(int rows, int count);
};

namespace {

const std::array<tmpl::MissingPolicy, 5> policies{tmpl::MissingPolicy::Omit, tmpl::MissingPolicy::Null,
                                                  tmpl::MissingPolicy::Empty, tmpl::MissingPolicy::Keep,
                                                  tmpl::MissingPolicy::Block};

test::ReferenceOptions inWords(const tmpl::Options &options)
{
    const char *kind = options.kind == tmpl::ContentKind::Json ? "json"
        : options.kind == tmpl::ContentKind::Form              ? "form"
        : options.kind == tmpl::ContentKind::Xml               ? "xml"
                                                               : "text";
    return {std::string(tmpl::name(options.missing)), std::string(tmpl::name(options.values)), kind};
}

std::vector<std::string> texts(const std::vector<event::Path> &paths)
{
    std::vector<std::string> out;
    for (const event::Path &path : paths)
        out.push_back(path.text());
    return out;
}

/// Empty, or what is wrong: gaps, overlaps, literal bytes that differ.
std::string faultOf(const tmpl::SourceMap &map, const std::string &source, const std::string &bytes,
                    const std::vector<tmpl::Placeholder> &placeholders)
{
    std::size_t at = 0;
    for (const tmpl::Segment &segment : map.segments()) {
        if (segment.payloadBegin != at || segment.payloadEnd <= at || segment.templateEnd > source.size())
            return "a gap or an overlap at " + std::to_string(at);
        if (map.at(at) != &segment || map.at(segment.payloadEnd - 1) != &segment)
            return "not found by its offsets: " + std::to_string(at);
        at = segment.payloadEnd;
        const std::string from
            = source.substr(segment.templateBegin, segment.templateEnd - segment.templateBegin);
        if (segment.isLiteral() && from != bytes.substr(segment.payloadBegin, at - segment.payloadBegin))
            return "literal bytes differ at " + std::to_string(segment.payloadBegin);
        if (!segment.isLiteral() && from != "##" + placeholders[segment.placeholder].path.text() + "##")
            return "not its placeholder: " + from;
    }
    if (map.at(at))
        return "a segment past the end";
    return at == bytes.size() ? std::string() : "bytes at the end without a segment";
}

/// Compares a payload with the template that it was made of, value by value.
class Shape
{
public:
    Shape(const tmpl::Options &options, const json::Value &event) : m_options(options), m_event(event) { }

    bool same(const json::Value &wanted, const json::Value &got) const
    {
        if (const auto path = lonePath(wanted))
            return sameValue(*path, wanted.is(json::Kind::Bare), got);
        if (wanted.kind() != got.kind())
            return false;
        if (wanted.isArray())
            return sameElements(wanted, got);
        if (wanted.isObject())
            return sameMembers(wanted, got);
        return wanted.isString() || wanted.raw() == got.raw();
    }

private:
    static std::optional<event::Path> lonePath(const json::Value &value)
    {
        const bool isText = value.isString() || value.is(json::Kind::Bare);
        const std::string token(isText ? value.raw() : std::string_view());
        const std::size_t marks = value.isString() ? 3 : 2;
        if (token.size() <= 2 * marks || token.substr(marks - 2, 2) != "##"
            || token[token.size() - marks] != '#')
            return std::nullopt;
        return event::Path::parse(token.substr(marks, token.size() - 2 * marks));
    }

    bool isLeftOut(const json::Value &value) const
    {
        const auto path = lonePath(value);
        return path && m_options.missing == tmpl::MissingPolicy::Omit && !event::lookUp(m_event, *path).value;
    }

    bool sameValue(const event::Path &path, bool bare, const json::Value &got) const
    {
        const json::Value value = event::lookUp(m_event, path).value;
        if (!value)
            return got.isNull() || got.isString();
        if (!bare && m_options.values == tmpl::ValueMode::Text)
            return got.isString() && (value.isContainer() || got.text() == value.text());
        return got.raw() == json::minified(value); // number text, escapes and all
    }

    bool sameElements(const json::Value &wanted, const json::Value &got) const
    {
        bool out = wanted.size() == got.size();
        for (std::size_t i = 0; out && i < wanted.size(); ++i)
            out = same(wanted.at(i), got.at(i));
        return out;
    }

    bool sameMembers(const json::Value &wanted, const json::Value &got) const
    {
        const json::Members members = got.members();
        auto next = members.begin();
        for (const json::Member &member : wanted.members()) {
            if (isLeftOut(member.name) || isLeftOut(member.value))
                continue;
            if (next == members.end() || !same(member.value, (*next).value))
                return false;
            ++next;
        }
        return next == members.end();
    }

    const tmpl::Options &m_options;
    json::Value m_event;
};

} // namespace

void TestProperties::seeds(int rows, int count)
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("count");
    for (int seed = 1; seed <= rows; ++seed)
        QTest::addRow("seed %d", seed) << quint32(seed) << count;
}

void TestProperties::json()
{
    QFETCH(quint32, seed);
    QFETCH(int, count);
    test::RandomTemplate random(seed);
    Template::Scratch scratch;
    int missing = 0;
    for (int i = 0; i < count; ++i) {
        const std::string source = random.jsonTemplate();
        const std::string json = random.event();
        const json::Document event(json);
        QVERIFY2(event.isValid(), json.c_str());
        tmpl::Options options;
        options.missing = policies[std::size_t(random.below(5))];
        options.values = random.below(2) == 0 ? tmpl::ValueMode::Typed : tmpl::ValueMode::Text;
        const auto compiled = Template::compile(source, options);
        QVERIFY2(compiled.hasValue(), source.c_str());
        const tmpl::Rendering rendering = compiled->render(event.root());
        const std::string pair = source + "\n--- " + json + "\n--- " + rendering.bytes;
        missing += !rendering.missing.empty();

        const test::ReferenceRendering reference = test::referenceRendering(source, json, inWords(options));
        QVERIFY2(rendering.bytes == reference.bytes, pair.c_str());
        QVERIFY2(texts(rendering.missing) == reference.missing, pair.c_str());
        QVERIFY2((rendering.blocked != tmpl::Blocked::No) == reference.blocked, pair.c_str());

        std::string many = "before";
        const Template::Outcome outcome = compiled->renderInto(many, event.root(), scratch);
        QVERIFY2(many == "before" + rendering.bytes, pair.c_str());
        QVERIFY2(outcome.blocked == rendering.blocked, pair.c_str());
        QVERIFY2(outcome.missing == rendering.missing.size(), pair.c_str());
        QVERIFY2(compiled->missingPaths(scratch) == rendering.missing, pair.c_str());
        QVERIFY2(compiled->render(event.root()).bytes == rendering.bytes, pair.c_str());
        QVERIFY2(compiled->text() == source, pair.c_str());
        if (rendering.blocked != tmpl::Blocked::No)
            continue;

        const json::Document payload(rendering.bytes);
        QVERIFY2(payload.isValid(), pair.c_str());
        QVERIFY2(json::minified(payload.root()) == rendering.bytes, pair.c_str());
        QVERIFY2(Shape(options, event.root()).same(compiled->document().root(), payload.root()),
                 pair.c_str());
        const std::string fault
            = faultOf(rendering.sourceMap, source, rendering.bytes, compiled->placeholders());
        QVERIFY2(fault.empty(), (fault + '\n' + source + "\n--- " + json).c_str());
    }
    QVERIFY(missing > count / 4 && missing < count);
}

void TestProperties::otherContentTypes()
{
    QFETCH(quint32, seed);
    QFETCH(int, count);
    test::RandomTemplate random(seed + 100);
    Template::Scratch scratch;
    for (int i = 0; i < count; ++i) {
        const std::string source = random.textTemplate();
        const std::string json = random.event();
        const json::Document event(json);
        tmpl::Options options;
        options.missing = policies[std::size_t(random.below(5))];
        options.kind = std::array{tmpl::ContentKind::Form, tmpl::ContentKind::Xml,
                                  tmpl::ContentKind::Text}[std::size_t(random.below(3))];
        const auto compiled = Template::compile(source, options);
        QVERIFY2(compiled.hasValue(), source.c_str());
        const tmpl::Rendering rendering = compiled->render(event.root());
        const std::string pair = source + "\n--- " + json + "\n--- " + rendering.bytes;
        const test::ReferenceRendering reference = test::referenceRendering(source, json, inWords(options));
        QVERIFY2(rendering.bytes == reference.bytes, pair.c_str());
        QVERIFY2(texts(rendering.missing) == reference.missing, pair.c_str());
        QVERIFY2((rendering.blocked != tmpl::Blocked::No) == reference.blocked, pair.c_str());
        std::string again;
        QVERIFY2(compiled->renderInto(again, event.root(), scratch).blocked == rendering.blocked,
                 pair.c_str());
        QVERIFY2(again == rendering.bytes, pair.c_str());
        const std::string fault
            = faultOf(rendering.sourceMap, source, rendering.bytes, compiled->placeholders());
        QVERIFY2(fault.empty() || rendering.blocked != tmpl::Blocked::No, (fault + '\n' + source).c_str());
    }
}

void TestProperties::resolverAnswersAsOneLookUpWould()
{
    test::RandomTemplate random(77);
    for (int i = 0; i < 1000; ++i) {
        tmpl::Resolver resolver;
        for (int left = random.below(30); left >= 0; --left)
            resolver.add(*event::Path::parse(random.path()));
        for (std::uint32_t path = 0; path < resolver.size(); ++path)
            QCOMPARE(resolver.add(event::Path(resolver.path(path))), path);
        resolver.seal();
        const json::Document event(i % 50 == 0 ? std::string("[1]") : random.event());
        std::vector<event::Lookup> answers(3);
        resolver.resolve(event.root(), answers);
        QCOMPARE(answers.size(), resolver.size());
        for (std::uint32_t path = 0; path < resolver.size(); ++path) {
            const event::Lookup alone = event::lookUp(event.root(), resolver.path(path));
            const std::string shown = resolver.path(path).text() + " of " + event.text();
            QVERIFY2(answers[path].value == alone.value, shown.c_str());
            QVERIFY2(!alone.value || answers[path].insideProperties == alone.insideProperties, shown.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
