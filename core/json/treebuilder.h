// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <algorithm>
#include <array>
#include <memory>

/// What every token goes through. Left to itself the compiler keeps these apart, for they are called
/// from several places, and a call for each token costs a fifth of the reading.
#define DESIGNER_EACH_TOKEN [[gnu::always_inline]] inline
/// What ends the reading, or is seldom: kept out of the way of the rest.
#define DESIGNER_SELDOM [[gnu::cold, gnu::noinline]]

namespace designer::json {

/// Fills an Index in the order of the text: what lies in what, and white space. Knows no grammar: its readers
/// do. Internal to the room.
class TreeBuilder
{
public:
    /// An open container.
    struct Frame
    {
        std::uint32_t node;
        bool isObject;
        bool first; ///< nothing of it has been read yet
    };
    /// Where the reading stands. A local of a reader's run() that only inlined functions see, so that it
    /// lives in registers: as members, these would go to memory and back with every token.
    struct Cursor
    {
        const char *at;
        const char *end;
        Node *nodes; ///< the index's own
        std::uint32_t count;
        std::uint32_t capacity;
        std::uint32_t parent; ///< the innermost open container
    };

    /// \a anyDepth: see ParseOptions.
    TreeBuilder(Index &index, std::string_view text, bool anyDepth)
        : m_index(index), m_text(text), m_anyDepth(anyDepth)
    { }

    [[nodiscard]] Cursor start()
    {
        const char *const begin = m_text.data();
        return {begin + byteOrderMarkLength(m_text),
                begin + m_text.size(),
                m_index.m_nodes.data(),
                0,
                static_cast<std::uint32_t>(m_index.m_nodes.size()),
                0};
    }
    void finish(const Cursor &c) { m_index.m_count = c.count; }

    [[nodiscard]] bool isInside() const { return m_depth > 0; }
    /// The innermost open container.
    [[nodiscard]] Frame &frame() { return m_frames[m_depth - 1]; }

    /// A node from \a begin to here, without anything inside: what a container holds is told when it
    /// closes.
    DESIGNER_EACH_TOKEN Node &push(Cursor &c, Kind kind, const char *begin)
    {
        if (c.count == c.capacity) {
            c.nodes = grow();
            c.capacity = static_cast<std::uint32_t>(m_index.m_nodes.size());
        }
        Node &node = c.nodes[c.count++];
        node = {offset(begin), offset(c.at), c.count, c.parent, kind, false, false};
        return node;
    }

    /// Stands on the opening bracket. False: there may be no more of them.
    DESIGNER_EACH_TOKEN bool open(Cursor &c, Kind kind)
    {
        if (m_depth == m_frameCount && !growFrames())
            return false;
        push(c, kind, c.at);
        c.parent = c.count - 1;
        m_frames[m_depth] = {c.parent, kind == Kind::Object, true};
        ++m_depth;
        ++c.at;
        return true;
    }

    /// Stands on the bracket that closes the innermost container.
    DESIGNER_EACH_TOKEN void close(Cursor &c)
    {
        ++c.at;
        --m_depth;
        const Frame &frame = m_frames[m_depth];
        Node &container = c.nodes[frame.node];
        container.end = offset(c.at);
        container.next = c.count;
        c.parent = container.parent;
        if (container.spaced && m_depth > 0)
            c.nodes[c.parent].spaced = true;
    }

    /// White space stands here, between two tokens.
    DESIGNER_EACH_TOKEN void space(const Cursor &c) const
    {
        if (m_depth > 0)
            c.nodes[c.parent].spaced = true;
    }

private:
    [[nodiscard]] std::uint32_t offset(const char *at) const
    {
        return static_cast<std::uint32_t>(at - m_text.data());
    }
    DESIGNER_SELDOM Node *grow()
    {
        m_index.m_nodes.resize(std::max<std::size_t>(64, m_index.m_nodes.size() * 2));
        return m_index.m_nodes.data();
    }
    DESIGNER_SELDOM bool growFrames()
    {
        if (!m_anyDepth)
            return false;
        const int count = m_frameCount * 2;
        auto more = std::make_unique_for_overwrite<Frame[]>(static_cast<std::size_t>(count));
        std::copy_n(m_frames, m_frameCount, more.get());
        m_moreFrames = std::move(more);
        m_frames = m_moreFrames.get();
        m_frameCount = count;
        return true;
    }
    Index &m_index;
    std::string_view m_text;
    bool m_anyDepth;
    std::array<Frame, maximumDepth> m_firstFrames; // not initialised: that would cost more than many an event
    std::unique_ptr<Frame[]> m_moreFrames; // for a text that is deeper, and may be
    Frame *m_frames = m_firstFrames.data();
    int m_frameCount = maximumDepth;
    int m_depth = 0;
};

} // namespace designer::json
