// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/profile.h"

#include <array>

namespace designer::insider {

namespace {

constexpr std::array<std::string_view, 3> profileNames{"proven", "table", "strict"};

} // namespace

std::string_view name(Profile profile)
{
    return profileNames[static_cast<std::size_t>(profile)];
}

std::optional<Profile> profileFromName(std::string_view name)
{
    for (std::size_t i = 0; i < profileNames.size(); ++i) {
        if (profileNames[i] == name)
            return static_cast<Profile>(i);
    }
    return std::nullopt;
}

} // namespace designer::insider
