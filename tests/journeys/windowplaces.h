// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/headers/headersmodel.h"
#include "windowfixture.h"

#include <QAction>
#include <QDesktopServices>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>

/// Keeps what the window does outside itself inside the test: settings go into a folder of its own,
/// links into a browser open nothing.
class Isolation : public QObject
{
    Q_OBJECT
public:
    Isolation()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        for (const char *const scheme : {"http", "https", "mailto", "file"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "swallow");
        QGuiApplication::setQuitOnLastWindowClosed(false);
    }
    ~Isolation() override
    {
        for (const char *const scheme : {"http", "https", "mailto", "file"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
    Isolation(const Isolation &) = delete;
    Isolation(Isolation &&) = delete;
    Isolation &operator=(const Isolation &) = delete;
    Isolation &operator=(Isolation &&) = delete;
public Q_SLOTS:
    void swallow(const QUrl & /*url*/) { }

private:
    QTemporaryDir m_settings;
};

/// All actions of the menu bar, those of its submenus too, without separators.
inline QList<QAction *> menuActions(const QMainWindow &window)
{
    QList<QAction *> out;
    QList<QAction *> open = window.menuBar()->actions();
    while (!open.isEmpty()) {
        QAction *const action = open.takeFirst();
        if (const QMenu *const menu = action->menu())
            open += menu->actions();
        else if (!action->isSeparator())
            out << action;
    }
    return out;
}

/// What takes the right side of the window in turn: the connection and the screens.
inline QStackedWidget *screens(const QMainWindow &window)
{
    for (auto *const stack : window.centralWidget()->findChildren<QStackedWidget *>()) {
        const QWidget *parent = stack->parentWidget();
        while (parent && !qobject_cast<const QStackedWidget *>(parent))
            parent = parent->parentWidget();
        if (!parent && !stack->objectName().contains(QLatin1String("list"))
            && stack->findChild<QWidget *>(QStringLiteral("bodyEditor")))
            return stack;
    }
    return nullptr;
}

/// The actions that bring up a screen in place of the connection.
inline QList<QAction *> screenActions(WindowFixture &fixture)
{
    QList<QAction *> out;
    for (QAction *const action : menuActions(fixture.window())) {
        if (action->objectName() == QLatin1String("screenAction"))
            out << action;
    }
    return out;
}

/// Chooses a destination by its label, and waits until what is shown of it is up to date.
inline void chooseDestination(WindowFixture &fixture, const QString &label)
{
    auto *const list = fixture.find<QListView>("destinationsList");
    QVERIFY(list);
    const QModelIndexList found
        = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, label, 1, Qt::MatchExactly);
    QVERIFY2(found.size() == 1, qPrintable(label));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.first()).center());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().live().isFresh(), 30000);
}

/// Types over the value of the first header, in its cell, and stays in it.
inline QLineEdit *typeIntoFirstHeader(WindowFixture &fixture, const QString &text)
{
    QTest::keySequence(&fixture.window(), QKeySequence(QStringLiteral("Ctrl+2")));
    auto *const table = fixture.find<QTableView>("headersView");
    if (!table)
        return nullptr;
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, designer::ui::HeadersModel::Value));
    QTest::keyClick(table, Qt::Key_Return);
    auto *const cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (cell) {
        cell->selectAll();
        QTest::keyClicks(cell, text);
    }
    return cell;
}

inline void pressKeys(WindowFixture &fixture, const char *sequence)
{
    QWidget *const focused = QApplication::focusWidget();
    QTest::keySequence(focused ? focused : &fixture.window(), QKeySequence(QLatin1String(sequence)));
}
