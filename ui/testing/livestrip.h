// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace designer::ui {

/// Says what a live test does, once for each connection, before one is possible. The focus that it is
/// given goes to the way back.
class LiveStrip : public QWidget
{
    Q_OBJECT
public:
    explicit LiveStrip(QWidget *parent = nullptr);

    /// \a effect: what would happen with this event, in one sentence. Both are plain text.
    void setWords(const QString &title, const QString &effect);

Q_SIGNALS:
    void allowed();
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void colour();
    void fit();

    QBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_effect;
    QLabel *m_once;
    QPushButton *m_back;
    QPushButton *m_allow;
};

} // namespace designer::ui
