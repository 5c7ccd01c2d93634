// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "connection/gallery.h"
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
    void leavesOutWhatCannotBeRead();
    void tellsNothingOfARunThatIsOver();
    void choosesTheSampleThatFires_data();
    void choosesTheSampleThatFires();

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

QTEST_GUILESS_MAIN(TestListChecker)
#include "tst_listchecker.moc"
