// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/tokens.h"

#include <simdjson.h>

#include <string>

namespace designer::json {

namespace {

std::string kernel()
{
    return simdjson::get_active_implementation()->name();
}

} // namespace

/// simdjson's headers call its first stage internal, and its own On-Demand parser uses it from there. What is
/// relied on here was read in 3.0.1: tokens in the order of the text, the length of the text after them,
/// twice, and an error for whatever find() says. The tests hold every kernel to it.
struct Tokens::Finder
{
    std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;

    bool makeRoomFor(std::size_t length)
    {
        if (stage && stage->capacity() >= length)
            return true;
        constexpr std::size_t depth = 1; // the second stage's matter
        const std::size_t room = stage ? longest : length; // a block that grows may grow on
        return simdjson::get_active_implementation()->create_dom_parser_implementation(room, depth, stage)
            == simdjson::SUCCESS;
    }
};

Tokens::Tokens() = default;

Tokens::~Tokens() = default;

bool Tokens::areFaster()
{
    static const bool areThey = kernel() == "icelake";
    return areThey;
}

bool Tokens::find(std::string_view block)
{
    m_block = block;
    m_next = m_last = nullptr;
    // Without wide registers simdjson steps over what follows a backslash, and looks at UTF-8 in strings
    // alone.
    if (block.empty() || block.size() > longest || kernel() == "fallback")
        return false;
    if (!m_finder)
        m_finder = std::make_unique<Finder>();
    if (!m_finder->makeRoomFor(block.size()))
        return false;
    auto &stage = *m_finder->stage;
    const auto *const bytes = reinterpret_cast<const std::uint8_t *>(block.data());
    if (stage.stage1(bytes, block.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS)
        return false;
    const std::uint32_t *const first = stage.structural_indexes.get();
    const std::uint32_t *const last = first + stage.n_structural_indexes;
    if (last[0] != block.size() || last[1] != block.size())
        return false;
    m_next = first;
    m_last = last;
    return true;
}

} // namespace designer::json
