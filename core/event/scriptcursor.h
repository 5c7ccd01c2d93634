// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>

namespace designer::event {

/// A place in a text of JavaScript, moving forward. Knows white space and comments, and keeps the
/// first error. Internal to the room. The text is valid UTF-8.
class ScriptCursor
{
public:
    explicit ScriptCursor(std::string_view text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The byte here; NUL at the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const;
    [[nodiscard]] std::size_t offset() const { return m_at; }
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_at); }
    [[nodiscard]] std::string_view since(std::size_t begin) const
    {
        return m_text.substr(begin, m_at - begin);
    }
    [[nodiscard]] std::size_t line(std::size_t offset) const;

    void advance(std::size_t bytes) { m_at += bytes; }
    bool take(std::string_view token);
    /// The name (letters, digits, `_`, `$`) that begins here; empty where none does.
    std::string_view takeName();
    /// Passes over white space and comments. False: a comment has no end.
    bool skipSpace();
    /// Whether skipSpace() met a comment.
    [[nodiscard]] bool sawComment() const { return m_comment; }

    /// Keeps the error, unless there is one; always false.
    bool fail(std::size_t offset, const QString &message, const QString &wayOut);
    /// Fails with the text's end.
    bool failAtEnd();
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] std::size_t spaceLength() const;
    bool skipComment();

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_comment = false;
    std::optional<Error> m_error;
};

} // namespace designer::event
