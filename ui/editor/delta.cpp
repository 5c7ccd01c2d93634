// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/delta.h"

#include "json/utf8.h"

#include <algorithm>

namespace designer::ui {

namespace {

bool insideCharacter(std::string_view text, std::size_t at)
{
    return at < text.size() && json::utf8::isContinuation(text[at]);
}

std::size_t commonPrefix(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<long>(most), b.begin()).first - a.begin());
    while (n > 0 && (insideCharacter(a, n) || insideCharacter(b, n)))
        --n;
    return n;
}

std::size_t commonSuffix(std::string_view a, std::string_view b)
{
    const auto most = static_cast<long>(std::min(a.size(), b.size()));
    std::size_t n = static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rbegin() + most, b.rbegin()).first
                                             - a.rbegin());
    while (n > 0 && json::utf8::isContinuation(a[a.size() - n]))
        --n;
    return n;
}

} // namespace

std::optional<Delta> smallestDelta(std::string_view before, std::string_view after, std::size_t offset)
{
    if (before == after)
        return {};
    const std::size_t prefix = commonPrefix(before, after);
    before.remove_prefix(prefix);
    after.remove_prefix(prefix);
    const std::size_t suffix = commonSuffix(before, after);
    before.remove_suffix(suffix);
    after.remove_suffix(suffix);
    const std::size_t begin = offset + prefix;
    return Delta{{begin, begin + before.size(), std::string(after)}, std::string(before)};
}

Gathering::Gathering(Read read) : m_read(std::move(read)) { }

void Gathering::cover(std::size_t begin, std::size_t end)
{
    if (!m_active) {
        m_active = true;
        m_begin = begin;
        m_length = 0;
        m_before.clear();
    }
    if (begin < m_begin) {
        m_before.insert(0, m_read(begin, m_begin));
        m_length += m_begin - begin;
        m_begin = begin;
    }
    if (end > m_begin + m_length) {
        m_before += m_read(m_begin + m_length, end);
        m_length = end - m_begin;
    }
}

void Gathering::beforeInsertion(std::size_t at, std::size_t length)
{
    cover(at, at);
    m_length += length;
}

void Gathering::beforeRemoval(std::size_t at, std::size_t length)
{
    cover(at, at + length);
    m_length -= length;
}

std::optional<Delta> Gathering::take()
{
    if (!m_active)
        return {};
    m_active = false;
    return smallestDelta(m_before, m_read(m_begin, m_begin + m_length), m_begin);
}

} // namespace designer::ui
