// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/undokeys.h"

#include <QKeyEvent>
#include <QWidget>

namespace designer::ui {

void UndoKeys::watch(QWidget *field)
{
    field->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        const auto *field = qobject_cast<QWidget *>(watched);
        const bool isAtRest = field && !field->hasFocus();
        if (isAtRest)
            event->ignore();
        return isAtRest;
    }
    return handleKey(event) || QObject::eventFilter(watched, event);
}

/// True: the field is not to see it.
bool UndoKeys::handleKey(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->ignore(); // the window's action may have it
    else if (m_document)
        isUndo ? m_document->undo() : m_document->redo();
    return true;
}

} // namespace designer::ui
