// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"
#include "ui/common/underlinetabs.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace designer::ui {

class ElidedLabel;

/// One column of the test panel: a title, a remark, the views as small tabs, and the chosen view. Where its
/// head has no room, title and views go by their shorter names, and only then the remark is cut.
class Column : public QWidget
{
    Q_OBJECT
public:
    explicit Column(const QString &title, QWidget *parent = nullptr);
    Column(const QString &title, const QString &shortTitle, QWidget *parent);

    void setTitle(const QString &title);
    void setRemark(const QString &remark);
    /// Beside the title; one that says nothing is not there.
    void setMark(const BadgeContent &mark);
    /// What the head keeps room for, so that its names are no others when that comes.
    void reserve(const QString &remark, const BadgeContent &mark = {});
    /// Takes \a view over; gives its number. One view alone needs no tab.
    int addView(const QString &name, QWidget *view, const QString &shortName = {});
    void setCurrentView(int view);
    [[nodiscard]] int currentView() const;
    /// Shown in place of all views, the tabs stay; null: the views are back. Taken over once.
    void showInstead(QWidget *widget);
    /// As narrow as the shorter names are.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChanged(int view);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Names
    {
        QString title;
        QStringList views;
    };

    void layOut();
    void fit();
    void call(const Names &names);
    [[nodiscard]] int headWidth(const Names &names, bool withRemark) const;
    void showRight();

    Names m_names;
    Names m_shortNames;
    QString m_usualRemark;
    BadgeContent m_usualMark;
    ElidedLabel *m_title;
    Badge *m_mark;
    ElidedLabel *m_remark;
    UnderlineTabs *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_head;
    QWidget *m_instead = nullptr;
};

} // namespace designer::ui
