// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesfixture.h"
#include "ui/common/evidencebadge.h"

#include <QLabel>
#include <QPushButton>

#include <cstdlib>

using namespace designer;
using namespace designer::ui;
using Fixture = SamplesFixture;

namespace {

/// What a program finds that comes after one that was killed.
void copyWorkspace(Fixture &from, const QString &path)
{
    from.session.finish();
    const workspace::Folder to = *workspace::Folder::create(path);
    for (const QString &name : from.session.folder().names(workspace::FileKind::Event)) {
        const auto file = from.session.folder().read(workspace::FileKind::Event, name);
        QVERIFY(to.save(workspace::FileKind::Event, name, file->bytes, {}));
    }
    QVERIFY(
        to.saveLocal(QStringLiteral("sample-drafts/1.json"), workspace::readFile(from.drafts(1)).value()));
}

} // namespace

/// Nothing of a sample is lost, and the page says what becomes of it.
class TestSamplesKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        QGuiApplication::clipboard()->clear();
    }

    void whatASampleWasConvertedFromIsNotLost_data()
    {
        QTest::addColumn<bool>("isLoaded");
        QTest::newRow("before it was loaded") << false;
        QTest::newRow("after") << true;
    }

    void whatASampleWasConvertedFromIsNotLost()
    {
        QFETCH(bool, isLoaded);
        Fixture f;
        f.paste(push);
        f.rename(QStringLiteral("A"));
        f.click("keepButton");
        f.openAgain();
        QVERIFY(!f.original()->isVisible());
        if (isLoaded)
            QTRY_VERIFY(f.original()->isVisible());
        f.click("duplicateButton");
        QCOMPARE(f.originalOf("A, copy"), push);
        QTRY_COMPARE(f.original()->bytes(), push);
        f.page.start(QStringLiteral("A"));
        f.click("deleteButton");
        QVERIFY(f.originalOf("A").empty());
        Q_EMIT f.child<MessageLine>("messageLine")->linkActivated(QStringLiteral("back"));
        QCOMPARE(f.originalOf("A"), push);
        QTRY_COMPARE(f.original()->bytes(), push);
    }

    void whatSomebodyElseChangedIsKeptBeside()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("A"));
        f.session.finish();
        const QString path = f.session.folder().filePath(workspace::FileKind::Event, QStringLiteral("A"));
        QVERIFY(workspace::saveFile(path, "{\"event_name\": \"theirs\"}"));
        f.editor()->setCaret(canonical.find("10}"));
        QTest::keyClicks(f.editor(), QStringLiteral("77"));
        QTRY_VERIFY(f.message().contains(QLatin1String("Somebody else changed")));
        QCOMPARE(f.child<QLineEdit>("nameEdit")->text(), QStringLiteral("A-2"));
        QTest::keyClicks(f.editor(), QStringLiteral("5")); // goes on where it was
        QTRY_VERIFY(f.session.samples().find(QStringLiteral("A-2"))->text.find("77510") != std::string::npos);
        f.session.finish();
        QCOMPARE(workspace::readFile(path).value(), std::string("{\"event_name\": \"theirs\"}"));
        f.page.start(QStringLiteral("A"));
        QCOMPARE(f.editor()->bytes(), std::string("{\"event_name\": \"theirs\"}"));
    }

    void undoBringsBackOneAfterAnother()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("A"));
        f.editor()->edit({0, 1, "broken"});
        f.paste(push);
        f.rename(QStringLiteral("B"));
        f.click("deleteButton");
        f.click("deleteButton");
        QCOMPARE(f.list()->model()->rowCount(), 0);
        f.child<QPushButton>("pasteButton")->setFocus();
        QTest::keyClick(f.child<QPushButton>("pasteButton"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.editor()->bytes(), "broken" + canonical.substr(1)); // what could not be saved too
        QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.about(0), QStringLiteral("pasted, not kept yet"));
        QCOMPARE(f.child<QLineEdit>("nameEdit")->text(), QStringLiteral("B"));
        QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier); // what was done before
        QCOMPARE(f.list()->model()->rowCount(), 2);
        QCOMPARE(f.names().first(), QStringLiteral("purchase, pasted"));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.list()->model()->rowCount(), 0);
        QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.names(), QStringList{QStringLiteral("A")});
        QCOMPARE(f.editor()->bytes(), "broken" + canonical.substr(1));
    }

    void aRenameCanBeTakenBack()
    {
        Fixture f;
        f.paste(canonical);
        f.rename(QStringLiteral("A"));
        auto *const name = f.child<QLineEdit>("nameEdit");
        f.rename(QStringLiteral("B"));
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier); // from where it was renamed
        QCOMPARE(f.names(), QStringList{QStringLiteral("A")});
        QCOMPARE(name->text(), QStringLiteral("A"));
        QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.names(), QStringList{QStringLiteral("B")});
        QTest::keyClicks(name, QStringLiteral("C"));
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier); // its own
        QCOMPARE(name->text(), QStringLiteral("B"));
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.names(), QStringList{QStringLiteral("A")});
        f.rename(QStringLiteral("D")); // after which there is nothing to redo
        QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.names(), QStringList{QStringLiteral("D")});
        f.session.finish();
        QCOMPARE(f.session.folder().names(workspace::FileKind::Event), QStringList{QStringLiteral("D")});
    }

    void editsCanBeTakenBackLater_data()
    {
        QTest::addColumn<QString>("after");
        QTest::newRow("another sample was looked at") << "another";
        QTest::newRow("the page was left") << "left";
        QTest::newRow("it was renamed") << "renamed";
        QTest::newRow("it was deleted and brought back") << "deleted";
        QTest::newRow("it was deleted and brought back under another name") << "taken";
    }

    void editsCanBeTakenBackLater()
    {
        QFETCH(QString, after);
        Fixture f;
        f.page.take(canonical, QStringLiteral("A"));
        f.page.take(canonical, QStringLiteral("B"));
        f.editor()->setCaret(canonical.find("10}"));
        QTest::keyClicks(f.editor(), QStringLiteral("77"));
        if (after == QLatin1String("another")) {
            f.chooseRow(0);
            QCOMPARE(f.editor()->bytes(), canonical);
            QTest::keyClick(f.editor(), Qt::Key_Z, Qt::ControlModifier); // no step of this one
            QCOMPARE(f.editor()->bytes(), canonical);
            f.chooseRow(1);
        } else if (after == QLatin1String("left")) {
            f.page.hide();
            f.page.show();
            f.page.start(QStringLiteral("B"));
        } else if (after == QLatin1String("renamed")) {
            f.rename(QStringLiteral("C"));
        } else {
            QTest::keyClick(f.list(), Qt::Key_Delete);
            if (after == QLatin1String("taken"))
                f.page.take(canonical, QStringLiteral("B"));
            Q_EMIT f.child<MessageLine>("messageLine")->linkActivated(QStringLiteral("back"));
        }
        QVERIFY(f.editor()->bytes().find("7710}") != std::string::npos);
        QTest::keyClick(f.editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.editor()->bytes(), canonical);
        QTRY_COMPARE(f.session.samples().find(f.child<QLineEdit>("nameEdit")->text())->text, canonical);
        const int row = f.list()->currentIndex().row();
        f.chooseRow(0);
        f.chooseRow(row);
        QTest::keyClick(f.editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.editor()->bytes().find("7710}") != std::string::npos);
    }

    void noStepIsTakenBackOnAnotherText()
    {
        Fixture f;
        f.page.take(canonical, QStringLiteral("A"));
        f.editor()->setCaret(canonical.find("10}"));
        QTest::keyClicks(f.editor(), QStringLiteral("77"));
        f.page.hide();
        f.session.samples().change(QStringLiteral("A"), "{}");
        f.page.show();
        f.page.start(QStringLiteral("A"));
        QTest::keyClick(f.editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.editor()->bytes(), std::string("{}"));
    }

    void typingWithoutAPauseIsPutAside_data()
    {
        QTest::addColumn<std::string>("first");
        QTest::addColumn<bool>("isPasted");
        QTest::newRow("in a sample") << canonical << false;
        QTest::newRow("in a pasted event") << push << true;
    }

    /// Whoever types on and on gives no pause in which it could be saved; then the program is killed.
    void typingWithoutAPauseIsPutAside()
    {
        QFETCH(std::string, first);
        QFETCH(bool, isPasted);
        Fixture f;
        f.paste(first);
        f.editor()->setCaret(f.editor()->bytes().find("purchase"));
        const auto isPutAside = [&f] {
            QTest::keyClicks(f.editor(), QStringLiteral("x"));
            const auto drafts = workspace::readFile(f.drafts(1));
            return drafts && drafts->find("xxpurchase") != std::string::npos;
        };
        QTRY_VERIFY(isPutAside());
        const QTemporaryDir killed;
        copyWorkspace(f, killed.path());
        Fixture next(killed.path());
        QTRY_VERIFY(next.editor()->bytes().find("xxpurchase") != std::string::npos);
        if (isPasted)
            QCOMPARE(next.original()->bytes(), push);
        else
            QVERIFY(next.session.samples().all().front().text.find("xxpurchase") != std::string::npos);
    }

    void whatCannotBeSavedIsTriedAgain_data()
    {
        QTest::addColumn<QString>("when");
        QTest::newRow("when the page is left") << "left";
        QTest::newRow("when all is to be kept") << "kept";
        QTest::newRow("when there is another session") << "session";
    }

    void whatCannotBeSavedIsTriedAgain()
    {
        QFETCH(QString, when);
        Fixture f;
        f.page.take(canonical, QStringLiteral("A"));
        QTRY_COMPARE(f.saved("A"), canonical);
        auto broken = std::make_unique<OutOfReach>(f.samplesFolder());
        f.editor()->setCaret(canonical.find("10}"));
        QTest::keyClicks(f.editor(), QStringLiteral("77"));
        QTRY_COMPARE(f.about(0), QStringLiteral("not saved yet"));
        const auto isRefused = [&f] { // what was typed last, and not only a part of it
            const Sample *const sample = f.session.samples().find(QStringLiteral("A"));
            return sample && sample->notSaved && sample->text.find("7710}") != std::string::npos;
        };
        QTRY_VERIFY(isRefused());
        QVERIFY(!f.message().isEmpty());
        QVERIFY2(f.foot().startsWith(QLatin1String("Not saved. ")), qPrintable(f.foot()));
        QCOMPARE(f.page.hintTone(), Tone::Warning);
        QCOMPARE(f.page.unkept(), QStringList{QStringLiteral("A")});
        QTRY_VERIFY(QFile::exists(f.drafts(1)));
        broken.reset();
        if (when == QLatin1String("left"))
            f.page.hide();
        else if (when == QLatin1String("kept"))
            f.page.keep([] {});
        else
            f.page.setSession(nullptr);
        f.session.finish();
        QVERIFY(f.saved("A").find("7710}") != std::string::npos);
        if (when == QLatin1String("session"))
            return;
        QTRY_VERIFY(f.message().isEmpty());
        QTRY_VERIFY(!QFile::exists(f.drafts(1)));
        QVERIFY(f.page.unkept().isEmpty());
        QCOMPARE(f.about(0), QStringLiteral("purchase · yours"));
    }

    void aDeletionHidesNoFailure_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("the one that stays is not saved") << true;
        QTest::newRow("the one that goes is not saved") << false;
    }

    void aDeletionHidesNoFailure()
    {
        QFETCH(bool, fails);
        Fixture f;
        f.page.take(canonical, QStringLiteral("A"));
        f.page.take(canonical, QStringLiteral("B"));
        QTRY_COMPARE(f.saved("A"), canonical);
        QTRY_COMPARE(f.saved("B"), canonical);
        f.chooseRow(0);
        {
            const OutOfReach broken(f.samplesFolder());
            f.editor()->setCaret(canonical.find("10}"));
            QTest::keyClicks(f.editor(), QStringLiteral("77"));
            QTRY_COMPARE(f.about(0), QStringLiteral("not saved yet"));
        }
        const QString why = f.message();
        QVERIFY(!why.isEmpty());
        if (fails)
            f.chooseRow(1);
        f.click("deleteButton");
        const QString deleted = fails ? QStringLiteral("“B” is deleted.") : QStringLiteral("“A” is deleted.");
        QVERIFY2(fails ? f.message() == why : f.message().contains(deleted), qPrintable(f.message()));
        f.page.start(fails ? QStringLiteral("A") : QStringLiteral("B"));
        QVERIFY2(fails ? f.message() == why : f.message().contains(deleted), qPrintable(f.message()));
        QTest::keyClick(f.list(), Qt::Key_Z, Qt::ControlModifier); // which is there all the same
        QCOMPARE(f.names(), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
    }

    void whatCannotBeSavedIsThereTheNextTime_data()
    {
        QTest::addColumn<bool>("wasSaved");
        QTest::newRow("a sample") << true;
        QTest::newRow("a sample that was never saved") << false;
    }

    void whatCannotBeSavedIsThereTheNextTime()
    {
        QFETCH(bool, wasSaved);
        Fixture f;
        f.page.take(canonical, QStringLiteral("A"));
        QTRY_COMPARE(f.saved("A"), canonical);
        {
            const OutOfReach broken(f.samplesFolder());
            if (wasSaved) {
                f.editor()->edit({canonical.find("10}"), canonical.find("10}"), "77"});
            } else {
                f.page.take(push, QStringLiteral("B"));
                f.click("keepButton");
            }
            const char *const part = wasSaved ? "7710}" : "payload";
            QTRY_VERIFY(!f.message().isEmpty());
            const auto isPutAside = [&f, part] {
                const auto drafts = workspace::readFile(f.drafts(1));
                return drafts && drafts->find(part) != std::string::npos;
            };
            QTRY_VERIFY(isPutAside());
        }
        const QTemporaryDir killed;
        copyWorkspace(f, killed.path());
        Fixture next(killed.path());
        if (!wasSaved) {
            QTRY_COMPARE(next.names(), (QStringList{QStringLiteral("B"), QStringLiteral("A")}));
            next.chooseRow(0);
            QCOMPARE(next.original()->bytes(), push);
            return;
        }
        QTRY_VERIFY(next.saved("A").find("7710}") != std::string::npos);
        QTRY_VERIFY(!QFile::exists(next.drafts(1)));
        QTest::keyClick(next.editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(next.editor()->bytes(), canonical);
    }

    void whatCannotBePutAsideIsNamed()
    {
        Fixture f;
        f.page.take(canonical, QStringLiteral("A"));
        f.page.take(push, QStringLiteral("B"));
        QTRY_VERIFY(f.page.unkept().isEmpty());
        f.page.take("{\"event_name\": ", QStringLiteral("C"));
        QTRY_VERIFY(f.page.unkept().isEmpty());
        {
            const OutOfReach broken(QFileInfo(f.drafts(1)).path());
            f.editor()->edit({0, 1, "["});
            QVERIFY(f.page.unkept().contains(QStringLiteral("C"))); // what is typed and nowhere else
            bool isTried = false;
            f.page.keep([&isTried] { isTried = true; });
            QTRY_VERIFY(isTried);
            QCOMPARE(f.page.unkept(), (QStringList{QStringLiteral("B"), QStringLiteral("C")}));
        }
        bool isTried = false;
        f.page.keep([&isTried] { isTried = true; });
        QTRY_VERIFY(isTried);
        QVERIFY(f.page.unkept().isEmpty());
    }

    void stepsSayWhereTheyAreInferred()
    {
        Fixture f;
        f.paste(push);
        QStringList inferred;
        for (const EvidenceBadge *const badge :
             f.child<QWidget>("stepsWidget")->findChildren<EvidenceBadge *>()) {
            QCOMPARE(badge->word(), QStringLiteral("inferred"));
            QVERIFY(badge->toolTip().contains(QLatin1String("Hardal")));
            inferred << badge->parentWidget()->findChildren<QLabel *>().last()->text();
        }
        QCOMPARE(inferred, QStringList{QStringLiteral("data became properties.")});
    }

    void theFootSaysWhatBecomesOfIt()
    {
        Fixture f;
        QVERIFY2(f.foot().startsWith(QLatin1String("Esc")), qPrintable(f.foot()));
        QVERIFY2(f.page.hint().startsWith(QLatin1String("No sample")), qPrintable(f.page.hint()));
        f.paste(" "); // nothing: as before
        QVERIFY2(f.foot().startsWith(QLatin1String("Esc")), qPrintable(f.foot()));
        f.paste("{\"event_name\": ");
        QVERIFY2(f.foot().startsWith(QLatin1String("It can be kept as soon")), qPrintable(f.foot()));
        QVERIFY2(f.page.hint().contains(QLatin1String("mend it, or delete it")), qPrintable(f.page.hint()));
        QSignalSpy hints(&f.page, &SamplesPage::hintChanged);
        f.editor()->edit({0, f.editor()->byteCount(), "{\"event_name\": \"a\"}"});
        QTRY_VERIFY(f.child<QPushButton>("keepButton")->isEnabled());
        QVERIFY(!hints.isEmpty());
        QCOMPARE(f.page.hint(), QStringLiteral("A pasted event waits. Next: keep it."));
        QCOMPARE(f.foot(), QStringLiteral("It is not kept yet."));
        f.click("keepButton");
        QVERIFY2(f.foot().startsWith(QLatin1String("Changes are saved")), qPrintable(f.foot()));
        f.editor()->edit({0, 1, ""});
        QTRY_VERIFY(f.foot().startsWith(QLatin1String("Not saved while")));
        QCOMPARE(f.page.hintTone(), Tone::Warning);
        f.paste(push);
        QVERIFY2(f.foot().startsWith(QLatin1String("Both forms")), qPrintable(f.foot()));
        f.paste(shippedSample("track-call").text); // which cannot be kept as it is
        QCOMPARE(f.page.hint(), QStringLiteral("A pasted event waits. Next: keep the converted event."));
    }

    void messagesStandClearOfTheEdges()
    {
        Fixture f;
        f.paste(canonical);
        f.click("duplicateButton");
        const auto *const line = f.child<MessageLine>("messageLine");
        const auto *const name = f.child<QLineEdit>("nameEdit");
        const auto topOf = [&f](const QWidget *widget) { return widget->mapTo(&f.page, QPoint()).y(); };
        const int gap = theme().size(Space::S12);
        const int head = topOf(f.child<QWidget>("headRule")) + f.child<QWidget>("headRule")->height();
        QCOMPARE(topOf(name) - head, gap); // nothing to say takes no room
        f.click("deleteButton");
        QTRY_VERIFY(line->isVisible() && line->height() > 0);
        QCOMPARE(topOf(name) - head, gap); // nor does something: it stands in the foot
        const auto *const foot = f.child<QWidget>("footWidget");
        QTRY_COMPARE(line->mapTo(foot, QPoint()).x(), theme().size(Metric::LeftEdge));
        QTRY_VERIFY(std::abs(2 * (topOf(line) - topOf(foot)) + line->height() - foot->height()) <= 2);
        QVERIFY(line->height() < foot->height() / 2); // its sign stands beside its only line
    }
};

QTEST_MAIN(TestSamplesKept)
#include "tst_sampleskept.moc"
