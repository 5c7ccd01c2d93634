// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/editplace.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// One thing to mend.
struct TourStop
{
    EditPlace place;
    std::string what; ///< of several at one place, this one; empty: there is no other
    QString message; ///< what is said of it, which its value may change

    bool operator==(const TourStop &other) const { return place == other.place && what == other.what; }
};

/// In which order one goes through what is to mend, while it comes and goes.
class FindingTour
{
public:
    /// The next of \a stops, or the one before; wraps around. Where the one that was last gone to is
    /// mended, it goes on from there; where there is a new one, it begins again: what is worst stands first.
    /// Nothing where there are none.
    [[nodiscard]] std::optional<TourStop> next(const std::vector<TourStop> &stops, bool backwards);
    void forget() { *this = {}; }

private:
    /// True: the one that was gone to last is mended, and m_at is where the one after it stands.
    bool follow(const std::vector<TourStop> &stops);

    std::vector<TourStop> m_stops; ///< as they were last
    std::optional<std::size_t> m_at; ///< the one gone to last; none: it begins
};

} // namespace designer::ui
