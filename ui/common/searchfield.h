// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace designer::ui {

/// What is longer was pasted by mistake: no pattern can be made of a whole document.
inline constexpr int longestSearch = 200;

/// A line to search with: magnifier, clear button; Esc empties it first and is passed on when empty.
/// Down and Up are passed on as signals, so that they move in the list below.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    void moveRequested(int rows); ///< 1: next, -1: previous

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace designer::ui
