// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace designer {

/// A value, or the reason why there is none. Ask hasValue() before value() or error(): neither
/// throws, and asking for the one that is not there is a mistake of the caller's (asserted).
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }
    [[nodiscard]] const T &value() const &noexcept { return held<0>(m_state); }
    [[nodiscard]] T &value() &noexcept { return held<0>(m_state); }
    [[nodiscard]] T value() && { return std::move(held<0>(m_state)); }
    const T &operator*() const &noexcept { return value(); }
    T &operator*() &noexcept { return value(); }
    const T *operator->() const noexcept { return &value(); }
    T *operator->() noexcept { return &value(); }
    [[nodiscard]] const Error &error() const noexcept { return held<1>(m_state); }

private:
    template <std::size_t Index, typename State>
    [[nodiscard]] static auto &held(State &state) noexcept
    {
        auto *const found = std::get_if<Index>(&state);
        assert(found);
        return *found;
    }

    std::variant<T, Error> m_state;
};

/// Nothing, or the reason why it did not work.
using Status = Result<std::monostate>;
inline Status ok()
{
    return std::monostate{};
}

} // namespace designer
