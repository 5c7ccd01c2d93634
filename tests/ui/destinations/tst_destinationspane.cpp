// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/common/searchfield.h"
#include "ui/destinations/destinationspane.h"
#include "ui/theme/theme.h"
#include "workspace/example.h"

#include <QLineEdit>
#include <QListView>
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
    void renamesInPlace();
    void renamingTwiceAtOnceIsOnce();
    void whatIsRenamedStaysInSight();
    void movesByKeyboard();
    void deletesWithoutAsking();
    void whatIsAskedForIsShownInSpiteOfASearch();

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

void TestDestinationsPane::renamesInPlace()
{
    m_pane->renameCurrent();
    typeName(QStringLiteral("Shop"));
    QTRY_COMPARE(shown().first(), QStringLiteral("Shop"));
    m_session->document(0)->undo();
    QVERIFY(shown().first() != QStringLiteral("Shop"));
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

void TestDestinationsPane::whatIsAskedForIsShownInSpiteOfASearch()
{
    m_search->setText(QStringLiteral("Insider registration"));
    m_pane->setCurrentRow(0);
    QCOMPARE(m_pane->currentRow(), 0);
    QVERIFY(m_search->text().isEmpty());
}

QTEST_MAIN(TestDestinationsPane)
#include "tst_destinationspane.moc"
