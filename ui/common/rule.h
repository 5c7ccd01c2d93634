// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace designer::ui {

/// A thin line between two areas: lies, or stands where a form says so.
class Rule : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool vertical READ isVertical WRITE setVertical NOTIFY verticalChanged)
public:
    explicit Rule(QWidget *parent = nullptr);

    [[nodiscard]] bool isVertical() const { return m_vertical; }
    void setVertical(bool vertical);

Q_SIGNALS:
    void verticalChanged(bool vertical);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();

    bool m_vertical = false;
};

} // namespace designer::ui
