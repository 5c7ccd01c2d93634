// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace designer::ui {

/// The colours of a CodeEditor, as the theme hands them over.
struct EditorColors
{
    QColor background;
    QColor text;
    QColor dim; ///< hints, fold signs
    QColor lineNumber;
    QColor marginBackground;
    QColor selection; ///< behind what is chosen, under its colours
    QColor accent;
    QColor matchingLine; ///< behind the marked line and around matching brackets
    QColor key;
    QColor string;
    QColor number; ///< numbers, `true`, `false`, `null`
    QColor placeholder;
    QColor placeholderSoft;
    QColor error;
    QColor errorSoft;
    QColor warning;
    QColor warningSoft;
};

enum class MarkSeverity { None, Warning, Error };

/// An underlined byte range. It moves with the text until the next setMarks().
struct Mark
{
    std::size_t begin = 0;
    std::size_t end = 0;
    MarkSeverity severity = MarkSeverity::Error;
    QString tooltip;
};

/// Grey text after the end of a line (from 0); in a severity's colour where it has one.
struct LineHint
{
    int line = 0;
    QString text;
    MarkSeverity severity = MarkSeverity::None;
};

struct NoteLink
{
    QString id; ///< what noteLinkActivated() hands back
    QString text;
};

/// A line of its own under a line (from 0): what is wrong, and the ways out as links.
struct LineNote
{
    int line = 0;
    QString reason;
    MarkSeverity severity = MarkSeverity::Error;
    std::vector<NoteLink> links;
};

/// A path that may follow `##`, and the value that it has in the sample.
struct Completion
{
    std::string path;
    QString example;
};

} // namespace designer::ui
