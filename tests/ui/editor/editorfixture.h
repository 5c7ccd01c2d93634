// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/codeeditor.h"

#include <QFontDatabase>
#include <QRegularExpression>
#include <QTest>

namespace designer::ui::test {

inline EditorColors lightColors()
{
    const auto rgb = [](QRgb value) { return QColor(value); };
    return {rgb(0xffffff), rgb(0x1d2430), rgb(0x59636f), rgb(0x5e6874), rgb(0xf3f5f7), rgb(0xb3d4ff),
            rgb(0x0b6e69), rgb(0xd9ecff), rgb(0x0550ae), rgb(0x0a6640), rgb(0x9a3d00), rgb(0x6b2fb3),
            rgb(0xefe7fb), rgb(0xb42318), rgb(0xfdecea), rgb(0x855800), rgb(0xfff3d1)};
}

inline EditorColors darkColors()
{
    const auto rgb = [](QRgb value) { return QColor(value); };
    return {rgb(0x1c2026), rgb(0xe6e9ee), rgb(0xa3adba), rgb(0x98a2b0), rgb(0x15181d), rgb(0x224478),
            rgb(0x2fb5ac), rgb(0x1d3450), rgb(0x7fb4ff), rgb(0x7fd6a8), rgb(0xffb079), rgb(0xcfaeff),
            rgb(0x35264d), rgb(0xff8f86), rgb(0x3a1f1d), rgb(0xf0c050), rgb(0x352b12)};
}

/// Any warning but what the offscreen platform has to say of itself.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

inline void dress(CodeEditor &editor, const EditorColors &colors)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(10);
    editor.setCodeFont(font);
    editor.setColors(colors);
    editor.setPlaceholdersShown(true);
}

} // namespace designer::ui::test
