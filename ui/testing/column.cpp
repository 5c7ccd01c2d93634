// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/column.h"

#include "ui/common/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace designer::ui {

Column::Column(const QString &title, QWidget *parent) : Column(title, title, parent) { }

Column::Column(const QString &title, const QString &shortTitle, QWidget *parent)
    : QWidget(parent), m_names{title, {}}, m_shortNames{shortTitle, {}}, m_title(new ElidedLabel(this)),
      m_mark(new Badge(this)), m_remark(new ElidedLabel(this)),
      m_tabs(new UnderlineTabs(UnderlineTabs::Size::Small, this)), m_stack(new QStackedWidget(this)),
      m_head(new QWidget(this))
{
    m_title->setFont(theme().font(Font::Bold));
    m_mark->setObjectName(QStringLiteral("mark"));
    m_mark->setContent({});
    m_remark->setFont(theme().font(Font::Small));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    setTitle(title);
    layOut();
    call(m_names);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int view) {
        showRight();
        Q_EMIT viewChanged(view);
    });
}

void Column::layOut()
{
    auto *const head = new QHBoxLayout(m_head);
    head->setContentsMargins(theme().size(Metric::LeftEdge), 0,
                             theme().size(Metric::LeftEdge) - m_tabs->padding(),
                             0); // the line below the last tab ends at the edge
    head->setSpacing(theme().size(Space::S12));
    head->addWidget(m_title);
    head->addWidget(m_mark);
    head->addWidget(m_remark);
    head->addStretch(1);
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
    fit();
}

void Column::setMark(const BadgeContent &mark)
{
    m_mark->setContent(mark);
    m_mark->setMinimumWidth(m_mark->sizeHint().width()); // a word, and no beginning of one
    updateGeometry();
    fit();
}

void Column::reserve(const QString &remark, const BadgeContent &mark)
{
    m_usualRemark = remark;
    m_usualMark = mark;
    fit();
}

int Column::addView(const QString &name, QWidget *view, const QString &shortName)
{
    m_stack->addWidget(view);
    m_names.views << name;
    m_shortNames.views << (shortName.isEmpty() ? name : shortName);
    const int index = m_tabs->addTab(name);
    m_tabs->setVisible(m_tabs->count() > 1);
    return index;
}

/// Of the head, where its parts go by \a names.
int Column::headWidth(const Names &names, bool withRemark) const
{
    const QMargins margins = m_head->layout()->contentsMargins();
    const int gap = m_head->layout()->spacing();
    int width
        = margins.left() + margins.right() + QFontMetrics(m_title->font()).horizontalAdvance(names.title);
    if (!m_mark->content().text.isEmpty() || !m_usualMark.text.isEmpty())
        width += gap + std::max(m_mark->sizeHint().width(), badgeSize(m_usualMark).width());
    if (withRemark)
        width += gap
            + std::max(m_remark->sizeHint().width(),
                       QFontMetrics(m_remark->font()).horizontalAdvance(m_usualRemark));
    if (names.views.size() > 1)
        width += gap + m_tabs->widthOf(names.views);
    return width;
}

void Column::fit()
{
    const std::array<Names, 3> candidates{m_names, Names{m_shortNames.title, m_names.views}, m_shortNames};
    const auto fits = [this](const Names &names) { return headWidth(names, true) <= width(); };
    const auto found = std::find_if(candidates.begin(), candidates.end(), fits);
    call(found == candidates.end() ? m_shortNames : *found);
    const int wanted = m_remark->sizeHint().width();
    const int room = width() - headWidth(m_shortNames, false) - m_head->layout()->spacing();
    m_remark->setVisible(room >= wanted / 2); // a letter or two say nothing
}

/// A screen reader has the room for the long ones.
void Column::call(const Names &names)
{
    m_title->setText(names.title);
    m_title->setMinimumWidth(0); // a hint is never less than that
    m_title->setMinimumWidth(m_title->sizeHint().width());
    m_title->setAccessibleName(m_names.title);
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabText(i) == names.views[i])
            continue;
        m_tabs->setTabText(i, names.views[i]);
        m_tabs->setAccessibleTabName(i, m_names.views[i]);
        m_tabs->setTabToolTip(i, names.views[i] == m_names.views[i] ? QString() : m_names.views[i]);
    }
}

QSize Column::minimumSizeHint() const
{
    // What is in it scrolls, or says less.
    return {headWidth(m_shortNames, false), m_head->height() + 3 * theme().size(Metric::CodeLine)};
}

void Column::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
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
