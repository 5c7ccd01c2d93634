// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/findingtour.h"

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

using Places = std::vector<EditPlace>;

bool contains(const Places &places, const EditPlace &place)
{
    return std::find(places.begin(), places.end(), place) != places.end();
}

} // namespace

std::optional<EditPlace> FindingTour::next(const Places &places, bool backwards)
{
    const bool isMended = follow(places);
    if (places.empty())
        return std::nullopt;
    const std::size_t count = places.size();
    const std::size_t forwards = !m_at ? 0 : isMended ? *m_at : *m_at + 1;
    const std::size_t before = m_at.value_or(0) + count - 1;
    m_at = (backwards ? before : forwards) % count;
    return places[*m_at];
}

bool FindingTour::follow(const Places &places)
{
    const Places known = std::exchange(m_places, places);
    if (!m_at || known == places)
        return false;
    const auto isNew = [&](const EditPlace &place) { return !contains(known, place); };
    if (std::any_of(places.begin(), places.end(), isNew)) {
        m_at.reset();
        return false;
    }
    const auto last = known.begin() + static_cast<std::ptrdiff_t>(*m_at);
    if (const auto there = std::find(places.begin(), places.end(), *last); there != places.end()) {
        m_at = static_cast<std::size_t>(there - places.begin()); // what is mended in part may stand elsewhere
        return false;
    }
    const auto isLeft = [&](const EditPlace &place) { return contains(places, place); };
    m_at = static_cast<std::size_t>(std::count_if(known.begin(), last, isLeft));
    return true;
}

} // namespace designer::ui
