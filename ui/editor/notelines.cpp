// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/notelines.h"

#include <QScrollBar>

#include <algorithm>
#include <array>

namespace designer::ui {

using Sci = sci::Base;

namespace {

constexpr int errorMarker = 3; // line backgrounds
constexpr int warningMarker = 4;

int marker(MarkSeverity severity)
{
    return severity == MarkSeverity::Error ? errorMarker : warningMarker;
}

} // namespace

NoteLines::NoteLines(sci::Base &editor, Activated activated)
    : m_editor(editor), m_activated(std::move(activated))
{
    sci::send(editor, Sci::SCI_ANNOTATIONSETVISIBLE, Sci::ANNOTATION_STANDARD);
    sci::send(editor, Sci::SCI_MARKERDEFINE, errorMarker, Sci::SC_MARK_BACKGROUND);
    sci::send(editor, Sci::SCI_MARKERDEFINE, warningMarker, Sci::SC_MARK_BACKGROUND);
}

void NoteLines::set(std::vector<LineNote> notes)
{
    std::stable_sort(notes.begin(), notes.end(),
                     [](const LineNote &a, const LineNote &b) { return a.line < b.line; });
    m_notes = std::move(notes);
    reserve();
    place();
}

void NoteLines::setLook(const EditorColors &colors, const QFont &font)
{
    m_colors = colors;
    m_font = font;
    m_reservedWidth = 0; // words of another size want other room
    sci::send(m_editor, Sci::SCI_MARKERSETBACK, errorMarker, sci::rgb(colors.errorSoft));
    sci::send(m_editor, Sci::SCI_MARKERSETBACK, warningMarker, sci::rgb(colors.warningSoft));
    clearWidgets();
    place();
}

/// What people look at stays where it is, however much room is made above it: the caret's line, or the first
/// one where the caret is out of sight.
void NoteLines::reserve()
{
    const auto y
        = [this](long position) { return sci::send(m_editor, Sci::SCI_POINTYFROMPOSITION, 0, position); };
    const long caret = sci::send(m_editor, Sci::SCI_GETCURRENTPOS);
    const bool isSeen = y(caret) >= 0 && y(caret) < m_editor.viewport()->height();
    const auto first = static_cast<std::size_t>(sci::send(m_editor, Sci::SCI_GETFIRSTVISIBLELINE));
    const auto firstLine = static_cast<std::size_t>(sci::send(m_editor, Sci::SCI_DOCLINEFROMVISIBLE, first));
    const long kept = isSeen ? caret : static_cast<long>(sci::lineBegin(m_editor, firstLine));
    const long before = y(kept);
    makeRoom();
    if (const long moved = y(kept) - before; moved != 0)
        sci::send(m_editor, Sci::SCI_LINESCROLL, 0, moved / sci::send(m_editor, Sci::SCI_TEXTHEIGHT));
}

void NoteLines::makeRoom()
{
    clearWidgets();
    m_reservedWidth = m_editor.viewport()->width();
    sci::send(m_editor, Sci::SCI_ANNOTATIONCLEARALL);
    sci::send(m_editor, Sci::SCI_MARKERDELETEALL, errorMarker);
    sci::send(m_editor, Sci::SCI_MARKERDELETEALL, warningMarker);
    constexpr std::array lines{" ", " \n ", " \n \n "};
    for (const LineNote &note : m_notes) {
        const auto line = static_cast<std::size_t>(note.line);
        m_editor.SendScintilla(Sci::SCI_ANNOTATIONSETTEXT, static_cast<uintptr_t>(line),
                               lines[static_cast<std::size_t>(roomFor(note).lines) - 1]);
        sci::send(m_editor, Sci::SCI_MARKERADD, line, marker(note.severity));
    }
}

void NoteLines::clearWidgets()
{
    for (const auto &[line, widget] : m_widgets) {
        widget->hide();
        widget->deleteLater(); // it may be the one whose link is being followed
    }
    m_widgets.clear();
}

void NoteLines::shift(int line, int by)
{
    const auto moved = [&](int at) { return at > line ? std::max(line, at + by) : at; };
    for (LineNote &note : m_notes)
        note.line = moved(note.line);
    std::map<int, NoteWidget *> widgets;
    for (const auto &[at, widget] : m_widgets) {
        if (!widgets.emplace(moved(at), widget).second)
            widget->deleteLater();
    }
    m_widgets = std::move(widgets);
}

const LineNote *NoteLines::at(int line) const
{
    const auto found = std::lower_bound(m_notes.begin(), m_notes.end(), line,
                                        [](const LineNote &note, int wanted) { return note.line < wanted; });
    return found != m_notes.end() && found->line == line ? &*found : nullptr;
}

QWidget *NoteLines::widgetFor(const LineNote &note)
{
    NoteWidget *&widget = m_widgets[note.line];
    if (widget == nullptr) {
        auto *const made
            = new NoteWidget(note, m_colors, m_font, roomFor(note).linksBelow, m_editor.viewport());
        QObject::connect(made, &NoteWidget::linkActivated, &m_editor, [this, made](const QString &link) {
            const auto found = std::find_if(m_widgets.begin(), m_widgets.end(),
                                            [made](const auto &entry) { return entry.second == made; });
            if (found != m_widgets.end())
                m_activated(found->first, link);
        });
        widget = made;
    }
    return widget;
}

QRect NoteLines::placeOf(int line, const QString &link) const
{
    const auto found = m_widgets.find(line);
    if (found == m_widgets.end() || !found->second->isVisible())
        return {};
    const QRect inside = found->second->placeOf(link);
    return inside.isNull() ? inside : inside.translated(found->second->pos());
}

int NoteLines::leftEdge() const
{
    int left = 0;
    for (std::size_t margin = 0; margin < 3; ++margin)
        left += static_cast<int>(sci::send(m_editor, Sci::SCI_GETMARGINWIDTHN, margin));
    return left;
}

NoteWidget::Room NoteLines::roomFor(const LineNote &note) const
{
    return NoteWidget::roomFor(note, m_font, m_editor.viewport()->width() - leftEdge());
}

QRect NoteLines::placeOf(const LineNote &note) const
{
    const auto line = static_cast<std::size_t>(note.line);
    const auto begin = static_cast<long>(sci::lineBegin(m_editor, line));
    const int height = static_cast<int>(sci::send(m_editor, Sci::SCI_TEXTHEIGHT, line));
    const int y = static_cast<int>(sci::send(m_editor, Sci::SCI_POINTYFROMPOSITION, 0, begin)) + height;
    const int lines = static_cast<int>(sci::send(m_editor, Sci::SCI_ANNOTATIONGETLINES, line));
    const int left = leftEdge();
    return {left, y, m_editor.viewport()->width() - left, height * std::max(lines, 1)};
}

void NoteLines::place()
{
    if (!m_notes.empty() && m_reservedWidth != m_editor.viewport()->width())
        reserve();
    for (const LineNote &note : m_notes) {
        const QRect where = placeOf(note);
        const bool folded
            = sci::send(m_editor, Sci::SCI_GETLINEVISIBLE, static_cast<std::size_t>(note.line)) == 0;
        const bool inView = !folded && where.intersects(m_editor.viewport()->rect());
        if (!inView && m_widgets.count(note.line) == 0)
            continue;
        QWidget *const widget = widgetFor(note);
        if (widget->geometry() != where)
            widget->setGeometry(where);
        widget->setVisible(inView);
    }
}

} // namespace designer::ui
