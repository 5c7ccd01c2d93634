// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/finder.h"
#include "event/path.h"
#include "json/document.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void length_data();
    void length();
    void parses_data();
    void parses();
    void looksUp_data();
    void looksUp();
    void looksUpInNoObject();
};

void TestPath::length_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("length");
    const auto row = [](const char *name, const char *text, int length) {
        QTest::newRow(name) << QByteArray(text) << length;
    };
    row("nothing", "", 0);
    row("one name", "price", 5);
    row("names joined by dots", "properties.items.0.id", 21);
    row("digits", "0", 1);
    row("underscore, hyphen, dollar", "_a-b$", 5);
    row("capitals", "AZaz09", 6);
    row("a hyphen alone is a name", "-", 1);
    row("a dot at the beginning", ".a", 0);
    row("a dot at the end is not part", "a.b.", 3);
    row("two dots", "a..b", 1);
    row("a blank ends it", "a b", 1);
    row("a blank in front", " a", 0);
    row("a hash ends it", "a##", 1);
    row("a slash ends it", "a/b", 1);
    row("a quote ends it", "a\"", 1);
    row("a backslash ends it", "a\\u0041", 1);
    row("at sign and brackets", "a[0]", 1);
    row("a letter of two bytes", "şehir", 6);
    row("dotted and dotless i", "İıi", 5);
    row("a combining mark", "e\xCC\x81x", 4);
    row("a combining mark alone", "\xCC\x87", 2);
    row("an enclosing mark", "a\xE2\x83\x9D", 4);
    row("a spacing mark", "\xE0\xA4\x95\xE0\xA4\xBE", 6);
    row("Chinese", "价格.数", 10);
    row("a letter beyond the first plane", "\xF0\x90\x90\x80", 4);
    row("a modifier letter", "\xCA\xB0", 2);
    row("an emoji is no letter", "a\xF0\x9F\x8E\x89", 1);
    row("a digit that is not ASCII", "a\xD9\xA1", 1);
    row("a letter number is no letter", "\xE2\x85\xA3", 0);
    row("a currency sign", "\xE2\x82\xAC", 0);
    row("a no-break space", "a\xC2\xA0", 1);
    row("a zero-width joiner", "a\xE2\x80\x8D", 1);
    row("a cut encoding", "a\xC5", 1);
}

void TestPath::length()
{
    QFETCH(QByteArray, text);
    QFETCH(int, length);
    QCOMPARE(int(event::pathLength(text.toStdString())), length);
}

void TestPath::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("names");
    const auto row = [](const char *text, const QList<QByteArray> &names) {
        QTest::newRow(*text ? text : "empty") << QByteArray(text) << names;
    };
    row("", {});
    row("a", {"a"});
    row("a.b.0", {"a", "b", "0"});
    row("properties.şehir", {"properties", "şehir"});
    row("a.", {});
    row(".a", {});
    row("a..b", {});
    row(".", {});
    row("a b", {});
    row("a##", {});
}

void TestPath::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, names);
    const auto path = event::Path::parse(text.toStdString());
    QCOMPARE(path.has_value(), !names.isEmpty());
    if (!path)
        return;
    QList<QByteArray> got;
    for (const std::string &name : path->names())
        got << QByteArray::fromStdString(name);
    QCOMPARE(got, names);
    QCOMPARE(QByteArray::fromStdString(path->text()), text);
}

void TestPath::looksUp_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("insideProperties");
    const auto row
        = [](const char *name, const char *event, const char *path, const char *value, bool inside) {
              QTest::newRow(name) << QByteArray(event) << QByteArray(path) << QByteArray(value) << inside;
          };
    row("from the root", R"({"a":{"b":1.50}})", "a.b", "1.50", false);
    row("inside properties where the first name is not there", R"({"properties":{"a":{"b":2}}})", "a.b", "2",
        true);
    row("the root first", R"({"a":1,"properties":{"a":2}})", "a", "1", false);
    row("only the first name decides", R"({"a":{},"properties":{"a":{"b":2}}})", "a.b", "", false);
    row("a null at the root is there", R"({"a":null,"properties":{"a":2}})", "a", "null", false);
    row("properties by its own name", R"({"properties":{"a":3}})", "properties.a", "3", false);
    row("nowhere", R"({"properties":{}})", "a", "", true);
    row("no properties", "{}", "a", "", true);
    row("properties is no object", R"({"properties":[1]})", "0", "", true);
    row("an element", R"({"a":[10,20]})", "a.1", "20", false);
    row("deep", R"({"a":[{"b":[[7]]}]})", "a.0.b.0.0", "7", false);
    row("past the end", R"({"a":[10,20]})", "a.2", "", false);
    row("a leading zero is no index", R"({"a":[10,20]})", "a.01", "", false);
    row("a name in an array", R"({"a":[10]})", "a.length", "", false);
    row("a number as an object's name", R"({"a":{"0":"x"}})", "a.0", "\"x\"", false);
    row("a leading zero as a name", R"({"a":{"01":"x"}})", "a.01", "\"x\"", false);
    row("through a scalar", R"({"a":"text"})", "a.0", "", false);
    row("of duplicates the last", R"({"a":1,"a":2})", "a", "2", false);
    row("of duplicate parents the last", R"({"a":{"b":1},"a":{"c":2}})", "a.b", "", false);
    row("a name with an escape", R"({"\u0061":1})", "a", "1", false);
    row("Turkish letters", R"({"properties":{"şehir":"İzmir"}})", "properties.şehir", "\"İzmir\"", false);
}

void TestPath::looksUp()
{
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(bool, insideProperties);
    const json::Document document(event.toStdString());
    QVERIFY(document.isValid());
    const event::Lookup found = event::lookUp(document.root(), *event::Path::parse(path.toStdString()));
    QCOMPARE(bool(found.value), !value.isEmpty());
    QCOMPARE(QByteArray::fromStdString(std::string(found.value.raw())), value);
    QCOMPARE(found.insideProperties, insideProperties);
    // One who seeks many paths finds the same, before he remembers the event and after.
    event::Finder finder(document.root());
    for (int i = 0; i < event::Finder::soughtAlone + 2; ++i) {
        const event::Lookup again = finder.find(*event::Path::parse(path.toStdString()));
        QCOMPARE(again.value.node(), found.value.node());
        QCOMPARE(again.insideProperties, insideProperties);
    }
}

void TestPath::looksUpInNoObject()
{
    const json::Document document(std::string("[1]"));
    QVERIFY(!event::lookUp(document.root(), *event::Path::parse("a")).value);
    QVERIFY(!event::lookUp({}, *event::Path::parse("a.b")).value);
    event::Finder list(document.root());
    event::Finder nothing({});
    for (int i = 0; i < event::Finder::soughtAlone + 2; ++i) {
        QVERIFY(!list.find(*event::Path::parse("0")).value);
        QVERIFY(!nothing.find(*event::Path::parse("a.b")).value);
    }
}

QTEST_GUILESS_MAIN(TestPath)
#include "tst_path.moc"
