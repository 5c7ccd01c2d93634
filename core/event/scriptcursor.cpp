// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/scriptcursor.h"

#include "event/words.h"
#include "text/ascii.h"
#include "json/utf8.h"

#include <QChar>

namespace designer::event {

namespace {

bool isNamePart(char32_t letter)
{
    return letter == U'_' || letter == U'$' || QChar::isLetterOrNumber(letter) || QChar::isMark(letter);
}

} // namespace

char ScriptCursor::peek(std::size_t ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
}

std::size_t ScriptCursor::line(std::size_t offset) const
{
    return json::positionAt(m_text, offset).line;
}

bool ScriptCursor::take(std::string_view token)
{
    if (!rest().starts_with(token))
        return false;
    m_at += token.size();
    return true;
}

std::string_view ScriptCursor::takeName()
{
    const std::size_t begin = m_at;
    if (text::isDigit(peek()))
        return {};
    while (!atEnd()) {
        const json::utf8::Decoded letter = json::utf8::decode(m_text, m_at);
        if (!letter.valid || !isNamePart(letter.codePoint))
            break;
        m_at += letter.length;
    }
    return since(begin);
}

std::size_t ScriptCursor::spaceLength() const
{
    if (atEnd())
        return 0;
    const json::utf8::Decoded here = json::utf8::decode(m_text, m_at);
    const bool isSpace = here.valid && (QChar::isSpace(here.codePoint) || here.codePoint == 0xFEFF);
    return isSpace ? here.length : 0;
}

bool ScriptCursor::skipComment()
{
    m_comment = true;
    const std::size_t begin = m_at;
    const bool toLineEnd = peek(1) == '/';
    const std::size_t end = toLineEnd ? m_text.find_first_of("\r\n", m_at) : m_text.find("*/", m_at + 2);
    if (end == std::string_view::npos && !toLineEnd)
        return fail(begin, Words::tr("a comment begins here and does not end"), Words::tr("end it with */"));
    m_at = end == std::string_view::npos ? m_text.size() : toLineEnd ? end : end + 2;
    return true;
}

bool ScriptCursor::skipSpace()
{
    for (;;) {
        if (const std::size_t space = spaceLength())
            m_at += space;
        else if (peek() == '/' && (peek(1) == '/' || peek(1) == '*')) {
            if (!skipComment())
                return false;
        } else {
            return true;
        }
    }
}

bool ScriptCursor::fail(std::size_t offset, const QString &message, const QString &wayOut)
{
    if (!m_error)
        m_error = Error{ErrorCode::MalformedJson, message, wayOut, {}, json::positionAt(m_text, offset)};
    return false;
}

bool ScriptCursor::failAtEnd()
{
    return fail(m_text.size(), Words::tr("the text ends before the call does"),
                Words::tr("paste the whole call, up to its last )"));
}

} // namespace designer::event
