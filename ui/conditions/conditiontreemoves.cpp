// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditiontree.h"
#include "ui/conditions/grouprow.h"
#include "ui/theme/theme.h"
#include "json/pointer.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace designer::ui {

namespace {

std::string childPointer(const std::string &group, std::size_t index)
{
    return json::appended(group + "/rules", index);
}

} // namespace

void ConditionTree::addRule(const connection::NewRule &rule, const QString &member)
{
    const std::string group(connection::conditionsPointer);
    const std::size_t size = m_outline.empty() ? 0 : m_outline.front().size;
    if (!m_edits.addRule(group, rule))
        return;
    reveal(childPointer(group, size) + '/' + member.toStdString());
    if (auto *const typed = qobject_cast<QLineEdit *>(focusWidget()))
        typed->selectAll(); // what stands there is a guess: typing replaces it
}

void ConditionTree::addTo(const ConditionRow *group, const connection::NewRule &rule, const QString &member)
{
    const std::string place = childPointer(group->pointer(), group->row().size);
    if (m_edits.addRule(group->pointer(), rule))
        reveal(place + '/' + member.toStdString());
}

void ConditionTree::addGroupTo(const ConditionRow *group)
{
    const std::string place = childPointer(group->pointer(), group->row().size);
    if (m_edits.addGroup(group->pointer()))
        reveal(place);
}

void ConditionTree::removeRow(const ConditionRow *row)
{
    const std::size_t index = indexOf(row);
    m_edits.remove(row->pointer());
    if (!m_rows.empty())
        visit(std::min(index, m_rows.size() - 1), [](ConditionRow &next) { next.focusStop(0); });
}

void ConditionTree::stepRow(const ConditionRow *row, condition::Step step)
{
    const std::size_t index = indexOf(row);
    if (const auto spot = condition::stepped(m_outline, index, step))
        moveRow(index, *spot, row->focusedStop().value_or(0));
}

/// The last stop is the button that removes, in every row.
void ConditionTree::goToRow(const ConditionRow *from, bool below)
{
    const std::size_t index = indexOf(from);
    if (below ? index + 1 >= m_rows.size() : index == 0)
        return;
    const std::size_t stop = from->focusedStop().value_or(0);
    const bool isLast = stop + 1 == from->stops().size();
    visit(below ? index + 1 : index - 1,
          [stop, isLast](ConditionRow &row) { row.focusStop(isLast ? row.stops().size() - 1 : stop); });
}

void ConditionTree::moveRow(std::size_t row, const condition::Spot &spot, std::size_t stop)
{
    const std::string group = m_outline[spot.group].pointer;
    const auto moved = m_edits.move(m_outline[row].pointer, group, spot.index);
    const auto now = moved ? condition::rowAt(m_outline, *moved) : std::nullopt;
    if (now)
        visit(*now, [stop](ConditionRow &shown) { shown.focusStop(stop); });
}

void ConditionTree::beginDrag(const ConditionRow *row)
{
    m_drag = Drag{indexOf(row), {}};
    qApp->installEventFilter(this);
}

void ConditionTree::drag(const QPoint &globalPosition)
{
    if (!m_drag)
        return;
    const QPoint at = mapFromGlobal(globalPosition);
    condition::Drop drop{m_rows.size() - 1, true, RowColumns::depthAt(at.x())};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QRect place = placeOf(i);
        if (at.y() > place.bottom())
            continue;
        drop.over = i;
        drop.below = at.y() > place.center().y();
        break;
    }
    m_drag->spot = condition::dropped(m_outline, m_drag->row, drop);
    showDropLine(drop);
    visit(drop.over, [](ConditionRow & /*is only to be seen*/) {});
}

void ConditionTree::showDropLine(const condition::Drop &drop)
{
    m_dropLine->setVisible(m_drag->spot.has_value());
    if (!m_drag->spot)
        return;
    const QRect over = placeOf(drop.over);
    const int depth = m_outline[m_drag->spot->group].depth + 1;
    const int left = RowColumns::of(width(), depth).controlsBegin - theme().size(Space::S16);
    const int thickness = theme().scaled(2);
    const bool isBelow = drop.below || m_outline[drop.over].isRoot();
    const int y = isBelow ? over.bottom() + 1 : over.top();
    m_dropLine->setGeometry(left, y - thickness / 2, width() - left, thickness);
    m_dropLine->raise();
}

void ConditionTree::endDrag(bool dropped)
{
    if (!m_drag)
        return;
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    qApp->removeEventFilter(this);
    m_dropLine->hide();
    if (dropped && drag.spot)
        moveRow(drag.row, *drag.spot, 0);
}

/// Esc, wherever the focus is, ends the drag.
bool ConditionTree::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        endDrag(false);
    return true;
}

} // namespace designer::ui
