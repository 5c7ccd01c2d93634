// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "connection/gallery.h"
#include "event/samples.h"
#include "ui/window/listchecker.h"
#include "workspace/example.h"
#include "workspace/file.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace designer;
using namespace designer::ui;
using workspace::FileKind;

/// The counts for the badges of destinations that nobody has opened yet.
class TestListChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsForEachDestination();
    void countsAnIdThatTwoHave();
    void passesOverWhatChangedMeanwhile();
    void leavesOutWhatCannotBeRead();
    void tellsNothingOfARunThatIsOver();
    void choosesTheSampleThatFires_data();
    void choosesTheSampleThatFires();
    void choosesTheSampleThatFits_data();
    void choosesTheSampleThatFits();
    void looksAgainWhenSamplesChange();
    void testsWithWhatWasChosen();

private:
    using Counts = std::map<QString, FindingCounts>;
    void save(const char *name, const std::string &bytes);
    [[nodiscard]] static Counts countsOf(const QSignalSpy &checked);

    std::unique_ptr<QTemporaryDir> m_dir;
    workspace::Folder m_folder;
};

namespace {

insider::Moment now()
{
    return std::chrono::system_clock::from_time_t(1'790'000'000);
}

std::string galleryBytes(const char *name)
{
    return connection::galleryTemplate(QLatin1String(name))->bytes;
}

Sample sample(const char *name, const char *text)
{
    Sample out;
    out.name = QLatin1String(name);
    if (const auto parsed = event::Event::parse(text))
        out.event = std::make_shared<const event::Event>(*parsed);
    return out;
}

} // namespace

/// The shipped samples, and two destinations of which one has mistakes.
void TestListChecker::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = workspace::Folder::create(m_dir->filePath(QStringLiteral("w"))).value();
    QVERIFY(workspace::addShippedSamples(m_folder));
    save("good", galleryBytes("insider-purchase"));
    save("bad", galleryBytes("hardal-insider-purchase"));
}

void TestListChecker::save(const char *name, const std::string &bytes)
{
    QVERIFY(m_folder.save(FileKind::Connection, QLatin1String(name), bytes, std::nullopt));
}

TestListChecker::Counts TestListChecker::countsOf(const QSignalSpy &checked)
{
    Counts out;
    for (const auto &arguments : checked)
        out[arguments[0].toString()] = arguments[1].value<FindingCounts>();
    return out;
}

void TestListChecker::countsForEachDestination()
{
    const Session session(m_folder);
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    QVERIFY(checked.isEmpty()); // it does not hold the window up
    QTRY_COMPARE(checked.size(), 2);
    Counts counts = countsOf(checked);
    QCOMPARE(counts[QStringLiteral("good")].errors, 0U);
    QVERIFY(counts[QStringLiteral("bad")].errors > 0);
}

void TestListChecker::countsAnIdThatTwoHave()
{
    const std::string alike = galleryBytes("insider-purchase");
    save("good-too", alike);
    const Session session(m_folder);
    QCOMPARE(session.at(session.rowOf(QStringLiteral("good"))).shown().id(),
             session.at(session.rowOf(QStringLiteral("good-too"))).shown().id());
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    QTRY_COMPARE(checked.size(), 3);
    Counts counts = countsOf(checked);
    QCOMPARE(counts[QStringLiteral("good")].errors, 1U);
    QCOMPARE(counts[QStringLiteral("good-too")].errors, 1U);
}

void TestListChecker::passesOverWhatChangedMeanwhile()
{
    const Session session(m_folder);
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    checker.passOver(QStringLiteral("bad"));
    QTRY_COMPARE(checked.size(), 1);
    QVERIFY(countsOf(checked).contains(QStringLiteral("good")));
    checker.start(session); // knows it as it is now
    QTRY_COMPARE(checked.size(), 3);
    QVERIFY(countsOf(checked).contains(QStringLiteral("bad")));
}

void TestListChecker::leavesOutWhatCannotBeRead()
{
    save("a-broken-one", "{");
    const Session session(m_folder);
    QCOMPARE(session.count(), 3);
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    QTRY_COMPARE(checked.size(), 2);
    QVERIFY(!countsOf(checked).contains(QStringLiteral("a-broken-one")));
}

void TestListChecker::tellsNothingOfARunThatIsOver()
{
    Session session(m_folder);
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    checker.stop();
    session.remove(session.rowOf(QStringLiteral("bad")));
    checker.start(session); // its answer comes after all that the first run could say
    QTRY_VERIFY(!checked.isEmpty());
    QCOMPARE(checked.size(), 1);
    QVERIFY(countsOf(checked).contains(QStringLiteral("good")));
}

void TestListChecker::choosesTheSampleThatFires_data()
{
    QTest::addColumn<QByteArrayList>("samples"); // their events' names; "-": it cannot be read
    QTest::addColumn<int>("chosen"); // -1: none
    QTest::newRow("the only one that fires") << QByteArrayList{"cart", "purchase", "sign_up"} << 1;
    QTest::newRow("the first of those that fire") << QByteArrayList{"cart", "purchase", "purchase"} << 1;
    QTest::newRow("none fires") << QByteArrayList{"cart", "sign_up"} << 0;
    QTest::newRow("what cannot be read is passed over") << QByteArrayList{"-", "cart", "sign_up"} << 1;
    QTest::newRow("nothing can be read") << QByteArrayList{"-"} << -1;
    QTest::newRow("none at all") << QByteArrayList() << -1;
}

void TestListChecker::choosesTheSampleThatFires()
{
    QFETCH(QByteArrayList, samples);
    QFETCH(int, chosen);
    std::vector<Sample> made;
    for (const QByteArray &name : samples) {
        const QByteArray text = name == "-" ? "no event" : QByteArray("{\"event_name\":\"" + name + "\"}");
        made.push_back(sample("any", text.constData()));
    }
    const auto purchases = connection::Connection::load(galleryBytes("insider-purchase"));
    const Sample *const fitting = fittingSample(*purchases, made);
    QCOMPARE(fitting ? static_cast<int>(fitting - made.data()) : -1, chosen);
}

void TestListChecker::choosesTheSampleThatFits_data()
{
    QTest::addColumn<QByteArray>("label"); // of the connection; it fires on all events but "other"
    QTest::addColumn<QByteArrayList>("samples"); // their events' names; with a star: shipped
    QTest::addColumn<int>("chosen");
    QTest::newRow("a shipped one rather than people's own")
        << QByteArray("Mine") << QByteArrayList{"my_event", "cart*"} << 1;
    QTest::newRow("the one whose event it is named for")
        << QByteArray("My event to Insider") << QByteArrayList{"cart*", "my_event", "purchase*"} << 1;
    QTest::newRow("shipped, of those that it is named for")
        << QByteArray("Cart") << QByteArrayList{"cart", "purchase*", "cart*"} << 2;
    QTest::newRow("whole words only") << QByteArray("Cartoons") << QByteArrayList{"cart", "purchase*"} << 1;
    QTest::newRow("firing counts for more")
        << QByteArray("Other") << QByteArrayList{"other*", "my_event"} << 1;
    QTest::newRow("people's own, where there are no others")
        << QByteArray("Mine") << QByteArrayList{"x"} << 0;
}

void TestListChecker::choosesTheSampleThatFits()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArrayList, samples);
    QFETCH(int, chosen);
    const std::vector<event::ShippedSample> shipped = event::shippedSamples({});
    std::vector<Sample> made;
    for (QByteArray name : samples) {
        const bool isShipped = name.endsWith('*');
        name.replace("*", "");
        made.push_back(sample("any", ("{\"event_name\":\"" + name + "\"}").constData()));
        if (isShipped)
            made.back().name = shipped[made.size()].title;
    }
    const auto connection = connection::Connection::load(
        R"({"endpoint_label":")" + label.toStdString()
        + R"(","x_designer":{"conditions":{"match":"none",)"
          R"("rules":[{"type":"event_name","operator":"equals","value":"other"}]}}})");
    QVERIFY(connection);
    const Sample *const fitting = fittingSample(*connection, made);
    QCOMPARE(fitting ? static_cast<int>(fitting - made.data()) : -1, chosen);
}

/// Once, however many of them change.
void TestListChecker::looksAgainWhenSamplesChange()
{
    Session session(m_folder);
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    QTRY_COMPARE(checked.size(), 2);
    const FindingCounts before = countsOf(checked)[QStringLiteral("good")];
    checked.clear();
    for (const Sample &one : session.samples().all()) {
        session.samples().change(one.name, R"({"event_name":"purchase"})");
        checker.startSoon(session);
    }
    QVERIFY(checked.isEmpty());
    QTRY_COMPARE(checked.size(), 2);
    const FindingCounts after = countsOf(checked)[QStringLiteral("good")];
    QVERIFY(after.errors + after.warnings > before.errors + before.warnings);
}

void TestListChecker::testsWithWhatWasChosen()
{
    Session session(m_folder);
    const QString poor = session.samples().add(QStringLiteral("Poor"), R"({"event_name":"purchase"})", {});
    session.remembered(QStringLiteral("good")).sample = poor;
    ListChecker checker(now);
    QSignalSpy checked(&checker, &ListChecker::checked);
    checker.start(session);
    QTRY_COMPARE(checked.size(), 2);
    Counts counts = countsOf(checked);
    QVERIFY(counts[QStringLiteral("good")].errors + counts[QStringLiteral("good")].warnings > 0);
}

QTEST_GUILESS_MAIN(TestListChecker)
#include "tst_listchecker.moc"
