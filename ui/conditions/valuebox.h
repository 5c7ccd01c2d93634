// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <string>
#include <vector>

class QAction;
class QCompleter;
class QStandardItemModel;

namespace designer::ui {

class UndoKeys;

/// The value of a rule: typed, completed, or chosen from those that the sample has at the rule's field.
/// Where a rule takes several, commas stand between them, and what is completed is the one at the caret.
class ValueBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit ValueBox(QWidget *parent = nullptr);

    /// Values of the sample, as JSON texts. \a isList: the rule takes several.
    void setOffer(const std::vector<std::string> &values, bool isList);
    /// Its keys for undo, and those of its completions, are the document's. \a keys outlives this.
    void setUndoKeys(UndoKeys &keys);
    /// What is known of it from elsewhere; nothing is being completed then.
    void show(const QString &text);
    [[nodiscard]] bool isList() const { return m_isList; }
    [[nodiscard]] const std::vector<std::string> &offered() const { return m_offered; }

Q_SIGNALS:
    /// By hand; with every key.
    void typed(const QString &text);
    /// One of the sample's, as JSON text, where the rule takes one.
    void chosen(const std::string &json);
    /// People want to see all values of a list, one a line.
    void linesAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Item
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    [[nodiscard]] Item itemAtCaret() const;
    void unfold();
    void completeTyped();
    void offer(const QString &prefix);
    void take(const QModelIndex &index);
    void showArrow();
    QCompleter &completer();
    bool pasteLines();

    std::vector<std::string> m_offered;
    bool m_isList = false;
    UndoKeys *m_undoKeys = nullptr; ///< not ours
    QAction *m_arrow = nullptr; ///< null: nobody needed it yet
    QCompleter *m_completer = nullptr; ///< likewise
};

} // namespace designer::ui
