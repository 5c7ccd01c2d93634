// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;
using Code = ParseErrorCode;
Q_DECLARE_METATYPE(designer::json::ParseErrorCode)

/// What RFC 8259 takes for a JSON text and what it does not, row by row; each refused text with the
/// place at which a person finds the fault.
class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void accepts_data();
    void accepts();
    void rejects_data();
    void rejects();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void everyControlCharacterIsRefusedInStrings();
    void everyOtherEscapeIsRefused();
    void everyPrefixOfAValidTextEndsTooEarly();

private:
    static void acceptsStructure();
    static void acceptsScalars();
    static void acceptsStrings();
    static void rejectsStructure();
    static void rejectsWords();
    static void rejectsNumbers();
    static void rejectsStrings();
    static void rejectsOnLaterLines();
};

namespace {

void accept(const char *name, const QByteArray &text)
{
    QTest::newRow(name) << text;
}

void reject(const char *name, const QByteArray &text, Code code, int line, int column)
{
    QTest::newRow(name) << text << code << line << column;
}

} // namespace

void TestConformance::acceptsStructure()
{
    accept("an empty object", "{}");
    accept("an empty array", "[]");
    accept("blanks in an empty object", "{ }");
    accept("blanks in an empty array", "[ \t ]");
    accept("an array in an array", "[[]]");
    accept("an object in an array", "[{}]");
    accept("an array in an object", "{\"a\":[]}");
    accept("objects in objects", "{\"a\":{\"b\":{}}}");
    accept("elements", "[1,2,3]");
    accept("elements of every kind", "[1,\"a\",true,false,null,[],{}]");
    accept("members", "{\"a\":1,\"b\":2}");
    accept("an empty name", "{\"\":0}");
    accept("a name of blanks", "{\" \":0}");
    accept("names that are equal", "{\"a\":1,\"a\":2}");
    accept("names that are equal but for an escape", "{\"a\":1,\"\\u0061\":2}");
    accept("the four kinds of white space before", " \t\r\n1");
    accept("the four kinds of white space after", "1 \t\r\n");
    accept("white space around every token", " { \"a\" : [ 1 , 2 ] , \"b\" : null } ");
    accept("line ends around every token", "\n{\n\"a\"\n:\n[\n1\n,\n2\n]\n}\n");
    accept("CR LF line ends", "[\r\n1,\r\n2\r\n]\r\n");
    accept("lone CR line ends", "[\r1,\r2\r]\r");
    accept("tabs", "[\t1,\t2\t]");
}

void TestConformance::acceptsScalars()
{
    accept("true alone", "true");
    accept("false alone", "false");
    accept("null alone", "null");
    accept("a string alone", "\"a\"");
    accept("an empty string alone", "\"\"");
    accept("zero", "0");
    accept("minus zero", "-0");
    accept("one digit", "7");
    accept("digits", "1234567890");
    accept("a negative number", "-12");
    accept("a fraction", "0.5");
    accept("a fraction with zeros", "1299.90");
    accept("a fraction that begins with zeros", "0.0001");
    accept("a negative fraction", "-0.5");
    accept("minus zero with a fraction", "-0.0");
    accept("an exponent", "1e2");
    accept("a capital exponent", "1E2");
    accept("an exponent with plus", "1e+2");
    accept("an exponent with minus", "1e-2");
    accept("an exponent of zero", "1e0");
    accept("an exponent with leading zeros", "1e0007");
    accept("zero with an exponent", "0e1");
    accept("minus zero with an exponent", "-0e-1");
    accept("a fraction with an exponent", "12.50E-07");
    accept("40 digits", QByteArray(40, '9'));
    accept("10,000 digits", QByteArray(10000, '8'));
    accept("10,000 decimals", "0." + QByteArray(10000, '3'));
    accept("a number beyond every double", "1e999999999999");
    accept("a number closer to zero than every double", "-1e-999999999999");
    accept("numbers in an array", "[0,-1,2.5,3e4]");
    accept("a number before a closing bracket", "[1]");
    accept("a number before a closing brace", "{\"a\":1}");
    accept("a number before white space", "[1 \n]");
}

void TestConformance::acceptsStrings()
{
    accept("every short escape", R"("\"\\\/\b\f\n\r\t")");
    accept("a slash without an escape", R"("a/b")");
    accept("an apostrophe", R"("it's")");
    accept("an escape of four digits", R"("\u0041")");
    accept("hexadecimal digits in both cases", R"("\uabCD\uEf01")");
    accept("an escaped NUL", R"("\u0000")");
    accept("escaped control characters", R"("\u0001\u001f\u007F")");
    accept("an escaped quote by its number", R"("\u0022")");
    accept("an escaped backslash by its number", R"("\u005C")");
    accept("a backslash before the closing quote", R"("a\\")");
    accept("two backslashes and an n", R"("\\n")");
    accept("a surrogate pair", R"("\uD83D\uDE00")");
    accept("a surrogate pair in lower case", R"("\ud83d\ude00")");
    accept("the first surrogate pair", R"("\uD800\uDC00")");
    accept("the last surrogate pair", R"("\uDBFF\uDFFF")");
    accept("two surrogate pairs", R"("\uD83D\uDE00\uD83D\uDE01")");
    accept("the code points around the surrogates", R"("\uD7FF\uE000")");
    accept("an escaped backslash before uD800", R"("\\uD800")");
    accept("escaped code points that are no characters", R"("\uFFFE\uFFFF\uFDD0")");
    accept("an escaped byte order mark", R"("\uFEFF")");
    accept("a byte order mark inside a string", "\"\xEF\xBB\xBF\"");
    accept("letters of two bytes", "\"şehir\"");
    accept("letters of three bytes", "\"価格\"");
    accept("an emoji", "\"\xF0\x9F\x98\x80\"");
    accept("a combining mark alone", "\"\xCC\x81\"");
    accept("DEL", "\"\x7F\"");
    accept("U+0080", "\"\xC2\x80\"");
    accept("U+2028 and U+2029", "\"\xE2\x80\xA8\xE2\x80\xA9\"");
    accept("a no-break space in a string", "\"\xC2\xA0\"");
    accept("U+FFFF", "\"\xEF\xBF\xBF\"");
    accept("U+10FFFF", "\"\xF4\x8F\xBF\xBF\"");
    accept("brackets and commas in a string", R"("[1,{\"a\":2},]")");
    accept("a name with escapes", R"({"\u0061\n\"":1})");
    accept("a name of letters of two bytes", "{\"ş\":1}");
    accept("a string of 100,000 bytes", '"' + QByteArray(100000, 'x') + '"');
}

void TestConformance::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    acceptsStructure();
    acceptsScalars();
    acceptsStrings();
}

void TestConformance::accepts()
{
    QFETCH(QByteArray, text);
    const Document document(text.toStdString());
    QVERIFY2(document.isValid(), qPrintable(document.error().message));
    QCOMPARE(document.text(), text.toStdString());
    QCOMPARE(document.root().raw(), std::string_view(text.trimmed().toStdString()));
}

void TestConformance::rejectsStructure()
{
    reject("nothing", "", Code::Empty, 1, 1);
    reject("white space alone", " \t ", Code::Empty, 1, 4);
    reject("line ends alone", "\n\r\n\r", Code::Empty, 4, 1);
    reject("two values", "1 2", Code::TrailingText, 1, 3);
    reject("two objects", "{}{}", Code::TrailingText, 1, 3);
    reject("a comma after the text", "{},", Code::TrailingText, 1, 3);
    reject("a bracket too many", "[]]", Code::TrailingText, 1, 3);
    reject("a brace too many", "{}}", Code::TrailingText, 1, 3);
    reject("a word after the text", "[] x", Code::TrailingText, 1, 4);
    reject("a NUL after the text", QByteArray("[]\0", 3), Code::TrailingText, 1, 3);
    reject("a hash after the text", "1#", Code::TrailingText, 1, 2);
    reject("a closing bracket alone", "]", Code::UnexpectedCharacter, 1, 1);
    reject("a closing brace alone", "}", Code::UnexpectedCharacter, 1, 1);
    reject("a comma alone", ",", Code::UnexpectedCharacter, 1, 1);
    reject("a colon alone", ":", Code::UnexpectedCharacter, 1, 1);
    reject("an array that is not closed", "[", Code::UnexpectedEnd, 1, 2);
    reject("an object that is not closed", "{", Code::UnexpectedEnd, 1, 2);
    reject("an array that ends after an element", "[1", Code::UnexpectedEnd, 1, 3);
    reject("an array that ends after a comma", "[1,", Code::UnexpectedEnd, 1, 4);
    reject("an array that ends after white space", "[1, ", Code::UnexpectedEnd, 1, 5);
    reject("an object that ends after a name", "{\"a\"", Code::UnexpectedEnd, 1, 5);
    reject("an object that ends after a colon", "{\"a\":", Code::UnexpectedEnd, 1, 6);
    reject("an object that ends after a member", "{\"a\":1", Code::UnexpectedEnd, 1, 7);
    reject("an object that ends after a comma", "{\"a\":1,", Code::UnexpectedEnd, 1, 8);
    reject("an array closed by a brace", "[1}", Code::UnexpectedCharacter, 1, 3);
    reject("an object closed by a bracket", "{\"a\":1]", Code::UnexpectedCharacter, 1, 7);
    reject("a comma before the closing bracket", "[1,]", Code::TrailingComma, 1, 4);
    reject("a comma before the closing brace", "{\"a\":1,}", Code::TrailingComma, 1, 8);
    reject("a comma and blanks before the closing brace", "{\"a\":1, }", Code::TrailingComma, 1, 9);
    reject("two commas", "[1,,2]", Code::UnexpectedCharacter, 1, 4);
    reject("two commas in an object", "{\"a\":1,,\"b\":2}", Code::UnexpectedCharacter, 1, 8);
    reject("a comma first", "[,1]", Code::UnexpectedCharacter, 1, 2);
    reject("a comma first in an object", "{,\"a\":1}", Code::UnexpectedCharacter, 1, 2);
    reject("a comma alone in an array", "[,]", Code::UnexpectedCharacter, 1, 2);
    reject("no comma between elements", "[1 2]", Code::MissingComma, 1, 3);
    reject("no comma between strings", "[\"a\" \"b\"]", Code::MissingComma, 1, 5);
    reject("no comma between members", "{\"a\":1 \"b\":2}", Code::MissingComma, 1, 7);
    reject("a member without a value", "{\"a\":}", Code::UnexpectedCharacter, 1, 6);
    reject("a member without a colon", "{\"a\" 1}", Code::UnexpectedCharacter, 1, 6);
    reject("a name alone", "{\"a\"}", Code::UnexpectedCharacter, 1, 5);
    reject("two colons", "{\"a\"::1}", Code::UnexpectedCharacter, 1, 6);
    reject("an equals sign for the colon", "{\"a\"=1}", Code::UnexpectedCharacter, 1, 5);
    reject("a member in an array", "[\"a\":1]", Code::UnexpectedCharacter, 1, 5);
    reject("an element in an object", "{1}", Code::UnexpectedCharacter, 1, 2);
    reject("a name without quotes", "{a:1}", Code::UnexpectedCharacter, 1, 2);
    reject("a number for a name", "{1:1}", Code::UnexpectedCharacter, 1, 2);
    reject("null for a name", "{null:1}", Code::UnexpectedCharacter, 1, 2);
    reject("an object for a name", "{{}:1}", Code::UnexpectedCharacter, 1, 2);
    reject("a name in single quotes", "{'a':1}", Code::UnexpectedCharacter, 1, 2);
    reject("a line comment", "[1] // one", Code::TrailingText, 1, 5);
    reject("a line comment inside", "[ // one", Code::UnexpectedCharacter, 1, 3);
    reject("a block comment before", "/* a */ 1", Code::UnexpectedCharacter, 1, 1);
    reject("a block comment inside", "[1, /* two */ 2]", Code::UnexpectedCharacter, 1, 5);
    reject("a hash comment", "# a\n1", Code::UnexpectedCharacter, 1, 1);
    reject("a form feed for white space", "[\f1]", Code::UnexpectedCharacter, 1, 2);
    reject("a vertical tab for white space", "[1\v]", Code::UnexpectedCharacter, 1, 3);
    reject("a no-break space for white space",
           "[\xC2\xA0"
           "1]",
           Code::UnexpectedCharacter, 1, 2);
    reject("U+2028 for white space", "[1\xE2\x80\xA8]", Code::UnexpectedCharacter, 1, 3);
    reject("U+3000 for white space", "\xE3\x80\x80[]", Code::UnexpectedCharacter, 1, 1);
    reject("a byte order mark inside", "[\xEF\xBB\xBF]", Code::UnexpectedCharacter, 1, 2);
    reject("a byte order mark at the end", "[]\xEF\xBB\xBF", Code::TrailingText, 1, 3);
    reject("a NUL first", QByteArray("\0\0", 2), Code::UnexpectedCharacter, 1, 1);
    reject("an ellipsis", "[1,...]", Code::UnexpectedCharacter, 1, 4);
}

void TestConformance::rejectsWords()
{
    reject("True", "True", Code::UnexpectedCharacter, 1, 1);
    reject("TRUE", "[TRUE]", Code::UnexpectedCharacter, 1, 2);
    reject("NULL", "NULL", Code::UnexpectedCharacter, 1, 1);
    reject("a capital inside true", "tRue", Code::BadLiteral, 1, 2);
    reject("tru", "[tru]", Code::BadLiteral, 1, 5);
    reject("nul", "{\"a\":nul}", Code::BadLiteral, 1, 9);
    reject("nil", "nil", Code::BadLiteral, 1, 2);
    reject("fals at the end", "fals", Code::UnexpectedEnd, 1, 5);
    reject("truee", "truee", Code::TrailingText, 1, 5);
    reject("nullx in an array", "[nullx]", Code::UnexpectedCharacter, 1, 6);
    reject("true false", "true false", Code::TrailingText, 1, 6);
    reject("undefined", "undefined", Code::UnexpectedCharacter, 1, 1);
    reject("NaN", "NaN", Code::UnexpectedCharacter, 1, 1);
    reject("nan", "nan", Code::BadLiteral, 1, 2);
    reject("Infinity", "[Infinity]", Code::UnexpectedCharacter, 1, 2);
    reject("a bare word", "hello", Code::UnexpectedCharacter, 1, 1);
    reject("a bare placeholder", "{\"a\":##b##}", Code::UnexpectedCharacter, 1, 6);
}

void TestConformance::rejectsNumbers()
{
    reject("minus infinity", "-Infinity", Code::BadNumber, 1, 2);
    reject("minus NaN", "[-NaN]", Code::BadNumber, 1, 3);
    reject("a minus sign at the end", "-", Code::UnexpectedEnd, 1, 2);
    reject("a minus sign alone", "[-]", Code::BadNumber, 1, 3);
    reject("two minus signs", "--1", Code::BadNumber, 1, 2);
    reject("a minus sign and a blank", "- 1", Code::BadNumber, 1, 2);
    reject("a plus sign", "+1", Code::UnexpectedCharacter, 1, 1);
    reject("a leading zero", "01", Code::BadNumber, 1, 2);
    reject("two zeros", "[00]", Code::BadNumber, 1, 3);
    reject("a leading zero after a minus sign", "-012", Code::BadNumber, 1, 3);
    reject("a leading zero before a fraction", "00.5", Code::BadNumber, 1, 2);
    reject("no digit before the point", ".5", Code::UnexpectedCharacter, 1, 1);
    reject("no digit before the point, negative", "-.5", Code::BadNumber, 1, 2);
    reject("no digit after the point", "[1.]", Code::BadNumber, 1, 4);
    reject("no digit after the point, at the end", "1.", Code::UnexpectedEnd, 1, 3);
    reject("an exponent after the point", "1.e2", Code::BadNumber, 1, 3);
    reject("two points", "1.2.3", Code::TrailingText, 1, 4);
    reject("two points in an array", "[1.2.3]", Code::UnexpectedCharacter, 1, 5);
    reject("a decimal comma", "1,5", Code::TrailingText, 1, 2);
    reject("an exponent without digits", "[1e]", Code::BadNumber, 1, 4);
    reject("an exponent without digits, at the end", "1E", Code::UnexpectedEnd, 1, 3);
    reject("an exponent with a sign alone", "[1e+]", Code::BadNumber, 1, 5);
    reject("an exponent with a sign alone, at the end", "1e-", Code::UnexpectedEnd, 1, 4);
    reject("an exponent with two signs", "1e+-2", Code::BadNumber, 1, 4);
    reject("an exponent with a point", "[1e2.5]", Code::UnexpectedCharacter, 1, 5);
    reject("two exponents", "1e2e3", Code::TrailingText, 1, 4);
    reject("a hexadecimal number", "0x1F", Code::TrailingText, 1, 2);
    reject("a hexadecimal number in an array", "[0x1F]", Code::UnexpectedCharacter, 1, 3);
    reject("an octal number", "[0o17]", Code::UnexpectedCharacter, 1, 3);
    reject("an underscore between digits", "1_000", Code::TrailingText, 1, 2);
    reject("a letter after a number", "[12a]", Code::UnexpectedCharacter, 1, 4);
    reject("a long suffix", "1n", Code::TrailingText, 1, 2);
    reject("a currency sign",
           "[\xE2\x82\xBA"
           "5]",
           Code::UnexpectedCharacter, 1, 2);
    reject("a digit that is not ASCII", "[\xD9\xA1]", Code::UnexpectedCharacter, 1, 2);
    reject("a full-width digit after a digit", "[1\xEF\xBC\x91]", Code::UnexpectedCharacter, 1, 3);
    reject("a minus sign that is not ASCII",
           "\xE2\x88\x92"
           "1",
           Code::UnexpectedCharacter, 1, 1);
}

void TestConformance::rejectsStrings()
{
    reject("a string that is not closed", "\"abc", Code::UnexpectedEnd, 1, 5);
    reject("a quote alone", "\"", Code::UnexpectedEnd, 1, 2);
    reject("a string closed by an escaped quote", R"("a\")", Code::UnexpectedEnd, 1, 5);
    reject("a string that ends in a backslash", "\"a\\", Code::UnexpectedEnd, 1, 4);
    reject("single quotes", "'a'", Code::UnexpectedCharacter, 1, 1);
    reject("backticks", "`a`", Code::UnexpectedCharacter, 1, 1);
    reject("curly quotes",
           "[\xE2\x80\x9C"
           "a\xE2\x80\x9D]",
           Code::UnexpectedCharacter, 1, 2);
    reject("a line feed in a string", "\"a\nb\"", Code::ControlCharacter, 1, 3);
    reject("a carriage return in a string", "\"a\rb\"", Code::ControlCharacter, 1, 3);
    reject("a tab in a string", "[\"\t\"]", Code::ControlCharacter, 1, 3);
    reject("a NUL in a string", QByteArray("\"a\0b\"", 5), Code::ControlCharacter, 1, 3);
    reject("a control character in a name", "{\"a\x1F\":1}", Code::ControlCharacter, 1, 4);
    reject("a control character after 40 letters", '"' + QByteArray(40, 'x') + "\x01\"",
           Code::ControlCharacter, 1, 42);
    reject("a control character after letters of two bytes", "\"şşş\x02\"", Code::ControlCharacter, 1, 5);
    reject("an escaped a", R"("\a")", Code::BadEscape, 1, 3);
    reject("an escaped apostrophe", R"("it\'s")", Code::BadEscape, 1, 5);
    reject("an escaped x", R"("\x41")", Code::BadEscape, 1, 3);
    reject("an escaped capital U", R"("\U0041")", Code::BadEscape, 1, 3);
    reject("an escaped digit", R"("\0")", Code::BadEscape, 1, 3);
    reject("an escaped blank", R"("\ ")", Code::BadEscape, 1, 3);
    reject("an escaped line end", "\"\\\n\"", Code::BadEscape, 1, 3);
    reject("an escaped NUL byte", QByteArray("\"\\\0\"", 4), Code::BadEscape, 1, 3);
    reject("an escaped letter of two bytes", "\"\\ş\"", Code::BadEscape, 1, 3);
    reject("no digits", R"("\u")", Code::BadEscape, 1, 4);
    reject("one digit", R"("\u1")", Code::BadEscape, 1, 5);
    reject("three digits", R"("\u123")", Code::BadEscape, 1, 7);
    reject("three digits and a letter", R"("\u123g")", Code::BadEscape, 1, 7);
    reject("a letter past f first", R"("\uG000")", Code::BadEscape, 1, 4);
    reject("a sign for a digit", R"("\u+041")", Code::BadEscape, 1, 4);
    reject("a blank for a digit", R"("\u 041")", Code::BadEscape, 1, 4);
    reject("braces around the digits", R"("\u{41}")", Code::BadEscape, 1, 4);
    reject("characters just beside the digits", R"("\u00:0")", Code::BadEscape, 1, 6);
    reject("a character just before A", R"("\u00@0")", Code::BadEscape, 1, 6);
    reject("a character just before a", R"("\u00`0")", Code::BadEscape, 1, 6);
    reject("an escape cut by the end", R"("\u00)", Code::UnexpectedEnd, 1, 6);
    reject("a high surrogate alone", R"("\uD83D")", Code::LoneSurrogate, 1, 2);
    reject("a high surrogate and a letter", R"("a\uD83Db")", Code::LoneSurrogate, 1, 3);
    reject("a high surrogate and a short escape", R"("\uDBFF\n")", Code::LoneSurrogate, 1, 2);
    reject("a high surrogate and another escape", R"("\uD800\u0041")", Code::LoneSurrogate, 1, 2);
    reject("two high surrogates", R"("\uD800\uD800")", Code::LoneSurrogate, 1, 2);
    reject("a high surrogate and a private character", R"("\uD800\uE000")", Code::LoneSurrogate, 1, 2);
    reject("a low surrogate alone", R"("\uDE00")", Code::LoneSurrogate, 1, 2);
    reject("surrogates the wrong way round", R"("\uDE00\uD83D")", Code::LoneSurrogate, 1, 2);
    reject("a low surrogate after a pair", R"("\uD83D\uDE00\uDE00")", Code::LoneSurrogate, 1, 14);
    reject("the last low surrogate", R"("\udfff")", Code::LoneSurrogate, 1, 2);
    reject("a lone surrogate in a name", R"({"\uD800":1})", Code::LoneSurrogate, 1, 3);
    reject("half a pair in hexadecimal that is none", R"("\uD83D\uDZ00")", Code::BadEscape, 1, 11);
    reject("half a pair that no more can be one", R"("\uD83D\u00ZZ")", Code::LoneSurrogate, 1, 2);
    reject("a pair cut by the end after its first half", R"("\uD83D)", Code::UnexpectedEnd, 1, 8);
    reject("a pair cut by the end in its second half", R"("\uD83D\uDE)", Code::UnexpectedEnd, 1, 12);
}

void TestConformance::rejectsOnLaterLines()
{
    reject("after LF", "{\n  \"a\": x\n}", Code::UnexpectedCharacter, 2, 8);
    reject("after CR LF", "{\r\n  \"a\": x\r\n}", Code::UnexpectedCharacter, 2, 8);
    reject("after a lone CR", "{\r  \"a\": x\r}", Code::UnexpectedCharacter, 2, 8);
    reject("after every kind of line end", "[\n\r\n\r\n\r\rx]", Code::UnexpectedCharacter, 6, 1);
    reject("a column in code points", "[\"şğ\xF0\x9F\x98\x80\", x]", Code::UnexpectedCharacter, 1, 9);
    reject("a combining mark is a code point", "[\"e\xCC\x81\",x]", Code::UnexpectedCharacter, 1, 7);
    reject("a tab is one column", "[\t\tx]", Code::UnexpectedCharacter, 1, 4);
    reject("U+2028 in a string ends no line", "[\"\xE2\x80\xA8\",x]", Code::UnexpectedCharacter, 1, 6);
    reject("the end after LF", "[1,\n", Code::UnexpectedEnd, 2, 1);
    reject("the end after CR LF", "[1,\r\n", Code::UnexpectedEnd, 2, 1);
    reject("the end after CR", "[1,\r", Code::UnexpectedEnd, 2, 1);
    reject("the end after letters of two bytes", "{\"ş\":\"ğ", Code::UnexpectedEnd, 1, 8);
    reject("no comma at a line's end", "{\n\"a\": 1 \r\n\n\"b\": 2\n}", Code::MissingComma, 2, 7);
    reject("a comma on a line of its own", "{\n\"a\": 1,\n}\n", Code::TrailingComma, 3, 1);
    reject("text after the last line", "[]\n\nx", Code::TrailingText, 3, 1);
    reject("a lone surrogate on the third line", "[\n1,\n \"\\uD800\"]", Code::LoneSurrogate, 3, 3);
}

void TestConformance::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ParseErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    rejectsStructure();
    rejectsWords();
    rejectsNumbers();
    rejectsStrings();
    rejectsOnLaterLines();
}

void TestConformance::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(ParseErrorCode, code);
    QFETCH(int, line);
    QFETCH(int, column);
    const Document document(text.toStdString());
    QVERIFY(!document.isValid());
    const ParseError &error = document.error();
    QCOMPARE(int(error.code), int(code));
    QCOMPARE(int(error.position.line), line);
    QCOMPARE(int(error.position.column), column);
    QCOMPARE(positionAt(text.toStdString(), error.offset), error.position);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!error.message.contains(QLatin1Char('\n')));
    QVERIFY(document.index().empty());
    QVERIFY(!document.root());
    QCOMPARE(document.text(), text.toStdString());
}

void TestConformance::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &text, const char *words) {
        QTest::newRow(name) << text << QString::fromUtf8(words);
    };
    row("between members", "{\n  \"a\": 1\n\n  \"b\": 2\n}", "a comma is missing at the end of line 2");
    row("after an object", "{\r\n \"a\": {\r\n },\r\n \"b\": {\r\n }\r\n \"c\": 1}",
        "a comma is missing at the end of line 5");
    row("between elements", "[\n true\n null]", "a comma is missing at the end of line 2");
    row("before a placeholder", "[\n 1\n ##a##]", "a comma is missing at the end of line 2");
    row("on one line", R"({"a":1 "b":2})", "a comma is missing before “\"”");
    row("a letter after \\u", R"(["\u12xy"])", "four digits (0 to 9, a to f) follow \\u, and “x” is none");
    row("a letter after a backslash", R"(["\x"])", "“x” cannot follow a backslash here");
    row("a letter after a backslash, after \\u", R"(["\u00e9\x"])", "“x” cannot follow a backslash here");
    row("between numbers", "[1 2]", "a comma is missing before “2”");
    row("a colon, not a comma", R"({"a" 1})", "“1” cannot stand here");
    row("a name without quotes after a value", R"({"a":1 b:2})", "“b” cannot stand here");
    row("another bracket", R"({"a":1])", "“]” cannot stand here");
    row("a quote at a line's end", "{\"a\": \"b,\n \"c\": 1}",
        "a quote is missing: text in quotes cannot go on in another line");
    row("a quote before a carriage return", "[\"a\r\n]",
        "a quote is missing: text in quotes cannot go on in another line");
    row("a tab in quotes", "[\"\t\"]",
        "a line break or control character (U+0009) cannot stand inside quotes");
}

void TestConformance::saysWhatIsMissing()
{
    QFETCH(QByteArray, text);
    const auto placeholder
        = [](std::string_view rest) { return rest.starts_with("##a##") ? std::size_t{5} : std::size_t{0}; };
    const Document document(text.toStdString(), {placeholder});
    QVERIFY(!document.isValid());
    QTEST(document.error().message, "words");
}

void TestConformance::everyControlCharacterIsRefusedInStrings()
{
    for (char c = 0; c < 0x20; ++c) {
        const std::string text = std::string("\"a") + c + '"';
        const Document document(text);
        QVERIFY2(!document.isValid(), qPrintable(QString::number(c)));
        QCOMPARE(int(document.error().code), int(Code::ControlCharacter));
        QCOMPARE(document.error().offset, std::size_t(2));
    }
}

void TestConformance::everyOtherEscapeIsRefused()
{
    const std::string_view known = "\"\\/bfnrtu";
    for (int c = 1; c < 0x80; ++c) {
        const char escape = static_cast<char>(c);
        const std::string text = std::string("\"\\") + escape + "0000\"";
        const bool valid = Document(text).isValid();
        QCOMPARE(valid, known.find(escape) != std::string_view::npos);
    }
}

void TestConformance::everyPrefixOfAValidTextEndsTooEarly()
{
    const std::string whole = R"({"a":[1.5e-3,true,null,"\u00e9\uD83D\uDE00x"],"b":{"c":false},"d":-0})";
    QVERIFY(Document(whole).isValid());
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const Document document(whole.substr(0, length));
        QVERIFY2(!document.isValid(), document.text().c_str());
        QCOMPARE(int(document.error().code), int(Code::UnexpectedEnd));
        QCOMPARE(document.error().offset, length);
    }
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
