// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/findingtour.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

using Stops = std::vector<TourStop>;

bool contains(const Stops &stops, const TourStop &stop)
{
    return std::find(stops.begin(), stops.end(), stop) != stops.end();
}

} // namespace

std::optional<TourStop> FindingTour::next(const Stops &stops, bool backwards)
{
    const bool isMended = follow(stops);
    if (stops.empty())
        return std::nullopt;
    const std::size_t count = stops.size();
    const std::size_t forwards = !m_at ? 0 : isMended ? *m_at : *m_at + 1;
    const std::size_t before = m_at.value_or(0) + count - 1;
    m_at = (backwards ? before : forwards) % count;
    return stops[*m_at];
}

bool FindingTour::follow(const Stops &stops)
{
    const Stops known = std::exchange(m_stops, stops);
    if (!m_at || known == stops)
        return false;
    const auto isNew = [&](const TourStop &stop) { return !contains(known, stop); };
    if (std::any_of(stops.begin(), stops.end(), isNew)) {
        m_at.reset();
        return false;
    }
    const auto last = known.begin() + static_cast<std::ptrdiff_t>(*m_at);
    if (const auto there = std::find(stops.begin(), stops.end(), *last); there != stops.end()) {
        m_at = static_cast<std::size_t>(there - stops.begin()); // what is mended in part may stand elsewhere
        return false;
    }
    const auto isLeft = [&](const TourStop &stop) { return contains(stops, stop); };
    m_at = static_cast<std::size_t>(std::count_if(known.begin(), last, isLeft));
    return true;
}

} // namespace designer::ui
