// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/noticeline.h"

#include "ui/common/messageline.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace designer::ui {

NoticeLine::NoticeLine(QWidget *parent) : QWidget(parent), m_words(new MessageLine(this))
{
    m_words->setTextFont(Font::Text);
    auto *const close = new QToolButton(this);
    close->setIcon(icon(Icon::Close));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setAccessibleName(tr("Put this line away"));
    close->setToolTip(close->accessibleName());
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(theme().size(Metric::LeftEdge), theme().size(Space::S8), theme().size(Space::S12),
                            theme().size(Space::S8));
    row->addWidget(m_words, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_words, &MessageLine::linkActivated, this, &NoticeLine::linkActivated);
    hide();
}

void NoticeLine::say(Tone tone, const QString &richText)
{
    m_words->setMessage(tone, richText);
    setVisible(!richText.isEmpty());
    update();
}

void NoticeLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), theme().color(softColor(m_words->tone())));
}

} // namespace designer::ui
