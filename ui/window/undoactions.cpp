// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undoactions.h"

#include <QAction>
#include <QUndoStack>

namespace designer::ui {

UndoActions::UndoActions(QObject *parent)
    : QObject(parent), m_undo(new QAction(tr("Undo"), this)), m_redo(new QAction(tr("Redo"), this))
{
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    connect(&m_histories, &QUndoGroup::canUndoChanged, this, &UndoActions::showSteps);
    connect(&m_histories, &QUndoGroup::canRedoChanged, this, &UndoActions::showSteps);
    connect(&m_histories, &QUndoGroup::undoTextChanged, this, &UndoActions::showSteps);
    connect(&m_histories, &QUndoGroup::redoTextChanged, this, &UndoActions::showSteps);
    showSteps();
}

void UndoActions::follow(QUndoStack *history, bool isTyping)
{
    m_isTyping = isTyping;
    if (history)
        m_histories.addStack(history);
    m_histories.setActiveStack(history);
    showSteps();
}

/// "Undo: Change the address"
void UndoActions::showSteps()
{
    const auto show = [](QAction &action, bool isPossible, const QString &plain, const QString &named) {
        action.setEnabled(isPossible);
        action.setText(isPossible ? named : plain);
    };
    show(*m_undo, m_histories.canUndo(), tr("Undo"), tr("Undo: %1").arg(m_histories.undoText()));
    if (m_isTyping)
        show(*m_undo, true, tr("Undo"), tr("Undo: %1").arg(tr("Type in the cell")));
    show(*m_redo, m_histories.canRedo(), tr("Redo"), tr("Redo: %1").arg(m_histories.redoText()));
}

} // namespace designer::ui
