// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/moves.h"

namespace designer::condition {

namespace {

bool isLast(const Outline &outline, std::size_t row)
{
    return outline[row].index + 1 == outline[outline[row].parent].size;
}

/// Beside the group around \a row; nothing where that is the root.
std::optional<Spot> besideGroup(const Outline &outline, std::size_t row, std::size_t offset)
{
    const OutlineRow &group = outline[outline[row].parent];
    return group.isRoot() ? std::nullopt : std::optional(Spot{group.parent, group.index + offset});
}

std::optional<std::size_t> siblingGroup(const Outline &outline, std::size_t row, std::size_t index)
{
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlineRow &other = outline[i];
        const bool isThere = !other.isRoot() && other.parent == outline[row].parent && other.index == index;
        if (isThere && other.isGroup() && other.canGrow)
            return i;
    }
    return std::nullopt;
}

std::optional<Spot> into(const Outline &outline, std::size_t row)
{
    const std::size_t index = outline[row].index;
    if (const auto above = index > 0 ? siblingGroup(outline, row, index - 1) : std::nullopt)
        return Spot{*above, outline[*above].size};
    const auto below = siblingGroup(outline, row, index + 1);
    return below ? std::optional(Spot{*below, 0}) : std::nullopt;
}

bool isIn(const Outline &outline, std::size_t row, std::size_t ancestor)
{
    while (row != ancestor && !outline[row].isRoot())
        row = outline[row].parent;
    return row == ancestor;
}

Spot spotOf(const Outline &outline, const Drop &drop)
{
    const OutlineRow &over = outline[drop.over];
    if (over.isRoot() || (drop.below && over.isGroup() && over.canGrow))
        return {drop.over, 0};
    if (!drop.below)
        return {over.parent, over.index};
    std::size_t row = drop.over;
    while (outline[row].depth > drop.depth && outline[row].depth > 1 && isLast(outline, row))
        row = outline[row].parent;
    return {outline[row].parent, outline[row].index + 1};
}

} // namespace

std::optional<Spot> stepped(const Outline &outline, std::size_t row, Step step)
{
    const OutlineRow &moved = outline[row];
    if (moved.isRoot())
        return std::nullopt;
    switch (step) {
    case Step::Up:
        return moved.index > 0 ? Spot{moved.parent, moved.index - 1} : besideGroup(outline, row, 0);
    case Step::Down:
        return isLast(outline, row) ? besideGroup(outline, row, 1) : Spot{moved.parent, moved.index + 2};
    case Step::Out: return besideGroup(outline, row, 1);
    case Step::In: break;
    }
    return into(outline, row);
}

std::optional<Spot> dropped(const Outline &outline, std::size_t row, const Drop &drop)
{
    const Spot spot = spotOf(outline, drop);
    return isIn(outline, spot.group, row) ? std::nullopt : std::optional(spot);
}

} // namespace designer::condition
