// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionButton>
#include <QWidget>

#include <algorithm>

namespace designer::ui {
namespace {

struct ButtonColors
{
    QColor fill;
    QColor edge;
    QColor text;
};

bool isFilled(const QWidget *widget)
{
    return hasMark(widget, "primary") || hasMark(widget, "live");
}

bool isFlat(const QStyleOptionButton &option)
{
    return (option.features & QStyleOptionButton::Flat) != 0;
}

bool isLink(const QWidget *widget)
{
    return hasMark(widget, "link");
}

/// A little nearer to the text while the mouse is over it, and more while it is pressed.
QColor shaded(const QColor &fill, QStyle::State state, const QColor &towards)
{
    if (state & QStyle::State_Sunken)
        return mixed(fill, towards, 0.16);
    const bool isUnderMouse = (state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled);
    return isUnderMouse ? mixed(fill, towards, 0.07) : fill;
}

ButtonColors filledColors(const QStyleOption &option, const QWidget *widget)
{
    const bool live = hasMark(widget, "live");
    const QColor fill = theme().color(live ? Color::Live : Color::Accent);
    const QColor text = theme().color(live ? Color::OnLive : Color::OnAccent);
    return {.fill = shaded(fill, option.state, theme().color(Color::Text)), .edge = {}, .text = text};
}

ButtonColors plainColors(const QStyleOptionButton &option, const QWidget *widget)
{
    const bool wearsAccent = hasMark(widget, "accent") || isLink(widget);
    const bool checked = (option.state & QStyle::State_On) != 0;
    const QColor base = theme().color(checked ? Color::AccentSoft : Color::Panel);
    ButtonColors colors{.fill = shaded(base, option.state, theme().color(Color::Text)),
                        .edge = theme().color(checked ? Color::Accent : Color::Edge),
                        .text = theme().color(wearsAccent || checked ? Color::Accent : Color::Text)};
    if (isFlat(option) || isLink(widget)) {
        colors.edge = QColor(); // `{}` would be Qt::color0, which is white
        if (!checked && (isLink(widget) || colors.fill == base))
            colors.fill = QColor();
    }
    return colors;
}

ButtonColors colorsOf(const QStyleOptionButton &option, const QWidget *widget)
{
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    if (enabled)
        return isFilled(widget) ? filledColors(option, widget) : plainColors(option, widget);
    ButtonColors colors{.fill = theme().color(Color::Panel),
                        .edge = theme().color(Color::Rule),
                        .text = theme().color(Color::Dim)};
    if (isFlat(option) || isLink(widget))
        colors.fill = colors.edge = QColor();
    return colors;
}

QFont fontOf(const QStyleOptionButton &option, const QWidget *widget)
{
    QFont font = widget ? widget->font() : theme().font(Font::Text);
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    if (isFilled(widget) && enabled)
        font.setBold(true);
    if (isLink(widget) && enabled)
        font.setUnderline(true);
    return font;
}

/// The widest that the button becomes, so that nothing moves when it is switched on.
QFont widestFont(const QWidget *widget)
{
    QFont font = widget ? widget->font() : theme().font(Font::Text);
    font.setBold(font.bold() || isFilled(widget));
    return font;
}

void paintTinted(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &color)
{
    QPixmap pixmap = icon.pixmap(rect.size(), painter->device()->devicePixelRatioF());
    QPainter tint(&pixmap);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(pixmap.rect(), color);
    tint.end();
    painter->drawPixmap(rect, pixmap);
}

} // namespace

QSize Style::pushButtonSize(const QStyleOptionButton &option, const QWidget *widget) const
{
    const QFontMetrics metrics(widestFont(widget));
    int width = metrics.horizontalAdvance(QString(option.text).remove(QLatin1Char('&')));
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : size(Space::S4) + 1);
    if (option.features & QStyleOptionButton::HasMenu)
        width += size(Metric::Icon) + size(Space::S4);
    if (isLink(widget))
        return {width + 2 * size(Space::S4), std::max(metrics.height() + 2 * size(Space::S4), 1)};
    const int padding = option.text.isEmpty() ? (size(Metric::Control) - option.iconSize.width()) / 2
                                              : size(Space::S12) + 1;
    return {width + 2 * padding, std::max(size(Metric::Control), metrics.height() + size(Space::S8))};
}

void Style::drawPushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    const ButtonColors colors = colorsOf(option, widget);
    const double radius = size(Metric::Radius);
    const bool focused = (option.state & State_HasFocus) && (option.state & State_Enabled);
    QRectF body(option.rect);
    const bool onLive = isOnLive(widget);
    if (focused && (isFilled(widget) || onLive)) // a gap, since a ring of its own colour is not seen on it
        body.adjust(3, 3, -3, -3);
    paintBox(painter, body,
             {.fill = colors.fill,
              .edge = colors.edge,
              .edgeWidth = 1.0 * size(Metric::EdgeWidth),
              .radius = radius});
    if (focused)
        paintFocusRing(painter, option.rect, color(onLive ? Color::OnLive : Color::Accent), radius);
}

void Style::drawPushButtonLabel(const QStyleOptionButton &option, QPainter *painter,
                                const QWidget *widget) const
{
    const ButtonColors colors = colorsOf(option, widget);
    painter->save();
    painter->setFont(fontOf(option, widget));
    QRect rect = option.rect;
    if (option.features & QStyleOptionButton::HasMenu) {
        const int side = size(Metric::Icon);
        const QRect arrow(rect.right() - side - size(Space::S4), rect.center().y() - side / 2, side, side);
        paintIcon(painter, visualRect(option.direction, rect, arrow), Icon::ChevronDown, colors.text);
        rect.setRight(arrow.left());
    }
    const int gap = option.text.isEmpty() ? 0 : size(Space::S4) + 1;
    const QString plain = QString(option.text).remove(QLatin1Char('&'));
    const int textWidth = painter->fontMetrics().horizontalAdvance(plain);
    QRect textRect = rect;
    if (!option.icon.isNull()) {
        const int width = option.iconSize.width() + gap + textWidth;
        const int left = rect.left() + std::max(0, (rect.width() - width) / 2);
        const QRect iconRect(
            left, rect.center().y() - option.iconSize.height() / 2 + 1 - option.iconSize.height() % 2,
            option.iconSize.width(), option.iconSize.height());
        paintTinted(painter, visualRect(option.direction, rect, iconRect), option.icon, colors.text);
        textRect = visualRect(option.direction, rect,
                              QRect(iconRect.right() + 1 + gap, rect.top(),
                                    rect.right() - iconRect.right() - gap, rect.height()));
    }
    const int alignment = option.icon.isNull() ? Qt::AlignHCenter : Qt::AlignLeading;
    const int mnemonic = styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                                   : Qt::TextHideMnemonic;
    painter->setPen(colors.text);
    painter->drawText(textRect,
                      static_cast<int>(visualAlignment(option.direction, Qt::Alignment(alignment)))
                          | Qt::AlignVCenter | mnemonic | Qt::TextSingleLine,
                      option.text);
    painter->restore();
}

void Style::drawToolButtonPanel(const QStyleOption &option, QPainter *painter,
                                const QWidget * /*widget*/) const
{
    const bool checked = (option.state & State_On) != 0;
    const bool enabled = (option.state & State_Enabled) != 0;
    Box box{.fill = {},
            .edge = {},
            .edgeWidth = 1.0 * size(Metric::EdgeWidth),
            .radius = 1.0 * size(Metric::Radius)};
    if (checked) {
        box.fill = color(Color::AccentSoft);
        box.edge = color(enabled ? Color::Accent : Color::Rule);
    } else if (enabled && (option.state & (State_MouseOver | State_Sunken))) {
        // Translucent, since tool buttons stand on coloured bars too.
        box.fill = color(Color::Text);
        box.fill.setAlphaF((option.state & State_Sunken) ? 0.16F : 0.08F);
    }
    paintBox(painter, option.rect, box);
}

void Style::drawCheckBox(const QStyleOption &option, QPainter *painter) const
{
    const bool enabled = (option.state & State_Enabled) != 0;
    const bool set = (option.state & (State_On | State_NoChange)) != 0;
    const QColor fill = set ? color(enabled ? Color::Accent : Color::Dim) : color(Color::Panel);
    const QColor edge = set ? fill : color(enabled ? Color::Edge : Color::Rule);
    const double radius = m_theme->scaled(3);
    paintBox(painter, option.rect,
             {.fill = shaded(fill, option.state, color(Color::Text)),
              .edge = edge,
              .edgeWidth = 1,
              .radius = radius});
    if (set) {
        const QRect mark = option.rect.adjusted(2, 2, -2, -2);
        const QColor ink = enabled ? color(Color::OnAccent) : color(Color::Panel);
        paintIcon(painter, mark, (option.state & State_On) ? Icon::Check : Icon::Minus, ink);
    }
}

void Style::drawRadioButton(const QStyleOption &option, QPainter *painter) const
{
    const bool enabled = (option.state & State_Enabled) != 0;
    const bool set = (option.state & State_On) != 0;
    const QRectF rect(option.rect);
    const QColor fill = set ? color(enabled ? Color::Accent : Color::Dim) : color(Color::Panel);
    const QColor edge = set ? fill : color(enabled ? Color::Edge : Color::Rule);
    paintBox(painter, rect,
             {.fill = shaded(fill, option.state, color(Color::Text)),
              .edge = edge,
              .edgeWidth = 1,
              .radius = rect.width() / 2});
    if (set) {
        const double inset = rect.width() * 0.32;
        const QColor ink = enabled ? color(Color::OnAccent) : color(Color::Panel);
        paintBox(painter, rect.adjusted(inset, inset, -inset, -inset),
                 {.fill = ink, .edge = {}, .edgeWidth = 0, .radius = rect.width() / 2});
    }
}

bool Style::drawButtonControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return false;
    switch (element) {
    case CE_PushButton:
        drawPushButton(*button, painter, widget);
        drawPushButtonLabel(*button, painter, widget);
        return true;
    case CE_PushButtonBevel: drawPushButton(*button, painter, widget); return true;
    case CE_PushButtonLabel: drawPushButtonLabel(*button, painter, widget); return true;
    default: return false;
    }
}

} // namespace designer::ui
