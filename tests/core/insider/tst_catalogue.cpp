// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/answers.h"
#include "insider/catalogue.h"
#include "insider/prediction.h"
#include "insider/wording.h"
#include "json/document.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace designer;
using namespace designer::insider;

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyRuleHasOneRow();
    void everyRowIsFit_data();
    void everyRowIsFit();
    void evidenceIsKnownEverywhere();
    void listsAreThere();
    void requirementsAreInAlphabeticalOrder();
    void answersStandInTheCatalogue();
    void wordsAreFilledOnce();
    void longValuesAreCut();
    void namesAreToldFromValues_data();
    void namesAreToldFromValues();
};

static json::Document catalogueFile()
{
    QFile file(QStringLiteral(":/insider/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? json::Document(file.readAll().toStdString()) : json::Document();
}

void TestCatalogue::everyRuleHasOneRow()
{
    const json::Document document = catalogueFile();
    QVERIFY(document.isValid());
    QVERIFY(document.index().duplicateKeys().empty());
    QSet<QString> seen;
    const json::Value rules = document.root().find("rules");
    const json::Elements rows = rules.elements();
    for (const json::Value &row : rows) {
        const std::string id = row.find("id").text();
        QVERIFY2(ruleFromName(id), id.c_str());
        QVERIFY2(!seen.contains(json::toQString(id)), id.c_str());
        seen.insert(json::toQString(id));
    }
    QCOMPARE(static_cast<std::size_t>(seen.size()), ruleCount);
}

void TestCatalogue::everyRowIsFit_data()
{
    QTest::addColumn<int>("rule");
    for (std::size_t i = 0; i < ruleCount; ++i)
        QTest::newRow(std::string(name(static_cast<Rule>(i))).c_str()) << static_cast<int>(i);
}

void TestCatalogue::everyRowIsFit()
{
    QFETCH(int, rule);
    const RuleRow &row = catalogue().row(static_cast<Rule>(rule));
    QVERIFY(
        QRegularExpression(QStringLiteral("^[A-Z][A-Z0-9_]+$")).match(json::toQString(row.code)).hasMatch());
    QVERIFY(row.message.size() > 20);
    const bool isSentence
        = row.message.ends_with('.') || row.message.ends_with("%2") || row.message.ends_with("%3");
    QVERIFY2(isSentence, row.message.c_str());
    QVERIFY2(row.fix.size() < 40 && !row.fix.ends_with('.'), row.fix.c_str());
    const bool decidesAnswer
        = row.effect == Effect::Accepted || row.effect == Effect::Table || row.effect == Effect::TableUnknown;
    // A prediction that has a body rests on something that is known.
    QVERIFY(!decidesAnswer || row.basis <= Evidence::Inferred);
}

void TestCatalogue::evidenceIsKnownEverywhere()
{
    const json::Document document = catalogueFile();
    int marks = 0;
    const json::Index &index = document.index();
    for (std::uint32_t i = 0; i + 1 < index.nodes().size(); ++i) {
        if (index.raw(i) != "\"evidence\"" && index.raw(i) != "\"basis\"")
            continue;
        ++marks;
        QVERIFY2(evidenceFromName(json::Value(&index, i + 1).text()), std::string(index.raw(i + 1)).c_str());
    }
    QVERIFY(marks > 200);
}

void TestCatalogue::listsAreThere()
{
    const Catalogue &known = catalogue();
    QCOMPARE(known.maximumUsers, std::size_t(1000));
    QCOMPARE(known.maximumBytes, std::size_t(5'000'000));
    QCOMPARE(known.currencies.contains("TRY"), true);
    QCOMPARE(known.currencies.contains("try"), false);
    QCOMPARE(known.countries.size(), std::size_t(249));
    QCOMPARE(known.identifiers.size(), std::size_t(5));
    QCOMPARE(known.attributes.size(), std::size_t(17));
    QCOMPARE(known.parameters.size(), std::size_t(15));
}

void TestCatalogue::requirementsAreInAlphabeticalOrder()
{
    const auto *purchase = lookUp(catalogue().requirements, "purchase");
    QVERIFY(purchase);
    QStringList names;
    for (const Requirement &needed : *purchase)
        names << json::toQString(needed.parameter);
    QCOMPARE(names,
             QStringList({QStringLiteral("currency"), QStringLiteral("event_group_id"),
                          QStringLiteral("quantity"), QStringLiteral("unit_sale_price")}));
}

void TestCatalogue::answersStandInTheCatalogue()
{
    QCOMPARE(answer(KnownAnswer::RateLimited).status, 429);
    QCOMPARE(answer(KnownAnswer::RateLimited).body.value_or(""),
             std::string(R"({"error":"rejected: too many requests"})"));
    QCOMPARE(answer(KnownAnswer::AccessDenied).status, 403);
    QVERIFY(!answer(KnownAnswer::TimedOut).body);
    for (int i = 0; i <= static_cast<int>(KnownAnswer::TimedOut); ++i)
        QVERIFY(answer(static_cast<KnownAnswer>(i)).status >= 400);
    for (const AnswerRow &row : catalogue().answers)
        QVERIFY(row.status >= 400);
}

void TestCatalogue::wordsAreFilledOnce()
{
    QCOMPARE(filled(QStringLiteral("%1 and %2, 5% of %1"), {QStringLiteral("%2"), QStringLiteral("b")}),
             QStringLiteral("%2 and b, 5% of %2"));
    QCOMPARE(filled(QStringLiteral("%1%2"), {QStringLiteral("a")}), QStringLiteral("a"));
}

void TestCatalogue::longValuesAreCut()
{
    const std::string emoji = "\xF0\x9F\x98\x80";
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += emoji;
    const QString cut = shown(text);
    QVERIFY(cut.size() <= 81);
    QVERIFY(cut.endsWith(u'…'));
    QVERIFY(!cut.contains(QChar::ReplacementCharacter));
    QCOMPARE(shown("a\nb"), QStringLiteral("a b"));
}

void TestCatalogue::namesAreToldFromValues_data()
{
    QTest::addColumn<bool>("aboutName");
    const auto rows = [](bool aboutName, const std::initializer_list<const char *> &codes) {
        for (const char *code : codes)
            QTest::newRow(code) << aboutName;
    };
    rows(true, {"ATTR_CUSTOM_AT_ROOT", "IDENT_KEY_UNKNOWN", "PARAM_SDK_NAME", "ROOT_KEY_UNDOCUMENTED"});
    rows(false, {"PARAM_TYPE", "IDENT_EMAIL_INVALID", "EVENT_NAME_INVALID", "VALUE_MISSING", "NO_SUCH_CODE"});
}

void TestCatalogue::namesAreToldFromValues()
{
    QFETCH(bool, aboutName);
    QCOMPARE(isAboutName(QTest::currentDataTag()), aboutName);
    // One code is of one kind: findings carry no more than it.
    for (const RuleRow &row : catalogue().rules)
        QVERIFY2(row.aboutName == isAboutName(row.code), row.code.c_str());
}

QTEST_GUILESS_MAIN(TestCatalogue)

#include "tst_catalogue.moc"
