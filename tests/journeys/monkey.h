// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windowfixture.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <random>
#include <thread>

/// Somebody who uses the window without knowing what he does: clicks, keys, drags, pastes. What he
/// does depends on the seed, and on what the window shows by then.
class Monkey : public QObject
{
    Q_OBJECT
public:
    Monkey(WindowFixture &fixture, quint32 seed);
    ~Monkey() override;

    /// One action, and all that follows of it at once.
    void act();
    /// What went wrong first, and what was done before; empty: nothing.
    [[nodiscard]] const QString &complaint() const { return m_complaint; }
    void complain(const QString &what);

private:
    int below(int end) { return static_cast<int>(m_random() % static_cast<quint32>(end)); }
    template <typename List>
    const auto &oneOf(const List &list)
    {
        return list[below(static_cast<int>(list.size()))];
    }
    void note(const QString &what);
    [[nodiscard]] QWidget *keyTarget() const;
    [[nodiscard]] bool isOnLiveButton() const;
    void click();
    static void openContextMenu(QWidget &target, QPoint at);
    void type();
    void pressOne();
    void pressShortcut();
    void paste();
    void drag();
    void dropField();
    void changeWindow();
    void dropRow();
    void closeModal();
    void watch();

    WindowFixture &m_fixture;
    std::mt19937 m_random;
    QStringList m_last;
    QString m_complaint;
    QTimer m_guard;
    std::atomic<quint64> m_actions{0};
    std::atomic<bool> m_acting{false};
    std::atomic<bool> m_done{false};
    clockid_t m_cpuClock{};
    std::thread m_watchdog;
};
