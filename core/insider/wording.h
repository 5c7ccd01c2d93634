// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "insider/catalogue.h"
#include "json/value.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace designer::insider {

/// A value of the payload as a message shows it: not too long, on one line.
[[nodiscard]] QString shown(std::string_view utf8);
/// What \a value is, in words: `the text “30”`, `the number 30`, `true`, `a list`.
[[nodiscard]] QString described(const json::Value &value);
/// What a field must be: `a number`, `true or false`, `a list of texts`.
[[nodiscard]] QString described(FieldType type);

/// \a text with %1, %2 ... replaced by \a words. Unlike QString::arg() it looks at no replacement
/// twice and does not mind words that the text has no use for.
[[nodiscard]] QString filled(const QString &text, const QStringList &words);
/// The sentences of a rule's row, translated (context "Insider") and filled.
[[nodiscard]] QString message(const RuleRow &row, const QStringList &words);
/// Nothing where the row has no fix, or where it is filled to nothing.
[[nodiscard]] QString fixTitle(const RuleRow &row, const QStringList &words);
/// The finding that a rule's row makes of \a words, without a place.
[[nodiscard]] Finding findingOf(Rule rule, const QStringList &words);

} // namespace designer::insider
