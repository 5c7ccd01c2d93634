// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/resultcell.h"

#include "ui/common/plaintooltip.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace designer::ui {

ResultCell::ResultCell(QWidget *parent) : QWidget(parent) { }

void ResultCell::setResult(const RuleResult &result)
{
    if (m_result == result)
        return;
    m_result = result;
    const QString text = (result.verdict + QLatin1Char(' ') + result.detail).trimmed();
    setAccessibleName(text);
    setAccessibleDescription(result.why);
    setToolTip(plainToolTip(result.why.isEmpty() ? text : QStringLiteral("%1\n%2").arg(text, result.why)));
    update();
}

void ResultCell::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    update();
}

void ResultCell::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QRect place = rect();
    const bool isGood = m_result.holds.value_or(false) && !m_stale;
    const Color ink = m_stale ? Color::Dim : (isGood ? Color::Good : Color::Text);
    if (m_result.holds) {
        const int side = theme().size(Metric::Icon);
        const Icon yes = m_result.isGroup ? Icon::CheckCircle : Icon::Check;
        paintIcon(&painter, QRect(place.left(), place.top() + (place.height() - side) / 2, side, side),
                  *m_result.holds ? yes : Icon::Minus, theme().color(ink));
        place.setLeft(place.left() + side + theme().scaled(6));
    }
    painter.setFont(theme().font(Font::Text));
    painter.setPen(theme().color(ink));
    const QFontMetrics metrics = painter.fontMetrics();
    if (!m_result.verdict.isEmpty()) {
        const QString verdict = metrics.elidedText(m_result.verdict, Qt::ElideRight, place.width());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, verdict);
        place.setLeft(place.left() + metrics.horizontalAdvance(verdict) + theme().size(Space::S4));
    }
    painter.setPen(theme().color(Color::Dim));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(m_result.detail, Qt::ElideMiddle, place.width()));
}

} // namespace designer::ui
