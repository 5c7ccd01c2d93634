// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionedits.h"
#include "ui/conditions/conditionrow.h"
#include "ui/conditions/resultcell.h"
#include "ui/conditions/rulewords.h"
#include "ui/conditions/samplefields.h"
#include "ui/document/connectionpage.h"
#include "ui/document/undokeys.h"

#include <functional>
#include <memory>

class QLabel;
class QPainter;

namespace designer::ui {

class GroupRow;

/// The conditions as rows, groups in groups, with what each comes to with the sample. Rows stay where
/// the shape of the tree stays, so that the focus and the caret do. Only those that are in view, or near
/// it, or have the focus, are there as widgets: there may be hundreds.
class ConditionTree : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionTree(QWidget *parent = nullptr);
    ~ConditionTree() override;
    Q_DISABLE_COPY_MOVE(ConditionTree)

    /// What shows a part of the tree; outlives it.
    void setViewport(const QWidget *viewport) { m_viewport = viewport; }
    void setDocument(ConnectionDocument *document);
    /// Shows what the document says now.
    void follow();
    void showLive(const LiveState &state);
    /// The document has changed elsewhere: the results belong to a moment ago.
    void pale() { forgetOvertaken(); }

    [[nodiscard]] const condition::Outline &outline() const { return m_outline; }
    [[nodiscard]] const SampleFields &fields() const { return m_fields; }
    /// Made where it is not there yet. Out of view and without the focus it stays no longer than
    /// until the next fill().
    [[nodiscard]] ConditionRow *rowAt(std::size_t index);
    [[nodiscard]] const RuleResult &resultAt(std::size_t index) const { return m_results[index]; }
    /// Makes the rows that are in view, and lets others go.
    void fill();
    /// Gives the focus to the control of the place \a pointer in the connection file. False: there is
    /// none.
    bool reveal(const std::string &pointer);
    /// Adds \a rule to the root group and goes to its control \a member.
    void addRule(const connection::NewRule &rule, const QString &member);

Q_SIGNALS:
    void outlineChanged();
    /// \a row is to be seen.
    void rowReached(QWidget *row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Drag
    {
        std::size_t row = 0;
        std::optional<condition::Spot> spot;
    };

    // conditiontree.cpp
    void adoptRows();
    void matchRows(const condition::Outline &before);
    void setResult(std::size_t index, const RuleResult &result);
    void showResults(const LiveState &state);
    void forgetOvertaken();
    [[nodiscard]] std::size_t indexOf(const ConditionRow *row) const;

    // conditiontreerows.cpp
    ConditionRow *makeRow(condition::OutlineRow::Kind kind);
    void listenTo(ConditionRow *row);
    void fillIn(std::size_t index);
    bool fillOnce();
    void dropRow(std::size_t index);
    void chainTabs();
    void goToRow(const ConditionRow *from, bool below);
    void visit(std::size_t index, const std::function<void(ConditionRow &)> &then);
    void stack();
    void arrangeHeads();
    [[nodiscard]] bool mayGo(std::size_t index) const;
    [[nodiscard]] QRect placeOf(std::size_t index) const;
    [[nodiscard]] QRect partInView() const;
    void paintGuide(QPainter &painter, std::size_t group, const QRect &part) const;

    // conditiontreemoves.cpp
    void addTo(const ConditionRow *group, const connection::NewRule &rule, const QString &member);
    void addGroupTo(const ConditionRow *group);
    void removeRow(const ConditionRow *row);
    void stepRow(const ConditionRow *row, condition::Step step);
    void moveRow(std::size_t row, const condition::Spot &spot, std::size_t stop);
    void beginDrag(const ConditionRow *row);
    void drag(const QPoint &globalPosition);
    void endDrag(bool dropped);
    void showDropLine(const condition::Drop &drop);

    ConditionEdits m_edits;
    UndoKeys m_undoKeys;
    RuleModels m_models;
    SampleFields m_fields;
    std::shared_ptr<const event::Event> m_sample; ///< what the fields are of
    condition::Outline m_outline;
    std::vector<std::string> m_judged; ///< by row: the bytes of which a result is shown
    std::vector<RuleResult> m_results; ///< by row
    bool m_isStale = false; ///< the results belong to a moment ago
    std::vector<ConditionRow *> m_rows; ///< children, by row of the outline; null: not in view
    std::vector<int> m_numbers; ///< by row: which of its kind it is, from 1
    std::vector<int> m_tops; ///< by row, and where the last ends
    bool m_holdsRows = false; ///< none is made or let go: they do not go with the outline yet, or are visited
    const QWidget *m_viewport = nullptr; ///< null: all is in view
    QLabel *m_head = nullptr;
    QLabel *m_resultHead = nullptr;
    QWidget *m_dropLine = nullptr;
    std::optional<Drag> m_drag;
};

} // namespace designer::ui
