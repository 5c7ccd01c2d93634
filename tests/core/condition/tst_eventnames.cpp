// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/eventnames.h"
#include "json/document.h"

#include <QTest>

using namespace designer;
using namespace designer::condition;

/// The names of the events that conditions let through: what a list says of them in a word.
class TestEventNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void names_data();
    void names();
};

namespace {

/// "a|b": one of these; "-": other names too; "all": every event; "none": no name.
QString words(const EventNames &asked)
{
    if (asked.all)
        return QStringLiteral("all");
    if (!asked.names)
        return QStringLiteral("-");
    QStringList out;
    for (const std::string &name : *asked.names)
        out << QString::fromStdString(name);
    return out.isEmpty() ? QStringLiteral("none") : out.join(QLatin1Char('|'));
}

QByteArray named(const char *name)
{
    return QByteArray(R"({"type":"event_name","operator":"equals","value":")") + name + R"("})";
}

QByteArray group(const char *match, const QByteArrayList &rules)
{
    return QByteArray(R"({"match":")") + match + R"(","rules":[)" + rules.join(',') + "]}";
}

const QByteArray price = R"({"type":"property","field":"properties.price","operator":"exists"})";

} // namespace

void TestEventNames::names_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QString>("asked");
    const QByteArray a = named("a");
    const QByteArray b = named("b");
    const QByteArray oneOf = R"({"type":"event_name","operator":"one_of","value":["a","c"]})";
    const auto row = [](const char *name, const QByteArray &conditions, const char *asked) {
        QTest::newRow(name) << conditions << QString::fromLatin1(asked);
    };
    row("no conditions", "", "all");
    row("no rules", group("all", {}), "all");
    row("empty groups alone", group("all", {group("none", {})}), "all");
    row("one name", group("all", {a}), "a");
    row("one name and more", group("all", {price, a}), "a");
    row("something else alone", group("all", {price}), "-");
    row("none of one", group("none", {a}), "-");
    row("none inside of all", group("all", {group("none", {a})}), "-");
    row("none beside a name", group("all", {group("none", {b}), a}), "a");
    row("any of two", group("any", {a, b}), "a|b");
    row("any, the same twice", group("any", {a, a}), "a");
    row("any of a name and more", group("any", {a, price}), "-");
    row("any with none inside", group("any", {a, group("none", {b})}), "-");
    row("any inside of all", group("all", {price, group("any", {a, b})}), "a|b");
    row("all inside of any", group("any", {group("all", {a, price}), b}), "a|b");
    row("one of", group("all", {oneOf}), "a|c");
    row("two that agree", group("all", {oneOf, a}), "a");
    row("two that exclude each other", group("all", {a, b}), "none");
    row("an empty group beside a name", group("any", {a, group("any", {})}), "a");
    row("not equals",
        R"({"match":"all","rules":[{"type":"event_name","operator":"not_equals","value":"a"}]})", "-");
    row("an unknown word for the group", group("some", {a}), "-");
    row("what cannot be read beside a name", group("any", {a, "5"}), "-");
    row("no group at all", a, "-");
}

void TestEventNames::names()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QString, asked);
    const json::Document document(conditions.toStdString());
    QCOMPARE(words(eventNames(outline(document.root()))), asked);
}

QTEST_GUILESS_MAIN(TestEventNames)
#include "tst_eventnames.moc"
