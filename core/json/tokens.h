// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace designer::json {

/// Where the tokens of a text begin: brackets, colons, commas, strings, and whatever else stands outside of
/// strings. Found in one go over the whole text by simdjson's first stage, which uses the widest registers
/// that the processor has, and checks the UTF-8 by the way: a text of many lines is read a third faster so
/// than byte by byte. Meant to be reused: find() keeps its memory, four bytes for each of the text.
///
/// Internal to the room but for who reads many lines: see Index::parse().
class Tokens
{
public:
    Tokens();
    ~Tokens();
    Tokens(const Tokens &) = delete;
    Tokens &operator=(const Tokens &) = delete;

    /// Longer texts are not worth the memory.
    static constexpr std::size_t longest = std::size_t(1) << 20;

    /// \a text must outlive this. False: it is longer than that, blank, not UTF-8, or a string in it is not
    /// closed or holds a control character (so none goes on in the next line); it is to be read without.
    [[nodiscard]] bool find(std::string_view text);
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    friend class TokenReader;
    struct Finder;

    std::string_view m_text;
    std::unique_ptr<Finder> m_finder;
    const std::uint32_t *m_next = nullptr; ///< the first token of the line that is read next
    const std::uint32_t *m_last = nullptr; ///< after the last one: there stands the text's length
};

} // namespace designer::json
