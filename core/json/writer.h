// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/text.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

namespace designer::json {

/// Writes JSON text of our own making, token by token; commas and quotes are its business. The
/// caller sees to it that names and values alternate.
class Writer
{
public:
    /// \a indent spaces a level, or -1 for no white space at all.
    explicit Writer(int indent = -1) : m_indent(indent) { }

    Writer &beginObject();
    Writer &endObject();
    Writer &beginArray();
    Writer &endArray();
    Writer &name(std::string_view name);
    Writer &string(std::string_view utf8);
    Writer &string(const QString &text) { return string(std::string_view(text.toStdString())); }
    Writer &number(std::int64_t value);
    Writer &number(std::size_t value);
    Writer &number(int value) { return number(static_cast<std::int64_t>(value)); }
    /// Rounded to \a decimals digits after the point; not-a-number and infinity become null.
    Writer &number(double value, int decimals);
    Writer &boolean(bool value);
    Writer &null();
    /// A value that is already JSON text, as it stands.
    Writer &raw(std::string_view json);

    [[nodiscard]] const std::string &text() const { return m_out; }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void beforeValue();
    void breakLine();
    Writer &open(char bracket);
    Writer &close(char bracket);

    std::string m_out;
    int m_indent;
    int m_depth = 0;
    bool m_first = true;
    bool m_named = false;
};

} // namespace designer::json
