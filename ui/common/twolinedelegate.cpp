// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/twolinedelegate.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace designer::ui {

namespace {

struct Look
{
    Font font = Font::Text;
    Color color = Color::Text;
};

void drawLine(QPainter *painter, const QRect &rect, const QString &text, const Look &look)
{
    painter->setFont(theme().font(look.font));
    painter->setPen(theme().color(look.color));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void drawBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme().color(selected ? Color::AccentSoft : Color::Window));
    if (selected) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme().scaled(3), option.rect.height())),
                          theme().color(Color::Accent));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, option.rect, theme().color(Color::Accent), 0);
}

QRect inner(const QRect &row)
{
    const int edge = theme().size(Metric::LeftEdge);
    return row.adjusted(edge, 0, -theme().size(Space::S8), 0);
}

} // namespace

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const QRect rect = inner(option.rect);
    const QString title = index.data(Qt::DisplayRole).toString();
    if (index.data(HeadingRole).toBool()) {
        drawLine(painter, rect.adjusted(0, theme().scaled(6), 0, 0), title, {Font::SmallBold, Color::Dim});
    } else {
        drawBackground(painter, option);
        const int first = QFontMetrics(theme().font(Font::Text)).height();
        const int second = QFontMetrics(theme().font(Font::Small)).height();
        const int top = rect.top() + (rect.height() - first - second) / 2;
        drawLine(painter, QRect(rect.left(), top, rect.width(), first), title, {Font::Text, Color::Text});
        drawLine(painter, QRect(rect.left(), top + first, rect.width(), second),
                 index.data(SubtitleRole).toString(), {Font::Small, Color::Dim});
    }
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(HeadingRole).toBool();
    return {option.rect.width(), heading ? theme().scaled(28) : theme().size(Metric::ListRow)};
}

} // namespace designer::ui
