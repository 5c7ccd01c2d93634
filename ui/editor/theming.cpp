// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/theming.h"

#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

namespace designer::ui {

namespace {

EditorColors themeColors()
{
    const auto color = [](Color token) { return theme().color(token); };
    EditorColors out;
    out.background = color(Color::Panel);
    out.text = color(Color::Text);
    out.dim = color(Color::Dim);
    out.lineNumber = color(Color::LineNumber);
    out.marginBackground = color(Color::Panel);
    out.selection = color(Color::Selection);
    out.accent = color(Color::Accent);
    out.matchingLine = color(Color::MatchingLine);
    out.key = color(Color::JsonKey);
    out.string = color(Color::JsonText);
    out.number = color(Color::JsonNumber);
    out.placeholder = color(Color::Placeholder);
    out.placeholderSoft = color(Color::PlaceholderSoft);
    out.error = color(Color::Error);
    out.errorSoft = color(Color::ErrorSoft);
    out.warning = color(Color::Warning);
    out.warningSoft = color(Color::WarningSoft);
    return out;
}

} // namespace

void followTheme(CodeEditor &editor)
{
    const auto follow = [&editor] {
        const EditorColors colors = themeColors();
        editor.setCodeFont(theme().font(Font::Code));
        // QScintilla keeps these for itself, and paints with them whenever the editor is enabled again.
        editor.setColor(colors.text);
        editor.setPaper(colors.background);
        editor.setColors(colors);
    };
    follow();
    QObject::connect(&theme(), &Theme::changed, &editor, follow);
}

} // namespace designer::ui
