// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/highlighter.h"

#include "template/placeholder.h"
#include "json/utf8.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

using Sci = sci::Base;

constexpr std::size_t headLength = 1'500; // drawn of a long line in any case
constexpr std::size_t reach = 1'500; // drawn on either side of the caret
constexpr std::size_t stride = 4'096;
constexpr std::size_t chunkLength = std::size_t{64} * 1024;
constexpr std::size_t lookAhead = 256; // from a name to its colon on a later line
constexpr int deepest = 2'000;

/// The offset after the line that begins at \a at.
std::size_t nextLine(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos)
        return text.size();
    return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

std::size_t style(Token token)
{
    return static_cast<std::size_t>(token);
}

} // namespace

Highlighter::Highlighter(sci::Base &editor) : m_editor(editor)
{
    sci::send(editor, Sci::SCI_STYLESETVISIBLE, ui::style(Token::Hidden), 0);
    sci::send(editor, Sci::SCI_INDICSETSTYLE, placeholderIndicator, Sci::INDIC_FULLBOX);
    sci::send(editor, Sci::SCI_INDICSETUNDER, placeholderIndicator, 1);
    sci::send(editor, Sci::SCI_INDICSETALPHA, placeholderIndicator, 255);
    sci::send(editor, Sci::SCI_INDICSETOUTLINEALPHA, placeholderIndicator, 255);
}

void Highlighter::setLook(const EditorColors &colors)
{
    const std::pair<Token, QColor> looks[] = {{Token::Plain, colors.text},
                                              {Token::Key, colors.key},
                                              {Token::String, colors.string},
                                              {Token::Number, colors.number},
                                              {Token::Literal, colors.number},
                                              {Token::Punctuation, colors.text},
                                              {Token::Placeholder, colors.placeholder}};
    for (const auto &[token, color] : looks) {
        sci::send(m_editor, Sci::SCI_STYLESETFORE, ui::style(token), sci::rgb(color));
        sci::send(m_editor, Sci::SCI_STYLESETBACK, ui::style(token), sci::rgb(colors.background));
    }
    sci::send(m_editor, Sci::SCI_INDICSETFORE, placeholderIndicator, sci::rgb(colors.placeholderSoft));
}

void Highlighter::setJson(bool json)
{
    if (std::exchange(m_json, json) != json)
        restyle();
}

void Highlighter::setPlaceholdersShown(bool shown)
{
    if (std::exchange(m_placeholders, shown) != shown)
        restyle();
}

void Highlighter::restyle()
{
    m_window.reset();
    sci::send(m_editor, Sci::SCI_SETINDICATORCURRENT, placeholderIndicator);
    sci::send(m_editor, Sci::SCI_INDICATORCLEARRANGE, 0, static_cast<long>(sci::length(m_editor)));
    sci::send(m_editor, Sci::SCI_STARTSTYLING, 0);
    m_editor.viewport()->update();
}

void Highlighter::style(std::size_t end)
{
    const std::size_t from = sci::offset(m_editor, Sci::SCI_GETENDSTYLED);
    std::size_t at = sci::lineBegin(m_editor, sci::lineOf(m_editor, from));
    end = sci::lineBegin(m_editor, sci::lineOf(m_editor, end) + 1);
    while (at < end) {
        const std::size_t line = sci::lineOf(m_editor, at);
        const std::size_t after = sci::lineBegin(m_editor, line + 1);
        if (after - at > longLine) {
            styleLongLine(at, after, std::max(at, from));
            at = after;
        } else {
            at = styleLines(at, end);
        }
    }
}

/// Lines of ordinary length from \a begin on, about a chunk of them; the offset after them.
std::size_t Highlighter::styleLines(std::size_t begin, std::size_t end)
{
    const std::size_t most = std::min(end, begin + chunkLength);
    const std::string_view text
        = sci::view(m_editor, begin, std::min(sci::length(m_editor), most + longLine + lookAhead));
    std::size_t length = 0;
    for (std::size_t next = 0; begin + length < most; length = next) {
        next = nextLine(text, length);
        if (next - length > longLine)
            break;
    }
    std::string tokens(length, static_cast<char>(Token::Plain));
    if (m_json)
        tokens = jsonTokens(text, length);
    showPlaceholders(text.substr(0, length), begin, tokens);
    setLevels(sci::lineOf(m_editor, begin), text.substr(0, length), tokens);
    sci::send(m_editor, Sci::SCI_STARTSTYLING, begin);
    sci::sendText(m_editor, Sci::SCI_SETSTYLINGEX, tokens);
    return begin + length;
}

void Highlighter::setLevels(std::size_t line, std::string_view text, std::string_view tokens)
{
    int depth = depthBefore(line);
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t next = nextLine(text, at);
        const LineDepth found = depthOf(text.substr(at, next - at), tokens.substr(at, next - at), depth);
        setLevel(line, found.least, found.after);
        depth = found.after;
        at = next;
    }
}

void Highlighter::setLevel(std::size_t line, int least, int after)
{
    const int header = after > least ? Sci::SC_FOLDLEVELHEADERFLAG : 0;
    sci::send(m_editor, Sci::SCI_SETFOLDLEVEL, line,
              (Sci::SC_FOLDLEVELBASE + std::min(least, deepest)) | header);
    sci::send(m_editor, Sci::SCI_SETLINESTATE, line, after);
}

int Highlighter::depthBefore(std::size_t line) const
{
    return line == 0 ? 0 : static_cast<int>(sci::send(m_editor, Sci::SCI_GETLINESTATE, line - 1));
}

void Highlighter::showPlaceholders(std::string_view text, std::size_t begin, std::string &tokens)
{
    if (!m_placeholders)
        return;
    sci::send(m_editor, Sci::SCI_SETINDICATORCURRENT, placeholderIndicator);
    sci::send(m_editor, Sci::SCI_INDICATORCLEARRANGE, begin, static_cast<long>(text.size()));
    for (const tmpl::Placeholder &found : tmpl::findPlaceholders(text).found) {
        const std::size_t length = found.end - found.begin;
        tokens.replace(found.begin, length, length, static_cast<char>(Token::Placeholder));
        sci::send(m_editor, Sci::SCI_INDICATORFILLRANGE, begin + found.begin, static_cast<long>(length));
    }
}

// --- long lines

/// \a from: what comes before it has not changed.
void Highlighter::styleLongLine(std::size_t begin, std::size_t end, std::size_t from)
{
    const std::size_t line = sci::lineOf(m_editor, begin);
    const int depth = depthBefore(line);
    setLevel(line, depth, depth); // a long line is not folded, and is taken to close what it opens
    const bool known = m_window && m_window->lineBegin == begin && m_window->styled;
    std::size_t at = begin;
    for (const Range &part : drawnParts(begin, end)) {
        sci::send(m_editor, Sci::SCI_STARTSTYLING, at);
        if (!known && at < part.begin)
            sci::send(m_editor, Sci::SCI_SETSTYLING, part.begin - at, static_cast<long>(Token::Hidden));
        if (!known || part.end >= from)
            styleRange(part, stateAt(begin, part.begin));
        at = part.end;
    }
    sci::send(m_editor, Sci::SCI_STARTSTYLING, at);
    if (!known && at < end)
        sci::send(m_editor, Sci::SCI_SETSTYLING, end - at, static_cast<long>(Token::Hidden));
    sci::send(m_editor, Sci::SCI_STARTSTYLING, end);
    if (m_window && m_window->lineBegin == begin)
        m_window->styled = true;
}

void Highlighter::styleRange(Range range, StringState state)
{
    const std::size_t length = range.end - range.begin;
    const std::string text
        = sci::copy(m_editor, range.begin, std::min(sci::length(m_editor), range.end + lookAhead));
    std::string tokens(length, static_cast<char>(Token::Plain));
    if (m_json)
        tokens = jsonTokens(text, length, state != StringState::Outside);
    tokens.resize(length);
    showPlaceholders(std::string_view(text).substr(0, length), range.begin, tokens);
    sci::send(m_editor, Sci::SCI_STARTSTYLING, range.begin);
    sci::sendText(m_editor, Sci::SCI_SETSTYLINGEX, tokens);
}

std::vector<Highlighter::Range> Highlighter::drawnParts(std::size_t begin, std::size_t end) const
{
    const Range head{begin, characterBegin(begin + headLength)};
    if (!m_window || m_window->lineBegin != begin)
        return {head};
    const Range near{m_window->drawn.begin, std::min(end, m_window->drawn.end)};
    if (near.begin <= head.end)
        return {{begin, std::max(head.end, near.end)}};
    return {head, near};
}

std::vector<std::pair<std::size_t, std::size_t>> Highlighter::hiddenParts(std::size_t line) const
{
    const std::size_t begin = sci::lineBegin(m_editor, line);
    const std::size_t end = sci::lineBegin(m_editor, line + 1);
    if (end - begin <= longLine)
        return {};
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t at = begin;
    for (const Range &part : drawnParts(begin, end)) {
        if (at < part.begin)
            out.emplace_back(at, part.begin - at);
        at = part.end;
    }
    if (at < sci::lineEnd(m_editor, line))
        out.emplace_back(at, sci::lineEnd(m_editor, line) - at);
    return out;
}

std::size_t Highlighter::characterBegin(std::size_t offset) const
{
    const std::size_t most = sci::length(m_editor);
    offset = std::min(offset, most);
    while (offset > 0 && offset < most
           && json::utf8::isContinuation(static_cast<char>(sci::send(m_editor, Sci::SCI_GETCHARAT, offset))))
        --offset;
    return offset;
}

Highlighter::Range Highlighter::windowAround(std::size_t caret, std::size_t begin, std::size_t end) const
{
    return {characterBegin(caret - std::min(reach, caret - begin)),
            characterBegin(caret + std::min(reach, end - caret))};
}

bool Highlighter::caretMoved(std::size_t caret)
{
    const std::size_t line = sci::lineOf(m_editor, caret);
    const std::size_t begin = sci::lineBegin(m_editor, line);
    const std::size_t end = sci::lineEnd(m_editor, line);
    if (end - begin <= longLine)
        return false;
    const bool same = m_window && m_window->lineBegin == begin;
    constexpr std::size_t edge = reach / 4;
    const auto safe = [&](const Range &drawn) {
        return (caret >= drawn.begin + edge || drawn.begin == begin)
            && (caret + edge <= drawn.end || drawn.end >= end);
    };
    if (same && safe(m_window->drawn))
        return false;
    m_window = Window{begin, windowAround(caret, begin, end), false};
    style(begin);
    styleLongLine(begin, sci::lineBegin(m_editor, line + 1), begin);
    return true;
}

void Highlighter::textChanges(std::size_t at, std::size_t removed, std::size_t inserted)
{
    if (at <= m_knownLine)
        m_states.clear();
    else
        m_states.resize(std::min(m_states.size(), (at - m_knownLine) / stride + 1));
    if (!m_window)
        return;
    Range &drawn = m_window->drawn;
    if (at >= drawn.begin && at + removed <= drawn.end && inserted < reach) {
        drawn.end = drawn.end + inserted - removed;
    } else {
        m_window.reset();
    }
}

/// Scintilla would measure a long line once with the old styles and again with the new ones.
void Highlighter::textChanged()
{
    if (m_window && m_window->styled)
        style(m_window->drawn.begin);
}

bool Highlighter::isLong(std::size_t offset) const
{
    const std::size_t line = sci::lineOf(m_editor, offset);
    return sci::lineEnd(m_editor, line) - sci::lineBegin(m_editor, line) > longLine;
}

bool Highlighter::isInString(std::size_t offset)
{
    return stateAt(sci::lineBegin(m_editor, sci::lineOf(m_editor, offset)), offset) != StringState::Outside;
}

StringState Highlighter::stateAt(std::size_t lineBegin, std::size_t offset)
{
    if (lineBegin != m_knownLine || m_states.empty()) {
        m_knownLine = lineBegin;
        m_states.assign(1, StringState::Outside);
    }
    const std::size_t wanted = (offset - lineBegin) / stride;
    while (m_states.size() <= wanted) {
        const std::size_t begin = lineBegin + (m_states.size() - 1) * stride;
        m_states.push_back(stringStateAfter(sci::copy(m_editor, begin, begin + stride), m_states.back()));
    }
    const std::size_t begin = lineBegin + wanted * stride;
    return stringStateAfter(sci::copy(m_editor, begin, offset), m_states[wanted]);
}

} // namespace designer::ui
