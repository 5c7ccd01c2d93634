// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"
#include "workspace/localstate.h"
#include "workspace/seat.h"

#include <csignal>

using namespace designer;
using namespace designer::workspace;
using namespace designer::workspace::files;

/// Several programs at one workspace: each has a place of its own, and what one leaves behind when it
/// is killed is found.
class TestSeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoSitApart();
    void theWorkOfAKilledOneIsFound();
    void twoVersionsOfAKilledAndALivingOneAreBothKept();
    void theWorkOfALivingOneIsLeftAlone();
    void nobodySitsWhereNothingCanBeWritten();
    void memoriesDoNotTakeEachOtherAway();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Folder m_folder;
};

namespace {

Draft draftOf(const QString &name, const char *bytes)
{
    return {name, bytes, fingerprint("base"), QDateTime::currentDateTimeUtc()};
}

/// A program that sits down, leaves a draft and is killed while it sits.
int killedAtWork(const Folder &folder, const QString &name, const char *bytes)
{
    std::array<int, 2> ends = {};
    if (::pipe(ends.data()) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        const Result<Seat> seat = Seat::take(folder);
        const bool wrote = seat && seat->drafts(folder).write(draftOf(name, bytes));
        const char number = wrote ? static_cast<char>(seat->number()) : '\0';
        while (::write(ends[1], &number, 1) == 1)
            ::pause();
        ::_exit(1);
    }
    ::close(ends[1]);
    char number = 0;
    const bool told = child > 0 && ::read(ends[0], &number, 1) == 1;
    ::kill(child, SIGKILL);
    int status = 0;
    const bool died = ::waitpid(child, &status, 0) == child && WIFSIGNALED(status);
    ::close(ends[0]);
    return told && died ? number : -1;
}

QStringList draftNames(const Drafts &drafts)
{
    QStringList out;
    for (const Draft &draft : drafts.all())
        out << draft.name + QLatin1Char(' ') + QString::fromStdString(draft.bytes);
    return out;
}

} // namespace

void TestSeat::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = Folder::create(m_dir->path()).value();
}

void TestSeat::twoSitApart()
{
    auto first = std::make_unique<Seat>(Seat::take(m_folder).value());
    QCOMPARE(first->number(), 1);
    QVERIFY(!Seat::othersAreTaken(m_folder, 1));
    const Seat second = Seat::take(m_folder).value();
    QCOMPARE(second.number(), 2);
    QVERIFY(Seat::othersAreTaken(m_folder, 1));
    QVERIFY(Seat::othersAreTaken(m_folder, 2));
    const QString a = QStringLiteral("a");
    QVERIFY(first->drafts(m_folder).write(draftOf(a, "first")));
    QVERIFY(second.drafts(m_folder).write(draftOf(a, "second")));
    QCOMPARE(first->drafts(m_folder).read(a)->bytes, std::string("first"));
    second.drafts(m_folder).remove(a);
    QVERIFY(first->drafts(m_folder).read(a));
    first.reset();
    QVERIFY(!Seat::othersAreTaken(m_folder, 2));
    QCOMPARE(Seat::take(m_folder)->number(), 1);
}

void TestSeat::theWorkOfAKilledOneIsFound()
{
    QCOMPARE(killedAtWork(m_folder, QStringLiteral("a"), "left"), 1);
    QVERIFY(!Seat::othersAreTaken(m_folder, 2)); // a lock without a holder
    const Seat seat = Seat::take(m_folder).value();
    QCOMPARE(seat.number(), 1);
    seat.takeOverAbandoned(m_folder);
    QCOMPARE(draftNames(seat.drafts(m_folder)), QStringList{QStringLiteral("a left")});
}

void TestSeat::twoVersionsOfAKilledAndALivingOneAreBothKept()
{
    const QString a = QStringLiteral("a");
    {
        const Seat alive = Seat::take(m_folder).value();
        QVERIFY(alive.drafts(m_folder).write(draftOf(a, "mine")));
        QVERIFY(alive.drafts(m_folder).write(draftOf(QStringLiteral("b"), "same")));
        QCOMPARE(killedAtWork(m_folder, a, "theirs"), 2);
        QCOMPARE(killedAtWork(m_folder, QStringLiteral("b"), "same"), 2);
    }
    QVERIFY(m_folder.save(FileKind::Connection, QStringLiteral("a-2"), "{}", std::nullopt));
    const Seat seat = Seat::take(m_folder).value();
    seat.takeOverAbandoned(m_folder);
    QCOMPARE(draftNames(seat.drafts(m_folder)),
             (QStringList{QStringLiteral("a-3 theirs"), QStringLiteral("a mine"), QStringLiteral("b same")}));
    QVERIFY(!QFileInfo::exists(m_folder.localPath(QStringLiteral("drafts-2"))));
}

void TestSeat::theWorkOfALivingOneIsLeftAlone()
{
    const Seat first = Seat::take(m_folder).value();
    const Seat second = Seat::take(m_folder).value();
    QVERIFY(second.drafts(m_folder).write(draftOf(QStringLiteral("a"), "second")));
    first.takeOverAbandoned(m_folder);
    QVERIFY(first.drafts(m_folder).all().empty());
    QCOMPARE(draftNames(second.drafts(m_folder)), QStringList{QStringLiteral("a second")});
}

void TestSeat::nobodySitsWhereNothingCanBeWritten()
{
    put(m_folder.localPath({}).chopped(1), "a file in place of the folder");
    const auto seat = Seat::take(m_folder);
    QVERIFY(!seat);
    QCOMPARE(seat.error().code, ErrorCode::FileNotWritten);
    Seat().takeOverAbandoned(m_folder);
    QVERIFY(Seat().drafts(m_folder).all().empty());
}

void TestSeat::memoriesDoNotTakeEachOtherAway()
{
    const LocalState before;
    LocalState first = before;
    first.selected = QStringLiteral("a");
    first.connections[QStringLiteral("a")].page = QStringLiteral("1");
    first.views[QStringLiteral("x")] = "1";
    QVERIFY(first.writeChanges(m_folder, before));
    LocalState second = before;
    second.connections[QStringLiteral("b")].page = QStringLiteral("2");
    second.welcomed = true;
    QVERIFY(second.writeChanges(m_folder, before));
    const LocalState both = LocalState::read(m_folder);
    QCOMPARE(both.selected, QStringLiteral("a"));
    QCOMPARE(both.connections.size(), std::size_t(2));
    QCOMPARE(both.views.at(QStringLiteral("x")), QByteArray("1"));
    QVERIFY(both.welcomed);
}

QTEST_GUILESS_MAIN(TestSeat)
#include "tst_seat.moc"
