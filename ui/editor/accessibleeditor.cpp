// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/accessibleeditor.h"

#include "ui/editor/scintilla.h"
#include "json/text.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace designer::ui {

namespace {

using Sci = sci::Base;

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *const editor = qobject_cast<CodeEditor *>(object);
    return editor == nullptr ? nullptr : new AccessibleEditor(editor);
}

QTextBoundaryFinder::BoundaryType finderType(QAccessible::TextBoundaryType type)
{
    if (type == QAccessible::WordBoundary)
        return QTextBoundaryFinder::Word;
    return type == QAccessible::SentenceBoundary ? QTextBoundaryFinder::Sentence
                                                 : QTextBoundaryFinder::Grapheme;
}

} // namespace

AccessibleEditor::AccessibleEditor(CodeEditor *editor) : QAccessibleWidget(editor, QAccessible::EditableText)
{ }

void AccessibleEditor::install()
{
    static const bool once = [] {
        QAccessible::installFactory(&make);
        return true;
    }();
    Q_UNUSED(once);
}

CodeEditor &AccessibleEditor::editor() const
{
    return *static_cast<CodeEditor *>(widget());
}

void *AccessibleEditor::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::EditableTextInterface && !editor().isReadOnly())
        return static_cast<QAccessibleEditableTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State AccessibleEditor::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiLine = true;
    state.selectableText = true;
    state.readOnly = editor().isReadOnly();
    state.editable = !editor().isReadOnly();
    return state;
}

QString AccessibleEditor::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value)
        return json::toQString(editor().bytes());
    return QAccessibleWidget::text(kind);
}

// --- units and bytes

void AccessibleEditor::useIndex() const
{
    if (sci::send(editor(), Sci::SCI_GETLINECHARACTERINDEX) == 0)
        sci::send(editor(), Sci::SCI_ALLOCATELINECHARACTERINDEX, Sci::SC_LINECHARACTERINDEX_UTF16);
}

int AccessibleEditor::offsetOf(std::size_t byte) const
{
    useIndex();
    const std::size_t line = sci::lineOf(editor(), byte);
    const long before
        = sci::send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, line, Sci::SC_LINECHARACTERINDEX_UTF16);
    const std::size_t begin = sci::lineBegin(editor(), line);
    return static_cast<int>(before
                            + sci::send(editor(), Sci::SCI_COUNTCODEUNITS, begin, static_cast<long>(byte)));
}

std::size_t AccessibleEditor::byteOf(int offset) const
{
    useIndex();
    const auto wanted = static_cast<std::size_t>(std::clamp(offset, 0, characterCount()));
    const std::size_t line
        = sci::offset(editor(), Sci::SCI_LINEFROMINDEXPOSITION, wanted, Sci::SC_LINECHARACTERINDEX_UTF16);
    const long before
        = sci::send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, line, Sci::SC_LINECHARACTERINDEX_UTF16);
    const std::size_t begin = sci::lineBegin(editor(), line);
    const long rest = static_cast<long>(wanted) - before;
    return rest == 0 ? begin : sci::offset(editor(), Sci::SCI_POSITIONRELATIVECODEUNITS, begin, rest);
}

int AccessibleEditor::characterCount() const
{
    return offsetOf(editor().byteCount());
}

// --- selection and caret

int AccessibleEditor::selectionCount() const
{
    const auto [begin, end] = editor().selectedRange();
    return begin == end ? 0 : 1;
}

void AccessibleEditor::selection(int index, int *start, int *end) const
{
    const auto [first, last] = editor().selectedRange();
    const bool some = index == 0 && first != last;
    *start = some ? offsetOf(first) : 0;
    *end = some ? offsetOf(last) : 0;
}

void AccessibleEditor::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void AccessibleEditor::removeSelection(int index)
{
    if (index == 0)
        editor().setCaret(editor().caret());
}

void AccessibleEditor::setSelection(int index, int start, int end)
{
    if (index == 0)
        editor().select(byteOf(start), byteOf(end));
}

int AccessibleEditor::cursorPosition() const
{
    return offsetOf(editor().caret());
}

void AccessibleEditor::setCursorPosition(int position)
{
    editor().setCaret(byteOf(position));
}

// --- pieces of the text

QString AccessibleEditor::text(int start, int end) const
{
    return json::toQString(editor().bytes(byteOf(start), byteOf(end)));
}

AccessibleEditor::Piece AccessibleEditor::lineAt(int offset) const
{
    const int line = editor().lineOf(byteOf(offset));
    return {offsetOf(editor().lineBegin(line)), offsetOf(editor().lineBegin(line + 1))};
}

AccessibleEditor::Piece AccessibleEditor::pieceAt(int offset, QAccessible::TextBoundaryType type) const
{
    if (offset < 0 || offset > characterCount())
        return {};
    if (type == QAccessible::NoBoundary)
        return {0, characterCount()};
    const Piece line = lineAt(offset);
    if (type == QAccessible::LineBoundary || type == QAccessible::ParagraphBoundary)
        return line;
    const QString content = text(line.start, line.end);
    QTextBoundaryFinder finder(finderType(type), content);
    finder.setPosition(offset - line.start);
    const auto start = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    const auto end = finder.toNextBoundary();
    return {line.start + static_cast<int>(std::max<qsizetype>(0, start)),
            end < 0 ? line.end : line.start + static_cast<int>(end)};
}

QString AccessibleEditor::tell(Piece piece, int *start, int *end) const
{
    *start = piece.start;
    *end = piece.end;
    return text(piece.start, piece.end);
}

QString AccessibleEditor::textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                       int *end) const
{
    return tell(pieceAt(offset == -1 ? characterCount() : offset, type), start, end);
}

QString AccessibleEditor::textBeforeOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                           int *end) const
{
    const Piece here = pieceAt(offset == -1 ? characterCount() : offset, type);
    return tell(here.start > 0 ? pieceAt(here.start - 1, type) : Piece{}, start, end);
}

QString AccessibleEditor::textAfterOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                          int *end) const
{
    const Piece here = pieceAt(offset == -1 ? characterCount() : offset, type);
    const bool more = here.end > here.start && here.end < characterCount();
    return tell(more ? pieceAt(here.end, type) : Piece{here.end, here.end}, start, end);
}

// --- places on the screen

QRect AccessibleEditor::characterRect(int offset) const
{
    const QRect place = editor().rectangleOf(byteOf(offset));
    return {editor().viewport()->mapToGlobal(place.topLeft()), place.size()};
}

int AccessibleEditor::offsetAtPoint(const QPoint &point) const
{
    const QPoint here = editor().viewport()->mapFromGlobal(point);
    return editor().viewport()->rect().contains(here) ? offsetOf(editor().offsetAt(here)) : -1;
}

void AccessibleEditor::scrollToSubstring(int start, int end)
{
    sci::send(editor(), Sci::SCI_SCROLLRANGE, byteOf(end), static_cast<long>(byteOf(start)));
}

QString AccessibleEditor::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

// --- editing

void AccessibleEditor::deleteText(int start, int end)
{
    replaceText(start, end, {});
}

void AccessibleEditor::insertText(int offset, const QString &text)
{
    replaceText(offset, offset, text);
}

void AccessibleEditor::replaceText(int start, int end, const QString &text)
{
    if (!editor().isReadOnly())
        editor().edit({byteOf(start), byteOf(end), text.toStdString()});
}

} // namespace designer::ui
