// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "ui/editor/codeeditor.h"
#include "ui/testing/testpanel.h"
#include "ui/window/connectionview.h"
#include "windowplaces.h"

#include <QAction>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

/// Where the keys go after a screen, a page or the full panel was asked for: never to the list of
/// destinations, where Delete deletes one.
class TestWindowFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void aScreenGivesItBack();
    void theButtonOfAScreenGivesItBack();
    void deleteIsForTheText();
    void aPageTakesIt_data();
    void aPageTakesIt();
    void aPageRemembersWhatHadIt();
    void theFullPanelKeepsIt();

private:
    [[nodiscard]] CodeEditor &body() { return *m_fixture->find<CodeEditor>("bodyEditor"); }
    [[nodiscard]] QWidget &list() { return *m_fixture->find<QListView>("destinationsList"); }

    std::unique_ptr<WindowFixture> m_fixture;
    Isolation m_isolation;
};

void TestWindowFocus::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    pressKeys(*m_fixture, "Ctrl+3");
}

void TestWindowFocus::aScreenGivesItBack()
{
    for (QAction *const screen : screenActions(*m_fixture)) {
        body().setFocus();
        body().setCaret(7);
        screen->trigger();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY2(body().hasFocus(), qPrintable(screen->text()));
        QCOMPARE(body().caret(), std::size_t(7));
    }
}

void TestWindowFocus::theButtonOfAScreenGivesItBack()
{
    body().setFocus();
    pressKeys(*m_fixture, "Ctrl+E");
    QTest::mouseClick(m_fixture->find<QAbstractButton>("closeButton"), Qt::LeftButton);
    QVERIFY(body().hasFocus());
}

void TestWindowFocus::deleteIsForTheText()
{
    const Session &session = *m_fixture->window().session();
    const int count = session.count();
    list().setFocus();
    for (const char *const keys : {"Ctrl+E", "Esc", "Ctrl+3", "Del"})
        pressKeys(*m_fixture, keys);
    QCOMPARE(session.count(), count);
    QVERIFY(m_fixture->window().live().document()->isModified());
}

void TestWindowFocus::aPageTakesIt_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("page");
    QTest::newRow("settings") << QStringLiteral("Ctrl+1") << QStringLiteral("SettingsPage");
    QTest::newRow("headers") << QStringLiteral("Ctrl+2") << QStringLiteral("HeadersPage");
    QTest::newRow("body") << QStringLiteral("Ctrl+3") << QStringLiteral("BodyPage");
    QTest::newRow("conditions") << QStringLiteral("Ctrl+4") << QStringLiteral("ConditionsPage");
    QTest::newRow("notes") << QStringLiteral("Ctrl+5") << QStringLiteral("NotesPage");
}

void TestWindowFocus::aPageTakesIt()
{
    QFETCH(QString, keys);
    QFETCH(QString, page);
    list().setFocus();
    QTest::keySequence(&list(), QKeySequence(keys));
    const QWidget *at = QApplication::focusWidget();
    while (at && at->objectName() != page)
        at = at->parentWidget();
    QVERIFY2(at, qPrintable(page));
}

void TestWindowFocus::aPageRemembersWhatHadIt()
{
    pressKeys(*m_fixture, "Ctrl+1");
    auto *const url = m_fixture->find<QLineEdit>("urlLineEdit");
    url->setFocus();
    pressKeys(*m_fixture, "Ctrl+3");
    QVERIFY(body().hasFocus());
    list().setFocus();
    pressKeys(*m_fixture, "Ctrl+1");
    QVERIFY(url->hasFocus());
}

void TestWindowFocus::theFullPanelKeepsIt()
{
    const auto &view = *m_fixture->window().findChild<ConnectionView *>();
    const auto &panel = *m_fixture->window().findChild<TestPanel *>();
    body().setFocus();
    pressKeys(*m_fixture, "F11");
    QVERIFY(view.isFull());
    QVERIFY(panel.isAncestorOf(QApplication::focusWidget()));
    pressKeys(*m_fixture, "Esc");
    QVERIFY(!view.isFull());
    QVERIFY(panel.isAncestorOf(QApplication::focusWidget()));
}

QTEST_MAIN(TestWindowFocus)
#include "tst_window_focus.moc"
