// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/codeeditor.h"

#include <QAccessibleWidget>

namespace designer::ui {

/// What screen readers and magnifiers see of a CodeEditor. QScintilla's own tells nothing of lines
/// and puts every character at the place of the first.
///
/// Its offsets count UTF-16 units, as Qt's do; Scintilla keeps an index for them from the first
/// question on.
class AccessibleEditor : public QAccessibleWidget,
                         public QAccessibleTextInterface,
                         public QAccessibleEditableTextInterface
{
public:
    explicit AccessibleEditor(CodeEditor *editor);

    /// Makes new CodeEditors answer through this class.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;

    void selection(int index, int *start, int *end) const override;
    int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;

    QString text(int start, int end) const override;
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                             int *end) const override;
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                            int *end) const override;
    QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start, int *end) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int *start, int *end) const override;

    void deleteText(int start, int end) override;
    void insertText(int offset, const QString &text) override;
    void replaceText(int start, int end, const QString &text) override;

    /// Between bytes of the text and UTF-16 units.
    [[nodiscard]] int offsetOf(std::size_t byte) const;
    [[nodiscard]] std::size_t byteOf(int offset) const;

private:
    /// A piece of the text in units; empty before the beginning and after the end.
    struct Piece
    {
        int start = 0;
        int end = 0;
    };
    [[nodiscard]] CodeEditor &editor() const;
    void useIndex() const;
    [[nodiscard]] Piece pieceAt(int offset, QAccessible::TextBoundaryType type) const;
    [[nodiscard]] Piece lineAt(int offset) const;
    QString tell(Piece piece, int *start, int *end) const;
};

} // namespace designer::ui
