// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/rendering.h"

#include <algorithm>

namespace designer::tmpl {

void SourceMap::add(const Segment &segment)
{
    if (segment.payloadBegin != segment.payloadEnd)
        m_segments.push_back(segment);
}

const Segment *SourceMap::at(std::size_t payloadOffset) const
{
    const auto after
        = std::upper_bound(m_segments.begin(), m_segments.end(), payloadOffset,
                           [](std::size_t offset, const Segment &s) { return offset < s.payloadBegin; });
    if (after == m_segments.begin())
        return nullptr;
    const Segment &segment = *std::prev(after);
    return payloadOffset < segment.payloadEnd ? &segment : nullptr;
}

} // namespace designer::tmpl
