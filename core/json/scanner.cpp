// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/scanner.h"

#include "json/duplicates.h"
#include "json/layout.h"
#include "json/spanscan.h"

#include <cstring>

namespace designer::json {

Scanner::Scanner(Index &index, std::string_view text, const ParseOptions &options)
    : m_index(index), m_nodes(index.m_nodes.data()),
      m_capacity(static_cast<std::uint32_t>(index.m_nodes.size())), m_begin(text.data()),
      m_at(text.data() + byteOrderMarkLength(text)), m_end(text.data() + text.size()), m_options(options),
      m_errorAt(text.data())
{ }

bool Scanner::run()
{
    skipSpace();
    if (m_at == m_end)
        return fail(ParseErrorCode::Empty, m_at);
    if (!value())
        return false;
    while (m_depth > 0) {
        Frame &frame = m_frames[static_cast<std::size_t>(m_depth - 1)];
        if (!(frame.isObject ? insideObject(frame) : insideArray(frame)))
            return false;
    }
    return atEnd();
}

bool Scanner::atEnd()
{
    while (m_at != m_end && isSpace(*m_at))
        ++m_at;
    m_index.m_count = m_count;
    return m_at == m_end || fail(ParseErrorCode::TrailingText, m_at);
}

bool Scanner::value()
{
    if (m_at == m_end)
        return failHere();
    switch (*m_at) {
    case '"': return string();
    case '{': return open(Kind::Object);
    case '[': return open(Kind::Array);
    case 't': return literal("true", Kind::True);
    case 'f': return literal("false", Kind::False);
    case 'n': return literal("null", Kind::Null);
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
    case '9': return number();
    default: return bareToken();
    }
}

bool Scanner::insideArray(Frame &frame)
{
    bool closed = false;
    if (!separator(frame, ']', closed))
        return false;
    return closed || value();
}

bool Scanner::insideObject(Frame &frame)
{
    bool closed = false;
    if (!separator(frame, '}', closed))
        return false;
    if (closed)
        return true;
    if (m_at == m_end || *m_at != '"')
        return failHere();
    if (!string())
        return false;
    skipSpace();
    if (m_at == m_end || *m_at != ':')
        return failHere();
    ++m_at;
    skipSpace();
    return value();
}

/// Comes to stand where the next element or name must begin, or closes the container.
bool Scanner::separator(Frame &frame, char closing, bool &closed)
{
    skipSpace();
    if (m_at != m_end && *m_at == closing) {
        ++m_at;
        close();
        closed = true;
        return true;
    }
    if (frame.first) {
        frame.first = false;
        return true;
    }
    if (m_at == m_end || *m_at != ',')
        return failHere();
    ++m_at;
    skipSpace();
    if (m_at != m_end && *m_at == closing)
        return fail(ParseErrorCode::TrailingComma, m_at);
    return true;
}

bool Scanner::open(Kind kind)
{
    if (m_depth == maximumDepth)
        return fail(ParseErrorCode::TooDeep, m_at);
    const std::uint32_t node = push(kind, m_at);
    m_frames[static_cast<std::size_t>(m_depth)] = {node, kind == Kind::Object, true};
    ++m_depth;
    ++m_at;
    return true;
}

void Scanner::close()
{
    --m_depth;
    const std::uint32_t node = m_frames[static_cast<std::size_t>(m_depth)].node;
    finish(node, m_at);
    Node &container = m_nodes[node];
    if (container.spaced && m_depth > 0)
        m_nodes[container.parent].spaced = true;
    if (container.kind == Kind::Object)
        noteDuplicates(node);
}

bool Scanner::string()
{
    const std::uint32_t node = push(Kind::String, m_at);
    ++m_at;
    while (true) {
        m_at = nextSpecial(m_at, m_end);
        if (m_at == m_end)
            return failHere();
        if (*m_at == '"')
            break;
        if (*m_at != '\\')
            return fail(ParseErrorCode::ControlCharacter, m_at);
        m_nodes[node].escaped = true;
        if (!escape())
            return false;
    }
    ++m_at;
    finish(node, m_at);
    return true;
}

bool Scanner::escape()
{
    const char *const backslash = m_at++;
    if (m_at == m_end)
        return failHere();
    if (*m_at != 'u') {
        if (!std::strchr("\"\\/bfnrt", *m_at) || *m_at == '\0')
            return failHere(ParseErrorCode::BadEscape);
        ++m_at;
        return true;
    }
    unsigned unit = 0;
    if (!hexQuad(unit))
        return false;
    if (unit < 0xD800 || unit > 0xDFFF)
        return true;
    return unit <= 0xDBFF ? otherHalf(backslash) : fail(ParseErrorCode::LoneSurrogate, backslash);
}

/// Stands after the escape of a high surrogate (its backslash is at \a first); goes past the low
/// one. What can no more become one makes the first a lone surrogate; a text that ends before that
/// is merely cut off.
bool Scanner::otherHalf(const char *first)
{
    for (const char expected : {'\\', 'u'}) {
        if (m_at == m_end)
            return failHere();
        if (*m_at++ != expected)
            return fail(ParseErrorCode::LoneSurrogate, first);
    }
    const char *const digits = m_at--;
    unsigned low = 0;
    const bool isHex = hexQuad(low);
    const auto begins = [&](std::ptrdiff_t i, std::string_view any) {
        return m_at - digits <= i || any.find(digits[i]) != std::string_view::npos;
    };
    if (!begins(0, "dD") || !begins(1, "cdefCDEF"))
        return fail(ParseErrorCode::LoneSurrogate, first);
    return isHex;
}

/// Stands on the `u`; goes past the four digits.
bool Scanner::hexQuad(unsigned &unit)
{
    ++m_at;
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (m_at == m_end)
            return failHere();
        const char c = *m_at;
        const bool digit = c >= '0' && c <= '9';
        const char lower = static_cast<char>(c | 0x20);
        if (!digit && (lower < 'a' || lower > 'f'))
            return failHere(ParseErrorCode::BadEscape);
        unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
    }
    return true;
}

bool Scanner::digits()
{
    if (m_at == m_end || *m_at < '0' || *m_at > '9')
        return failHere(ParseErrorCode::BadNumber);
    while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
        ++m_at;
    return true;
}

bool Scanner::number()
{
    const std::uint32_t node = push(Kind::Number, m_at);
    if (*m_at == '-')
        ++m_at;
    if (m_at != m_end && *m_at == '0') {
        ++m_at;
        if (m_at != m_end && *m_at >= '0' && *m_at <= '9')
            return failHere(ParseErrorCode::BadNumber);
    } else if (!digits()) {
        return false;
    }
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (!digits())
            return false;
    }
    if (m_at != m_end && (*m_at | 0x20) == 'e') {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!digits())
            return false;
    }
    finish(node, m_at);
    return true;
}

bool Scanner::literal(std::string_view word, Kind kind)
{
    const std::uint32_t node = push(kind, m_at);
    for (const char c : word) {
        if (m_at == m_end || *m_at != c)
            return failHere(ParseErrorCode::BadLiteral);
        ++m_at;
    }
    finish(node, m_at);
    return true;
}

bool Scanner::bareToken()
{
    const std::string_view rest(m_at, static_cast<std::size_t>(m_end - m_at));
    const std::size_t length = m_options.bareToken ? m_options.bareToken(rest) : 0;
    if (length == 0)
        return failHere();
    const std::uint32_t node = push(Kind::Bare, m_at);
    m_at += length;
    finish(node, m_at);
    return true;
}

void Scanner::noteDuplicates(std::uint32_t object)
{
    findDuplicates({m_begin, static_cast<std::size_t>(m_end - m_begin)}, {m_nodes, m_count}, object,
                   m_index.m_duplicates);
}

void Scanner::skipSpace()
{
    if (m_at == m_end || static_cast<unsigned char>(*m_at) > ' ')
        return;
    const char *const from = m_at;
    while (m_at != m_end && isSpace(*m_at))
        ++m_at;
    if (m_depth > 0 && m_at != from)
        m_nodes[m_frames[static_cast<std::size_t>(m_depth - 1)].node].spaced = true;
}

std::uint32_t Scanner::push(Kind kind, const char *begin)
{
    if (m_count == m_capacity)
        grow();
    const std::uint32_t node = m_count++;
    const std::uint32_t parent = m_depth > 0 ? m_frames[static_cast<std::size_t>(m_depth - 1)].node : 0;
    m_nodes[node] = {offset(begin), 0, node + 1, parent, kind, false, false};
    return node;
}

void Scanner::grow()
{
    m_index.m_nodes.resize(std::max<std::size_t>(64, m_index.m_nodes.size() * 2));
    m_nodes = m_index.m_nodes.data();
    m_capacity = static_cast<std::uint32_t>(m_index.m_nodes.size());
}

void Scanner::finish(std::uint32_t node, const char *end)
{
    Node &n = m_nodes[node];
    n.end = offset(end);
    n.next = m_count;
}

bool Scanner::fail(ParseErrorCode code, const char *at)
{
    m_errorCode = code;
    m_errorAt = at;
    return false;
}

bool Scanner::failHere(ParseErrorCode code)
{
    return fail(m_at == m_end ? ParseErrorCode::UnexpectedEnd : code, m_at);
}

} // namespace designer::json
