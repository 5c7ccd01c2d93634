// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret.h"

#include <cstring>

namespace designer::secrets {

void wipe(std::string &text)
{
    text.resize(text.capacity());
    ::explicit_bzero(text.data(), text.size());
    text.clear();
}

Secret::Secret(std::string &&value)
{
    takeFrom(value);
}

Secret::Secret(Secret &&other) noexcept
{
    takeFrom(other.m_value);
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other)
        takeFrom(other.m_value);
    return *this;
}

Secret::~Secret()
{
    wipe(m_value);
}

/// Swaps instead of moving: a short text lives inside the string object, where a move leaves it.
void Secret::takeFrom(std::string &value)
{
    wipe(m_value);
    m_value.swap(value);
    wipe(value);
}

} // namespace designer::secrets
