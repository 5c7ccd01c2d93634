// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/scintilla.h"

#include <optional>

namespace designer::ui {

struct BracketPair
{
    std::size_t first = 0; ///< the one beside the caret
    std::size_t second = 0;
    bool operator==(const BracketPair &) const = default;
};

/// The bracket after or before \a caret (outside strings) and its other half. Nothing where that is
/// further away than a screen can show anyway.
[[nodiscard]] std::optional<BracketPair> matchingBrackets(const sci::Base &editor, std::size_t caret);

} // namespace designer::ui
