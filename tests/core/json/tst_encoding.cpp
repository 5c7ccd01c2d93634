// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;
using namespace std::string_literals;
using Code = ParseErrorCode;

/// JSON texts are UTF-8 (RFC 8259, section 8.1): what is not, and how it is told.
class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void invalidUtf8_data();
    void invalidUtf8();
    void theFirstFaultIsTold_data();
    void theFirstFaultIsTold();
    void otherEncodingsAreNamed_data();
    void otherEncodingsAreNamed();
    void byteOrderMarkIsPassedOver();
    void byteOrderMarkCountsNoColumn();
    void byteOrderMarkAlone();
    void aByteOrderMarkIsPassedOverOnce();
    void checkedTextIsNotCheckedAgain();
};

namespace {

QByteArray inUtf16(const QByteArray &ascii, bool bigEndian, bool mark)
{
    QByteArray out;
    if (mark)
        out += bigEndian ? QByteArray("\xFE\xFF", 2) : QByteArray("\xFF\xFE", 2);
    for (const char c : ascii) {
        const char unit[2] = {bigEndian ? '\0' : c, bigEndian ? c : '\0'};
        out.append(unit, 2);
    }
    return out;
}

QByteArray inUtf32(const QByteArray &ascii, bool bigEndian, bool mark)
{
    QByteArray out;
    if (mark)
        out += bigEndian ? QByteArray("\0\0\xFE\xFF", 4) : QByteArray("\xFF\xFE\0\0", 4);
    for (const char c : ascii) {
        const char unit[4] = {bigEndian ? '\0' : c, 0, 0, bigEndian ? c : '\0'};
        out.append(unit, 4);
    }
    return out;
}

} // namespace

void TestEncoding::invalidUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("a continuation byte alone", "\x80");
    row("the last continuation byte alone", "\xBF");
    row("a lead of two bytes alone", "\xC3");
    row("a lead of two bytes and a letter",
        "\xC3"
        "a");
    row("a lead of three bytes cut", "\xE2\x82");
    row("a lead of three bytes and a letter",
        "\xE2\x82"
        "a");
    row("a lead of four bytes cut", "\xF0\x9F\x98");
    row("a slash in two bytes", "\xC0\xAF");
    row("NUL in two bytes", "\xC0\x80");
    row("DEL in two bytes", "\xC1\xBF");
    row("a slash in three bytes", "\xE0\x80\xAF");
    row("U+07FF in three bytes", "\xE0\x9F\xBF");
    row("a slash in four bytes", "\xF0\x80\x80\xAF");
    row("U+FFFF in four bytes", "\xF0\x8F\xBF\xBF");
    row("the first surrogate", "\xED\xA0\x80");
    row("the last surrogate", "\xED\xBF\xBF");
    row("a pair of surrogates", "\xED\xA0\xBD\xED\xB8\x80");
    row("U+110000", "\xF4\x90\x80\x80");
    row("a lead that is too high", "\xF5\x80\x80\x80");
    row("five bytes", "\xF8\x88\x80\x80\x80");
    row("six bytes", "\xFC\x84\x80\x80\x80\x80");
    row("0xFE", "\xFE");
    row("0xFF", "\xFF");
    row("Latin-1", "caf\xE9");
    row("Windows-1254",
        "\xFE"
        "ehir");
}

void TestEncoding::invalidUtf8()
{
    QFETCH(QByteArray, bytes);
    std::size_t first = 0;
    while (static_cast<unsigned char>(bytes[static_cast<int>(first)]) < 0x80)
        ++first;
    // In a value, in a name, and after the text: the first bad byte is the place.
    const Document value("[\"ş\",\""s + bytes.toStdString() + "\"]");
    QVERIFY(!value.isValid());
    QCOMPARE(int(value.error().code), int(Code::InvalidUtf8));
    QCOMPARE(value.error().position, (Position{1, 7 + first}));
    const Document name("{\n\""s + bytes.toStdString() + "\":1}");
    QCOMPARE(int(name.error().code), int(Code::InvalidUtf8));
    QCOMPARE(name.error().position, (Position{2, 2 + first}));
    if (first == 0) {
        const Document after("1"s + bytes.toStdString());
        QCOMPARE(int(after.error().code), int(Code::InvalidUtf8));
        QCOMPARE(after.error().position, (Position{1, 2}));
    }
    QVERIFY(!isValidUtf8(value.text()));
    QCOMPARE(firstInvalidUtf8(value.text()), value.error().offset);
}

void TestEncoding::theFirstFaultIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("column");
    QTest::newRow("a fault before a bad byte")
        << QByteArray("[x,\"\xFF\"]") << int(Code::UnexpectedCharacter) << 2;
    QTest::newRow("a bad byte before a fault") << QByteArray("[\"\xFF\",x]") << int(Code::InvalidUtf8) << 3;
    QTest::newRow("a bad byte where a value must stand")
        << QByteArray("[\xFF]") << int(Code::InvalidUtf8) << 2;
    QTest::newRow("a bad byte after a backslash") << QByteArray("\"\\\xFF\"") << int(Code::InvalidUtf8) << 3;
    QTest::newRow("a bad byte in an unclosed string") << QByteArray("\"\xC5") << int(Code::InvalidUtf8) << 2;
    QTest::newRow("a lone surrogate before a bad byte")
        << QByteArray("\"\\uD800\xFF\"") << int(Code::LoneSurrogate) << 2;
}

void TestEncoding::theFirstFaultIsTold()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, column);
    const Document document(text.toStdString());
    QVERIFY(!document.isValid());
    QCOMPARE(int(document.error().code), code);
    QCOMPARE(int(document.error().position.column), column);
}

void TestEncoding::otherEncodingsAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("encoding");
    const QString utf16 = QStringLiteral("UTF-16");
    const QString utf32 = QStringLiteral("UTF-32");
    const QByteArray object = "{\"a\": 1}";
    QTest::newRow("UTF-16, little, marked") << inUtf16(object, false, true) << utf16;
    QTest::newRow("UTF-16, big, marked") << inUtf16(object, true, true) << utf16;
    QTest::newRow("UTF-16, little") << inUtf16(object, false, false) << utf16;
    QTest::newRow("UTF-16, big") << inUtf16(object, true, false) << utf16;
    QTest::newRow("UTF-32, little, marked") << inUtf32(object, false, true) << utf32;
    QTest::newRow("UTF-32, big, marked") << inUtf32(object, true, true) << utf32;
    QTest::newRow("UTF-32, little") << inUtf32(object, false, false) << utf32;
    QTest::newRow("UTF-32, big") << inUtf32(object, true, false) << utf32;
    QTest::newRow("UTF-16, one digit") << inUtf16("1", false, false) << utf16;
    QTest::newRow("UTF-16, big, one digit") << inUtf16("1", true, false) << utf16;
    QTest::newRow("UTF-32, one digit") << inUtf32("1", false, false) << utf32;
    QTest::newRow("UTF-16, a mark alone") << inUtf16("", false, true) << utf16;
    QTest::newRow("UTF-16, white space first") << inUtf16("\n[]", false, false) << utf16;
    QTest::newRow("UTF-16, a string of other letters") << QByteArray("\"\0\x5F\x01\x1F\x01\"\0", 8) << utf16;
}

void TestEncoding::otherEncodingsAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, encoding);
    const Document document(text.toStdString());
    QVERIFY(!document.isValid());
    QCOMPARE(int(document.error().code), int(Code::WrongEncoding));
    QCOMPARE(document.error().position, (Position{1, 1}));
    QVERIFY2(document.error().message.contains(encoding), qPrintable(document.error().message));
}

void TestEncoding::byteOrderMarkIsPassedOver()
{
    const Document document("\xEF\xBB\xBF {\"a\":1}");
    QVERIFY(document.isValid());
    QVERIFY(document.index().hasByteOrderMark());
    QCOMPARE(document.root().begin(), std::size_t(4));
    QCOMPARE(document.text(), std::string("\xEF\xBB\xBF {\"a\":1}"));
    QVERIFY(!Document("{}").index().hasByteOrderMark());
}

void TestEncoding::byteOrderMarkCountsNoColumn()
{
    const Document document("\xEF\xBB\xBF[x]");
    QCOMPARE(document.error().position, (Position{1, 2}));
}

void TestEncoding::byteOrderMarkAlone()
{
    const Document document("\xEF\xBB\xBF");
    QVERIFY(!document.isValid());
    QCOMPARE(int(document.error().code), int(Code::Empty));
    QCOMPARE(document.error().position, (Position{1, 1}));
}

void TestEncoding::aByteOrderMarkIsPassedOverOnce()
{
    const Document document("\xEF\xBB\xBF\xEF\xBB\xBF[]");
    QVERIFY(!document.isValid());
    QCOMPARE(int(document.error().code), int(Code::UnexpectedCharacter));
    QCOMPARE(document.error().position, (Position{1, 1}));
}

void TestEncoding::checkedTextIsNotCheckedAgain()
{
    Index index;
    QVERIFY(!index.parse("\"\xFF\""));
    QVERIFY(index.parse("\"\xFF\"", {}, true));
    QVERIFY(index.parse("\"ş\"", {}, true));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
