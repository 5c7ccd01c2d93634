// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"
#include "json/layout.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;

/// Depth, size, and names that stand twice.
class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void depth_data();
    void depth();
    void depthIsWhatIsOpenAtOnce();
    void tooManyBracketsAreTold();
    void duplicates_data();
    void duplicates();
    void duplicatesInObjectsOfEverySize_data();
    void duplicatesInObjectsOfEverySize();
    void duplicatesInsideManyOpenObjects();
    void tenThousandMembers();
    void everyLaterNameIsPairedWithTheFirst();
    void anIndexIsUsedAgain();
    void aLargeText();
};

namespace {

std::string repeated(std::string_view part, int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += part;
    return out;
}

/// "first name's offset > second name's offset", one for each pair.
QString printed(const Index &index)
{
    QStringList out;
    for (const DuplicateKey &pair : index.duplicateKeys())
        out << QStringLiteral("%1>%2").arg(index.node(pair.first).begin).arg(index.node(pair.second).begin);
    return out.join(QLatin1Char(' '));
}

std::string numberedMembers(int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += "\"name" + std::to_string(i) + "\":" + std::to_string(i) + ',';
    return out;
}

} // namespace

void TestLimits::depth_data()
{
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::addColumn<int>("columns");
    QTest::newRow("arrays") << QByteArray("[") << QByteArray("]") << 1;
    QTest::newRow("objects") << QByteArray("{\"a\":") << QByteArray("}") << 5;
}

void TestLimits::depth()
{
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, close);
    QFETCH(int, columns);
    const auto nested = [&](int depth) {
        return Document(repeated(open.toStdString(), depth) + "[]" + repeated(close.toStdString(), depth));
    };
    QVERIFY(nested(510).isValid());
    QVERIFY(nested(511).isValid());
    const Document deep = nested(512);
    QVERIFY(!deep.isValid());
    QCOMPARE(int(deep.error().code), int(ParseErrorCode::TooDeep));
    QCOMPARE(deep.error().position, (Position{1, std::size_t(512 * columns + 1)}));
    QVERIFY(deep.error().message.contains(QStringLiteral("512")));
}

void TestLimits::depthIsWhatIsOpenAtOnce()
{
    QVERIFY(Document('[' + repeated("[],", 1000) + "[]]").isValid());
    QVERIFY(Document(repeated("[", 512) + repeated("]", 512)).isValid());
}

void TestLimits::tooManyBracketsAreTold()
{
    for (const std::string &text :
         {std::string(100000, '['), repeated("{\"a\":", 100000), repeated("[{\"a\":", 50000)}) {
        const Document document(text);
        QVERIFY(!document.isValid());
        QCOMPARE(int(document.error().code), int(ParseErrorCode::TooDeep));
    }
}

void TestLimits::duplicates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pairs");
    const auto row = [](const char *name, const char *text, const char *pairs) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(pairs);
    };
    row("none", R"({"a":1,"b":2})", "");
    row("at the root", R"({"a":1,"a":2})", "1>7");
    row("three times", R"({"a":1,"a":2,"a":3})", "1>7 1>13");
    row("two names", R"({"a":1,"b":2,"b":3,"a":4})", "7>13 1>19");
    row("in an inner object", R"({"x":{"a":1,"a":2}})", "6>12");
    row("in an array's object", R"([0,{"a":1,"a":2}])", "4>10");
    row("at every level, the inner last", R"({"a":1,"a":{"b":1,"b":2}})", "1>7 12>18");
    row("at every level, the inner first", R"({"a":{"b":1,"b":2},"a":1})", "6>12 1>19");
    row("the same name at two levels", R"({"a":{"a":1}})", "");
    row("the same name in two objects", R"([{"a":1},{"a":1}])", "");
    row("the empty name", R"({"":1,"":2})", "1>6");
    row("an escaped letter", R"({"a":1,"\u0061":2})", "1>7");
    row("an escaped letter first", R"({"\u0061":1,"a":2})", "1>12");
    row("two ways to escape", R"({"\u000a":1,"\n":2})", "1>12");
    row("a slash with and without escape", R"({"\/":1,"/":2})", "1>8");
    row("a surrogate pair and its character", "{\"\\uD83D\\uDE00\":1,\"\xF0\x9F\x98\x80\":2}", "1>18");
    row("hexadecimal in both cases", R"({"\u00e9":1,"\u00E9":2})", "1>12");
    row("case counts", R"({"a":1,"A":2})", "");
    row("composed and decomposed letters differ", "{\"\xC3\xA9\":1,\"e\xCC\x81\":2}", "");
    row("names that differ in the middle", R"({"aaaaaa1zzzzzz":1,"aaaaaa2zzzzzz":2})", "");
    row("long names that are equal", R"({"aaaaaa1zzzzzz":1,"aaaaaa1zzzzzz":2})", "1>19");
    row("a name that begins another", R"({"name":1,"names":2,"name1":3})", "");
    row("an escaped backslash is no escape of a letter", R"({"\\u0061":1,"a":2})", "");
}

void TestLimits::duplicates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pairs);
    const Document document(text.toStdString());
    QVERIFY(document.isValid());
    QCOMPARE(printed(document.index()), pairs);
}

void TestLimits::duplicatesInObjectsOfEverySize_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 46, 47, 48, 49, 50, 64, 1000})
        QTest::addRow("%d members", count) << count;
}

void TestLimits::duplicatesInObjectsOfEverySize()
{
    QFETCH(int, count);
    const std::string members = numberedMembers(count);
    QVERIFY(Document('{' + members + "\"other\":0}").index().duplicateKeys().empty());
    for (const int twice : {0, count / 2, count - 1}) {
        const std::string name = "\"name" + std::to_string(twice) + '"';
        const Document document('{' + members + name + ":0}");
        QVERIFY(document.isValid());
        const auto &pairs = document.index().duplicateKeys();
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(document.index().raw(pairs[0].first), std::string_view(name));
        QCOMPARE(std::size_t(document.index().node(pairs[0].first).begin), document.text().find(name));
        QCOMPARE(std::size_t(document.index().node(pairs[0].second).begin), document.text().rfind(name));
        QCOMPARE(document.root().find("name" + std::to_string(twice)).raw(), std::string_view("0"));
    }
}

/// Far more open objects than one looks at together.
void TestLimits::duplicatesInsideManyOpenObjects()
{
    constexpr int levels = 500;
    std::string text;
    for (int i = 0; i < levels; ++i)
        text += '{' + numberedMembers(20) + "\"inner\":";
    text += "null";
    for (int i = 0; i < levels; ++i)
        text += ",\"name7\":1}";
    const Document document(text);
    QVERIFY(document.isValid());
    const auto &pairs = document.index().duplicateKeys();
    QCOMPARE(pairs.size(), std::size_t(levels));
    for (const DuplicateKey &pair : pairs)
        QCOMPARE(document.index().node(pair.first).parent, document.index().node(pair.second).parent);
}

void TestLimits::tenThousandMembers()
{
    const Document document('{' + numberedMembers(10000) + "\"\\u006eame77\":-1}");
    QVERIFY(document.isValid());
    QCOMPARE(document.root().size(), std::size_t(10001));
    QCOMPARE(document.index().duplicateKeys().size(), std::size_t(1));
    QCOMPARE(document.root().find("name77").raw(), std::string_view("-1"));
    QCOMPARE(document.root().find("name9999").raw(), std::string_view("9999"));
}

void TestLimits::everyLaterNameIsPairedWithTheFirst()
{
    const Document document('{' + repeated("\"a\":1,", 9999) + "\"a\":2}");
    const auto &pairs = document.index().duplicateKeys();
    QCOMPARE(pairs.size(), std::size_t(9999));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        QCOMPARE(pairs[i].first, 1u);
        QCOMPARE(pairs[i].second, unsigned(2 * i + 3));
    }
    QCOMPARE(document.root().find("a").raw(), std::string_view("2"));
}

void TestLimits::anIndexIsUsedAgain()
{
    Index index;
    QVERIFY(index.parse(R"({"a":1,"a":[1,2,3]})"));
    QCOMPARE(index.nodes().size(), std::size_t(8));
    QCOMPARE(index.duplicateKeys().size(), std::size_t(1));
    QVERIFY(!index.parse("[1,"));
    QVERIFY(index.empty());
    QVERIFY(index.duplicateKeys().empty());
    QVERIFY(index.parse("[ ]"));
    QCOMPARE(index.nodes().size(), std::size_t(1));
    QVERIFY(index.parse("[]"));
    QCOMPARE(minified(Value(&index, 0)), std::string("[]"));
    QVERIFY(!index.node(0).spaced);
    QVERIFY(index.parse("\xEF\xBB\xBF"
                        "0"));
    QVERIFY(index.hasByteOrderMark());
    QVERIFY(index.parse("0"));
    QVERIFY(!index.hasByteOrderMark());
    index.clear();
    QVERIFY(index.empty());
}

void TestLimits::aLargeText()
{
    const std::string text
        = '[' + repeated(R"({"id":1234567890,"name":"ş","tags":["a","b"]},)", 100000) + "0]";
    const Document document(text);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().size(), std::size_t(100001));
    QCOMPARE(minified(document.root()), text);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
