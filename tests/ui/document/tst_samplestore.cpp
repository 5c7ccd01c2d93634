// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "workspaceondisk.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

using namespace designer;
using namespace designer::ui;
using workspace::FileKind;

/// The samples of an open workspace.
class TestSampleStore : public QObject, private WorkspaceOnDisk
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void samplesAreKept();
    void aSampleIsRenamedThereAndBackAtOnce();
    void whatASampleWasMadeOfGoesWithIt();
    void aSampleThatIsBroughtBackIsWhole();
    void samplesThatCannotBeSavedAreTriedAgain();
    void samplesAreGivenUpAsTheyWereSaved();
    void twoWindowsSaveOneSample_data();
    void twoWindowsSaveOneSample();
    void othersSamplesAreFollowed();
    void samplesThatAreTypedIntoDoNotFollow();
    void aSampleThatCannotBeRenamedKeepsItsName();
    void aSampleThatCannotBeDeletedStays();
};

namespace {

std::string originalOf(const workspace::Folder &folder, const char *name)
{
    const auto text = workspace::readFile(folder.originalPath(QLatin1String(name)));
    return text ? *text : std::string();
}

} // namespace

void TestSampleStore::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    create();
}

void TestSampleStore::samplesAreKept()
{
    {
        const auto session = open();
        const QString name
            = session->samples().add(QStringLiteral("Mine"), R"({"event_name":"x"})", "original");
        session->samples().change(name, R"({"event_name":"y"})");
        QCOMPARE(session->samples().rename(name, QStringLiteral("Ours")), QStringLiteral("Ours"));
        QVERIFY(session->samples().find(QStringLiteral("Ours")));
        session->samples().remove(QStringLiteral("Cart"));
        QVERIFY(!session->samples().find(QStringLiteral("Cart")));
        session->finish();
    }
    const auto session = open();
    const Sample *const sample = session->samples().find(QStringLiteral("Ours"));
    QVERIFY(sample);
    QCOMPARE(sample->text, std::string(R"({"event_name":"y"})"));
    QVERIFY(sample->hasOriginal);
    QCOMPARE(originalOf(m_folder, "Ours"), std::string("original"));
    QVERIFY(!session->samples().find(QStringLiteral("Cart")));
}

/// Faster than the disk, on which the names of before are still taken.
void TestSampleStore::aSampleIsRenamedThereAndBackAtOnce()
{
    const auto session = open();
    const QString name = QStringLiteral("Mine");
    const QString other = QStringLiteral("Ours");
    session->samples().add(name, R"({"event_name":"x"})", {});
    session->finish();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(session->samples().rename(name, other), other);
        QCOMPARE(session->samples().rename(other, name), name);
    }
    session->finish();
    QVERIFY(m_folder.read(workspace::FileKind::Event, name));
    QVERIFY(!m_folder.read(workspace::FileKind::Event, other));
    QCoreApplication::processEvents(); // the disk's answers
    session->samples().add(other, R"({"event_name":"y"})", {});
    QCOMPARE(session->samples().rename(name, other), QStringLiteral("Ours-2"));
}

void TestSampleStore::whatASampleWasMadeOfGoesWithIt()
{
    const std::string text = R"({"event_name":"x"})";
    const auto session = open();
    const QString name = session->samples().add(QStringLiteral("Mine"), text, "original");
    QCOMPARE(session->samples().duplicate(name, QStringLiteral("Other")), QStringLiteral("Other"));
    QVERIFY(session->samples().find(QStringLiteral("Other"))->hasOriginal);
    session->samples().change(QStringLiteral("Other"), text + ' ');
    QVERIFY(session->samples().find(QStringLiteral("Other"))->hasOriginal);
    QString read;
    session->samples().readOriginal(
        QStringLiteral("Other"), session.get(),
        [&read](const Result<std::string> &original) { read = QString::fromStdString(original.value()); });
    QTRY_COMPARE(read, QStringLiteral("original"));
    session->finish();
    QCOMPARE(originalOf(m_folder, "Mine"), std::string("original"));
    QCOMPARE(m_folder.read(FileKind::Event, QStringLiteral("Other"))->bytes, text + ' ');
}

/// At once, before the disk has done anything, and later, under another name.
void TestSampleStore::aSampleThatIsBroughtBackIsWhole()
{
    const auto session = open();
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    const QString mine = session->samples().add(QStringLiteral("Mine"), R"({"event_name":"x"})", "original");
    const RemovedSample removed = session->samples().remove(mine);
    QCOMPARE(session->samples().bringBack(removed), mine);
    session->finish();
    QCOMPARE(originalOf(m_folder, "Mine"), std::string("original"));
    const RemovedSample again = session->samples().remove(mine);
    session->finish();
    QVERIFY(m_folder.read(FileKind::Event, mine).error().code == ErrorCode::FileNotFound);
    QCOMPARE(session->samples().add(mine, R"({"event_name":"y"})", {}), mine);
    QCOMPARE(session->samples().bringBack(again), QStringLiteral("Mine-2"));
    session->finish();
    QCOMPARE(originalOf(m_folder, "Mine-2"), std::string("original"));
    QVERIFY(originalOf(m_folder, "Mine").empty());
    QVERIFY(session->samples().find(QStringLiteral("Mine-2"))->hasOriginal);
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 0);
}

void TestSampleStore::samplesThatCannotBeSavedAreTriedAgain()
{
    const auto session = open();
    const QString cart = QStringLiteral("Cart");
    const QString path = m_folder.filePath(FileKind::Event, cart);
    const QString folder = QFileInfo(path).path();
    const QString away = folder + QStringLiteral(".away");
    const auto tryAgain = [&session] {
        bool isTried = false;
        session->samples().save(session.get(), [&isTried] { isTried = true; });
        QTRY_VERIFY(isTried);
    };
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    QVERIFY(QDir().rename(folder, away));
    QVERIFY(QFile::link(folder, folder)); // to itself, which leads nowhere
    session->samples().change(cart, R"({"event_name":"x"})");
    const QString mine = session->samples().add(QStringLiteral("Mine"), R"({"event_name":"y"})", "original");
    const QString copy = session->samples().duplicate(mine, QStringLiteral("Copy"));
    QCOMPARE(session->samples().rename(mine, QStringLiteral("Ours")), QStringLiteral("Ours"));
    tryAgain();
    QStringList unsaved = session->samples().unsaved();
    unsaved.sort();
    QCOMPARE(unsaved, (QStringList{cart, copy, QStringLiteral("Ours")}));
    QCOMPARE(failed.size(), 3);
    QVERIFY(QFile::remove(folder));
    QVERIFY(QDir().rename(away, folder));
    tryAgain();
    QVERIFY2(session->samples().unsaved().isEmpty(), qPrintable(session->samples().unsaved().join(u' ')));
    QCOMPARE(workspace::readFile(path).value(), std::string(R"({"event_name":"x"})"));
    QCOMPARE(originalOf(m_folder, "Ours"), std::string("original"));
    QCOMPARE(originalOf(m_folder, "Copy"), std::string("original"));
}

void TestSampleStore::samplesAreGivenUpAsTheyWereSaved()
{
    const auto session = open();
    const QString cart = QStringLiteral("Cart");
    const std::string before = session->samples().find(cart)->text;
    const qsizetype count = static_cast<qsizetype>(session->samples().all().size());
    session->samples().change(cart, R"({"event_name":"x"})"); // and nobody has heard of it yet
    session->samples().add(QStringLiteral("Mine"), R"({"event_name":"y"})", {});
    session->discardAll();
    QCOMPARE(session->samples().find(cart)->text, before);
    QCOMPARE(static_cast<qsizetype>(session->samples().all().size()), count);
    QVERIFY(session->samples().unsaved().isEmpty());
}

void TestSampleStore::twoWindowsSaveOneSample_data()
{
    QTest::addColumn<bool>("isDeleted");
    QTest::addColumn<QString>("kept");
    QTest::newRow("changed") << false << QStringLiteral("Cart-2");
    QTest::newRow("deleted") << true << QStringLiteral("Cart");
}

void TestSampleStore::twoWindowsSaveOneSample()
{
    QFETCH(bool, isDeleted);
    QFETCH(QString, kept);
    const QString cart = QStringLiteral("Cart");
    const auto first = open();
    const auto second = open();
    if (isDeleted)
        first->samples().remove(cart);
    else
        first->samples().change(cart, R"({"event_name":"first"})");
    first->finish();
    QSignalSpy beside(&second->samples(), &SampleStore::keptBeside);
    QSignalSpy failed(&second->samples(), &SampleStore::failed);
    second->samples().change(cart, R"({"event_name":"second"})");
    second->samples().change(cart, R"({"event_name":"second, further"})"); // before the first is answered
    QVERIFY(beside.wait());
    QCOMPARE(beside.first().at(1).toString(), kept);
    second->samples().change(kept, R"({"event_name":"second, at last"})");
    second->finish();
    QCoreApplication::processEvents();
    QCOMPARE(beside.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_folder.read(FileKind::Event, kept)->bytes, std::string(R"({"event_name":"second, at last"})"));
    if (!isDeleted) {
        QCOMPARE(m_folder.read(FileKind::Event, cart)->bytes, std::string(R"({"event_name":"first"})"));
        QCOMPARE(second->samples().find(cart)->text, std::string(R"({"event_name":"first"})"));
    }
}

void TestSampleStore::othersSamplesAreFollowed()
{
    const auto session = open();
    const std::size_t count = session->samples().all().size();
    const QString name = session->samples().all().front().name;
    const std::string theirs = R"({"event_name":"theirs"})";
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Event, name), theirs));
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Event, QStringLiteral("New")), theirs));
    QSignalSpy followed(&session->samples(), &SampleStore::followed);
    session->checkDisk();
    QTRY_COMPARE(session->samples().all().size(), count + 1);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(session->samples().find(name)->text, theirs);
    QVERIFY(session->samples().find(QStringLiteral("New"))->event);
    QVERIFY(session->samples().unsaved().isEmpty());
    QSignalSpy saved(&session->samples(), &SampleStore::saved);
    session->samples().change(name, R"({"event_name":"mine"})"); // on top of theirs, and no conflict
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(session->samples().all().size(), count + 1);
}

void TestSampleStore::samplesThatAreTypedIntoDoNotFollow()
{
    const auto session = open();
    const QString name = session->samples().all().front().name;
    const std::string theirs = R"({"event_name":"theirs"})";
    session->samples().hold({name});
    QVERIFY(workspace::saveFile(m_folder.filePath(FileKind::Event, name), theirs));
    QSignalSpy kept(&session->samples(), &SampleStore::keptBeside);
    session->checkDisk();
    session->finish();
    QCoreApplication::processEvents();
    QVERIFY(session->samples().find(name)->text != theirs);
    session->samples().change(name, R"({"event_name":"mine"})");
    QTRY_COMPARE(kept.size(), 1); // neither is lost
    QCOMPARE(session->samples().find(name)->text, theirs);
}

void TestSampleStore::aSampleThatCannotBeRenamedKeepsItsName()
{
    const auto session = open();
    const QString name = session->samples().all().front().name;
    session->remembered(session->at(0).name).sample = name;
    const QString inTheWay = m_folder.filePath(FileKind::Event, QStringLiteral("Wished"));
    QVERIFY(QDir().mkpath(inTheWay));
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    QSignalSpy back(&session->samples(), &SampleStore::notRenamed);
    const QString wished = session->samples().rename(name, QStringLiteral("Wished"));
    QCOMPARE(wished, QStringLiteral("Wished"));
    QVERIFY(session->samples().find(wished));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first(), (QVariantList{wished, name}));
    QVERIFY(session->samples().find(name) && !session->samples().find(wished));
    QCOMPARE(session->remembered(session->at(0).name).sample, name);
    session->samples().change(name, R"({"event_name":"changed"})");
    session->finish();
    QCOMPARE(m_folder.read(FileKind::Event, name)->bytes, std::string(R"({"event_name":"changed"})"));
}

void TestSampleStore::aSampleThatCannotBeDeletedStays()
{
    const auto session = open();
    const std::size_t count = session->samples().all().size();
    const QString name = session->samples().all().front().name;
    QVERIFY(workspace::saveFile(m_folder.localPath(QStringLiteral("trash")), "in place of the folder"));
    QSignalSpy failed(&session->samples(), &SampleStore::failed);
    const RemovedSample removed = session->samples().remove(name);
    QVERIFY(!session->samples().find(name));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(session->samples().find(name));
    QCOMPARE(session->samples().bringBack(removed), name); // it is there already
    QCOMPARE(session->samples().all().size(), count);
    QVERIFY(session->samples().unsaved().isEmpty());
}

QTEST_GUILESS_MAIN(TestSampleStore)
#include "tst_samplestore.moc"
