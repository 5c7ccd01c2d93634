// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/badge.h"

#include "ui/common/plaintooltip.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace designer::ui {
namespace {

bool hasIcon(const BadgeContent &content)
{
    return content.withIcon && iconOf(content.tone);
}

int padding(const BadgeContent &content)
{
    return theme().scaled(content.shape == BadgeContent::Shape::Chip ? 8 : 6);
}

int iconSpace(const BadgeContent &content)
{
    return hasIcon(content) ? theme().size(Metric::SmallIcon) + theme().scaled(4) : 0;
}

QString spoken(const BadgeContent &content)
{
    const QString tone = content.withIcon ? spokenTone(content.tone) : QString();
    return tone.isEmpty() ? content.text : QStringLiteral("%1: %2").arg(tone, content.text);
}

} // namespace

QSize badgeSize(const BadgeContent &content)
{
    const QFontMetrics metrics(theme().font(Font::Small));
    const int width = metrics.horizontalAdvance(content.text) + iconSpace(content) + 2 * padding(content);
    const int height = content.shape == BadgeContent::Shape::Chip ? theme().scaled(20)
                                                                  : 2 * theme().size(Metric::BadgeRadius);
    return {width, height};
}

void paintBadge(QPainter *painter, const QRect &rect, const BadgeContent &content)
{
    paintBadge(painter, rect, content, theme().color(softColor(content.tone)));
}

void paintBadge(QPainter *painter, const QRect &rect, const BadgeContent &content, const QColor &fill)
{
    const bool isChip = content.shape == BadgeContent::Shape::Chip;
    const QColor ink = theme().color(textColor(content.tone));
    const double radius = theme().size(isChip ? Metric::Radius : Metric::BadgeRadius);
    painter->save();
    paintBox(painter, rect, {.fill = fill, .edge = {}, .edgeWidth = 0, .radius = radius});
    QRect inner = rect.adjusted(padding(content), 0, -padding(content), 0);
    if (hasIcon(content)) {
        const int side = theme().size(Metric::SmallIcon);
        const QRect place(inner.left(), rect.top() + (rect.height() - side) / 2, side, side);
        paintIcon(painter, place, *iconOf(content.tone), ink);
        inner.setLeft(inner.left() + iconSpace(content));
    }
    painter->setFont(theme().font(Font::Small));
    painter->setPen(ink);
    // Cut only where it is really too narrow: the sum of rounded parts may be one pixel short.
    const QString text = painter->fontMetrics().elidedText(content.text, Qt::ElideRight, inner.width() + 1);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text);
    painter->restore();
}

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
    hide();
}

void Badge::setContent(const BadgeContent &content)
{
    m_content = content;
    setAccessibleName(spoken(content));
    setToolTip(plainToolTip(content.text));
    setVisible(!content.text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_content);
}

QSize Badge::minimumSizeHint() const
{
    const int narrowest = iconSpace(m_content) + 2 * padding(m_content) + theme().size(Space::S24);
    return {std::min(narrowest, sizeHint().width()), sizeHint().height()};
}

void Badge::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), m_content);
}

} // namespace designer::ui
