// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationspane.h"

#include "ui/destinations/destinationdelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui_destinationspane.h"
#include "json/text.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

#include <utility>

namespace designer::ui {

DestinationsPane::DestinationsPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::DestinationsPane>())
{
    m_ui->setupUi(this);
    m_filter.setFilterRole(DestinationsModel::SearchRole);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    // What was found stays in sight while it is renamed: it is looked for anew with other words.
    m_filter.setDynamicSortFilter(false);
    m_ui->destinationsList->setModel(&m_filter);
    m_ui->destinationsList->setItemDelegate(new DestinationDelegate(m_ui->destinationsList));
    m_ui->destinationsList->installEventFilter(this);
    m_ui->addButton->setIcon(icon(Icon::Plus, Color::Accent));
    m_ui->addButton->setProperty("accent", true);
    layOut();
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &DestinationsPane::searchFor);
    connect(m_ui->searchField, &SearchField::moveRequested, this, &DestinationsPane::moveCurrent);
    connect(m_ui->addButton, &QPushButton::clicked, this, &DestinationsPane::addRequested);
    connect(m_ui->destinationsList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DestinationsPane::tellCurrent);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &DestinationsPane::showRightStack);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &DestinationsPane::showRightStack);
    showRightStack();
}

DestinationsPane::~DestinationsPane()
{
    m_ui->destinationsList->selectionModel()->disconnect(this);
}

void DestinationsPane::layOut()
{
    const int edge = theme().size(Space::S12);
    m_ui->titleLabel->setFont(theme().font(Font::Bold));
    m_ui->headLayout->setContentsMargins(edge, edge, edge, theme().size(Space::S8));
    m_ui->headLayout->setSpacing(edge - theme().scaled(2));
    m_ui->footLayout->setContentsMargins(edge, edge, edge, edge);
    for (QLabel *const label : {m_ui->nothingFoundLabel, m_ui->noneYetLabel}) {
        label->setMargin(edge);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    setFixedWidth(theme().size(Metric::Sidebar));
}

void DestinationsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void DestinationsPane::setSession(Session *session)
{
    // What the view tells while its rows go means nobody's choice.
    const std::unique_ptr<DestinationsModel> before = std::exchange(m_model, nullptr);
    m_session = session;
    m_open = QPersistentModelIndex();
    m_filter.setSourceModel(nullptr);
    m_model = session ? std::make_unique<DestinationsModel>(*session) : nullptr;
    m_filter.setSourceModel(m_model.get());
    m_toldRow = -1;
    if (session)
        connect(session, &Session::reread, this, &DestinationsPane::tellReread);
    if (m_model)
        connect(m_model.get(), &DestinationsModel::settled, this, &DestinationsPane::tellCurrent);
    showRightStack();
}

/// Another row, or the same under another number. While the list changes a view picks the next row
/// by the numbers of before, which mean nothing to the session afterwards; while a search leaves rows
/// out, it picks one that nobody chose.
void DestinationsPane::tellCurrent()
{
    if (!m_model || m_model->isChanging() || m_isSearching)
        return;
    const QModelIndex chosen = m_filter.mapToSource(m_ui->destinationsList->currentIndex());
    if (chosen.isValid())
        m_open = chosen;
    else if (!m_open.isValid() && m_toldRow >= 0 && m_model->rowCount() > 0) // what the search showed is gone
        return setCurrentRow(std::min(m_toldRow, m_model->rowCount() - 1));
    const int row = currentRow();
    const QString name = row >= 0 ? m_session->at(row).name : QString();
    const bool isSame = row == m_toldRow && name == m_toldName;
    m_toldRow = row;
    m_toldName = name;
    if (!isSame)
        Q_EMIT currentRowChanged(row);
}

/// Whoever shows it has nothing but the reason why it could not be read.
void DestinationsPane::tellReread(int row)
{
    if (row == currentRow())
        Q_EMIT currentRowChanged(row);
}

int DestinationsPane::currentRow() const
{
    return m_open.isValid() ? m_open.row() : -1;
}

void DestinationsPane::setCurrentRow(int row)
{
    if (!m_model || row < 0)
        return;
    QModelIndex index = m_filter.mapFromSource(m_model->index(row));
    if (!index.isValid() && row < m_model->rowCount()) {
        m_ui->searchField->clear(); // a search must not hide what was asked for
        index = m_filter.mapFromSource(m_model->index(row));
    }
    m_ui->destinationsList->setCurrentIndex(index);
    m_ui->destinationsList->scrollTo(index);
}

void DestinationsPane::setFindings(const QString &name, const FindingCounts &counts)
{
    if (m_model)
        m_model->setFindings(name, counts);
}

void DestinationsPane::setMenu(const QList<QAction *> &actions)
{
    QListView *const list = m_ui->destinationsList;
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list, &QWidget::customContextMenuRequested, this, [this, list, actions](QPoint at) {
        // Not exec(): the list may go while the menu is there.
        auto *const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(actions);
        menu->popup(list->viewport()->mapToGlobal(at));
    });
}

void DestinationsPane::focusSearch()
{
    m_ui->searchField->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchField->selectAll();
}

void DestinationsPane::focusList()
{
    m_ui->destinationsList->setFocus(Qt::ShortcutFocusReason);
}

void DestinationsPane::renameCurrent()
{
    setCurrentRow(currentRow());
    m_ui->destinationsList->rename(m_ui->destinationsList->currentIndex());
}

bool DestinationsPane::hasListFocus() const
{
    return m_ui->destinationsList->hasFocus();
}

void DestinationsPane::searchFor(const QString &words)
{
    m_isSearching = true;
    m_filter.setFilterFixedString(words);
    const QModelIndex open = m_filter.mapFromSource(m_open);
    m_ui->destinationsList->setCurrentIndex(open); // where it is left out, none is: it stays open
    m_ui->destinationsList->scrollTo(open);
    m_isSearching = false;
    // Where rows are left out, "between these two" means nothing.
    m_ui->destinationsList->setDragEnabled(words.isEmpty());
    showRightStack();
}

void DestinationsPane::showRightStack()
{
    QWidget *shown = m_ui->destinationsList;
    if (m_filter.rowCount() == 0)
        shown = m_ui->searchField->text().isEmpty() ? m_ui->noneYetLabel : m_ui->nothingFoundLabel;
    m_ui->listStack->setCurrentWidget(shown);
}

void DestinationsPane::moveCurrent(int rows)
{
    const int wanted = m_ui->destinationsList->currentIndex().row() + rows;
    const int row = std::clamp(wanted, 0, std::max(m_filter.rowCount() - 1, 0));
    m_ui->destinationsList->setCurrentIndex(m_filter.index(row, 0));
}

void DestinationsPane::removeCurrent()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const QString title = m_session->at(row).title();
    m_session->remove(row);
    Q_EMIT deleted(title);
}

bool DestinationsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->destinationsList && event->type() == QEvent::KeyPress
        && handleListKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool DestinationsPane::handleListKey(const QKeyEvent &event)
{
    const bool up = event.key() == Qt::Key_Up;
    if (event.modifiers() == Qt::AltModifier && (up || event.key() == Qt::Key_Down)) {
        const int from = currentRow();
        const int to = from + (up ? -1 : 1);
        if (m_ui->searchField->text().isEmpty() && from >= 0 && to >= 0 && to < m_session->count()) {
            m_model->move(from, to);
            setCurrentRow(to);
        }
        return true;
    }
    if (event.key() == Qt::Key_Delete && event.modifiers() == Qt::NoModifier) {
        removeCurrent();
        return true;
    }
    return false;
}

} // namespace designer::ui
