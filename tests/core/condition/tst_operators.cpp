// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/conditions.h"
#include "json/document.h"

#include <QTest>

using namespace designer;
using condition::Conditions;

/// Each sentence of what conditions mean, as rows: a rule, an event, whether it fires.
class TestOperators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void decides_data();
    void decides();
    void decidesOnTimes_data();
    void decidesOnTimes();

private:
    static void check(const QByteArray &rule, const QByteArray &event, bool fires);
};

namespace {

/// A rule on `properties.x`; \a more is further members.
QByteArray on(const char *op, const QByteArray &value = {}, const QByteArray &more = {})
{
    QByteArray rule = QByteArray(R"({"type":"property","field":"properties.x","operator":")") + op + '"';
    if (!value.isEmpty())
        rule += ",\"value\":" + value;
    return rule + more + '}';
}

QByteArray ignoringCase(const char *op, const QByteArray &value)
{
    return on(op, value, R"(,"ignore_case":true)");
}

QByteArray x(const QByteArray &value)
{
    return R"({"properties":{"x":)" + value + "}}";
}

const QByteArray nothing = R"({"properties":{}})";

void row(const char *name, const QByteArray &rule, const QByteArray &event, bool fires)
{
    QTest::newRow(name) << rule << event << fires;
}

void equalityRows()
{
    row("equals the same text", on("equals", R"("shoes")"), x(R"("shoes")"), true);
    row("equals is exact in case", on("equals", R"("shoes")"), x(R"("Shoes")"), false);
    row("equals is exact in white space", on("equals", R"("shoes")"), x(R"("shoes ")"), false);
    row("equals reads escapes of the event", on("equals", R"("a/b")"), x(R"("a\/\u0062")"), true);
    row("equals reads escapes of the rule", on("equals", R"("a\u002Fb")"), x(R"("a/b")"), true);
    row("equals empty text", on("equals", R"("")"), x(R"("")"), true);
    row("equals number by value", on("equals", "100"), x("1.00e2"), true);
    row("equals -0 and 0", on("equals", "0"), x("-0.0"), true);
    row("equals 40 digits", on("equals", "1234567890123456789012345678901234567890"),
        x("1234567890123456789012345678901234567890.0"), true);
    row("equals 40 digits, the last differs", on("equals", "1234567890123456789012345678901234567890"),
        x("1234567890123456789012345678901234567891"), false);
    row("equals number in the rule, text in the event", on("equals", "100"), x(R"("100.0")"), true);
    row("equals text in the rule, number in the event", on("equals", R"("100.0")"), x("100"), true);
    row("equals two texts as texts only", on("equals", R"("100")"), x(R"("100.0")"), false);
    row("equals: white space makes it no number", on("equals", "100"), x(R"(" 100")"), false);
    row("equals: a plus sign makes it no number", on("equals", "100"), x(R"("+100")"), false);
    row("equals: a unit makes it no number", on("equals", "100"), x(R"("100 TL")"), false);
    row("equals: a leading zero makes it no number", on("equals", "7"), x(R"("07")"), false);
    row("equals: unit in the rule", on("equals", R"("100 TL")"), x("100"), false);
    row("equals boolean", on("equals", "true"), x("true"), true);
    row("equals other boolean", on("equals", "true"), x("false"), false);
    row("equals boolean in the rule, text in the event", on("equals", "true"), x(R"("true")"), true);
    row("equals text in the rule, boolean in the event", on("equals", R"("false")"), x("false"), true);
    row("equals: the boolean's text is exact", on("equals", "true"), x(R"("TRUE")"), false);
    row("equals: the boolean's text, ignoring case", ignoringCase("equals", "true"), x(R"("TRUE")"), true);
    row("equals boolean and 1", on("equals", "true"), x("1"), false);
    row("equals 1 and boolean", on("equals", "1"), x("true"), false);
    row("equals null and null", on("equals", "null"), x("null"), true);
    row("null equals no text", on("equals", R"("null")"), x("null"), false);
    row("null equals no empty text", on("equals", R"("")"), x("null"), false);
    row("null in the rule equals no text", on("equals", "null"), x(R"("null")"), false);
    row("null equals no number", on("equals", "0"), x("null"), false);
    row("equals array", on("equals", R"("a")"), x(R"(["a"])"), false);
    row("equals object", on("equals", R"("{}")"), x("{}"), false);
    row("equals missing", on("equals", R"("a")"), nothing, false);
    row("not_equals other", on("not_equals", R"("a")"), x(R"("b")"), true);
    row("not_equals same", on("not_equals", R"("a")"), x(R"("a")"), false);
    row("not_equals same number", on("not_equals", "1"), x("1.0"), false);
    row("not_equals missing", on("not_equals", R"("a")"), nothing, true);
    row("not_equals null", on("not_equals", R"("a")"), x("null"), true);
    row("not_equals array", on("not_equals", R"("a")"), x(R"(["a"])"), true);
}

void textRows()
{
    row("contains", on("contains", R"("hoe")"), x(R"("shoes")"), true);
    row("contains not", on("contains", R"("hoez")"), x(R"("shoes")"), false);
    row("contains the empty text", on("contains", R"("")"), x(R"("")"), true);
    row("contains across an escape", on("contains", R"("a\"b")"), x(R"("xa\u0022by")"), true);
    row("contains in a number's own text", on("contains", R"("9.9")"), x("1299.90"), true);
    row("contains: own text, not the value", on("contains", R"("100")"), x("1e2"), false);
    row("contains a number", on("contains", "99"), x(R"("1299")"), true);
    row("contains in a boolean", on("contains", R"("ru")"), x("true"), true);
    row("contains in null", on("contains", R"("nu")"), x("null"), false);
    row("contains on an array: an element equals", on("contains", R"("a")"), x(R"(["b","a"])"), true);
    row("contains on an array: no part of an element", on("contains", R"("a")"), x(R"(["ba"])"), false);
    row("contains on an array: by value", on("contains", "100"), x(R"(["b",1e2])"), true);
    row("contains on an array: ignoring case", ignoringCase("contains", R"("A")"), x(R"(["a"])"), true);
    row("contains on an array of arrays", on("contains", R"("a")"), x(R"([["a"]])"), false);
    row("contains on an empty array", on("contains", R"("")"), x("[]"), false);
    row("contains on an object", on("contains", R"("a")"), x(R"({"a":"a"})"), false);
    row("contains missing", on("contains", R"("a")"), nothing, false);
    row("not_contains", on("not_contains", R"("a")"), x(R"("b")"), true);
    row("not_contains contained", on("not_contains", R"("b")"), x(R"("abc")"), false);
    row("not_contains missing", on("not_contains", R"("a")"), nothing, true);
    row("not_contains on an array that has it", on("not_contains", R"("a")"), x(R"(["a"])"), false);
    row("not_contains on an array that has it not", on("not_contains", R"("a")"), x(R"(["ab"])"), true);
    row("starts_with", on("starts_with", R"("sh")"), x(R"("shoes")"), true);
    row("starts_with elsewhere", on("starts_with", R"("ho")"), x(R"("shoes")"), false);
    row("starts_with a number's own text", on("starts_with", R"("12")"), x("1299.90"), true);
    row("starts_with longer than the text", on("starts_with", R"("shoes!")"), x(R"("shoes")"), false);
    row("starts_with on an array", on("starts_with", R"("a")"), x(R"(["a"])"), false);
    row("starts_with missing", on("starts_with", R"("")"), nothing, false);
    row("ends_with", on("ends_with", R"("oes")"), x(R"("shoes")"), true);
    row("ends_with elsewhere", on("ends_with", R"("sho")"), x(R"("shoes")"), false);
    row("ends_with a number's own text", on("ends_with", R"(".90")"), x("1299.90"), true);
    row("ends_with a boolean", on("ends_with", R"("se")"), x("false"), true);
    row("ends_with null", on("ends_with", R"("")"), x("null"), false);
    row("ends_with missing", on("ends_with", R"("")"), nothing, false);
}

void regexRows()
{
    row("regex anywhere", on("regex", R"("o.s")"), x(R"("shoes")"), true);
    row("regex anchored", on("regex", R"("^shoes$")"), x(R"("shoes")"), true);
    row("regex ^ anchors", on("regex", R"("^hoes")"), x(R"("shoes")"), false);
    row("regex ^ is no line's beginning", on("regex", R"("^b")"), x(R"("a\nb")"), false);
    row("regex $ is no line's end", on("regex", R"("a$")"), x(R"("a\nb")"), false);
    row("regex alternatives", on("regex", R"("^(shoes|bags)$")"), x(R"("bags")"), true);
    row("regex Unicode letters", on("regex", R"("^\\w+$")"), x(R"("şehir")"), true);
    row("regex Unicode digits", on("regex", R"("^\\d$")"), x(R"("٣")"), true);
    row("regex beyond the BMP", on("regex", R"("^.$")"), x(R"("😀")"), true);
    row("regex exact in case", on("regex", R"("SHOES")"), x(R"("shoes")"), false);
    row("regex ignoring case", ignoringCase("regex", R"("SHOES")"), x(R"("shoes")"), true);
    row("regex ignoring case, dotted I", ignoringCase("regex", R"("^istanbul$")"), x(R"("İSTANBUL")"), true);
    row("regex ignoring case, dotless i", ignoringCase("regex", R"("^ISTANBUL$")"), x(R"("ıstanbul")"), true);
    row("regex ignoring case, i and dot above", ignoringCase("regex", R"("^İ$")"), x(R"("i\u0307")"), true);
    row("regex ignoring case, in a class", ignoringCase("regex", R"("^[ı]$")"), x(R"("I")"), true);
    row("regex exact, dotted I", on("regex", R"("^i$")"), x(R"("İ")"), false);
    row("regex on a number", on("regex", R"("^\\d+\\.90$")"), x("1299.90"), true);
    row("regex on a boolean", on("regex", R"("^true$")"), x("true"), true);
    row("regex on null", on("regex", R"("")"), x("null"), false);
    row("regex on an array", on("regex", R"("a")"), x(R"(["a"])"), false);
    row("regex missing", on("regex", R"("")"), nothing, false);
    row("regex published example", on("regex", R"("^.*@company\\.com$")"), x(R"("a@company.com")"), true);
}

void presenceRows()
{
    row("exists", on("exists"), x("1"), true);
    row("null exists", on("exists"), x("null"), true);
    row("exists missing", on("exists"), nothing, false);
    row("not_exists missing", on("not_exists"), nothing, true);
    row("not_exists null", on("not_exists"), x("null"), false);
    row("exists without properties", on("exists"), "{}", false);
    row("is_empty null", on("is_empty"), x("null"), true);
    row("is_empty text", on("is_empty"), x(R"("")"), true);
    row("is_empty array", on("is_empty"), x("[ ]"), true);
    row("is_empty object", on("is_empty"), x("{\n}"), true);
    row("is_empty white space", on("is_empty"), x(R"(" ")"), false);
    row("is_empty 0", on("is_empty"), x("0"), false);
    row("is_empty false", on("is_empty"), x("false"), false);
    row("is_empty array of null", on("is_empty"), x("[null]"), false);
    row("a missing path is not empty", on("is_empty"), nothing, false);
    row("is_true boolean", on("is_true"), x("true"), true);
    row("is_true text in any case", on("is_true"), x(R"("TrUe")"), true);
    row("is_true false", on("is_true"), x("false"), false);
    row("is_true 1", on("is_true"), x("1"), false);
    row("is_true text 1", on("is_true"), x(R"("1")"), false);
    row("is_true text yes", on("is_true"), x(R"("yes")"), false);
    row("is_true with white space", on("is_true"), x(R"("true ")"), false);
    row("is_true null", on("is_true"), x("null"), false);
    row("is_true missing", on("is_true"), nothing, false);
    row("is_false boolean", on("is_false"), x("false"), true);
    row("is_false text in any case", on("is_false"), x(R"("FALSE")"), true);
    row("is_false long s is no letter case", on("is_false"), x(R"("falſe")"), false);
    row("is_false 0", on("is_false"), x("0"), false);
    row("is_false null", on("is_false"), x("null"), false);
    row("is_false missing", on("is_false"), nothing, false);
    row("one_of text", on("one_of", R"(["a","b"])"), x(R"("b")"), true);
    row("one_of none", on("one_of", R"(["a","b"])"), x(R"("c")"), false);
    row("one_of numbers by value", on("one_of", "[1,2]"), x("2.0"), true);
    row("one_of null", on("one_of", "[null]"), x("null"), true);
    row("one_of text and boolean", on("one_of", R"(["true"])"), x("true"), true);
    row("one_of ignoring case", ignoringCase("one_of", R"(["PURCHASE"])"), x(R"("purchase")"), true);
    row("one_of an empty list", on("one_of", "[]"), x(R"("")"), false);
    row("one_of on an array", on("one_of", R"(["a"])"), x(R"(["a"])"), false);
    row("one_of missing", on("one_of", R"(["a"])"), nothing, false);
}

void numberRows()
{
    row("greater_than", on("greater_than", "100"), x("1299.90"), true);
    row("greater_than equal", on("greater_than", "100"), x("100.0"), false);
    row("greater_than by value, not as text", on("greater_than", "9"), x("10"), true);
    row("greater_than beyond double", on("greater_than", "9007199254740992"), x("9007199254740993"), true);
    row("greater_than by the last of many digits", on("greater_than", "0.1000000000000000000000000000001"),
        x("0.1000000000000000000000000000002"), true);
    row("greater_than huge exponents", on("greater_than", "1e399"), x("1e400"), true);
    row("greater_than exponents of 30 digits", on("greater_than", "1e999999999999999999999999999998"),
        x("1e999999999999999999999999999999"), true);
    row("greater_than text in the event", on("greater_than", "100"), x(R"("100.5")"), true);
    row("greater_than text on both sides", on("greater_than", R"("9")"), x(R"("10")"), true);
    row("greater_than unit", on("greater_than", "1"), x(R"("10 TL")"), false);
    row("greater_than comma", on("greater_than", "1"), x(R"("10,5")"), false);
    row("greater_than boolean", on("greater_than", "0"), x("true"), false);
    row("greater_than null", on("greater_than", "-1"), x("null"), false);
    row("greater_than array", on("greater_than", "0"), x("[1]"), false);
    row("greater_than missing", on("greater_than", "0"), nothing, false);
    row("at_least equal", on("at_least", "100"), x("1e2"), true);
    row("at_least less", on("at_least", "100"), x("99.999"), false);
    row("less_than", on("less_than", "-5"), x("-5.1"), true);
    row("less_than equal", on("less_than", "-5"), x("-5"), false);
    row("less_than no number", on("less_than", "5"), x(R"("abc")"), false);
    row("less_than missing", on("less_than", "5"), nothing, false);
    row("at_most equal", on("at_most", "0"), x("-0"), true);
    row("at_most greater", on("at_most", "0"), x("0.000001"), false);
    row("at_most no number", on("at_most", "5"), x(R"("")"), false);
}

void caseRows()
{
    row("ignore case", ignoringCase("equals", R"("PURCHASE")"), x(R"("purchase")"), true);
    row("ignore case set to false", on("equals", R"("A")", R"(,"ignore_case":false)"), x(R"("a")"), false);
    row("ignore case, not_equals", ignoringCase("not_equals", R"("A")"), x(R"("a")"), false);
    row("ignore case, contains", ignoringCase("contains", R"("ÇANTA")"), x(R"("el çantası")"), true);
    row("ignore case, starts_with", ignoringCase("starts_with", R"("ŞE")"), x(R"("şehir")"), true);
    row("ignore case, ends_with", ignoringCase("ends_with", R"("İR")"), x(R"("şehir")"), true);
    row("ignore case, İ and i", ignoringCase("equals", R"("istanbul")"), x(R"("İstanbul")"), true);
    row("ignore case, I and ı", ignoringCase("equals", R"("ISPARTA")"), x(R"("ısparta")"), true);
    row("ignore case, İ and ı", ignoringCase("equals", R"("İ")"), x(R"("ı")"), true);
    row("ignore case, i with dot above", ignoringCase("equals", R"("i")"), x(R"("i\u0307")"), true);
    row("exact, i with dot above", on("equals", R"("i")"), x(R"("i\u0307")"), false);
    row("ignore case, Greek sigmas", ignoringCase("equals", R"("ΟΔΟΣ")"), x(R"("οδος")"), true);
    row("ignore case is simple folding: ß is not ss", ignoringCase("equals", R"("STRASSE")"),
        x(R"("straße")"), false);
    row("ignore case, capital ß", ignoringCase("equals", R"("ẞ")"), x(R"("ß")"), true);
    row("ignore case beyond the BMP", ignoringCase("equals", R"("𐐀")"), x(R"("𐐨")"), true);
}

void placeRows()
{
    const QByteArray purchase = R"({"event_name":"purchase","user":{"email":"a@b.c"},"page":{"url":"/x"},
        "device_type":"mobile","properties":{"items":[{"id":7},{"id":8}],"page":{"url":"/y","z":1}}})";
    row("event_name", R"({"type":"event_name","operator":"equals","value":"purchase"})", purchase, true);
    row("event_name has no field",
        R"({"type":"event_name","field":"device_type","operator":"equals","value":"purchase"})", purchase,
        true);
    row("user by full path", R"({"type":"user","field":"user.email","operator":"contains","value":"@"})",
        purchase, true);
    row("user by short path", R"({"type":"user","field":"email","operator":"exists"})", purchase, false);
    row("type says nothing about the place", R"({"type":"user","field":"page.url","operator":"exists"})",
        purchase, true);
    row("page", R"({"type":"page","field":"page.url","operator":"equals","value":"/x"})", purchase, true);
    row("the root comes first", R"({"type":"page","field":"page.z","operator":"exists"})", purchase, false);
    row("then properties", R"({"type":"path","field":"items.1.id","operator":"equals","value":8})", purchase,
        true);
    row("index beyond the end", R"({"type":"path","field":"properties.items.2","operator":"not_exists"})",
        purchase, true);
    row("the last of duplicate keys counts", on("equals", "2"), R"({"properties":{"x":1,"x":2}})", true);
    row("the last of a rule's duplicate keys counts",
        R"({"type":"event_name","operator":"equals","operator":"not_equals","value":"x","value":"purchase"})",
        purchase, false);
    row("unknown keys are passed over",
        R"({"type":"event_name","operator":"equals","value":"purchase","note":{"a":[1]}})", purchase, true);
}

} // namespace

void TestOperators::decides_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("fires");
    equalityRows();
    textRows();
    regexRows();
    presenceRows();
    numberRows();
    caseRows();
    placeRows();
}

void TestOperators::decides()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, event);
    QFETCH(bool, fires);
    check(rule, event, fires);
}

void TestOperators::decidesOnTimes_data()
{
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<bool>("fires");
    const auto time = [](const char *name, const char *op, const char *value, const char *seen, bool fires) {
        QTest::newRow(name) << QByteArray(op) << QByteArray(value) << QByteArray(seen) << fires;
    };
    const char *noon = R"("2026-01-31T12:00:00Z")";
    time("before", "before", noon, R"("2026-01-31T11:59:59Z")", true);
    time("before itself", "before", noon, noon, false);
    time("after", "after", noon, R"("2026-01-31T12:00:00.000000000001Z")", true);
    time("after itself", "after", noon, R"("2026-01-31T12:00:00.000Z")", false);
    time("to the last digit", "after", R"("2026-01-31T12:00:00.1234567890123456789Z")",
         R"("2026-01-31T12:00:00.1234567890123456790Z")", true);
    time("offsets count", "before", noon, R"("2026-01-31T14:00:00+03:00")", true);
    time("offset across midnight", "after", noon, R"("2026-01-31T23:30:00-12:00")", true);
    time("the SDK's form is UTC", "before", noon, R"("2026-01-31 11:59:59")", true);
    time("the SDK's form with a fraction", "after", noon, R"("2026-01-31 12:00:00.5")", true);
    time("a date alone is its first instant", "after", R"("2026-01-30T23:59:59.9Z")", R"("2026-01-31")",
         true);
    time("a date alone in the rule", "before", R"("2026-01-31")", R"("2026-01-30T23:59:59.9Z")", true);
    time("lower case t and z", "before", noon, R"("2026-01-31t11:00:00z")", true);
    time("written with escapes", "before", noon, R"("2026-01-31T11:00:00\u005A")", true);
    time("a number is no time: before", "before", noon, "0", false);
    time("a number is no time: after", "after", noon, "99999999999999", false);
    time("no time: before", "before", noon, R"("yesterday")", false);
    time("no time: after", "after", noon, R"("yesterday")", false);
    time("month 13", "before", noon, R"("2025-13-01T00:00:00Z")", false);
    time("null is no time", "before", noon, "null", false);
}

void TestOperators::decidesOnTimes()
{
    QFETCH(QByteArray, op);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, seen);
    QFETCH(bool, fires);
    check(on(op.constData(), value), x(seen), fires);
    check(on(op.constData(), value), nothing, false);
}

void TestOperators::check(const QByteArray &rule, const QByteArray &event, bool fires)
{
    const json::Document seen(event.toStdString());
    QVERIFY2(seen.isValid(), event.constData());
    for (const bool negated : {false, true}) {
        const QByteArray group
            = QByteArray(R"({"match":")") + (negated ? "none" : "all") + R"(","rules":[)" + rule + "]}";
        const json::Document text(group.toStdString());
        QVERIFY2(text.isValid(), group.constData());
        const auto compiled = Conditions::compile(text.root());
        QVERIFY2(compiled.problems.empty(),
                 compiled.problems.empty() ? "" : qPrintable(compiled.problems.front().message));
        const auto fast = compiled.conditions.fires(seen.root());
        QVERIFY(fast.hasValue());
        QCOMPARE(*fast, fires != negated);
        const auto traced = compiled.conditions.evaluate(seen.root());
        QVERIFY(traced.hasValue());
        QCOMPARE(traced->result, fires != negated);
        QCOMPARE(traced->rules.at(0).result, fires);
        QVERIFY(!traced->rules.at(0).why.isEmpty());
        QVERIFY2(!traced->rules.at(0).why.contains(QLatin1Char('%')), qPrintable(traced->rules.at(0).why));
    }
}

QTEST_GUILESS_MAIN(TestOperators)
#include "tst_operators.moc"
