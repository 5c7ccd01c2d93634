// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "starterror.h"
#include "workspace/folder.h"

#include <QAbstractButton>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;

/// A program that cannot start says why: to one who reads standard error, and to one who does not.
class TestWindowStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void saysWhyInABox();
    void hasWaysOut_data();
    void hasWaysOut();
    void isWatched_data();
    void isWatched();
    void endsWhereNobodyWatches();
    void helpNeedsNoDisplay_data();
    void helpNeedsNoDisplay();
};

namespace {

QString plain(const QAbstractButton *button)
{
    return button->text().remove(QLatin1Char('&'));
}

QStringList wordsOf(const QMessageBox &box)
{
    QStringList out;
    for (const QAbstractButton *const button : box.buttons())
        out << plain(button);
    out.sort();
    return out;
}

} // namespace

void TestWindowStart::saysWhyInABox()
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Connection Designer"));
    const auto box = startErrorBox({ErrorCode::FileUnreadable,
                                    QStringLiteral("it may not be <b>read</b>"),
                                    QStringLiteral("ask its owner"),
                                    QStringLiteral("/some/folder"),
                                    {}});
    box->show();
    QVERIFY(QTest::qWaitForWindowExposed(box.get()));
    QCOMPARE(box->icon(), QMessageBox::Critical);
    QVERIFY(box->text().contains(QStringLiteral("cannot be opened")));
    QVERIFY(box->text().endsWith(QStringLiteral("\n/some/folder: it may not be <b>read</b>; ask its owner")));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QCOMPARE(wordsOf(*box),
             QStringList({QStringLiteral("Close"), QStringLiteral("Open another folder…"),
                          QStringLiteral("Open the example")}));
    box->button(QMessageBox::Close)->click();
    QVERIFY(!box->isVisible());
    QVERIFY(startChoiceOf(*box) == StartChoice::Close);
}

void TestWindowStart::hasWaysOut_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("choice");
    QTest::newRow("another") << QStringLiteral("Open another folder…") << int(StartChoice::OpenAnother);
    QTest::newRow("here") << QStringLiteral("Make it a workspace") << int(StartChoice::MakeHere);
    QTest::newRow("example") << QStringLiteral("Open the example") << int(StartChoice::OpenExample);
    QTest::newRow("none") << QStringLiteral("Close") << int(StartChoice::Close);
}

/// A folder that is not there can become one.
void TestWindowStart::hasWaysOut()
{
    QFETCH(const QString, words);
    const auto box = startErrorBox(workspace::Folder::open(QStringLiteral("/no/such/folder")).error());
    box->show();
    QVERIFY(QTest::qWaitForWindowExposed(box.get()));
    QCOMPARE(wordsOf(*box).size(), 4);
    for (QAbstractButton *const button : box->buttons()) {
        if (plain(button) == words)
            button->click();
    }
    QVERIFY(!box->isVisible());
    QTEST(int(startChoiceOf(*box)), "choice");
}

void TestWindowStart::isWatched_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<bool>("watched");
    QTest::newRow("X11") << QStringLiteral("xcb") << true;
    QTest::newRow("Wayland") << QStringLiteral("wayland") << true;
    QTest::newRow("into memory") << QStringLiteral("offscreen") << false;
    QTest::newRow("nothing") << QStringLiteral("minimal") << false;
}

void TestWindowStart::isWatched()
{
    QFETCH(const QString, platform);
    QTEST(designer::isWatched(platform), "watched");
}

void TestWindowStart::endsWhereNobodyWatches()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("no-folder")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("HOME"), dir.path());
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(DESIGNER_PROGRAM), {file.fileName()});
    QVERIFY(program.waitForFinished(120'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 3);
    const QByteArray told = program.readAllStandardError();
    QVERIFY2(told.contains("connection-designer: " + file.fileName().toUtf8() + ": "), told.constData());
}

void TestWindowStart::helpNeedsNoDisplay_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("--help") << QByteArray("[workspace]");
    QTest::newRow("--version") << QByteArray("connection-designer ");
}

void TestWindowStart::helpNeedsNoDisplay()
{
    QFETCH(const QByteArray, says);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(DESIGNER_PROGRAM), {QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY(program.waitForFinished(120'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.readAllStandardOutput().contains(says));
}

QTEST_MAIN(TestWindowStart)

#include "tst_window_start.moc"
