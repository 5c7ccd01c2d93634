// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/column.h"

#include "ui/common/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace designer::ui {

Column::Column(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(this)), m_mark(new Badge(this)),
      m_remark(new ElidedLabel(this)), m_tabs(new UnderlineTabs(UnderlineTabs::Size::Small, this)),
      m_stack(new QStackedWidget(this)), m_head(new QWidget(this))
{
    m_title->setFont(theme().font(Font::Bold));
    m_mark->setObjectName(QStringLiteral("mark"));
    m_mark->setContent({});
    m_remark->setFont(theme().font(Font::Small));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    setTitle(title);
    layOut();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int view) {
        showRight();
        Q_EMIT viewChanged(view);
    });
}

void Column::layOut()
{
    auto *const head = new QHBoxLayout(m_head);
    head->setContentsMargins(theme().size(Metric::LeftEdge), 0, theme().size(Space::S8), 0);
    head->setSpacing(theme().size(Space::S12));
    head->addWidget(m_title);
    head->addWidget(m_mark);
    head->addWidget(m_remark, 1);
    head->addWidget(m_tabs, 0, Qt::AlignBottom);
    m_head->setFixedHeight(theme().size(Metric::ColumnHead));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
}

void Column::setTitle(const QString &title)
{
    m_title->setText(title);
    m_tabs->setAccessibleName(title);
}

void Column::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

void Column::setMark(const BadgeContent &mark)
{
    m_mark->setContent(mark);
}

int Column::addView(const QString &name, QWidget *view)
{
    m_stack->addWidget(view);
    return m_tabs->addTab(name);
}

void Column::setCurrentView(int view)
{
    m_tabs->setCurrentIndex(view);
}

int Column::currentView() const
{
    return m_tabs->currentIndex();
}

void Column::showInstead(QWidget *widget)
{
    if (widget && m_stack->indexOf(widget) < 0)
        m_stack->addWidget(widget);
    m_instead = widget;
    showRight();
}

void Column::showRight()
{
    if (m_instead)
        m_stack->setCurrentWidget(m_instead);
    else
        m_stack->setCurrentIndex(m_tabs->currentIndex());
}

} // namespace designer::ui
