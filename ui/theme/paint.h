// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>

class QPainter;

namespace designer::ui {

/// A filled box with an edge drawn inside of \a rect. An invalid colour: none of that.
struct Box
{
    QColor fill;
    QColor edge;
    double edgeWidth = 1;
    double radius = 0;
};
void paintBox(QPainter *painter, const QRectF &rect, const Box &box);

/// The sign of the focus: a ring inside of \a rect.
void paintFocusRing(QPainter *painter, const QRectF &rect, const QColor &color, double radius);

/// \a share of 0 is \a from, of 1 \a to.
[[nodiscard]] QColor mixed(const QColor &from, const QColor &to, double share);

/// How well \a text is read on \a background, by WCAG 2: 1 to 21.
[[nodiscard]] double contrast(const QColor &text, const QColor &background);

} // namespace designer::ui
