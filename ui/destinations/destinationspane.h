// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/destinations/destinationsmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <memory>

namespace designer::ui {

namespace Ui {
class DestinationsPane;
}

/// The left side of the window: search, the list, and the way to one more.
class DestinationsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DestinationsPane(QWidget *parent = nullptr);
    ~DestinationsPane() override;
    Q_DISABLE_COPY_MOVE(DestinationsPane)

    /// Null: there is no workspace. The session outlives the pane's use of it.
    void setSession(Session *session);
    /// Of the session; -1: none. A search that leaves it out does not change it.
    [[nodiscard]] int currentRow() const;
    void setCurrentRow(int row); ///< -1: whatever it is now
    void setFindings(const QString &name, const FindingCounts &counts);
    /// What a right click on one offers.
    void setMenu(const QList<QAction *> &actions);
    void focusSearch();
    void focusList();
    void renameCurrent();
    void removeCurrent();
    /// Whether the list's own history is meant when undo is asked for.
    [[nodiscard]] bool hasListFocus() const;

Q_SIGNALS:
    /// Another destination is current, or the same in another row, or read anew.
    void currentRowChanged(int row);
    void addRequested();
    /// By the user's hand, and with one step of the list's history.
    void deleted(const QString &label);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void searchFor(const QString &words);
    void showRightStack();
    void tellCurrent();
    void tellReread(int row);
    void moveCurrent(int rows);
    bool handleListKey(const QKeyEvent &event);

    const std::unique_ptr<Ui::DestinationsPane> m_ui;
    Session *m_session = nullptr;
    std::unique_ptr<DestinationsModel> m_model;
    QSortFilterProxyModel m_filter;
    QPersistentModelIndex m_open; ///< of the model: the current one, in sight or left out by a search
    bool m_isSearching = false;
    int m_toldRow = -1; ///< by currentRowChanged(), last
    QString m_toldName; ///< of the destination in it
};

} // namespace designer::ui
