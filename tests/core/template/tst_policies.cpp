// SPDX-License-Identifier: GPL-3.0-or-later
#include "rendered.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using test::Policy;

/// What stands where an event has no value: every policy in every place, values typed and text.
class TestPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void missing_data();
    void missing();
    void whatIsMissingIsTold_data();
    void whatIsMissingIsTold();
    void blocksNothingWhereAllIsThere();
    void nullIsNotMissing();

private:
    static void inObjects();
    static void elsewhere();
};

namespace {

/// One row for each policy; an empty text means the same as for Omit.
void rows(const char *place, const char *source, const char *omit, const char *null, const char *empty,
          const char *keep)
{
    const auto row = [&](const char *policyName, Policy policy, const char *expected) {
        QTest::addRow("%s, %s", place, policyName)
            << QByteArray(source) << int(policy) << QByteArray(expected);
    };
    row("omit", Policy::Omit, omit);
    row("null", Policy::Null, null);
    row("empty", Policy::Empty, empty);
    row("keep", Policy::Keep, keep);
    row("block", Policy::Block, "missing");
}

} // namespace

void TestPolicies::inObjects()
{
    rows("the only member", R"({"a":"##x##"})", "{}", R"({"a":null})", R"({"a":""})", R"({"a":"##x##"})");
    rows("the first member", R"({"a":"##x##","b":1})", R"({"b":1})", R"({"a":null,"b":1})",
         R"({"a":"","b":1})", R"({"a":"##x##","b":1})");
    rows("the last member", R"({"b":1,"a":"##x##"})", R"({"b":1})", R"({"b":1,"a":null})",
         R"({"b":1,"a":""})", R"({"b":1,"a":"##x##"})");
    rows("the middle member", R"({ "b":1 , "a":"##x##" , "c":2 })", R"({"b":1,"c":2})",
         R"({"b":1,"a":null,"c":2})", R"({"b":1,"a":"","c":2})", R"({"b":1,"a":"##x##","c":2})");
    rows("all members", R"({"a":"##x##","b":"##y##","c":"##z##"})", "{}", R"({"a":null,"b":null,"c":null})",
         R"({"a":"","b":"","c":""})", R"({"a":"##x##","b":"##y##","c":"##z##"})");
    rows("two before one that is there", R"({"a":"##x##","b":"##y##","c":"##name##","d":"##z##"})",
         R"({"c":"Ada"})", R"({"a":null,"b":null,"c":"Ada","d":null})", R"({"a":"","b":"","c":"Ada","d":""})",
         R"({"a":"##x##","b":"##y##","c":"Ada","d":"##z##"})");
    rows("a member before an object", R"({"a":"##x##","b":{"c":1},"d":[{}]})", R"({"b":{"c":1},"d":[{}]})",
         R"({"a":null,"b":{"c":1},"d":[{}]})", R"({"a":"","b":{"c":1},"d":[{}]})",
         R"({"a":"##x##","b":{"c":1},"d":[{}]})");
    rows("a member of an inner object", R"({"o":{"a":"##x##"},"b":1})", R"({"o":{},"b":1})",
         R"({"o":{"a":null},"b":1})", R"({"o":{"a":""},"b":1})", R"({"o":{"a":"##x##"},"b":1})");
    rows("a bare member", R"({"a":##x##,"b":1})", R"({"b":1})", R"({"a":null,"b":1})", R"({"a":"","b":1})",
         R"({"a":"##x##","b":1})");
    rows("a longer string", R"({"a":"<##x##>"})", R"({"a":"<>"})", R"({"a":"<null>"})", R"({"a":"<>"})",
         R"({"a":"<##x##>"})");
    rows("a longer string of two placeholders", R"({"a":"##x####y##"})", R"({"a":""})", R"({"a":"nullnull"})",
         R"({"a":""})", R"({"a":"##x####y##"})");
    rows("a name", R"({"##x##":1,"b":2})", R"({"b":2})", R"({"null":1,"b":2})", R"({"":1,"b":2})",
         R"({"##x##":1,"b":2})");
    rows("part of a name", R"({"k_##x##":1})", R"({"k_":1})", R"({"k_null":1})", R"({"k_":1})",
         R"({"k_##x##":1})");
    rows("the name of an object", R"({"##x##":{"a":"##name##"},"b":2})", R"({"b":2})",
         R"({"null":{"a":"Ada"},"b":2})", R"({"":{"a":"Ada"},"b":2})", R"({"##x##":{"a":"Ada"},"b":2})");
    rows("name and value", R"({"##x##":"##y##"})", "{}", R"({"null":null})", R"({"":""})",
         R"({"##x##":"##y##"})");
    rows("a value under a name that is there", R"({"##name##":"##x##","b":1})", R"({"b":1})",
         R"({"Ada":null,"b":1})", R"({"Ada":"","b":1})", R"({"Ada":"##x##","b":1})");
}

void TestPolicies::elsewhere()
{
    rows("an element", R"([1,"##x##",2])", "[1,null,2]", "[1,null,2]", R"([1,"",2])", R"([1,"##x##",2])");
    rows("the only element", R"(["##x##"])", "[null]", "[null]", R"([""])", R"(["##x##"])");
    rows("a bare element", R"([##x##,1])", "[null,1]", "[null,1]", R"(["",1])", R"(["##x##",1])");
    rows("an element that is a longer string", R"(["a##x##"])", R"(["a"])", R"(["anull"])", R"(["a"])",
         R"(["a##x##"])");
    rows("an element of an array in an object", R"({"a":["##x##"],"b":"##y##"})", R"({"a":[null]})",
         R"({"a":[null],"b":null})", R"({"a":[""],"b":""})", R"({"a":["##x##"],"b":"##y##"})");
    rows("the root", R"("##x##")", "null", "null", R"("")", R"("##x##")");
    rows("the bare root", "##x##", "null", "null", R"("")", R"("##x##")");
    rows("the root, a longer string", R"("a ##x##")", R"("a ")", R"("a null")", R"("a ")", R"("a ##x##")");
}

void TestPolicies::missing_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("policy");
    QTest::addColumn<QByteArray>("expected");
    inObjects();
    elsewhere();
}

void TestPolicies::missing()
{
    QFETCH(QByteArray, source);
    QFETCH(int, policy);
    QFETCH(QByteArray, expected);
    tmpl::Options options{Policy(policy), tmpl::ValueMode::Typed, tmpl::ContentKind::Json};
    QCOMPARE(test::rendered(source, R"({"name":"Ada"})", options).bytes, expected);
    options.values = tmpl::ValueMode::Text; // what is missing is missing there too
    QCOMPARE(test::rendered(source, R"({"name":"Ada"})", options).bytes, expected);
}

void TestPolicies::whatIsMissingIsTold_data()
{
    QTest::addColumn<int>("policy");
    for (int policy = 0; policy < 5; ++policy)
        QTest::newRow(std::string(tmpl::name(Policy(policy))).c_str()) << policy;
}

void TestPolicies::whatIsMissingIsTold()
{
    QFETCH(int, policy);
    // Each path once, in the order of the template, also those of a member that is left out.
    const QByteArray source
        = R"({"##n.1##":"##z##","a":["##y##","##name##"],"b":"##z## ##x.0## ##y##","c":##w##})";
    const tmpl::Options options{Policy(policy), {}, {}};
    QCOMPARE(test::rendered(source, R"({"name":"Ada"})", options).missing, QStringLiteral("n.1 z y x.0 w"));
}

void TestPolicies::blocksNothingWhereAllIsThere()
{
    const tmpl::Options options{Policy::Block, {}, {}};
    QCOMPARE(test::rendered(R"({"a":"##name##"})", R"({"name":null})", options).bytes,
             QByteArray(R"({"a":null})"));
    const auto compiled = tmpl::Template::compile(R"({"a":"##name##"})", options);
    tmpl::Template::Scratch scratch;
    std::string out = "kept";
    const auto outcome = compiled->renderInto(out, json::Document("{}").root(), scratch);
    QVERIFY(outcome.blocked == tmpl::Blocked::MissingValues);
    QCOMPARE(outcome.missing, std::size_t(1));
    QCOMPARE(out, std::string("kept"));
    QVERIFY(compiled->render(json::Document("{}").root()).sourceMap.segments().empty());
}

void TestPolicies::nullIsNotMissing()
{
    for (int policy = 0; policy < 5; ++policy) {
        const test::Rendered typed = test::rendered(R"({"a":"##n##","b":["##n##"],"c":"-##n##"})",
                                                    R"({"n":null})", {Policy(policy), {}, {}});
        QCOMPARE(typed.bytes, QByteArray(R"({"a":null,"b":[null],"c":"-null"})"));
        QVERIFY(typed.missing.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
