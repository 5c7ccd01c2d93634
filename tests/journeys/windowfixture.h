// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeprompter.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "workspace/example.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

/// A window on a fresh example workspace, and how a person finds things in it: by what they say.
class WindowFixture
{
public:
    WindowFixture() { designer::ui::theme().apply(*qApp); }

    /// Opens the window, on the same workspace as before where there was one.
    void open(const designer::sandbox::Options &sandbox = {})
    {
        designer::ui::MainWindow::Services services;
        services.sandbox = sandbox;
        services.now = [] { return std::chrono::system_clock::now(); };
        services.version = "0";
        auto prompter = std::make_unique<designer::ui::FakePrompter>();
        m_prompter = prompter.get();
        services.prompter = std::move(prompter);
        m_window = std::make_unique<designer::ui::MainWindow>(std::move(services));
        m_window->resize(1280, 800); // the screen that the tests draw on in memory is smaller
        const auto folder = designer::workspace::exampleWorkspace(path());
        QVERIFY(folder);
        m_window->openWorkspace(*folder);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow(); // nobody else does on a display without a window manager
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void close()
    {
        m_window->close();
        m_window.reset();
    }

    [[nodiscard]] designer::ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] designer::ui::FakePrompter &prompter() { return *m_prompter; }
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("workspace")); }

    /// The visible widget of that object name; null: there is none.
    template <typename T>
    [[nodiscard]] T *find(const char *objectName)
    {
        for (T *const widget : m_window->findChildren<T *>(QLatin1String(objectName))) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    /// The visible, enabled button that says \a words.
    [[nodiscard]] QAbstractButton *button(const QString &words)
    {
        for (QAbstractButton *const one : m_window->findChildren<QAbstractButton *>()) {
            if (one->isVisible() && one->isEnabled() && one->text() == words)
                return one;
        }
        return nullptr;
    }
    void click(const QString &words)
    {
        QTRY_VERIFY2(button(words), qPrintable(words));
        QTest::mouseClick(button(words), Qt::LeftButton);
    }
    /// Whether a label that is seen has these words in it.
    [[nodiscard]] bool says(const QString &words)
    {
        for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<designer::ui::MainWindow> m_window;
    designer::ui::FakePrompter *m_prompter = nullptr; ///< the window's
};
