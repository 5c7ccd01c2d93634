// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/options.h"

#include <array>

namespace designer::tmpl {

namespace {

constexpr std::array<std::string_view, 5> policyNames{"omit", "null", "empty", "keep", "block"};
constexpr std::array<std::string_view, 2> modeNames{"typed", "text"};

template <typename Enum, std::size_t N>
std::optional<Enum> fromName(const std::array<std::string_view, N> &names, std::string_view name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

std::string_view name(MissingPolicy policy)
{
    return policyNames[static_cast<std::size_t>(policy)];
}

std::string_view name(ValueMode mode)
{
    return modeNames[static_cast<std::size_t>(mode)];
}

std::optional<MissingPolicy> missingPolicyFromName(std::string_view name)
{
    return fromName<MissingPolicy>(policyNames, name);
}

std::optional<ValueMode> valueModeFromName(std::string_view name)
{
    return fromName<ValueMode>(modeNames, name);
}

} // namespace designer::tmpl
