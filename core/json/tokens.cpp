// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/tokens.h"

#include <simdjson.h>

namespace designer::json {

struct Tokens::Finder
{
    std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;

    bool makeRoomFor(std::size_t length)
    {
        if (stage && stage->capacity() >= length)
            return true;
        constexpr std::size_t anyDepth = 1; // the second stage's matter
        const std::size_t room = stage ? longest : length;
        return simdjson::get_active_implementation()->create_dom_parser_implementation(room, anyDepth, stage)
            == simdjson::SUCCESS;
    }
};

Tokens::Tokens() = default;

Tokens::~Tokens() = default;

bool Tokens::find(std::string_view text)
{
    m_text = text;
    m_next = m_last = nullptr;
    if (text.empty() || text.size() > longest)
        return false;
    if (!m_finder)
        m_finder = std::make_unique<Finder>();
    if (!m_finder->makeRoomFor(text.size()))
        return false;
    auto &stage = *m_finder->stage;
    const auto *const bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    if (stage.stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS)
        return false;
    m_next = stage.structural_indexes.get();
    m_last = m_next + stage.n_structural_indexes;
    return true;
}

} // namespace designer::json
