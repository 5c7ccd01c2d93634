// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/scanner.h"

#include "json/layout.h"
#include "json/spanscan.h"

#include <algorithm>
#include <cstring>

namespace designer::json {

Scanner::Scanner(Index &index, std::string_view text, const ParseOptions &options)
    : m_tree(index, text, options.anyDepth), m_begin(text.data()), m_end(text.data() + text.size()),
      m_options(options), m_errorAt(text.data())
{ }

bool Scanner::run()
{
    Cursor c = m_tree.start();
    skipSpace(c);
    if (c.at == c.end)
        return fail(ParseErrorCode::Empty, c.at);
    if (value(c) == Read::Failed)
        return false;
    while (m_tree.isInside()) {
        if (!inside(c))
            return false;
    }
    skipSpace(c);
    m_tree.finish(c);
    return c.at == c.end || fail(ParseErrorCode::TrailingText, c.at);
}

Scanner::Read Scanner::value(Cursor &c)
{
    const auto read = [](bool good) { return good ? Read::Scalar : Read::Failed; };
    if (c.at == c.end)
        return read(failHere(c.at));
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
    default: return read(bareToken(c));
    }
}

/// Reads on in the innermost container until it closes or another one opens.
bool Scanner::inside(Cursor &c)
{
    Frame &frame = m_tree.frame();
    const bool isObject = frame.isObject;
    const char closing = isObject ? '}' : ']';
    Read read = Read::Scalar;
    while (read == Read::Scalar) {
        skipSpace(c);
        if (c.at != c.end && *c.at == closing) {
            m_tree.close(c);
            return true;
        }
        if (frame.first)
            frame.first = false;
        else if (!separator(c, closing))
            return false;
        if (isObject && !name(c))
            return false;
        read = value(c);
    }
    return read != Read::Failed;
}

/// Goes past the comma and what blanks follow it.
bool Scanner::separator(Cursor &c, char closing)
{
    if (c.at == c.end || *c.at != ',')
        return noSeparator(c.at, closing);
    ++c.at;
    skipSpace(c);
    return c.at == c.end || *c.at != closing || fail(ParseErrorCode::TrailingComma, c.at);
}

bool Scanner::noSeparator(const char *at, char closing)
{
    if (at != m_end) {
        const std::string_view rest(at, static_cast<std::size_t>(m_end - at));
        const bool begins = std::string_view("\"{[-0123456789tfn").find(*at) != std::string_view::npos;
        m_lacksComma
            = closing == '}' ? *at == '"' : begins || (m_options.bareToken && m_options.bareToken(rest) > 0);
    }
    return failHere(at);
}

std::optional<std::size_t> Scanner::missingComma() const
{
    if (!m_lacksComma)
        return std::nullopt;
    const char *at = m_errorAt;
    while (isSpace(at[-1])) // a value stands before it
        --at;
    return static_cast<std::size_t>(at - m_begin);
}

/// A member's name and its colon.
bool Scanner::name(Cursor &c)
{
    if (c.at == c.end || *c.at != '"')
        return failHere(c.at);
    if (!string(c))
        return false;
    skipSpace(c);
    if (c.at == c.end || *c.at != ':')
        return failHere(c.at);
    ++c.at;
    skipSpace(c);
    return true;
}

Scanner::Read Scanner::open(Cursor &c, Kind kind)
{
    if (m_tree.open(c, kind))
        return Read::Container;
    fail(ParseErrorCode::TooDeep, c.at);
    return Read::Failed;
}

bool Scanner::string(Cursor &c)
{
    const char *const begin = c.at++;
    bool escaped = false;
    while (true) {
        c.at = nextSpecial(c.at, c.end);
        if (c.at == c.end)
            return failHere(c.at);
        if (*c.at == '"')
            break;
        if (*c.at != '\\')
            return fail(ParseErrorCode::ControlCharacter, c.at);
        escaped = true;
        const Lexeme escape = readEscape(c.at, c.end);
        if (!escape.good)
            return fail(escape);
        c.at = escape.at;
    }
    ++c.at;
    m_tree.push(c, Kind::String, begin).escaped = escaped;
    return true;
}

bool Scanner::number(Cursor &c)
{
    const char *const begin = c.at;
    const Lexeme number = readNumber(c.at, c.end);
    if (!number.good)
        return fail(number);
    c.at = number.at;
    m_tree.push(c, Kind::Number, begin);
    return true;
}

bool Scanner::literal(Cursor &c, std::string_view word, Kind kind)
{
    const char *const begin = c.at;
    if (static_cast<std::size_t>(c.end - begin) < word.size()
        || std::memcmp(begin, word.data(), word.size()) != 0)
        return badLiteral(begin, word);
    c.at += word.size();
    m_tree.push(c, kind, begin);
    return true;
}

bool Scanner::badLiteral(const char *at, std::string_view word)
{
    const std::string_view rest(at, static_cast<std::size_t>(m_end - at));
    const auto [differs, expected] = std::mismatch(rest.begin(), rest.end(), word.begin(), word.end());
    return failHere(at + (differs - rest.begin()), ParseErrorCode::BadLiteral);
}

bool Scanner::bareToken(Cursor &c)
{
    const std::string_view rest(c.at, static_cast<std::size_t>(c.end - c.at));
    const std::size_t length = m_options.bareToken ? m_options.bareToken(rest) : 0;
    if (length == 0)
        return failHere(c.at);
    const char *const begin = c.at;
    c.at += length;
    m_tree.push(c, Kind::Bare, begin);
    return true;
}

void Scanner::skipSpace(Cursor &c) const
{
    if (c.at == c.end || static_cast<unsigned char>(*c.at) > ' ')
        return;
    const char *const from = c.at;
    while (c.at != c.end && isSpace(*c.at))
        ++c.at;
    if (c.at != from)
        m_tree.space(c);
}

bool Scanner::fail(ParseErrorCode code, const char *at)
{
    m_errorCode = code;
    m_errorAt = at;
    return false;
}

bool Scanner::failHere(const char *at, ParseErrorCode code)
{
    return fail(at == m_end ? ParseErrorCode::UnexpectedEnd : code, at);
}

} // namespace designer::json
