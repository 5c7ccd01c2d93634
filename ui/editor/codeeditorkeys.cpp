// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does to a CodeEditor: keys, mouse, clipboard, drag and drop.
#include "ui/editor/codeeditor.h"

#include "ui/editor/editorparts.h"
#include "ui/editor/placeholders.h"
#include "ui/editor/placing.h"
#include "ui/editor/scintilla.h"
#include "json/text.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace designer::ui {

namespace {

constexpr std::size_t indentStep = 2;

bool isKey(const QKeyEvent &event, Qt::KeyboardModifiers modifiers, int key)
{
    return event.key() == key && (event.modifiers() & ~Qt::KeypadModifier) == modifiers;
}

bool isReturn(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
}

bool isTyping(const QKeyEvent &event)
{
    return (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0
        && !event.text().isEmpty() && event.text().at(0).isPrint();
}

bool isHistoryKey(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)
        || isKey(event, Qt::ControlModifier, Qt::Key_Y);
}

std::string indented(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find_first_of("\r\n", at);
        if (end != at)
            out.append(indentStep, ' ');
        const std::size_t next
            = end == std::string_view::npos ? text.size() : text.find_first_not_of("\r\n", end);
        out += text.substr(at, std::min(next, text.size()) - at);
        at = std::min(next, text.size());
    }
    return out;
}

std::string unindented(std::string_view text)
{
    std::string out;
    bool lineBegins = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (std::size_t n = 0; lineBegins && n < indentStep && at < text.size() && text[at] == ' '; ++n)
            ++at;
        if (at < text.size()) {
            out += text[at];
            lineBegins = text[at] == '\n' || text[at] == '\r';
        }
    }
    return out;
}

} // namespace

void CodeEditor::setUpKeys()
{
    // The window's own keys, and commands that a person meets only by mistake.
    for (const QsciCommand::Command command :
         {QsciCommand::Undo, QsciCommand::Redo, QsciCommand::Cancel, QsciCommand::EditToggleOvertype,
          QsciCommand::LineCut, QsciCommand::LineCopy, QsciCommand::LineDelete, QsciCommand::LineTranspose,
          QsciCommand::SelectionDuplicate, QsciCommand::SelectionLowerCase, QsciCommand::SelectionUpperCase,
          QsciCommand::ZoomIn, QsciCommand::ZoomOut, QsciCommand::Formfeed}) {
        QsciCommand *const found = standardCommands()->find(command);
        if (found == nullptr)
            continue;
        found->setKey(0);
        found->setAlternateKey(0);
    }
}

bool CodeEditor::isOwnKey(const QKeyEvent &event) const
{
    if (isCompletionShown() && event.key() == Qt::Key_Escape)
        return true;
    return event.key() == Qt::Key_F3 || isKey(event, Qt::AltModifier, Qt::Key_Return)
        || isKey(event, Qt::ControlModifier, Qt::Key_F) || isKey(event, Qt::ControlModifier, Qt::Key_H)
        || isKey(event, Qt::ControlModifier, Qt::Key_Space);
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *const key = static_cast<QKeyEvent *>(event);
        if (isHistoryKey(*key)) {
            key->ignore(); // the window's action first, if it has one
            return false;
        }
        if (isOwnKey(*key)) {
            key->accept();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

bool CodeEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        showMarkTooltip(static_cast<QHelpEvent *>(event));
        return true;
    }
    return QsciScintilla::viewportEvent(event);
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isCompletionShown()) {
        event->ignore(); // it is the page's: back, or shut what is open
        return;
    }
    const UserAction action(*this);
    if ((isCompletionShown() && completionPopup().handleKey(event->key())) || handleCommandKey(*event)) {
        event->accept();
        return;
    }
    if (handleTextKey(*event))
        event->accept();
    else
        QsciScintilla::keyPressEvent(event);
    if (isCompletionShown() || isTyping(*event))
        offerCompletions();
}

bool CodeEditor::handleCommandKey(const QKeyEvent &event)
{
    if (isKey(event, Qt::ControlModifier, Qt::Key_F) || isKey(event, Qt::ControlModifier, Qt::Key_H))
        Q_EMIT findRequested(event.key() == Qt::Key_H && !isReadOnly());
    else if (event.key() == Qt::Key_F3)
        Q_EMIT findNextRequested((event.modifiers() & Qt::ShiftModifier) != 0);
    else if (isKey(event, Qt::AltModifier, Qt::Key_Return))
        activateFirstLink(lineOf(caret()));
    else if (isKey(event, Qt::ControlModifier, Qt::Key_Space))
        offerCompletions();
    else if (event.matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (isHistoryKey(event))
        Q_EMIT redoRequested();
    else if (isKey(event, Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_BracketLeft)
             || isKey(event, Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_BraceLeft))
        toggleFold(lineOf(caret()));
    else
        return false;
    return true;
}

bool CodeEditor::handleTextKey(const QKeyEvent &event)
{
    if (isReadOnly())
        return false;
    const auto [begin, end] = selectedRange();
    const bool severalLines = lineOf(begin) != lineOf(end);
    if (event.key() == Qt::Key_Backtab || isKey(event, Qt::ShiftModifier, Qt::Key_Tab))
        indentLines(true);
    else if (isKey(event, Qt::NoModifier, Qt::Key_Tab) && severalLines)
        indentLines(false);
    else if (isKey(event, Qt::NoModifier, Qt::Key_Tab))
        indentLine();
    else if (isReturn(event))
        breakLine();
    else if (m_parts->highlighter.isLong(begin) && isTyping(event))
        edit({begin, end, event.text().toStdString()}); // Scintilla measures the line once, not twice
    else
        return false;
    return true;
}

/// Spaces up to the next stop.
void CodeEditor::indentLine()
{
    const auto [begin, end] = selectedRange();
    const std::size_t column = begin - lineBegin(lineOf(begin));
    edit({begin, end, std::string(indentStep - column % indentStep, ' ')});
}

/// All lines of the selection as one edit; they stay selected.
void CodeEditor::indentLines(bool outwards)
{
    const auto [begin, end] = selectedRange();
    const std::size_t first = lineBegin(lineOf(begin));
    const bool endsAtLineBegin = end > begin && end == lineBegin(lineOf(end));
    const std::size_t last = endsAtLineBegin ? end : lineEnd(lineOf(end));
    const std::string before = bytes(first, last);
    const std::string after = outwards ? unindented(before) : indented(before);
    if (after == before)
        return;
    const std::size_t fromEnd = last - begin;
    edit({first, last, after});
    if (begin == end)
        setCaret(first + after.size() - std::min(fromEnd, after.size()));
    else
        select(first, first + after.size());
}

/// A new line with the indentation of this one; one step more after an opening bracket, whose other
/// half goes to a line of its own.
void CodeEditor::breakLine()
{
    const auto [begin, end] = selectedRange();
    const std::string before = bytes(lineBegin(lineOf(begin)), begin);
    const std::string after = bytes(end, std::min(byteCount(), end + 1));
    const long mode = sci::send(*this, SCI_GETEOLMODE);
    const std::string lineBreak = mode == SC_EOL_CRLF ? "\r\n" : mode == SC_EOL_CR ? "\r" : "\n";
    const std::string indent = lineBreak + std::string(leadingSpace(before));
    const bool opens = !isInString(begin) && (before.ends_with('{') || before.ends_with('['));
    const bool closes = opens && (after == "}" || after == "]");
    const std::string inner = indent + std::string(opens ? indentStep : 0, ' ');
    edit({begin, end, inner + (closes ? indent : std::string())});
    setCaret(begin + inner.size());
}

void CodeEditor::inputMethodEvent(QInputMethodEvent *event)
{
    const UserAction action(*this);
    QsciScintilla::inputMethodEvent(event);
}

void CodeEditor::mousePressEvent(QMouseEvent *event)
{
    const UserAction action(*this);
    hideCompletions();
    QsciScintilla::mousePressEvent(event);
}

void CodeEditor::mouseReleaseEvent(QMouseEvent *event)
{
    const UserAction action(*this);
    QsciScintilla::mouseReleaseEvent(event);
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    // Not exec(): the editor may go while the menu is there.
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool writable = !isReadOnly();
    const bool some = hasSelectedText();
    const auto add = [this, menu](const QString &text, bool enabled, auto slot) {
        menu->addAction(text, this, slot)->setEnabled(enabled);
    };
    if (writable) {
        add(tr("&Undo"), true, &CodeEditor::undoRequested);
        add(tr("&Redo"), true, &CodeEditor::redoRequested);
        menu->addSeparator();
        add(tr("Cu&t"), some, &CodeEditor::cut);
    }
    add(tr("&Copy"), some, &QsciScintilla::copy);
    if (writable)
        add(tr("&Paste"), sci::send(*this, SCI_CANPASTE) != 0, &CodeEditor::paste);
    menu->addSeparator();
    add(tr("Select &All"), true, [this] { selectAll(); });
    menu->popup(event->globalPos());
}

void CodeEditor::focusOutEvent(QFocusEvent *event)
{
    hideCompletions();
    QsciScintilla::focusOutEvent(event);
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    m_parts->notes.place();
}

void CodeEditor::cut()
{
    const UserAction action(*this);
    QsciScintilla::cut();
}

void CodeEditor::paste()
{
    const UserAction action(*this);
    QsciScintilla::paste();
}

void CodeEditor::undo()
{
    Q_EMIT undoRequested();
}

void CodeEditor::redo()
{
    Q_EMIT redoRequested();
}

// --- clipboard, drag and drop: text as UTF-8, NUL included, and fields of the sample

void CodeEditor::dropEvent(QDropEvent *event)
{
    const UserAction action(*this);
    const QByteArray path = event->mimeData()->data(QString::fromLatin1(pathMimeType));
    if (path.isEmpty()) {
        QsciScintilla::dropEvent(event);
        return;
    }
    QDragLeaveEvent over; // takes the drop caret away
    dragLeaveEvent(&over);
    if (isReadOnly())
        return;
    const QPoint at = event->position().toPoint();
    const long under
        = sci::send(*this, SCI_CHARPOSITIONFROMPOINTCLOSE, static_cast<std::size_t>(at.x()), at.y());
    const auto place = under < 0 ? std::nullopt : placeForPath(*this, static_cast<std::size_t>(under));
    setCaret(place ? *place : offsetAt(at));
    insertPlaceholder(path.toStdString());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setFocus();
}

bool CodeEditor::canInsertFromMimeData(const QMimeData *source) const
{
    // A file is the window's, which imports it.
    return !isReadOnly() && !source->hasUrls()
        && (source->hasFormat(QString::fromLatin1(pathMimeType)) || source->hasText());
}

QByteArray CodeEditor::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    rectangular = false;
    return source->text().toUtf8();
}

QMimeData *CodeEditor::toMimeData(const QByteArray &text, bool) const
{
    auto *const mime = new QMimeData;
    mime->setText(json::toQString({text.constData(), static_cast<std::size_t>(text.size())}));
    return mime;
}

} // namespace designer::ui
