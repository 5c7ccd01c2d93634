// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/trace.h"

#include "json/pointer.h"

#include <algorithm>

namespace designer::tmpl {

namespace {

/// The tokens of \a pointer that lead on from the nearest value that is there.
struct Walk
{
    json::Value nearest;
    std::vector<std::string> rest;
};

Walk walk(const json::Document &payload, std::string_view pointer)
{
    Walk out{payload.root(), json::pointerTokens(pointer).value_or(std::vector<std::string>{})};
    while (!out.rest.empty()) {
        const json::Value next = payload.childOf(out.nearest, out.rest.front());
        if (!next)
            break;
        out.nearest = next;
        out.rest.erase(out.rest.begin());
    }
    return out;
}

std::optional<Placeholder> firstPlaceholderIn(const Template &compiled, const json::Value &value)
{
    if (value.isContainer())
        return std::nullopt;
    const auto &all = compiled.placeholders();
    const auto first
        = std::lower_bound(all.begin(), all.end(), value.begin(),
                           [](const Placeholder &p, std::size_t begin) { return p.begin < begin; });
    return first != all.end() && first->end <= value.end() ? std::optional(*first) : std::nullopt;
}

/// Follows names that the payload lacks through the template itself.
void descend(const Template &compiled, Origin &origin, const std::vector<std::string> &rest)
{
    for (const std::string &token : rest) {
        const json::Value next = compiled.document().childOf(origin.value, token);
        if (!next) {
            origin.isParent = true;
            break;
        }
        origin.value = next;
    }
    origin.placeholder = firstPlaceholderIn(compiled, origin.value);
}

} // namespace

std::optional<Origin> trace(const Template &compiled, const Rendering &rendering,
                            const json::Document &payload, std::string_view pointer)
{
    if (!compiled.document().isValid() || !payload.isValid())
        return std::nullopt;
    const Walk there = walk(payload, pointer);
    const Segment *segment = rendering.sourceMap.at(there.nearest.begin());
    if (!segment)
        return std::nullopt;
    Origin origin;
    const std::size_t inside = segment->isLiteral() ? there.nearest.begin() - segment->payloadBegin : 0;
    origin.value = compiled.document().valueAt(segment->templateBegin + inside);
    if (segment->isLiteral()) {
        descend(compiled, origin, there.rest);
    } else {
        origin.placeholder = compiled.placeholders()[segment->placeholder];
        origin.isParent = !there.rest.empty();
    }
    return origin;
}

} // namespace designer::tmpl
