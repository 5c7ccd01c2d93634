// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"

#include "ui/editor/editorparts.h"
#include "ui/editor/placeholders.h"
#include "ui/editor/placing.h"
#include "ui/editor/scintilla.h"

#include <QAccessible>
#include <QTimer>

#include <algorithm>

namespace designer::ui {

namespace {

using Sci = sci::Base;

/// What a change costs is also what Scintilla tells of it: QScintilla counts the characters before
/// each insertion and removal that it hears of. What is to come is enough.
constexpr std::size_t toldOf = Sci::SC_MOD_BEFOREINSERT | Sci::SC_MOD_BEFOREDELETE;

/// The line end that a new line gets: the text's own first one.
int lineEndMode(std::string_view text)
{
    const std::size_t at = text.find_first_of("\r\n");
    if (at == std::string_view::npos || text[at] == '\n')
        return Sci::SC_EOL_LF;
    return text.substr(at, 2) == "\r\n" ? Sci::SC_EOL_CRLF : Sci::SC_EOL_CR;
}

} // namespace

CodeEditor::Parts::Parts(CodeEditor &editor)
    : gathering([&editor](std::size_t begin, std::size_t end) { return sci::copy(editor, begin, end); }),
      highlighter(editor), hints(editor),
      notes(editor, [&editor](int line, const QString &link) { Q_EMIT editor.noteLinkActivated(line, link); })
{ }

CodeEditor::UserAction::UserAction(CodeEditor &editor) : m_editor(editor)
{
    ++editor.m_parts->actions;
}

CodeEditor::UserAction::~UserAction()
{
    if (--m_editor.m_parts->actions == 0)
        m_editor.reportEdit();
}

CodeEditor::CodeEditor(QWidget *parent) : QsciScintilla(parent), m_parts(std::make_unique<Parts>(*this))
{
    setUpScintilla();
    setUpMargins();
    setUpIndicators();
    setUpKeys();
    setUpAccessibility();
    // QScintilla's own answers to these read the line up to the caret, or the text.
    disconnect(this, &QsciScintillaBase::SCN_MODIFIED, this, nullptr);
    disconnect(this, &QsciScintillaBase::SCN_UPDATEUI, this, nullptr);
    connect(this, &QsciScintillaBase::SCN_STYLENEEDED, this,
            [this](int end) { m_parts->highlighter.style(static_cast<std::size_t>(end)); });
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this, &CodeEditor::onModified);
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &CodeEditor::onUpdateUi);
    connect(this, &QsciScintillaBase::SCN_MARGINCLICK, this,
            [this](int position) { toggleFold(lineOf(static_cast<std::size_t>(position))); });
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::setUpScintilla()
{
    setUtf8(true);
    setFrameShape(QFrame::StyledPanel);
    setProperty("quiet", true); // a frame is there while it has the focus
    setWrapMode(WrapNone);
    sci::send(*this, SCI_SETLEXER, SCLEX_CONTAINER);
    sci::send(*this, SCI_SETUNDOCOLLECTION, 0);
    sci::send(*this, SCI_EMPTYUNDOBUFFER);
    sci::send(*this, SCI_SETMODEVENTMASK, toldOf);
    sci::send(*this, SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    sci::send(*this, SCI_SETSCROLLWIDTHTRACKING, 1);
    sci::send(*this, SCI_SETSCROLLWIDTH, 1);
    sci::send(*this, SCI_SETTABWIDTH, 4);
    sci::send(*this, SCI_SETENDATLASTLINE, 1);
    sci::send(*this, SCI_SETEXTRAASCENT, 1);
    sci::send(*this, SCI_SETEXTRADESCENT, 2);
    sci::send(*this, SCI_SETMOUSEDWELLTIME, SC_TIME_FOREVER);
    sci::send(*this, SCI_SETEOLMODE, SC_EOL_LF);
}

// --- the text

std::string CodeEditor::bytes() const
{
    return sci::copy(*this, 0, byteCount());
}

std::string CodeEditor::bytes(std::size_t begin, std::size_t end) const
{
    end = std::min(end, byteCount());
    return sci::copy(*this, std::min(begin, end), end);
}

std::size_t CodeEditor::byteCount() const
{
    return sci::length(*this);
}

void CodeEditor::setBytes(std::string_view bytes)
{
    reportEdit();
    const std::optional<Delta> delta = smallestDelta(sci::view(*this, 0, byteCount()), bytes);
    if (!delta)
        return;
    sci::send(*this, SCI_SETEOLMODE, static_cast<std::size_t>(lineEndMode(bytes)));
    replaceText(delta->edit);
    sci::send(*this, SCI_SETSCROLLWIDTH, 1);
}

void CodeEditor::apply(const json::TextEdit &edit, std::optional<std::size_t> caret)
{
    reportEdit();
    replaceText(edit);
    if (caret)
        setCaret(*caret);
}

void CodeEditor::edit(const json::TextEdit &edit)
{
    const UserAction action(*this);
    const std::size_t end = std::min(edit.end, byteCount());
    m_parts->gathering.beforeRemoval(edit.begin, end - edit.begin);
    m_parts->gathering.beforeInsertion(edit.begin, edit.text.size());
    replaceRange({edit.begin, end, edit.text});
    setCaret(edit.begin + edit.text.size());
}

/// One replacement that nobody is told of.
void CodeEditor::replaceRange(const json::TextEdit &edit)
{
    m_parts->highlighter.textChanges(edit.begin, edit.end - edit.begin, edit.text.size());
    const bool readOnly = sci::send(*this, SCI_GETREADONLY) != 0;
    sci::send(*this, SCI_SETMODEVENTMASK, 0);
    sci::send(*this, SCI_SETREADONLY, 0);
    sci::send(*this, SCI_SETTARGETRANGE, edit.begin, static_cast<long>(edit.end));
    sci::sendText(*this, SCI_REPLACETARGET, edit.text);
    sci::send(*this, SCI_SETREADONLY, readOnly ? 1 : 0);
    sci::send(*this, SCI_SETMODEVENTMASK, toldOf);
    m_parts->highlighter.textChanged();
}

void CodeEditor::replaceText(const json::TextEdit &edit)
{
    const std::size_t end = std::min(edit.end, byteCount());
    const std::size_t begin = std::min(edit.begin, end);
    const std::string removed = sci::copy(*this, begin, end);
    const json::TextEdit made{begin, end, edit.text};
    replaceRange(made);
    afterEdit(made, removed);
}

void CodeEditor::onModified(int position, int type, const char *, int length)
{
    const auto at = static_cast<std::size_t>(position);
    const auto count = static_cast<std::size_t>(length);
    if ((type & SC_MOD_BEFOREINSERT) != 0) {
        m_parts->gathering.beforeInsertion(at, count);
        m_parts->highlighter.textChanges(at, 0, count);
    } else if ((type & SC_MOD_BEFOREDELETE) != 0) {
        m_parts->gathering.beforeRemoval(at, count);
        m_parts->highlighter.textChanges(at, count, 0);
    }
    if (m_parts->actions == 0)
        reportLater();
}

/// A change that came by none of the ways that are known here is told of as soon as it is over.
void CodeEditor::reportLater()
{
    if (m_parts->reportQueued)
        return;
    m_parts->reportQueued = true;
    QTimer::singleShot(0, this, &CodeEditor::reportEdit);
}

void CodeEditor::reportEdit()
{
    m_parts->reportQueued = false;
    const std::optional<Delta> delta = m_parts->gathering.take();
    if (!delta)
        return;
    afterEdit(delta->edit, delta->removed);
    Q_EMIT edited(delta->edit, delta->removed);
}

void CodeEditor::afterEdit(const json::TextEdit &edit, std::string_view removed)
{
    const int lines = static_cast<int>(sci::lineCount(*this));
    const int by = lines - std::exchange(m_parts->lineCount, lines);
    const auto gone = static_cast<int>(std::count(removed.begin(), removed.end(), '\n'));
    m_parts->hints.shift(lineOf(edit.begin), gone, by);
    if (by != 0) {
        m_parts->notes.shift(lineOf(edit.begin), by);
        updateMarginWidth();
        Q_EMIT linesChanged();
    } else if (isReadOnly()) {
        updateMarginWidth();
    }
    openFoldsWhereBracketsChanged(edit.text, removed);
    tellAccessibility(edit, removed);
    Q_EMIT textChanged();
}

void CodeEditor::onUpdateUi(int)
{
    const std::size_t now = caret();
    if (m_parts->highlighter.caretMoved(now))
        sci::send(*this, SCI_SCROLLCARET);
    showMatchingBracket();
    m_parts->notes.place();
    if (now == m_parts->lastCaret)
        return;
    m_parts->lastCaret = now;
    tellAccessibilityOfCaret();
    Q_EMIT caretMoved(now);
}

// --- places

std::size_t CodeEditor::caret() const
{
    return sci::offset(*this, SCI_GETCURRENTPOS);
}

void CodeEditor::setCaret(std::size_t offset)
{
    select(offset, offset);
}

std::pair<std::size_t, std::size_t> CodeEditor::selectedRange() const
{
    return {sci::offset(*this, SCI_GETSELECTIONSTART), sci::offset(*this, SCI_GETSELECTIONEND)};
}

void CodeEditor::select(std::size_t begin, std::size_t end)
{
    begin = sci::characterBegin(*this, begin);
    end = sci::characterBegin(*this, end);
    m_parts->highlighter.caretMoved(end);
    sci::send(*this, SCI_ENSUREVISIBLEENFORCEPOLICY, sci::lineOf(*this, end));
    sci::send(*this, SCI_SETSEL, begin, static_cast<long>(end));
}

int CodeEditor::lineOf(std::size_t offset) const
{
    return static_cast<int>(sci::lineOf(*this, offset));
}

std::size_t CodeEditor::lineBegin(int line) const
{
    return sci::lineBegin(*this, static_cast<std::size_t>(std::max(0, line)));
}

std::size_t CodeEditor::lineEnd(int line) const
{
    return sci::lineEnd(*this, static_cast<std::size_t>(std::max(0, line)));
}

std::size_t CodeEditor::offsetAt(QPoint point) const
{
    return static_cast<std::size_t>(
        sci::send(*this, SCI_POSITIONFROMPOINT, static_cast<std::size_t>(std::max(0, point.x())), point.y()));
}

QRect CodeEditor::rectangleOf(std::size_t offset) const
{
    const auto at = static_cast<long>(std::min(offset, byteCount()));
    const auto x = [this](long position) {
        return static_cast<int>(sci::send(*this, SCI_POINTXFROMPOSITION, 0, position));
    };
    const int y = static_cast<int>(sci::send(*this, SCI_POINTYFROMPOSITION, 0, at));
    const int height = static_cast<int>(sci::send(*this, SCI_TEXTHEIGHT, sci::lineOf(*this, offset)));
    const long next = sci::send(*this, SCI_POSITIONAFTER, static_cast<std::size_t>(at));
    const bool sameLine = sci::lineOf(*this, static_cast<std::size_t>(next)) == sci::lineOf(*this, offset);
    return {x(at), y, sameLine ? std::max(0, x(next) - x(at)) : 0, height};
}

// --- placeholders and completion

bool CodeEditor::isInString(std::size_t offset) const
{
    return m_parts->highlighter.isJson() && m_parts->highlighter.isInString(std::min(offset, byteCount()));
}

void CodeEditor::insertPlaceholder(std::string_view path)
{
    if (isReadOnly())
        return;
    const auto [begin, end] = selectedRange();
    std::string text = "##" + std::string(path) + "##";
    if (const auto old = placeholderToReplaceAt(*this, begin); begin == end && old)
        return edit({old->first, old->second, text});
    const bool quotes = m_parts->highlighter.isJson() && !isInString(begin);
    if (quotes)
        text = '"' + text + '"';
    edit({begin, end, text});
}

void CodeEditor::setCompletions(std::vector<Completion> completions)
{
    m_parts->completions = std::move(completions);
    if (m_parts->popup && m_parts->popup->isVisible())
        offerCompletions();
}

void CodeEditor::offerCompletions()
{
    const std::size_t at = caret();
    const std::size_t begin = std::max(lineBegin(lineOf(at)), at - std::min<std::size_t>(at, 1024));
    const std::optional<OpenPlaceholder> open = openPlaceholder(bytes(begin, at));
    if (!open || isReadOnly() || m_parts->completions.empty()) {
        hideCompletions();
        return;
    }
    CompletionPopup &list = completionPopup();
    if (!list.fill(m_parts->completions, open->typed)) {
        hideCompletions();
        return;
    }
    const QRect place = rectangleOf(begin + open->pathBegin);
    list.showAt({viewport()->mapToGlobal(place.topLeft()), place.size()});
}

CompletionPopup &CodeEditor::completionPopup()
{
    if (!m_parts->popup) {
        m_parts->popup = new CompletionPopup(this);
        m_parts->popup->setLook(m_parts->colors, m_parts->font);
        connect(m_parts->popup, &CompletionPopup::chosen, this,
                [this](const QString &path) { complete(path.toStdString()); });
    }
    return *m_parts->popup;
}

void CodeEditor::hideCompletions()
{
    if (m_parts->popup)
        m_parts->popup->hide();
}

bool CodeEditor::isCompletionShown() const
{
    return m_parts->popup && m_parts->popup->isVisible();
}

void CodeEditor::complete(std::string_view path)
{
    const std::size_t at = caret();
    const std::size_t begin = lineBegin(lineOf(at));
    const std::size_t lookBack = std::max(begin, at - std::min<std::size_t>(at, 1024));
    const std::optional<OpenPlaceholder> open = openPlaceholder(bytes(lookBack, at));
    if (!open)
        return;
    const std::string after = bytes(at, std::min(lineEnd(lineOf(at)), at + 1024));
    const std::size_t rest = restOfPath(after);
    const bool closed = std::string_view(after).substr(rest).starts_with("##");
    const std::size_t from = lookBack + open->pathBegin;
    edit({from, at + rest + (closed ? 2 : 0), std::string(path) + "##"});
}

} // namespace designer::ui
