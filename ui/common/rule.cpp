// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rule.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace designer::ui {

Rule::Rule(QWidget *parent) : QWidget(parent)
{
    layOut();
}

void Rule::setVertical(bool vertical)
{
    if (m_vertical == vertical)
        return;
    m_vertical = vertical;
    layOut();
    Q_EMIT verticalChanged(vertical);
}

void Rule::layOut()
{
    const int width = theme().size(Metric::EdgeWidth);
    setMinimumSize(m_vertical ? width : 0, m_vertical ? 0 : width);
    setMaximumSize(m_vertical ? width : QWIDGETSIZE_MAX, m_vertical ? QWIDGETSIZE_MAX : width);
    setSizePolicy(m_vertical ? QSizePolicy::Fixed : QSizePolicy::Expanding,
                  m_vertical ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), theme().color(Color::Rule));
}

} // namespace designer::ui
