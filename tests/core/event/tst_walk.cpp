// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/event.h"
#include "event/path.h"
#include "event/walk.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::event;

Q_DECLARE_METATYPE(designer::event::Elements)

/// The values of an event, in its order, with the paths that lead to them.
class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void steps_data();
    void steps();
    void pathsLeadToTheirValues();
    void goesPast();
    void stops();
};

namespace {

/// `path=raw@depth`, or `(name)=raw@depth` where no path leads there.
QStringList walked(std::string text, Elements elements)
{
    const auto event = Event::parse(std::move(text));
    QStringList out;
    walk(event->root(), elements, [&](const Step &step) {
        const std::string at = step.path.empty() ? '(' + step.name + ')' : step.path;
        const std::string raw = step.value.isContainer() ? std::string("..") : std::string(step.value.raw());
        out << QString::fromStdString(at + '=' + raw + '@' + std::to_string(step.depth));
        return Onward::Into;
    });
    return out;
}

} // namespace

void TestWalk::steps_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<Elements>("elements");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *event, Elements elements, const char *expected) {
        QTest::newRow(name) << QByteArray(event) << elements << QString::fromUtf8(expected);
    };
    constexpr const char *nested = R"({"a":{"b":[{"c":1},{"c":2}]},"d":3})";
    row("nothing", "{}", Elements::All, "");
    row("without lists", nested, Elements::None, "a=..@0 a.b=..@1 d=3@0");
    row("the first of a list", nested, Elements::First, "a=..@0 a.b=..@1 a.b.0=..@2 a.b.0.c=1@3 d=3@0");
    row("all of a list", nested, Elements::All,
        "a=..@0 a.b=..@1 a.b.0=..@2 a.b.0.c=1@3 a.b.1=..@2 a.b.1.c=2@3 d=3@0");
    row("an empty list", R"({"a":[]})", Elements::First, "a=..@0");
    row("lists in lists", R"({"a":[[1]]})", Elements::All, "a=..@0 a.0=..@1 a.0.0=1@2");
    row("a name with a blank, and all below it", R"({"a b":{"c":1},"d":2})", Elements::All,
        "(a b)=..@0 (c)=1@1 d=2@0");
    row("a name with a dot", R"({"a.b":1})", Elements::All, "(a.b)=1@0");
    row("an empty name", R"({"":{"a":1}})", Elements::All, "()=..@0 (a)=1@1");
    row("an escaped name", R"({"\u0061":1})", Elements::All, "a=1@0");
    row("letters beyond ASCII", R"({"şehir":1})", Elements::All, "şehir=1@0");
    row("one name twice", R"({"a":1,"a":2})", Elements::All, "a=1@0 a=2@0");
}

void TestWalk::steps()
{
    QFETCH(QByteArray, event);
    QFETCH(Elements, elements);
    QFETCH(QString, expected);
    QStringList found = walked(event.toStdString(), elements);
    for (QString &step : found)
        step.replace(QStringLiteral("(a b)"), QStringLiteral("(a_b)"));
    expected.replace(QStringLiteral("(a b)"), QStringLiteral("(a_b)"));
    QCOMPARE(found, expected.split(u' ', Qt::SkipEmptyParts));
}

void TestWalk::pathsLeadToTheirValues()
{
    const auto event = Event::parse(R"({"a":{"b":[{"c":1},[2,3]]},"x.y":{"z":4},"properties":{"p":5}})");
    QVERIFY(event);
    int reachable = 0;
    walk(event->root(), Elements::All, [&](const Step &step) {
        if (step.path.empty())
            return Onward::Into;
        const auto path = Path::parse(step.path);
        reachable += path && lookUp(event->root(), *path).value == step.value ? 1 : -100;
        return Onward::Into;
    });
    QCOMPARE(reachable, 9);
}

void TestWalk::goesPast()
{
    const auto event = Event::parse(R"({"a":{"b":1},"c":{"d":2}})");
    std::string seen;
    walk(event->root(), Elements::All, [&](const Step &step) {
        seen += step.name;
        return step.name == "a" ? Onward::Past : Onward::Into;
    });
    QCOMPARE(QByteArray::fromStdString(seen), QByteArray("acd"));
}

void TestWalk::stops()
{
    const auto event = Event::parse(R"({"a":{"b":[1,2]},"c":{"d":2}})");
    std::string seen;
    walk(event->root(), Elements::All, [&](const Step &step) {
        seen += step.name;
        return step.name == "0" ? Onward::Stop : Onward::Into;
    });
    QCOMPARE(QByteArray::fromStdString(seen), QByteArray("ab0"));
}

QTEST_APPLESS_MAIN(TestWalk)
#include "tst_walk.moc"
