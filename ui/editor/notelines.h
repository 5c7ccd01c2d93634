// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"
#include "ui/editor/notewidget.h"
#include "ui/editor/scintilla.h"

#include <QFont>

#include <functional>
#include <map>
#include <vector>

class QWidget;

namespace designer::ui {

/// Lines of their own under lines of the text. Scintilla keeps the room (an annotation), and a
/// small widget with real links lies over it, so that they take the keyboard and have names.
class NoteLines
{
public:
    /// \a activated: the line (as it is now) and the link's id.
    using Activated = std::function<void(int line, const QString &link)>;

    NoteLines(sci::Base &editor, Activated activated);
    void set(std::vector<LineNote> notes);
    void setLook(const EditorColors &colors, const QFont &font);
    void shift(int line, int by);
    [[nodiscard]] const LineNote *at(int line) const;
    /// Of \a link in the note under \a line, in the viewport; nothing where that is out of sight.
    [[nodiscard]] QRect placeOf(int line, const QString &link) const;
    /// Puts the widgets over their lines, and makes those that came into view.
    void place();

private:
    void reserve();
    void makeRoom();
    [[nodiscard]] int leftEdge() const;
    [[nodiscard]] NoteWidget::Room roomFor(const LineNote &note) const;
    void clearWidgets();
    [[nodiscard]] QWidget *widgetFor(const LineNote &note);
    [[nodiscard]] QRect placeOf(const LineNote &note) const;

    sci::Base &m_editor;
    Activated m_activated;
    std::vector<LineNote> m_notes; // by line
    std::map<int, NoteWidget *> m_widgets; ///< by line; children of the viewport
    EditorColors m_colors;
    QFont m_font;
    int m_reservedWidth = 0; ///< of the viewport, when room was made
};

} // namespace designer::ui
