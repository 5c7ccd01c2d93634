// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditiontree.h"
#include "ui/conditions/foreignrow.h"
#include "ui/conditions/grouprow.h"
#include "ui/conditions/rulerow.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>

namespace designer::ui {

using condition::OutlineRow;

ConditionRow *ConditionTree::makeRow(OutlineRow::Kind kind)
{
    ConditionRow *row = nullptr;
    if (kind == OutlineRow::Kind::Group) {
        auto *group = new GroupRow(m_edits, m_models, this);
        connect(group, &GroupRow::ruleAsked, this, [this, group] {
            addTo(group, {condition::Type::Property, condition::Operator::Equals, {}, {}},
                  QStringLiteral("field"));
        });
        connect(group, &GroupRow::groupAsked, this, [this, group] { addGroupTo(group); });
        row = group;
    } else if (kind == OutlineRow::Kind::Rule) {
        row = new RuleRow(m_edits, m_models, m_fields, m_undoKeys, this);
    } else {
        row = new ForeignRow(m_edits, this);
    }
    listenTo(row);
    return row;
}

void ConditionTree::listenTo(ConditionRow *row)
{
    connect(row, &ConditionRow::removeAsked, this, [this, row] { removeRow(row); });
    connect(row, &ConditionRow::stepAsked, this, [this, row](condition::Step step) { stepRow(row, step); });
    connect(row, &ConditionRow::rowAsked, this, [this, row](bool below) { goToRow(row, below); });
    connect(row, &ConditionRow::dragBegan, this, [this, row] { beginDrag(row); });
    connect(row, &ConditionRow::dragMoved, this, &ConditionTree::drag);
    connect(row, &ConditionRow::dragEnded, this, &ConditionTree::endDrag);
}

ConditionRow *ConditionTree::rowAt(std::size_t index)
{
    if (!m_rows[index]) {
        fillIn(index);
        // It may be of another height than was thought. The tree that is resized by that must not let it go
        // again: it is not in view yet.
        const QScopedValueRollback holds(m_holdsRows, true);
        stack();
        chainTabs();
    }
    return m_rows[index];
}

/// Brings the row into view, after \a then, which may give it the focus.
void ConditionTree::visit(std::size_t index, const std::function<void(ConditionRow &)> &then)
{
    {
        const QScopedValueRollback holds(m_holdsRows, true);
        ConditionRow *const row = rowAt(index);
        then(*row);
        Q_EMIT rowReached(row);
    }
    fill();
}

void ConditionTree::fillIn(std::size_t index)
{
    ConditionRow *const row = makeRow(m_outline[index].kind);
    m_rows[index] = row;
    row->setGeometry(placeOf(index));
    row->adopt(m_outline[index], m_numbers[index]);
    setResult(index, RuleResult(m_results[index]));
    row->show();
}

void ConditionTree::dropRow(std::size_t index)
{
    ConditionRow *const row = std::exchange(m_rows[index], nullptr);
    if (!row)
        return;
    row->disconnect(this);
    row->retire();
}

/// Whether nobody would miss the row: the focus is elsewhere, and it is not dragged.
bool ConditionTree::mayGo(std::size_t index) const
{
    const bool isDragged = m_drag && m_drag->row == index;
    return m_rows[index] && !isDragged && !m_rows[index]->isAncestorOf(window()->focusWidget());
}

/// What is seen of the tree, and as much again above and below: Tab and the wheel find rows there.
QRect ConditionTree::partInView() const
{
    if (!m_viewport)
        return rect();
    const QRect seen(mapFrom(m_viewport, QPoint()), m_viewport->size());
    return seen.adjusted(0, -seen.height() / 2, 0, seen.height() / 2);
}

void ConditionTree::fill()
{
    if (!isVisible() || m_holdsRows)
        return; // it is filled when it comes up, or has its shape
    bool isChanged = false;
    while (fillOnce())
        isChanged = true;
    if (isChanged)
        chainTabs();
}

/// Whether there was anything to do. Rows that are there may be higher than was thought, or less high.
bool ConditionTree::fillOnce()
{
    const QRect part = partInView();
    bool isChanged = false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isWanted = placeOf(i).intersects(part);
        if (!isWanted && mayGo(i)) {
            dropRow(i);
        } else if (isWanted && !m_rows[i]) {
            fillIn(i);
            isChanged = true;
        }
    }
    if (isChanged)
        stack();
    return isChanged;
}

/// Tab goes through the rows from above, wherever in time they were made.
void ConditionTree::chainTabs()
{
    setFocusPolicy(Qt::TabFocus); // else it could not be what the first follows
    QWidget *before = this;
    for (const ConditionRow *row : m_rows) {
        if (!row)
            continue;
        for (QWidget *stop : row->stops()) {
            setTabOrder(before, stop);
            before = stop;
        }
    }
    setFocusPolicy(Qt::NoFocus);
}

QRect ConditionTree::placeOf(std::size_t index) const
{
    return {0, m_tops[index], width(), m_tops[index + 1] - m_tops[index]};
}

/// Puts the rows below each other, those too that are not there.
void ConditionTree::stack()
{
    m_tops.resize(m_rows.size() + 1);
    int top = theme().size(Metric::ColumnHead);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_tops[i] = top;
        if (ConditionRow *const row = m_rows[i]) {
            row->setGeometry(0, top, width(), row->height()); // which may change its height
            top += row->height();
        } else {
            top += ConditionRow::heightOf(m_outline[i], width());
        }
    }
    m_tops.back() = top;
    if (top != minimumHeight() || top != maximumHeight())
        setFixedHeight(top);
    arrangeHeads();
}

void ConditionTree::arrangeHeads()
{
    const RowColumns columns = RowColumns::of(width(), 0);
    const int height = theme().size(Metric::ColumnHead);
    const int middle = RowColumns::middle(width());
    m_head->setGeometry(columns.controlsBegin, 0, middle - columns.controlsBegin, height);
    m_resultHead->setGeometry(middle, 0, width() - middle, height);
}

void ConditionTree::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        stack();
    fill();
}

void ConditionTree::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

void ConditionTree::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_outline[i].isGroup())
            paintGuide(painter, i, event->rect());
    }
}

/// The line beside what is in a group.
void ConditionTree::paintGuide(QPainter &painter, std::size_t group, const QRect &part) const
{
    std::size_t last = group;
    while (last + 1 < m_rows.size() && m_outline[last + 1].depth > m_outline[group].depth)
        ++last;
    const int top = m_tops[group + 1];
    const QRect line(RowColumns::guide(m_outline[group].depth), top, theme().scaled(2),
                     m_tops[last + 1] - top);
    if (line.intersects(part))
        painter.fillRect(line, theme().color(Color::Rule));
}

} // namespace designer::ui
