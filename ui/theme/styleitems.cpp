// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace designer::ui {
namespace {

/// What is chosen in a list keeps the colour of its text.
void calm(QPalette &palette)
{
    palette.setColor(QPalette::Highlight, theme().color(Color::AccentSoft));
    palette.setColor(QPalette::HighlightedText, theme().color(Color::Text));
}

} // namespace

void Style::drawItemBackground(const QStyleOptionViewItem &option, QPainter *painter,
                               const QWidget * /*widget*/) const
{
    if (option.state & State_Selected)
        painter->fillRect(option.rect, color(Color::AccentSoft));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    else if ((option.state & State_MouseOver) && (option.state & State_Enabled))
        painter->fillRect(option.rect, color(Color::Window));
}

void Style::drawBranch(const QStyleOption &option, QPainter *painter) const
{
    if (!(option.state & State_Children))
        return;
    const int side = size(Metric::SmallIcon);
    QRect rect(0, 0, side, side);
    rect.moveCenter(option.rect.center());
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    painter->save();
    if (rightToLeft) {
        painter->translate(2 * rect.center().x() + 1, 0);
        painter->scale(-1, 1);
    }
    paintIcon(painter, rect, (option.state & State_Open) ? Icon::ChevronDown : Icon::ChevronRight,
              color(Color::Text));
    painter->restore();
}

void Style::drawHeaderSection(const QStyleOptionHeader &option, QPainter *painter) const
{
    painter->fillRect(option.rect, color(Color::Panel));
    const QRect rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color(Color::Rule));
}

void Style::drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const
{
    painter->save();
    painter->setFont(m_theme->font(Font::SmallBold));
    painter->setPen(color(Color::Dim));
    // With what Qt keeps around it, the distance that items keep to their text; or fields to theirs.
    const bool isRoomy = widget && widget->property("roomy").toBool();
    const int more = isRoomy ? size(Space::S8) - pixelMetric(PM_HeaderMargin, &option, widget) : 1;
    const QRect rect = option.rect.adjusted(more, 0, -more, 0);
    const QString text = painter->fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width());
    const auto alignment = visualAlignment(option.direction, option.textAlignment | Qt::AlignVCenter);
    drawItemText(painter, rect, static_cast<int>(alignment), option.palette, true, text, QPalette::NoRole);
    painter->restore();
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionMenuItem calmed(option);
    calm(calmed.palette);
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty()) {
        const QRect rect = option.rect;
        painter->fillRect(rect.left(), rect.center().y(), rect.width(), 1, color(Color::Rule));
        return;
    }
    if ((option.state & State_Selected) && (option.state & State_Enabled)) {
        painter->fillRect(option.rect, color(Color::AccentSoft));
        calmed.state.setFlag(State_Selected, false); // Fusion's edge around it
    }
    QProxyStyle::drawControl(CE_MenuItem, &calmed, painter, widget);
}

void Style::drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter) const
{
    const bool open = (option.state & State_Sunken) || (option.state & State_Selected);
    painter->fillRect(option.rect, color(open ? Color::AccentSoft : Color::Panel));
    const int flags = Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    drawItemText(painter, option.rect, flags, option.palette, (option.state & State_Enabled) != 0,
                 option.text, QPalette::ButtonText);
}

bool Style::drawItemPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelItemViewRow: // what is left of the items: the indentation of a tree
        if (option->state & State_Selected)
            painter->fillRect(option->rect, color(Color::AccentSoft));
        return true;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawItemBackground(*item, painter, widget);
        return true;
    case PE_IndicatorBranch: drawBranch(*option, painter); return true;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
    case PE_FrameMenu:
        paintBox(painter, option->rect,
                 {.fill = element == PE_FrameMenu ? QColor() : color(Color::Panel),
                  .edge = color(Color::Edge),
                  .edgeWidth = 1,
                  .radius = 0});
        return true;
    case PE_PanelMenuBar:
    case PE_FrameTabBarBase: return true;
    default: return false;
    }
}

bool Style::drawItemControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem) {
        QStyleOptionViewItem calmed(*item);
        calm(calmed.palette);
        QProxyStyle::drawControl(element, &calmed, painter, widget);
        return true;
    }
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
        if (element == CE_HeaderSection)
            drawHeaderSection(*header, painter);
        else if (element == CE_HeaderLabel)
            drawHeaderLabel(*header, painter, widget);
        return element == CE_HeaderSection || element == CE_HeaderLabel;
    }
    if (const auto *menu = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        if (element == CE_MenuItem)
            drawMenuItem(*menu, painter, widget);
        else if (element == CE_MenuBarItem)
            drawMenuBarItem(*menu, painter);
        return element == CE_MenuItem || element == CE_MenuBarItem;
    }
    return false;
}

} // namespace designer::ui
