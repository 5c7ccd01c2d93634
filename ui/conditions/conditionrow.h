// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/moves.h"
#include "condition/outline.h"
#include "ui/conditions/conditionedits.h"
#include "ui/conditions/resultcell.h"
#include "ui/conditions/rulewords.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace designer::ui {

class EvidenceBadge;
class MessageLine;

/// Where the columns of the tree are. All rows ask here, so that they stand below each other.
struct RowColumns
{
    bool areNarrow = false; ///< the result of a rule stands below it, not beside it
    int controlsBegin = 0; ///< behind the handle
    int controlsEnd = 0;
    int resultBegin = 0;
    int resultEnd = 0;

    [[nodiscard]] static RowColumns of(int width, int depth);
    /// Where results begin that stand beside.
    [[nodiscard]] static int middle(int width);
    /// The line beside what is in a group of \a depth.
    [[nodiscard]] static int guide(int depth);
    /// The depth whose controls begin nearest to \a x.
    [[nodiscard]] static int depthAt(int x);
    /// So wide the tree has to be for rows of \a depth.
    [[nodiscard]] static int narrowest(int depth);
};

/// A line of the tree: a handle, the controls of a rule or a group, its result, its cross. Shows what
/// it is told and never edits by itself. It outlives the rule that it shows: see adopt().
class ConditionRow : public QWidget
{
    Q_OBJECT
public:
    ConditionRow(ConditionEdits &edits, QWidget *parent);

    /// Shows \a row, the \a number th of its kind (from 1), which assistive tools hear.
    void adopt(const condition::OutlineRow &row, int number);
    /// The fields and values of the sample are others now.
    virtual void sampleChanged() { }
    /// It shows nothing any more and waits for its end: what its controls still say is not heard.
    void retire();
    [[nodiscard]] const condition::OutlineRow &row() const { return m_row; }
    [[nodiscard]] const std::string &pointer() const { return m_row.pointer; }
    [[nodiscard]] ResultCell *resultCell() const { return m_result; }
    [[nodiscard]] QString remark() const;
    /// How high a row for \a row is likely to be, without making one.
    [[nodiscard]] static int heightOf(const condition::OutlineRow &row, int width);
    /// Sizes are others now.
    void rearrange();

    /// The controls in the order of Tab, those that are hidden too.
    [[nodiscard]] const std::vector<QWidget *> &stops() const { return m_stops; }
    /// Which of them has the focus; nothing: none.
    [[nodiscard]] std::optional<std::size_t> focusedStop() const;
    /// Gives the focus to the stop, or where that is hidden to the one before.
    void focusStop(std::size_t stop);
    /// The control for \a member of the rule ("field"); else the first.
    void focusMember(const QString &member);

Q_SIGNALS:
    void stepAsked(designer::condition::Step step);
    void removeAsked();
    /// The focus is to go to the row below, or above.
    void rowAsked(bool below);
    void dragBegan();
    void dragMoved(const QPoint &globalPosition);
    void dragEnded(bool dropped);

protected:
    /// Fills the controls from row().
    virtual void showRow() = 0;
    /// Gives them names for assistive tools.
    virtual void nameControls(int number) = 0;
    /// Lays them out in \a place, as high as a control.
    virtual void arrange(const QRect &place) = 0;
    /// Less they cannot be laid out in; what the row came to begins behind them.
    [[nodiscard]] virtual int narrowestControls() const { return 0; }
    [[nodiscard]] virtual QWidget *controlFor(const QString &member) const = 0;
    /// Marks the control that \a remark is about; of other rows nothing.
    virtual void markFault(const RowRemark &remark);

    /// \a control takes part in Tab, and keys that move the row are heard from it.
    void addStop(QWidget *control);
    [[nodiscard]] ConditionEdits &edits() { return m_edits; }
    static void mark(QWidget *control, bool isWrong);

    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QRect placeOfControls(const RowColumns &columns) const;
    int arrangeResult(const RowColumns &columns);
    int arrangeRemark(const RowColumns &columns, int top);
    void showRemark();
    void showBadge();
    bool hearKey(QKeyEvent *event, bool isOnlyAsked);
    bool hearArrow(const QObject *watched, QEvent *event);
    bool hearHandle(QEvent *event);
    void dragTo(const QPoint &globalPosition);

    ConditionEdits &m_edits;
    condition::OutlineRow m_row;
    int m_number = 0;
    std::vector<QWidget *> m_stops; ///< children
    QWidget *m_handle = nullptr;
    ResultCell *m_result = nullptr;
    QAbstractButton *m_remove = nullptr;
    EvidenceBadge *m_badge = nullptr; ///< null: has not been needed yet
    MessageLine *m_remark = nullptr; ///< likewise
    std::optional<QPoint> m_pressedAt; ///< the handle is held
    bool m_dragging = false;
};

} // namespace designer::ui
