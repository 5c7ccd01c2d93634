// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/headers/headersdelegate.h"
#include "ui/headers/headersmodel.h"

#include <QPersistentModelIndex>
#include <QTableView>

namespace designer::ui {

/// The table of headers with its keys: Return edits, Tab goes on to the value, Space switches on or
/// off, Alt+Up/Down (or dragging the handle) moves, Delete removes, Alt+Return follows a row's link.
class HeadersView : public QTableView
{
    Q_OBJECT
public:
    explicit HeadersView(QWidget *parent = nullptr);
    ~HeadersView() override;
    Q_DISABLE_COPY_MOVE(HeadersView)

    void setHeaders(HeadersModel &model);
    /// Shows \a panel below \a row, and takes it over; the model's reset closes it.
    void openPanel(QWidget *panel, int row);
    void closePanel();
    [[nodiscard]] int panelRow() const { return m_panelIndex.row(); }
    void editCell(int row, int column);
    /// What is being typed goes into the model, and the editor away.
    void finishEditing();
    /// The editor goes away, with what is being typed: before the model does.
    void dropEditor();
    /// The most urgent way out of the current row.
    void followCurrentLink();

Q_SIGNALS:
    void pasteRequested();
    void actRequested(int row, const designer::ui::HeaderNote &note);
    /// Return on a value that is a secret.
    void secretRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    using QTableView::edit;
    void commitData(QWidget *editor) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    bool handleKey(const QKeyEvent &event);
    bool handleRowKey(const QKeyEvent &event, int row);
    void followLink(int row);
    void pressCell();
    void press(int row, int column);
    [[nodiscard]] QWidget *openEditor() const;
    void goOn(int row, int column, QAbstractItemDelegate::EndEditHint hint);
    void placePanel();
    void dress();
    void selectEdited(int row);
    [[nodiscard]] int dropRow(const QPoint &position) const;
    [[nodiscard]] std::optional<HeaderNote> linkUnder(const QPoint &position) const;

    HeadersModel *m_headers = nullptr; ///< not ours
    HeadersDelegate *m_delegate = nullptr; ///< a child
    QWidget *m_panel = nullptr; ///< a child of the viewport
    QPersistentModelIndex m_panelIndex;
    QPersistentModelIndex m_pressed; ///< where the mouse button went down
    QPersistentModelIndex m_edited; ///< where an editor was opened last
    int m_dropRow = -1; ///< while a row is dragged: before which it would fall
    bool m_dragging = false;
};

} // namespace designer::ui
