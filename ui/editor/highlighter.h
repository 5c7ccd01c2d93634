// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/editortypes.h"
#include "ui/editor/scintilla.h"
#include "ui/editor/tokens.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace designer::ui {

/// The text's colours and fold levels, found from line to line as Scintilla asks for them.
///
/// Of a long line (more than longLine bytes) only its beginning and what is near the caret is
/// drawn: Scintilla measures every drawn character of a line at each change of it. The rest is
/// there and is edited, found and copied like any other text.
class Highlighter
{
public:
    static constexpr std::size_t longLine = 10'000;
    static constexpr int placeholderIndicator = 8; ///< Scintilla leaves 8 to 31 to containers

    explicit Highlighter(sci::Base &editor);

    void setLook(const EditorColors &colors);
    void setJson(bool json);
    void setPlaceholdersShown(bool shown);
    [[nodiscard]] bool isJson() const { return m_json; }

    /// Makes what comes before \a end current.
    void style(std::size_t end);
    /// Told before a change: \a removed bytes at \a at become \a inserted.
    void textChanges(std::size_t at, std::size_t removed, std::size_t inserted);
    /// Told after it.
    void textChanged();
    /// True: other parts of a long line are drawn from now on.
    bool caretMoved(std::size_t caret);
    [[nodiscard]] bool isLong(std::size_t offset) const; ///< the line there
    [[nodiscard]] bool isInString(std::size_t offset);
    /// Where bytes of a long line are not drawn: offset and count.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> hiddenParts(std::size_t line) const;

private:
    struct Range
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// The long line that has the caret, and what is drawn of it near the caret.
    struct Window
    {
        std::size_t lineBegin = 0;
        Range drawn;
        bool styled = false; ///< the rest of the line is known to be hidden
    };

    std::size_t styleLines(std::size_t begin, std::size_t end);
    void styleLongLine(std::size_t begin, std::size_t end, std::size_t from);
    void styleRange(Range range, StringState state);
    void setLevels(std::size_t line, std::string_view text, std::string_view tokens);
    void setLevel(std::size_t line, int least, int after);
    [[nodiscard]] int depthBefore(std::size_t line) const;
    void showPlaceholders(std::string_view text, std::size_t begin, std::string &tokens);
    [[nodiscard]] std::vector<Range> drawnParts(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Range windowAround(std::size_t caret, std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t characterBegin(std::size_t offset) const;
    StringState stateAt(std::size_t lineBegin, std::size_t offset);
    void restyle();

    sci::Base &m_editor;
    bool m_json = true;
    bool m_placeholders = false;
    std::optional<Window> m_window;
    std::size_t m_knownLine = 0; ///< first byte of the line that m_states is about
    std::vector<StringState> m_states; ///< every stride bytes of that line
};

} // namespace designer::ui
