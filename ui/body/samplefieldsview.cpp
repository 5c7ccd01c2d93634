// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/body/samplefieldsview.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace designer::ui {

SampleFieldsView::SampleFieldsView(QWidget *parent) : QTreeView(parent)
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
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(theme().scaled(40));
    header()->setSectionResizeMode(SampleFieldsModel::NameColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(SampleFieldsModel::ValueColumn, QHeaderView::Stretch);
    connect(this, &QTreeView::doubleClicked, this, &SampleFieldsView::choose);
}

void SampleFieldsView::setEvent(const std::shared_ptr<const event::Event> &event)
{
    m_model.setEvent(event);
    expandFirst();
}

/// `properties` is what people look for.
void SampleFieldsView::expandFirst()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (index.data(SampleFieldsModel::PathRole).toString() == QLatin1String("properties"))
            expand(index);
    }
    setCurrentIndex(m_model.index(0, 0));
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
