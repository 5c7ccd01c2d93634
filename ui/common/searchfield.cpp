// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/searchfield.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace designer::ui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    addAction(icon(Icon::Search, Color::Dim), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    setMaxLength(longestSearch);
    setPlaceholderText(tr("Search"));
    setAccessibleName(tr("Search"));
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && event->key() == Qt::Key_Down)
        Q_EMIT moveRequested(1);
    else if (isPlain && event->key() == Qt::Key_Up)
        Q_EMIT moveRequested(-1);
    else if (isPlain && event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace designer::ui
