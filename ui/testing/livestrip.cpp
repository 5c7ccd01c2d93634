// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/livestrip.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace designer::ui {

LiveStrip::LiveStrip(QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_title(new QLabel(this)),
      m_effect(new QLabel(this)),
      m_once(new QLabel(tr("Asked once for this connection, until you close the program."), this)),
      m_back(new QPushButton(tr("Back to the sandbox"), this)),
      m_allow(new QPushButton(tr("Allow live sends"), this))
{
    m_allow->setProperty("live", true);
    m_title->setFont(theme().font(Font::Bold));
    m_once->setFont(theme().font(Font::Small));
    auto *const words = new QVBoxLayout;
    words->setSpacing(theme().size(Space::S4));
    for (QLabel *const label : {m_title, m_effect, m_once}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // names of customers and events stand in it as they are
        words->addWidget(label);
    }
    m_row->setContentsMargins(theme().size(Metric::LeftEdge), theme().size(Space::S12),
                              theme().size(Metric::LeftEdge), theme().size(Space::S12));
    m_row->setSpacing(theme().size(Space::S8));
    m_row->addLayout(words, 1);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(theme().size(Space::S8));
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_allow);
    m_row->addLayout(buttons);
    setFocusProxy(m_back);
    colour();
    connect(&theme(), &Theme::changed, this, &LiveStrip::colour);
    connect(m_back, &QPushButton::clicked, this, &LiveStrip::backRequested);
    connect(m_allow, &QPushButton::clicked, this, &LiveStrip::allowed);
}

void LiveStrip::setWords(const QString &title, const QString &effect)
{
    m_title->setText(title);
    m_effect->setText(effect);
    fit();
}

void LiveStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fit();
}

void LiveStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// What is asked before anything is real is read as a whole: a narrow strip has its buttons below the words,
/// and none is lower than they need.
void LiveStrip::fit()
{
    if (!isVisible())
        return; // its width is none yet
    const bool isNarrow = width() < theme().scaled(800);
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (const int height = m_row->totalHeightForWidth(width()); height > 0 && height != minimumHeight())
        setFixedHeight(height);
}

void LiveStrip::colour()
{
    const auto paint = [](QLabel *label, Color color) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, theme().color(color));
        label->setPalette(palette);
    };
    paint(m_title, Color::LiveText);
    paint(m_effect, Color::Text);
    paint(m_once, Color::Dim);
}

void LiveStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Color::LiveSoft));
    painter.setPen(theme().color(Color::Rule));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void LiveStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace designer::ui
