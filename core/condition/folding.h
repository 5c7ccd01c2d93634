// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace designer::condition {

/// Unicode simple case folding, independent of locale, with I, İ, ı and i (each also followed by
/// U+0307, the combining dot above) taken as one letter. UTF-8 in, UTF-8 appended.
void appendFolded(std::string &out, std::string_view text);
[[nodiscard]] std::string folded(std::string_view text);

/// The same four letters for a regular expression that ignores case: PCRE2 takes I and i as one
/// already, so İ becomes I, ı becomes i, and the dot above goes.
[[nodiscard]] QString withOneI(const QString &text);
/// As withOneI(), for a pattern: İ and ı written as `\x{130}`, `\x{131}` too.
[[nodiscard]] QString patternWithOneI(const QString &pattern);

} // namespace designer::condition
