// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomeline.h"

#include "ui/common/messageline.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace designer::ui {

WelcomeLine::WelcomeLine(QWidget *parent) : QWidget(parent)
{
    auto *const words = new MessageLine(this);
    words->setTextFont(Font::Text);
    words->setLine(
        Tone::Info,
        tr("Everything here works offline. Nothing leaves this computer until you switch a test to "
           "Live."));
    auto *const close = new QToolButton(this);
    close->setIcon(icon(Icon::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Put this line away"));
    close->setToolTip(close->accessibleName());
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(theme().size(Metric::LeftEdge), theme().size(Space::S8), theme().size(Space::S12),
                            theme().size(Space::S8));
    row->addWidget(words, 1);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &WelcomeLine::dismissed);
}

void WelcomeLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Color::AccentSoft));
}

} // namespace designer::ui
