// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/aside.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace designer::ui {

namespace {

/// Lines that are easily read, in px at the design's text size.
constexpr int widest = 420;

} // namespace

Aside::Aside(const QString &text, QWidget *owner) : QFrame(owner, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(text);
    auto *const label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(theme().font(Font::Text));
    const int longest = label->fontMetrics().boundingRect(0, 0, QWIDGETSIZE_MAX, 0, 0, text).width() + 1;
    label->setFixedWidth(std::min(longest, theme().scaled(widest)));
    auto *const layout = new QVBoxLayout(this);
    const int edge = theme().size(Space::S12);
    layout->setContentsMargins(edge, theme().size(Space::S8), edge, theme().size(Space::S8));
    layout->addWidget(label);
    label->setFixedHeight(label->heightForWidth(label->width()));
}

void Aside::open(const QString &text, const QRect &link, QWidget *owner)
{
    auto *const aside = new Aside(text, owner);
    const QRect place(owner->mapToGlobal(link.topLeft()), link.size());
    aside->setGeometry(placeBeside(place, aside->sizeHint(), owner->screen()->availableGeometry()));
    aside->show();
    aside->setFocus(Qt::PopupFocusReason);
}

QRect Aside::placeBeside(const QRect &link, const QSize &size, const QRect &screen)
{
    const int gap = theme().size(Space::S4);
    QRect place(QPoint(link.left(), link.bottom() + 1 + gap), size);
    if (place.bottom() > screen.bottom())
        place.moveBottom(link.top() - 1 - gap);
    place.moveRight(std::min(place.right(), screen.right()));
    place.moveLeft(std::max(place.left(), screen.left()));
    place.moveTop(std::max(place.top(), screen.top()));
    return place;
}

void Aside::keyPressEvent(QKeyEvent * /*event*/)
{
    close();
}

void Aside::mousePressEvent(QMouseEvent * /*event*/)
{
    close();
}

void Aside::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Color::Panel));
    painter.setPen(theme().color(Color::Edge));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace designer::ui
