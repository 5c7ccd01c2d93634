// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplelistpane.h"

#include "ui/common/twolinedelegate.h"
#include "ui/theme/theme.h"
#include "ui_samplelistpane.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace designer::ui {

SampleListPane::SampleListPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SampleListPane>()), m_model(new SamplesModel(this))
{
    m_ui->setupUi(this);
    m_ui->samplesList->setModel(m_model);
    m_ui->samplesList->setItemDelegate(new TwoLineDelegate(m_ui->samplesList));
    m_ui->samplesList->installEventFilter(this);
    m_ui->nothingFoundLabel->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_ui->searchField);
    layOut();
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &SampleListPane::filter);
    connect(m_ui->searchField, &SearchField::moveRequested, this, &SampleListPane::moveBy);
    connect(m_ui->samplesList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (!m_isTold)
                    rowChosen(current.row());
            });
    connect(m_ui->samplesList, &QListView::doubleClicked, this, &SampleListPane::testRequested);
}

SampleListPane::~SampleListPane()
{
    m_ui->samplesList->selectionModel()->disconnect(this);
}

void SampleListPane::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    setFixedWidth(theme().scaled(232));
    m_ui->searchLayout->setContentsMargins(edge, theme().size(Space::S12), edge, theme().size(Space::S4));
    m_ui->nothingFoundLabel->setMargin(edge);
}

void SampleListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SampleListPane::setRows(std::vector<SampleRow> rows, const SampleId &current)
{
    m_rows = std::move(rows);
    m_current = current;
    filter();
}

void SampleListPane::filter()
{
    const QString words = m_ui->searchField->text();
    std::vector<SampleRow> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows), [&words](const SampleRow &row) {
        return row.name.contains(words, Qt::CaseInsensitive)
            || row.about.contains(words, Qt::CaseInsensitive);
    });
    {
        const QScopedValueRollback told(m_isTold, true);
        m_model->setRows(std::move(rows));
    }
    select(m_current);
    m_ui->listStack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_ui->samplesList)
                                                              : m_ui->nothingFoundLabel);
}

void SampleListPane::setCurrent(const SampleId &id)
{
    m_current = id;
    select(id);
    m_ui->samplesList->scrollTo(m_ui->samplesList->currentIndex());
}

void SampleListPane::select(const SampleId &id)
{
    const QScopedValueRollback told(m_isTold, true);
    const QModelIndex index = m_model->index(m_model->rowOf(id));
    if (!id.isNone())
        m_row = std::max(index.row(), 0);
    m_ui->samplesList->setCurrentIndex(index);
}

void SampleListPane::clearSearch()
{
    m_ui->searchField->clear();
}

SampleId SampleListPane::first() const
{
    return m_model->rowCount() > 0 ? m_model->row(0).id : SampleId();
}

SampleId SampleListPane::nearest() const
{
    const int last = m_model->rowCount() - 1;
    return last < 0 ? SampleId() : m_model->row(std::min(m_row, last)).id;
}

void SampleListPane::rowChosen(int row)
{
    if (row >= 0)
        Q_EMIT chosen(SampleId(m_model->row(row).id));
}

void SampleListPane::moveBy(int rows)
{
    const int row = m_ui->samplesList->currentIndex().row() + rows;
    rowChosen(std::min(std::max(row, 0), m_model->rowCount() - 1));
}

bool SampleListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->samplesList || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Delete: Q_EMIT deleteRequested(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT testRequested(); return true;
    default: return false;
    }
}

} // namespace designer::ui
