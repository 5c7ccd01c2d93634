// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace designer::secrets {

/// Overwrites the bytes of \a text, all that it has reserved, and empties it.
void wipe(std::string &text);

/// The value of a secret. It can be moved and not copied, and its bytes are overwritten when it
/// goes. (Whoever puts the value into a text of his own makes a copy that is his to guard.)
class Secret
{
public:
    Secret() = default;
    /// Takes the value over; nothing of it stays behind in \a value.
    explicit Secret(std::string &&value);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    [[nodiscard]] std::string_view reveal() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.empty(); }

private:
    void takeFrom(std::string &value);

    std::string m_value;
};

/// Secrets by their name.
using Secrets = std::map<std::string, Secret, std::less<>>;

} // namespace designer::secrets
