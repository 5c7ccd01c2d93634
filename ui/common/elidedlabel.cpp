// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elidedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace designer::ui {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

/// That of QLabel is never less than its minimum width, and knows it only as it was when the text came.
QSize ElidedLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    const int words = fontMetrics().size(0, text()).width();
    return {words + around.left() + around.right() + 2 * margin(), QLabel::sizeHint().height()};
}

/// The words may go, their height may not.
QSize ElidedLabel::minimumSizeHint() const
{
    return {1, QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::isCut() const
{
    return sizeHint().width() > width();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !isCut())
        return QLabel::event(event);
    // Said to be rich: the tooltip guesses otherwise, and words with an “&” and no tag are no rich text to
    // it.
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                       Qt::convertFromPlainText(text(), Qt::WhiteSpaceNormal), this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    if (!isCut())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QRect place = contentsRect();
    style()->drawItemText(&painter, place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), palette(),
                          isEnabled(), fontMetrics().elidedText(text(), Qt::ElideRight, place.width()),
                          foregroundRole());
}

} // namespace designer::ui
