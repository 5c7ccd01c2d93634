// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"
#include "json/spanscan.h"
#include "json/text.h"
#include "json/utf8.h"
#include "json/writer.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <clocale>
#include <cmath>
#include <limits>

using namespace designer;
using namespace designer::json;
using namespace std::string_view_literals;

/// Strings in and out of JSON, and JSON of our own making.
class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void unescapes_data();
    void unescapes();
    void quotes_data();
    void quotes();
    void everyCodePointComesBack();
    void randomTextComesBack();
    void qtTextComesBack_data();
    void qtTextComesBack();
    void invalidBytesAreReplaced();
    void theNextSpecialByteIsFound();
    void writes();
    void writesIndented();
    void writesNumbers();
    void numbersDoNotFollowTheLocale();
};

void TestText::unescapes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("text");
    const auto row
        = [](const char *raw, const QByteArray &text) { QTest::newRow(raw) << QByteArray(raw) << text; };
    row("\"\"", "");
    row("\"plain\"", "plain");
    row("plain", "plain");
    row(R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t");
    row(R"(\"a\")", "\"a\"");
    row(R"("\u0041b")", "Ab");
    row(R"("\u00E9\u00e9")", "éé");
    row(R"("\u20ac")", "€");
    row(R"("\uD83D\uDE00")", "\xF0\x9F\x98\x80");
    row(R"("\uDBFF\uDFFF")", "\xF4\x8F\xBF\xBF");
    row(R"("\uD800\uDC00")", "\xF0\x90\x80\x80");
    row(R"("\uFFFF\u07FF\u0800\u007F\u0080")", "\xEF\xBF\xBF\xDF\xBF\xE0\xA0\x80\x7F\xC2\x80");
    row(R"("a\u0000b")", QByteArray("a\0b", 3));
    row(R"("\\u0041")", "\\u0041");
    row(R"("\\\\")", "\\\\");
}

void TestText::unescapes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(unescaped(raw.toStdString())), text);
}

void TestText::quotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("token");
    const auto row = [](const char *name, const QByteArray &text, const char *token) {
        QTest::newRow(name) << text << QByteArray(token);
    };
    row("nothing", "", "\"\"");
    row("letters", "abc ş 価", "\"abc ş 価\"");
    row("a quote and a backslash", "a\"b\\c", R"("a\"b\\c")");
    row("a slash stays", "a/b", "\"a/b\"");
    row("short escapes", "\b\f\n\r\t", R"("\b\f\n\r\t")");
    row("other control characters", QByteArray("\0\x01\x1F", 3), R"("\u0000\u0001\u001f")");
    row("DEL stays", "\x7F", "\"\x7F\"");
    row("U+2028 stays", "\xE2\x80\xA8", "\"\xE2\x80\xA8\"");
    row("an emoji stays", "\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\"");
}

void TestText::quotes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, token);
    QCOMPARE(QByteArray::fromStdString(json::quoted(text.toStdString())), token);
    std::string out = "x";
    appendEscaped(out, text.toStdString());
    QCOMPARE('"' + out.substr(1) + '"', token.toStdString());
}

void TestText::everyCodePointComesBack()
{
    std::string all;
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        std::string one;
        utf8::append(one, code);
        const utf8::Decoded decoded = utf8::decode(one, 0);
        QVERIFY(decoded.valid && decoded.codePoint == code && decoded.length == one.size());
        all += one;
    }
    QVERIFY(isValidUtf8(all));
    const std::string token = json::quoted(all);
    QVERIFY(Document(token).isValid());
    QCOMPARE(unescaped(token), all);
}

void TestText::randomTextComesBack()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int left = random.bounded(40); left > 0; --left)
            text += static_cast<char>(random.bounded(128));
        const Document document(json::quoted(text));
        QVERIFY(document.isValid());
        QCOMPARE(document.root().text(), text);
        QCOMPARE(unescaped(document.text()), text);
    }
}

void TestText::qtTextComesBack_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("letters") << QByteArray("İstanbul 価格");
    QTest::newRow("an emoji") << QByteArray("\xF0\x9F\x98\x80");
    QTest::newRow("U+FEFF first") << QByteArray("\xEF\xBB\xBFx");
    QTest::newRow("U+FEFF alone") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("U+FEFF twice") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF");
    QTest::newRow("U+FEFF later") << QByteArray("x\xEF\xBB\xBF");
    QTest::newRow("U+FFFE") << QByteArray("\xEF\xBF\xBEx");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void TestText::qtTextComesBack()
{
    QFETCH(QByteArray, utf8);
    QCOMPARE(QByteArray::fromStdString(toStd(toQString(utf8.toStdString()))), utf8);
}

void TestText::invalidBytesAreReplaced()
{
    const QChar replacement(0xFFFD);
    QCOMPARE(toQString("a\xFF"
                       "b"),
             QStringLiteral("a%1b").arg(replacement));
    QVERIFY(toQString("a\xC5").startsWith(QStringLiteral("a%1").arg(replacement)));
}

void TestText::theNextSpecialByteIsFound()
{
    const auto slow = [](const std::string &bytes, std::size_t from, std::size_t to) {
        while (from < to && bytes[from] != '"' && bytes[from] != '\\'
               && static_cast<unsigned char>(bytes[from]) >= 0x20)
            ++from;
        return from;
    };
    // Every length and alignment round the blocks of 16, with each byte at each place.
    for (std::size_t length = 0; length <= 50; ++length) {
        for (std::size_t begin = 0; begin <= length; ++begin) {
            std::string bytes(length, '\x20');
            const auto found = [&] {
                return std::size_t(nextSpecial(bytes.data() + begin, bytes.data() + length) - bytes.data());
            };
            QCOMPARE(found(), length);
            for (std::size_t at = begin; at < length; ++at) {
                for (const char c : {'"', '\\', '\0', '\x1F', '\n', '!', '[', '\x7F', '\x80', '\xFF', '#'}) {
                    bytes[at] = c;
                    if (found() != slow(bytes, begin, length))
                        QFAIL(qPrintable(QStringLiteral("%1 %2 %3").arg(length).arg(begin).arg(at)));
                }
                bytes[at] = '\x20';
            }
        }
    }
    std::string every;
    for (int c = 0; c < 256; ++c) {
        every.assign(20, static_cast<char>(c));
        QCOMPARE(std::size_t(nextSpecial(every.data(), every.data() + 20) - every.data()),
                 slow(every, 0, 20));
    }
}

void TestText::writes()
{
    Writer writer;
    writer.beginObject();
    writer.name("a\"b").string("x\ny"sv).name("n").null();
    writer.name("list").beginArray().number(1).boolean(true).boolean(false).string(QStringLiteral("ş"));
    writer.beginArray().endArray().beginObject().endObject().endArray();
    writer.name("raw").raw("{ \"kept\": 1.50 }").name("o").beginObject().name("p").number(2).endObject();
    writer.endObject();
    const std::string expected
        = R"({"a\"b":"x\ny","n":null,"list":[1,true,false,"ş",[],{}],"raw":{ "kept": 1.50 },"o":{"p":2}})";
    QCOMPARE(writer.text(), expected);
    QVERIFY(Document(writer.text()).isValid());
    QCOMPARE(writer.take(), expected);
}

void TestText::writesIndented()
{
    Writer writer(2);
    writer.beginObject().name("a").beginArray().number(1).number(2).endArray();
    writer.name("b").beginObject().endObject().endObject();
    QCOMPARE(writer.text(), std::string("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}"));
    Writer scalar(2);
    QCOMPARE(scalar.string("x"sv).text(), std::string("\"x\""));
}

void TestText::writesNumbers()
{
    const auto written = [](auto... arguments) {
        Writer writer;
        writer.number(arguments...);
        return writer.take();
    };
    QCOMPARE(written(0), std::string("0"));
    QCOMPARE(written(-7), std::string("-7"));
    QCOMPARE(written(std::numeric_limits<std::int64_t>::min()), std::string("-9223372036854775808"));
    QCOMPARE(written(std::numeric_limits<std::size_t>::max()), std::string("18446744073709551615"));
    QCOMPARE(written(1.5, 2), std::string("1.50"));
    QCOMPARE(written(2.345678, 3), std::string("2.346"));
    QCOMPARE(written(0.0, 0), std::string("0"));
    QCOMPARE(written(std::nan(""), 2), std::string("null"));
    QCOMPARE(written(std::numeric_limits<double>::infinity(), 2), std::string("null"));
    const std::string large = written(-std::numeric_limits<double>::max(), 3);
    QCOMPARE(large.size(), std::size_t(1 + 309 + 1 + 3));
    QVERIFY(Document(large).isValid());
}

void TestText::numbersDoNotFollowTheLocale()
{
    // The first of these that is installed; without one the row holds all the same.
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    for (const char *locale : {"tr_TR.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"}) {
        if (std::setlocale(LC_NUMERIC, locale))
            break;
    }
    Writer writer;
    writer.number(1.5, 1);
    std::setlocale(LC_NUMERIC, before.c_str());
    QCOMPARE(writer.text(), std::string("1.5"));
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
