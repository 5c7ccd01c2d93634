// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rule.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace designer::ui {

Rule::Rule(QWidget *parent) : QWidget(parent)
{
    setVertical(false);
}

void Rule::setVertical(bool vertical)
{
    m_vertical = vertical;
    const int width = theme().size(Metric::EdgeWidth);
    setMinimumSize(vertical ? width : 0, vertical ? 0 : width);
    setMaximumSize(vertical ? width : QWIDGETSIZE_MAX, vertical ? QWIDGETSIZE_MAX : width);
    setSizePolicy(vertical ? QSizePolicy::Fixed : QSizePolicy::Expanding,
                  vertical ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), theme().color(Color::Rule));
}

} // namespace designer::ui
