// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finderdelegate.h"

#include "ui/finder/findermodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace designer::ui {

namespace {

/// Draws \a text at the left of \a place and gives what is left of that.
QRect drawn(QPainter *painter, const QRect &place, const QString &text, Font font, Color color)
{
    painter->setFont(theme().font(font));
    painter->setPen(theme().color(color));
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, shown);
    return place.adjusted(painter->fontMetrics().horizontalAdvance(shown) + theme().size(Space::S12), 0, 0,
                          0);
}

} // namespace

void FinderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme().color(isChosen ? Color::AccentSoft : Color::Window));
    if (isChosen)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme().scaled(3), option.rect.height())),
                          theme().color(Color::Accent));
    const int edge = theme().size(Space::S12);
    QRect place = option.rect.adjusted(edge, 0, -edge, 0);
    const int side = theme().size(Metric::Icon);
    paintIcon(painter, QRect(place.left(), place.center().y() - side / 2, side, side),
              static_cast<Icon>(index.data(FinderModel::IconRole).toInt()), theme().color(Color::Dim));
    place.setLeft(place.left() + side + theme().size(Space::S8));
    const QString remark = index.data(FinderModel::RemarkRole).toString();
    const int width = QFontMetrics(theme().font(Font::Small)).horizontalAdvance(remark) + 1;
    static_cast<void>(drawn(painter, QRect(place.right() - width, place.top(), width + 1, place.height()),
                            remark, Font::Small, Color::Dim));
    place.setRight(place.right() - width - theme().size(Space::S12));
    place = drawn(painter, place, index.data(Qt::DisplayRole).toString(), Font::Text, Color::Text);
    static_cast<void>(
        drawn(painter, place, index.data(FinderModel::DetailRole).toString(), Font::Small, Color::Dim));
    painter->restore();
}

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {option.rect.width(), theme().size(Metric::RuleRow)};
}

} // namespace designer::ui
