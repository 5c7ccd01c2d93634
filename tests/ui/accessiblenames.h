// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

/// What in \a page can have the focus and has no name for assistive tools, by class and object name.
inline QStringList namelessControls(const QWidget &page)
{
    QStringList out;
    for (const QWidget *const widget : page.findChildren<QWidget *>()) {
        const bool internal = widget->objectName().startsWith(QLatin1String("qt_"));
        if (internal || widget->focusPolicy() == Qt::NoFocus || widget->isHidden())
            continue;
        QAccessibleInterface *const face
            = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!face || face->text(QAccessible::Name).isEmpty())
            out << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return out;
}
