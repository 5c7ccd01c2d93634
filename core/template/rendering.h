// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/path.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace designer::tmpl {

/// Where a range of the payload came from. Segments stand in the payload's order, without gaps and
/// without overlap, and cover every byte of it. All offsets are bytes.
struct Segment
{
    static constexpr std::uint32_t noPlaceholder = 0xFFFFFFFF;

    std::uint32_t payloadBegin = 0;
    std::uint32_t payloadEnd = 0;
    /// Where there is no placeholder, the range is as long as the payload's and has the same bytes.
    std::uint32_t templateBegin = 0;
    std::uint32_t templateEnd = 0;
    std::uint32_t placeholder = noPlaceholder; ///< its number in Template::placeholders()

    [[nodiscard]] bool isLiteral() const { return placeholder == noPlaceholder; }
    bool operator==(const Segment &) const = default;
};

class SourceMap
{
public:
    void add(const Segment &segment);
    [[nodiscard]] const std::vector<Segment> &segments() const { return m_segments; }
    /// The segment that holds the payload's byte at \a offset; null past the end.
    [[nodiscard]] const Segment *at(std::size_t payloadOffset) const;

private:
    std::vector<Segment> m_segments;
};

enum class Blocked {
    No,
    MissingValues, ///< the policy is to block, and values are missing
    TooDeep, ///< the payload would be nested deeper than 512
    TooLarge, ///< the payload would be 4 GiB or larger
};

/// A template filled from one event. A value.
struct Rendering
{
    std::string bytes; ///< the wire form; empty where it is blocked
    SourceMap sourceMap;
    std::vector<event::Path> missing; ///< each path once, in the order of the template
    std::vector<event::Path> insideProperties; ///< paths answered there, not at the root
    Blocked blocked = Blocked::No;
};

} // namespace designer::tmpl
