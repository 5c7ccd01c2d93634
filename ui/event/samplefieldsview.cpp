// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/event/samplefieldsview.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace designer::ui {

namespace {

/// Of a path here; names may hold dots, and some cannot be written as a placeholder's path.
QString stepTo(const QModelIndex &index)
{
    return index.siblingAtColumn(SampleFieldsModel::NameColumn).data().toString() + QChar(0);
}

/// Keeps values off the edge of the view, or off its scroll bar. What is behind them goes up to it.
class ValueDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem behind = option;
        initStyleOption(&behind, index);
        const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
        style.drawPrimitive(QStyle::PE_PanelItemViewItem, &behind, painter, option.widget);
        QStyleOptionViewItem inside = option;
        const int gap = theme().size(Space::S8);
        inside.rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -gap, 0));
        QStyledItemDelegate::paint(painter, inside, index);
    }
};

} // namespace

SampleFieldsView::SampleFieldsView(QWidget *parent)
    : QTreeView(parent), m_open({QStringLiteral("properties") + QChar(0)}) // what people look for
{
    setModel(&m_model);
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setIndentation(theme().size(Space::S16));
    setFont(theme().font(Font::Small));
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Fields of this sample"));
    setItemDelegateForColumn(SampleFieldsModel::ValueColumn, new ValueDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(theme().scaled(40));
    header()->setSectionResizeMode(SampleFieldsModel::NameColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(SampleFieldsModel::ValueColumn, QHeaderView::Stretch);
    connect(this, &QTreeView::doubleClicked, this, &SampleFieldsView::choose);
}

void SampleFieldsView::setEvent(const std::shared_ptr<const event::Event> &event)
{
    remember();
    m_model.setEvent(event);
    restore();
}

void SampleFieldsView::remember()
{
    visitContainers({}, {}, [this](const QModelIndex &index, const QString &path) {
        isExpanded(index) ? static_cast<void>(m_open.insert(path)) : static_cast<void>(m_open.remove(path));
    });
    QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    m_chosen.clear();
    for (; index.isValid(); index = index.parent())
        m_chosen.prepend(stepTo(index));
}

void SampleFieldsView::restore()
{
    visitContainers({}, {}, [this](const QModelIndex &index, const QString &path) {
        if (m_open.contains(path))
            expand(index);
    });
    QModelIndex chosen = at(m_chosen);
    for (QModelIndex above = chosen.parent(); above.isValid(); above = above.parent()) {
        if (!isExpanded(above))
            chosen = above; // to go into what is closed would open it
    }
    setCurrentIndex(chosen.isValid() ? chosen : m_model.index(0, 0));
}

/// All that can be opened, from above.
void SampleFieldsView::visitContainers(
    const QModelIndex &parent, const QString &path,
    const std::function<void(const QModelIndex &, const QString &)> &visit) const
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (m_model.rowCount(index) == 0)
            continue;
        const QString here = path + stepTo(index);
        visit(index, here);
        visitContainers(index, here, visit);
    }
}

/// Invalid: there is none.
QModelIndex SampleFieldsView::at(const QString &path) const
{
    QModelIndex above;
    QString rest = path;
    while (!rest.isEmpty()) {
        QModelIndex next;
        for (int row = 0; row < m_model.rowCount(above) && !next.isValid(); ++row) {
            const QModelIndex index = m_model.index(row, 0, above);
            if (rest.startsWith(stepTo(index)))
                next = index;
        }
        if (!next.isValid())
            return {};
        rest.remove(0, stepTo(next).size());
        above = next;
    }
    return above;
}

void SampleFieldsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void SampleFieldsView::choose(const QModelIndex &index)
{
    const QString path = index.data(SampleFieldsModel::PathRole).toString();
    if (!path.isEmpty())
        Q_EMIT pathChosen(path);
}

} // namespace designer::ui
