// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextCharFormat>
#include <QToolTip>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace designer::ui {
namespace {

bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QTabBar *>(widget);
}

/// A link that has the focus, in a label.
QTextCharFormat focusedLinkFormat(const QColor &color, int width)
{
    QTextCharFormat format;
    format.setProperty(QTextFormat::OutlinePen, QPen(color, width));
    return format;
}

} // namespace

bool hasMark(const QWidget *widget, const char *mark)
{
    return widget && widget->property(mark).toBool();
}

bool isOnLive(const QWidget *widget)
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        if (hasMark(widget, "onLive"))
            return true;
    }
    return false;
}

Style::Style(const Theme *theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme)
{
    setObjectName(QStringLiteral("ConnectionDesigner"));
}

QColor Style::color(Color color) const
{
    return m_theme->color(color);
}

int Style::size(Metric metric) const
{
    return m_theme->size(metric);
}

int Style::size(Space space) const
{
    return m_theme->size(space);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Qt's menu of a scroll bar runs an event loop of its own, and says nothing that a mouse does not.
    if (qobject_cast<QScrollBar *>(widget))
        widget->setContextMenuPolicy(Qt::PreventContextMenu);
    // Qt shows ten, and nobody looks for what comes after them.
    constexpr int mostShown = 24;
    if (auto *const box = qobject_cast<QComboBox *>(widget); box && box->maxVisibleItems() < mostShown)
        box->setMaxVisibleItems(mostShown);
    // Return presses the button that has the focus, as Space does: Qt has it so in dialogs alone.
    if (auto *const button = qobject_cast<QPushButton *>(widget))
        button->setAutoDefault(true);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_LineEditIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return size(Metric::Icon);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return size(Space::S8);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin: return size(Space::S16);
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return size(Space::S12);
    case PM_SplitterWidth: return 1;
    case PM_DefaultFrameWidth: return m_theme->scaled(2);
    case PM_ScrollBarExtent: return m_theme->scaled(12);
    case PM_ScrollBarSliderMin: return size(Space::S24);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin: return 0;
    case PM_MenuBarHMargin: return size(Space::S4);
    case PM_MenuBarItemSpacing: return 0;
    case PM_MenuVMargin: return size(Space::S4);
    case PM_TabBarTabHSpace: return size(Space::S24);
    case PM_TreeViewIndentation: return size(Space::S16);
    case PM_ToolTipLabelFrameWidth: return size(Space::S8);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_TextControl_FocusIndicatorTextCharFormat:
        if (auto *format = qstyleoption_cast<QStyleHintReturnVariant *>(returnData))
            format->variant = focusedLinkFormat(color(Color::Accent), size(Metric::FocusWidth));
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_Transient:
    case SH_TabBar_ElideMode: return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ItemView_MovementWithoutUpdatingSelection: return 1;
    case SH_FormLayoutLabelAlignment: return Qt::AlignLeft | Qt::AlignVCenter;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int control = size(Metric::Control);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, widget);
        break;
    case CT_LineEdit:
    case CT_SpinBox: wanted.setHeight(control); break;
    case CT_ComboBox:
        wanted = {contents.width() + 2 * size(Space::S8) + size(Metric::Icon) + size(Space::S16), control};
        break;
    case CT_ToolButton:
        wanted.setHeight(std::max(control, contents.height()));
        wanted.setWidth(std::max(control, contents.width() + size(Space::S8)));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        wanted.setHeight(std::max(wanted.height(), size(Metric::Icon) + size(Space::S8)));
        break;
    case CT_MenuBarItem: wanted = {contents.width() + 2 * size(Space::S8), size(Metric::MenuBar) - 1}; break;
    case CT_MenuItem:
        wanted.setHeight(std::max(wanted.height(), contents.height() > 2 ? m_theme->scaled(26) : 0));
        break;
    case CT_HeaderSection: wanted.setHeight(size(Metric::Control)); break;
    case CT_ItemViewItem: wanted.setHeight(std::max(wanted.height(), size(Metric::TreeRow))); break;
    default: break;
    }
    return wanted;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonFocusRect: return option->rect;
    case SE_LineEditContents:
        // Qt adds 2 px of its own beside the text.
        return option->rect.adjusted(size(Space::S8) - 2, 1, -(size(Space::S8) - 2), -1);
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect: {
        const auto indicator
            = element == SE_CheckBoxFocusRect ? SE_CheckBoxIndicator : SE_RadioButtonIndicator;
        return subElementRect(indicator, option, widget);
    }
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*slider, subControl);
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        const int right = size(Metric::Icon) + size(Space::S12);
        // A line edit inside brings its own distance to the text.
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const int left = combo && combo->editable ? 1 : size(Space::S8);
        const QRect field = option->rect.adjusted(left, 1, -right, -1);
        return visualRect(option->direction, option->rect, field);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_PanelScrollAreaCorner)
        return painter->fillRect(option->rect, option->palette.base());
    if (!drawFieldPrimitive(element, option, painter, widget)
        && !drawItemPrimitive(element, option, painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && element == CE_ComboBoxLabel)
        return drawComboBoxLabel(*combo, painter, widget);
    if (!drawButtonControl(element, option, painter, widget)
        && !drawItemControl(element, option, painter, widget) && !drawBar(element, option, painter))
        QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox)
        drawComboBox(*combo, painter, widget);
    else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
             spin && control == CC_SpinBox)
        drawSpinBox(*spin, painter, widget);
    else if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
             slider && control == CC_ScrollBar)
        drawScrollBar(*slider, painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (standardIcon) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton: return icon(Icon::Close, Color::Dim);
    case SP_MessageBoxCritical: return icon(Icon::CrossCircle, Color::Error);
    case SP_MessageBoxWarning: return icon(Icon::WarningTriangle, Color::Warning);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return icon(Icon::InfoCircle, Color::Accent);
    default: return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

} // namespace designer::ui
