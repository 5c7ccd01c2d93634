// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"
#include "json/edit.h"

#include "ui/editor/qscintilla.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class QHelpEvent;

namespace designer::ui {

class CompletionPopup;

/// The one editor of the window: template, payload, response, event.
///
/// The text is bytes, kept as they are (NUL, CR LF, lone CR, U+2028, byte order mark, invalid
/// UTF-8). All offsets count bytes, all lines count from 0.
///
/// The editor has no history of its own: whoever owns the text listens to edited(), keeps the
/// deltas, and hands them back through apply().
class CodeEditor : public QsciScintilla
{
    Q_OBJECT

public:
    /// What a drag of a field from the sample carries: the path as UTF-8.
    static constexpr const char *pathMimeType = "application/x-connection-designer-path";

    enum class Language { Json, Text };

    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;
    Q_DISABLE_COPY_MOVE(CodeEditor)

    void setColors(const EditorColors &colors);
    void setCodeFont(const QFont &font);
    /// Json unless said otherwise. Text is not coloured, except for placeholders.
    void setLanguage(Language language);
    [[nodiscard]] Language language() const;
    /// Whether `##path##` is a token of its own here.
    void setPlaceholdersShown(bool shown);

    /// The whole text. Replaces the smallest range that differs; edited() is not emitted.
    void setBytes(std::string_view bytes);
    [[nodiscard]] std::string bytes() const;
    [[nodiscard]] std::string bytes(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t byteCount() const;
    /// Makes somebody else's edit, without edited(). The caret stays at its text, or goes to \a caret.
    void apply(const json::TextEdit &edit, std::optional<std::size_t> caret = {});
    /// Makes an edit as if the user had: edited() is emitted, the caret goes to its end.
    void edit(const json::TextEdit &edit);

    [[nodiscard]] std::size_t caret() const;
    /// Goes there, opens what is folded around it, and brings it into view. An offset inside a
    /// character, as one of another text may be, leads before it: what is typed there would break it.
    void setCaret(std::size_t offset);
    /// First and last byte of the selection; equal where there is none.
    [[nodiscard]] std::pair<std::size_t, std::size_t> selectedRange() const;
    void select(std::size_t begin, std::size_t end); ///< as setCaret()
    [[nodiscard]] int lineOf(std::size_t offset) const;
    [[nodiscard]] std::size_t lineBegin(int line) const;
    /// Before the line's end characters.
    [[nodiscard]] std::size_t lineEnd(int line) const;
    [[nodiscard]] std::size_t offsetAt(QPoint viewportPoint) const;
    [[nodiscard]] QRect rectangleOf(std::size_t offset) const;

    /// Fills the line's background and puts the accent bar at its left; no line: none.
    void setMarkedLine(std::optional<int> line);
    [[nodiscard]] std::optional<int> markedLine() const;
    void setMarks(std::vector<Mark> marks);
    [[nodiscard]] const Mark *markAt(std::size_t offset) const;
    void setLineHints(std::vector<LineHint> hints);
    void setLineNotes(std::vector<LineNote> notes);
    /// Alt+Return: the first link of the note under \a line. False: there is none.
    bool activateFirstLink(int line);
    /// Where \a link of the note under \a line is seen in the viewport, or else the line itself.
    [[nodiscard]] QRect placeOfLink(int line, const QString &link) const;
    void setCompletions(std::vector<Completion> completions);
    [[nodiscard]] bool isCompletionShown() const;

    /// Puts `##path##` in place of the selection, or of the placeholder around the caret: in quotes where
    /// a value may stand, without them inside a string.
    void insertPlaceholder(std::string_view path);
    /// Whether \a offset lies inside a JSON string.
    [[nodiscard]] bool isInString(std::size_t offset) const;

public Q_SLOTS:
    void cut() override;
    void paste() override;
    void undo() override; ///< asks for it: undoRequested()
    void redo() override;

Q_SIGNALS:
    /// One change by the user, whatever the way: \a edit has been made, and \a removed stood in
    /// its range. Replaying the edits over the first text gives the present one, byte for byte.
    void edited(const designer::json::TextEdit &edit, const std::string &removed);
    void undoRequested();
    void redoRequested();
    void caretMoved(std::size_t offset);
    void noteLinkActivated(int line, const QString &link);
    /// Ctrl+F and Ctrl+H: a FindBar listens.
    void findRequested(bool withReplace);
    void findNextRequested(bool backwards);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;

private:
    class UserAction;
    struct Parts;

    void setUpScintilla();
    void setUpMargins();
    void setUpIndicators();
    void setUpKeys();
    void setUpAccessibility();
    void onModified(int position, int type, const char *text, int length);
    void onUpdateUi(int updated);
    void reportLater();
    void reportEdit();
    void replaceText(const json::TextEdit &edit);
    void replaceRange(const json::TextEdit &edit);
    void afterEdit(const json::TextEdit &edit, std::string_view removed);
    void tellAccessibility(const json::TextEdit &edit, std::string_view removed);
    void tellAccessibilityOfCaret();
    void setMarginColors();
    void updateMarginWidth();
    void showMatchingBracket();
    void toggleFold(int line);
    void openFoldsWhereBracketsChanged(std::string_view inserted, std::string_view removed);
    void showMarkTooltip(QHelpEvent *event);
    void paintHiddenParts(QPainter &painter) const;
    void paintMarkedMargin(QPainter &painter) const;
    [[nodiscard]] bool isOwnKey(const QKeyEvent &event) const;
    bool handleCommandKey(const QKeyEvent &event);
    bool handleTextKey(const QKeyEvent &event);
    void indentLine();
    void indentLines(bool outwards);
    void breakLine();
    void offerCompletions();
    void hideCompletions();
    [[nodiscard]] CompletionPopup &completionPopup();
    void complete(std::string_view path);

    const std::unique_ptr<Parts> m_parts;
};

} // namespace designer::ui
