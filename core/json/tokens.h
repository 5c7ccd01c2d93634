// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace designer::json {

/// Where the tokens of a block of whole lines begin: brackets, colons, commas, strings, and whatever else
/// stands outside of strings. Found in one go over the block by simdjson's first stage, which looks at 64
/// bytes at a time where the processor can, and checks the UTF-8 as well. For who reads many lines:
/// Index::parse(line, tokens).
///
/// Meant to be reused: it keeps its memory, four bytes for each of the longest block, or of `longest`. One
/// thread at a time.
class Tokens
{
public:
    Tokens();
    ~Tokens();
    Tokens(const Tokens &) = delete;
    Tokens &operator=(const Tokens &) = delete;

    /// Longer blocks are not worth the memory.
    static constexpr std::size_t longest = std::size_t(1) << 20;
    /// Whether reading along tokens is faster here than byte by byte. It is by an eighth with AVX-512, and
    /// slower by as much with AVX2 or SSE, as measured on events of some 600 bytes.
    [[nodiscard]] static bool areFaster();

    /// \a block must stay as it is while lines of it are read. False, and there are none: it is longer than
    /// that, blank, or not UTF-8; a string in it is not closed or holds a control character, such as a line's
    /// end; memory is short; or the processor has no wide registers. It is to be read without.
    [[nodiscard]] bool find(std::string_view block);

private:
    friend class TokenReader;
    struct Finder;

    std::string_view m_block;
    std::unique_ptr<Finder> m_finder;
    const std::uint32_t *m_next
        = nullptr; ///< the first token of the line that is read next; null: there are none
    const std::uint32_t *m_last = nullptr; ///< after the last one: there stands the block's length, twice
};

} // namespace designer::json
