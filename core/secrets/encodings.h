// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace designer::secrets {

/// The forms in which a value can come back in what a program prints. Results hold the value in
/// other letters: guard them like the value.

/// All but letters, digits and `-._~` as %XX, upper case.
[[nodiscard]] std::string percentEncoded(std::string_view value);
[[nodiscard]] std::string hexadecimal(std::string_view value, bool upperCase);
/// What Base64 makes of \a value wherever it stands in an encoded text: one form for each of the
/// three alignments, without the letters that its neighbours have a part in. \a urlSafe: with `-_`
/// for `+/`.
[[nodiscard]] std::vector<std::string> base64Cores(std::string_view value, bool urlSafe);

enum class Escaping : std::uint8_t { None, Json, Percent, Xml };

/// A quick look for what follows: false where no escaping makes \a value of the beginning of \a text.
[[nodiscard]] bool mayRead(std::string_view text, std::string_view value);

/// The length of the text at the beginning of \a text that reads as \a value once it is unescaped, first
/// as \a outer and then as \a inner, whatever of it is escaped (`%c3`, `%C3`, `\u00e7`, `&amp;`, and `\"` in
/// JSON in JSON); 0 where it begins with another text. Of a value that a limit has cut short, which ends
/// with `…` then, what is there of it.
[[nodiscard]] std::size_t readingLength(std::string_view text, std::string_view value, Escaping outer,
                                        Escaping inner);

} // namespace designer::secrets
