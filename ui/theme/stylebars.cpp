// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <cstdint>

namespace designer::ui {
namespace {

/// From start and length along the bar.
QRect alongBar(const QStyleOptionSlider &option, int start, int length)
{
    const QRect rect = option.rect;
    if (option.orientation == Qt::Horizontal)
        return {rect.left() + start, rect.top(), length, rect.height()};
    return {rect.left(), rect.top() + start, rect.width(), length};
}

struct Thumb
{
    int start = 0;
    int length = 0;
};

Thumb thumbOf(const QStyleOptionSlider &option, int shortest)
{
    const int room = option.orientation == Qt::Horizontal ? option.rect.width() : option.rect.height();
    const std::int64_t range = std::int64_t{option.maximum} - option.minimum;
    if (range <= 0)
        return {.start = 0, .length = room};
    const std::int64_t page = std::max(1, option.pageStep);
    const auto wanted = static_cast<int>(room * page / (range + page));
    const int length = std::min(room, std::max(shortest, wanted));
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      room - length, option.upsideDown);
    return {.start = start, .length = length};
}

} // namespace

QRect Style::scrollBarRect(const QStyleOptionSlider &option, SubControl subControl) const
{
    const Thumb thumb = thumbOf(option, size(Space::S24));
    const int room = option.orientation == Qt::Horizontal ? option.rect.width() : option.rect.height();
    const int end = thumb.start + thumb.length;
    switch (subControl) {
    case SC_ScrollBarSlider:
        return visualRect(option.direction, option.rect, alongBar(option, thumb.start, thumb.length));
    case SC_ScrollBarSubPage:
        return visualRect(option.direction, option.rect, alongBar(option, 0, thumb.start));
    case SC_ScrollBarAddPage:
        return visualRect(option.direction, option.rect, alongBar(option, end, room - end));
    case SC_ScrollBarGroove: return option.rect;
    default: return {}; // no buttons at the ends
    }
}

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter) const
{
    painter->fillRect(option.rect, color(Color::Panel));
    if (option.maximum <= option.minimum)
        return;
    const bool held = (option.activeSubControls & SC_ScrollBarSlider)
        && (option.state & (State_Sunken | State_MouseOver));
    const int inset = m_theme->scaled(held ? 2 : 3);
    const QRectF thumb
        = QRectF(scrollBarRect(option, SC_ScrollBarSlider)).adjusted(inset, inset, -inset, -inset);
    const QColor fill = held ? color(Color::Edge) : mixed(color(Color::Panel), color(Color::Edge), 0.6);
    paintBox(
        painter, thumb,
        {.fill = fill, .edge = {}, .edgeWidth = 0, .radius = std::min(thumb.width(), thumb.height()) / 2});
}

void Style::drawTabShape(const QStyleOptionTab &option, QPainter *painter) const
{
    const QRect rect = option.rect;
    if (option.state & State_Selected)
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), color(Color::Accent));
    if (option.state & State_HasFocus)
        paintFocusRing(painter, rect, color(Color::Accent), size(Metric::Radius));
}

void Style::drawTabLabel(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const
{
    const bool chosen = (option.state & State_Selected) != 0;
    QStyleOptionTab label(option);
    label.palette.setColor(QPalette::WindowText, color(chosen ? Color::Text : Color::Dim));
    label.state.setFlag(State_HasFocus, false);
    QProxyStyle::drawControl(CE_TabBarTabLabel, &label, painter, widget);
}

void Style::drawProgress(const QStyleOptionProgressBar &option, QPainter *painter) const
{
    const bool unknown = option.maximum <= option.minimum;
    const double share = unknown ? 1.0
                                 : double(std::int64_t{option.progress} - option.minimum)
            / double(std::int64_t{option.maximum} - option.minimum);
    QRect done = option.rect;
    done.setWidth(static_cast<int>(option.rect.width() * std::clamp(share, 0.0, 1.0)));
    painter->fillRect(visualRect(option.direction, option.rect, done), color(Color::Accent));
}

bool Style::drawBar(ControlElement element, const QStyleOption *option, QPainter *painter) const
{
    switch (element) {
    case CE_Splitter: painter->fillRect(option->rect, color(Color::Rule)); return true;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, color(Color::Panel)); return true;
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine: return true;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabShape(*tab, painter);
        return true;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabLabel(*tab, painter, nullptr);
        return true;
    case CE_ProgressBarGroove: painter->fillRect(option->rect, color(Color::Rule)); return true;
    case CE_ProgressBarContents:
        if (const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            drawProgress(*progress, painter);
        return true;
    default: return false;
    }
}

} // namespace designer::ui
