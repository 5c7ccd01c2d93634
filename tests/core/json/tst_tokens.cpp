// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomjson.h"
#include "json/scanner.h"
#include "json/tokenreader.h"
#include "json/tokens.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace designer::json;

namespace {

/// `#name#`, whatever the name is.
std::size_t bareToken(std::string_view rest)
{
    const std::size_t end = rest.find('#', 1);
    return rest.starts_with('#') && end != std::string_view::npos ? end + 1 : 0;
}

QString printed(const Index &index)
{
    QStringList out;
    for (const Node &node : index.nodes())
        out << QStringLiteral("%1-%2 next %3 in %4 kind %5%6%7")
                   .arg(node.begin)
                   .arg(node.end)
                   .arg(node.next)
                   .arg(node.parent)
                   .arg(int(node.kind))
                   .arg(node.escaped ? QStringLiteral(" escaped") : QString())
                   .arg(node.spaced ? QStringLiteral(" spaced") : QString());
    return out.join(QLatin1Char('\n'));
}

/// What the tree of \a text is, read byte by byte; nothing where the text is unsound.
QString scanned(std::string_view text)
{
    Index index;
    ParseOptions options;
    options.bareToken = &bareToken;
    if (!isValidUtf8(text) || !Scanner(index, text, options).run())
        return {};
    return printed(index);
}

/// The same, read along its tokens; nothing where that way does not read it.
QString readAlong(std::string_view text)
{
    Tokens tokens;
    Index index;
    if (!tokens.find(text.substr(byteOrderMarkLength(text)))
        || !TokenReader(index, text, tokens, &bareToken).run())
        return {};
    return printed(index);
}

} // namespace

/// The fast way to read what is sound gives what the careful way gives.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void soundTextsAreRead_data();
    void soundTextsAreRead();
    void unsoundTextsAreNot_data();
    void unsoundTextsAreNot();
    void randomTextsAreReadAlike();
    void damagedTextsAreNeverReadDifferently();
    void linesAreReadEachForItself();
    void whatTokensAreNotFoundIn_data();
    void whatTokensAreNotFoundIn();
    void depth();
};

void TestTokens::soundTextsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("object", R"({"a":1,"b":[true,false,null],"c":{"d":"e"}})");
    row("white space everywhere", " { \"a\" : 1 ,\t\"b\"\r\n: [ true , \"x\" ] } \n");
    row("empty containers", R"([{},[],{ },[ ]])");
    row("a string alone", R"("text")");
    row("a string alone, with space", " \"text \" ");
    row("a number alone", "-1.5e+07");
    row("an empty string", R"(["",""])");
    row("an empty name", R"({"":""})");
    row("escapes", R"({"\"":"\\","a":"\\\"","b":"\u00e9\uD83D\uDE00\/"})");
    row("plain after escapes", R"({"a":"\n","bb":"plain","c":"\\"})");
    row("brackets in strings", R"({"[{,:":"}]\",:{"})");
    row("byte order mark", "\xEF\xBB\xBF{\"a\":1}");
    row("byte order mark before a string", "\xEF\xBB\xBF\"a\"");
    row("bare tokens", R"({"a":#b#,"c":[#d.0#, #e f#]})");
    row("a bare token with marks in it", R"([#a,b:{c}#])");
    row("longer than a register", '[' + QByteArray(200, ' ') + '"' + QByteArray(300, 'x') + "\"]");
}

void TestTokens::soundTextsAreRead()
{
    QFETCH(QByteArray, text);
    const QString tree = readAlong(std::string_view(text.constData(), std::size_t(text.size())));
    QVERIFY(!tree.isEmpty());
    QCOMPARE(tree, scanned(std::string_view(text.constData(), std::size_t(text.size()))));
}

void TestTokens::unsoundTextsAreNot_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("a number before a string", R"([1"a"])");
    row("a string before a number", R"(["a"1])");
    row("two strings", R"(["a""b"])");
    row("a word with a tail", "[truex]");
    row("a number with a tail", "[12x]");
    row("two numbers", "[1 2]");
    row("a leading zero", "[01]");
    row("a backslash before a quote", R"([\"a"])");
    row("a backslash after a string", R"(["a"\])");
    row("a bad escape", R"(["\x"])");
    row("half a character", R"(["\uD83D"])");
    row("a comma too many", "[1,]");
    row("a comma in front", "[,1]");
    row("a comma missing", R"({"a":1 "b":2})");
    row("a colon missing", R"({"a" 1})");
    row("a colon for a comma", "[1:2]");
    row("a form feed for a comma", "[1\f2]");
    row("a SUB for a colon",
        "{\"a\"\x1A"
        "1}");
    row("a name without quotes", "{a:1}");
    row("the wrong bracket", R"({"a":1])");
    row("not closed", R"({"a":[1)");
    row("more after the end", "{} x");
    row("two texts", "{}{}");
    row("a string and a mark before it", "\xEF\xBB\xBF\xEF\xBB\xBF\"a\"");
    row("a bare token with a tail", "[#a#b]");
    row("a quote in a bare token", R"([#a"b#,"c#d"])");
}

void TestTokens::unsoundTextsAreNot()
{
    QFETCH(QByteArray, text);
    QCOMPARE(readAlong(std::string_view(text.constData(), std::size_t(text.size()))), QString());
}

void TestTokens::randomTextsAreReadAlike()
{
    test::RandomJson random(404);
    for (int i = 0; i < 5000; ++i) {
        const std::string text = random.text(i % 2 == 0);
        const QString tree = readAlong(text);
        QVERIFY2(!tree.isEmpty(), text.c_str());
        QVERIFY2(tree == scanned(text), text.c_str());
    }
}

void TestTokens::damagedTextsAreNeverReadDifferently()
{
    using namespace std::string_view_literals;
    constexpr std::string_view damage = "\"\\{}[],:#  \n\t\f\x1A\x01\0ex1-0.t\xEF\xBB\xC3"sv;
    test::RandomJson texts(405);
    QRandomGenerator random(406);
    int sound = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text = texts.text(i % 3 == 0);
        for (int left = random.bounded(1, 4); left > 0; --left) {
            const auto at = std::size_t(random.bounded(int(text.size())));
            const char byte = damage[std::size_t(random.bounded(int(damage.size())))];
            switch (random.bounded(3)) {
            case 0: text[at] = byte; break;
            case 1: text.insert(at, 1, byte); break;
            default: text.erase(at, text.size() > 1 ? 1 : 0); break;
            }
        }
        const QString tree = readAlong(text);
        QVERIFY2(tree.isEmpty() || tree == scanned(text), text.c_str());
        sound += !tree.isEmpty();
    }
    QVERIFY(sound > 100); // else the damage was too much to show anything
}

void TestTokens::linesAreReadEachForItself()
{
    const std::vector<std::string> lines{
        R"({"a":1})",     "",   R"({"a":)",  R"(} )",        R"([1])", "\xEF\xBB\xBF{\"b\":2}",
        R"({"c":"\n"} )", "  ", R"([1,2]])", R"({"d":"e"})", "nul",    R"("last")"};
    std::string block;
    for (const std::string &line : lines)
        block += line + '\n';
    Tokens tokens;
    QVERIFY(tokens.find(block));
    std::size_t begin = 0;
    Index together;
    Index alone;
    for (const std::string &line : lines) {
        const std::string_view there = std::string_view(block).substr(begin, line.size());
        begin += line.size() + 1;
        if (line.find_first_not_of(' ') == std::string::npos)
            continue; // nobody reads those
        QVERIFY2(together.parse(there, tokens) == alone.parse(line), line.c_str());
        QCOMPARE(printed(together), printed(alone));
        QCOMPARE(together.error().message, alone.error().message);
        QCOMPARE(together.error().offset, alone.error().offset);
        QCOMPARE(together.hasByteOrderMark(), alone.hasByteOrderMark());
    }
}

void TestTokens::whatTokensAreNotFoundIn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n ");
    QTest::newRow("not UTF-8") << QByteArray("[\"\xFF\"]");
    QTest::newRow("cut UTF-8") << QByteArray("[\"\xC3");
    QTest::newRow("a string that is not closed") << QByteArray("[\"a]");
    QTest::newRow("a string that goes on in the next line") << QByteArray("{\"a\":\"b\n\"}");
    QTest::newRow("longer than is worth it") << QByteArray(int(Tokens::longest) + 1, '1');
}

void TestTokens::whatTokensAreNotFoundIn()
{
    QFETCH(QByteArray, text);
    Tokens tokens;
    QVERIFY(tokens.find("[1]"));
    QVERIFY(!tokens.find(std::string_view(text.constData(), std::size_t(text.size()))));
    QVERIFY(tokens.find("[2]"));
}

void TestTokens::depth()
{
    const std::string most = std::string(maximumDepth, '[') + std::string(maximumDepth, ']');
    QCOMPARE(readAlong(most), scanned(most));
    QVERIFY(!readAlong(most).isEmpty());
    QCOMPARE(readAlong('[' + most + ']'), QString()); // the Scanner says why
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
