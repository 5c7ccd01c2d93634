// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace designer::ui {

/// One line of plain text that ends in "…" where it has no room; its whole is its name and, where it
/// is cut, its tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// What the whole text takes, however wide the label was made for another one.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isCut() const;
};

} // namespace designer::ui
