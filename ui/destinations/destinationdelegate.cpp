// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationdelegate.h"

#include "ui/destinations/destinationsmodel.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace designer::ui {

namespace {

/// Where the parts of a row stand.
struct Parts
{
    QRect mark;
    QRect label;
    QRect subtitle;
    QRect badge;
};

Parts partsOf(const QRect &row, const BadgeContent &content)
{
    const int gap = theme().size(Space::S12);
    const int side = theme().size(Space::S24);
    Parts parts;
    parts.mark = QRect(row.left() + gap, row.center().y() - side / 2 + 1, side, side);
    const int left = parts.mark.right() + 1 + theme().size(Space::S8);
    const int right = row.right() + 1 - gap;
    const int labelHeight = QFontMetrics(theme().font(Font::Text)).height();
    const int smallHeight = QFontMetrics(theme().font(Font::Small)).height();
    QSize badge = badgeSize(content);
    badge.setWidth(std::min(badge.width(), (right - left) / 2));
    // The badge is higher than the label's words: the first line is as high as both, so that it touches
    // nothing.
    const int firstHeight = std::max(labelHeight, badge.height() + theme().scaled(2));
    const int top = row.top() + (row.height() - firstHeight - smallHeight) / 2;
    parts.badge = QRect(QPoint(right - badge.width(), top + (firstHeight - badge.height()) / 2), badge);
    parts.label = QRect(left, top, parts.badge.left() - theme().size(Space::S4) - left, firstHeight);
    parts.subtitle = QRect(left, top + firstHeight, right - left, smallHeight);
    return parts;
}

void drawElided(QPainter *painter, const QRect &rect, const QString &text, Font font, Color color)
{
    painter->setFont(theme().font(font));
    painter->setPen(theme().color(color));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void drawMark(QPainter *painter, const QRect &rect, const QString &letter, bool selected)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().color(selected ? Color::Panel : Color::AccentSoft));
    painter->drawRoundedRect(rect, theme().size(Metric::Radius), theme().size(Metric::Radius));
    painter->setFont(theme().font(Font::SmallBold));
    painter->setPen(theme().color(Color::Accent));
    painter->drawText(rect, Qt::AlignCenter, letter);
}

void drawBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme().color(selected ? Color::AccentSoft : Color::Window));
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme().scaled(3), option.rect.height())),
                          theme().color(Color::Accent));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        const int width = theme().size(Metric::FocusWidth);
        painter->setPen(QPen(theme().color(Color::Accent), width));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(width / 2, width / 2, -width / 2 - 1, -width / 2 - 1));
    }
}

} // namespace

void DestinationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    painter->save();
    drawBackground(painter, option);
    const auto badge = index.data(DestinationsModel::BadgeRole).value<BadgeContent>();
    const Parts parts = partsOf(option.rect, badge);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    drawMark(painter, parts.mark, index.data(DestinationsModel::MarkRole).toString(), selected);
    drawElided(painter, parts.label, index.data(Qt::DisplayRole).toString(), Font::Text, Color::Text);
    drawElided(painter, parts.subtitle, index.data(DestinationsModel::RouteRole).toString(), Font::Small,
               Color::Dim);
    // As the mark on the chosen row: the soft colours are hardly seen on each other.
    paintBadge(painter, parts.badge, badge, theme().color(selected ? Color::Panel : softColor(badge.tone)));
    painter->restore();
}

QSize DestinationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.rect.width(), theme().size(Metric::SidebarRow)};
}

/// With a frame of its own, which the field that views make has not.
QWidget *DestinationDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                           const QModelIndex & /*index*/) const
{
    auto *const edit = new QLineEdit(parent);
    edit->setAccessibleName(tr("Label of the destination"));
    return edit;
}

/// The badge of the row changes with every evaluation, which is no reason to lose what is being typed.
void DestinationDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *const edit = qobject_cast<QLineEdit *>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    if (edit && !edit->isModified() && edit->text() != text)
        edit->setText(text);
}

/// Over both lines and the badge: nothing of them shows through or beside it.
void DestinationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                               const QModelIndex &index) const
{
    const Parts parts = partsOf(option.rect, index.data(DestinationsModel::BadgeRole).value<BadgeContent>());
    const int gap = theme().size(Space::S4);
    const QRect row = option.rect.adjusted(0, gap, -gap, -gap);
    editor->setGeometry(QRect(QPoint(parts.label.left() - gap, row.top()), row.bottomRight()));
}

} // namespace designer::ui
