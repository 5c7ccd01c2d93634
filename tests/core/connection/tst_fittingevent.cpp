// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/fittingevent.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

/// Which of several events shows best what a connection does.
class TestFittingEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void fits_data();
    void fits();
};

namespace {

constexpr const char *always = "";
constexpr const char *cheap
    = R"({"match":"all","rules":[{"type":"path","field":"n","operator":"less_than","value":"2"}]})";
constexpr const char *unfinished
    = R"({"match":"all","rules":[{"type":"path","field":"","operator":"equals","value":"no event has this"}]})";

} // namespace

void TestFittingEvent::fits_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QStringList>("events"); // "name number"; "-": could not be read
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("expected"); // -1: none
    const auto row = [](const char *what, const char *conditions, const QStringList &events, const char *name,
                        int expected) {
        QTest::newRow(what) << QByteArray(conditions) << events << QByteArray(name) << expected;
    };
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u','); };
    row("the first that fires", cheap, words("a 2,b 1,c 1"), "", 1);
    row("none fires", cheap, words("a 2,b 3"), "", -1);
    row("the first that fires and has the name", cheap, words("a 1,b 2,b 1,b 1"), "b", 2);
    row("none that fires has the name", cheap, words("b 2,a 1,c 1"), "b", 1);
    row("without conditions all fire", always, words("a 1,b 1"), "", 0);
    row("without conditions the name decides", always, words("a 1,b 1"), "b", 1);
    row("what could not be read is passed over", cheap, words("-,a 1"), "", 1);
    row("a rule that is still written does not count", unfinished, words("a 1,b 1"), "", 0);
    row("there are none", always, {}, "a", -1);
}

void TestFittingEvent::fits()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QStringList, events);
    QFETCH(QByteArray, name);
    QFETCH(int, expected);
    std::vector<event::Event> made(static_cast<std::size_t>(events.size()));
    std::vector<const event::Event *> given;
    for (std::size_t i = 0; i < made.size(); ++i) {
        const QStringList words = events.at(static_cast<int>(i)).split(u' ');
        if (const auto parsed
            = event::Event::parse(QStringLiteral(R"({"event_name":"%1","n":%2})")
                                      .arg(words.value(0), words.value(1, QStringLiteral("0")))
                                      .toStdString()))
            made[i] = *parsed;
        given.push_back(words.value(0) == QStringLiteral("-") ? nullptr : &made[i]);
    }
    const std::string designer
        = conditions.isEmpty() ? std::string() : R"("conditions":)" + conditions.toStdString();
    const auto loaded = connection::Connection::load(R"({"x_designer":{)" + designer + "}}");
    QVERIFY(loaded);
    const auto found = connection::fittingEvent(*loaded, given, name.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, expected);
}

QTEST_APPLESS_MAIN(TestFittingEvent)
#include "tst_fittingevent.moc"
