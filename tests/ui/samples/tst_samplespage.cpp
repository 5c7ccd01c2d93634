// SPDX-License-Identifier: GPL-3.0-or-later
#include "../accessiblenames.h"
#include "samplesfixture.h"
#include "ui/common/banner.h"
#include "ui/common/messageline.h"
#include "ui/common/searchfield.h"
#include "ui/common/twolinedelegate.h"
#include "ui/editor/codeeditor.h"
#include "ui/samples/lacks.h"
#include "ui/samples/samplespage.h"
#include "workspace/file.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace designer;
using namespace designer::ui;

namespace {

const std::string connectionText = "{\"endpoint_url\": \"https://a.example/\", "
                                   "\"request_format\": {\"a\": \"##event_name##\"}}";

using Fixture = SamplesFixture;

/// No event, and no JSON text either.
const std::string cutOff = "{\"event_name\": \"\xff";

/// A broken sample, a pasted event that was worked on, one that does not read; then the window goes.
void leaveWork(Fixture &f)
{
    f.paste(canonical);
    f.rename(QStringLiteral("A"));
    f.editor()->setCaret(canonical.find("10}"));
    QTest::keyClicks(f.editor(), QStringLiteral("x"));
    f.page.take(push, QStringLiteral("Push"));
    f.editor()->setCaret(f.editor()->bytes().find("2149"));
    QTest::keyClicks(f.editor(), QStringLiteral("7"));
    f.page.take(cutOff, QStringLiteral("Cut off"));
    f.page.setSession(nullptr);
    f.session.finish();
    QTRY_VERIFY(QFile::exists(f.drafts(1)) && !QFile::exists(f.lock(1)));
}

} // namespace

class TestSamplesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        QGuiApplication::clipboard()->clear();
    }

    void anEmptyWorkspaceOffersTheShippedSamples()
    {
        Fixture f;
        QVERIFY(f.child<QWidget>("emptyPage")->isVisible());
        const auto buttons = f.child<QWidget>("emptyPage")->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 3);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(f.session.samples().all().size(),
                 event::shippedSamples(std::chrono::system_clock::now()).size());
        QVERIFY(f.child<QWidget>("mainPage")->isVisible());
        for (int row = 0; row < f.list()->model()->rowCount(); ++row)
            QVERIFY2(f.about(row).endsWith(QLatin1String("shipped")), qPrintable(f.about(row)));
    }

    void aPastedEventIsKeptAtOnce()
    {
        Fixture f;
        f.paste(canonical);
        QCOMPARE(f.session.samples().all().size(), 1U);
        QCOMPARE(f.editor()->bytes(), canonical);
        QCOMPARE(f.about(0), QStringLiteral("purchase · yours"));
        f.paste("  \n");
        QVERIFY(f.message().contains(QLatin1String("no text")));
        QCOMPARE(f.session.samples().all().size(), 1U);
    }

    void aForeignEventWaitsAndIsKeptInBothForms()
    {
        Fixture f;
        f.paste(shippedSample("push-envelope").text);
        QCOMPARE(f.session.samples().all().size(), 0U);
        QVERIFY(f.child<Banner>("banner")->content().title.contains(QLatin1String("push message")));
        QCOMPARE(f.about(0), QStringLiteral("pasted, not kept yet"));
        QCOMPARE(f.page.hintTone(), Tone::Warning);
        QCOMPARE(f.original()->bytes(), shippedSample("push-envelope").text);
        QVERIFY(f.original()->markedLine() && f.editor()->markedLine());
        f.rename(QStringLiteral("Push from the site"));
        f.click("keepButton");
        QCOMPARE(f.session.samples().all().size(), 1U);
        QCOMPARE(f.session.samples().all().front().name, QStringLiteral("Push from the site"));
        QCOMPARE(f.session.samples().all().front().text,
                 event::convert(shippedSample("push-envelope").text)->text);
        QCOMPARE(f.chosen.size(), 1);
        f.session.finish();
        QCOMPARE(f.originalOf("Push from the site"), shippedSample("push-envelope").text);
        QVERIFY(f.original()->isVisible()); // and is still shown beside it
    }

    void aForeignEventCanBeKeptAsPasted()
    {
        Fixture f;
        f.paste(push);
        f.click("keepPastedButton");
        QCOMPARE(f.session.samples().all().front().text, push);
        QVERIFY(!f.original()->isVisible());
    }

    void aCallInAScriptCannotBeKeptAsItIs()
    {
        Fixture f;
        f.paste(shippedSample("track-call").text);
        QVERIFY(!f.child<QPushButton>("keepPastedButton")->isEnabled());
        QVERIFY(f.child<QPushButton>("keepButton")->isEnabled());
    }

    void whatItLacksIsPutIn()
    {
        Fixture f;
        f.paste(push);
        auto *const time = f.child<MessageLine>("timeLine");
        auto *const customer = f.child<MessageLine>("customerLine");
        QVERIFY(time->isVisible() && customer->isVisible());
        Q_EMIT time->linkActivated(QString::number(int(insider::Lack::Time)));
        QVERIFY(!time->isVisible());
        QVERIFY(f.editor()->bytes().find("\"created_at\": \"2026-11-25T14:32:00.000Z\"")
                != std::string::npos);
        Q_EMIT customer->linkActivated(QString::number(int(insider::Lack::Customer)));
        QVERIFY(!customer->isVisible());
        QTest::keyClicks(f.editor(), QStringLiteral("a@b.example")); // it waits to be written over
        QVERIFY(f.editor()->bytes().find("\"email\": \"a@b.example\"") != std::string::npos);
        f.click("keepButton");
        QVERIFY(f.session.samples().all().front().event);
        QCOMPARE(json::Document(f.session.samples().all().front().text).at("/user/email").text(),
                 "a@b.example");
    }

    void editsAreSavedAfterAPause()
    {
        Fixture f;
        f.paste(canonical);
        f.editor()->setCaret(canonical.find("10}"));
        QTest::keyClicks(f.editor(), QStringLiteral("77"));
        QCOMPARE(f.session.samples().all().front().text, canonical);
        QTRY_VERIFY(f.session.samples().all().front().text.find("7710") != std::string::npos);
        QTest::keyClick(f.editor(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.session.samples().all().front().text, canonical);
        QTest::keyClick(f.editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.session.samples().all().front().text.find("7710") != std::string::npos);
    }

    void brokenTextIsKeptInTheEditorAndNotSaved()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("A"));
        f.paste(canonical);
        f.rename(QStringLiteral("B"));
        f.editor()->setCaret(canonical.find("10}"));
        QTest::keyClicks(f.editor(), QStringLiteral("x"));
        auto *const error = f.child<MessageLine>("errorLine");
        QTRY_VERIFY(error->isVisible());
        QVERIFY2(error->text().contains(QLatin1String("Line 5, column ")), qPrintable(error->text()));
        QCOMPARE(f.session.samples().find(QStringLiteral("B"))->text, canonical);
        QTest::keyClick(f.list(), Qt::Key_Up);
        QVERIFY(!error->isVisible());
        QTest::keyClick(f.list(), Qt::Key_Down);
        QVERIFY(f.editor()->bytes().find("x10") != std::string::npos);
        QVERIFY(error->isVisible());
        QCOMPARE(f.about(1), QStringLiteral("does not read as an event"));
    }

    void whatIsNotKeptYetIsThereTheNextTime_data()
    {
        QTest::addColumn<bool>("changed");
        QTest::newRow("as it was left") << false;
        QTest::newRow("a sample was changed meanwhile") << true;
    }
    void whatIsNotKeptYetIsThereTheNextTime()
    {
        QFETCH(bool, changed);
        Fixture f;
        leaveWork(f);
        const QString path = f.session.folder().filePath(workspace::FileKind::Event, QStringLiteral("A"));
        if (changed)
            QVERIFY(workspace::saveFile(path, "{\"event_name\": \"theirs\"}"));

        Fixture next(f.folder.path());
        QTRY_COMPARE(next.list()->model()->rowCount(), changed ? 4 : 3);
        QCOMPARE(next.names().mid(0, 2), (QStringList{QStringLiteral("Push"), QStringLiteral("Cut off")}));
        next.chooseRow(0);
        QCOMPARE(next.original()->bytes(), push);
        QVERIFY(holds(next.editor()->bytes(), "72149.80"));
        next.chooseRow(1);
        QCOMPARE(next.editor()->bytes(), cutOff);
        QVERIFY(next.child<MessageLine>("errorLine")->isVisible());
        next.chooseRow(2);
        QVERIFY(holds(next.editor()->bytes(), "x10}"));
        QVERIFY(next.child<MessageLine>("errorLine")->isVisible());
        QCOMPARE(next.about(2),
                 changed ? QStringLiteral("pasted, not kept yet")
                         : QStringLiteral("does not read as an event"));
    }

    void whatIsKeptOrDeletedDoesNotComeBack()
    {
        Fixture f;
        leaveWork(f);
        Fixture next(f.folder.path());
        QTRY_COMPARE(next.list()->model()->rowCount(), 3);
        next.chooseRow(2);
        next.editor()->edit({0, next.editor()->byteCount(), canonical});
        next.chooseRow(1);
        next.click("deleteButton");
        next.chooseRow(0);
        next.click("keepButton");
        QVERIFY(holds(next.session.samples().find(QStringLiteral("Push"))->text, "72149.80"));
        QTRY_VERIFY(!QFile::exists(f.drafts(1)));
        QCOMPARE(next.session.samples().all().size(), 2U);
    }

    void windowsKeepWhatTheyHaveNotKeptApart()
    {
        Fixture f;
        f.page.take(cutOff, QStringLiteral("One"));
        QTRY_VERIFY(QFile::exists(f.drafts(1)));
        {
            Fixture other(f.folder.path());
            other.page.take(cutOff, QStringLiteral("Two"));
            QTRY_VERIFY(QFile::exists(f.drafts(2)));
            QCOMPARE(other.names(), QStringList{QStringLiteral("Two")});
            Fixture hasty(f.folder.path());
            hasty.page.take(cutOff, QStringLiteral("Three"));
            hasty.page.setSession(nullptr); // before it has seen what was left
            QTRY_VERIFY(QFile::exists(f.drafts(3)));
        }
        f.page.setSession(nullptr);
        QTRY_VERIFY(!QFile::exists(f.lock(1)));
        Fixture next(f.folder.path());
        QTRY_COMPARE(next.names(),
                     (QStringList{QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")}));
        QVERIFY(!QFile::exists(f.drafts(2)));
    }

    void draftsThatCannotBeReadAreSetAside()
    {
        Fixture f;
        leaveWork(f);
        QVERIFY(workspace::saveFile(f.drafts(1), "no drafts"));
        Fixture next(f.folder.path());
        QTRY_VERIFY(QFile::exists(f.drafts(1) + QStringLiteral(".unreadable")));
    }

    void brokenPasteIsMendedInPlace()
    {
        Fixture f;
        f.paste("{\"event_name\": \"purchase\", }");
        QVERIFY(f.child<MessageLine>("errorLine")->isVisible());
        QVERIFY(!f.child<QPushButton>("keepButton")->isEnabled());
        f.editor()->edit({23, 26, ""});
        f.editor()->edit({0, f.editor()->byteCount(), "{\"event_name\": \"purchase\"}"});
        QTRY_VERIFY(f.child<QPushButton>("keepButton")->isEnabled());
        f.click("keepButton");
        QCOMPARE(f.session.samples().all().front().text, "{\"event_name\": \"purchase\"}");
    }

    void whatCameInIsKeptWhileItsConversionDoesNotRead()
    {
        Fixture f;
        f.page.take(canonical, QStringLiteral("Other"));
        f.page.take(push, QStringLiteral("Push"));
        f.editor()->edit({0, 1, "["});
        f.chooseRow(1);
        QVERIFY(!f.original()->isVisible());
        f.chooseRow(0);
        QVERIFY(f.child<MessageLine>("errorLine")->isVisible());
        QVERIFY(!f.child<QPushButton>("keepButton")->isEnabled());
        QCOMPARE(f.original()->bytes(), push);
        QVERIFY(f.original()->isVisible());
        f.editor()->edit({0, 1, "{"});
        QTRY_VERIFY(f.child<QPushButton>("keepButton")->isEnabled());
        f.click("keepButton");
        QCOMPARE(f.originalOf("Push"), push);
    }

    void theWayToAMistakeIsALink()
    {
        Fixture f;
        f.page.take("{\n  \"event_name\": \"a\",\n  \"user_id\":\n}", QStringLiteral("A"));
        auto *const error = f.child<MessageLine>("errorLine");
        QVERIFY2(error->text().contains(QLatin1String("\"4\"")), qPrintable(error->text()));
        f.list()->setFocus();
        Q_EMIT error->linkActivated(QStringLiteral("4"));
        QCOMPARE(f.editor()->lineOf(f.editor()->caret()), 3);
        QCOMPARE(f.page.focusWidget(), f.editor());
    }

    void aConnectionIsOfferedToTheDestinations()
    {
        Fixture f;
        QSignalSpy offered(&f.page, &SamplesPage::connectionOffered);
        f.paste(canonical);
        f.paste(connectionText);
        QVERIFY(f.message().contains(QLatin1String("connection")));
        Q_EMIT f.child<MessageLine>("messageLine")->linkActivated(QStringLiteral("connection"));
        QCOMPARE(offered.size(), 1);
        QCOMPARE(f.session.samples().all().size(), 1U);
    }

    void renamesDuplicatesDeletesAndBringsBack()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("Sipariş, tek ürün"));
        QVERIFY(f.session.samples().find(QStringLiteral("Sipariş, tek ürün")));
        f.click("duplicateButton");
        QCOMPARE(f.session.samples().all().size(), 2U);
        QVERIFY(f.child<QLineEdit>("nameEdit")->hasSelectedText());
        QTest::keyClick(f.list(), Qt::Key_Delete);
        QCOMPARE(f.session.samples().all().size(), 1U);
        QCOMPARE(f.child<QLineEdit>("nameEdit")->text(), QStringLiteral("Sipariş, tek ürün"));
        Q_EMIT f.child<MessageLine>("messageLine")->linkActivated(QStringLiteral("back"));
        QCOMPARE(f.session.samples().all().size(), 2U);
        f.click("deleteButton");
        f.click("deleteButton");
        QCOMPARE(f.session.samples().all().size(), 0U);
    }

    void whatIsDeletedCanBeBroughtBackAfterThePageWasLeft()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("First"));
        f.paste(canonical);
        f.rename(QStringLiteral("Second"));
        f.click("deleteButton");
        QVERIFY(f.message().contains(QStringLiteral("“Second” is deleted.")));
        f.page.hide();
        f.page.show();
        f.page.start();
        QVERIFY(f.message().contains(QStringLiteral("“Second” is deleted.")));
        Q_EMIT f.child<MessageLine>("messageLine")->linkActivated(QStringLiteral("back"));
        QCOMPARE(f.names(), QStringList({QStringLiteral("First"), QStringLiteral("Second")}));
        f.page.start();
        QCOMPARE(f.message(), QString()); // there is nothing to bring back
        f.click("deleteButton");
        f.rename(QStringLiteral("Other"));
        f.page.start();
        QCOMPARE(f.message(), QString()); // nor would an undo bring it back
    }

    void theLastOneCanBeBroughtBackToo()
    {
        Fixture f;
        f.paste(canonical);
        f.click("deleteButton");
        QVERIFY(f.child<QWidget>("emptyPage")->isVisible());
        QList<MessageLine *> offers; // in the foot, and nowhere else on the page
        for (MessageLine *const line : f.page.findChildren<MessageLine *>()) {
            if (line->isVisible() && line->text().contains(QStringLiteral("Bring it back")))
                offers << line;
        }
        QCOMPARE(offers.size(), 1);
        Q_EMIT offers.first()->linkActivated(QStringLiteral("back"));
        QCOMPARE(f.session.samples().all().size(), 1U);
        QVERIFY(f.list()->isVisible());
    }

    void anEmptyNameIsRefusedInWords()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("Mine"));
        const auto *const line = f.child<MessageLine>("nameLine");
        QVERIFY(!line->isVisible());
        f.rename(QStringLiteral("  "));
        auto *const name = f.child<QLineEdit>("nameEdit");
        QCOMPARE(name->text(), QStringLiteral("Mine"));
        QVERIFY(f.session.samples().find(QStringLiteral("Mine")));
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), QStringLiteral("A sample needs a name. It keeps this one."));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const int gap = line->y() - name->geometry().bottom();
        QVERIFY2(gap > 0 && gap < name->height(), qPrintable(QString::number(gap))); // just below the field
        QVERIFY(line->height() >= line->heightForWidth(line->width())); // nothing is cut
        QTest::keyClicks(name, QStringLiteral("x"));
        QVERIFY(!line->isVisible());
    }

    /// What is said has a place of its own: the buttons stay under the mouse.
    void nothingMovesWhenSomethingIsSaid()
    {
        Fixture f;
        f.paste(canonical);
        f.click("duplicateButton");
        auto *const button = f.child<QPushButton>("deleteButton");
        auto *const text = f.editor();
        const QRect before(button->mapTo(&f.page, QPoint()), button->size());
        const QRect textBefore(text->mapTo(&f.page, QPoint()), text->size());
        f.click("deleteButton");
        const auto *const line = f.child<MessageLine>("messageLine");
        QTRY_VERIFY(line->isVisible());
        QVERIFY(!f.child<MessageLine>("footLine")->isVisible());
        QTRY_VERIFY(line->height() > 0 && line->width() > theme().scaled(200));
        QCOMPARE(QRect(button->mapTo(&f.page, QPoint()), button->size()), before);
        QCOMPARE(QRect(text->mapTo(&f.page, QPoint()), text->size()), textBefore);
    }

    void escapeTakesBackATypedName()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("Mine"));
        auto *const name = f.child<QLineEdit>("nameEdit");
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("xyz"));
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), QStringLiteral("Mine"));
        QCOMPARE(f.closed.size(), 0);
        QTest::keyClick(name, Qt::Key_Escape); // nothing is typed any more
        QCOMPARE(f.closed.size(), 1);
        QVERIFY(f.session.samples().find(QStringLiteral("Mine")));
    }

    void searches()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("First"));
        f.paste(canonical);
        f.rename(QStringLiteral("Second"));
        QTest::keyClicks(f.child<QLineEdit>("searchField"), QStringLiteral("sec"));
        QCOMPARE(f.list()->model()->rowCount(), 1);
        QTest::keyClicks(f.child<QLineEdit>("searchField"), QStringLiteral("zzz"));
        QVERIFY(f.child<QLabel>("nothingFoundLabel")->isVisible());
        QTest::keyClick(f.child<QLineEdit>("searchField"), Qt::Key_Escape);
        QCOMPARE(f.list()->model()->rowCount(), 2);
        QCOMPARE(f.closed.size(), 0);
        f.child<QLineEdit>("searchField")->insert(QString(30000, QLatin1Char('x'))); // pasted by mistake
        QCOMPARE(f.child<QLineEdit>("searchField")->text().size(), longestSearch);
    }

    void opensFilesAndTakesDrops()
    {
        Fixture f;
        const QTemporaryDir elsewhere;
        const QString path = elsewhere.filePath(QStringLiteral("Mağaza.json"));
        QVERIFY(workspace::saveFile(path, canonical));
        f.prompter.queuePath(path);
        f.click("openButton");
        QTRY_VERIFY(f.session.samples().find(QStringLiteral("Mağaza")));

        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&f.page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&f.page, &drop);
        QTRY_COMPARE(f.session.samples().all().size(), 2U);

        f.prompter.queuePath(elsewhere.filePath(QStringLiteral("none.json")));
        f.click("openButton");
        QTRY_COMPARE(f.child<MessageLine>("messageLine")->tone(), Tone::Error);
    }

    void choosesForTestsAndLeaves()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("A"));
        f.click("testButton");
        QCOMPARE(f.chosen.size(), 1);
        QCOMPARE(f.chosen.first().first().toString(), QStringLiteral("A"));
        QCOMPARE(f.closed.size(), 1);
        QTest::keyClick(f.list(), Qt::Key_Return);
        QCOMPARE(f.chosen.size(), 2);
        QTest::keyClick(f.list(), Qt::Key_Escape);
        QTest::keyClick(f.editor(), Qt::Key_Escape);
        f.click("closeButton");
        QCOMPARE(f.closed.size(), 5);
    }

    void everyControlHasAName()
    {
        Fixture f;
        QCOMPARE(namelessControls(f.page), QStringList());
        f.paste(push);
        QCOMPARE(namelessControls(f.page), QStringList());
    }

    void tabGoesOnFromTheListToTheEventToTheFootToTheHead()
    {
        Fixture f;
        f.page.take(push, QStringLiteral("Push"));
        const QStringList wanted{QStringLiteral("searchField"),  QStringLiteral("samplesList"),
                                 QStringLiteral("nameEdit"),     QStringLiteral("duplicateButton"),
                                 QStringLiteral("deleteButton"), QStringLiteral("originalEditor"),
                                 QStringLiteral("eventEditor"),  QStringLiteral("keepPastedButton"),
                                 QStringLiteral("keepButton"),   QStringLiteral("testButton"),
                                 QStringLiteral("pasteButton"),  QStringLiteral("openButton"),
                                 QStringLiteral("closeButton")};
        QStringList stops;
        QWidget *at = f.child<QWidget>("searchField");
        do {
            if (wanted.contains(at->objectName()))
                stops << at->objectName();
            at = at->nextInFocusChain();
        } while (at != f.child<QWidget>("searchField"));
        QCOMPARE(stops, wanted);
    }

    void fitsAndLooksRight_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("english") << false;
        QTest::newRow("long") << true;
    }
    void fitsAndLooksRight()
    {
        QFETCH(bool, isLong);
        const QString suffix = isLong ? QStringLiteral("-long") : QString();
        LongWords words;
        if (isLong)
            QCoreApplication::installTranslator(&words);
        Fixture f;
        takePicture(f.page, QStringLiteral("samples-empty") + suffix);
        QTest::mouseClick(f.child<QWidget>("emptyPage")->findChildren<QPushButton *>().first(),
                          Qt::LeftButton);
        takePicture(f.page, QStringLiteral("samples") + suffix);
        f.paste(shippedSample(isLong ? "sdk-event" : "push-envelope").text);
        f.rename(isLong ? QStringLiteral("Değiştirilebilirliği sınanan çok uzun adlı sipariş olayı örneği")
                        : QStringLiteral("Push from the site"));
        takePicture(f.page, QStringLiteral("samples-foreign") + suffix);
        QVERIFY2(f.page.minimumSizeHint().width() <= pageSize().width(),
                 qPrintable(QString::number(f.page.minimumSizeHint().width())));
        QVERIFY2(f.page.minimumSizeHint().height() <= pageSize().height(),
                 qPrintable(QString::number(f.page.minimumSizeHint().height())));
        f.paste("{\"event_name\": \"purchase\",\n \"created_at\": }");
        takePicture(f.page, QStringLiteral("samples-broken") + suffix);
        f.click("deleteButton");
        takePicture(f.page, QStringLiteral("samples-deleted") + suffix);
        QCoreApplication::removeTranslator(&words);
    }
};

QTEST_MAIN(TestSamplesPage)
#include "tst_samplespage.moc"
