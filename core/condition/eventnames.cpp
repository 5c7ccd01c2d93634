// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/eventnames.h"

#include "json/document.h"

#include <algorithm>

namespace designer::condition {

namespace {

using Names = std::optional<std::vector<std::string>>;

/// Of a rule; one that is not sound asks for nothing that can be told.
Names ofRule(const OutlineRow &row)
{
    if (row.type != Type::EventName || !row.problems.empty())
        return std::nullopt;
    const json::Document value(row.valueJson);
    if (row.op == Operator::Equals)
        return std::vector{value.root().text()};
    if (row.op != Operator::OneOf)
        return std::nullopt;
    std::vector<std::string> out;
    for (const json::Value name : value.root().elements())
        out.push_back(name.text());
    return out;
}

/// All of them hold: a name that some of them leaves out is left out.
Names joinedByAll(const std::vector<Names> &children)
{
    Names out;
    for (const Names &child : children) {
        if (!child)
            continue;
        if (!out) {
            out = child;
            continue;
        }
        std::erase_if(*out, [&child](const std::string &name) {
            return std::find(child->begin(), child->end(), name) == child->end();
        });
    }
    return out;
}

/// One of them holds: a name that some of them lets through is let through.
Names joinedByAny(const std::vector<Names> &children)
{
    std::vector<std::string> out;
    for (const Names &child : children) {
        if (!child)
            return std::nullopt;
        for (const std::string &name : *child) {
            if (std::find(out.begin(), out.end(), name) == out.end())
                out.push_back(name);
        }
    }
    return out;
}

Names ofRow(const Outline &outline, std::size_t at);

Names ofGroup(const Outline &outline, std::size_t at)
{
    std::vector<Names> children;
    for (std::size_t i = at + 1; i < outline.size() && outline[i].depth > outline[at].depth; ++i) {
        const bool isChild = outline[i].parent == at;
        if (isChild && (outline[i].counts || outline[i].kind == OutlineRow::Kind::Foreign))
            children.push_back(ofRow(outline, i));
    }
    // "None of these" lets all others through; without a known word nobody can tell.
    if (outline[at].match == Match::All)
        return joinedByAll(children);
    return outline[at].match == Match::Any ? joinedByAny(children) : std::nullopt;
}

Names ofRow(const Outline &outline, std::size_t at)
{
    const OutlineRow &row = outline[at];
    if (row.isGroup())
        return ofGroup(outline, at);
    return row.isRule() ? ofRule(row) : std::nullopt;
}

} // namespace

EventNames eventNames(const Outline &outline)
{
    const bool counts = std::any_of(outline.begin(), outline.end(), [](const OutlineRow &row) {
        return row.counts || row.kind == OutlineRow::Kind::Foreign;
    });
    if (!counts)
        return {.all = true, .names = {}};
    return {.all = false, .names = ofRow(outline, 0)};
}

} // namespace designer::condition
