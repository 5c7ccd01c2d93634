// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/common/searchfield.h"
#include "ui/destinations/destinationspane.h"
#include "ui/theme/theme.h"
#include "workspace/example.h"
#include "workspace/file.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;
using namespace designer::ui;

/// The list on the left as a person uses it: searching, renaming, moving, deleting.
class TestDestinationsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void searchingNarrowsTheList();
    void aSearchKeepsWhatIsOpen_data();
    void aSearchKeepsWhatIsOpen();
    void whatASearchLeftOutIsMovedFrom();
    void theOnlyOneFoundIsDeleted();
    void renamesInPlace();
    void whatIsTypedIntoANameStays();
    void theFieldOfANameCoversBothLines();
    void renamingTwiceAtOnceIsOnce();
    void whatIsRenamedStaysInSight();
    void movesByKeyboard();
    void deletesWithoutAsking();
    void tellsWhichIsCurrentAfterADeletion_data();
    void tellsWhichIsCurrentAfterADeletion();
    void tellsTheNewNumberOfWhatIsCurrent();
    void tellsWhenTheCurrentOneIsReadAnew();
    void whatIsAskedForIsShownInSpiteOfASearch();
    void aRightClickOffersWhatTheMenuHas();

private:
    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] QLineEdit *editor() const { return m_list->viewport()->findChild<QLineEdit *>(); }
    void typeName(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DestinationsPane> m_pane;
    QListView *m_list = nullptr;
    QLineEdit *m_search = nullptr;
};

void TestDestinationsPane::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    theme().apply(*qApp);
    m_dir = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(
        workspace::exampleWorkspace(m_dir->filePath(QStringLiteral("w"))).value());
    m_pane = std::make_unique<DestinationsPane>();
    m_pane->setSession(m_session.get());
    m_list = m_pane->findChild<QListView *>(QStringLiteral("destinationsList"));
    m_search = m_pane->findChild<QLineEdit *>(QStringLiteral("searchField"));
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->setCurrentRow(0);
    m_pane->focusList();
}

void TestDestinationsPane::cleanup()
{
    m_pane.reset();
    m_session.reset();
}

QStringList TestDestinationsPane::shown() const
{
    QStringList out;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        out << m_list->model()->index(row, 0).data().toString();
    return out;
}

void TestDestinationsPane::typeName(const QString &name) const
{
    QTRY_VERIFY(editor());
    editor()->selectAll();
    QTest::keyClicks(editor(), name);
    QTest::keyClick(editor(), Qt::Key_Return);
}

void TestDestinationsPane::searchingNarrowsTheList()
{
    const QStringList all = shown();
    QVERIFY(all.size() > 3);
    QTest::keyClicks(m_search, QStringLiteral("REGISTRATION"));
    QCOMPARE(shown(), QStringList{QStringLiteral("Insider registration")});
    m_search->setText(QStringLiteral("no such thing"));
    QVERIFY(shown().isEmpty());
    QVERIFY(!m_list->isVisible());
    m_search->clear();
    QCOMPARE(shown(), all);
}

void TestDestinationsPane::aSearchKeepsWhatIsOpen_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing has them") << QStringLiteral("zzz");
    QTest::newRow("others have them") << QStringLiteral("registration");
    QTest::newRow("it has them, others do not") << QStringLiteral("insider purchase");
}

void TestDestinationsPane::aSearchKeepsWhatIsOpen()
{
    QFETCH(QString, words);
    const int open = static_cast<int>(shown().indexOf(QStringLiteral("Insider purchase")));
    m_pane->setCurrentRow(open);
    QSignalSpy told(m_pane.get(), &DestinationsPane::currentRowChanged);
    QTest::keyClicks(m_search, words);
    QCOMPARE(m_pane->currentRow(), open);
    m_session->move(open, 0);
    QCOMPARE(m_pane->currentRow(), 0);
    m_session->move(0, open);
    m_search->clear();
    QCOMPARE(m_pane->currentRow(), open);
    QCOMPARE(m_list->currentIndex().row(), open);
    QVERIFY(m_list->selectionModel()->isSelected(m_list->currentIndex()));
    QCOMPARE(told.size(), 2); // the two moves
}

void TestDestinationsPane::whatASearchLeftOutIsMovedFrom()
{
    QTest::keyClicks(m_search, QStringLiteral("registration"));
    QVERIFY(!m_list->currentIndex().isValid());
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(m_session->at(m_pane->currentRow()).shown().label(), "Insider registration");
}

void TestDestinationsPane::theOnlyOneFoundIsDeleted()
{
    const int count = m_session->count();
    QTest::keyClicks(m_search, QStringLiteral("registration"));
    QTest::keyClick(m_search, Qt::Key_Down);
    const int row = m_pane->currentRow();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(m_session->count(), count - 1);
    QCOMPARE(m_pane->currentRow(), row);
    QCOMPARE(m_list->currentIndex().row(), row);
}

void TestDestinationsPane::renamesInPlace()
{
    m_pane->renameCurrent();
    typeName(QStringLiteral("Shop"));
    QTRY_COMPARE(shown().first(), QStringLiteral("Shop"));
    m_session->document(0)->undo();
    QVERIFY(shown().first() != QStringLiteral("Shop"));
}

void TestDestinationsPane::whatIsTypedIntoANameStays()
{
    m_pane->renameCurrent();
    QTRY_VERIFY(editor());
    editor()->selectAll();
    QTest::keyClicks(editor(), QStringLiteral("Sho"));
    m_pane->setFindings(m_session->at(0).name, {.errors = 1});
    QCOMPARE(editor()->text(), QStringLiteral("Sho"));
    QTest::keyClicks(editor(), QStringLiteral("p"));
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(shown().first(), QStringLiteral("Shop"));
}

void TestDestinationsPane::theFieldOfANameCoversBothLines()
{
    m_pane->renameCurrent();
    QTRY_VERIFY(editor());
    QVERIFY(editor()->hasFrame());
    QCOMPARE(editor()->accessibleName(), QStringLiteral("Label of the destination"));
    const QRect row = m_list->visualRect(m_list->currentIndex());
    QVERIFY(editor()->height() >= 2 * editor()->fontMetrics().height());
    QVERIFY(row.contains(editor()->geometry()));
    QTest::keyClick(editor(), Qt::Key_Escape);
}

void TestDestinationsPane::renamingTwiceAtOnceIsOnce()
{
    m_pane->renameCurrent();
    QTRY_VERIFY(editor());
    m_pane->renameCurrent(); // F2 reaches the window from inside the field too
    typeName(QStringLiteral("Once"));
    QTRY_COMPARE(shown().first(), QStringLiteral("Once"));
}

void TestDestinationsPane::whatIsRenamedStaysInSight()
{
    m_search->setText(QStringLiteral("Insider registration"));
    QCOMPARE(shown().size(), 1);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_pane->renameCurrent();
    typeName(QStringLiteral("Sign-ups"));
    QTRY_COMPARE(shown(), QStringList{QStringLiteral("Sign-ups")});
    m_search->setText(QStringLiteral("Insider registration "));
    QVERIFY(shown().isEmpty());
}

void TestDestinationsPane::movesByKeyboard()
{
    const QStringList before = shown();
    QTest::keyClick(m_list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown().at(1), before.at(0));
    QCOMPARE(m_pane->currentRow(), 1);
    QTest::keyClick(m_list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown(), before);
    QTest::keyClick(m_list, Qt::Key_Up, Qt::AltModifier); // it stands on top already
    QCOMPARE(shown(), before);
}

void TestDestinationsPane::deletesWithoutAsking()
{
    const QStringList before = shown();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(shown(), before.mid(1));
    m_session->listHistory().undo();
    QCOMPARE(shown(), before);
}

void TestDestinationsPane::tellsWhichIsCurrentAfterADeletion_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("deleted");
    QTest::addColumn<int>("current"); // afterwards
    QTest::newRow("the first") << 6 << 0 << 0;
    QTest::newRow("one in the middle") << 6 << 2 << 2;
    QTest::newRow("the last but one") << 6 << 4 << 4;
    QTest::newRow("the last") << 6 << 5 << 4;
    QTest::newRow("the first of two") << 2 << 0 << 0;
    QTest::newRow("the last of two") << 2 << 1 << 0;
    QTest::newRow("the only one") << 1 << 0 << -1;
}

/// What is highlighted, and what a listener shows of the session by the number it was told.
void TestDestinationsPane::tellsWhichIsCurrentAfterADeletion()
{
    QFETCH(int, count);
    QFETCH(int, deleted);
    QFETCH(int, current);
    while (m_session->count() > count)
        m_session->remove(m_session->count() - 1);
    m_pane->setCurrentRow(deleted);
    QStringList left = shown();
    left.removeAt(deleted);
    QSignalSpy told(m_pane.get(), &DestinationsPane::currentRowChanged);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(shown(), left);
    QCOMPARE(m_pane->currentRow(), current);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toInt(), current);
    QCOMPARE(m_list->currentIndex().data().toString(), left.value(current));
}

/// The list changes above it: it is another row, though nobody chose one.
void TestDestinationsPane::tellsTheNewNumberOfWhatIsCurrent()
{
    m_pane->setCurrentRow(2);
    const QString current = m_session->at(2).name;
    QSignalSpy told(m_pane.get(), &DestinationsPane::currentRowChanged);
    const auto toldIsRight = [&](int times, int row) {
        return told.size() == times && told.last().first().toInt() == row && m_pane->currentRow() == row
            && m_session->at(row).name == current;
    };
    m_session->remove(0);
    QVERIFY(toldIsRight(1, 1));
    m_session->listHistory().undo();
    QVERIFY(toldIsRight(2, 2));
    m_session->move(5, 0);
    QVERIFY(toldIsRight(3, 3));
    m_session->move(3, 4);
    QVERIFY(toldIsRight(4, 4));
    m_session->remove(5); // below it: nothing has changed for it
    QCOMPARE(told.size(), 4);
}

void TestDestinationsPane::tellsWhenTheCurrentOneIsReadAnew()
{
    const workspace::Folder folder = m_session->folder();
    const QString path = folder.filePath(workspace::FileKind::Connection, QStringLiteral("broken"));
    QVERIFY(workspace::saveFile(path, "{"));
    m_pane->setSession(nullptr);
    m_session = std::make_unique<Session>(folder);
    m_pane->setSession(m_session.get());
    const int row = m_session->rowOf(QStringLiteral("broken"));
    m_pane->setCurrentRow(row);
    QSignalSpy told(m_pane.get(), &DestinationsPane::currentRowChanged);
    QVERIFY(workspace::saveFile(path, R"({"endpoint_label":"Mended"})"));
    m_session->checkDisk();
    QVERIFY(told.wait());
    QCOMPARE(told.first().first().toInt(), row);
    QCOMPARE(shown().at(row), QStringLiteral("Mended"));
}

void TestDestinationsPane::whatIsAskedForIsShownInSpiteOfASearch()
{
    m_search->setText(QStringLiteral("Insider registration"));
    m_pane->setCurrentRow(0);
    QCOMPARE(m_pane->currentRow(), 0);
    QVERIFY(m_search->text().isEmpty());
}

void TestDestinationsPane::aRightClickOffersWhatTheMenuHas()
{
    QAction renaming(QStringLiteral("Rename"), nullptr);
    m_pane->setMenu({&renaming});
    QContextMenuEvent rightClick(QContextMenuEvent::Mouse, QPoint(1, 1), m_list->mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(m_list->viewport(), &rightClick);
    auto *const menu = m_pane->findChild<QMenu *>(); // there at once: nothing waits for it
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions(), QList<QAction *>{&renaming});
    menu->close();
    QTest::mouseClick(m_list->viewport(), Qt::RightButton, {},
                      m_list->visualRect(m_list->model()->index(2, 0)).center());
    QCOMPARE(m_pane->currentRow(), 2); // it is meant for what was clicked
}

QTEST_MAIN(TestDestinationsPane)
#include "tst_destinationspane.moc"
