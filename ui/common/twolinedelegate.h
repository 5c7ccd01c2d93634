// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace designer::ui {

/// What a list of two lines a row holds beside the display role.
enum TwoLineRole {
    SubtitleRole = Qt::UserRole + 1, ///< the second line, small and dim
    HeadingRole, ///< true: a heading over the rows below it, which cannot be chosen
    TwoLineRoleEnd, ///< the first number that a model may use for itself
};

/// Paints a title with a smaller line below it, and headings between groups of such rows. What does
/// not fit is cut with an ellipsis and stands in the tool tip.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace designer::ui
