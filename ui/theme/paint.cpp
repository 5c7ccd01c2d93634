// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace designer::ui {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

float between(float from, float to, double share)
{
    return from + (to - from) * static_cast<float>(share);
}

} // namespace

void paintBox(QPainter *painter, const QRectF &rect, const Box &box)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasEdge = box.edge.isValid();
    const double inset = hasEdge ? box.edgeWidth / 2 : 0;
    painter->setPen(hasEdge ? QPen(box.edge, box.edgeWidth) : QPen(Qt::NoPen));
    painter->setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
    const double radius = std::max(0.0, box.radius - inset);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, const QColor &color, double radius)
{
    const double width = theme().size(Metric::FocusWidth);
    paintBox(painter, rect, {.fill = {}, .edge = color, .edgeWidth = width, .radius = radius});
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    return QColor::fromRgbF(between(from.redF(), to.redF(), share),
                            between(from.greenF(), to.greenF(), share),
                            between(from.blueF(), to.blueF(), share));
}

double contrast(const QColor &text, const QColor &background)
{
    const double one = luminance(text);
    const double other = luminance(background);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace designer::ui
