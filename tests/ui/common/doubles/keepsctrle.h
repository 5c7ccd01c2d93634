// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QLineEdit>

namespace designer::ui {

/// A field that keeps Ctrl+E from shortcuts, as all of them do on X11.
class KeepsCtrlE : public QLineEdit
{
public:
    explicit KeepsCtrlE(QWidget *parent) : QLineEdit(QStringLiteral("abc"), parent) { }
    /// How often it had them.
    [[nodiscard]] int times() const { return m_times; }

protected:
    bool event(QEvent *event) override
    {
        const bool isIt = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!isIt || static_cast<QKeyEvent *>(event)->keyCombination() != (Qt::CTRL | Qt::Key_E))
            return QLineEdit::event(event);
        m_times += event->type() == QEvent::KeyPress ? 1 : 0;
        event->accept();
        return true;
    }

private:
    int m_times = 0;
};

} // namespace designer::ui
