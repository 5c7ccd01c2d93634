// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/softbox.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace designer::ui {

SoftBox::SoftBox(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void SoftBox::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBox(&painter, rect(),
             {.fill = theme().color(Color::Window),
              .edge = {},
              .edgeWidth = 0,
              .radius = 1.0 * theme().size(Metric::Radius)});
}

} // namespace designer::ui
