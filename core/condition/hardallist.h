// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/program.h"

#include <QStringList>

namespace designer::condition {

/// What of \a group Hardal's own list cannot say, one sentence each. Documented by Hardal: a flat
/// list joined by AND; equals, not equals, contains, regex, exists, not exists; plain field names.
[[nodiscard]] QStringList beyondHardal(const Group &group);

/// The same of one rule alone, as it stands in the tree.
[[nodiscard]] QStringList beyondHardal(const Rule &rule);
/// Whether a group of so many rules and groups can be written as part of a flat list.
[[nodiscard]] bool isFlatForHardal(Match match, std::size_t count);
/// What is said of a group that cannot, with its \a sentence where that is not seen beside it.
[[nodiscard]] QString groupBeyondHardal(Match match, const QString &sentence);

} // namespace designer::condition
