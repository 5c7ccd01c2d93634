// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/toggleswitch.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace designer::ui {

ToggleSwitch::ToggleSwitch(QWidget *parent) : QCheckBox(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
}

ToggleSwitch::ToggleSwitch(const QString &text, QWidget *parent) : ToggleSwitch(parent)
{
    setText(text);
}

QSize ToggleSwitch::sizeHint() const
{
    const int words
        = text().isEmpty() ? 0 : fontMetrics().horizontalAdvance(text()) + theme().size(Space::S8);
    // Room for the ring of the focus around the track.
    return {words + theme().scaled(32) + 2 * theme().scaled(3), theme().size(Metric::Control)};
}

QRect ToggleSwitch::trackRect() const
{
    const int width = theme().scaled(32);
    const int height = theme().scaled(18);
    const QRect track(rect().right() - theme().scaled(3) - width + 1, (rect().height() - height) / 2, width,
                      height);
    return layoutDirection() == Qt::RightToLeft ? track.translated(theme().scaled(3) - track.left(), 0)
                                                : track;
}

void ToggleSwitch::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRectF track(trackRect());
    const bool on = isChecked();
    const QColor edge = theme().color(!isEnabled() ? Color::Rule : on ? Color::Accent : Color::Edge);
    QColor fill = theme().color(on && isEnabled() ? Color::Accent : Color::Window);
    if (underMouse() && isEnabled())
        fill = mixed(fill, theme().color(Color::Text), 0.07);
    paintBox(&painter, track, {.fill = fill, .edge = edge, .edgeWidth = 1, .radius = track.height() / 2});
    const double inset = theme().scaled(3);
    const double side = track.height() - 2 * inset;
    const bool right = on != (layoutDirection() == Qt::RightToLeft);
    const QRectF knob(right ? track.right() - inset - side : track.left() + inset, track.top() + inset, side,
                      side);
    const QColor knobFill
        = !isEnabled() ? theme().color(Color::Rule) : theme().color(on ? Color::OnAccent : Color::Edge);
    paintBox(&painter, knob, {.fill = knobFill, .edge = {}, .edgeWidth = 0, .radius = side / 2});
    if (hasFocus())
        paintFocusRing(&painter, track.adjusted(-3, -3, 3, 3), theme().color(Color::Accent),
                       track.height() / 2 + 3);
    painter.setPen(theme().color(isEnabled() ? Color::Text : Color::Dim));
    const auto words
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextHideMnemonic;
    painter.drawText(rect(), static_cast<int>(words), text());
}

bool ToggleSwitch::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

} // namespace designer::ui
