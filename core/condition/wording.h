// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/program.h"

#include <QString>

namespace designer::condition {

/// What a rule looks at, in words: "event name", or the path.
[[nodiscard]] QString subject(const Rule &rule);
/// "equals", "is greater than".
[[nodiscard]] QString phrase(Operator op);
/// A value as it may stand in a sentence: texts in quotes and readable, whatever is long cut.
[[nodiscard]] QString shown(const json::Value &value);
/// "properties.price is greater than 100"
[[nodiscard]] QString sentence(const Rule &rule);
/// The tree: "A and (B or C) and none of (D, E)".
[[nodiscard]] QString sentence(const Group &group);
/// The same, cut where one has seen which group it is: it may hold a hundred others.
[[nodiscard]] QString briefSentence(const Group &group);

} // namespace designer::condition
