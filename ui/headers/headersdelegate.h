// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/headers/headerlayout.h"
#include "ui/headers/headersmodel.h"

#include <QStyledItemDelegate>

#include <optional>

namespace designer::ui {

class NameCompletion;

/// Paints the rows of the headers table and makes their editors.
class HeadersDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit HeadersDelegate(HeadersModel &model, QObject *parent = nullptr);

    /// Room that is kept below \a row for a widget; a \a row of -1: for none.
    void setPanel(int row, int height);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    /// Marks it too: an editor that is given up can still say that it is done.
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;
    [[nodiscard]] static bool isGivenUp(const QWidget &editor);
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    /// The note whose link is at \a position in the cell \a rect; nothing: none is.
    [[nodiscard]] std::optional<HeaderNote> linkAt(const QModelIndex &index, const QRect &rect,
                                                   const QPoint &position) const;

private:
    [[nodiscard]] QRect withoutPanel(const QRect &rect, int row) const;
    [[nodiscard]] HeaderLayout layoutOf(int row, const QRect &cell) const;
    [[nodiscard]] QWidget *nameEditor(QWidget *parent) const;
    [[nodiscard]] QWidget *valueEditor(QWidget *parent, int row) const;
    void paintCheckBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       int row) const;
    void paintName(QPainter *painter, const QRect &rect, int row) const;
    void paintValue(QPainter *painter, const QRect &rect, int row) const;

    void closeChosen();

    HeadersModel &m_model;
    NameCompletion *m_completion; ///< a child
    int m_panelRow = -1;
    int m_panelHeight = 0;
};

} // namespace designer::ui
