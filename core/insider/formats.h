// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace designer::insider {

/// Insider's patterns, by hand: they are Go's (RE2), where `.` is any character but a line feed,
/// `\d` is 0 to 9, and `$` is the very end. \a text is valid UTF-8.

/// `^.+@.+\..+$` (documented)
[[nodiscard]] bool isInsiderEmail(std::string_view text);
/// `^\+[1-9]\d{6,14}$` (documented)
[[nodiscard]] bool isInsiderPhone(std::string_view text);
/// `^[a-z0-9][a-z0-9._-]*$`: the pattern that Insider prints has capitals after the first letter,
/// but its recorded answer rejects a name with one (captured).
[[nodiscard]] bool isInsiderEventName(std::string_view text);

/// Whether \a text, which passes isInsiderEmail(), also looks like an address: one `@`, no blanks,
/// a host of labels. Ours, looser than the standard where addresses in use are.
[[nodiscard]] bool isPlausibleEmail(std::string_view text);
/// RFC 3339 with a `T` between date and time (documented).
[[nodiscard]] bool isTimestamp(std::string_view text);
/// As isTimestamp(), in UTC: it ends with `Z` (documented).
[[nodiscard]] bool isBirthday(std::string_view text);
/// `en` or `en_US`, as in Insider's samples (inferred).
[[nodiscard]] bool isLanguage(std::string_view text);
/// An http or https address with a host.
[[nodiscard]] bool isWebAddress(std::string_view text);
/// One that is not encrypted: http.
[[nodiscard]] bool isInsecureAddress(std::string_view text);

/// Whether a JSON number's value is a whole number: `1`, `1.0`, `15e-1` is not, `100e-2` is. Read from
/// its text, so that no digit is lost.
[[nodiscard]] bool isInteger(std::string_view number);

[[nodiscard]] bool isBlank(std::string_view text);
[[nodiscard]] bool hasUpperCase(std::string_view text);

} // namespace designer::insider
