// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testrun/evaluation.h"

#include <QString>

#include <optional>

namespace designer::testrun {

/// A change of the body that would mend a finding: offered, never made unasked.
struct Fix
{
    QString title; ///< what it does, in a few words
    json::TextEdit edit; ///< in the body of the evaluation
};

/// What would mend \a finding of \a evaluation, where the event it was made with has a likely value:
/// another path for a placeholder that finds nothing, or the line that is missing.
[[nodiscard]] std::optional<Fix> fixFor(const Evaluation &evaluation, const Finding &finding,
                                        const event::Event &event);

/// A comma where the body is malformed for want of one.
[[nodiscard]] std::optional<Fix> missingCommaFix(const Evaluation &evaluation);

} // namespace designer::testrun
