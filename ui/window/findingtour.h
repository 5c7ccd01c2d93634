// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/editplace.h"

#include <optional>
#include <vector>

namespace designer::ui {

/// In which order one goes through the places where something is to mend, while they come and go.
class FindingTour
{
public:
    /// The next of \a places, or the one before; wraps around. Where the place that was last gone to is
    /// mended, it goes on from there; where there is a new one, it begins again: what is worst stands first.
    /// Nothing where there are no places.
    [[nodiscard]] std::optional<EditPlace> next(const std::vector<EditPlace> &places, bool backwards);
    void forget() { *this = {}; }

private:
    /// True: the place that was gone to last is mended, and m_at is where the one after it stands.
    bool follow(const std::vector<EditPlace> &places);

    std::vector<EditPlace> m_places; ///< as they were last
    std::optional<std::size_t> m_at; ///< the one gone to last; none: it begins
};

} // namespace designer::ui
