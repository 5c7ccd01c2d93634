// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"
#include "ui/editor/scintilla.h"

#include <QFont>

#include <vector>

class QPainter;

namespace designer::ui {

/// Grey text after line ends. (Scintilla has it from 4.3 on; QScintilla 2.13 holds 3.10.)
class LineHints
{
public:
    explicit LineHints(sci::Base &editor);
    void set(std::vector<LineHint> hints);
    void setLook(const EditorColors &colors, const QFont &font);
    /// Lines came or went: \a by lines after \a line. What is said of lines that were written over, \a line
    /// and \a gone after it, is of another text.
    void shift(int line, int gone, int by);
    [[nodiscard]] const LineHint *at(int line) const;
    void paint(QPainter &painter) const;

private:
    void paintAfter(QPainter &painter, int line, const QString &text, const QColor &color) const;
    [[nodiscard]] QColor color(MarkSeverity severity) const;

    sci::Base &m_editor;
    std::vector<LineHint> m_hints; // by line
    EditorColors m_colors;
    QFont m_font;
};

} // namespace designer::ui
