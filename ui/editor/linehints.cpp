// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/linehints.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace designer::ui {

using Sci = sci::Base;

LineHints::LineHints(sci::Base &editor) : m_editor(editor) { }

void LineHints::set(std::vector<LineHint> hints)
{
    std::stable_sort(hints.begin(), hints.end(),
                     [](const LineHint &a, const LineHint &b) { return a.line < b.line; });
    m_hints = std::move(hints);
    m_editor.viewport()->update();
}

void LineHints::setLook(const EditorColors &colors, const QFont &font)
{
    m_colors = colors;
    m_font = font;
}

void LineHints::shift(int line, int gone, int by)
{
    std::erase_if(m_hints, [line, gone](const LineHint &hint) {
        return gone > 0 && hint.line >= line && hint.line <= line + gone;
    });
    for (LineHint &hint : m_hints) {
        if (hint.line > line)
            hint.line = std::max(line, hint.line + by);
    }
}

const LineHint *LineHints::at(int line) const
{
    const auto found = std::lower_bound(m_hints.begin(), m_hints.end(), line,
                                        [](const LineHint &hint, int wanted) { return hint.line < wanted; });
    return found != m_hints.end() && found->line == line ? &*found : nullptr;
}

QColor LineHints::color(MarkSeverity severity) const
{
    if (severity == MarkSeverity::Error)
        return m_colors.error;
    return severity == MarkSeverity::Warning ? m_colors.warning : m_colors.dim;
}

void LineHints::paint(QPainter &painter) const
{
    if (m_hints.empty())
        return;
    const std::size_t first = sci::offset(m_editor, Sci::SCI_GETFIRSTVISIBLELINE);
    const std::size_t shown = sci::offset(m_editor, Sci::SCI_LINESONSCREEN) + 1;
    painter.setFont(m_font);
    int before = -1;
    for (std::size_t visible = first; visible <= first + shown; ++visible) {
        const int line = static_cast<int>(sci::send(m_editor, Sci::SCI_DOCLINEFROMVISIBLE, visible));
        const LineHint *const hint = line == before ? nullptr : at(line);
        if (hint != nullptr)
            paintAfter(painter, line, hint->text, color(hint->severity));
        before = line;
    }
}

void LineHints::paintAfter(QPainter &painter, int line, const QString &text, const QColor &color) const
{
    const auto end = static_cast<long>(sci::lineEnd(m_editor, static_cast<std::size_t>(line)));
    const int height
        = static_cast<int>(sci::send(m_editor, Sci::SCI_TEXTHEIGHT, static_cast<std::size_t>(line)));
    const int gap = 2 * QFontMetrics(m_font).averageCharWidth();
    const int x = static_cast<int>(sci::send(m_editor, Sci::SCI_POINTXFROMPOSITION, 0, end)) + gap;
    const int y = static_cast<int>(sci::send(m_editor, Sci::SCI_POINTYFROMPOSITION, 0, end));
    if (x >= m_editor.viewport()->width())
        return;
    painter.setPen(color);
    const QRect place(x, y, m_editor.viewport()->width() - x, height);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(m_font).elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace designer::ui
