// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/outline.h"

#include <cstddef>
#include <optional>

namespace designer::condition {

/// A place between the rules of a group: before the one at `index`, or at the end.
struct Spot
{
    std::size_t group = 0; ///< the number of its row
    std::size_t index = 0;
    bool operator==(const Spot &) const = default;
};

enum class Step {
    Up, ///< before the one above; from the first place before its group
    Down,
    Out, ///< behind its group
    In, ///< into the group above it, else into the one below
};

/// Where \a step takes the row; nothing where it is there already.
[[nodiscard]] std::optional<Spot> stepped(const Outline &outline, std::size_t row, Step step);

/// Where something is that is dropped beside a row.
struct Drop
{
    std::size_t over = 0; ///< the row
    bool below = false; ///< on its lower half
    int depth = 0; ///< as far to the right as rows of that depth: at the end of groups it says which
};
/// Where \a row goes when it is dropped there; nothing where it cannot (into itself).
[[nodiscard]] std::optional<Spot> dropped(const Outline &outline, std::size_t row, const Drop &drop);

} // namespace designer::condition
