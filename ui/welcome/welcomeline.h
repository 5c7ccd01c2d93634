// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace designer::ui {

/// One line that explains the first run, until it is put away for good.
class WelcomeLine : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomeLine(QWidget *parent = nullptr);

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace designer::ui
