// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"
#include "ui/common/underlinetabs.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace designer::ui {

class ElidedLabel;

/// One column of the test panel: a title, a remark, the views as small tabs, and the chosen view.
class Column : public QWidget
{
    Q_OBJECT
public:
    explicit Column(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setRemark(const QString &remark);
    /// Beside the title; one that says nothing is not there.
    void setMark(const BadgeContent &mark);
    /// Takes \a view over; gives its number.
    int addView(const QString &name, QWidget *view);
    void setCurrentView(int view);
    [[nodiscard]] int currentView() const;
    /// Shown in place of all views, the tabs stay; null: the views are back. Taken over once.
    void showInstead(QWidget *widget);

Q_SIGNALS:
    void viewChanged(int view);

private:
    void layOut();
    void showRight();

    ElidedLabel *m_title;
    Badge *m_mark;
    ElidedLabel *m_remark;
    UnderlineTabs *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_head;
    QWidget *m_instead = nullptr;
};

} // namespace designer::ui
