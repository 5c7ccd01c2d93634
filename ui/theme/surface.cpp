// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/surface.h"

#include "ui/theme/theme.h"

#include <QWidget>

namespace designer::ui {

void setSurface(QWidget &widget, Color color)
{
    const auto paint = [&widget, color] {
        QPalette palette = widget.palette();
        palette.setColor(QPalette::Window, theme().color(color));
        widget.setPalette(palette);
    };
    widget.setAutoFillBackground(true);
    paint();
    QObject::connect(&theme(), &Theme::changed, &widget, paint);
}

} // namespace designer::ui
