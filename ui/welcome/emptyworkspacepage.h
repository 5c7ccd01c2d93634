// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace designer::ui {

/// A workspace without destinations: what belongs here, and the first step.
class EmptyWorkspacePage : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyWorkspacePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void importRequested();
};

} // namespace designer::ui
