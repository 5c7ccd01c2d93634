// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/qscintilla.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace designer::ui::sci {

/// Scintilla's messages with our types. Internal to the room.
using Base = QsciScintillaBase;

inline long send(const Base &editor, unsigned message, std::size_t w = 0, long l = 0)
{
    return editor.SendScintilla(message, static_cast<unsigned long>(w), l);
}

inline std::size_t offset(const Base &editor, unsigned message, std::size_t w = 0, long l = 0)
{
    return static_cast<std::size_t>(send(editor, message, w, l));
}

inline void sendText(const Base &editor, unsigned message, std::string_view text)
{
    editor.SendScintilla(message, static_cast<uintptr_t>(text.size()), text.data());
}

inline std::size_t length(const Base &editor)
{
    return offset(editor, Base::SCI_GETLENGTH);
}

/// Scintilla's colours are 0xBBGGRR.
inline long rgb(const QColor &color)
{
    return color.red() | (color.green() << 8) | (color.blue() << 16);
}

/// The bytes [begin, end) without a copy, until the text changes.
std::string_view view(const Base &editor, std::size_t begin, std::size_t end);
/// The same as a copy, and without moving the text about.
std::string copy(const Base &editor, std::size_t begin, std::size_t end);
/// The begin of the character that \a at lies in; the end of the text for all that lies behind it.
std::size_t characterBegin(const Base &editor, std::size_t at);
std::size_t lineBegin(const Base &editor, std::size_t line);
std::size_t lineEnd(const Base &editor, std::size_t line);
std::size_t lineOf(const Base &editor, std::size_t at);
std::size_t lineCount(const Base &editor);

} // namespace designer::ui::sci
