// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/tokenreader.h"

#include "json/layout.h"
#include "json/lexemes.h"

#include <QtGlobal>

#include <cstring>

namespace designer::json {

namespace {

const char *findBackslash(const char *begin, const char *end)
{
    const void *const found = std::memchr(begin, '\\', static_cast<std::size_t>(end - begin));
    return found ? static_cast<const char *>(found) : end;
}

} // namespace

TokenReader::TokenReader(Index &index, std::string_view line, Tokens &tokens)
    : m_tree(index, line, false), m_tokens(tokens)
{ }

bool TokenReader::run()
{
    if (!m_tokens.m_next)
        return false;
    Cursor c{m_tree.start(), m_tokens.m_block.data(), m_tokens.m_next, m_tokens.m_last, nullptr};
    c.backslash = findBackslash(c.at, c.end);
    // A byte order mark is a token, and may take what follows it with it.
    const bool good = c.base + *c.next >= c.at && readAll(c);
    while (c.next != c.last && c.base + *c.next < c.end)
        ++c.next;
    m_tokens.m_next = c.next;
    return good;
}

bool TokenReader::readAll(Cursor &c)
{
    if (!advance(c) || value(c) == Read::Failed)
        return false;
    while (m_tree.isInside()) {
        if (!inside(c))
            return false;
    }
    m_tree.finish(c);
    return c.base + *c.next >= c.end; // behind the last token of all stands the end
}

/// Goes to the next token. False: there is none.
bool TokenReader::advance(Cursor &c)
{
    const char *const token = c.base + *c.next;
    if (token >= c.end)
        return false;
    ++c.next;
    if (token != c.at)
        m_tree.space(c);
    c.at = token;
    return true;
}

TokenReader::Read TokenReader::value(Cursor &c)
{
    const auto read = [](bool good) { return good ? Read::Scalar : Read::Failed; };
    switch (*c.at) {
    case '"': return read(string(c));
    case '{': return open(c, Kind::Object);
    case '[': return open(c, Kind::Array);
    case 't': return read(literal(c, "true", Kind::True));
    case 'f': return read(literal(c, "false", Kind::False));
    case 'n': return read(literal(c, "null", Kind::Null));
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9': return read(number(c));
    default: return Read::Failed;
    }
}

/// Reads on in the innermost container until it closes or another one opens.
bool TokenReader::inside(Cursor &c)
{
    Frame &frame = m_tree.frame();
    const bool isObject = frame.isObject;
    const char closing = isObject ? '}' : ']';
    Read read = Read::Scalar;
    while (read == Read::Scalar) {
        if (!advance(c))
            return false;
        if (*c.at == closing) {
            m_tree.close(c);
            return true;
        }
        if (frame.first)
            frame.first = false;
        else if (*c.at++ != ',' || !advance(c))
            return false;
        if (isObject && !name(c))
            return false;
        read = value(c);
    }
    return read != Read::Failed;
}

/// A member's name and its colon: goes to what follows them.
bool TokenReader::name(Cursor &c)
{
    const char *const begin = c.at;
    if (*begin != '"')
        return false;
    const char *const colon = c.base + c.next[0];
    const char *const after = c.base + c.next[1];
    if (after < c.end && isPlain(c, colon) && *colon == ':' && after == colon + 1) {
        c.at = colon;
        m_tree.push(c, Kind::String, begin);
        c.next += 2;
        c.at = after;
        return true;
    }
    if (!spacedString(c))
        return false;
    return advance(c) && *c.at++ == ':' && advance(c);
}

TokenReader::Read TokenReader::open(Cursor &c, Kind kind)
{
    return m_tree.open(c, kind) ? Read::Container : Read::Failed;
}

/// Whether the string that begins here, without escapes, ends directly before the next token, \a next.
bool TokenReader::isPlain(const Cursor &c, const char *next)
{
    return next[-1] == '"' && c.backslash >= next;
}

bool TokenReader::string(Cursor &c)
{
    const char *const begin = c.at;
    const char *const next = c.base + *c.next;
    if (!isPlain(c, next))
        return spacedString(c);
    c.at = next;
    m_tree.push(c, Kind::String, begin);
    return true;
}

/// From a token that is a quote on, nothing but white space stands between the other quote and the next
/// token: what begins after a string is a token.
bool TokenReader::spacedString(Cursor &c)
{
    const char *const begin = c.at;
    const char *end = c.base + *c.next; // maybe in another line
    while (isSpace(end[-1]))
        --end;
    Q_ASSERT(end - begin >= 2 && end[-1] == '"');
    if (c.backslash < begin)
        c.backslash = findBackslash(begin, c.end);
    const bool escaped = c.backslash < end;
    if (escaped && !isWellEscaped(begin + 1, end - 1))
        return false;
    c.at = end;
    m_tree.push(c, Kind::String, begin).escaped = escaped;
    return true;
}

bool TokenReader::isWellEscaped(const char *begin, const char *end)
{
    for (const char *at = findBackslash(begin, end); at != end; at = findBackslash(at, end)) {
        const Lexeme escape = readEscape(at, end);
        if (!escape.good)
            return false;
        at = escape.at;
    }
    return true;
}

bool TokenReader::number(Cursor &c)
{
    const Lexeme number = readNumber(c.at, c.end);
    return number.good && scalar(c, number.at, Kind::Number);
}

bool TokenReader::literal(Cursor &c, std::string_view word, Kind kind)
{
    return static_cast<std::size_t>(c.end - c.at) >= word.size()
        && std::memcmp(c.at, word.data(), word.size()) == 0 && scalar(c, c.at + word.size(), kind);
}

/// Up to \a end. What stands directly behind it begins no token of its own: only white space may.
bool TokenReader::scalar(Cursor &c, const char *end, Kind kind)
{
    const char *const next = c.base + *c.next; // maybe in another line
    const char *at = end;
    while (at < next && isSpace(*at))
        ++at;
    if (at != next)
        return false;
    const char *const begin = c.at;
    c.at = end;
    m_tree.push(c, kind, begin);
    return true;
}

} // namespace designer::json
