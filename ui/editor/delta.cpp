// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/delta.h"

#include "json/difference.h"

#include <utility>

namespace designer::ui {

std::optional<Delta> smallestDelta(std::string_view before, std::string_view after, std::size_t offset)
{
    std::optional<json::TextEdit> edit = json::difference(before, after);
    if (!edit)
        return {};
    std::string removed(before.substr(edit->begin, edit->end - edit->begin));
    return Delta{{offset + edit->begin, offset + edit->end, std::move(edit->text)}, std::move(removed)};
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
