// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionrow.h"

#include "ui/common/evidencebadge.h"
#include "ui/common/messageline.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace designer::ui {

namespace {

/// Groups in groups in groups take less room each, so that the controls keep theirs.
constexpr int fullyIndented = 5;

int indent(int depth)
{
    const int full = std::min(depth, fullyIndented);
    return theme().size(Space::S16) * full + theme().size(Space::S8) * (depth - full);
}

std::optional<condition::Step> stepOf(int key)
{
    switch (key) {
    case Qt::Key_Up: return condition::Step::Up;
    case Qt::Key_Down: return condition::Step::Down;
    case Qt::Key_Left: return condition::Step::Out;
    case Qt::Key_Right: return condition::Step::In;
    default: return std::nullopt;
    }
}

} // namespace

RowColumns RowColumns::of(int width, int depth)
{
    const int begin = theme().size(Space::S24) + indent(depth);
    const int end = width - theme().size(Metric::Control);
    const int result = middle(width);
    const int gap = theme().size(Space::S8);
    if (result - begin < theme().scaled(480))
        return {true, begin, end - gap, begin, end};
    return {false, begin, result - gap, result, end};
}

int RowColumns::middle(int width)
{
    return width * 67 / 100;
}

int RowColumns::guide(int depth)
{
    return theme().size(Space::S8) + indent(depth);
}

int RowColumns::depthAt(int x)
{
    int depth = 0;
    while (depth < 200 && theme().size(Space::S24) + indent(depth + 1) <= x + theme().size(Space::S8))
        ++depth;
    return depth;
}

int RowColumns::narrowest(int depth)
{
    return theme().size(Space::S24) + indent(depth) + theme().scaled(480);
}

ConditionRow::ConditionRow(ConditionEdits &edits, QWidget *parent)
    : QWidget(parent), m_edits(edits), m_handle(new QLabel(this)), m_result(new ResultCell(this))
{
    m_handle->setCursor(Qt::OpenHandCursor);
    m_handle->installEventFilter(this);
    auto *remove = new QToolButton(this);
    remove->setIcon(icon(Icon::Close));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    m_remove = remove;
    connect(remove, &QToolButton::clicked, this, &ConditionRow::removeAsked);
}

void ConditionRow::adopt(const condition::OutlineRow &row, int number)
{
    const bool isSame = m_number == number && m_row.pointer == row.pointer && m_row.raw == row.raw;
    m_row = row;
    m_number = number;
    if (isSame)
        return;
    if (m_stops.empty() || m_stops.back() != m_remove)
        addStop(m_remove);
    m_handle->setVisible(!row.isRoot());
    m_remove->setVisible(!row.isRoot() || !row.isGroup());
    showRow();
    nameControls(number);
    const QString name = row.isGroup() ? tr("group %1").arg(number) : tr("condition %1").arg(number);
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_remove->setToolTip(tr("Remove (Ctrl+Delete)"));
    m_handle->setAccessibleName(tr("Move %1").arg(name));
    m_handle->setToolTip(tr("Drag to move, or press Alt and an arrow key"));
    showBadge();
    showRemark();
    rearrange();
}

void ConditionRow::retire()
{
    m_row.pointer.clear();
    hide();
    deleteLater(); // it may be its own signal that led here
}

QString ConditionRow::remark() const
{
    return m_remark ? m_remark->text() : QString();
}

void ConditionRow::showBadge()
{
    const bool isWanted = !m_row.beyondHardal.isEmpty();
    if (isWanted && !m_badge)
        m_badge = new EvidenceBadge(this);
    if (!m_badge)
        return;
    m_badge->setRemark(tr("not in Hardal"), m_row.beyondHardal.join(QLatin1Char('\n')));
    m_badge->setVisible(isWanted);
}

void ConditionRow::showRemark()
{
    const RowRemark remark = remarkOn(m_row);
    markFault(remark);
    if (!remark.text.isEmpty() && !m_remark)
        m_remark = new MessageLine(this);
    if (!m_remark)
        return;
    m_remark->setMessage(remark.tone, remark.text.toHtmlEscaped());
    m_remark->setVisible(!remark.text.isEmpty());
}

void ConditionRow::markFault(const RowRemark & /*remark*/) { }

void ConditionRow::mark(QWidget *control, bool isWrong)
{
    if (control->property("error").toBool() == isWrong)
        return;
    control->setProperty("error", isWrong);
    control->update();
}

void ConditionRow::addStop(QWidget *control)
{
    m_stops.push_back(control);
    control->installEventFilter(this);
}

std::optional<std::size_t> ConditionRow::focusedStop() const
{
    const QWidget *focused = QApplication::focusWidget();
    const auto holds
        = [focused](const QWidget *stop) { return stop == focused || stop->isAncestorOf(focused); };
    const auto found = focused ? std::find_if(m_stops.begin(), m_stops.end(), holds) : m_stops.end();
    return found == m_stops.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - m_stops.begin()));
}

void ConditionRow::focusStop(std::size_t stop)
{
    stop = std::min(stop, m_stops.size() - 1);
    while (stop > 0 && m_stops[stop]->isHidden())
        --stop;
    m_stops[stop]->setFocus(Qt::OtherFocusReason);
}

void ConditionRow::focusMember(const QString &member)
{
    QWidget *control = controlFor(member);
    if (control && !control->isHidden())
        control->setFocus(Qt::OtherFocusReason);
    else
        focusStop(0);
}

void ConditionRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rearrange();
}

/// What a group came to stands beside its controls in any width, and begins with that of the rules where it
/// can.
QRect ConditionRow::placeOfControls(const RowColumns &columns) const
{
    const int control = theme().size(Metric::Control);
    int end = columns.controlsEnd;
    if (m_row.isGroup())
        end = std::max(std::min(end, RowColumns::middle(width()) - theme().size(Space::S8)),
                       columns.controlsBegin + narrowestControls());
    return {columns.controlsBegin, (theme().size(Metric::RuleRow) - control) / 2, end - columns.controlsBegin,
            control};
}

void ConditionRow::rearrange()
{
    const RowColumns columns = RowColumns::of(width(), m_row.depth);
    const int control = theme().size(Metric::Control);
    const QRect place = placeOfControls(columns);
    const int top = place.top();
    const int handle = theme().size(Space::S16);
    m_handle->setGeometry(columns.controlsBegin - handle, top, handle, control);
    static_cast<QLabel *>(m_handle)->setPixmap(
        icon(Icon::DragHandle, Color::Dim).pixmap(QSize(handle, handle), devicePixelRatioF()));
    arrange(place);
    m_remove->setGeometry(columns.resultEnd, top, control, control);
    const int below = arrangeResult(columns);
    const int height = below + arrangeRemark(columns, below);
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

int ConditionRow::heightOf(const condition::OutlineRow &row, int width)
{
    const bool isBelow = RowColumns::of(width, row.depth).areNarrow && !row.isGroup();
    const int line = theme().size(Metric::RuleRow);
    const int result
        = isBelow ? theme().size(Metric::CodeLine) - theme().scaled(2) + theme().size(Space::S4) : 0;
    const int remark = remarkOn(row).text.isEmpty()
        ? 0
        : QFontMetrics(theme().font(Font::Small)).height() + theme().size(Space::S4);
    return line + result + remark;
}

/// The height of the row with it.
int ConditionRow::arrangeResult(const RowColumns &columns)
{
    const int line = theme().size(Metric::RuleRow);
    const bool isBelow = columns.areNarrow && !m_row.isGroup();
    const int begin = m_row.isGroup() ? placeOfControls(columns).right() + 1 + theme().size(Space::S8)
                                      : columns.resultBegin;
    const int height = isBelow ? theme().size(Metric::CodeLine) : theme().size(Metric::Control);
    const int top = isBelow ? line - theme().scaled(2) : (line - height) / 2;
    int end = columns.resultEnd - theme().size(Space::S8);
    if (m_badge && !m_badge->isHidden()) {
        const QSize size = m_badge->sizeHint();
        m_badge->setGeometry(end - size.width(), top + (height - size.height()) / 2, size.width(),
                             size.height());
        end = m_badge->x() - theme().size(Space::S8);
    }
    m_result->setGeometry(begin, top, std::max(0, end - begin), height);
    return isBelow ? top + height + theme().size(Space::S4) : line;
}

/// The height that it needs.
int ConditionRow::arrangeRemark(const RowColumns &columns, int top)
{
    if (!m_remark || m_remark->isHidden())
        return 0;
    const int room = columns.controlsEnd - columns.controlsBegin;
    const int height = std::max(m_remark->heightForWidth(room), m_remark->minimumSizeHint().height());
    m_remark->setGeometry(columns.controlsBegin, top - theme().scaled(2), room, height);
    return height + theme().size(Space::S4);
}

bool ConditionRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_handle)
        return hearHandle(event);
    if (hearArrow(watched, event))
        return true;
    const bool isAsked = event->type() == QEvent::ShortcutOverride;
    if ((isAsked || event->type() == QEvent::KeyPress) && hearKey(static_cast<QKeyEvent *>(event), isAsked))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ConditionRow::hearKey(QKeyEvent *event, bool isOnlyAsked)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const auto step = modifiers == Qt::AltModifier ? stepOf(event->key()) : std::nullopt;
    const bool removes = modifiers == Qt::ControlModifier && event->key() == Qt::Key_Delete;
    if (!step && !removes)
        return false;
    event->accept();
    if (isOnlyAsked)
        return true;
    if (step)
        Q_EMIT stepAsked(*step);
    else if (!m_remove->isHidden())
        Q_EMIT removeAsked();
    return true;
}

/// A button would hand the focus on to whatever follows, which may be anywhere in the window.
bool ConditionRow::hearArrow(const QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !qobject_cast<const QAbstractButton *>(watched))
        return false;
    const auto *const key = static_cast<QKeyEvent *>(event);
    const bool below = key->key() == Qt::Key_Down;
    if ((!below && key->key() != Qt::Key_Up) || (key->modifiers() & ~Qt::KeypadModifier) != 0)
        return false;
    Q_EMIT rowAsked(below);
    return true;
}

bool ConditionRow::hearHandle(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton)
            m_pressedAt = mouse->globalPosition().toPoint();
        return true;
    }
    case QEvent::MouseMove:
        dragTo(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        return true;
    case QEvent::MouseButtonRelease:
        m_pressedAt.reset();
        if (std::exchange(m_dragging, false))
            Q_EMIT dragEnded(true);
        return true;
    default: return false;
    }
}

void ConditionRow::dragTo(const QPoint &globalPosition)
{
    if (!m_pressedAt)
        return;
    const int way = (globalPosition - *m_pressedAt).manhattanLength();
    if (!m_dragging && way >= QApplication::startDragDistance()) {
        m_dragging = true;
        Q_EMIT dragBegan();
    }
    if (m_dragging)
        Q_EMIT dragMoved(globalPosition);
}

} // namespace designer::ui
