// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace designer::test {

/// How the reference renders, in the words of the connection file.
struct ReferenceOptions
{
    std::string missing = "omit"; ///< omit, null, empty, keep, block
    std::string values = "typed"; ///< typed, text
    std::string kind = "json"; ///< json, form, xml, text
};

struct ReferenceRendering
{
    std::string bytes;
    std::vector<std::string> missing; ///< each path once, in the order of the template
    bool blocked = false;
};

/// A second renderer, written from the rules alone: no compilation, no spans, no code of the rooms
/// under test; strings are copied as often as it is convenient. Template (with bare placeholders)
/// and event must be well formed.
[[nodiscard]] ReferenceRendering referenceRendering(const std::string &text, const std::string &event,
                                                    const ReferenceOptions &options);

} // namespace designer::test
