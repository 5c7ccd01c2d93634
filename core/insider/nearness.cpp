// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/nearness.h"

#include "insider/catalogue.h"
#include "text/ascii.h"

#include <algorithm>
#include <array>

namespace designer::insider {

namespace {

/// Longer names are no slip of the finger of any of Insider's.
constexpr std::size_t longestCompared = 32;

/// Short names are one letter apart by chance (age, page), long ones are not.
std::size_t toleratedDistance(std::string_view name)
{
    return name.size() < 5 ? 0 : name.size() < 8 ? 1 : 2;
}

bool isSlipOf(std::string_view name, std::string_view attribute)
{
    // Of four letters one may be wrong or two in the wrong order; one too many makes another word.
    constexpr std::size_t four = 4;
    const bool bothFour = name.size() == four && attribute.size() == four;
    const std::size_t limit = bothFour ? 1 : toleratedDistance(attribute);
    if (limit == 0 || name.front() != attribute.front())
        return false;
    return editDistance(name, attribute, limit) <= limit;
}

} // namespace

std::string bareName(std::string_view name)
{
    std::string out;
    out.reserve(name.size());
    for (const char c : name) {
        if (c != '_' && c != '-' && c != '.' && c != ' ')
            out += text::toLower(c);
    }
    return out;
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit)
{
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit || a.size() > longestCompared || b.size() > longestCompared)
        return limit + 1;
    std::array<std::array<std::size_t, longestCompared + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i + 2) % 3];
        const auto &twoAbove = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
        }
    }
    return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

std::optional<std::string_view> nearestAttribute(std::string_view name)
{
    if (name.empty() || name.size() > longestCompared)
        return std::nullopt;
    const Catalogue &known = catalogue();
    const std::string bare = bareName(name);
    if (bare.empty())
        return std::nullopt;
    if (const OtherName *synonym = lookUp(known.attributeSynonyms, bare))
        return synonym->means;
    const auto &list = known.attributeList;
    const auto found
        = std::find_if(list.begin(), list.end(), [&](const auto &row) { return isSlipOf(name, row.name); });
    return found == list.end() ? std::nullopt : std::optional<std::string_view>(found->name);
}

std::optional<std::string_view> nearestParameter(std::string_view name)
{
    if (name.size() > longestCompared)
        return std::nullopt;
    const OtherName *synonym = lookUp(catalogue().parameterSynonyms, bareName(name));
    return synonym ? std::optional<std::string_view>(synonym->means) : std::nullopt;
}

} // namespace designer::insider
