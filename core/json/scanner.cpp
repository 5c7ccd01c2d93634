// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/scanner.h"

#include "json/duplicates.h"
#include "json/layout.h"
#include "json/spanscan.h"

#include <algorithm>
#include <cstring>

namespace designer::json {

Scanner::Scanner(Index &index, std::string_view text, const ParseOptions &options)
    : m_index(index), m_begin(text.data()), m_end(text.data() + text.size()), m_options(options),
      m_errorAt(text.data())
{ }

bool Scanner::run()
{
    const std::size_t mark = byteOrderMarkLength({m_begin, static_cast<std::size_t>(m_end - m_begin)});
    Cursor c{m_begin + mark,
             m_end,
             m_index.m_nodes.data(),
             0,
             static_cast<std::uint32_t>(m_index.m_nodes.size()),
             0};
    skipSpace(c);
    if (c.at == c.end)
        return fail(ParseErrorCode::Empty, c.at);
    if (value(c) == Read::Failed)
        return false;
    while (m_depth > 0) {
        if (!inside(c))
            return false;
    }
    skipSpace(c);
    m_index.m_count = c.count;
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
    Frame &frame = m_frames[m_depth - 1];
    const bool isObject = frame.isObject;
    const char closing = isObject ? '}' : ']';
    Read read = Read::Scalar;
    while (read == Read::Scalar) {
        skipSpace(c);
        if (c.at != c.end && *c.at == closing) {
            close(c);
            return true;
        }
        if (frame.first)
            frame.first = false;
        else if (!separator(c, closing))
            return false;
        if (isObject && !name(c, frame))
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
bool Scanner::name(Cursor &c, Frame &object)
{
    if (c.at == c.end || *c.at != '"')
        return failHere(c.at);
    const char *const begin = c.at;
    if (!string(c))
        return false;
    note(c, object, {begin, static_cast<std::size_t>(c.at - begin)}, c.nodes[c.count - 1].escaped);
    skipSpace(c);
    if (c.at == c.end || *c.at != ':')
        return failHere(c.at);
    ++c.at;
    skipSpace(c);
    return true;
}

/// Whether the object may already have this name is found out while it is near at hand.
void Scanner::note(Cursor &c, Frame &object, std::string_view name, bool escaped)
{
    const std::size_t count = c.names - object.names;
    if (object.suspect || escaped || count == smallObject || c.names == m_names.size()) {
        object.suspect = true;
        return;
    }
    const std::uint32_t mine = nameSignature(name);
    std::uint64_t &seen = object.seen[mine >> 30];
    const std::uint64_t bit = std::uint64_t(1) << (mine >> 24 & 63);
    const auto begin = m_names.begin() + object.names;
    object.suspect = (seen & bit) != 0 && std::find(begin, begin + count, mine) != begin + count;
    seen |= bit;
    m_names[c.names++] = mine;
}

Scanner::Read Scanner::open(Cursor &c, Kind kind)
{
    if (m_depth == m_frameCount && !growFrames(c.at))
        return Read::Failed;
    push(c, kind, c.at);
    c.parent = c.count - 1;
    m_frames[m_depth] = {c.parent, kind == Kind::Object, true, false, c.names, {}};
    ++m_depth;
    ++c.at;
    return Read::Container;
}

/// Stands on the bracket that closes the innermost container.
void Scanner::close(Cursor &c)
{
    ++c.at;
    --m_depth;
    const Frame &frame = m_frames[m_depth];
    Node &container = c.nodes[frame.node];
    container.end = offset(c.at);
    container.next = c.count;
    c.parent = container.parent;
    c.names = frame.names;
    if (container.spaced && m_depth > 0)
        c.nodes[c.parent].spaced = true;
    if (frame.suspect)
        findDuplicates(frame.node, c.count);
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
        c.at = escape(c.at);
        if (!c.at)
            return false;
    }
    ++c.at;
    push(c, Kind::String, begin).escaped = escaped;
    return true;
}

const char *Scanner::escape(const char *at)
{
    const char *const backslash = at++;
    if (at == m_end) {
        failHere(at);
        return nullptr;
    }
    if (*at != 'u') {
        if (std::strchr("\"\\/bfnrt", *at) && *at != '\0')
            return at + 1;
        failHere(at, ParseErrorCode::BadEscape);
        return nullptr;
    }
    unsigned unit = 0;
    if (!hexQuad(at, unit))
        return nullptr;
    if (unit < 0xD800 || unit > 0xDFFF)
        return at;
    const bool whole
        = unit <= 0xDBFF ? otherHalf(at, backslash) : fail(ParseErrorCode::LoneSurrogate, backslash);
    return whole ? at : nullptr;
}

/// Stands after the escape of a high surrogate (its backslash is at \a first); goes past the low
/// one. What can no more become one makes the first a lone surrogate; a text that ends before that
/// is merely cut off.
bool Scanner::otherHalf(const char *&at, const char *first)
{
    for (const char expected : {'\\', 'u'}) {
        if (at == m_end)
            return failHere(at);
        if (*at++ != expected)
            return fail(ParseErrorCode::LoneSurrogate, first);
    }
    const char *const digits = at--;
    unsigned low = 0;
    const bool isHex = hexQuad(at, low);
    const auto begins = [&](std::ptrdiff_t i, std::string_view any) {
        return at - digits <= i || any.find(digits[i]) != std::string_view::npos;
    };
    if (!begins(0, "dD") || !begins(1, "cdefCDEF"))
        return fail(ParseErrorCode::LoneSurrogate, first);
    return isHex;
}

/// Stands on the `u`; goes past the four digits.
bool Scanner::hexQuad(const char *&at, unsigned &unit)
{
    ++at;
    for (int i = 0; i < 4; ++i, ++at) {
        if (at == m_end)
            return failHere(at);
        const char c = *at;
        const bool digit = c >= '0' && c <= '9';
        const char lower = static_cast<char>(c | 0x20);
        if (!digit && (lower < 'a' || lower > 'f'))
            return failHere(at, ParseErrorCode::BadEscape);
        unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
    }
    return true;
}

bool Scanner::digits(Cursor &c)
{
    const char *const first = c.at;
    while (c.at != c.end && *c.at >= '0' && *c.at <= '9')
        ++c.at;
    return c.at != first || failHere(c.at, ParseErrorCode::BadNumber);
}

bool Scanner::number(Cursor &c)
{
    const char *const begin = c.at;
    if (*c.at == '-')
        ++c.at;
    if (c.at != c.end && *c.at == '0') {
        ++c.at;
        if (c.at != c.end && *c.at >= '0' && *c.at <= '9')
            return failHere(c.at, ParseErrorCode::BadNumber);
    } else if (!digits(c)) {
        return false;
    }
    if (c.at != c.end && *c.at == '.') {
        ++c.at;
        if (!digits(c))
            return false;
    }
    if (c.at != c.end && (*c.at | 0x20) == 'e') {
        ++c.at;
        if (c.at != c.end && (*c.at == '+' || *c.at == '-'))
            ++c.at;
        if (!digits(c))
            return false;
    }
    push(c, Kind::Number, begin);
    return true;
}

bool Scanner::literal(Cursor &c, std::string_view word, Kind kind)
{
    const char *const begin = c.at;
    if (static_cast<std::size_t>(c.end - begin) < word.size()
        || std::memcmp(begin, word.data(), word.size()) != 0)
        return badLiteral(begin, word);
    c.at += word.size();
    push(c, kind, begin);
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
    push(c, Kind::Bare, begin);
    return true;
}

void Scanner::findDuplicates(std::uint32_t object, std::uint32_t count)
{
    json::findDuplicates({m_begin, static_cast<std::size_t>(m_end - m_begin)},
                         {m_index.m_nodes.data(), count}, object, m_index.m_duplicates);
}

void Scanner::skipSpace(Cursor &c) const
{
    if (c.at == c.end || static_cast<unsigned char>(*c.at) > ' ')
        return;
    const char *const from = c.at;
    while (c.at != c.end && isSpace(*c.at))
        ++c.at;
    if (m_depth > 0 && c.at != from)
        c.nodes[c.parent].spaced = true;
}

/// A node from \a begin to here, without anything inside: what a container holds is told when it
/// closes.
Node &Scanner::push(Cursor &c, Kind kind, const char *begin)
{
    if (c.count == c.capacity) {
        c.nodes = grow();
        c.capacity = static_cast<std::uint32_t>(m_index.m_nodes.size());
    }
    Node &node = c.nodes[c.count++];
    node = {offset(begin), offset(c.at), c.count, c.parent, kind, false, false};
    return node;
}

Node *Scanner::grow()
{
    m_index.m_nodes.resize(std::max<std::size_t>(64, m_index.m_nodes.size() * 2));
    return m_index.m_nodes.data();
}

bool Scanner::growFrames(const char *at)
{
    if (!m_options.anyDepth)
        return fail(ParseErrorCode::TooDeep, at);
    const int count = m_frameCount * 2;
    auto more = std::make_unique_for_overwrite<Frame[]>(static_cast<std::size_t>(count));
    std::copy_n(m_frames, m_frameCount, more.get());
    m_moreFrames = std::move(more);
    m_frames = m_moreFrames.get();
    m_frameCount = count;
    return true;
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
