// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomjson.h"
#include "json/document.h"
#include "json/pointer.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;

/// RFC 6901, from a pointer to the value and back.
class TestPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void resolves_data();
    void resolves();
    void leadsNowhere_data();
    void leadsNowhere();
    void tokens_data();
    void tokens();
    void noPointers_data();
    void noPointers();
    void appends();
    void everyValueHasItsPointer();
    void duplicatesHaveThePointerOfTheirName();
    void namesHaveThePointerOfTheirMember();
    void resolvesNearest();
    void tellsAPlaceFromAnAncestor();
    void childrenOfLongContainers_data();
    void childrenOfLongContainers();
    void everyChildOf20000();
    void childrenOfNoDocument();
    void readsIndexes_data();
    void readsIndexes();
};

namespace {

const std::string shop = R"({
  "user": {"name": "Ada", "e-mail": "ada@example.com"},
  "items": [{"id": "x1"}, {"id": "x2"}],
  "": {"": "empty in empty"},
  " ": "blank",
  "a/b": "slash",
  "m~n": "tilde",
  "~1": "tilde one",
  "q\"r": "quote",
  "b\\s": "backslash",
  "c%d": "percent",
  "ş": "letter",
  "\u006bey": "escaped",
  "0": "zero",
  "-": "hyphen",
  "twice": 1, "twice": 2,
  "rows": [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10], [11, 12], [13, 14], [15, 16], [17, 18], [19, 20], [21, 22]]
})";

} // namespace

void TestPointer::resolves_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("raw");
    const auto row = [](const char *pointer, const char *raw) {
        QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(raw);
    };
    row("/user/name", "\"Ada\"");
    row("/user/e-mail", "\"ada@example.com\"");
    row("/items/0", "{\"id\": \"x1\"}");
    row("/items/1/id", "\"x2\"");
    row("/", "{\"\": \"empty in empty\"}");
    row("//", "\"empty in empty\"");
    row("/ ", "\"blank\"");
    row("/a~1b", "\"slash\"");
    row("/m~0n", "\"tilde\"");
    row("/~01", "\"tilde one\"");
    row("/q\"r", "\"quote\"");
    row("/b\\s", "\"backslash\"");
    row("/c%d", "\"percent\"");
    row("/ş", "\"letter\"");
    row("/key", "\"escaped\"");
    row("/0", "\"zero\"");
    row("/-", "\"hyphen\"");
    row("/twice", "2");
    row("/rows/10/1", "22");
}

void TestPointer::resolves()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, raw);
    const Document document(shop);
    const Value value = document.at(pointer.toStdString());
    QVERIFY(bool(value));
    QCOMPARE(QByteArray::fromStdString(std::string(value.raw())), raw);
    QCOMPARE(value.pointer(), pointer.toStdString());
}

void TestPointer::leadsNowhere_data()
{
    QTest::addColumn<QByteArray>("pointer");
    for (const char *pointer : {"user",
                                "/nobody",
                                "/user/name/first",
                                "/items/2",
                                "/items/-",
                                "/items/00",
                                "/items/01",
                                "/items/+1",
                                "/items/-1",
                                "/items/1.0",
                                "/items/1e0",
                                "/items/ 1",
                                "/items/",
                                "/items/99999999999999999999999",
                                "/items/0x1",
                                "/rows/010",
                                "/user/",
                                "/a/b",
                                "/m~n",
                                "/~",
                                "/~2",
                                "/m~",
                                "#/user"})
        QTest::newRow(pointer) << QByteArray(pointer);
}

void TestPointer::leadsNowhere()
{
    QFETCH(QByteArray, pointer);
    QVERIFY(!Document(shop).at(pointer.toStdString()));
}

void TestPointer::tokens_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QList<QByteArray>>("tokens");
    QTest::newRow("the whole document") << QByteArray() << QList<QByteArray>{};
    QTest::newRow("one empty name") << QByteArray("/") << QList<QByteArray>{""};
    QTest::newRow("two empty names") << QByteArray("//") << QList<QByteArray>{"", ""};
    QTest::newRow("names") << QByteArray("/a/b/0") << QList<QByteArray>{"a", "b", "0"};
    QTest::newRow("escapes") << QByteArray("/~0/~1/~01/~10") << QList<QByteArray>{"~", "/", "~1", "/0"};
    QTest::newRow("a slash at the end") << QByteArray("/a/") << QList<QByteArray>{"a", ""};
}

void TestPointer::tokens()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QList<QByteArray>, tokens);
    const auto read = pointerTokens(pointer.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(int(read->size()), int(tokens.size()));
    std::string back;
    for (int i = 0; i < tokens.size(); ++i) {
        QCOMPARE((*read)[std::size_t(i)], tokens[i].toStdString());
        back = appended(back, (*read)[std::size_t(i)]);
    }
    QCOMPARE(back, pointer.toStdString());
}

void TestPointer::noPointers_data()
{
    QTest::addColumn<QByteArray>("pointer");
    for (const char *pointer : {"a", "a/b", " /a", "#", "/~", "/~2", "/a~", "/~/a", "/~~0"})
        QTest::newRow(pointer) << QByteArray(pointer);
}

void TestPointer::noPointers()
{
    QFETCH(QByteArray, pointer);
    QVERIFY(!pointerTokens(pointer.toStdString()).has_value());
}

void TestPointer::appends()
{
    QCOMPARE(escapedToken("a~b/c~1"), std::string("a~0b~1c~01"));
    QCOMPARE(appended("", "a/b"), std::string("/a~1b"));
    QCOMPARE(appended("/x", ""), std::string("/x/"));
    QCOMPARE(appended("/x", std::size_t(12)), std::string("/x/12"));
}

void TestPointer::everyValueHasItsPointer()
{
    test::RandomJson random(6901);
    for (int i = 0; i < 300; ++i) {
        const Document document(random.text(true));
        const Index &index = document.index();
        for (std::uint32_t node = 0; node < index.nodes().size(); ++node) {
            const Value value(&index, node);
            const Value there = document.at(value.pointer());
            QVERIFY2(bool(there), document.text().c_str());
            if (index.duplicateKeys().empty()) {
                const bool isName = value.parent().isObject() && there != value;
                QVERIFY2(there == value || (isName && there.node() == node + 1), document.text().c_str());
            }
        }
    }
}

void TestPointer::duplicatesHaveThePointerOfTheirName()
{
    const Document document(R"({"a":[1],"a":[2]})");
    const Member first = *document.root().members().begin();
    QCOMPARE(first.value.at(0).pointer(), std::string("/a/0"));
    QCOMPARE(document.at("/a/0").raw(), std::string_view("2"));
}

void TestPointer::namesHaveThePointerOfTheirMember()
{
    const Document document(R"({"a":{"b/c":1}})");
    QCOMPARE((*document.at("/a").members().begin()).name.pointer(), std::string("/a/b~1c"));
    QCOMPARE(document.root().pointer(), std::string());
    QCOMPARE(Value().pointer(), std::string());
}

void TestPointer::resolvesNearest()
{
    const Document document(R"({"a":{"b":[1,{"c":2}]}})");
    const auto nearest
        = [&](std::string_view pointer) { return resolveNearest(document.root(), pointer).pointer(); };
    QCOMPARE(nearest("/a/b/1/c"), std::string("/a/b/1/c"));
    QCOMPARE(nearest("/a/b/1/d/e"), std::string("/a/b/1"));
    QCOMPARE(nearest("/a/b/7"), std::string("/a/b"));
    QCOMPARE(nearest("/a/b/0/x"), std::string("/a/b/0"));
    QCOMPARE(nearest("/z"), std::string());
    QCOMPARE(nearest(""), std::string());
    QVERIFY(!resolve(Value(), "/a"));
    QVERIFY(!resolve(Value(), ""));
}

void TestPointer::tellsAPlaceFromAnAncestor()
{
    const Document document(R"({"a":[0,{"b":{"c/d":[7]}}]})");
    const Value value = document.at("/a/1/b/c~1d/0");
    const auto from = [&](std::string_view ancestor) { return pointerBelow(document.at(ancestor), value); };
    QCOMPARE(pointerBelow({}, value), std::string("/a/1/b/c~1d/0"));
    QCOMPARE(from(""), std::string("/a/1/b/c~1d/0"));
    QCOMPARE(from("/a"), std::string("/1/b/c~1d/0"));
    QCOMPARE(from("/a/1"), std::string("/b/c~1d/0"));
    QCOMPARE(from("/a/1/b/c~1d"), std::string("/0"));
    QCOMPARE(from("/a/1/b/c~1d/0"), std::string());
    QCOMPARE(from("/a/0"), std::string("/a/1/b/c~1d/0")); // not around it
}

void TestPointer::childrenOfLongContainers_data()
{
    QTest::addColumn<QByteArray>("parent");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("raw");
    const auto row = [](const char *name, const char *parent, const char *token, const char *raw) {
        QTest::newRow(name) << QByteArray(parent) << QByteArray(token) << QByteArray(raw);
    };
    row("the first member", "/o", "n0", "0");
    row("the last member", "/o", "n199", "199");
    row("the last of duplicates", "/o", "twice", "[2]");
    row("an escaped name", "/o", "key", "\"escaped\"");
    row("a name with a slash", "/o", "a/b", "\"slash\"");
    row("the empty name", "/o", "", "\"empty\"");
    row("a percent sign and a number", "/o", "%1", "\"percent\"");
    row("no such member", "/o", "n200", "");
    row("the first element", "/l", "0", "0");
    row("the last element", "/l", "199", "199");
    row("an element that is not there", "/l", "200", "");
    row("a leading zero", "/l", "01", "");
    row("after the last", "/l", "-", "");
    row("a name of an array", "/l", "n0", "");
    row("of a short object", "/s", "x", "1");
    row("of a short array", "/s/y", "1", "true");
    row("of a scalar", "/s/x", "x", "");
}

void TestPointer::childrenOfLongContainers()
{
    QFETCH(QByteArray, parent);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, raw);
    std::string members = R"("twice":[1],"\u006bey":"escaped","a/b":"slash","":"empty","%1":"percent")";
    std::string elements;
    for (int i = 0; i < 200; ++i) {
        members += ",\"n" + std::to_string(i) + "\":" + std::to_string(i);
        elements += (i > 0 ? "," : "") + std::to_string(i);
    }
    const Document document("{\"o\":{" + members + ",\"twice\":[2]},\"l\":[" + elements
                            + "],\"s\":{\"x\":1,\"y\":[null,true]}}");
    QVERIFY(document.isValid());
    const Value around = document.at(parent.toStdString());
    // Searched at first, known from the second question on.
    for (int question = 0; question < 4; ++question) {
        const Value found = document.childOf(around, token.toStdString());
        QCOMPARE(QByteArray::fromStdString(std::string(found.raw())), raw);
        QCOMPARE(found, child(around, token.toStdString()));
    }
}

void TestPointer::everyChildOf20000()
{
    std::string members;
    std::string elements;
    for (int i = 0; i < 20'000; ++i) {
        members += ",\"n" + std::to_string(i) + "\":" + std::to_string(i);
        elements += ',' + std::to_string(i);
    }
    const Document document("{\"o\":{\"x\":0" + members + "},\"l\":[0" + elements + "]}");
    int strangers = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string number = std::to_string(i);
        strangers += document.childOf(document.at("/o"), 'n' + number).raw() != number;
        strangers += document.childOf(document.at("/l"), std::to_string(i + 1)).raw() != number;
    }
    QCOMPARE(strangers, 0);
}

void TestPointer::childrenOfNoDocument()
{
    QVERIFY(!Document().childOf({}, "a"));
    QVERIFY(!Document("{").childOf({}, "a"));
    QVERIFY(!Document("{}").childOf({}, "a"));
}

void TestPointer::readsIndexes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qlonglong>("index");
    const auto row = [](const char *name, qlonglong index) {
        QTest::newRow(*name ? name : "empty") << QByteArray(name) << index;
    };
    row("0", 0);
    row("1", 1);
    row("10", 10);
    row("4294967296", 4294967296);
    row("", -1);
    row("00", -1);
    row("01", -1);
    row("-1", -1);
    row("+1", -1);
    row("1a", -1);
    row("a", -1);
    row("1.0", -1);
    row(" 1", -1);
    row("99999999999999999999999", -1);
}

void TestPointer::readsIndexes()
{
    QFETCH(QByteArray, name);
    QFETCH(qlonglong, index);
    const auto got = indexToken(name.toStdString());
    QCOMPARE(got ? qlonglong(*got) : -1, index);
}

QTEST_GUILESS_MAIN(TestPointer)
#include "tst_pointer.moc"
