// SPDX-License-Identifier: GPL-3.0-or-later
#include "../accessiblenames.h"
#include "../pageparts.h"
#include "../pictures.h"
#include "../unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/common/messageline.h"
#include "ui/destinations/adddestinationpage.h"
#include "ui/destinations/gallerymodel.h"
#include "ui/editor/codeeditor.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

struct Fixture : PageParts<Fixture>
{
    Fixture() { showPage(page); }
    QString title() { return child<QLabel>("nameLabel")->text(); }
    QWidget *search() { return child<QLineEdit>("searchField"); }
    QListView *list() { return child<QListView>("templatesList"); }
    MessageLine *checkedLine() { return child<MessageLine>("checkedLine"); }

    AddDestinationPage page;
    QSignalSpy created{&page, &AddDestinationPage::created};
    QSignalSpy cancelled{&page, &AddDestinationPage::cancelled};
};

std::string createdId(const QSignalSpy &spy)
{
    return spy.isEmpty() ? std::string() : spy.first().first().value<connection::Connection>().id();
}

} // namespace

class TestAddDestinationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        theme().setScheme(Scheme::Light);
    }

    void listsAllTemplatesUnderTheirHeadings()
    {
        GalleryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.templateCount(), static_cast<int>(connection::gallery().size()));
        QCOMPARE(model.index(0).data(HeadingRole).toBool(), true);
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QCOMPARE(model.nextTemplate(-1, 1), 1);
        QCOMPARE(model.nextTemplate(1, 1), 3); // over the heading "Insider"
        QCOMPARE(model.nextTemplate(1, -1), -1);
        model.search(QStringLiteral("no such template"));
        QCOMPARE(model.rowCount(), 0);
    }

    void typingSearches_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("first");
        QTest::newRow("title") << "tiktok"
                               << "TikTok Events API";
        QTest::newRow("two words in any order") << "purchase insider"
                                                << "Insider purchase";
        QTest::newRow("description") << "channel heading"
                                     << "Slack blocks";
        QTest::newRow("the title that begins so") << "purchase, as"
                                                  << "Insider purchase, as published";
        QTest::newRow("group") << "published purchase"
                               << "Insider purchase, as published";
    }
    void typingSearches()
    {
        QFETCH(QString, words);
        QFETCH(QString, first);
        Fixture f;
        QTest::keyClicks(f.search(), words);
        QCOMPARE(f.title(), first);
    }

    void whatIsSoughtInVainCreatesNothing()
    {
        Fixture f;
        QTest::keyClicks(f.search(), QStringLiteral("zzzz"));
        QVERIFY(!f.child<QPushButton>("createButton")->isEnabled());
        QVERIFY(f.child<QLabel>("nothingFoundLabel")->isVisible());
        QTest::keyClick(f.search(), Qt::Key_Return);
        QCOMPARE(f.created.size(), 0);
        QTest::keyClick(f.search(), Qt::Key_Escape); // empties the search first
        QCOMPARE(f.cancelled.size(), 0);
        QCOMPARE(f.title(), QStringLiteral("Insider purchase"));
    }

    void theCountIsOfWhatIsFound()
    {
        Fixture f;
        QCOMPARE(f.child<QLabel>("countLabel")->text(), QStringLiteral("16 templates"));
        QTest::keyClicks(f.search(), QStringLiteral("slack"));
        QCOMPARE(f.child<QLabel>("countLabel")->text(), QStringLiteral("2 templates"));
    }

    void whatIsSoughtInVainHasAWayOn()
    {
        Fixture f;
        QTest::keyClicks(f.search(), QStringLiteral("zzzz"));
        auto *const nothing = f.child<QLabel>("nothingFoundLabel");
        QVERIFY(nothing->text().contains(QStringLiteral("<a ")));
        Q_EMIT nothing->linkActivated({});
        QVERIFY(f.child<QLineEdit>("searchField")->text().isEmpty());
        QCOMPARE(f.title(), QStringLiteral("Custom API"));
    }

    /// Their labels are alike in Hardal's originals.
    void whatIsPublishedIsNamedByItsTitle()
    {
        Fixture f;
        QTest::keyClicks(f.search(), QStringLiteral("purchase, as published"));
        QTest::keyClick(f.search(), Qt::Key_Return);
        QCOMPARE(f.created.size(), 1);
        const auto made = f.created.first().first().value<connection::Connection>();
        QCOMPARE(made.label(), std::string("Insider purchase, as published"));
        const auto original = *connection::Connection::load(
            connection::galleryTemplate(QStringLiteral("hardal-insider-purchase"))->bytes);
        QCOMPARE(connection::withText(made, connection::key::label, original.label())->bytes(),
                 original.bytes());
    }

    /// None of them is cut where the page is as wide as on a screen of 1280.
    void descriptionsFitTheirLine()
    {
        const QFontMetrics metrics(theme().font(Font::Small));
        for (const connection::GalleryTemplate &item : connection::gallery())
            QVERIFY2(metrics.horizontalAdvance(item.description) <= theme().scaled(410),
                     qPrintable(item.description));
    }

    void keysWalkAndCreate()
    {
        Fixture f;
        QCOMPARE(f.title(), QStringLiteral("Insider purchase")); // what most people come for
        QVERIFY(f.list()->viewport()->rect().contains(f.list()->visualRect(f.list()->currentIndex())));
        QTest::keyClick(f.search(), Qt::Key_Down);
        QCOMPARE(f.title(), QStringLiteral("Insider registration"));
        QTest::keyClick(f.search(), Qt::Key_Up);
        QCOMPARE(f.title(), QStringLiteral("Insider purchase"));
        QTest::keyClick(f.search(), Qt::Key_Up);
        QTest::keyClick(f.search(), Qt::Key_Up);
        QTest::keyClick(f.search(), Qt::Key_Up);
        QCOMPARE(f.title(), QStringLiteral("Custom API"));
        QTest::keyClick(f.search(), Qt::Key_Return);
        QCOMPARE(createdId(f.created), "my-endpoint");
    }

    void theListWalksTypesAndCreatesToo()
    {
        Fixture f;
        f.list()->setFocus();
        QTest::keyClick(f.list(), Qt::Key_Up);
        QCOMPARE(f.title(), QStringLiteral("Insider general"));
        QTest::keyClick(f.list(), Qt::Key_T);
        QCOMPARE(f.child<QLineEdit>("searchField")->text(), QStringLiteral("t"));
        f.list()->setFocus();
        QTest::keyClick(f.list(), Qt::Key_Enter);
        QCOMPARE(f.created.size(), 1);
    }

    void clicksChooseAndCreate()
    {
        Fixture f;
        const QRect first = f.list()->visualRect(f.list()->model()->index(1, 0));
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {}, first.center());
        QCOMPARE(f.title(), QStringLiteral("Custom API"));
        const QRect third = f.list()->visualRect(f.list()->model()->index(4, 0));
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {}, third.center());
        QCOMPARE(f.title(), QStringLiteral("Insider purchase"));
        const QRect heading = f.list()->visualRect(f.list()->model()->index(2, 0));
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {}, heading.center());
        QCOMPARE(f.title(), QStringLiteral("Insider purchase"));
        QTest::mouseClick(f.child<QPushButton>("createButton"), Qt::LeftButton);
        QCOMPARE(createdId(f.created), "insider-purchase");
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {}, third.center());
        QTest::mouseDClick(f.list()->viewport(), Qt::LeftButton, {}, third.center());
        QCOMPARE(f.created.size(), 2);
    }

    void escapeAndCancelLeave()
    {
        Fixture f;
        QTest::keyClick(f.search(), Qt::Key_Escape);
        QTest::keyClick(f.list(), Qt::Key_Escape);
        QTest::keyClick(f.child<CodeEditor>("bodyEditor"), Qt::Key_Escape);
        QTest::mouseClick(f.child<QPushButton>("cancelButton"), Qt::LeftButton);
        QCOMPARE(f.cancelled.size(), 4);
        QVERIFY(f.created.isEmpty());
    }

    void startForgetsTheSearch()
    {
        Fixture f;
        QTest::keyClicks(f.search(), QStringLiteral("slack"));
        f.page.start();
        QCOMPARE(f.child<QLineEdit>("searchField")->text(), QString());
        QCOMPARE(f.title(), QStringLiteral("Insider purchase"));
        QVERIFY(!f.page.hint().isEmpty());
    }

    void saysWhatIsToBeFilledIn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fires");
        QTest::addColumn<QString>("words");
        QTest::newRow("Insider purchase") << "insider-purchase"
                                          << "the event name equals purchase"
                                          << "your partner name and your token, both on the Headers page";
        QTest::newRow("blank") << "blank"
                               << "always: on every event"
                               << "your address, on the Settings page";
        QTest::newRow("TikTok") << "tiktok"
                                << "always: on every event"
                                << "YOUR_PIXEL_ID in the body";
        QTest::newRow("Slack") << "slack"
                               << "always: on every event"
                               << "your address, on the Settings page";
        QTest::newRow("Meta") << "meta"
                              << "always: on every event"
                              << "your access key, on the Headers page; YOUR_PIXEL_ID in the address, on the "
                                 "Settings page";
        QTest::newRow("Segmentify") << "segmentify-page-view"
                                    << "always: on every event"
                                    << "Origin, on the Headers page; YOUR-DATA-CENTER and YOUR-API-KEY in "
                                       "the address, on the Settings "
                                       "page";
    }
    void saysWhatIsToBeFilledIn()
    {
        QFETCH(QString, name);
        QFETCH(QString, fires);
        QFETCH(QString, words);
        const auto loaded = connection::Connection::load(connection::galleryTemplate(name)->bytes);
        QVERIFY(loaded);
        QCOMPARE(factsOf(*loaded).fillIn, words);
        QCOMPARE(factsOf(*loaded).firesWhen, fires);
    }

    void checksByInsidersRules_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("part");
        QTest::newRow("sound") << "insider-purchase" << int(Tone::Good)
                               << "accept it with “Purchase, one product”";
        QTest::newRow("sound, by its name") << "insider-registration" << int(Tone::Good) << "“Registration”";
        QTest::newRow("rejected") << "hardal-insider-purchase" << int(Tone::Error) << "event_group_id";
        QTest::newRow("rejected, of every event")
            << "hardal-insider-general" << int(Tone::Error) << "would reject it";
        QTest::newRow("loses data, by its name")
            << "hardal-insider-registration" << int(Tone::Warning) << "“Registration”";
        QTest::newRow("not Insider's") << "meta" << int(Tone::Neutral) << "nothing to check it by";
    }
    void checksByInsidersRules()
    {
        QFETCH(QString, name);
        QFETCH(int, tone);
        QFETCH(QString, part);
        const auto loaded = connection::Connection::load(connection::galleryTemplate(name)->bytes);
        QVERIFY(loaded);
        const TemplateCheck check = checked(*loaded);
        QVERIFY2(check.words.contains(part), qPrintable(check.words));
        QCOMPARE(int(check.tone), tone);
    }

    void thePreviewFollows()
    {
        Fixture f;
        QTest::keyClicks(f.search(), QStringLiteral("insider purchase"));
        QTRY_COMPARE(int(f.checkedLine()->tone()), int(Tone::Good));
        const auto *const editor = f.child<CodeEditor>("bodyEditor");
        QVERIFY(editor->isReadOnly());
        QVERIFY(editor->bytes().starts_with("{\n  \"users\": ["));
        QVERIFY(f.child<QLabel>("linesLabel")->text().startsWith(QLatin1String("33 lines")));
    }

    void everyControlHasAName()
    {
        Fixture f;
        QCOMPARE(namelessControls(f.page), QStringList());
    }

    void fitsAndLooksRight()
    {
        {
            Fixture f;
            QTRY_COMPARE(int(f.checkedLine()->tone()), int(Tone::Good));
            takePicture(f.page, QStringLiteral("add-destination"));
            QTest::keyClicks(f.search(), QStringLiteral("published"));
            QTRY_COMPARE(int(f.checkedLine()->tone()), int(Tone::Error));
            takePicture(f.page, QStringLiteral("add-destination-published"));
        }
        LongWords words;
        QCoreApplication::installTranslator(&words);
        Fixture f;
        QTest::keyClick(f.search(), Qt::Key_Down);
        QTRY_VERIFY(f.checkedLine()->tone() != Tone::Neutral);
        takePicture(f.page, QStringLiteral("add-destination-long"));
        QVERIFY2(f.page.minimumSizeHint().width() <= pageSize().width(),
                 qPrintable(QString::number(f.page.minimumSizeHint().width())));
        QVERIFY(f.page.minimumSizeHint().height() <= pageSize().height());
        QCoreApplication::removeTranslator(&words);
    }
};

QTEST_MAIN(TestAddDestinationPage)
#include "tst_adddestinationpage.moc"
