// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/template.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// Which placeholders and which stray marks a text has, and where.
class TestPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void found_data();
    void found();
    void offsetsAreMoved();
    void rolesOfATemplate();
    void straysOfATemplate();
    void malformedTemplates_data();
    void malformedTemplates();
    void aTemplateKeepsItsText();
    void manyStrayMarks();
};

namespace {

QString printed(const tmpl::Placeholders &all)
{
    QStringList out;
    for (const tmpl::Placeholder &p : all.found)
        out << QStringLiteral("%1@%2-%3").arg(QString::fromStdString(p.path.text())).arg(p.begin).arg(p.end);
    for (const tmpl::StrayMark &s : all.strays)
        out << QStringLiteral("stray@%1-%2").arg(s.begin).arg(s.end);
    return out.join(QLatin1Char(' '));
}

} // namespace

void TestPlaceholders::found_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("text", "");
    row("#", "");
    row("##a##", "a@0-5");
    row("x##a.b##y", "a.b@1-8");
    row("##a####b##", "a@0-5 b@5-10");
    row("###a##", "a@1-6");
    row("####a##", "a@2-7 stray@0-2");
    row("######a##", "a@4-9 stray@0-4");
    row("##", "stray@0-2");
    row("###", "stray@0-3");
    row("####", "stray@0-4");
    row("##a", "stray@0-2");
    row("##a#", "stray@0-2");
    row("a##", "stray@1-3");
    row("## a ##", "stray@0-7");
    row("##a.##", "stray@0-6");
    row("##a b##", "stray@0-7");
    row("##a\\u0062##", "stray@0-11");
    row("##a##b##", "a@0-5 stray@6-8");
    row("##a###", "a@0-5");
    row("## ##a##", "a@3-8 stray@0-2");
    row("##a## and ## b", "a@0-5 stray@10-12");
    row("## x ##\n## y ##", "stray@0-7 stray@8-15");
    row("## x\n y ##", "stray@0-2 stray@8-10");
    row("## x\r y ##", "stray@0-2 stray@8-10");
    row("##a..b## ##c##", "c@9-14 stray@0-8");
    row("##şehir##", "şehir@0-10");
    row("##0.01##", "0.01@0-8");
}

void TestPlaceholders::found()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const std::string bytes = text.toStdString();
    const tmpl::Placeholders all = tmpl::findPlaceholders(bytes);
    QCOMPARE(printed(all), expected);
    for (const tmpl::Placeholder &p : all.found)
        QCOMPARE(tmpl::placeholderLength(std::string_view(bytes).substr(p.begin)), p.end - p.begin);
}

void TestPlaceholders::offsetsAreMoved()
{
    QCOMPARE(printed(tmpl::findPlaceholders("##a## ##", 100)), QStringLiteral("a@100-105 stray@106-108"));
    QCOMPARE(printed(tmpl::findPlaceholders("####a##", 100)), QStringLiteral("a@102-107 stray@100-102"));
}

void TestPlaceholders::rolesOfATemplate()
{
    const std::string source
        = R"({"##name##x": "##lone##", "b": [ ##bare##, "a ##inside##" ], "##only##": 1})";
    const auto compiled = tmpl::Template::compile(source, {});
    using tmpl::Role;
    const std::vector<std::pair<std::string, Role>> expected{{"name", Role::InName},
                                                             {"lone", Role::Lone},
                                                             {"bare", Role::Bare},
                                                             {"inside", Role::InString},
                                                             {"only", Role::InName}};
    QCOMPARE(compiled->placeholders().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const tmpl::Placeholder &p = compiled->placeholders()[i];
        QCOMPARE(p.path.text(), expected[i].first);
        QVERIFY(p.role == expected[i].second);
        QCOMPARE(source.substr(p.begin, p.end - p.begin), "##" + expected[i].first + "##");
    }
}

void TestPlaceholders::straysOfATemplate()
{
    const std::string source = R"({"## n ##": "##a.##", "b": ["##ok##", "####"]})";
    const auto compiled = tmpl::Template::compile(source, {});
    QStringList strays;
    for (const tmpl::StrayMark &s : compiled->strayMarks())
        strays << QString::fromStdString(source.substr(s.begin, s.end - s.begin));
    QCOMPARE(strays,
             (QStringList{QStringLiteral("## n ##"), QStringLiteral("##a.##"), QStringLiteral("####")}));
    const auto text = tmpl::Template::compile("## a ## ##b##", {{}, {}, tmpl::ContentKind::Text});
    QCOMPARE(text->strayMarks().size(), std::size_t(1));
}

void TestPlaceholders::malformedTemplates_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const char *source, int line, int column) {
        QTest::newRow(name) << QByteArray(source) << line << column;
    };
    row("nothing", "", 1, 1);
    row("a bare path that is none", "{\n  \"a\": ##b.##\n}", 2, 8);
    row("a bare placeholder that is not closed", "{\n  \"a\": ##b\n}", 2, 8);
    row("a bare placeholder with blanks", "[## b ##]", 1, 2);
    row("a bare placeholder for a name", "{##a##:1}", 1, 2);
    row("text after a bare placeholder", "[##a##b]", 1, 7);
    row("a third hash in front of a bare one", "[###a##]", 1, 2);
    row("a comma too many", "{\"a\":##b##,}", 1, 12);
    row("a lone surrogate", R"(["x\uD800"])", 1, 4);
    row("bytes that are no UTF-8", "[\"\xC5\"]", 1, 3);
}

void TestPlaceholders::malformedTemplates()
{
    QFETCH(QByteArray, source);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto compiled = tmpl::Template::compile(source.toStdString(), {});
    QVERIFY(!compiled);
    QVERIFY(compiled.error().code == ErrorCode::MalformedTemplate);
    QVERIFY(compiled.error().position.has_value());
    QCOMPARE(int(compiled.error().position->line), line);
    QCOMPARE(int(compiled.error().position->column), column);
    QVERIFY(!compiled.error().wayOut.isEmpty());
}

void TestPlaceholders::aTemplateKeepsItsText()
{
    const std::string source = "\xEF\xBB\xBF{ \"b\" : 1.50,\r\n\t\"a\":\"##x##\" , \"a\": 2 }\n";
    const auto compiled = tmpl::Template::compile(source, {});
    QCOMPARE(compiled->text(), source);
    const tmpl::Template copy = *compiled;
    QCOMPARE(copy.text().data(), compiled->text().data());
    QVERIFY(copy.document().isValid());
}

void TestPlaceholders::manyStrayMarks()
{
    // Each mark may look for its other half, but only near at hand: a million of them must not
    // read the whole text each.
    std::string text;
    for (int i = 0; i < 1000000; ++i)
        text += "## !";
    const tmpl::Placeholders all = tmpl::findPlaceholders(text);
    QVERIFY(all.found.empty());
    QVERIFY(all.strays.size() > 300000);
}

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
