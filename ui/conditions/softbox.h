// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace designer::ui {

/// A box in the colour of the window, for what stands between the rules and is no rule.
class SoftBox : public QFrame
{
    Q_OBJECT
public:
    explicit SoftBox(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace designer::ui
