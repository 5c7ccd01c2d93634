// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"

class QPainter;
class QRect;

namespace designer::ui {

class CodeEditor;

/// Gives \a rect of a painted text \a color where that is farther from the text's own than what is there:
/// all but the text takes it. Internal to the room, as the others here.
void paintBehind(QPainter &painter, const QRect &rect, const QColor &color, const EditorColors &colors);

/// Fills what is selected. Scintilla would hide the boxes of placeholders with it or fade the text, and
/// would turn it grey, in any theme, as soon as something is selected elsewhere.
void paintSelection(const CodeEditor &editor, QPainter &painter, const EditorColors &colors);

/// All that stands left of the text.
[[nodiscard]] int marginsWidth(const CodeEditor &editor);

} // namespace designer::ui
