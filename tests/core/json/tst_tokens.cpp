// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomjson.h"
#include "json/scanner.h"
#include "json/tokenreader.h"
#include "json/tokens.h"

#include <QRegularExpression>
#include <QTest>

#include <simdjson.h>

using namespace designer::json;

namespace {

/// simdjson's ways for this processor, but the one without wide registers, which is not used.
std::vector<const simdjson::implementation *> kernels()
{
    std::vector<const simdjson::implementation *> out;
    for (const simdjson::implementation *const one : simdjson::get_available_implementations()) {
        if (one->supported_by_runtime_system() && one->name() != "fallback")
            out.push_back(one);
    }
    return out;
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
    if (!isValidUtf8(text) || !Scanner(index, text, {}).run())
        return {};
    return printed(index);
}

QString readAlong(std::string_view line, Tokens &tokens)
{
    Index index;
    return TokenReader(index, line, tokens).run() ? printed(index) : QString();
}

/// The same, read along its tokens; nothing where that way does not read it.
QString readAlong(std::string_view text)
{
    Tokens tokens;
    return tokens.find(text) ? readAlong(text, tokens) : QString();
}

} // namespace

Q_DECLARE_METATYPE(const simdjson::implementation *)

/// The fast way to read what is sound gives what the careful way gives, whatever the processor.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanupTestCase() { simdjson::get_active_implementation() = m_best; }
    void soundTextsAreRead_data();
    void soundTextsAreRead();
    void unsoundTextsAreNot_data();
    void unsoundTextsAreNot();
    void randomTextsAreReadAlike();
    void damagedTextsAreNeverReadDifferently();
    void linesAreReadEachForItself();
    void linesThatAreLeftOutSpoilNoOthers();
    void longerAndLongerBlocks();
    void whatTokensAreNotFoundIn_data();
    void whatTokensAreNotFoundIn();
    void withoutTokensALineIsReadAllTheSame();
    void depth();

private:
    const simdjson::implementation *m_best = simdjson::get_active_implementation();
};

void TestTokens::initTestCase_data()
{
    QTest::addColumn<const simdjson::implementation *>("kernel");
    for (const simdjson::implementation *const one : kernels())
        QTest::newRow(one->name().c_str()) << one;
}

void TestTokens::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    if (kernels().empty())
        QSKIP("simdjson knows no wide registers on this processor: its tokens are not used");
    QFETCH_GLOBAL(const simdjson::implementation *, kernel);
    simdjson::get_active_implementation() = kernel;
}

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
    row("longer than a register", '[' + QByteArray(200, ' ') + '"' + QByteArray(300, 'x') + "\"]");
}

void TestTokens::soundTextsAreRead()
{
    QFETCH(QByteArray, text);
    const QString tree = readAlong(std::string_view(text.constData(), std::size_t(text.size())));
    QVERIFY(!tree.isEmpty());
    QCOMPARE(tree, scanned(std::string_view(text.constData(), std::size_t(text.size()))));
}

/// Tokens are found in all of them.
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
    row("a backslash before a quote", R"([\"a""])");
    row("a backslash after a string", R"(["a"\])");
    row("a bad escape", R"(["\x"])");
    row("half a character", R"(["\uD83D"])");
    row("a comma too many", "[1,]");
    row("a comma in front", "[,1]");
    row("a comma missing", R"({"a":1 "b":2})");
    row("a colon missing", R"({"a" 1})");
    row("a colon for a comma", "[1:2]");
    row("a form feed for a comma", "[1\f2]");
    row("a SUB for a colon", QByteArray("{\"a\"\x1A") + "1}");
    row("a name without quotes", "{a:1}");
    row("nothing after a colon", R"({"a":)");
    row("nothing after a comma", "[1,");
    row("the wrong bracket", R"({"a":1])");
    row("not closed", R"({"a":[1)");
    row("more after the end", "{} x");
    row("two texts", "{}{}");
    row("a byte order mark", "\xEF\xBB\xBF{}"); // sound, and the Scanner's
    row("a byte order mark before a string", "\xEF\xBB\xBF\"a\"1");
}

void TestTokens::unsoundTextsAreNot()
{
    QFETCH(QByteArray, text);
    const std::string_view line(text.constData(), std::size_t(text.size()));
    Tokens tokens;
    QVERIFY(tokens.find(line));
    QCOMPARE(readAlong(line, tokens), QString());
}

void TestTokens::randomTextsAreReadAlike()
{
    test::RandomJson random(404);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = random.text(i % 2 == 0);
        const QString tree = readAlong(text);
        QVERIFY2(!tree.isEmpty(), text.c_str());
        QVERIFY2(tree == scanned(text), text.c_str());
    }
}

void TestTokens::damagedTextsAreNeverReadDifferently()
{
    using namespace std::string_view_literals;
    constexpr std::string_view damage = "\"\\{}[],:  \n\t\f\x1A\x01\0ex1-0.t\xEF\xBB\xC3"sv;
    test::RandomJson texts(405);
    QRandomGenerator random(406);
    int sound = 0;
    for (int i = 0; i < 10000; ++i) {
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

/// With what the reader itself makes of each, and what the Index says where that is nothing.
void TestTokens::linesAreReadEachForItself()
{
    struct Line
    {
        std::string text;
        bool isSound;
    };
    const std::vector<Line> lines{{R"({"a":1})", true},
                                  {R"({"a":)", false},
                                  {R"(} )", false},
                                  {R"([1])", true},
                                  {"\xEF\xBB\xBF{\"b\":2}", false}, // the Scanner's
                                  {R"({"c":"\n"} )"
                                   "\r",
                                   true},
                                  {R"([1,2]])", false},
                                  {R"({"d":"e")", false},
                                  {R"(,"f":"g"})", false},
                                  {R"({"d":"e"})", true},
                                  {"nul", false},
                                  {R"(["a")", false},
                                  {R"("b")", true},
                                  {"7", true},
                                  {R"("last")", true}};
    std::string block;
    for (const Line &line : lines)
        block += line.text + '\n';
    Tokens once;
    Tokens again;
    QVERIFY(once.find(block));
    QVERIFY(again.find(block));
    std::size_t begin = 0;
    Index together;
    Index alone;
    for (const auto &[text, isSound] : lines) {
        const std::string_view there = std::string_view(block).substr(begin, text.size());
        begin += text.size() + 1;
        QVERIFY2(readAlong(there, once) == (isSound ? scanned(text) : QString()), text.c_str());
        QVERIFY2(together.parse(there, again) == alone.parse(text), text.c_str());
        QCOMPARE(printed(together), printed(alone));
        QCOMPARE(together.error().message, alone.error().message);
        QCOMPARE(together.error().offset, alone.error().offset);
        QCOMPARE(together.hasByteOrderMark(), alone.hasByteOrderMark());
    }
}

/// Their tokens would be those of the next line.
void TestTokens::linesThatAreLeftOutSpoilNoOthers()
{
    const std::string block = "[\n1]\n";
    Tokens tokens;
    QVERIFY(tokens.find(block));
    const std::string_view second = std::string_view(block).substr(2, 2);
    QCOMPARE(readAlong(second, tokens), QString());
    QVERIFY(tokens.find(block));
    Index index;
    QVERIFY(!index.parse(second, tokens));
}

void TestTokens::longerAndLongerBlocks()
{
    Tokens tokens;
    for (const std::size_t length : {10U, 70'000U, 80'000U, 500'000U, 3U}) {
        const std::string text = '[' + std::string(length, ' ') + ']';
        QVERIFY(tokens.find(text));
        QCOMPARE(readAlong(text, tokens), scanned(text));
    }
}

void TestTokens::whatTokensAreNotFoundIn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n ");
    QTest::newRow("not UTF-8") << QByteArray("[\"\xFF\"]");
    QTest::newRow("not UTF-8, outside of strings") << QByteArray("[\xFF]");
    QTest::newRow("cut UTF-8") << QByteArray("[\"\xC3");
    QTest::newRow("a string that is not closed") << QByteArray("[\"a]");
    QTest::newRow("a string that goes on in the next line") << QByteArray("{\"a\":\"b\n\"}");
    QTest::newRow("a line's end behind a backslash") << QByteArray("\"a\\\nb\"");
    QTest::newRow("longer than is worth it") << QByteArray(int(Tokens::longest) + 1, '1');
}

void TestTokens::whatTokensAreNotFoundIn()
{
    QFETCH(QByteArray, text);
    Tokens tokens;
    QVERIFY(tokens.find("[1]"));
    QVERIFY(!tokens.find(std::string_view(text.constData(), std::size_t(text.size()))));
    QCOMPARE(readAlong("1", tokens), QString());
    QVERIFY(tokens.find("[2]"));
}

void TestTokens::withoutTokensALineIsReadAllTheSame()
{
    Tokens tokens;
    Index index;
    QVERIFY(index.parse("{}", tokens));
    QVERIFY(!tokens.find("\"\xFF\""));
    QVERIFY(!index.parse("\"\xFF\"", tokens));
    QCOMPARE(index.error().code, ParseErrorCode::InvalidUtf8);
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
