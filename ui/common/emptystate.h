// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace designer::ui {

/// What belongs here and the first step, in the middle of a pane that has nothing to show yet.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// All plain text.
    void setContent(Icon icon, const QString &title, const QString &sentence);
    /// A button in the row below; the first step is the primary one. Owned by this widget.
    QPushButton *addButton(const QString &text);
    QPushButton *addButton(Icon icon, const QString &text);
    QPushButton *addPrimaryButton(const QString &text);
    void clearButtons();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void colour();
    void fit();

    Icon m_iconKind = Icon::InfoCircle;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QBoxLayout *m_buttons = nullptr;
};

} // namespace designer::ui
