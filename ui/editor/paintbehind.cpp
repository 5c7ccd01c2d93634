// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/paintbehind.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/scintilla.h"

#include <QPainter>

#include <algorithm>

namespace designer::ui {

namespace {

using Sci = sci::Base;

/// What [begin, end) takes of \a line on screen, its end included.
QRect selectedPart(const CodeEditor &editor, int line, std::size_t begin, std::size_t end)
{
    if (sci::send(editor, Sci::SCI_GETLINEVISIBLE, static_cast<std::size_t>(line)) == 0)
        return {};
    const QRect from = editor.rectangleOf(std::max(begin, editor.lineBegin(line)));
    const int to = editor.rectangleOf(std::min(end, editor.lineEnd(line))).left();
    const int lineBreak = end > editor.lineEnd(line) ? from.height() / 3 : 0;
    return {from.left(), from.top(), std::max(0, to - from.left()) + lineBreak, from.height()};
}

} // namespace

void paintBehind(QPainter &painter, const QRect &rect, const QColor &color, const EditorColors &colors)
{
    const bool isLight = colors.background.lightness() > colors.text.lightness();
    painter.setCompositionMode(isLight ? QPainter::CompositionMode_Darken
                                       : QPainter::CompositionMode_Lighten);
    painter.fillRect(rect, color);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void paintSelection(const CodeEditor &editor, QPainter &painter, const EditorColors &colors)
{
    const QRect text = editor.viewport()->rect().adjusted(marginsWidth(editor), 0, 0, 0);
    const std::size_t top = sci::offset(editor, Sci::SCI_GETFIRSTVISIBLELINE);
    const std::size_t first = sci::offset(editor, Sci::SCI_DOCLINEFROMVISIBLE, top);
    const std::size_t onScreen = sci::offset(editor, Sci::SCI_LINESONSCREEN);
    const std::size_t last = sci::offset(editor, Sci::SCI_DOCLINEFROMVISIBLE, top + onScreen);
    const std::size_t count = sci::offset(editor, Sci::SCI_GETSELECTIONS); // more than one: a rectangle
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = sci::offset(editor, Sci::SCI_GETSELECTIONNSTART, i);
        const std::size_t end = sci::offset(editor, Sci::SCI_GETSELECTIONNEND, i);
        if (begin == end)
            continue;
        const std::size_t lastSelected = std::min(last, sci::lineOf(editor, end));
        for (std::size_t line = std::max(first, sci::lineOf(editor, begin)); line <= lastSelected; ++line)
            paintBehind(painter, selectedPart(editor, static_cast<int>(line), begin, end) & text,
                        colors.selection, colors);
    }
}

int marginsWidth(const CodeEditor &editor)
{
    long width = sci::send(editor, Sci::SCI_GETMARGINLEFT);
    for (std::size_t margin = 0; margin < sci::offset(editor, Sci::SCI_GETMARGINS); ++margin)
        width += sci::send(editor, Sci::SCI_GETMARGINWIDTHN, margin);
    return static_cast<int>(width);
}

} // namespace designer::ui
