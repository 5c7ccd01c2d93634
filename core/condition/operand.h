// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace designer::condition {

/// A value as text, without a copy unless it holds escapes: a string's characters, a number's own
/// text, `true`, `false`. Lives no longer than the value's text.
class Text
{
public:
    explicit Text(const json::Value &value);
    Text(const Text &) = delete;
    Text &operator=(const Text &) = delete;
    ~Text() = default;
    [[nodiscard]] std::string_view view() const { return m_view; }

private:
    std::string m_unescaped;
    std::string_view m_view;
};

/// One value that a rule compares with, prepared.
class Operand
{
public:
    Operand(const json::Value &value, bool ignoreCase);

    /// Whether \a value equals this one: numbers by value, a text that is wholly a number as that
    /// number beside a number, booleans also by name, two texts as texts alone.
    [[nodiscard]] bool equals(const json::Value &value) const;
    [[nodiscard]] bool isIn(std::string_view text) const;
    [[nodiscard]] bool begins(std::string_view text) const;
    [[nodiscard]] bool ends(std::string_view text) const;

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] bool isNumeric() const { return m_numeric; }

private:
    [[nodiscard]] bool sameText(std::string_view text) const;
    template <typename Test>
    [[nodiscard]] bool ask(std::string_view text, Test test) const;

    json::Kind m_kind;
    bool m_ignoreCase;
    bool m_numeric = false; ///< a number, or a text that is wholly one
    std::string m_text;
    std::string m_needle; ///< the text, folded where case is ignored
};

} // namespace designer::condition
