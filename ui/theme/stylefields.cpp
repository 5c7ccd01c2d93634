// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace designer::ui {
namespace {

/// The line edit inside of a spin box or an editable combo box has its frame from there.
bool isInsideOfField(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
}

bool isLowered(const QStyleOption &option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    return !frame || frame->lineWidth > 0;
}

} // namespace

void Style::drawField(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = (option.state & State_Enabled) != 0;
    const bool focused = enabled && (option.state & State_HasFocus);
    const bool wrong = hasMark(widget, "error");
    Box box{.fill = color(enabled ? Color::Panel : Color::Window),
            .edge = color(enabled ? Color::Edge : Color::Rule),
            .edgeWidth = 1.0 * size(Metric::EdgeWidth),
            .radius = 1.0 * size(Metric::Radius)};
    if (wrong || focused) {
        box.edge = color(wrong ? Color::Error : Color::Accent);
        box.edgeWidth = size(Metric::FocusWidth);
    } else if (enabled && (option.state & State_MouseOver)) {
        box.edge = mixed(box.edge, color(Color::Text), 0.35);
    }
    if (focused && isOnLive(widget)) // a gap, since white on white would not be seen
        return drawOnLive(option.rect, box, painter);
    paintBox(painter, option.rect, box);
    if (wrong && focused) // both are to be seen: the mistake outside, the focus inside
        paintBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2),
                 {.fill = {}, .edge = color(Color::Accent), .edgeWidth = 1, .radius = box.radius - 2});
}

/// \a box with the focus, on the bar of live.
void Style::drawOnLive(const QRect &rect, const Box &box, QPainter *painter) const
{
    paintFocusRing(painter, rect, color(Color::OnLive), box.radius);
    Box body = box;
    body.edge = QColor();
    paintBox(painter, rect.adjusted(3, 3, -3, -3), body);
}

void Style::drawFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const bool focused = (option.state & State_HasFocus) && (option.state & State_Enabled);
    const bool wrong = hasMark(widget, "error");
    if (hasMark(widget, "quiet") && !focused && !wrong)
        return;
    Box box{.fill = {},
            .edge = color(wrong         ? Color::Error
                              : focused ? Color::Accent
                                        : Color::Rule),
            .edgeWidth = 1.0 * size(focused || wrong ? Metric::FocusWidth : Metric::EdgeWidth),
            .radius = 1.0 * size(Metric::Radius)};
    paintBox(painter, option.rect, box);
}

void Style::drawChevron(const QRect &rect, bool up, const QStyleOption &option, QPainter *painter) const
{
    const QColor ink = color((option.state & State_Enabled) ? Color::Text : Color::Dim);
    paintIcon(painter, rect, up ? Icon::ChevronUp : Icon::ChevronDown, ink);
}

void Style::drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionComboBox frame(option);
    const QWidget *inner = widget ? widget->focusWidget() : nullptr;
    if (option.editable && inner && inner->hasFocus())
        frame.state |= State_HasFocus;
    if (option.frame)
        drawField(frame, painter, widget);
    const int side = size(Metric::Icon);
    const QRect rect = option.rect;
    const QRect arrow(rect.right() - side - size(Space::S8) + 1, rect.top() + (rect.height() - side) / 2,
                      side, side);
    drawChevron(visualRect(option.direction, rect, arrow), false, option, painter);
}

/// Where the words have no room they end in "…", and not in the middle of a letter.
void Style::drawComboBoxLabel(const QStyleOptionComboBox &option, QPainter *painter,
                              const QWidget *widget) const
{
    QStyleOptionComboBox cut(option);
    int room = subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, widget).width() - 2;
    if (!option.currentIcon.isNull())
        room -= option.iconSize.width() + size(Space::S4);
    cut.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &cut, painter, widget);
}

void Style::drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget) const
{
    drawField(option, painter, widget);
    const int side = size(Metric::SmallIcon);
    for (const auto control : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        QRect button = subControlRect(CC_SpinBox, &option, control, widget);
        QRect arrow(0, 0, side, side);
        arrow.moveCenter(button.center());
        QStyleOptionSpinBox state(option);
        const auto step
            = control == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
        state.state.setFlag(State_Enabled, (option.state & State_Enabled) && (option.stepEnabled & step));
        drawChevron(arrow, control == SC_SpinBoxUp, state, painter);
    }
}

bool Style::drawFieldPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (isLowered(*option) && !isInsideOfField(widget))
            drawField(*option, painter, widget);
        return true;
    case PE_FrameLineEdit: return true; // drawn with its panel
    case PE_Frame:
        if (isLowered(*option))
            drawFrame(*option, painter, widget);
        return true;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(*option, painter); return true;
    case PE_IndicatorRadioButton: drawRadioButton(*option, painter); return true;
    case PE_PanelButtonTool: drawToolButtonPanel(*option, painter, widget); return true;
    case PE_IndicatorArrowDown: drawChevron(option->rect, false, *option, painter); return true;
    case PE_IndicatorArrowRight:
        paintIcon(painter, option->rect, Icon::ChevronRight,
                  color((option->state & State_Enabled) ? Color::Text : Color::Dim));
        return true;
    case PE_IndicatorArrowUp: drawChevron(option->rect, true, *option, painter); return true;
    case PE_FrameFocusRect:
        paintFocusRing(painter, option->rect, color(isOnLive(widget) ? Color::OnLive : Color::Accent),
                       size(Metric::Radius));
        return true;
    default: return false;
    }
}

} // namespace designer::ui
