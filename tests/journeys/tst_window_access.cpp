// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui/unexpectedwarnings.h"
#include "ui/editor/codeeditor.h"
#include "ui/settings/settingspage.h"
#include "windowplaces.h"

#include <QAccessible>
#include <QComboBox>
#include <QRadioButton>
#include <QShortcut>

#include <functional>
#include <map>
#include <set>

using namespace designer;
using namespace designer::ui;

namespace {

QString named(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *w = &widget; w && path.size() < 4; w = w->parentWidget())
        path.prepend(QLatin1String(w->metaObject()->className()) + QLatin1Char('#') + w->objectName());
    return path.join(QLatin1Char('/'));
}

QString textOf(QWidget &widget, QAccessible::Text kind)
{
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(&widget);
    return face ? face->text(kind) : QString();
}

/// Whether somebody who does not see it is told what it is.
bool isNamed(QWidget &widget)
{
    if (!textOf(widget, QAccessible::Name).isEmpty())
        return true;
    return qobject_cast<QComboBox *>(&widget) && !textOf(widget, QAccessible::Description).isEmpty();
}

/// Of a group of buttons one takes the focus, and the arrows go on from there.
bool isPassedOver(const QWidget &widget)
{
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    return button && !button->isChecked() && (button->autoExclusive() || button->group())
        && button->isCheckable();
}

bool isEditor(const QWidget &widget)
{
    const auto *const editor = qobject_cast<const CodeEditor *>(&widget);
    return editor && !editor->isReadOnly();
}

/// What a person can give the focus to.
QList<QWidget *> focusable(const QWidget &window)
{
    QList<QWidget *> out;
    for (QWidget *const widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && !widget->isWindow()
            && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy())
            out << widget;
    }
    return out;
}

} // namespace

/// Everything in the window without a mouse and without eyes.
class TestWindowAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyStateIsNamedAndReached_data();
    void everyStateIsNamedAndReached();
    void everyScreenIsNamedReachedAndLeft();
    void menusAreNamed();
    void menusOpenByKeys_data();
    void menusOpenByKeys();
    void thePageComesBeforeTheTestPanel();
    void noTwoActionsShareKeys();
    void bodyEditorIsLeft();
    void emptyWorkspaceIsNamedAndReached();

private:
    void check(const QString &where);
    [[nodiscard]] std::set<const QWidget *> walked(int stops);
    void walkFrom(QWidget *start, Qt::Key key, std::set<const QWidget *> &seen);
    void keys(const char *sequence) { pressKeys(*m_fixture, sequence); }

    Isolation m_isolation;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestWindowAccess::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
}

void TestWindowAccess::cleanup()
{
    m_fixture.reset();
}

/// Tab after Tab, or back, until a known place comes again or an editor keeps the key to itself.
void TestWindowAccess::walkFrom(QWidget *start, Qt::Key key, std::set<const QWidget *> &seen)
{
    start->setFocus(Qt::TabFocusReason);
    QWidget *at = QApplication::focusWidget();
    std::set<const QWidget *> thisTime;
    while (at && thisTime.insert(at).second) {
        seen.insert(at);
        if (isEditor(*at))
            return; // there Tab is a key of the text
        QTest::keyClick(at, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QWidget *const next = QApplication::focusWidget();
        QVERIFY2(next != at, qPrintable(QStringLiteral("Tab is caught in ") + named(*at)));
        at = next;
    }
}

/// All that keys alone lead to: F6 goes round, Tab goes on from each of its stops.
std::set<const QWidget *> TestWindowAccess::walked(int stops)
{
    std::set<const QWidget *> seen;
    for (int i = 0; i < stops; ++i) {
        keys("F6");
        QWidget *const stop = QApplication::focusWidget();
        if (!stop)
            continue;
        walkFrom(stop, Qt::Key_Tab, seen);
        walkFrom(stop, Qt::Key_Backtab, seen);
        stop->setFocus(Qt::OtherFocusReason);
    }
    return seen;
}

void TestWindowAccess::check(const QString &where)
{
    QStringList wrong;
    const QList<QWidget *> widgets = focusable(m_fixture->window());
    for (QWidget *const widget : widgets) {
        if (!isNamed(*widget))
            wrong << QStringLiteral("no name: ") + named(*widget);
    }
    const std::set<const QWidget *> seen = walked(5);
    for (const QWidget *const widget : widgets) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus
            && !isPassedOver(*widget) && seen.count(widget) == 0)
            wrong << QStringLiteral("not reached: ") + named(*widget);
    }
    QVERIFY2(widgets.size() >= 3 && seen.size() >= 3, qPrintable(where));
    QVERIFY2(wrong.isEmpty(), qPrintable(where + QStringLiteral(": ") + wrong.join(QStringLiteral("\n  "))));
}

void TestWindowAccess::everyStateIsNamedAndReached_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("sequence"); // keys, one after the other
    QTest::addColumn<QSize>("size");
    const QSize usual(1280, 800);
    const QString purchase = QStringLiteral("Insider purchase");
    const QStringList pages{QStringLiteral("settings"), QStringLiteral("headers"), QStringLiteral("body"),
                            QStringLiteral("conditions"), QStringLiteral("notes")};
    for (int i = 0; i < pages.size(); ++i)
        QTest::addRow("page of %s", qPrintable(pages[i]))
            << purchase << QStringLiteral("Ctrl+%1").arg(i + 1) << usual;
    QTest::newRow("another endpoint") << QStringLiteral("My Endpoint") << QStringLiteral("Ctrl+1") << usual;
    QTest::newRow("test panel fills") << purchase << QStringLiteral("F11") << usual;
    QTest::newRow("tested") << purchase << QStringLiteral("Ctrl+Return") << usual;
    QTest::newRow("wide") << purchase << QStringLiteral("Ctrl+3") << QSize(1920, 1080);
    QTest::newRow("folded") << purchase << QStringLiteral("fold") << usual;
    QTest::newRow("live strip") << purchase << QStringLiteral("live") << usual;
    QTest::newRow("find in the body") << purchase << QStringLiteral("Ctrl+3 Ctrl+F") << usual;
}

void TestWindowAccess::everyStateIsNamedAndReached()
{
    QFETCH(QString, destination);
    QFETCH(QString, sequence);
    QFETCH(QSize, size);
    m_fixture->window().resize(size);
    chooseDestination(*m_fixture, destination);
    for (const QString &step : sequence.split(QLatin1Char(' '))) {
        if (step == QLatin1String("live")) {
            m_fixture->click(QStringLiteral("Live"));
        } else if (step == QLatin1String("fold")) {
            auto *const bar = m_fixture->button(QStringLiteral("Test Endpoint"))->parentWidget();
            QTest::mouseClick(bar->findChild<QAbstractButton *>(), Qt::LeftButton);
        } else {
            if (step == QLatin1String("Ctrl+F"))
                m_fixture->find<CodeEditor>("bodyEditor")->setFocus();
            QTest::keySequence(&m_fixture->window(), QKeySequence(step));
        }
    }
    if (sequence == QLatin1String("Ctrl+Return"))
        QTRY_VERIFY(m_fixture->says(QStringLiteral("1 user accepted")));
    check(QString::fromLatin1(QTest::currentDataTag()));
}

void TestWindowAccess::everyScreenIsNamedReachedAndLeft()
{
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    const QStackedWidget *const stack = screens(m_fixture->window());
    QVERIFY(stack);
    QWidget *const connection = stack->currentWidget();
    const QList<QAction *> actions = screenActions(*m_fixture);
    QCOMPARE(actions.size(), 4);
    for (QAction *const action : actions) {
        action->trigger();
        QVERIFY2(stack->currentWidget() != connection, qPrintable(action->text()));
        check(action->text());
        for (QWidget *const widget : focusable(*stack->currentWidget())) {
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_Escape);
            const bool left = stack->currentWidget() == connection;
            // A field that has something to give up first takes the first Esc.
            if (!left)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY2(
                stack->currentWidget() == connection,
                qPrintable(action->text() + QStringLiteral(": Esc does not leave from ") + named(*widget)));
            action->trigger();
        }
        const QString from = named(*QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY2(stack->currentWidget() == connection,
                 qPrintable(action->text() + QStringLiteral(": Esc does not leave from ") + from));
    }
}

void TestWindowAccess::menusAreNamed()
{
    for (const QAction *const menu : m_fixture->window().menuBar()->actions())
        QVERIFY(menu->menu() && !menu->text().isEmpty());
    const QList<QAction *> actions = menuActions(m_fixture->window());
    QVERIFY(actions.size() > 15);
    for (const QAction *const action : actions)
        QVERIFY(!action->text().isEmpty());
}

void TestWindowAccess::menusOpenByKeys_data()
{
    QTest::addColumn<QString>("sequence");
    QTest::addColumn<int>("menu");
    const QStringList sequences{QStringLiteral("F10"),   QStringLiteral("Alt+F"), QStringLiteral("Alt+E"),
                                QStringLiteral("Alt+V"), QStringLiteral("Alt+C"), QStringLiteral("Alt+T"),
                                QStringLiteral("Alt+H")};
    for (int i = 0; i < sequences.size(); ++i)
        QTest::newRow(qPrintable(sequences[i])) << sequences[i] << std::max(i - 1, 0);
}

void TestWindowAccess::menusOpenByKeys()
{
    QFETCH(QString, sequence);
    QFETCH(int, menu);
    const QMenuBar *const bar = m_fixture->window().menuBar();
    keys(qPrintable(sequence));
    QTRY_VERIFY(bar->actions().at(menu)->menu()->isVisible());
    bar->actions().at(menu)->menu()->close();
}

void TestWindowAccess::thePageComesBeforeTheTestPanel()
{
    m_fixture->window().session()->state().welcomed = true;
    m_fixture->close();
    m_fixture->open();
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    keys("Ctrl+1");
    for (QTabBar *const tabs : m_fixture->window().findChildren<QTabBar *>()) {
        if (tabs->accessibleName() == QLatin1String("Pages of the connection"))
            tabs->setFocus();
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    const QWidget *const page = m_fixture->window().findChild<SettingsPage *>();
    QVERIFY2(page->isAncestorOf(QApplication::focusWidget()),
             qPrintable(named(*QApplication::focusWidget())));
}

void TestWindowAccess::noTwoActionsShareKeys()
{
    for (QAction *const screen : screenActions(*m_fixture)) { // what they make belongs to the window too
        screen->trigger();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }
    std::map<QString, QStringList> owners;
    for (const QAction *const action : m_fixture->window().findChildren<QAction *>()) {
        // One that works inside one widget alone is a key of that widget.
        if (action->shortcutContext() != Qt::WindowShortcut
            && action->shortcutContext() != Qt::ApplicationShortcut)
            continue;
        for (const QKeySequence &keys : action->shortcuts())
            owners[keys.toString()] << action->text();
    }
    for (const QShortcut *const shortcut : m_fixture->window().findChildren<QShortcut *>()) {
        if (shortcut->context() == Qt::WindowShortcut || shortcut->context() == Qt::ApplicationShortcut)
            owners[shortcut->key().toString()] << QStringLiteral("a shortcut");
    }
    QVERIFY(owners.size() > 15);
    for (const auto &[keys, who] : owners)
        QVERIFY2(who.size() == 1, qPrintable(keys + QStringLiteral(": ") + who.join(QStringLiteral(", "))));
}

void TestWindowAccess::bodyEditorIsLeft()
{
    chooseDestination(*m_fixture, QStringLiteral("Insider purchase"));
    keys("Ctrl+3");
    auto *const editor = m_fixture->find<CodeEditor>("bodyEditor");
    QVERIFY(editor);
    editor->setFocus();
    keys("F6");
    QVERIFY(!editor->hasFocus());
    QVERIFY(QApplication::focusWidget());
}

void TestWindowAccess::emptyWorkspaceIsNamedAndReached()
{
    Session &session = *m_fixture->window().session();
    while (session.count() > 0)
        session.remove(0);
    QTRY_VERIFY(m_fixture->says(QStringLiteral("No destinations yet")));
    check(QStringLiteral("empty workspace"));
}

QTEST_MAIN(TestWindowAccess)
#include "tst_window_access.moc"
