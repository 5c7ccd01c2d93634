// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/renderer.h"

#include "template/escaping.h"
#include "json/layout.h"

#include <algorithm>
#include <limits>

namespace designer::tmpl {

namespace {

std::string_view insideQuotes(const json::Value &string)
{
    const std::string_view raw = string.raw();
    return raw.substr(1, raw.size() - 2);
}

/// The depth of a value: 0 for a scalar, 1 for `[]`.
std::size_t depthOf(const json::Value &value)
{
    std::size_t deepest = 0;
    std::vector<std::uint32_t> open; // ends of the containers around the node
    const json::Index &index = *value.index();
    for (std::uint32_t node = value.node(); node < index.node(value.node()).next; ++node) {
        while (!open.empty() && open.back() <= node)
            open.pop_back();
        const json::Kind kind = index.node(node).kind;
        if (kind == json::Kind::Array || kind == json::Kind::Object)
            open.push_back(index.node(node).next);
        deepest = std::max(deepest, open.size());
    }
    return deepest;
}

} // namespace

Blocked Renderer::run(SourceMap *map)
{
    m_start = m_out.size();
    return map ? loop<true>(map) : loop<false>(nullptr);
}

inline bool Renderer::tooLarge() const
{
    return m_out.size() - m_start >= std::numeric_limits<std::uint32_t>::max();
}

inline void Renderer::putTyped(const json::Value &value)
{
    if (value.isContainer())
        json::appendMinified(m_out, value);
    else
        m_out += value.raw();
}

template <bool Mapped>
Blocked Renderer::loop([[maybe_unused]] SourceMap *map)
{
    const Op *const ops = m_program.ops.data();
    const std::size_t count = m_program.ops.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Op &op = ops[i];
        const std::size_t before = m_out.size();
        if (op.code == OpCode::Literal) {
            m_out.append(m_program.pool, op.begin, op.end - op.begin);
            if (tooLarge())
                return Blocked::TooLarge;
            if constexpr (Mapped)
                mapLiteral(*map, op, before - m_start);
            continue;
        }
        if (op.code == OpCode::OmitIfMissing) {
            if (!answer(op))
                i = op.jump - 1;
            continue;
        }
        if (op.code == OpCode::Comma) {
            if (m_out.back() != '{')
                m_out += ',';
        } else {
            const json::Value &value = answer(op);
            if (op.code != OpCode::Typed || !value)
                put(op);
            else if (value.isContainer() && tooDeep(op, value))
                return Blocked::TooDeep;
            else
                putTyped(value);
        }
        if (tooLarge())
            return Blocked::TooLarge;
        if constexpr (Mapped)
            mapOp(*map, op, before - m_start);
    }
    return Blocked::No;
}

/// What \a op wrote, from \a before on: a comma, or what its placeholder became.
void Renderer::mapOp(SourceMap &map, const Op &op, std::size_t before) const
{
    const bool comma = op.code == OpCode::Comma;
    const Placeholder *const p = comma ? nullptr : &m_program.placeholders[op.placeholder];
    map.add({static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(m_out.size() - m_start),
             comma ? op.begin : static_cast<std::uint32_t>(p->begin),
             comma ? op.begin + 1 : static_cast<std::uint32_t>(p->end),
             comma ? Segment::noPlaceholder : op.placeholder});
}

void Renderer::put(const Op &op)
{
    const json::Value &value = answer(op);
    if (!value)
        return putMissing(op);
    switch (op.code) {
    case OpCode::Typed: return putTyped(value);
    case OpCode::AsText: return putAsText(value);
    case OpCode::InString: return putInString(value);
    case OpCode::Form: return appendFormEncoded(m_out, plainText(value));
    case OpCode::Xml: return appendXmlEscaped(m_out, plainText(value));
    case OpCode::Plain: m_out += plainText(value); return;
    case OpCode::Literal:
    case OpCode::Comma:
    case OpCode::OmitIfMissing: return;
    }
}

void Renderer::putAsText(const json::Value &value)
{
    if (value.isString()) {
        m_out += value.raw();
        return;
    }
    m_out += '"';
    putInString(value);
    m_out += '"';
}

void Renderer::putInString(const json::Value &value)
{
    if (value.isString())
        m_out += insideQuotes(value);
    else if (value.isContainer())
        appendJsonInString(m_out, json::minified(value));
    else
        m_out += value.raw();
}

void Renderer::putMissing(const Op &op)
{
    if (op.code == OpCode::Typed || op.code == OpCode::AsText)
        return putMissingWhole(op);
    switch (m_program.options.missing) {
    case MissingPolicy::Null: m_out += "null"; return;
    case MissingPolicy::Keep: m_out += placeholderText(op); return;
    case MissingPolicy::Omit:
    case MissingPolicy::Empty:
    case MissingPolicy::Block: return;
    }
}

void Renderer::putMissingWhole(const Op &op)
{
    switch (m_program.options.missing) {
    case MissingPolicy::Empty: m_out += "\"\""; return;
    case MissingPolicy::Keep:
        m_out += '"';
        m_out += placeholderText(op);
        m_out += '"';
        return;
    case MissingPolicy::Omit:
    case MissingPolicy::Null:
    case MissingPolicy::Block: m_out += "null"; return;
    }
}

std::string_view Renderer::placeholderText(const Op &op) const
{
    const Placeholder &p = m_program.placeholders[op.placeholder];
    return std::string_view(m_program.source).substr(p.begin, p.end - p.begin);
}

/// Of a container.
bool Renderer::tooDeep(const Op &op, const json::Value &value)
{
    const std::size_t room = json::maximumDepth - static_cast<std::size_t>(op.depth);
    // Each level takes two bytes at least, so most values need no counting.
    return value.raw().size() / 2 > room && depthOf(value) > room;
}

void Renderer::mapLiteral(SourceMap &map, const Op &op, std::size_t payloadBegin) const
{
    auto run = std::upper_bound(m_program.runs.begin(), m_program.runs.end(), op.begin,
                                [](std::uint32_t at, const Run &r) { return at < r.pool; });
    --run;
    std::uint32_t at = op.begin;
    auto payload = static_cast<std::uint32_t>(payloadBegin);
    while (at < op.end) {
        const auto next = std::next(run);
        const std::uint32_t end = next == m_program.runs.end() ? op.end : std::min(op.end, next->pool);
        const std::uint32_t source = run->source + (at - run->pool);
        map.add({payload, payload + (end - at), source, source + (end - at), Segment::noPlaceholder});
        payload += end - at;
        at = end;
        run = next;
    }
}

} // namespace designer::tmpl
