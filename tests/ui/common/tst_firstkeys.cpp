// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "keepsctrle.h"
#include "ui/common/firstkeys.h"

#include <QAction>
#include <QTest>

using namespace designer::ui;

/// A window's shortcut that a field would keep for itself.
class TestFirstKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void theWindowHasThem();
    void theFieldHasThemElse();
    void otherKeysStayTheFields();
};

namespace {

struct Window
{
    Window()
    {
        action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
        widget.addAction(&action);
        QObject::connect(&action, &QAction::triggered, &widget, [this] { ++times; });
        widget.show();
        widget.activateWindow();
        field.setFocus();
    }
    void press(Qt::Key key) { QTest::keyClick(&field, key, Qt::ControlModifier); }

    QWidget widget;
    QAction action{&widget};
    KeepsCtrlE field{&widget};
    int times = 0;
};

} // namespace

void TestFirstKeys::theWindowHasThem()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.widget));
    window.press(Qt::Key_E);
    QCOMPARE(window.times, 0); // as it is without
    QCOMPARE(window.field.times(), 1);
    const FirstKeys first(window.action.shortcut(), nullptr);
    window.press(Qt::Key_E);
    QCOMPARE(window.times, 1);
    QCOMPARE(window.field.times(), 1);
}

void TestFirstKeys::theFieldHasThemElse()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.widget));
    const FirstKeys first(window.action.shortcut(), nullptr);
    window.action.setEnabled(false);
    window.press(Qt::Key_E);
    QCOMPARE(window.times, 0);
    QCOMPARE(window.field.times(), 1);
}

void TestFirstKeys::otherKeysStayTheFields()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.widget));
    const FirstKeys first(window.action.shortcut(), nullptr);
    window.action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_A));
    window.press(Qt::Key_A);
    QCOMPARE(window.times, 0);
    QCOMPARE(window.field.selectedText(), window.field.text());
}

QTEST_MAIN(TestFirstKeys)
#include "tst_firstkeys.moc"
