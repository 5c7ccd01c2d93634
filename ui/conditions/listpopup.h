// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <string>
#include <vector>

class QPlainTextEdit;
class QVBoxLayout;

namespace designer::ui {

/// The values of a list, one a line, over the window until Esc or a click elsewhere; columns of tables
/// can be pasted into it. Those that the sample has are put in with a button.
class ListPopup : public QFrame
{
    Q_OBJECT
public:
    /// \a offered as JSON texts. \a parent is what it opens below.
    ListPopup(const QString &title, const std::string &listJson, const std::vector<std::string> &offered,
              QWidget *parent);

    void open();

Q_SIGNALS:
    /// What stands there now; with every key.
    void typed(const QString &lines);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addOffer(const std::vector<std::string> &offered, QVBoxLayout &layout);
    void add(const QString &line);

    QPlainTextEdit *m_lines;
};

} // namespace designer::ui
