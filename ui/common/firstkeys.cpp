// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/firstkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace designer::ui {

FirstKeys::FirstKeys(const QKeySequence &keys, QObject *parent) : QObject(parent), m_keys(keys)
{
    qApp->installEventFilter(this);
}

bool FirstKeys::eventFilter(QObject *watched, QEvent *event)
{
    const bool isAsked = event->type() == QEvent::ShortcutOverride
        && m_keys == QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination());
    if (!isAsked)
        return QObject::eventFilter(watched, event);
    event->ignore(); // the field does not keep it from the window
    return true;
}

} // namespace designer::ui
