// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace designer::ui {

/// A few sentences that are shown when they are asked for, at the link that asked: below it, or above where
/// there is no room. Any key and any click ends it.
class Aside : public QFrame
{
    Q_OBJECT
public:
    /// \a text is plain; \a link is in \a owner. Owned by \a owner, and goes when it is closed.
    static void open(const QString &text, const QRect &link, QWidget *owner);
    /// Where something of \a size stands beside \a link, inside of \a screen.
    [[nodiscard]] static QRect placeBeside(const QRect &link, const QSize &size, const QRect &screen);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Aside(const QString &text, QWidget *owner);
};

} // namespace designer::ui
