// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"
#include "json/places.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace designer::json;

/// Values, documents and positions.
class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void kinds_data();
    void kinds();
    void noValueAnswersNothing();
    void text();
    void find();
    void elementsAndMembers();
    void parents();
    void valueAt_data();
    void valueAt();
    void positionAt_data();
    void positionAt();
    void placesOfALongTextAgree();
    void placesAreThoseOfTheTextAtHand();
    void copiesShareTheText();
    void noDocument();
    void isReadFromSeveralThreads();
};

void TestValue::kinds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::newRow("null") << QByteArray("null") << int(Kind::Null);
    QTest::newRow("false") << QByteArray("false") << int(Kind::False);
    QTest::newRow("true") << QByteArray("true") << int(Kind::True);
    QTest::newRow("number") << QByteArray("-0.50") << int(Kind::Number);
    QTest::newRow("string") << QByteArray("\"a\"") << int(Kind::String);
    QTest::newRow("array") << QByteArray("[ ]") << int(Kind::Array);
    QTest::newRow("object") << QByteArray("{ }") << int(Kind::Object);
}

void TestValue::kinds()
{
    QFETCH(QByteArray, json);
    QFETCH(int, kind);
    const Document document(' ' + json.toStdString() + '\n');
    const Value value = document.root();
    QVERIFY(bool(value));
    QCOMPARE(int(value.kind()), kind);
    QCOMPARE(value.isNull(), kind == int(Kind::Null));
    QCOMPARE(value.isTrue(), kind == int(Kind::True));
    QCOMPARE(value.isBool(), kind == int(Kind::True) || kind == int(Kind::False));
    QCOMPARE(value.isNumber(), kind == int(Kind::Number));
    QCOMPARE(value.isString(), kind == int(Kind::String));
    QCOMPARE(value.isArray(), kind == int(Kind::Array));
    QCOMPARE(value.isObject(), kind == int(Kind::Object));
    QCOMPARE(value.isContainer(), value.isArray() || value.isObject());
    QCOMPARE(value.raw(), std::string_view(json.constData()));
    QCOMPARE(value.begin(), std::size_t(1));
    QCOMPARE(value.end(), std::size_t(1 + json.size()));
    QCOMPARE(value.position(), (Position{1, 2}));
}

void TestValue::noValueAnswersNothing()
{
    const Value none;
    QVERIFY(!none);
    QVERIFY(!none.isNull());
    QVERIFY(!none.isObject());
    QCOMPARE(none.raw(), std::string_view());
    QCOMPARE(none.text(), std::string());
    QCOMPARE(none.size(), std::size_t(0));
    QVERIFY(!none.find("a"));
    QVERIFY(!none.at(0));
    QVERIFY(!none.parent());
    QVERIFY(none.elements().begin() == none.elements().end());
    QVERIFY(none.members().begin() == none.members().end());
    QVERIFY(none.find("a").at(3).find("b") == none);
}

void TestValue::text()
{
    const Document document(
        R"(["plain","a\"\\\/\b\f\n\r\tb","\u0041\u015f\uD83D\uDE00","\u0000x",1299.90,true,[1, 2]])");
    const Value root = document.root();
    QCOMPARE(root.at(0).text(), std::string("plain"));
    QCOMPARE(root.at(1).text(), std::string("a\"\\/\b\f\n\r\tb"));
    QCOMPARE(root.at(2).text(), std::string("Aş\xF0\x9F\x98\x80"));
    QCOMPARE(root.at(3).text(), std::string("\0x", 2));
    QCOMPARE(root.at(4).text(), std::string("1299.90"));
    QCOMPARE(root.at(5).text(), std::string("true"));
    QCOMPARE(root.at(6).text(), std::string("[1, 2]"));
}

void TestValue::find()
{
    const Document document(R"({"a":1,"b":null,"a":2,"\u0063":3,"c\\":4,"\"":5,"":6})");
    const Value root = document.root();
    QCOMPARE(root.find("a").raw(), std::string_view("2"));
    QVERIFY(root.find("b").isNull());
    QCOMPARE(root.find("c").raw(), std::string_view("3"));
    QCOMPARE(root.find("c\\").raw(), std::string_view("4"));
    QCOMPARE(root.find("\"").raw(), std::string_view("5"));
    QCOMPARE(root.find("").raw(), std::string_view("6"));
    QVERIFY(!root.find("\\u0063"));
    QVERIFY(!root.find("A"));
    QVERIFY(!root.find("a").find("a"));
    QVERIFY(!Document("[\"a\",1]").root().find("a"));
}

void TestValue::elementsAndMembers()
{
    const Document document(R"([[1,[2,3]],{"a":{"b":4},"a":[5]},"s"])");
    const Value root = document.root();
    QCOMPARE(root.size(), std::size_t(3));
    QCOMPARE(root.at(0).size(), std::size_t(2));
    QCOMPARE(root.at(1).size(), std::size_t(2));
    QCOMPARE(root.at(2).size(), std::size_t(0));
    QCOMPARE(root.at(0).at(1).at(1).raw(), std::string_view("3"));
    QVERIFY(!root.at(3));
    QVERIFY(!root.at(1).at(0));
    QStringList seen;
    for (const Value &element : root.elements())
        seen << QString::fromStdString(std::string(element.raw()));
    for (const Member &member : root.at(1).members())
        seen << QString::fromStdString(member.nameText() + '=' + std::string(member.value.raw()));
    QCOMPARE(seen.join(QLatin1Char('|')),
             QStringLiteral(R"([1,[2,3]]|{"a":{"b":4},"a":[5]}|"s"|a={"b":4}|a=[5])"));
    QVERIFY(root.members().begin() == root.members().end());
    QVERIFY(root.at(1).elements().begin() == root.at(1).elements().end());
}

void TestValue::parents()
{
    const Document document(R"({"a":[0,{"b":1}]})");
    const Value b = document.at("/a/1/b");
    QCOMPARE(b.parent(), document.at("/a/1"));
    QCOMPARE(b.parent().parent(), document.at("/a"));
    QCOMPARE(b.parent().parent().parent(), document.root());
    QVERIFY(!document.root().parent());
}

void TestValue::valueAt_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("pointer");
    // The text is ` {"ab": [10, "x"] } `.
    const auto row = [](const char *name, int offset, const char *pointer) {
        QTest::newRow(name) << offset << QByteArray(pointer);
    };
    row("before the text", 0, "none");
    row("the opening brace", 1, "");
    row("a name", 3, "");
    row("the colon", 6, "");
    row("the opening bracket", 8, "/ab");
    row("a number's first digit", 9, "/ab/0");
    row("a number's last digit", 10, "/ab/0");
    row("a comma", 11, "/ab");
    row("a quote", 13, "/ab/1");
    row("the closing quote", 15, "/ab/1");
    row("the closing bracket", 16, "/ab");
    row("white space", 17, "");
    row("the closing brace", 18, "");
    row("after the text", 19, "none");
    row("far beyond", 1000, "none");
}

void TestValue::valueAt()
{
    QFETCH(int, offset);
    QFETCH(QByteArray, pointer);
    const Document document(R"( {"ab": [10, "x"] } )");
    const Value value = document.valueAt(std::size_t(offset));
    QCOMPARE(value ? QByteArray::fromStdString(value.pointer()) : QByteArray("none"), pointer);
}

void TestValue::positionAt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const char *text, int offset, int line, int column) {
        QTest::newRow(name) << QByteArray(text) << offset << line << column;
    };
    row("the beginning", "abc", 0, 1, 1);
    row("of nothing", "", 0, 1, 1);
    row("past nothing", "", 5, 1, 1);
    row("inside a line", "abc", 2, 1, 3);
    row("the end", "abc", 3, 1, 4);
    row("past the end", "abc", 99, 1, 4);
    row("a line feed itself", "a\nb", 1, 1, 2);
    row("after a line feed", "a\nb", 2, 2, 1);
    row("after CR LF", "a\r\nb", 3, 2, 1);
    row("after CR", "a\rb", 2, 2, 1);
    row("after LF CR: two line ends", "a\n\rb", 3, 3, 1);
    row("after CR CR LF: two line ends", "a\r\r\nb", 4, 3, 1);
    row("after a line feed at the end", "a\n", 2, 2, 1);
    row("after CR at the end", "a\r", 2, 2, 1);
    row("after letters of two bytes", "şğx", 4, 1, 3);
    row("after letters of three bytes", "価x", 3, 1, 2);
    row("after an emoji", "\xF0\x9F\x98\x80x", 4, 1, 2);
    row("inside a letter", "aşb", 2, 1, 2);
    row("inside an emoji", "\xF0\x9F\x98\x80x", 3, 1, 1);
    row("after a combining mark", "e\xCC\x81x", 3, 1, 3);
    row("after bytes that are no UTF-8", "\xFF\xFEx", 2, 1, 3);
    row("after a cut letter", "\xC5", 1, 1, 2);
    row("after U+2028", "\xE2\x80\xA8x", 3, 1, 2);
    row("after a byte order mark", "\xEF\xBB\xBFx", 3, 1, 1);
    row("of a byte order mark", "\xEF\xBB\xBFx", 0, 1, 1);
    row("inside a byte order mark", "\xEF\xBB\xBFx", 1, 1, 1);
    row("after a byte order mark and a letter", "\xEF\xBB\xBFxy", 4, 1, 2);
}

void TestValue::positionAt()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    const Position position = designer::json::positionAt(text.toStdString(), std::size_t(offset));
    QCOMPARE(int(position.line), line);
    QCOMPARE(int(position.column), column);
}

void TestValue::placesOfALongTextAgree()
{
    // Long enough for places to be kept along the way, with characters across every such place.
    for (const std::string &mark : {std::string(), std::string("\xEF\xBB\xBF")}) {
        std::string text = mark + "[";
        for (int i = 0; i < 600; ++i)
            text += std::string(i % 7, 'x').insert(0, "\"ş\xF0\x9F\x98\x80 価") + "\",\r\n\r\n \t\r";
        const Document document(text + "0]");
        QVERIFY(document.isValid());
        const Places places(document.text());
        QCOMPARE(places.offsetAt({1, 999}), document.text().find('\n'));
        QCOMPARE(places.offsetAt({999'999, 1}), document.text().size());
        for (std::size_t offset = 0; offset <= document.text().size() + 2; ++offset) {
            if (document.positionAt(offset) != designer::json::positionAt(document.text(), offset))
                QFAIL(qPrintable(QString::number(offset)));
            const Position here = document.positionAt(offset);
            const bool beginsHere = offset == mark.size() || here != document.positionAt(offset - 1);
            if (offset >= mark.size() && offset <= text.size() && beginsHere)
                QCOMPARE(places.offsetAt(here), offset);
            offset += offset > 5000 ? 37 : 0;
        }
    }
}

void TestValue::placesAreThoseOfTheTextAtHand()
{
    const std::string lines = '[' + std::string(5000, '\n') + "1]";
    const std::string line = '[' + std::string(5000, ' ') + "1]";
    Index index;
    QVERIFY(index.parse(lines));
    QCOMPARE(index.positionAt(5001), (Position{5001, 1}));
    QVERIFY(index.parse(line));
    QCOMPARE(index.positionAt(5001), (Position{1, 5002}));
    QCOMPARE(Value(&index, 1).position(), (Position{1, 5002}));
    index.clear();
    QCOMPARE(index.positionAt(5001), (Position{1, 1}));
}

void TestValue::copiesShareTheText()
{
    Document copy;
    {
        const Document document(R"({"a":[1,2]})");
        copy = document;
        QCOMPARE(copy.text().data(), document.text().data());
    }
    QVERIFY(copy.isValid());
    QCOMPARE(copy.at("/a/1").raw(), std::string_view("2"));
    QCOMPARE(copy.positionAt(6), (Position{1, 7}));
}

void TestValue::noDocument()
{
    const Document none;
    QVERIFY(!none.isValid());
    QVERIFY(!none.root());
    QVERIFY(none.text().empty());
    QVERIFY(none.index().empty());
    QVERIFY(!none.at(""));
    QVERIFY(!none.valueAt(0));
}

void TestValue::isReadFromSeveralThreads()
{
    const Document document(R"({"a":{"b":[1,2,{"c":"\u0078"}]}})");
    std::array<int, 4> right{};
    std::vector<std::thread> threads;
    for (int &count : right) {
        threads.emplace_back([&document, &count] {
            const Document copy = document;
            for (int i = 0; i < 500; ++i)
                count += copy.at("/a/b/2/c").text() == "x" && document.root().find("a").size() == 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const int count : right)
        QCOMPARE(count, 500);
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
