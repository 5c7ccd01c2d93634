// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace designer::json {

/// The value of a JSON string: \a raw is a valid JSON string token with or without its quotes.
[[nodiscard]] std::string unescaped(std::string_view raw);
/// \a text (UTF-8) as a JSON string token, with its quotes; only what must be escaped is.
[[nodiscard]] std::string quoted(std::string_view text);
/// As quoted(), appended and without the quotes.
void appendEscaped(std::string &out, std::string_view text);

/// Between Qt's text and ours. toQString() takes valid UTF-8; invalid bytes become U+FFFD. Nothing
/// is dropped: a U+FEFF at the beginning is a character like any other.
[[nodiscard]] QString toQString(std::string_view utf8);
[[nodiscard]] inline std::string toStd(const QString &text)
{
    return text.toStdString();
}

} // namespace designer::json
