// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/searchfield.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace designer::ui {

namespace {

/// Nobody types more, and what is pasted by mistake would be no pattern any more.
constexpr int longestSearch = 256;

} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setMaxLength(longestSearch);
    addAction(icon(Icon::Search, Color::Dim), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
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
