// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/finder/finderentry.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace designer::ui {

class FinderModel;

/// A field over the window that finds anything, by keys alone: typing searches, Up and Down choose,
/// Return goes there, Esc and whatever happens elsewhere shuts it.
class Finder : public QFrame
{
    Q_OBJECT
public:
    /// \a parent is what it lies over.
    explicit Finder(QWidget *parent);
    ~Finder() override;
    Q_DISABLE_COPY_MOVE(Finder)

    void open(std::vector<FinderEntry> entries);
    /// Back to where the focus was.
    void shut();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &words);
    void moveBy(int rows);
    void choose();
    void tellChosen();
    void layOut();
    bool hearKey(int key);
    void followFocus(const QWidget *now);

    FinderModel *m_model;
    QLineEdit *m_words;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_help;
    QPointer<QWidget> m_before; ///< what had the focus
};

} // namespace designer::ui
