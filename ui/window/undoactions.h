// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoGroup>

class QAction;

namespace designer::ui {

/// Edit > Undo and Redo. They say what the next step is, of the history that what is shown has, and can be
/// chosen only where there is one. Who makes the step is told by the actions themselves.
class UndoActions : public QObject
{
    Q_OBJECT
public:
    explicit UndoActions(QObject *parent = nullptr);

    [[nodiscard]] QAction &undo() { return *m_undo; }
    [[nodiscard]] QAction &redo() { return *m_redo; }
    /// Null: what is shown has no history. \a isTyping: into a cell, which becomes a step of it before
    /// anything is undone.
    void follow(QUndoStack *history, bool isTyping = false);

private:
    void showSteps();

    QUndoGroup m_histories;
    bool m_isTyping = false;
    QAction *m_undo; ///< both are children
    QAction *m_redo;
};

} // namespace designer::ui
