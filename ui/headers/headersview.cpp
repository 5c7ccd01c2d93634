// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headersview.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace designer::ui {
namespace {

using Column = HeadersModel::Column;

bool isText(int column)
{
    return column == Column::Name || column == Column::Value;
}

} // namespace

HeadersView::HeadersView(QWidget *parent) : QTableView(parent)
{
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSizeAdjustPolicy(AdjustToContents);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setProperty("roomy", true); // as the fields in the cells
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == Column::Value)
            verticalHeader()->resizeSections(QHeaderView::ResizeToContents);
    });
}

HeadersView::~HeadersView()
{
    dropEditor(); // Qt would ask a view that is half gone to take what was typed
}

void HeadersView::setHeaders(HeadersModel &model)
{
    m_headers = &model;
    m_delegate = new HeadersDelegate(model, this);
    setItemDelegate(m_delegate);
    setModel(&model);
    connect(&model, &HeadersModel::rowEdited, this, &HeadersView::selectEdited);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        dropEditor();
        closePanel();
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_panel && !m_panelIndex.isValid())
            closePanel();
    });
    dress();
    connect(&theme(), &Theme::changed, this, &HeadersView::dress);
}

void HeadersView::dress()
{
    QHeaderView *head = horizontalHeader();
    head->setMinimumSectionSize(theme().size(Space::S16));
    const int button = theme().scaled(32);
    for (const int column : {Column::Handle, Column::Eye, Column::Remove}) {
        head->setSectionResizeMode(column, QHeaderView::Fixed);
        head->resizeSection(column, button);
    }
    head->setSectionResizeMode(Column::On, QHeaderView::Fixed);
    head->resizeSection(Column::On, theme().scaled(40));
    head->setSectionResizeMode(Column::Value, QHeaderView::Stretch);
    head->setSectionResizeMode(Column::Name, QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme().size(Metric::RuleRow));
    verticalHeader()->setDefaultSectionSize(theme().size(Metric::RuleRow));
}

void HeadersView::resizeEvent(QResizeEvent *event)
{
    // The names' share follows the width: a quarter of it, as much as a usual name needs.
    const int usual = theme().scaled(264);
    horizontalHeader()->resizeSection(Column::Name, std::min(usual, viewport()->width() / 3));
    QTableView::resizeEvent(event);
}

void HeadersView::selectEdited(int row)
{
    const int column = currentIndex().isValid() ? currentIndex().column() : Column::Name;
    setCurrentIndex(model()->index(row, column));
}

void HeadersView::editCell(int row, int column)
{
    finishEditing(); // of another cell
    const QModelIndex index = model()->index(row, column);
    setCurrentIndex(index);
    scrollTo(index);
    edit(index, EditKeyPressed, nullptr);
}

void HeadersView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, Column::Name));
    QTableView::focusInEvent(event);
}

void HeadersView::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QTableView::keyPressEvent(event);
}

/// True: it is done.
bool HeadersView::handleKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Paste)) {
        Q_EMIT pasteRequested();
        return true;
    }
    return currentIndex().isValid() && state() != EditingState && handleRowKey(event, currentIndex().row());
}

bool HeadersView::handleRowKey(const QKeyEvent &event, int row)
{
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (event.modifiers() & Qt::AltModifier) {
        if (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)
            m_headers->moveTo(row, row + (event.key() == Qt::Key_Up ? -1 : 1));
        else if (isReturn)
            followCurrentLink();
        else
            return false;
        return true;
    }
    if (isReturn)
        pressCell();
    else if (event.key() == Qt::Key_Space)
        press(row, isText(currentIndex().column()) ? static_cast<int>(Column::On) : currentIndex().column());
    else if (event.key() == Qt::Key_Delete)
        m_headers->remove(row);
    else
        return false;
    return true;
}

void HeadersView::followCurrentLink()
{
    if (currentIndex().isValid())
        followLink(currentIndex().row());
}

/// The last link is the most urgent one: findings stand last.
void HeadersView::followLink(int row)
{
    const std::vector<HeaderNote> notes = m_headers->notes(row);
    const auto found = std::find_if(notes.rbegin(), notes.rend(),
                                    [](const HeaderNote &note) { return note.act != HeaderAct::None; });
    if (found != notes.rend())
        Q_EMIT actRequested(row, *found);
}

/// Return: a text is edited, a button pressed.
void HeadersView::pressCell()
{
    const QModelIndex index = currentIndex();
    const bool isSecret = index.column() == Column::Value && m_headers->hasHidden(index.row())
        && m_headers->header(index.row()).value.find("{{secret:") != std::string::npos;
    if (isSecret)
        Q_EMIT secretRequested(index.row());
    else if (isText(index.column()))
        edit(index, EditKeyPressed, nullptr);
    else
        press(index.row(), index.column());
}

void HeadersView::press(int row, int column)
{
    switch (column) {
    case Column::On: m_headers->setOn(row, !m_headers->header(row).on); break;
    case Column::Eye: m_headers->toggleReveal(row); break;
    case Column::Remove: m_headers->remove(row); break;
    default: break;
    }
}

void HeadersView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    m_pressed = index;
    m_dragging = event->button() == Qt::LeftButton && index.isValid() && index.column() == Column::Handle
        && !m_headers->isDraft(index.row());
    QTableView::mousePressEvent(event);
}

void HeadersView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_dragging) {
        m_dropRow = dropRow(position);
        viewport()->update();
        return;
    }
    const QModelIndex index = indexAt(position);
    const bool isHandle = index.isValid() && index.column() == Column::Handle;
    viewport()->setCursor(linkUnder(position) ? Qt::PointingHandCursor
                              : isHandle      ? Qt::OpenHandCursor
                                              : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void HeadersView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const int from = m_pressed.row();
    const int to = m_dropRow;
    const bool wasDragged = std::exchange(m_dragging, false) && std::exchange(m_dropRow, -1) >= 0;
    const bool isClick
        = !wasDragged && event->button() == Qt::LeftButton && index.isValid() && index == m_pressed;
    m_pressed = QModelIndex();
    QTableView::mouseReleaseEvent(event);
    viewport()->update();
    if (wasDragged && from >= 0)
        m_headers->moveTo(from, to > from ? to - 1 : to);
    else if (const auto note = isClick ? linkUnder(position) : std::nullopt)
        Q_EMIT actRequested(index.row(), *note);
    else if (isClick)
        press(index.row(), index.column());
}

void HeadersView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || !isText(index.column())) {
        mousePressEvent(event); // a quick second click on a check box is one more click
        return;
    }
    setCurrentIndex(index);
    if (!linkUnder(event->position().toPoint()))
        pressCell();
}

/// Before which row something that is dropped at \a position falls.
int HeadersView::dropRow(const QPoint &position) const
{
    const int row = rowAt(position.y());
    if (row < 0)
        return position.y() < 0 ? 0 : static_cast<int>(m_headers->headers().size());
    const bool isLowerHalf = position.y() > rowViewportPosition(row) + rowHeight(row) / 2;
    return std::min(row + (isLowerHalf ? 1 : 0), static_cast<int>(m_headers->headers().size()));
}

std::optional<HeaderNote> HeadersView::linkUnder(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() ? m_delegate->linkAt(index, visualRect(index), position) : std::nullopt;
}

void HeadersView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_dropRow < 0)
        return;
    const int last = static_cast<int>(m_headers->headers().size()) - 1;
    const int y
        = m_dropRow <= last ? rowViewportPosition(m_dropRow) : rowViewportPosition(last) + rowHeight(last);
    QPainter painter(viewport());
    painter.fillRect(0, y - 1, viewport()->width(), theme().size(Metric::FocusWidth),
                     theme().color(Color::Accent));
}

bool HeadersView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool begun = QTableView::edit(index, trigger, event);
    if (begun)
        m_edited = index;
    return begun;
}

/// Null where none is.
QWidget *HeadersView::openEditor() const
{
    return m_edited.isValid() ? indexWidget(m_edited) : nullptr;
}

void HeadersView::finishEditing()
{
    if (QWidget *editor = openEditor())
        commitData(editor);
    dropEditor();
}

void HeadersView::dropEditor()
{
    if (QWidget *editor = openEditor())
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
}

/// What is committed can take the row away, and its editor with it.
void HeadersView::commitData(QWidget *editor)
{
    if (!HeadersDelegate::isGivenUp(*editor))
        QTableView::commitData(editor);
}

/// Tab goes from the name to the value; a row without a name and a value was not wanted.
void HeadersView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (HeadersDelegate::isGivenUp(*editor))
        return;
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    setFocus();
    goOn(currentIndex().row(), m_edited.column(), hint);
}

void HeadersView::goOn(int row, int column, QAbstractItemDelegate::EndEditHint hint)
{
    if (row < 0)
        return;
    if (hint == QAbstractItemDelegate::EditNextItem && column == Column::Name) {
        editCell(row, Column::Value);
    } else if (hint == QAbstractItemDelegate::EditPreviousItem && column == Column::Value) {
        editCell(row, Column::Name);
    } else if (m_headers->isDraft(row)) {
        const connection::HeaderRow &draft = m_headers->header(row);
        if (draft.name.empty() && draft.value.empty())
            m_headers->dropDraft();
    }
}

void HeadersView::openPanel(QWidget *panel, int row)
{
    closePanel();
    m_panel = panel;
    m_panel->setParent(viewport());
    m_panelIndex = model()->index(row, Column::Value);
    m_delegate->setPanel(row, m_panel->sizeHint().height());
    verticalHeader()->resizeSections(QHeaderView::ResizeToContents);
    updateGeometries();
    m_panel->show();
    scrollTo(m_panelIndex);
}

void HeadersView::closePanel()
{
    if (!m_panel)
        return;
    m_panel->hide();
    m_panel = nullptr;
    m_panelIndex = QModelIndex();
    m_delegate->setPanel(-1, 0);
    verticalHeader()->resizeSections(QHeaderView::ResizeToContents);
    viewport()->update();
}

void HeadersView::updateGeometries()
{
    QTableView::updateGeometries();
    placePanel();
}

void HeadersView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placePanel();
}

void HeadersView::placePanel()
{
    if (!m_panel || !m_panelIndex.isValid())
        return;
    const int height = m_panel->sizeHint().height();
    m_delegate->setPanel(m_panelIndex.row(), height);
    const int bottom = rowViewportPosition(m_panelIndex.row()) + rowHeight(m_panelIndex.row());
    m_panel->setGeometry(0, bottom - height, viewport()->width(), height);
}

} // namespace designer::ui
