// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/places.h"

#include "json/index.h"
#include "json/utf8.h"

#include <algorithm>

namespace designer::json {

namespace {

constexpr std::size_t stride = 1024;

/// A character's first byte and its place.
struct Here
{
    std::size_t offset = 0;
    Position position;
};

/// Moves to the next character. False, and nothing is moved, where \a until is inside of this one.
bool advance(std::string_view text, std::size_t until, Here &here)
{
    const char c = text[here.offset];
    const bool crLf = c == '\r' && here.offset + 1 < text.size() && text[here.offset + 1] == '\n';
    if (c == '\n' || (c == '\r' && !crLf)) {
        ++here.offset;
        ++here.position.line;
        here.position.column = 1;
        return true;
    }
    const std::size_t next = here.offset + (crLf ? 1 : utf8::sequenceLength(text, here.offset));
    if (next > until)
        return false;
    here.offset = next;
    ++here.position.column;
    return true;
}

Position walkedTo(std::string_view text, std::size_t offset, Here here)
{
    while (here.offset < offset && advance(text, offset, here)) { }
    return here.position;
}

bool before(const Position &a, const Position &b)
{
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

} // namespace

Position positionAt(std::string_view text, std::size_t offset)
{
    return walkedTo(text, std::min(offset, text.size()), {byteOrderMarkLength(text), {}});
}

Places::Places(std::string_view text) : m_text(text)
{
    m_known.reserve(text.size() / stride + 1);
    Here here{byteOrderMarkLength(text), {}};
    m_known.push_back({here.offset, here.position});
    while (here.offset < text.size() && advance(text, text.size(), here)) {
        if (here.offset - m_known.back().offset >= stride)
            m_known.push_back({here.offset, here.position});
    }
}

Position Places::at(std::size_t offset) const
{
    offset = std::min(offset, m_text.size());
    auto known = std::upper_bound(m_known.begin(), m_known.end(), offset,
                                  [](std::size_t at, const Known &k) { return at < k.offset; });
    if (known != m_known.begin())
        --known;
    return walkedTo(m_text, offset, {known->offset, known->position});
}

std::size_t Places::offsetAt(const Position &position) const
{
    auto known = std::upper_bound(m_known.begin(), m_known.end(), position,
                                  [](const Position &at, const Known &k) { return before(at, k.position); });
    if (known != m_known.begin())
        --known;
    Here here{known->offset, known->position};
    while (here.offset < m_text.size() && before(here.position, position)) {
        const std::size_t last = here.offset;
        if (!advance(m_text, m_text.size(), here))
            break;
        if (here.position.line > position.line)
            return last;
    }
    return here.offset;
}

} // namespace designer::json
