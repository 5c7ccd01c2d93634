// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "connection/editing.h"
#include "ui/common/toggleswitch.h"
#include "ui/editor/codeeditor.h"
#include "windowplaces.h"
#include "workspace/file.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

/// What a step back takes away, where it leads, and that what is said and shown of it stays true.
class TestWindowSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void whatIsTypedInACellIsAStep();
    void whatIsTypedInACellCanBeUndoneAtOnce();
    void theSamplesHaveStepsInTheMenu();
    void theSwitchIsAtTheHead();
    void onlyWhatIsShownIsTakenBack();
    void aFileThatCannotBeReadHasNoSteps();
    void whatCameBackIsTakenAway();
    void theMarkOfTheFullWindowFollows();
    void savingLeavesTheFocus_data();
    void savingLeavesTheFocus();
    void saysWhatIsRefused();
    void nobodyIsTakenToWhatOthersAdd();

private:
    [[nodiscard]] QAction &menuAction(const QString &beginning) const;
    [[nodiscard]] QAction &undo() const { return menuAction(QStringLiteral("Undo")); }
    [[nodiscard]] ConnectionDocument &document() const { return *m_fixture->window().live().document(); }
    void rename(const char *label) const;

    std::unique_ptr<WindowFixture> m_fixture;
    Isolation m_isolation;
};

void TestWindowSteps::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
}

QAction &TestWindowSteps::menuAction(const QString &beginning) const
{
    const QList<QAction *> actions = menuActions(m_fixture->window());
    return **std::find_if(actions.begin(), actions.end(),
                          [&](const QAction *action) { return action->text().startsWith(beginning); });
}

void TestWindowSteps::rename(const char *label) const
{
    QVERIFY(!document().changeShell({}, {},
                                    connection::withText(document().shell(), connection::key::label, label)));
}

/// From the menu, while the cell's editor is open and a step before leads to another page.
void TestWindowSteps::whatIsTypedInACellIsAStep()
{
    QVERIFY(!document().changeShell(
        {}, {Page::Settings, QStringLiteral("/request_format/url")},
        connection::withText(document().shell(), connection::key::url, "https://example.com/")));
    QVERIFY(typeIntoFirstHeader(*m_fixture, QStringLiteral("typed")));
    undo().trigger();
    QUndoStack &steps = document().undoStack();
    QCOMPARE(steps.count(), 2);
    QCOMPARE(steps.index(), 1);
    QVERIFY(document().isModified());
    menuAction(QStringLiteral("Redo")).trigger();
    QVERIFY(document().shell().bytes().find("\"typed\"") != std::string::npos);
}

/// Where nothing else was done.
void TestWindowSteps::whatIsTypedInACellCanBeUndoneAtOnce()
{
    const std::string before(document().shell().bytes());
    QVERIFY(!undo().isEnabled());
    QLineEdit *const cell = typeIntoFirstHeader(*m_fixture, {});
    QVERIFY(cell);
    QVERIFY(!undo().isEnabled()); // nothing is typed
    QTest::keyClicks(cell, QStringLiteral("typed"));
    QVERIFY(undo().isEnabled());
    QCOMPARE(undo().text(), QStringLiteral("Undo: Type in the cell"));
    undo().trigger();
    QCOMPARE(std::string(document().shell().bytes()), before);
    QVERIFY(!undo().isEnabled());
    QVERIFY(menuAction(QStringLiteral("Redo")).isEnabled());
}

/// What was typed, and what was done to samples as a whole.
void TestWindowSteps::theSamplesHaveStepsInTheMenu()
{
    for (QAction *const screen : screenActions(*m_fixture)) {
        if (screen->text() == QLatin1String("Sample events"))
            screen->trigger();
    }
    auto *const editor = m_fixture->find<CodeEditor>("eventEditor");
    QVERIFY(editor);
    const std::string before = editor->bytes();
    editor->setFocus();
    QVERIFY(!undo().isEnabled());
    editor->setCaret(1);
    QTest::keyClick(editor, Qt::Key_Space);
    QVERIFY(undo().isEnabled());
    undo().trigger();
    QCOMPARE(editor->bytes(), before);
    menuAction(QStringLiteral("Redo")).trigger();
    QVERIFY(editor->bytes() != before);
    auto *const list = m_fixture->find<QListView>("samplesList");
    list->setFocus();
    QVERIFY(!undo().isEnabled()); // no sample was renamed or deleted
    const std::size_t count = m_fixture->window().session()->samples().all().size();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(m_fixture->window().session()->samples().all().size(), count - 1);
    QVERIFY(undo().text().startsWith(QStringLiteral("Undo: Delete")));
    undo().trigger();
    QCOMPARE(m_fixture->window().session()->samples().all().size(), count);
    m_fixture->find<CodeEditor>("eventEditor")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!undo().isEnabled());
}

void TestWindowSteps::theSwitchIsAtTheHead()
{
    pressKeys(*m_fixture, "Ctrl+4");
    auto *const active = m_fixture->find<ToggleSwitch>("activeSwitch");
    QVERIFY(active);
    document().changeShell({}, EditPlace::head(), connection::withActive(document().shell(), true));
    QVERIFY(active->isChecked());
    m_fixture->find<QAbstractButton>("exportButton")->setFocus();
    undo().trigger();
    QVERIFY(!active->isChecked());
    QVERIFY(active->hasFocus());
    QVERIFY(m_fixture->find<QWidget>("ConditionsPage"));
}

void TestWindowSteps::onlyWhatIsShownIsTakenBack()
{
    rename("Renamed");
    m_fixture->find<CodeEditor>("bodyEditor")->setFocus();
    QVERIFY(undo().isEnabled());
    for (QAction *const screen : screenActions(*m_fixture)) {
        screen->trigger();
        QVERIFY2(!undo().isEnabled(), qPrintable(screen->text()));
        QCOMPARE(undo().text(), QStringLiteral("Undo"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // to where the focus was
        QVERIFY(undo().isEnabled());
        m_fixture->find<QListView>("destinationsList")->setFocus(); // which has no steps
        QVERIFY(!undo().isEnabled());
        m_fixture->find<CodeEditor>("bodyEditor")->setFocus();
        QVERIFY(undo().isEnabled());
    }
}

void TestWindowSteps::aFileThatCannotBeReadHasNoSteps()
{
    Session &session = *m_fixture->window().session();
    const QString path = session.folder().filePath(workspace::FileKind::Connection, QStringLiteral("broken"));
    QVERIFY(workspace::saveFile(path, "{"));
    session.checkDisk();
    QTRY_VERIFY(session.rowOf(QStringLiteral("broken")) >= 0);
    session.remove(0);
    const int count = session.count();
    auto *const list = m_fixture->find<QListView>("destinationsList");
    list->setCurrentIndex(list->model()->index(session.rowOf(QStringLiteral("broken")), 0));
    QVERIFY(!m_fixture->window().live().document());
    list->clearFocus();
    QVERIFY(!undo().isEnabled());
    list->setFocus();
    QVERIFY(undo().isEnabled());
    undo().trigger();
    QCOMPARE(session.count(), count + 1);
}

void TestWindowSteps::whatCameBackIsTakenAway()
{
    rename("Renamed");
    m_fixture->window().openWorkspace(m_fixture->window().session()->folder());
    const QString words = QStringLiteral("Unsaved work of last time is back.");
    QVERIFY(m_fixture->says(words));
    m_fixture->find<CodeEditor>("bodyEditor")->setFocus();
    pressKeys(*m_fixture, "Ctrl+Z");
    QVERIFY(!document().isModified());
    QVERIFY(!m_fixture->says(words));
    const QString label = QString::fromStdString(document().shell().label());
    auto *const list = m_fixture->find<QListView>("destinationsList");
    list->setCurrentIndex(list->model()->index(list->currentIndex().row() == 0 ? 1 : 0, 0));
    chooseDestination(*m_fixture, label);
    QVERIFY(!m_fixture->says(words));
}

void TestWindowSteps::theMarkOfTheFullWindowFollows()
{
    rename("Renamed");
    QAction &full = menuAction(QStringLiteral("Test panel fills"));
    full.trigger();
    QVERIFY(full.isChecked());
    document().undo(); // which shows the page
    QVERIFY(!full.isChecked());
    full.trigger();
    QVERIFY(full.isChecked());
}

void TestWindowSteps::savingLeavesTheFocus_data()
{
    QTest::addColumn<bool>("isPointed");
    QTest::addColumn<QString>("focused"); // after it
    QTest::newRow("by the pointer") << true << QStringLiteral("bodyEditor");
    QTest::newRow("by the keyboard") << false << QStringLiteral("activeSwitch");
}

void TestWindowSteps::savingLeavesTheFocus()
{
    QFETCH(bool, isPointed);
    pressKeys(*m_fixture, "Ctrl+3");
    m_fixture->find<CodeEditor>("bodyEditor")->setFocus();
    rename("Renamed");
    auto *const save = m_fixture->find<QAbstractButton>("saveButton");
    QVERIFY(save && save->isEnabled());
    if (isPointed) {
        QTest::mouseClick(save, Qt::LeftButton);
    } else {
        save->setFocus(Qt::TabFocusReason);
        QTest::keyClick(save, Qt::Key_Space);
    }
    QTRY_VERIFY(!save->isEnabled());
    QTEST(QApplication::focusWidget()->objectName(), "focused");
}

void TestWindowSteps::saysWhatIsRefused()
{
    const Error why{
        ErrorCode::MalformedJson, QStringLiteral("It is <no> address"), QStringLiteral("type one"), {}, {}};
    QVERIFY(document().changeShell({}, {}, why));
    QVERIFY(m_fixture->says(QStringLiteral("It is &lt;no&gt; address")));
    rename("Renamed");
    QVERIFY(!m_fixture->says(QStringLiteral("&lt;no&gt;")));
}

void TestWindowSteps::nobodyIsTakenToWhatOthersAdd()
{
    Session &session = *m_fixture->window().session();
    const QString shown = session.state().selected;
    const QString theirs = QStringLiteral("theirs");
    QVERIFY(workspace::saveFile(session.folder().filePath(workspace::FileKind::Connection, theirs),
                                R"({"endpoint_label":"Theirs","request_format":{}})"));
    QEvent front(QEvent::WindowActivate);
    QCoreApplication::sendEvent(&m_fixture->window(), &front);
    QTRY_VERIFY(session.rowOf(theirs) >= 0);
    QCOMPARE(session.state().selected, shown);
    chooseDestination(*m_fixture, QStringLiteral("Theirs"));
    QCOMPARE(session.state().selected, theirs);
}

QTEST_MAIN(TestWindowSteps)
#include "tst_window_steps.moc"
